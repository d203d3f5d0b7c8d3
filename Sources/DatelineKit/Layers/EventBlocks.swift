/// The events that reports may join, by what reports must have in common to be compared: type, modality, place and day.
struct EventBlocks {
    /// A report is compared with the first events of its town and day.
    private static let mostCompared: Int32 = 48

    private struct Block {
        var first: Int32 = -1
        var last: Int32 = -1
        var count: Int32 = 0
    }

    private struct Link {
        var event: Int32
        var next: Int32 = -1
    }

    /// Those that several reports are of, in ascending order; nothing joins in the others.
    private let hashes: [UInt64]
    private var blocks: [Block]
    private var links: [Link] = []

    /// - Parameter all: the block of every report and day.
    init(_ all: consuming [UInt64]) {
        all.sort()
        // In place: what stays is less than what was there.
        var kept = 0
        var index = 0
        while index < all.count {
            var end = index + 1
            while end < all.count, all[end] == all[index] { end += 1 }
            if end - index > 1 {
                all[kept] = all[index]
                kept += 1
            }
            index = end
        }
        hashes = Array(all[..<kept])
        blocks = Array(repeating: Block(), count: kept)
    }

    /// Whether several reports are of the block.
    func number(of hash: UInt64) -> Int? {
        var (low, high) = (0, hashes.count)
        while low < high {
            let middle = (low + high) / 2
            if hashes[middle] < hash { low = middle + 1 } else { high = middle }
        }
        return low < hashes.count && hashes[low] == hash ? low : nil
    }

    /// The first event of a block that `isMatch`.
    func first(in block: Int, where isMatch: (Int32) -> Bool) -> Int32? {
        var link = blocks[block].first
        while link >= 0 {
            let found = links[Int(link)]
            if isMatch(found.event) { return found.event }
            link = found.next
        }
        return nil
    }

    mutating func add(_ event: Int32, to block: Int) {
        guard blocks[block].count < Self.mostCompared else { return }
        let link = Int32(truncatingIfNeeded: links.count)
        links.append(Link(event: event))
        if blocks[block].last >= 0 { links[Int(blocks[block].last)].next = link } else { blocks[block].first = link }
        blocks[block].last = link
        blocks[block].count += 1
    }
}
