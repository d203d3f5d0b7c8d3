import Tables

/// Numbers from 0 for hashes, in the order in which they come: a dictionary of the few kinds of thing in one document.
struct HashNumbers: Sendable {
    /// The hashes by number.
    private(set) var hashes: [UInt64] = []
    /// The number of the hash in each slot, plus one; 0 where there is none. A power of two of them.
    private var slots: [Int32]

    /// - Parameter capacity: how many are expected.
    init(capacity: Int = 24) {
        var size = 16
        while size < capacity * 2 { size *= 2 }
        slots = [Int32](repeating: 0, count: size)
        hashes.reserveCapacity(size / 2)
    }

    var count: Int { hashes.count }

    @inline(__always)
    private static func start(_ hash: UInt64) -> Int {
        Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 33)
    }

    /// The number of `hash`; `nil` for one that has none.
    @inline(__always)
    func known(_ hash: UInt64) -> Int? {
        let mask = slots.count - 1
        var slot = Self.start(hash) & mask
        while case let number = Int(slots[slot]), number > 0 {
            if hashes[number - 1] == hash { return number - 1 }
            slot = (slot + 1) & mask
        }
        return nil
    }

    /// The number of `hash`, given to it now where it has none.
    @inline(__always)
    mutating func number(of hash: UInt64) -> Int {
        let mask = slots.count - 1
        var slot = Self.start(hash) & mask
        while case let number = Int(slots[slot]), number > 0 {
            if hashes[number - 1] == hash { return number - 1 }
            slot = (slot + 1) & mask
        }
        hashes.append(hash)
        slots[slot] = Int32(truncatingIfNeeded: hashes.count)
        if hashes.count * 2 > slots.count { grow() }
        return hashes.count - 1
    }

    private mutating func grow() {
        slots = [Int32](repeating: 0, count: slots.count * 2)
        let mask = slots.count - 1
        for (number, hash) in hashes.enumerated() {
            var slot = Self.start(hash) & mask
            while slots[slot] > 0 { slot = (slot + 1) & mask }
            slots[slot] = Int32(truncatingIfNeeded: number + 1)
        }
    }
}

/// Lists of numbers under numbers, each in the order in which it grew.
typealias NumberLists = LinkedLists<Int>
