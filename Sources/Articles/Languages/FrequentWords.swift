/// Frequent words by their hashes, with the languages that have them, a bit each: open addressing in two flat arrays, since
/// every word of a text is looked for.
struct FrequentWords: Sendable {
    /// 0 is an empty slot.
    private var hashes: [UInt64]
    private var languages: [UInt32]

    init(_ words: [UInt64: UInt32]) {
        var count = 64
        while count < 4 * words.count { count *= 2 }
        hashes = [UInt64](repeating: 0, count: count)
        languages = [UInt32](repeating: 0, count: count)
        for (hash, bits) in words where hash != 0 {
            var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (count - 1)
            while hashes[slot] != 0 { slot = (slot + 1) & (count - 1) }
            hashes[slot] = hash
            languages[slot] = bits
        }
    }

    /// The languages that have the word with this hash; 0 for none.
    @inline(__always)
    subscript(hash: UInt64) -> UInt32 {
        var slot = Int(truncatingIfNeeded: hash ^ hash >> 32) & (hashes.count - 1)
        while hashes[slot] != 0 {
            if hashes[slot] == hash { return languages[slot] }
            slot = (slot + 1) & (hashes.count - 1)
        }
        return 0
    }
}
