/// The events of a run while reports are put together.
struct GrowingClusters {
    /// The reports in order.
    private let order: [Int32]
    /// For each report in order that has been added, the number of its event; for each other, the place of an earlier report whose
    /// event it joins, or -1.
    private var numbers: [Int32]
    /// The number of the first report of every event.
    private var firsts: [Int32] = []

    /// - Parameters:
    ///   - order: ``EventStore/order()``.
    ///   - joins: for each of these the place there of an earlier one that it joins, or -1.
    init(_ order: [Int32], joins: consuming [Int32]) {
        self.order = order
        numbers = joins
        firsts.reserveCapacity(order.count)
    }

    /// The number of the first report of an event.
    func first(of cluster: Int32) -> Int32 { firsts[Int(cluster)] }

    /// The event of the earlier report that the one at a position, which has not been added, joins.
    func joined(_ position: Int) -> Int32? {
        let earlier = numbers[position]
        return earlier < 0 ? nil : numbers[Int(earlier)]
    }

    /// Puts the report at a position to an event, or to one of its own. Reports are added in order.
    ///
    /// - Returns: the number of the event.
    mutating func add(_ position: Int, to cluster: Int32?) -> Int32 {
        let number = cluster ?? Int32(truncatingIfNeeded: firsts.count)
        if cluster == nil { firsts.append(order[position]) }
        numbers[position] = number
        return number
    }

    /// - Parameter repeats: which of these reports of one event repeat the passage of another one.
    consuming func all(of store: EventStore, repeats find: ([Int32]) -> [EventClusters.Repeat]) -> EventClusters {
        // How many reports each event has, then where the next one of several goes.
        var places = [Int32](repeating: 0, count: firsts.count)
        for number in numbers { places[Int(number)] += 1 }
        var shared: [EventClusters.Shared] = []
        var total = 0
        for (cluster, count) in places.enumerated() {
            guard count > 1 else {
                places[cluster] = -1
                continue
            }
            shared.append(
                EventClusters.Shared(
                    cluster: Int32(truncatingIfNeeded: cluster), members: Self.range(total, Int(count)), repeats: 0..<0)
            )
            places[cluster] = Int32(truncatingIfNeeded: total)
            total += Int(count)
        }
        var members = [Int32](repeating: 0, count: total)
        for (position, number) in numbers.enumerated() where places[Int(number)] >= 0 {
            members[Int(places[Int(number)])] = order[position]
            places[Int(number)] += 1
        }
        numbers = []
        places = []
        var repeats: [EventClusters.Repeat] = []
        repeats.reserveCapacity(total - shared.count)
        for index in shared.indices {
            let range = shared[index].members
            let found = find(Array(members[Int(range.lowerBound)..<Int(range.upperBound)]))
            shared[index].repeats = Self.range(repeats.count, found.count)
            repeats += found
        }
        return EventClusters(store, firsts: firsts, shared: shared, members: members, repeats: repeats)
    }

    private static func range(_ start: Int, _ count: Int) -> Range<Int32> {
        Int32(truncatingIfNeeded: start)..<Int32(truncatingIfNeeded: start + count)
    }
}
