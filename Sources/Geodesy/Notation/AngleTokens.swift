/// What the text of a coordinate is made of.
struct AngleToken: Hashable {
    enum Kind: Hashable {
        /// Value, whether it has a sign, and whether it has a fraction or an exponent.
        case number(Double, signed: Bool, whole: Bool)
        case degrees, minutes, seconds
        /// `:` between degrees, minutes and seconds.
        case colon
        /// `N`, `S`, `E`, `W`.
        case hemisphere(UInt8)
        /// `,`, `;` or `/` between latitude and longitude.
        case separator
    }

    var kind: Kind
    /// Bytes of the text.
    var range: Range<Int>
    /// Whether a space stands before it.
    var spaced: Bool

    var isNumber: Bool { if case .number = kind { true } else { false } }
    var hemisphere: UInt8? { if case .hemisphere(let letter) = kind { letter } else { nil } }
}

enum AngleTokens {
    /// Signs that people and programs write, by their UTF-8 bytes; the first that fits counts.
    private static let signs: [(bytes: [UInt8], kind: AngleToken.Kind)] = bytes([
        ("''", .seconds), ("′′", .seconds), ("’’", .seconds), ("°", .degrees), ("º", .degrees), ("˚", .degrees),
        ("′", .minutes), ("'", .minutes), ("’", .minutes), ("‘", .minutes), ("ʹ", .minutes), ("´", .minutes),
        ("″", .seconds), ("\"", .seconds), ("”", .seconds), ("“", .seconds), ("ʺ", .seconds), (":", .colon),
        (",", .separator), (";", .separator), ("/", .separator),
    ])

    private static let words: [(bytes: [UInt8], kind: AngleToken.Kind)] = bytes([
        ("north", .hemisphere(UInt8(ascii: "N"))), ("south", .hemisphere(UInt8(ascii: "S"))),
        ("east", .hemisphere(UInt8(ascii: "E"))), ("west", .hemisphere(UInt8(ascii: "W"))), ("deg", .degrees),
        ("min", .minutes), ("sec", .seconds), ("d", .degrees), ("m", .minutes),
    ])

    private static func bytes(_ rows: [(String, AngleToken.Kind)]) -> [(bytes: [UInt8], kind: AngleToken.Kind)] {
        rows.map { (Array($0.0.utf8), $0.1) }
    }

    private static let minus = Array("−".utf8)
    private static let spaces = ["\u{00A0}", "\u{2009}", "\u{202F}"].map { Array($0.utf8) }

    /// The tokens of `text`, or the byte at which something else stands.
    static func read(_ text: [UInt8]) -> (tokens: [AngleToken], fault: Int?) {
        var tokens: [AngleToken] = []
        var index = 0
        var spaced = false
        while index < text.count {
            if text[index] == 0x20 || text[index] == 0x09 {
                spaced = true
                index += 1
                continue
            }
            if let space = spaces.first(where: { text[index...].starts(with: $0) }) {
                spaced = true
                index += space.count
                continue
            }
            guard let (kind, end) = token(text, at: index, after: tokens) else { return (tokens, index) }
            tokens.append(AngleToken(kind: kind, range: index..<end, spaced: spaced))
            spaced = false
            index = end
        }
        return (tokens, nil)
    }

    private static func token(
        _ text: [UInt8], at index: Int, after tokens: [AngleToken]
    ) -> (AngleToken.Kind, Int)? {
        if let number = number(text, at: index) { return number }
        for sign in signs where text[index...].starts(with: sign.bytes) {
            return (sign.kind, index + sign.bytes.count)
        }
        let lower = text[index...].prefix(6).map { $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0 }
        for word in words where lower.starts(with: word.bytes) {
            let end = index + word.bytes.count
            let isCut = word.bytes.count > 1 && end < text.count && isLetter(text[end])
            if !isCut { return (word.kind, end) }
        }
        guard let letter = lower.first else { return nil }
        // "12m34s" counts seconds, "34 S" is the south.
        if text[index] == UInt8(ascii: "s"), let last = tokens.last, last.isNumber, tokens.count > 1,
            case .minutes = tokens[tokens.count - 2].kind
        {
            return (.seconds, index + 1)
        }
        let isFollowed = index + 1 < text.count && isLetter(text[index + 1])
        guard "nsew".utf8.contains(letter), !isFollowed else { return nil }
        return (.hemisphere(letter & ~0x20), index + 1)
    }

    private static func number(_ text: [UInt8], at start: Int) -> (AngleToken.Kind, Int)? {
        let isMinus = text[start...].starts(with: minus)
        let isSigned = isMinus || text[start] == UInt8(ascii: "-") || text[start] == UInt8(ascii: "+")
        let first = start + (isMinus ? minus.count : isSigned ? 1 : 0)
        guard first < text.count, text[first] != UInt8(ascii: "-"), text[first] != UInt8(ascii: "+") else { return nil }
        return text.withUnsafeBufferPointer { bytes in
            guard let (value, end) = DecimalNumber.prefix(bytes, from: first) else { return nil }
            let isNegative = isMinus || text[start] == UInt8(ascii: "-")
            let isWhole = text[first..<end].allSatisfy { (0x30...0x39).contains($0) }
            return (.number(isNegative ? -value : value, signed: isSigned, whole: isWhole), end)
        }
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) || byte >= 0x80 }
}
