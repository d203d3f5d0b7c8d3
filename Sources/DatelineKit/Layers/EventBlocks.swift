import Tables

/// The events that reports may join, by what reports must have in common to be compared: type, modality, place and day.
struct EventBlocks {
    /// A report is compared with the first events of its town and day.
    private static let mostCompared: UInt8 = 48

    /// Those that several reports are of, in ascending order; nothing joins in the others.
    private let hashes: [UInt64]
    /// The events of each of these, and how many they are.
    private var events: LinkedLists<Int32>
    private var counts: [UInt8]

    /// - Parameter all: the block of every report and day.
    init(_ all: consuming [UInt64]) {
        all.sort()
        var hashes: [UInt64] = []
        for run in all.runs(where: ==) where run.count > 1 { hashes.append(run[run.startIndex]) }
        self.hashes = hashes
        events = LinkedLists(count: hashes.count)
        counts = Array(repeating: 0, count: hashes.count)
    }

    /// Whether several reports are of the block.
    func number(of hash: UInt64) -> Int? {
        let place = hashes.partitioningIndex { $0 >= hash }
        return place < hashes.count && hashes[place] == hash ? place : nil
    }

    /// The first event of a block that `isMatch`.
    func first(in block: Int, where isMatch: (Int32) -> Bool) -> Int32? {
        var match: Int32?
        events.forEach(in: block) { event in
            if isMatch(event) { match = event }
            return match == nil
        }
        return match
    }

    mutating func add(_ event: Int32, to block: Int) {
        guard counts[block] < Self.mostCompared else { return }
        events.append(event, to: block)
        counts[block] += 1
    }
}
