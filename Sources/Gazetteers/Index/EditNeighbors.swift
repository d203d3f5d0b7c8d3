import Tables

/// Keys one Damerau edit away: F. J. Damerau, Comm. ACM 7 (1964), doi:10.1145/363958.363994.
enum EditNeighbors {
    private static let letters: ClosedRange<UInt8> = 0x61...0x7A

    /// Visits them with their hashes, some more than once. None for keys shorter than four bytes, of which too much
    /// is near.
    @inline(__always)
    static func visit(
        _ key: UnsafeBufferPointer<UInt8>, _ body: (UnsafeBufferPointer<UInt8>, UInt64) -> Void
    ) {
        let count = key.count
        guard count >= 4, count <= 48 else { return }
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: count + 1) { prefixes in
            var hash = StableHash.seed
            for index in 0..<count {
                prefixes[index] = hash
                hash = StableHash.hashed(hash, key[index])
            }
            prefixes[count] = hash
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count + 1) { scratch in
                func visit(_ length: Int, from index: Int) {
                    var hash = prefixes[index]
                    for position in index..<length { hash = StableHash.hashed(hash, scratch[position]) }
                    body(UnsafeBufferPointer(rebasing: scratch[..<length]), StableHash.mixed(hash))
                }
                func restore(from index: Int = 0) {
                    for position in index..<count { scratch[position] = key[position] }
                }
                // Deletions.
                for index in 1..<count { scratch[index - 1] = key[index] }
                for index in 0..<count {
                    visit(count - 1, from: index)
                    scratch[index] = key[index]
                }
                // Transpositions.
                restore()
                for index in 0..<(count - 1) where key[index] != key[index + 1] {
                    (scratch[index], scratch[index + 1]) = (key[index + 1], key[index])
                    visit(count, from: index)
                    (scratch[index], scratch[index + 1]) = (key[index], key[index + 1])
                }
                // Substitutions.
                for index in 0..<count {
                    for letter in letters where letter != key[index] {
                        scratch[index] = letter
                        visit(count, from: index)
                    }
                    scratch[index] = key[index]
                }
                // Insertions; beside an equal letter only once.
                for index in stride(from: count, through: 0, by: -1) {
                    if index < count { scratch[index + 1] = key[index] }
                    for letter in letters where index == count || letter != key[index] {
                        scratch[index] = letter
                        visit(count + 1, from: index)
                    }
                }
            }
        }
    }
}
