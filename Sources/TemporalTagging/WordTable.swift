import Articles
import Tables

/// The words that some rule or vocabulary row knows, by number.
///
/// A look-up reads the token's bytes once and allocates nothing, except for a word with letters outside ASCII.
struct WordTable: Sendable {
    /// The number of a word no table knows.
    static let unknown: Int32 = 0

    private var numbers = WordNumbers(capacity: 2048)

    /// One more than the largest number given.
    var count: Int { numbers.count }

    /// The number of the word at `range`, given now if it has none yet.
    mutating func insert(_ bytes: [UInt8], _ range: Range<Int>) -> Int32 {
        guard StableHash.lowercased(bytes, range).bits >= 0x80 else { return numbers.insert(bytes, range) }
        let lowered = Array(bytes.text(range).lowercased().utf8)
        return numbers.insert(lowered, lowered.indices)
    }

    /// The number of the word in `range` of `bytes`, or ``unknown``.
    func id(in bytes: [UInt8], _ range: TextRange) -> Int32 {
        let range = range.start..<range.end
        let (hash, bits) = StableHash.lowercased(bytes, range)
        if bits < 0x80 || Self.isPunctuation(bytes, range) { return numbers.find(hash: hash) }
        let lowered = Array(bytes.text(range).lowercased().utf8)
        return numbers.find(hash: StableHash.lowercased(lowered, lowered.indices).hash)
    }

    /// The number of the token with the word `word`, which stands in `range` of `bytes`, or ``unknown``.
    @inline(__always)
    func id(of word: TokenWord, in bytes: [UInt8], _ range: TextRange) -> Int32 {
        word.isASCII ? numbers.find(hash: word.hash) : id(in: bytes, range)
    }

    /// Whether it is a mark of General Punctuation alone, which has no case: a quotation mark, a dash.
    private static func isPunctuation(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        range.count == 3 && bytes[range.lowerBound] == 0xE2 && bytes[range.lowerBound + 1] & 0xFE == 0x80
    }
}
