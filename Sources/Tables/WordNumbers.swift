/// Numbers for words, from 1 in the order in which they come: open addressing over the hashes of words.
///
/// A word is known by its 64-bit hash alone: two of the some ten thousand words of a table, or one of them and a word of a
/// text, share one less than once in 10^14 texts. Words are found whatever the case of their ASCII letters; other letters must
/// be small already.
public struct WordNumbers: Sendable {
    /// By number; 0 has none.
    @usableFromInline var hashes: [UInt64] = [0]
    /// The upper half of the hash beside the number; 0 is an empty slot.
    @usableFromInline var slots: [UInt64]

    /// - Parameter capacity: how many words are expected.
    public init(capacity: Int = 64) {
        var count = 128
        while count < 2 * capacity, count < 1 << 24 { count *= 2 }
        slots = [UInt64](repeating: 0, count: count)
    }

    /// One more than the largest number given.
    public var count: Int { hashes.count }

    @inlinable @inline(__always)
    static func spread(_ hash: UInt64) -> UInt64 { (hash ^ hash >> 32) &* 0x9E37_79B9_7F4A_7C15 }

    /// The number of the word of which ``StableHash/lowercased(_:_:)`` says `hash`, 0 where there is none.
    @inlinable @inline(__always)
    public func find(hash: UInt64) -> Int32 {
        let spread = Self.spread(hash)
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: spread >> 32) & mask
        while true {
            let entry = slots[slot]
            if entry == 0 { return 0 }
            if (entry ^ spread) >> 32 == 0 {
                let number = Int32(truncatingIfNeeded: entry)
                if hashes[Int(number)] == hash { return number }
            }
            slot = (slot + 1) & mask
        }
    }

    /// The number of the word at `range` of `bytes`, given now if it has none yet.
    public mutating func insert(_ bytes: [UInt8], _ range: Range<Int>) -> Int32 {
        insert(hash: StableHash.lowercased(bytes, range).hash)
    }

    /// The number of the word of which ``StableHash/lowercased(_:_:)``, or whatever all words here are told by, says `hash`, given now if it has
    /// none yet.
    public mutating func insert(hash: UInt64) -> Int32 {
        let known = find(hash: hash)
        if known != 0 { return known }
        let number = Int32(truncatingIfNeeded: count)
        hashes.append(hash)
        if count * 2 > slots.count { grow() }
        place(Self.spread(hash), number)
        return number
    }

    /// The number of `word`, 0 where it has none.
    public func find(_ word: String) -> Int32 {
        let bytes = Array(word.utf8)
        return find(hash: StableHash.lowercased(bytes, bytes.indices).hash)
    }

    private mutating func place(_ spread: UInt64, _ number: Int32) {
        var slot = Int(truncatingIfNeeded: spread >> 32) & (slots.count - 1)
        while slots[slot] != 0 { slot = (slot + 1) & (slots.count - 1) }
        slots[slot] = (spread & 0xFFFF_FFFF_0000_0000) | UInt64(UInt32(bitPattern: number))
    }

    private mutating func grow() {
        let old = slots
        slots = [UInt64](repeating: 0, count: old.count * 2)
        for entry in old where entry != 0 {
            place(entry & 0xFFFF_FFFF_0000_0000, Int32(truncatingIfNeeded: entry))
        }
    }
}
