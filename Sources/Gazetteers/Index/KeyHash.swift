import Tables

/// The hash of a key: a polynomial over 64 bits, so that the hash of a key one edit away follows from the hashes of its
/// parts in a few steps (M. O. Rabin and R. M. Karp, IBM J. Res. Dev. 31 (1987), doi:10.1147/rd.312.0249), finished
/// with the mixer of MurmurHash3.
enum KeyHash {
    /// Of no byte at all.
    static let seed: UInt64 = 0xcbf2_9ce4_8422_2325
    /// What the hash so far is multiplied by before a byte is added.
    static let factor: UInt64 = 0x9e37_79b9_7f4a_7c15

    @inline(__always)
    static func of(_ key: UnsafeBufferPointer<UInt8>) -> UInt64 {
        var hash = seed
        for byte in key { hash = added(hash, byte) }
        return mixed(hash)
    }

    static func of(_ key: [UInt8]) -> UInt64 { key.withUnsafeBufferPointer { of($0) } }

    @inline(__always)
    static func added(_ hash: UInt64, _ byte: UInt8) -> UInt64 { hash &* factor &+ UInt64(byte) }

    @inline(__always)
    static func mixed(_ hash: UInt64) -> UInt64 { StableHash.mixed(hash) }
}
