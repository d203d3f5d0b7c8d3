import Tables

/// The rows of `furniture.tsv`: pattern and, for what marks its whole paragraph wherever it stands, `paragraph`, or for
/// the heading of a list of other articles `list`.
struct FurnitureTable: Sendable {
    /// What lines begin with.
    let lines: PatternTable
    /// What asks readers for support or a subscription.
    let pleas: PatternTable
    /// Headings of lists of other articles.
    let headings: PatternTable

    /// Patterns as they are read.
    struct Rows {
        fileprivate var lines = PatternList()
        fileprivate var pleas = PatternList()
        fileprivate var headings = PatternList()

        init(_ tables: [String: [UInt8]], lexicon: inout LexiconBuilder) throws(EventExtractionError) {
            var table = try Table("furniture.tsv", in: tables, columns: 1)
            while try table.next() {
                if table[1].isEmpty {
                    try lines.add(table, column: 0, partOfSpeech: .any, lexicon: &lexicon)
                } else if table.bytes.holds("paragraph", table[1]) {
                    try pleas.add(table, column: 0, partOfSpeech: .any, lexicon: &lexicon)
                } else if table.bytes.holds("list", table[1]) {
                    try headings.add(table, column: 0, partOfSpeech: .any, lexicon: &lexicon)
                } else {
                    throw table.bad(table[1], expected: "nothing, paragraph or list")
                }
            }
        }
    }

    /// - Parameters:
    ///   - lexicon: what numbered the words.
    ///   - bits: of all words of all tables.
    init(_ rows: Rows, lexicon: LexiconBuilder, bits: WordBits) {
        lines = PatternTable(rows.lines, lexicon: lexicon, bits: bits)
        pleas = PatternTable(rows.pleas, lexicon: lexicon, bits: bits)
        headings = PatternTable(rows.headings, lexicon: lexicon, bits: bits)
    }
}
