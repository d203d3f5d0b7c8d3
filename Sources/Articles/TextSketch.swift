import Tables

/// A short stand-in for a text by which near-duplicates are told: the least hashes of its shingles, every five words in a row
/// (A. Broder, "On the resemblance and containment of documents", 1997, doi:10.1109/SEQUEN.1997.666900).
public struct TextSketch: Hashable, Sendable {
    /// Words in a shingle: the hashes that ``init(_:)`` keeps in hand.
    static let width = 5
    /// Hashes that are kept.
    public static let size = 64
    /// Texts with fewer shingles are too short to tell.
    static let leastShingles = 20

    /// In ascending order, without repetitions.
    public let hashes: [UInt32]

    public init(_ document: Document) {
        // The hashes of the last words, the oldest first.
        var window: (UInt64, UInt64, UInt64, UInt64, UInt64) = (0, 0, 0, 0, 0)
        var words = 0
        var shingles: [UInt32] = []
        shingles.reserveCapacity(document.tokens.count)
        for (index, token) in document.tokens.enumerated() where token.kind != .punctuation {
            // Case differs between outlets that set headlines and names in capitals.
            window = (window.1, window.2, window.3, window.4, document.words[index].hash)
            words += 1
            guard words >= Self.width else { continue }
            let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
            var shingle = (window.0 &* factor) ^ window.1
            shingle = (shingle &* factor) ^ window.2
            shingle = (shingle &* factor) ^ window.3
            shingle = (shingle &* factor) ^ window.4
            shingle = (shingle ^ (shingle >> 33)) &* 0xff51_afd7_ed55_8ccd
            shingles.append(UInt32(truncatingIfNeeded: shingle >> 32))
        }
        hashes = shingles.count < Self.leastShingles ? [] : Self.least(of: shingles)
    }

    /// The least of `hashes`, each once, in ascending order.
    private static func least(of hashes: [UInt32]) -> [UInt32] {
        // Hashes are spread evenly: half as many again as are wanted lie below this, and only they need be sorted.
        let share = 1.5 * Double(size) / Double(hashes.count)
        if share < 1 {
            let limit = UInt32(share * Double(UInt32.max))
            let few = ascending(hashes.filter { $0 < limit })
            if few.count >= size { return Array(few[..<size]) }
        }
        return Array(ascending(hashes).prefix(size))
    }

    private static func ascending(_ hashes: [UInt32]) -> [UInt32] {
        var sorted = hashes.sorted()
        var count = 0
        for index in sorted.indices where count == 0 || sorted[count - 1] != sorted[index] {
            sorted[count] = sorted[index]
            count += 1
        }
        sorted.removeLast(sorted.count - count)
        return sorted
    }

    /// Reads ``text``; `nil` for what is none.
    public init?(text: String) {
        let digits = Array(text.utf8)
        guard digits.count % 8 == 0, digits.count <= Self.size * 8 else { return nil }
        var hashes: [UInt32] = []
        for start in stride(from: 0, to: digits.count, by: 8) {
            guard let hash = UInt32(String(decoding: digits[start..<start + 8], as: UTF8.self), radix: 16),
                hashes.last.map({ $0 < hash }) ?? true
            else { return nil }
            hashes.append(hash)
        }
        self.hashes = hashes
    }

    /// Eight hexadecimal digits a hash; `nil` for a text that is too short to tell.
    public var text: String? {
        guard !hashes.isEmpty else { return nil }
        return String(unsafeUninitializedCapacity: hashes.count * 8) { digits in
            var position = 0
            for hash in hashes {
                for place in 0..<8 {
                    let digit = UInt8(truncatingIfNeeded: hash >> UInt32(28 - 4 * place)) & 0xF
                    digits[position + place] = digit &+ (digit < 10 ? 0x30 : 0x57)
                }
                position += 8
            }
            return position
        }
    }

    /// The share of the shingles of both that are in both, 0...1 (an estimate; its standard error is at most 0.07).
    public func resemblance(_ other: TextSketch) -> Double {
        var union = 0
        var common = 0
        var (a, b) = (0, 0)
        while union < Self.size, a < hashes.count || b < other.hashes.count {
            union += 1
            if a < hashes.count, b < other.hashes.count, hashes[a] == other.hashes[b] {
                common += 1
                a += 1
                b += 1
            } else if b == other.hashes.count || a < hashes.count && hashes[a] < other.hashes[b] {
                a += 1
            } else {
                b += 1
            }
        }
        return union == 0 ? 0 : Double(common) / Double(union)
    }
}
