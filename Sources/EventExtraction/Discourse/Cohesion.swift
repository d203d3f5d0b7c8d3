import Articles
import Tables

/// Which words the sentences of a text share: who and what a sentence speaks of, another spoke of before.
struct Cohesion: Sendable {
    /// The numbers of the words that each sentence shares with a few others, sorted; those of sentence `n` are in `ranges[n]`.
    private var words: [Int32] = []
    private var ranges: [Range<Int>]
    /// What a word counts that two sentences share.
    private var weights: [Double] = []

    /// Shorter words, and those in more sentences, tell nothing.
    private static let leastLength = 4
    private static let mostSentences = 6
    private static let greatest = 1.5
    /// The bits of a key that say the sentence; the others are of the word's hash. Later sentences share nothing.
    private static let sentenceBits: UInt64 = 0xFFFF

    init(_ reading: Reading) {
        let keys = Self.keys(reading)
        ranges = [Range<Int>](repeating: 0..<0, count: reading.document.sentences.count)
        var shared: [(sentence: Int, word: Int32)] = []
        var index = 0
        while index < keys.count {
            var end = index
            var own = 0
            while end < keys.count, (keys[end] ^ keys[index]) & ~Self.sentenceBits == 0 {
                if end == index || keys[end] != keys[end - 1] { own += 1 }
                end += 1
            }
            if own > 1, own <= Self.mostSentences {
                for position in index..<end where position == index || keys[position] != keys[position - 1] {
                    shared.append((Int(keys[position] & Self.sentenceBits), Int32(weights.count)))
                }
                weights.append(1 / Double(own))
            }
            index = end
        }
        shared.sort { ($0.sentence, $0.word) < ($1.sentence, $1.word) }
        words = shared.map(\.word)
        var start = 0
        while start < shared.count {
            var end = start
            while end < shared.count, shared[end].sentence == shared[start].sentence { end += 1 }
            ranges[shared[start].sentence] = start..<end
            start = end
        }
    }

    /// Hash and sentence of each word that may tell something, sorted.
    private static func keys(_ reading: Reading) -> [UInt64] {
        var keys: [UInt64] = []
        keys.reserveCapacity(reading.document.tokens.count / 2)
        for (number, sentence) in reading.document.sentences.prefix(Int(sentenceBits)).enumerated() {
            for index in sentence.tokens {
                let token = reading.document.tokens[index]
                guard token.kind == .word, token.range.count >= leastLength, reading.toponymAt[index] == 0,
                    reading.timeAt[index] == 0, !reading.classes[index].hasAny(empty)
                else { continue }
                // `soldier` and `soldiers`
                let end = token.range.end - (reading.document.bytes[token.range.end - 1] == UInt8(ascii: "s") ? 1 : 0)
                let hash = StableHash.lowercased(reading.document.bytes, token.range.start..<end).hash
                keys.append(hash & ~sentenceBits | UInt64(number))
            }
        }
        keys.sort()
        return keys
    }

    private static let empty: WordClasses = [
        .preposition, .determiner, .be, .have, .auxDo, .modal, .conjunction, .subordinator, .relative, .report, .adverb,
        .negation, .subjectPronoun, .possessive, .number, .of, .by, .locative, .destination, .fromPreposition, .nearby,
        .divisionWord, .settlement, .compass,
    ]

    /// How much two sentences share, 0...1.5: rare words count more.
    func value(_ a: Int, _ b: Int) -> Double {
        guard ranges.indices.contains(a), ranges.indices.contains(b) else { return 0 }
        var sum = 0.0
        var (i, j) = (ranges[a].lowerBound, ranges[b].lowerBound)
        while i < ranges[a].upperBound, j < ranges[b].upperBound {
            if words[i] == words[j] {
                sum += weights[Int(words[i])]
                i += 1
                j += 1
            } else if words[i] < words[j] {
                i += 1
            } else {
                j += 1
            }
        }
        return min(sum, Self.greatest)
    }
}
