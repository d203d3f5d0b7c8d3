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
    let first: EventReport
    /// Ids of all articles that report it, the first one's included; sorted.
    public var sources: [String]
    /// Articles among them that print the passage of another one: the same words, not a second report.
    public var repeats: [DuplicateGroups.Pair] = []
    /// How many reports those articles are, where near-duplicates are known: ``DuplicateGroups/reports(of:passages:)``.
    public var reports: Int?

    public var event: EventRecord { first.event }
    public var source: Source { first.source }

    init(_ first: EventReport) {
        self.first = first
        sources = [first.source.id]
    }
}

/// An event as one article tells it.
final class EventReport: Hashable, Comparable, Sendable {
    let event: EventRecord
    let source: EventCluster.Source

    init(event: EventRecord, source: EventCluster.Source) {
        self.event = event
        self.source = source
    }

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

    static func < (a: EventReport, b: EventReport) -> Bool { a.order == b.order ? a.tie < b.tie : a.order < b.order }

    static func == (a: EventReport, b: EventReport) -> Bool { a === b || a.event == b.event && a.source == b.source }

    func hash(into hasher: inout Hasher) {
        hasher.combine(event)
        hasher.combine(source)
    }
}
