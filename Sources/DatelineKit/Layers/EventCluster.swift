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
    /// Articles among them that print the passage of another one: the same words, not a second report.
    public var repeats: [DuplicateGroups.Pair] = []
    /// How many reports those articles are, where near-duplicates are known: ``DuplicateGroups/reports(of:passages:)``.
    public var reports: Int?

    init(event: EventRecord, source: Source) {
        self.event = event
        self.source = source
        sources = [source.id]
    }
}
