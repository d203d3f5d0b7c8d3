import Articles
import Tables

/// Sentences that a page shows twice: headlines above the text, pull quotes, captions with and without a credit.
struct RepeatedSentences {
    /// Whether each sentence only repeats another.
    let isRepeated: [Bool]

    /// Shorter sentences may well stand twice.
    private static let shortest = 5

    init(_ reading: Reading) {
        let sentences = reading.document.sentences
        var marks = [Bool](repeating: false, count: sentences.count)
        // Sentences by the hash of their words; one that only shares it has the next free number.
        var seen: [UInt64: Int] = [:]
        for (number, sentence) in sentences.enumerated() where sentence.tokens.count >= Self.shortest {
            if number + 1 < sentences.count, Self.begins(sentences[number + 1], with: sentence, reading) {
                marks[number] = true
                continue
            }
            var hash = Self.hash(sentence, reading)
            while let earlier = seen[hash], !Self.haveSameWords(sentences[earlier], sentence, reading) { hash &+= 1 }
            if let earlier = seen[hash] {
                // At the top it is a heading of what follows, further down a quotation from what stands above.
                if number - earlier <= 4, earlier < 8 { marks[earlier] = true } else { marks[number] = true }
            }
            if !marks[number] { seen[hash] = number }
        }
        isRepeated = marks
    }

    /// A hash of the words and numbers of a sentence, without what stands between: of their numbers, first bytes and lengths.
    private static func hash(_ sentence: Sentence, _ reading: Reading) -> UInt64 {
        var hash = StableHash.seed
        for index in sentence.tokens {
            let token = reading.document.tokens[index]
            guard token.kind != .punctuation else { continue }
            let first = UInt64(reading.document.bytes[token.range.start])
            let word = UInt64(UInt32(bitPattern: reading.words[index]))
            hash = StableHash.mixed(hash ^ (word << 24 | UInt64(truncatingIfNeeded: token.range.count) << 8 | first))
        }
        return hash
    }

    private static func haveSameWords(_ a: Sentence, _ b: Sentence, _ reading: Reading) -> Bool {
        let document = reading.document
        var (i, j) = (a.tokens.lowerBound, b.tokens.lowerBound)
        while true {
            while i < a.tokens.upperBound, document.tokens[i].kind == .punctuation { i += 1 }
            while j < b.tokens.upperBound, document.tokens[j].kind == .punctuation { j += 1 }
            guard i < a.tokens.upperBound, j < b.tokens.upperBound else {
                return i == a.tokens.upperBound && j == b.tokens.upperBound
            }
            let (x, y) = (document.tokens[i].range, document.tokens[j].range)
            guard document.bytes[x.start..<x.end].elementsEqual(document.bytes[y.start..<y.end]) else { return false }
            i += 1
            j += 1
        }
    }

    private static func begins(_ longer: Sentence, with shorter: Sentence, _ reading: Reading) -> Bool {
        guard longer.tokens.count >= shorter.tokens.count else { return false }
        let bytes = reading.document.bytes
        for offset in 0..<shorter.tokens.count {
            let a = reading.document.tokens[shorter.tokens.lowerBound + offset].range
            let b = reading.document.tokens[longer.tokens.lowerBound + offset].range
            guard a.count == b.count else { return false }
            for index in 0..<a.count where bytes[a.start + index] != bytes[b.start + index] { return false }
        }
        return true
    }
}
