internal import Tables

/// What tells that two passages are one text, printed twice: hashes of their shingles, every five words in a row, as
/// in ``TextSketch``, but of one sentence.
struct PassagePrint: Hashable, Sendable {
    /// Words in a shingle.
    private static let width = 5
    /// Two reporters may well write a shorter sentence alike.
    private static let leastWords = 8
    /// Hashes of a long sentence that are kept.
    private static let size = 64
    /// Of these, the hashes by which passages find each other.
    private static let keyCount = 6
    /// The share of the shorter passage that the other one has, from which on they are one text.
    private static let leastShare = 0.4

    /// In ascending order, without repetitions.
    private let hashes: [UInt32]
    /// Whether the passage is too short to tell by itself; then there is one hash, of all of it.
    private let isShort: Bool

    init(_ passage: String) {
        let words = Self.words(passage)
        isShort = words.count < Self.leastWords
        let width = isShort ? max(1, words.count) : Self.width
        var found: Set<UInt32> = []
        for start in stride(from: 0, through: words.count - width, by: 1) {
            var shingle: UInt64 = 0
            for word in words[start..<start + width] { shingle = (shingle ^ word) &* 0x9E37_79B9_7F4A_7C15 }
            shingle = (shingle ^ (shingle >> 33)) &* 0xff51_afd7_ed55_8ccd
            found.insert(UInt32(truncatingIfNeeded: shingle >> 32))
        }
        hashes = Array(found.sorted().prefix(Self.size))
    }

    /// Whether both are one text, as far as they tell.
    ///
    /// - Parameter isRelated: asked of short passages only: whether their articles have other text in common.
    func repeats(_ other: PassagePrint, isRelated: () -> Bool) -> Bool {
        guard isShort == other.isShort, !hashes.isEmpty else { return false }
        guard !isShort else { return hashes == other.hashes && isRelated() }
        var shared = 0
        var (a, b) = (0, 0)
        while a < hashes.count, b < other.hashes.count {
            if hashes[a] == other.hashes[b] {
                shared += 1
                a += 1
                b += 1
            } else if hashes[a] < other.hashes[b] {
                a += 1
            } else {
                b += 1
            }
        }
        return Double(shared) >= Self.leastShare * Double(min(hashes.count, other.hashes.count))
    }

    /// Two passages that are one text have one of these in common, but for rare cases.
    var keys: ArraySlice<UInt32> { hashes.prefix(Self.keyCount) }

    /// A hash for each word, without case; quotes, dashes and spaces of all kinds part words.
    private static func words(_ passage: String) -> [UInt64] {
        var words: [UInt64] = []
        var word = StableHash.seed
        var isInWord = false
        var before: (UInt8, UInt8) = (0, 0)
        func end() {
            if isInWord { words.append(word) }
            isInWord = false
            word = StableHash.seed
        }
        for byte in passage.utf8 {
            defer { before = (before.1, byte) }
            switch byte {
            case 0x41...0x5A, 0x61...0x7A: word = StableHash.hashed(word, byte | 0x20)
            case 0x30...0x39: word = StableHash.hashed(word, byte)
            // What begins general punctuation (U+2000 to U+203F), quotes and the no-break space of Latin-1.
            case 0xE2, 0xC2: continue
            case 0x80 where before.1 == 0xE2:
                end()
                continue
            case 0x80...0xBF where before == (0xE2, 0x80) || before.1 == 0xC2:
                end()
                continue
            case 0x80...0xFF: word = StableHash.hashed(word, byte)
            default:
                end()
                continue
            }
            isInWord = true
        }
        end()
        return words
    }
}
