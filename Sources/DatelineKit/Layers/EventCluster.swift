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
