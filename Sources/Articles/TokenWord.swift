import Tables

/// A token as tables of words look for it: hashed once, for several look it up.
public struct TokenWord: Hashable, Sendable {
    /// Of its bytes with ASCII letters made small, as ``StableHash/lowercased(_:_:)`` says.
    public let hash: UInt64
    public let isASCII: Bool
    /// Whether any of its letters is a capital of ASCII.
    public let hasCapital: Bool

    /// The words of `tokens`, which are in order and lie in `bytes`.
    static func all(of tokens: [Token], in bytes: [UInt8]) -> [TokenWord] {
        bytes.withUnsafeBufferPointer { bytes in
            [TokenWord](unsafeUninitializedCapacity: tokens.count) { words, count in
                for token in tokens where token.range.end <= bytes.count {
                    words.initializeElement(at: count, to: TokenWord(bytes, token.range))
                    count += 1
                }
            }
        }
    }

    @inline(__always)
    private init(_ bytes: UnsafeBufferPointer<UInt8>, _ range: TextRange) {
        var hash = StableHash.seed
        var bits: UInt8 = 0
        var hasCapital = false
        var index = range.start
        while index < range.end {
            let byte = bytes[index]
            let lowercased = StableHash.lowercased(byte)
            bits |= byte
            hasCapital = hasCapital || lowercased != byte
            hash = StableHash.hashed(hash, lowercased)
            index += 1
        }
        self.hash = hash
        isASCII = bits < 0x80
        self.hasCapital = hasCapital
    }
}
