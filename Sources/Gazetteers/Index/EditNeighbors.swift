/// A key one Damerau edit away from another, without its bytes.
struct EditNeighbor {
    enum Edit { case deletion, transposition, substitution, insertion }

    let edit: Edit
    let index: Int
    /// What is written at `index`, for the last two.
    let letter: UInt8

    /// Whether `other` is `key` with this edit.
    func isEqual(_ other: UnsafeRawBufferPointer, from key: UnsafeBufferPointer<UInt8>) -> Bool {
        let count = key.count
        switch edit {
        case .deletion:
            return other.count == count - 1 && Self.same(other, 0, key, 0, index)
                && Self.same(other, index, key, index + 1, count - index - 1)
        case .transposition:
            return other.count == count && Self.same(other, 0, key, 0, index) && other[index] == key[index + 1]
                && other[index + 1] == key[index] && Self.same(other, index + 2, key, index + 2, count - index - 2)
        case .substitution:
            return other.count == count && Self.same(other, 0, key, 0, index) && other[index] == letter
                && Self.same(other, index + 1, key, index + 1, count - index - 1)
        case .insertion:
            return other.count == count + 1 && Self.same(other, 0, key, 0, index) && other[index] == letter
                && Self.same(other, index + 1, key, index, count - index)
        }
    }

    private static func same(
        _ a: UnsafeRawBufferPointer, _ first: Int, _ b: UnsafeBufferPointer<UInt8>, _ second: Int, _ count: Int
    ) -> Bool {
        for offset in 0..<count where a[first + offset] != b[second + offset] { return false }
        return true
    }
}

/// Keys one Damerau edit away: F. J. Damerau, Comm. ACM 7 (1964), doi:10.1145/363958.363994.
enum EditNeighbors {
    private static let letters: ClosedRange<UInt8> = 0x61...0x7A
    private static let longest = 48

    /// Visits them with their hashes, some more than once; a hash costs a few steps, whatever the length of the key.
    /// None for keys shorter than four bytes, of which too much is near.
    @inline(__always)
    static func visit(_ key: UnsafeBufferPointer<UInt8>, _ body: (EditNeighbor, UInt64) -> Void) {
        let count = key.count
        guard count >= 4, count <= longest else { return }
        withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 3 * (longest + 2)) { scratch in
            // Of the first bytes, of the last bytes, and what a byte before so many others counts.
            let prefixes = UnsafeMutableBufferPointer(rebasing: scratch[..<(longest + 2)])
            let suffixes = UnsafeMutableBufferPointer(rebasing: scratch[(longest + 2)..<(2 * longest + 4)])
            let powers = UnsafeMutableBufferPointer(rebasing: scratch[(2 * longest + 4)...])
            prefixes[0] = KeyHash.seed
            powers[0] = 1
            for index in 0..<count {
                prefixes[index + 1] = KeyHash.added(prefixes[index], key[index])
                powers[index + 1] = powers[index] &* KeyHash.factor
            }
            powers[count + 1] = powers[count] &* KeyHash.factor
            suffixes[count] = 0
            for index in stride(from: count - 1, through: 0, by: -1) {
                suffixes[index] = suffixes[index + 1] &+ UInt64(key[index]) &* powers[count - 1 - index]
            }
            for index in 0..<count {
                let hash = prefixes[index] &* powers[count - 1 - index] &+ suffixes[index + 1]
                body(EditNeighbor(edit: .deletion, index: index, letter: 0), KeyHash.mixed(hash))
            }
            for index in 0..<(count - 1) where key[index] != key[index + 1] {
                let swapped = KeyHash.added(KeyHash.added(prefixes[index], key[index + 1]), key[index])
                let hash = swapped &* powers[count - 2 - index] &+ suffixes[index + 2]
                body(EditNeighbor(edit: .transposition, index: index, letter: 0), KeyHash.mixed(hash))
            }
            for index in 0..<count {
                let rest = prefixes[index] &* powers[count - index] &+ suffixes[index + 1]
                for letter in letters where letter != key[index] {
                    let hash = rest &+ UInt64(letter) &* powers[count - 1 - index]
                    body(EditNeighbor(edit: .substitution, index: index, letter: letter), KeyHash.mixed(hash))
                }
            }
            // Beside an equal letter only once.
            for index in stride(from: count, through: 0, by: -1) {
                let rest = prefixes[index] &* powers[count + 1 - index] &+ suffixes[index]
                for letter in letters where index == count || letter != key[index] {
                    let hash = rest &+ UInt64(letter) &* powers[count - index]
                    body(EditNeighbor(edit: .insertion, index: index, letter: letter), KeyHash.mixed(hash))
                }
            }
        }
    }
}
