import Articles
import Tables

/// Which words the sentences of a text share: who and what a sentence speaks of, another spoke of before.
struct Cohesion: Sendable {
    /// The hashes of each sentence's words, sorted.
    private let words: [[UInt64]]
    /// In how many sentences each word is.
    private let counts: [UInt64: Int]

    /// Shorter words, and those in more sentences, tell nothing.
    private static let leastLength = 4
    private static let mostSentences = 6
    private static let greatest = 1.5

    init(_ reading: Reading) {
        var counts: [UInt64: Int] = [:]
        var words: [[UInt64]] = []
        words.reserveCapacity(reading.document.sentences.count)
        for sentence in reading.document.sentences {
            var own: Set<UInt64> = []
            for index in sentence.tokens {
                let token = reading.document.tokens[index]
                guard token.kind == .word, token.range.count >= Self.leastLength, reading.toponymAt[index] == 0,
                    reading.timeAt[index] == 0, !reading.classes[index].hasAny(Self.empty)
                else { continue }
                // `soldier` and `soldiers`
                let end = token.range.end - (reading.document.bytes[token.range.end - 1] == UInt8(ascii: "s") ? 1 : 0)
                own.insert(StableHash.lowercased(reading.document.bytes, token.range.start..<end).hash)
            }
            for word in own { counts[word, default: 0] += 1 }
            words.append(own.sorted())
        }
        self.words = words
        self.counts = counts
    }

    private static let empty: WordClasses = [
        .preposition, .determiner, .be, .have, .auxDo, .modal, .conjunction, .subordinator, .relative, .report, .adverb,
        .negation, .subjectPronoun, .possessive, .number, .of, .by, .locative, .destination, .fromPreposition, .nearby,
        .divisionWord, .settlement, .compass,
    ]

    /// How much two sentences share, 0...1.5: rare words count more.
    func value(_ a: Int, _ b: Int) -> Double {
        guard words.indices.contains(a), words.indices.contains(b) else { return 0 }
        var sum = 0.0
        var (i, j) = (0, 0)
        while i < words[a].count, j < words[b].count {
            if words[a][i] == words[b][j] {
                let count = counts[words[a][i]] ?? 0
                if count <= Self.mostSentences { sum += 1 / Double(max(2, count)) }
                i += 1
                j += 1
            } else if words[a][i] < words[b][j] {
                i += 1
            } else {
                j += 1
            }
        }
        return min(sum, Self.greatest)
    }
}
