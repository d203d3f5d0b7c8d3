/// What an article may be about. The words of each are rows of `topics.tsv`.
package enum Topic: String, CaseIterable, Sendable {
    case disease, nature, business, sport, culture, civic, education, court, police, politics, diplomacy, war, protest
    case science, opinion
    /// What novels and films tell. It has no weight: ``ArticleKind`` asks for it.
    case fiction

    /// Those that `confidence.tsv` has weights for.
    static let weighted = allCases.prefix { $0 != .fiction }

    var bit: UInt16 { 1 << UInt16(Topic.allCases.firstIndex(of: self) ?? 0) }
}

/// The words of each topic: `topics.tsv`, topic and words.
struct TopicTable: Sendable {
    /// For each word of the vocabulary the bits of its topics.
    let bits: [UInt16]

    /// - Parameters:
    ///   - words: of the table.
    ///   - vocabulary: complete.
    init(_ words: [(word: Int32, label: Topic)], vocabulary: Vocabulary) {
        var bits = [UInt16](repeating: 0, count: vocabulary.count)
        for (word, topic) in words { bits[Int(word)] |= topic.bit }
        self.bits = bits
    }

    /// The bits of the topics that `word` belongs to.
    func topics(of word: Int32) -> UInt16 { bits[Int(word)] }
}

/// How much a document speaks of each topic. Made in one pass over its tokens.
struct DocumentTopics: Sendable {
    /// Words a hundred, 0...1 when five or more are; by the order of ``Topic/allCases``.
    let shares: [Double]

    subscript(_ topic: Topic) -> Double { shares[topic.bit.trailingZeroBitCount] }

    /// From which share on a document is about a topic: three words in two hundred.
    private static let spoken = 0.3

    /// The bits of the topics that it is about.
    var spokenOf: UInt64 {
        shares.indices.reduce(0) { shares[$1] >= Self.spoken ? $0 | 1 << UInt64($1) : $0 }
    }

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
