/// A hash that is the same in every process and on every machine: FNV-1a over 64 bits (Fowler, Noll, Vo).
public enum StableHash {
    /// The hash of no byte at all.
    @inlinable public static var seed: UInt64 { 0xcbf2_9ce4_8422_2325 }

    /// `hash` with one more byte.
    @inlinable @inline(__always)
    public static func hashed(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }

    /// The hash of `bytes`, not mixed.
    @inlinable @inline(__always)
    public static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash = seed
        for byte in bytes { hash = hashed(hash, byte) }
        return hash
    }

    /// The hash of `bytes[range]` with ASCII letters made small, and all the bytes' bits: 0x80 or more when one is not
    /// ASCII.
    @inlinable @inline(__always)
    public static func lowercased(_ bytes: [UInt8], _ range: Range<Int>) -> (hash: UInt64, bits: UInt8) {
        precondition(range.lowerBound >= 0 && range.upperBound <= bytes.count)
        return bytes.withUnsafeBufferPointer { bytes in
            var hash = seed
            var bits: UInt8 = 0
            for index in range {
                bits |= bytes[index]
                hash = hashed(hash, lowercased(bytes[index]))
            }
            return (hash, bits)
        }
    }

    /// A hash of `bytes[range]` as they are written, eight at a time: the same on every machine, but no FNV.
    @inlinable
    public static func written(_ bytes: [UInt8], _ range: Range<Int>) -> UInt64 {
        guard range.lowerBound >= 0, range.upperBound <= bytes.count else { return seed }
        return bytes.withUnsafeBytes { bytes in
            var hash = seed ^ UInt64(truncatingIfNeeded: range.count)
            var index = range.lowerBound
            while index + 8 <= range.upperBound {
                let eight = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: index, as: UInt64.self))
                hash = (hash ^ eight) &* 0x9E37_79B9_7F4A_7C15
                hash ^= hash >> 29
                index += 8
            }
            while index < range.upperBound {
                hash = hashed(hash, bytes[index])
                index += 1
            }
            return mixed(hash)
        }
    }

    /// `byte`, small when it is a capital of ASCII.
    @inlinable @inline(__always)
    public static func lowercased(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

    /// Finished as in MurmurHash3, so that texts that differ in their last byte differ everywhere.
    @inlinable @inline(__always)
    public static func mixed(_ value: UInt64) -> UInt64 {
        var hash = value
        hash = (hash ^ (hash >> 33)) &* 0xff51_afd7_ed55_8ccd
        hash = (hash ^ (hash >> 33)) &* 0xc4ce_b9fe_1a85_ec53
        return hash ^ (hash >> 33)
    }
}
