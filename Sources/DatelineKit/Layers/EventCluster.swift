/// One event and all articles that report it.
public struct EventCluster: Hashable, Sendable {
    /// What a layer says of the article behind an event.
    public struct Source: Hashable, Sendable {
        public var id: String
        public var title: String?
        public var url: String?
        public var publisher: String?
        public var published: String?
    }

    /// The first report: the least by (published, article id, trigger, type, id).
    public var event: EventRecord
    public var source: Source
    /// Ids of all articles that report it, the first one's included; sorted.
    public var sources: [String]
    /// How many reports those articles are, where near-duplicates are known: ``DuplicateGroups/reports(of:)``.
    public var reports: Int?
}

/// Merges reports of the same event from different articles.
///
/// Two reports are of one event when they agree in type, mode, modality, place (a settlement or finer) and the one day
/// it happened; never across days or towns, and never within an article. What is vaguer stays apart: reports are not
/// sold as events, nor events taken for reports.
public struct EventMerger: Sendable {
    private struct Key: Hashable {
        var type: String
        var mode: String?
        var modality: String
        var place: String
        var day: String
    }

    private struct Report: Sendable {
        var event: EventRecord
        var source: EventCluster.Source

        /// Undated articles come last.
        private var order: (String, String, Int, Int, String, String) {
            (source.published ?? "\u{10FFFF}", source.id, event.trigger.start, event.trigger.end, event.type, event.id)
        }

        /// What still tells two events of one trigger apart.
        private var tie: (String, String, String, String, Double, String) {
            (
                event.mode ?? "", event.modality, event.location?.place.id ?? "", event.time?.edtf ?? "",
                event.confidence, event.passage.text
            )
        }

        static func < (a: Report, b: Report) -> Bool { a.order == b.order ? a.tie < b.tie : a.order < b.order }
    }

    private var reports: [Report] = []

    public init() {}

    /// The number of reports taken so far.
    public var count: Int { reports.count }

    public mutating func add(_ event: EventRecord, of record: AnnotationRecord) {
        reports.append(
            Report(
                event: event,
                source: EventCluster.Source(
                    id: record.id, title: record.title, url: record.url, publisher: record.publisher,
                    published: record.published)))
    }

    /// The clusters, in order of their first reports; independent of the order of input.
    public func clusters() -> [EventCluster] {
        var clusters: [EventCluster] = []
        var known: [Key: [Int]] = [:]
        for report in reports.sorted(by: { $0 < $1 }) {
            let key = Self.key(report.event)
            let open = key.flatMap { known[$0] }?.first { !clusters[$0].sources.contains(report.source.id) }
            if let open {
                clusters[open].sources.append(report.source.id)
                continue
            }
            if let key { known[key, default: []].append(clusters.count) }
            clusters.append(
                EventCluster(event: report.event, source: report.source, sources: [report.source.id]))
        }
        for index in clusters.indices { clusters[index].sources.sort() }
        return clusters
    }

    private static func key(_ event: EventRecord) -> Key? {
        guard let location = event.location, location.geoPrecision <= 2, let time = event.time,
            time.precision == "day", let day = time.start
        else { return nil }
        return Key(
            type: event.type, mode: event.mode, modality: event.modality, place: location.place.id, day: day)
    }
}
