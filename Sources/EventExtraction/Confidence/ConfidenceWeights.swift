/// The rows of `confidence.tsv` and `headwords.tsv` as they stand, for a fit that goes on from them.
package struct ConfidenceWeights: Sendable {
    package typealias Pair = (right: Double, happened: Double)

    /// By the names of ``ConfidenceModel/names``.
    package private(set) var features: [String: Pair] = [:]
    /// Forms with the numbers of their lemmas, as ``Event/lemma`` has them.
    package private(set) var headwords: [(word: String, lemma: Int32, weight: Pair)] = []

    /// - Parameter files: of one language, as ``EventExtractor/init(files:)`` reads them.
    package init(files: [String: [UInt8]]) throws(EventExtractionError) {
        let vocabulary = try Lexicon.read(files).vocabulary
        for (name, weights) in try Table.numbers("confidence.tsv", in: files, columns: 3, expected: "two numbers") {
            features[name] = (weights[0], weights[1])
        }
        var table = try Table("headwords.tsv", in: files, columns: 3)
        while try table.next() {
            let weights = try table.numbers(expected: "two numbers")
            let word = String(decoding: table.bytes[table[0]], as: UTF8.self)
            guard let lemma = vocabulary.lemma(of: vocabulary.number(of: table.bytes, table[0])) else { continue }
            headwords.append((word, lemma, (weights[0], weights[1])))
        }
    }
}
