import Articles

/// Sentences that a page shows twice: headlines above the text, pull quotes, captions with and without a credit.
struct RepeatedSentences {
    /// Whether each sentence only repeats another.
    let isRepeated: [Bool]

    /// Shorter sentences may well stand twice.
    private static let shortest = 5

    init(_ reading: Reading) {
        let sentences = reading.document.sentences
        var marks = [Bool](repeating: false, count: sentences.count)
        var seen: [[UInt8]: Int] = [:]
        for (number, sentence) in sentences.enumerated() where sentence.tokens.count >= Self.shortest {
            if number + 1 < sentences.count, Self.begins(sentences[number + 1], with: sentence, reading) {
                marks[number] = true
                continue
            }
            let key = Self.key(sentence, reading)
            if let earlier = seen[key] {
                // At the top it is a heading of what follows, further down a quotation from what stands above.
                if number - earlier <= 4, earlier < 8 { marks[earlier] = true } else { marks[number] = true }
            }
            if !marks[number] { seen[key] = number }
        }
        isRepeated = marks
    }

    /// The words and numbers of a sentence, without what stands between.
    private static func key(_ sentence: Sentence, _ reading: Reading) -> [UInt8] {
        var bytes: [UInt8] = []
        for token in reading.document.tokens[sentence.tokens] where token.kind != .punctuation {
            bytes += reading.document.bytes[token.range.start..<token.range.end]
            bytes.append(0)
        }
        return bytes
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
