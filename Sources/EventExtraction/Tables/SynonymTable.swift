/// Words that tell the same kind of happening: rows of `synonyms.tsv`, a name and words.
struct SynonymTable: Sendable {
    /// For each word of the vocabulary the number of its row, 1 for the first; 0 for none.
    let rows: [UInt16]

    /// - Parameters:
    ///   - words: of the table, with the numbers of their rows.
    ///   - vocabulary: complete.
    init(_ words: [(word: Int32, label: UInt16)], vocabulary: Vocabulary) {
        var rows = [UInt16](repeating: 0, count: vocabulary.count)
        for (word, row) in words where rows[Int(word)] == 0 { rows[Int(word)] = row }
        self.rows = rows
    }

    /// The row that `word` stands in; 0 for none.
    func row(of word: Int32) -> UInt16 { rows[Int(word)] }
}

extension Reading {
    /// The row of `synonyms.tsv` that the word of `mention` stands in; 0 for none.
    func synonyms(of mention: Mention) -> UInt16 { synonyms(at: mention.head) }

    /// The same of the word at `index`.
    func synonyms(at index: Int) -> UInt16 { lexicon.synonyms.row(of: words[index]) }
}
