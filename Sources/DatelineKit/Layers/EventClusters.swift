import GeoTypes
internal import Tables

/// The events of a run in order of their first reports. Each is read again whenever it is asked for.
public struct EventClusters: RandomAccessCollection, Sendable {
    /// An event that several articles report.
    struct Shared: Sendable {
        var cluster: Int32
        /// Where its reports are in ``members``.
        var members: Range<Int32>
        /// Where its repeats are in ``repeats``.
        var repeats: Range<Int32>
        /// How many reports it has; -1 where that is not known.
        var reports: Int32 = -1
    }

    /// The numbers of two articles, the second of which has the passage first.
    struct Repeat: Sendable {
        var article: Int32
        var original: Int32
    }

    private let store: EventStore
    /// The number of the first report of every event.
    private var firsts: [Int32]
    /// In order.
    private var shared: [Shared]
    private let members: [Int32]
    private let repeats: [Repeat]
    /// What tells events of one id apart, by their numbers.
    private(set) var suffixes: [Int: String] = [:]

    init(_ store: EventStore, firsts: [Int32], shared: [Shared], members: [Int32], repeats: [Repeat]) {
        self.store = store
        self.firsts = firsts
        self.shared = shared
        self.members = members
        self.repeats = repeats
        suffixes = findSuffixes()
    }

    public var startIndex: Int { 0 }
    public var endIndex: Int { firsts.count }

    public subscript(position: Int) -> EventCluster {
        var cluster = EventCluster(store.report(firsts[position]))
        if let found = several(position) {
            cluster.sources = sources(of: found)
            cluster.repeats = pairs(of: found)
            cluster.reports = found.reports < 0 ? nil : Int(found.reports)
        }
        return cluster
    }

    /// Where the event is, for those who need nothing else.
    func coordinate(at position: Int) -> Coordinate? { store.coordinate(firsts[position]) }

    func flags(at position: Int) -> EventKey.Flags { store.key(firsts[position]).flags }

    /// How many events have a place.
    public var placed: Int { count { $0.contains(.placed) } }

    /// How many events have a first day.
    public var dated: Int { count { $0.contains(.dated) } }

    /// How many events have both.
    public var placedAndDated: Int { count { $0.isSuperset(of: [.placed, .dated]) } }

    private func count(_ isCounted: (EventKey.Flags) -> Bool) -> Int {
        indices.count { isCounted(flags(at: $0)) }
    }

    /// The numbers of those whose flags `isChosen`.
    func numbers(where isChosen: (EventKey.Flags) -> Bool) -> [Int32] {
        var numbers: [Int32] = []
        for index in indices where isChosen(flags(at: index)) { numbers.append(Int32(truncatingIfNeeded: index)) }
        return numbers
    }

    /// Which articles have passages of which.
    func passageCounts() -> PassageCounts { PassageCounts(repeats, of: store) }

    /// Those that pass the filter of the run.
    func admitted() -> EventClusters {
        let admitted = numbers { $0.contains(.admitted) }
        guard admitted.count < count else { return self }
        var result = self
        result.firsts = admitted.map { firsts[Int($0)] }
        result.shared = []
        for (number, old) in admitted.enumerated() {
            guard var found = several(Int(old)) else { continue }
            found.cluster = Int32(truncatingIfNeeded: number)
            result.shared.append(found)
        }
        result.suffixes = result.findSuffixes()
        return result
    }

    /// Counts the reports.
    mutating func count(_ duplicates: DuplicateGroups) {
        for index in shared.indices {
            let reports = duplicates.reports(of: sources(of: shared[index]), passages: pairs(of: shared[index]))
            shared[index].reports = Int32(clamping: reports)
        }
    }

    /// - Throws: what went wrong in reading events again since the run.
    func check() throws { try store.spill.check() }

    private func several(_ position: Int) -> Shared? {
        let place = shared.partitioningIndex { Int($0.cluster) >= position }
        return place < shared.count && Int(shared[place].cluster) == position ? shared[place] : nil
    }

    private func sources(of event: Shared) -> [String] {
        members[Int(event.members.lowerBound)..<Int(event.members.upperBound)].map { store.article(of: $0).id }.sorted()
    }

    private func pairs(of event: Shared) -> [DuplicateGroups.Pair] {
        repeats[Int(event.repeats.lowerBound)..<Int(event.repeats.upperBound)].map {
            DuplicateGroups.Pair(
                article: store.articles[Int($0.article)].id, original: store.articles[Int($0.original)].id)
        }
    }

    private func findSuffixes() -> [Int: String] {
        var hashes = firsts.map { store.id($0) }
        hashes.sort()
        var several: Set<UInt32> = []
        for index in hashes.indices.dropFirst() where hashes[index] == hashes[index - 1] {
            several.insert(hashes[index])
        }
        var counts: [String: Int] = [:]
        var suffixes: [Int: String] = [:]
        for (number, event) in firsts.enumerated() where several.contains(store.id(event)) {
            let id = store.report(event).event.id
            let count = counts[id, default: 0] + 1
            counts[id] = count
            if count > 1 { suffixes[number] = "-\(count)" }
        }
        return suffixes
    }
}
