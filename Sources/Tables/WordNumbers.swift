/// Numbers for words, from 1 in the order in which they come: open addressing over bytes in one place, with stored hashes.
///
/// Words are kept with the capitals of ASCII made small, and found whatever their case; other letters must be small already.
public struct WordNumbers: Sendable {
    @usableFromInline var arena: [UInt8] = []
    /// Where the word of each number begins, and the end of the last; word 0 is empty.
    @usableFromInline var starts: [Int32] = [0, 0]
    /// The upper half of the hash beside the number; 0 is an empty slot.
    @usableFromInline var slots: [UInt64]

    /// - Parameter capacity: how many words are expected.
    public init(capacity: Int = 64) {
        var count = 128
        while count < 2 * capacity, count < 1 << 24 { count *= 2 }
        slots = [UInt64](repeating: 0, count: count)
    }

    /// One more than the largest number given.
    public var count: Int { starts.count - 1 }

    @inlinable @inline(__always)
    static func spread(_ hash: UInt64) -> UInt64 { (hash ^ hash >> 32) &* 0x9E37_79B9_7F4A_7C15 }

    /// The number of the word at `range` of `bytes`, 0 where there is none.
    ///
    /// - Parameter hash: what ``StableHash/lowercased(_:_:)`` says of it.
    @inlinable
    public func find(_ bytes: [UInt8], _ range: Range<Int>, hash: UInt64) -> Int32 {
        let spread = Self.spread(hash)
        let mask = slots.count - 1
        var slot = Int(truncatingIfNeeded: spread >> 32) & mask
        while true {
            let entry = slots[slot]
            if entry == 0 { return 0 }
            if (entry ^ spread) >> 32 == 0 {
                let number = Int32(truncatingIfNeeded: entry)
                if isWord(number, bytes, range) { return number }
            }
            slot = (slot + 1) & mask
        }
    }

    /// The number of the word at `range` of `bytes`, given now if it has none yet.
    public mutating func insert(_ bytes: [UInt8], _ range: Range<Int>) -> Int32 {
        let hash = StableHash.lowercased(bytes, range).hash
        let known = find(bytes, range, hash: hash)
        if known != 0 { return known }
        let number = Int32(truncatingIfNeeded: count)
        for index in range { arena.append(StableHash.lowercased(bytes[index])) }
        starts.append(Int32(truncatingIfNeeded: arena.count))
        if count * 2 > slots.count { grow() }
        place(Self.spread(hash), number)
        return number
    }

    /// The number of `word`, 0 where it has none.
    public func find(_ word: String) -> Int32 {
        let bytes = Array(word.utf8)
        return find(bytes, bytes.indices, hash: StableHash.lowercased(bytes, bytes.indices).hash)
    }

    @inlinable @inline(__always)
    func isWord(_ number: Int32, _ bytes: [UInt8], _ range: Range<Int>) -> Bool {
        let start = Int(starts[Int(number)])
        guard Int(starts[Int(number) + 1]) - start == range.count else { return false }
        // All bytes, without a decision for each: what has this hash nearly always is the word.
        return arena.withUnsafeBufferPointer { arena in
            bytes.withUnsafeBufferPointer { bytes in
                let known = UnsafeBufferPointer(rebasing: arena[start..<start + range.count])
                let asked = UnsafeBufferPointer(rebasing: bytes[range])
                var difference: UInt8 = 0
                for index in 0..<known.count { difference |= known[index] ^ StableHash.lowercased(asked[index]) }
                return difference == 0
            }
        }
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
