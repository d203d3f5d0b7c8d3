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
        var cluster: Int
        var days: Range<Int>
    }

    private var reports: [EventReport] = []

    /// Longer times say too little of which event is meant.
    private static let mostDays = 7
    /// A report is compared with the first events of its town and day.
    private static let mostCompared = 48

    public init() {}

    /// The number of reports taken so far.
    public var count: Int { reports.count }

    public mutating func add(_ event: EventRecord, of record: AnnotationRecord) {
        let source = EventCluster.Source(
            id: record.id, title: record.title, url: record.url, publisher: record.publisher,
            published: record.published)
        reports.append(EventReport(event: event, source: source))
    }

    /// The clusters, in order of their first reports; independent of the order of input.
    ///
    /// - Parameter isRelated: whether two articles have text in common; what tells of short sentences whether they are one.
    public func clusters(isRelated: (String, String) -> Bool = { _, _ in false }) -> [EventCluster] {
        let reports = reports.sorted()
        let joins = joinedByPassage(reports, isRelated: isRelated)
        var clusters: [EventCluster] = []
        // The number of the first report of every cluster, and of clusters with several those of all.
        var firsts: [Int32] = []
        var members: [Int: [Int32]] = [:]
        var clusterOf: [Int32: Int] = [:]
        let joined = Set(joins.values)
        var open: [Open] = []
        // What reports must have in common to be compared: type, modality, place and day.
        var blocks: [UInt64: [Int32]] = [:]
        var wordings = WordingCache()
        func add(_ report: EventReport, _ number: Int32, to cluster: Int?) {
            if let cluster {
                clusters[cluster].sources.append(report.source.id)
                members[cluster, default: [firsts[cluster]]].append(number)
            } else {
                clusters.append(EventCluster(report))
                firsts.append(number)
            }
        }
        for (position, report) in reports.enumerated() {
            let number = Int32(truncatingIfNeeded: position)
            guard let place = Self.place(of: report.event), let days = Self.days(of: report.event) else {
                add(report, number, to: joins[number].flatMap { clusterOf[$0] })
                if joined.contains(number) { clusterOf[number] = clusters.count - 1 }
                continue
            }
            let wording = EventWording(report.event)
            let keys = days.map { Self.block(report.event.type, report.event.modality, place, "\($0)") }
            let match = keys.lazy.flatMap { (blocks[$0] ?? []).prefix(Self.mostCompared) }.first { index in
                let known = open[Int(index)]
                // Reports of one article come one after another.
                return clusters[known.cluster].sources.last != report.source.id
                    && known.days.overlaps(days)
                    && (days.count == 1 || known.days.count == 1 || days == known.days)
                    && wording.agrees(with: wordings.of(clusters[known.cluster].first), isSameTime: days == known.days)
            }
            add(report, number, to: match.map { open[Int($0)].cluster })
            if let match {
                // From now on it is of the day that the finer report tells.
                open[Int(match)].days = open[Int(match)].days.clamped(to: days)
                continue
            }
            for key in keys { blocks[key, default: []].append(Int32(truncatingIfNeeded: open.count)) }
            open.append(Open(cluster: clusters.count - 1, days: days))
        }
        for (index, numbers) in members {
            clusters[index].repeats = Self.repeats(numbers.map { reports[Int($0)] }, isRelated: isRelated)
            clusters[index].sources.sort()
        }
        return clusters
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
