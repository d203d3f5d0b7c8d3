import Articles
import Tables

/// The hashes of the words that rules ask for by name.
final class KnownWords: Sendable {
    let comma = WordHash.of(",".utf8)
    let and = WordHash.of("and".utf8)
    let or = WordHash.of("or".utf8)
    let ampersand = WordHash.of("&".utf8)
    let the = WordHash.of("the".utf8)
    let stop = WordHash.of(".".utf8)
    let hyphen = WordHash.of("-".utf8)
    /// U+2010.
    let longHyphen = WordHash.of("‐".utf8)
    let parenthesis = WordHash.of("(".utf8)
    let `in` = WordHash.of("in".utf8)
    let of = WordHash.of("of".utf8)
    let colon = WordHash.of(":".utf8)
    let apostrophe = WordHash.of("'".utf8)
    let s = WordHash.of("s".utf8)
    let quotes = ["\"", "“", "‘"].map { WordHash.of($0.utf8) }
    let like = WordHash.of("like".utf8)
    let including = WordHash.of("including".utf8)
    let namely = WordHash.of("namely".utf8)
    let `as` = WordHash.of("as".utf8)
    let such = WordHash.of("such".utf8)
    let `is` = WordHash.of("is".utf8)
    let was = WordHash.of("was".utf8)
    let lies = WordHash.of("lies".utf8)
    /// Join the parts of a name: "Isle of Wight".
    let connectors = ["of", "de", "du", "la", "and", "&", "-", "del"].map { WordHash.of($0.utf8) }
    let speech = ["said", "says", "told", "added"].map { WordHash.of($0.utf8) }
    let auxiliaries = [
        "was", "were", "is", "are", "has", "have", "had", "been", "being", "again", "also", "heavily",
    ].map { WordHash.of($0.utf8) }
    let dashes = ["—", "–", "-"].map { WordHash.of($0.utf8) }

    static let shared = KnownWords()

    private init() {}
}

/// What the words before a name announce, by the hashes of their phrases: a class of place, and how strongly a place.
struct PhraseTable: Sendable {
    struct Value: Sendable {
        var strength: UInt8 = 0
        /// Whether the phrase is a preposition of the list, whatever its strength.
        var isPreposition = false
        var announced: Lexicon.PlaceClass?
    }

    private var numbers: HashNumbers
    private var values: [Value] = []

    init(_ lexicon: Lexicon) {
        numbers = HashNumbers(capacity: lexicon.prepositions.count + lexicon.classBefore.count)
        for (hash, strength) in lexicon.prepositions {
            let number = number(of: hash)
            values[number].isPreposition = true
            values[number].strength = UInt8(clamping: strength)
        }
        for (hash, kind) in lexicon.classBefore { values[number(of: hash)].announced = kind }
    }

    private mutating func number(of hash: UInt64) -> Int {
        let number = numbers.number(of: hash)
        if number == values.count { values.append(Value()) }
        return number
    }

    @inline(__always)
    subscript(hash: UInt64) -> Value { numbers.known(hash).map { values[$0] } ?? Value() }
}

/// Words of a document in lower case, as hashes or as text.
enum LowercasedWord {
    /// The hash of a token in lower case, with one kind of apostrophe.
    @inline(__always)
    static func hash(_ document: Document, _ index: Int) -> UInt64 {
        let word = document.words[index]
        if word.isASCII, !word.hasCapital || document.tokens[index].shape != .lowercase { return word.hash | 1 }
        return hash(document, document.tokens[index])
    }

    private static func hash(_ document: Document, _ token: Token) -> UInt64 {
        // A word of ASCII that begins small is taken as it is: "d'Or".
        if token.shape == .lowercase, let hash = hashAsWritten(document, token) { return hash }
        var hash = StableHash.seed
        var index = token.range.start
        let end = token.range.end
        while index < end {
            let byte = document.bytes[index]
            if byte < 0x80 {
                hash = StableHash.hashed(hash, StableHash.lowercased(byte))
                index += 1
                continue
            }
            guard index + 1 < end, let (first, second) = twoBytes(byte, document.bytes[index + 1]) else {
                // General punctuation has no case.
                guard byte == 0xE2, index + 2 < end, document.bytes[index + 1] == 0x80 else {
                    return WordHash.of(text(document, token).utf8)
                }
                if document.bytes[index + 2] == 0x99 {
                    hash = StableHash.hashed(hash, 0x27)
                } else {
                    for offset in 0..<3 { hash = StableHash.hashed(hash, document.bytes[index + offset]) }
                }
                index += 3
                continue
            }
            hash = StableHash.hashed(StableHash.hashed(hash, first), second)
            index += 2
        }
        return hash | 1
    }

    /// `nil` for more than ASCII.
    private static func hashAsWritten(_ document: Document, _ token: Token) -> UInt64? {
        var hash = StableHash.seed
        for index in token.range.start..<token.range.end {
            let byte = document.bytes[index]
            if byte >= 0x80 { return nil }
            hash = StableHash.hashed(hash, byte)
        }
        return hash | 1
    }

    /// Letters of Western Europe and of Russian and Ukrainian in lower case; `nil` for all others.
    @inline(__always)
    private static func twoBytes(_ first: UInt8, _ second: UInt8) -> (UInt8, UInt8)? {
        switch first {
        case 0xC2: (first, second)
        case 0xC3: (first, second >= 0x80 && second <= 0x9E && second != 0x97 ? second + 0x20 : second)
        case 0xD0:
            switch second {
            case 0x80...0x8F: (0xD1, second + 0x10)
            case 0x90...0x9F: (0xD0, second + 0x20)
            case 0xA0...0xAF: (0xD1, second - 0x20)
            default: (first, second)
            }
        case 0xD1 where second < 0xA0: (first, second)
        default: nil
        }
    }

    /// The text of a token in lower case, ASCII by bytes, all else by Unicode; with one kind of apostrophe.
    static func text(_ document: Document, _ token: Token) -> String {
        let bytes = document.bytes[token.range.start..<token.range.end]
        guard bytes.allSatisfy({ $0 < 0x80 }) else {
            let word = document.text(token).lowercased()
            guard word.utf8.contains(0xE2) else { return word }
            return String(String.UnicodeScalarView(word.unicodeScalars.map { $0 == "\u{2019}" ? "'" : $0 }))
        }
        if token.shape == .lowercase || token.kind != .word { return String(decoding: bytes, as: UTF8.self) }
        return String(unsafeUninitializedCapacity: bytes.count) { buffer in
            for (index, byte) in bytes.enumerated() { buffer[index] = StableHash.lowercased(byte) }
            return bytes.count
        }
    }
}
