import Tables

/// How many events pairs of articles tell in the same words, in the order of their ids.
struct PassageCounts: Sendable {
    private let store: EventStore
    /// The articles in order of their ids.
    private var order: [Int32] = []
    /// The places of both articles there, the later one's in the upper half, an entry an event; in order.
    private var pairs: [UInt64] = []

    init(_ repeats: [EventClusters.Repeat], of store: EventStore) {
        self.store = store
        guard !repeats.isEmpty else { return }
        let (order, ranks) = store.ranks()
        self.order = order
        pairs = repeats.map {
            UInt64(UInt32(bitPattern: ranks[Int($0.article)])) << 32
                | UInt64(UInt32(bitPattern: ranks[Int($0.original)]))
        }
        pairs.sort()
    }

    private func id(_ rank: UInt64) -> String { store.articles[Int(order[Int(rank)])].id }

    /// Leaves out those of which one repeats the other as a whole.
    mutating func remove(_ duplicates: DuplicateGroups) {
        var kept = 0
        var last: (pair: UInt64, isKept: Bool)?
        for pair in pairs {
            if last?.pair != pair {
                last = (pair, duplicates.reports(of: [id(pair >> 32), id(pair & 0xFFFF_FFFF)]) > 1)
            }
            guard last?.isKept == true else { continue }
            pairs[kept] = pair
            kept += 1
        }
        pairs.removeSubrange(kept...)
    }

    func visit(_ body: (DuplicateGroups.Pair, _ events: Int) throws -> Void) rethrows {
        for run in pairs.runs(where: ==) {
            let pair = run[run.startIndex]
            let (article, original) = (id(pair >> 32), id(pair & 0xFFFF_FFFF))
            try body(DuplicateGroups.Pair(article: article, original: original), run.count)
        }
    }

    var isEmpty: Bool { pairs.isEmpty }
}
