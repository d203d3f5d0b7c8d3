import Articles
import Tables

/// Sentences that a page shows twice: headlines above the text, pull quotes, captions with and without a credit.
struct RepeatedSentences {
    /// Whether each sentence only repeats another.
    let isRepeated: [Bool]

    /// Shorter sentences may well stand twice.
    private static let shortest = 5
    /// How many sentences stand at the top of a page, and how long a heading is at most, in tokens.
    private static let top = 6
    private static let longest = 60

    init(_ reading: Reading) {
        let sentences = reading.document.sentences
        var marks = [Bool](repeating: false, count: sentences.count)
        // Sentences by the hash of their words; one that only shares it has the next free number.
        var seen: [UInt64: Int] = [:]
        seen.reserveCapacity(sentences.count)
        for (number, sentence) in sentences.enumerated() where sentence.tokens.count >= Self.shortest {
            if number + 1 < sentences.count, Self.begins(sentences[number + 1], with: sentence, reading) {
                marks[number] = true
                continue
            }
            if number > 0, number < Self.top, Self.holds(sentences[number - 1], sentence, reading) {
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

    /// Whether `longer` has all of `shorter` in it: `Lyman: City retaken by the army - Daily News`, `City retaken by the army`.
    private static func holds(_ longer: Sentence, _ shorter: Sentence, _ reading: Reading) -> Bool {
        let words = shorter.tokens.count
        guard longer.tokens.count > words, longer.tokens.count <= longest else { return false }
        return (1...(longer.tokens.count - words)).contains { offset in
            let start = longer.tokens.lowerBound + offset
            return haveSameBytes(start..<(start + words), shorter.tokens, reading)
        }
    }

    private static func begins(_ longer: Sentence, with shorter: Sentence, _ reading: Reading) -> Bool {
        guard longer.tokens.count >= shorter.tokens.count else { return false }
        let start = longer.tokens.lowerBound
        return haveSameBytes(start..<(start + shorter.tokens.count), shorter.tokens, reading)
    }

    private static func haveSameBytes(_ a: Range<Int>, _ b: Range<Int>, _ reading: Reading) -> Bool {
        let (bytes, tokens) = (reading.document.bytes, reading.document.tokens)
        for offset in 0..<b.count {
            let (x, y) = (tokens[a.lowerBound + offset].range, tokens[b.lowerBound + offset].range)
            guard bytes[x.start..<x.end].elementsEqual(bytes[y.start..<y.end]) else { return false }
        }
        return true
    }
}
