import Articles

/// The tokens of a document with the numbers of their words.
struct TokenStream {
    let bytes: [UInt8]
    let tokens: [Token]
    /// The number of the word of every token; ``WordTable/unknown`` for numbers and words no table knows.
    let ids: [Int32]
    let vocabulary: Vocabulary
    /// The first day on which the text may have been published.
    let published: CalendarDay?

    init(_ document: Document, vocabulary: Vocabulary) {
        bytes = document.bytes
        tokens = document.tokens
        published = document.article.published?.firstDay
        self.vocabulary = vocabulary
        var ids: [Int32] = []
        ids.reserveCapacity(document.tokens.count)
        for (index, token) in document.tokens.enumerated() {
            ids.append(
                token.kind == .number
                    ? WordTable.unknown
                    : vocabulary.table.id(of: document.words[index], in: document.bytes, token.range))
        }
        self.ids = ids
    }

    var count: Int { tokens.count }

    /// The number of the word at `index`, ``WordTable/unknown`` past either end.
    func id(_ index: Int) -> Int32 { index >= 0 && index < ids.count ? ids[index] : WordTable.unknown }

    /// Whether the word at `index` is in `sentence` and belongs to the class.
    func has(_ classID: Int, at index: Int, in sentence: Range<Int>) -> Bool {
        sentence.contains(index) && vocabulary.contains(id(index), classID: classID)
    }

    /// Whether no space stands before the token at `index`.
    func isAdjacent(_ index: Int) -> Bool {
        index > 0 && index < tokens.count && tokens[index].range.start == tokens[index - 1].range.end
    }

    func isNumber(_ index: Int) -> Bool { index >= 0 && index < tokens.count && tokens[index].kind == .number }

    /// The one ASCII character the token at `index` is, or 0.
    func mark(_ index: Int) -> UInt8 {
        guard index >= 0, index < tokens.count, tokens[index].range.count == 1 else { return 0 }
        return bytes[tokens[index].range.start]
    }

    /// The digits of the token at `index` as a number, `nil` if it is anything else; and how many they are.
    func digits(_ index: Int) -> (value: Int, count: Int)? {
        guard isNumber(index) else { return nil }
        let range = tokens[index].range
        guard range.count <= 9 else { return nil }
        var value = 0
        for position in range.start..<range.end {
            let byte = bytes[position]
            guard byte >= 0x30, byte <= 0x39 else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return (value, range.count)
    }

    /// The number at `index` with separators: `1,300`, `10.5`.
    func decimal(_ index: Int) -> Double? {
        guard isNumber(index) else { return nil }
        let range = tokens[index].range
        guard range.count <= 15 else { return nil }
        var value = 0.0
        var scale = 0.0
        for position in range.start..<range.end {
            let byte = bytes[position]
            switch byte {
            case 0x30...0x39:
                if scale > 0 {
                    value += Double(byte - 0x30) * scale
                    scale /= 10
                } else {
                    value = value * 10 + Double(byte - 0x30)
                }
            case UInt8(ascii: "."):
                guard scale == 0 else { return nil }
                scale = 0.1
            case UInt8(ascii: ","): guard scale == 0 else { return nil }
            default: return nil
            }
        }
        return value
    }

    /// Parts of the number token at `index` between `separator`: `13.9.2022`.
    func parts(_ index: Int, separator: UInt8) -> [(value: Int, count: Int)]? {
        guard isNumber(index) else { return nil }
        var result: [(value: Int, count: Int)] = []
        var value = 0
        var count = 0
        let range = tokens[index].range
        guard range.count <= 10 else { return nil }
        for position in range.start..<range.end {
            let byte = bytes[position]
            if byte == separator {
                result.append((value, count))
                (value, count) = (0, 0)
            } else {
                guard byte >= 0x30, byte <= 0x39 else { return nil }
                value = value * 10 + Int(byte - 0x30)
                count += 1
            }
        }
        result.append((value, count))
        return result
    }

    /// Whether a parenthesis opened at or after `start` holds the token at `index`.
    func isInParentheses(_ index: Int, from start: Int) -> Bool {
        var index = index - 1
        while index >= start {
            switch mark(index) {
            case UInt8(ascii: "("): return true
            case UInt8(ascii: ")"): return false
            default: index -= 1
            }
        }
        return false
    }
}
