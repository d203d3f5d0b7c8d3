import GeoTypes
import Tables

/// The reports of a run: what merging compares is in memory, ``EventKey/size`` bytes each, and all else in a ``Spill``.
struct EventStore: Sendable {
    /// An article that reports an event.
    struct Article: Sendable {
        var id: String
        var published: String?
        /// Where the rest of its source is.
        var offset: Int
        /// Its events, by their numbers, in the order of reports.
        var events: Range<Int32>
    }

    let spill: Spill
    private let filter: EventFilter
    private(set) var articles = Chunks<Article>()
    private var keys = Chunks<EventKey>()
    /// Hashes of the ids of the events.
    private var ids = Chunks<UInt32>()

    init(spill: Spill, filter: EventFilter) {
        self.spill = spill
        self.filter = filter
    }

    /// The number of reports.
    var count: Int { keys.count }

    /// - Throws: ``OutputError``.
    mutating func add(_ record: AnnotationRecord) throws {
        guard !record.events.isEmpty else { return }
        let source = EventCluster.Source(
            id: record.id, title: record.title, url: record.url, publisher: record.publisher,
            published: record.published)
        var entry = EntryWriter()
        source.write(to: &entry)
        let offset = try spill.append(entry.bytes)
        let start = Int32(truncatingIfNeeded: keys.count)
        let article = Int32(truncatingIfNeeded: articles.count)
        for report in record.events.map({ EventReport(event: $0, source: source) }).sorted() {
            var entry = EntryWriter()
            report.event.write(to: &entry)
            let offset = try spill.append(entry.bytes)
            keys.append(EventKey(report.event, article: article, offset: offset, filter: filter))
            ids.append(UInt32(truncatingIfNeeded: StableHash.mixed(StableHash.hash(report.event.id.utf8))))
        }
        articles.append(
            Article(
                id: record.id, published: record.published, offset: offset,
                events: start..<Int32(truncatingIfNeeded: keys.count)))
    }

    func key(_ event: Int32) -> EventKey { keys[Int(event)] }

    /// A hash of the event's id.
    func id(_ event: Int32) -> UInt32 { ids[Int(event)] }

    func article(of event: Int32) -> Article { articles[Int(key(event).article)] }

    /// What is kept at an offset of the spill.
    private func entry(at offset: Int) -> EntryReader { EntryReader(spill.entry(at: offset).bytes) }

    private func entry(_ event: Int32) -> EntryReader { entry(at: key(event).offset) }

    func report(_ event: Int32) -> EventReport {
        var entry = entry(event)
        let article = article(of: event)
        var rest = self.entry(at: article.offset)
        return EventReport(
            event: EventRecord(&entry),
            source: EventCluster.Source(id: article.id, published: article.published, &rest))
    }

    func passage(_ event: Int32) -> String {
        var entry = entry(event)
        return EventRecord.passage(&entry)
    }

    func wording(_ event: Int32) -> EventWording {
        var entry = entry(event)
        return EventWording(EventRecord(&entry))
    }

    func coordinate(_ event: Int32) -> Coordinate? {
        guard key(event).flags.contains(.placed) else { return nil }
        var entry = entry(event)
        return EventRecord.coordinate(&entry)
    }

    /// The numbers of all events in the order of reports.
    func order() -> [Int32] {
        func order(_ article: Int) -> (String, String) {
            // Undated articles come last.
            (articles[article].published ?? "\u{10FFFF}", articles[article].id)
        }
        let sorted = (0..<articles.count).sorted { order($0) < order($1) }
        var events: [Int32] = []
        events.reserveCapacity(keys.count)
        for run in sorted.runs(where: { order($0) == order($1) }) {
            let block = run.flatMap { articles[$0].events }
            // Of one id: those of a run have others each.
            events +=
                run.count == 1 ? block : block.map { ($0, report($0)) }.sorted { $0.1 < $1.1 }.map(\.0)
        }
        return events
    }

    /// The articles in order of their ids, and for each article the place of its id there: the same for the same id.
    func ranks() -> (order: [Int32], ranks: [Int32]) {
        let order = (0..<articles.count).sorted { articles[$0].id < articles[$1].id }
            .map { Int32(truncatingIfNeeded: $0) }
        var ranks = [Int32](repeating: 0, count: order.count)
        for (position, article) in order.enumerated() {
            let before = position > 0 ? order[position - 1] : nil
            if let before, articles[Int(before)].id == articles[Int(article)].id {
                ranks[Int(article)] = ranks[Int(before)]
            } else {
                ranks[Int(article)] = Int32(truncatingIfNeeded: position)
            }
        }
        return (order, ranks)
    }
}
