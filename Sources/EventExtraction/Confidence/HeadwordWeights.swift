import Tables

/// What the lemma of a trigger's head says besides the features of ``ConfidenceModel``: rows of `headwords.tsv`, a form of the lemma, its
/// weight of being right and its weight of having happened, in log-odds.
///
/// `shelled` tells nearly always what a reader would mark, `order` seldom. Lemmas without a row have no weight, and a row whose word is in no
/// other table is of no use.
struct HeadwordWeights: Sendable {
    private var weights: [Int32: (right: Double, happened: Double)] = [:]

    init(_ tables: [String: [UInt8]], vocabulary: Vocabulary) throws(EventExtractionError) {
        var table = try Table("headwords.tsv", in: tables, columns: 3)
        while try table.next() {
            let pair = try table.numbers(expected: "two numbers")
            let word = vocabulary.number(of: table.bytes, table[0])
            if let lemma = vocabulary.lemma(of: word) { weights[lemma] = (pair[0], pair[1]) }
        }
    }

    subscript(lemma: Int32) -> (right: Double, happened: Double) { weights[lemma] ?? (0, 0) }
}
