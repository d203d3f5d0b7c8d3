import Tables

/// The rows of `furniture.tsv`: pattern and, for what marks its whole paragraph wherever it stands, `paragraph`.
struct FurnitureTable: Sendable {
    /// What lines begin with.
    let lines: [Pattern]
    /// What asks readers for support or a subscription.
    let pleas: [Pattern]
    /// Both by their first words.
    let byLine: FirstWordIndex
    let byPlea: FirstWordIndex

    static func patterns(
        _ tables: [String: String], lexicon: inout LexiconBuilder
    ) throws(EventExtractionError) -> (lines: [Pattern], pleas: [Pattern]) {
        var patterns: (lines: [Pattern], pleas: [Pattern]) = ([], [])
        var table = try Table("furniture.tsv", in: tables, columns: 1)
        while try table.next() {
            let pattern = try Pattern(table, column: 0, partOfSpeech: .any, lexicon: &lexicon)
            switch table.text(1) {
            case "": patterns.lines.append(pattern)
            case "paragraph": patterns.pleas.append(pattern)
            default: throw table.bad(table[1], expected: "nothing or paragraph")
            }
        }
        return patterns
    }

    /// - Parameter bits: of all words of all tables.
    init(_ patterns: (lines: [Pattern], pleas: [Pattern]), bits: WordBits) {
        lines = patterns.lines
        pleas = patterns.pleas
        byLine = FirstWordIndex(patterns.lines, bits: bits)
        byPlea = FirstWordIndex(patterns.pleas, bits: bits)
    }
}
