import Tables

/// What an article may be about. The words of each are rows of `topics.tsv`.
package enum Topic: String, CaseIterable, Sendable {
    case disease, nature, business, sport, culture, civic, education, court, police, politics, diplomacy, war, protest
    case science, opinion

    var bit: UInt16 { 1 << UInt16(Topic.allCases.firstIndex(of: self) ?? 0) }
}

/// The words of each topic: `topics.tsv`, topic and words.
struct TopicTable: Sendable {
    /// For each word of the vocabulary the bits of its topics.
    private var bits: [UInt16]

    /// The words of the table, written as those of `classes.tsv`.
    static func words(
        _ tables: [String: String], lexicon: inout LexiconBuilder
    ) throws(EventExtractionError) -> [(word: Int32, bit: UInt16)] {
        var words: [(word: Int32, bit: UInt16)] = []
        var table = try Table("topics.tsv", in: tables, columns: 2)
        while try table.next() {
            guard let topic = Topic(rawValue: table.text(0)) else {
                throw table.bad(
                    table[0], expected: "one of " + Topic.allCases.map(\.rawValue).joined(separator: ", "))
            }
            var rest = table[1]
            while let word = table.bytes.nextPart(of: &rest, separator: UInt8(ascii: " ")) {
                lexicon.forEachForm(table.bytes, word) { words.append(($0, topic.bit)) }
            }
        }
        return words
    }

    /// - Parameter vocabulary: complete.
    init(_ words: [(word: Int32, bit: UInt16)], vocabulary: Vocabulary) {
        bits = Array(repeating: 0, count: vocabulary.count)
        for (word, bit) in words { bits[Int(word)] |= bit }
    }

    /// The bits of the topics that `word` belongs to.
    func topics(of word: Int32) -> UInt16 { bits[Int(word)] }
}

/// How much a document speaks of each topic. Made in one pass over its tokens.
struct DocumentTopics: Sendable {
    /// Words a hundred, 0...1 when five or more are; by the order of ``Topic/allCases``.
    let shares: [Double]

    init(_ reading: Reading) {
        var counts = [Int](repeating: 0, count: Topic.allCases.count)
        for word in reading.words {
            var bits = reading.lexicon.topics.topics(of: word)
            while bits != 0 {
                counts[bits.trailingZeroBitCount] += 1
                bits &= bits - 1
            }
        }
        // Short texts are taken for what they are with less certainty.
        let length = Double(max(60, reading.words.count))
        shares = counts.map { min(1, 20 * Double($0) / length) }
    }
}
