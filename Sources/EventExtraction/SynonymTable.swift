import Tables

/// Words that tell the same kind of happening: rows of `synonyms.tsv`, a name and words.
struct SynonymTable: Sendable {
    /// For each word of the vocabulary the number of its row, 1 for the first; 0 for none.
    private var rows: [UInt16]

    /// The words of the table, written as those of `classes.tsv`.
    static func words(
        _ tables: [String: String], lexicon: inout LexiconBuilder
    ) throws(EventExtractionError) -> [(word: Int32, row: UInt16)] {
        var words: [(word: Int32, row: UInt16)] = []
        var row: UInt16 = 0
        var table = try Table("synonyms.tsv", in: tables, columns: 2)
        while try table.next() {
            row += 1
            var rest = table[1]
            while let word = table.bytes.nextPart(of: &rest, separator: UInt8(ascii: " ")) {
                lexicon.forEachForm(table.bytes, word) { words.append(($0, row)) }
            }
        }
        return words
    }

    /// - Parameter vocabulary: complete.
    init(_ words: [(word: Int32, row: UInt16)], vocabulary: Vocabulary) {
        rows = Array(repeating: 0, count: vocabulary.count)
        for (word, row) in words where rows[Int(word)] == 0 { rows[Int(word)] = row }
    }

    /// The row that `word` stands in; 0 for none.
    func row(of word: Int32) -> UInt16 { rows[Int(word)] }
}
