import Articles

/// Merges reports of the same event from different articles.
///
/// Two reports are of one event when they agree in type, modality and place (a settlement or finer), their times overlap,
/// and what they say of mode, participants and circumstances agrees. Two days or two towns are never one, nor are two
/// events of one article. A report of a week or a few days joins the event of a day in it when its words do, too. What
/// is vaguer stays apart: reports are not sold as events, nor events taken for reports. It joins only when the passage itself
/// is the same, as when several outlets print paragraphs of one wire story.
///
/// Reports are compared within a town and a day only, each with a bounded number of events: the time is that of sorting.
/// The result does not depend on the order of input.
public struct EventMerger: Sendable {
    /// A cluster that reports may still join.
    private struct Open {
        var cluster: Int32
        var days: Range<Int32>
        /// The article of the last report.
        var last: Int32
    }

    private var store: EventStore

    /// Longer times say too little of which event is meant.
    private static let mostDays = 7

    public init() { self.init(filter: EventFilter(), spill: Spill()) }

    /// - Parameter filter: what ``EventClusters/admitted()`` admits.
    init(filter: EventFilter, spill: Spill) { store = EventStore(spill: spill, filter: filter) }

    /// Where what does not stay in memory goes.
    var spill: Spill { store.spill }

    /// The number of reports taken so far.
    public var count: Int { store.count }

    /// Takes the events of an article.
    ///
    /// - Throws: `OutputError`, when the disk is full that holds what memory does not.
    public mutating func add(_ record: AnnotationRecord) throws { try store.add(record) }

    /// The clusters, in order of their first reports; independent of the order of input.
    ///
    /// - Parameter isRelated: whether two articles have text in common; what tells of short sentences whether they are one.
    public func clusters(isRelated: (String, String) -> Bool = { _, _ in false }) -> EventClusters {
        let order = store.order()
        let ids = store.ranks().ranks
        var clusters = GrowingClusters(
            order, joins: joinedByPassage(order, store, ids: ids, isRelated: isRelated))
        var open: [Open] = []
        var blocks = blocks(order)
        var wordings = WordingCache(store)
        for (position, event) in order.enumerated() {
            let key = store.key(event)
            guard !key.isVague else {
                _ = clusters.add(position, to: clusters.joined(position))
                continue
            }
            let days = key.days
            let article = ids[Int(key.article)]
            let near = days.compactMap { blocks.number(of: key.block(day: $0)) }
            guard !near.isEmpty else {
                _ = clusters.add(position, to: nil)
                continue
            }
            var wording: EventWording?
            var match: Int32?
            for block in near where match == nil {
                match = blocks.first(in: block) { index in
                    let known = open[Int(index)]
                    // Reports of one article come one after another.
                    guard
                        known.last != article && known.days.overlaps(days)
                            && (days.count == 1 || known.days.count == 1 || days == known.days)
                    else { return false }
                    let mine = wording ?? store.wording(event)
                    wording = mine
                    let other = wordings.of(clusters.first(of: known.cluster))
                    return mine.agrees(with: other, isSameTime: days == known.days)
                }
            }
            let cluster = clusters.add(position, to: match.map { open[Int($0)].cluster })
            if let match {
                // From now on it is of the day that the finer report tells.
                open[Int(match)].days = open[Int(match)].days.clamped(to: days)
                open[Int(match)].last = article
                continue
            }
            for block in near { blocks.add(Int32(truncatingIfNeeded: open.count), to: block) }
            open.append(Open(cluster: cluster, days: days, last: article))
        }
        return clusters.all(of: store) { Self.repeats($0, of: store, isRelated: isRelated) }
    }

    /// What reports have in common that are compared.
    private func blocks(_ order: [Int32]) -> EventBlocks {
        var all: [UInt64] = []
        for event in order {
            let key = store.key(event)
            for day in key.days { all.append(key.block(day: day)) }
        }
        return EventBlocks(all)
    }

    /// A settlement, or a point relative to one, that reports can be of.
    static func place(of event: EventRecord) -> String? {
        guard let location = event.location, location.geoPrecision <= 2 else { return nil }
        return location.radius == nil ? location.place.id : location.place.id + "\u{0}" + location.asWritten
    }

    /// The days of an event, counted from 1970; `nil` when they are unknown or too many.
    static func days(of event: EventRecord) -> Range<Int>? {
        guard let time = event.time, let first = time.start.flatMap(day) else { return nil }
        switch time.precision {
        case "day": return first..<(first + 1)
        case "range", "week":
            guard let end = time.end.flatMap(day), first < end, end - first <= mostDays else { return nil }
            return first..<end
        default: return nil
        }
    }

    private static func day(_ iso: String) -> Int? {
        guard let date = PartialDate(edtf: iso), date.day != nil else { return nil }
        return date.firstDay.daysSinceEpoch
    }
}
