import Articles
import Tables

/// The words that some rule or vocabulary row knows, by number; open addressing over lower-cased bytes.
///
/// A look-up reads the token's bytes once and allocates nothing, except for a word with bytes outside ASCII.
struct WordTable: Sendable {
    /// The number of a word no table knows.
    static let unknown: Int32 = 0

    private var slots: [Int32] = Array(repeating: 0, count: 256)
    private var starts: [Int32] = [0, 0]
    private var pool: [UInt8] = []

    /// One more than the largest number given.
    var count: Int { starts.count - 1 }

    private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var value = StableHash.seed
        for byte in bytes { value = StableHash.hashed(value, lower(byte)) }
        return value ^ (value >> 29)
    }

    @inline(__always)
    private static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

    private func isWord(_ id: Int32, _ bytes: ArraySlice<UInt8>) -> Bool {
        let start = Int(starts[Int(id)])
        guard Int(starts[Int(id) + 1]) - start == bytes.count else { return false }
        var index = start
        for byte in bytes {
            if pool[index] != Self.lower(byte) { return false }
            index += 1
        }
        return true
    }

    /// The number of `word` (in lower case), given now if it has none yet.
    mutating func insert(_ word: String) -> Int32 {
        let bytes = Array(word.lowercased().utf8)
        let known = find(bytes[...])
        if known != Self.unknown { return known }
        let id = Int32(count)
        pool += bytes
        starts.append(Int32(pool.count))
        if count * 2 > slots.count { rebuild() } else { place(id, bytes) }
        return id
    }

    private mutating func rebuild() {
        slots = Array(repeating: 0, count: slots.count * 2)
        for id in 1..<count { place(Int32(id), Array(pool[Int(starts[id])..<Int(starts[id + 1])])) }
    }

    private mutating func place(_ id: Int32, _ bytes: [UInt8]) {
        var slot = Int(Self.hash(bytes) & UInt64(slots.count - 1))
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = id
    }

    private func find(_ bytes: ArraySlice<UInt8>) -> Int32 {
        var slot = Int(Self.hash(bytes) & UInt64(slots.count - 1))
        while slots[slot] != 0 {
            if isWord(slots[slot], bytes) { return slots[slot] }
            slot = (slot + 1) & (slots.count - 1)
        }
        return Self.unknown
    }

    /// The number of the word in `range` of `bytes`, or ``unknown``.
    func id(in bytes: [UInt8], _ range: TextRange) -> Int32 {
        let slice = bytes[range.start..<range.end]
        if slice.contains(where: { $0 >= 0x80 }) {
            let lowered = Array(String(decoding: slice, as: UTF8.self).lowercased().utf8)
            return find(lowered[...])
        }
        return find(slice)
    }
}
