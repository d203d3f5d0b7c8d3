/// The events of a run while reports are put together.
struct GrowingClusters {
    private struct Joined {
        var cluster: Int32
        var position: Int32
    }

    private let order: [Int32]
    /// The number of the first report of every event.
    private var firsts: [Int32] = []
    /// The further ones, by their positions in the order of reports.
    private var joined: [Joined] = []

    /// - Parameter order: ``EventStore/order()``.
    init(_ order: [Int32]) {
        self.order = order
        firsts.reserveCapacity(order.count)
    }

    /// The number of the first report of an event.
    func first(of cluster: Int32) -> Int32 { firsts[Int(cluster)] }

    /// Puts the report at a position to an event, or to one of its own.
    ///
    /// - Returns: the number of the event.
    mutating func add(_ position: Int32, to cluster: Int32?) -> Int32 {
        if let cluster {
            joined.append(Joined(cluster: cluster, position: position))
            return cluster
        }
        firsts.append(order[Int(position)])
        return Int32(truncatingIfNeeded: firsts.count - 1)
    }

    /// - Parameter repeats: which of these reports of one event repeat the passage of another one.
    consuming func all(of store: EventStore, repeats find: ([Int32]) -> [EventClusters.Repeat]) -> EventClusters {
        var shared: [EventClusters.Shared] = []
        var members: [Int32] = []
        var repeats: [EventClusters.Repeat] = []
        joined.sort { ($0.cluster, $0.position) < ($1.cluster, $1.position) }
        members.reserveCapacity(joined.count + joined.count / 2)
        repeats.reserveCapacity(joined.count)
        var start = 0
        while start < joined.count {
            let cluster = joined[start].cluster
            var reports = [first(of: cluster)]
            while start < joined.count, joined[start].cluster == cluster {
                reports.append(order[Int(joined[start].position)])
                start += 1
            }
            let found = find(reports)
            shared.append(
                EventClusters.Shared(
                    cluster: cluster, members: Self.range(members.count, reports.count),
                    repeats: Self.range(repeats.count, found.count)))
            members += reports
            repeats += found
        }
        return EventClusters(store, firsts: firsts, shared: shared, members: members, repeats: repeats)
    }

    private static func range(_ start: Int, _ count: Int) -> Range<Int32> {
        Int32(truncatingIfNeeded: start)..<Int32(truncatingIfNeeded: start + count)
    }
}
