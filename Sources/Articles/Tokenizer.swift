/// Splits text into tokens by bytes; Unicode properties are asked for non-ASCII characters only.
struct Tokenizer {
    private let bytes: [UInt8]

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    func tokens() -> [Token] {
        var tokens: [Token] = []
        tokens.reserveCapacity(bytes.count / 5)
        var index = 0
        while index < bytes.count {
            // Most bytes are those of plain words and of the spaces between them.
            let byte = bytes[index]
            if byte == 0x20 {
                index += 1
                continue
            }
            if Self.isLetter(byte), let token = plainWord(from: index) {
                tokens.append(token)
                index = token.range.end
                continue
            }
            let (kind, length) = classify(at: index)
            switch kind {
            case .space:
                index += length
            case .letter:
                let token = word(from: index)
                tokens.append(token)
                index = token.range.end
            case .digit:
                let end = endOfNumber(from: index)
                tokens.append(Token(range: TextRange(index, end), kind: .number, shape: .none))
                index = end
            case .mark, .other:
                tokens.append(Token(range: TextRange(index, index + length), kind: .punctuation, shape: .none))
                index += length
            }
        }
        return tokens
    }

    private enum Class { case letter, digit, space, mark, other }

    private func classify(at index: Int) -> (Class, Int) {
        let byte = bytes[index]
        if byte < 0x80 {
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): return (.letter, 1)
            case UInt8(ascii: "0")...UInt8(ascii: "9"): return (.digit, 1)
            case 0x20, 0x09...0x0D: return (.space, 1)
            default: return (byte < 0x20 || byte == 0x7F ? .space : .other, 1)
            }
        }
        let (scalar, length) = Self.scalar(in: bytes, at: index)
        let properties = scalar.properties
        if properties.isAlphabetic { return (.letter, length) }
        if properties.isWhitespace || scalar == "\u{200B}" || scalar == "\u{FEFF}" { return (.space, length) }
        switch properties.generalCategory {
        case .nonspacingMark, .spacingMark, .enclosingMark, .format: return (.mark, length)
        case .decimalNumber: return (.digit, length)
        default: return (.other, length)
        }
    }

    @inline(__always)
    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

    /// The word of ASCII letters from `start`; `nil` where apostrophes, full stops of initials or other letters may be
    /// part of it.
    @inline(__always)
    private func plainWord(from start: Int) -> Token? {
        var index = start
        var capitals = 0
        while index < bytes.count, case let byte = bytes[index], Self.isLetter(byte) {
            capitals += Int(~byte >> 5 & 1)
            index += 1
        }
        if index < bytes.count {
            let next = bytes[index]
            if next >= 0x80 || next == UInt8(ascii: "'") || next == UInt8(ascii: ".") && index - start == 1 {
                return nil
            }
        }
        let shape: Token.Shape =
            if bytes[start] & 0x20 != 0 {
                .lowercase
            } else if capitals < index - start {
                .capitalized
            } else {
                capitals == 1 ? .singleCapital : .allCapitals
            }
        return Token(range: TextRange(start, index), kind: .word, shape: shape)
    }

    /// The word from `start`: letters and marks, with apostrophes between letters (but not a final `'s`), and
    /// initials joined by full stops.
    private func word(from start: Int) -> Token {
        var index = start
        var letters = 0
        while index < bytes.count {
            let (kind, length) = classify(at: index)
            if kind == .letter || kind == .mark {
                if kind == .letter { letters += 1 }
                index += length
            } else if letters > 0, let length = apostrophe(at: index), index + length < bytes.count,
                classify(at: index + length).0 == .letter, !isPossessive(at: index + length)
            {
                index += length
            } else {
                break
            }
        }
        // Initials: U.S., D.C., i.e.
        if letters == 1, index < bytes.count, bytes[index] == UInt8(ascii: ".") {
            var end = index
            var groups = 1
            while end < bytes.count, bytes[end] == UInt8(ascii: "."), end + 1 < bytes.count,
                isSingleLetter(at: end + 1)
            {
                groups += 1
                end += 1 + classify(at: end + 1).1
            }
            if groups > 1 {
                if end < bytes.count, bytes[end] == UInt8(ascii: ".") { end += 1 }
                return Token(range: TextRange(start, end), kind: .word, shape: shape(of: TextRange(start, end)))
            }
        }
        return Token(range: TextRange(start, index), kind: .word, shape: shape(of: TextRange(start, index)))
    }

    private func isSingleLetter(at index: Int) -> Bool {
        let (kind, length) = classify(at: index)
        guard kind == .letter else { return false }
        return index + length >= bytes.count || classify(at: index + length).0 != .letter
    }

    /// The length of an apostrophe at `index`: `'` or U+2019, U+02BC, U+2018.
    private func apostrophe(at index: Int) -> Int? {
        if bytes[index] == UInt8(ascii: "'") { return 1 }
        if bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80,
            bytes[index + 2] == 0x99 || bytes[index + 2] == 0x98
        {
            return 3
        }
        if bytes[index] == 0xCA, index + 1 < bytes.count, bytes[index + 1] == 0xBC { return 2 }
        return nil
    }

    /// Whether a lone `s` stands at `index`, as after the apostrophe of `Kherson's`.
    private func isPossessive(at index: Int) -> Bool {
        (bytes[index] == UInt8(ascii: "s") || bytes[index] == UInt8(ascii: "S"))
            && (index + 1 >= bytes.count || classify(at: index + 1).0 != .letter)
    }

    private func endOfNumber(from start: Int) -> Int {
        var index = start
        while index < bytes.count {
            let (kind, length) = classify(at: index)
            if kind == .digit {
                index += length
            } else if bytes[index] == UInt8(ascii: ".") || bytes[index] == UInt8(ascii: ","), index + 1 < bytes.count,
                classify(at: index + 1).0 == .digit
            {
                index += 1
            } else {
                break
            }
        }
        return index
    }

    private func shape(of range: TextRange) -> Token.Shape {
        var upper = 0
        var lower = 0
        var firstIsUpper = false
        var index = range.start
        var seen = 0
        while index < range.end {
            let (scalar, length) = Self.scalar(in: bytes, at: index)
            index += length
            let isUpper: Bool
            let isLower: Bool
            if scalar.isASCII {
                isUpper = (0x41...0x5A).contains(scalar.value)
                isLower = (0x61...0x7A).contains(scalar.value)
            } else {
                isUpper = scalar.properties.isUppercase
                isLower = scalar.properties.isLowercase
            }
            guard isUpper || isLower else { continue }
            if seen == 0 { firstIsUpper = isUpper }
            seen += 1
            if isUpper { upper += 1 } else { lower += 1 }
        }
        if seen == 0 { return .none }
        if !firstIsUpper { return .lowercase }
        if lower > 0 { return .capitalized }
        return upper == 1 ? .singleCapital : .allCapitals
    }

    /// Decodes the scalar at `index` of valid UTF-8.
    static func scalar(in bytes: [UInt8], at index: Int) -> (Unicode.Scalar, Int) {
        let first = UInt32(bytes[index])
        func continuation(_ offset: Int) -> UInt32 {
            index + offset < bytes.count ? UInt32(bytes[index + offset]) & 0x3F : 0
        }
        let value: UInt32
        let length: Int
        switch first {
        case 0..<0x80: (value, length) = (first, 1)
        case 0xC0..<0xE0: (value, length) = ((first & 0x1F) << 6 | continuation(1), 2)
        case 0xE0..<0xF0: (value, length) = ((first & 0x0F) << 12 | continuation(1) << 6 | continuation(2), 3)
        default:
            value = (first & 0x07) << 18 | continuation(1) << 12 | continuation(2) << 6 | continuation(3)
            length = 4
        }
        return (Unicode.Scalar(value) ?? "\u{FFFD}", min(length, bytes.count - index))
    }
}
