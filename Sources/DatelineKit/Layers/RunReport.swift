public import MapExport

/// What a run could not do, and its counts: `report.json`.
public struct RunReport: Sendable {
    /// A name without a place.
    public struct UnresolvedName: Hashable, Sendable {
        public var text: String
        public var reason: String
        public var article: String
        public var start: Int
        public var passage: String?
    }

    /// An input that gave no article.
    public struct Failure: Hashable, Sendable {
        public var input: String
        public var error: String
    }

    public private(set) var articles = 0
    public private(set) var toponyms = 0
    public private(set) var resolved = 0
    public private(set) var unresolved: [UnresolvedName] = []
    public private(set) var failures: [Failure] = []
    /// Documents that an earlier run could not annotate, by their ids.
    public private(set) var failedBefore: [Failure] = []
    /// Articles in languages without tables, which are not read, by code.
    public var unread: [(code: String, articles: Int)] = []
    /// Articles that nearly repeat an earlier one: `duplicate_of` says which.
    public var duplicates: [DuplicateGroups.Pair] = []
    /// Articles that print passages of another one, and how many events those tell.
    public private(set) var repeatedPassages: [(pair: DuplicateGroups.Pair, events: Int)] = []
    /// Events found, before any filter.
    public private(set) var eventsFound = 0

    public init() {}

    public mutating func add(_ record: AnnotationRecord) {
        articles += 1
        toponyms += record.toponyms.count
        eventsFound += record.events.count
        for toponym in record.toponyms {
            guard toponym.place == nil else {
                resolved += 1
                continue
            }
            unresolved.append(
                UnresolvedName(
                    text: toponym.text, reason: toponym.reason ?? "unknown", article: record.id, start: toponym.start,
                    passage: toponym.passage?.text))
        }
    }

    /// Takes down which articles print passages of which, but for those that repeat a whole one.
    mutating func addPassages(of clusters: [EventCluster], duplicates: DuplicateGroups) {
        var counts: [DuplicateGroups.Pair: Int] = [:]
        for pair in clusters.lazy.flatMap(\.repeats) where duplicates.reports(of: [pair.article, pair.original]) > 1 {
            counts[pair, default: 0] += 1
        }
        repeatedPassages = counts.map { ($0.key, $0.value) }.sorted {
            ($0.pair.article, $0.pair.original) < ($1.pair.article, $1.pair.original)
        }
    }

    public mutating func add(failure: Failure) { failures.append(failure) }

    public mutating func add(failedBefore failure: Failure) { failedBefore.append(failure) }

    /// Writes the report. `clusters` are the events on the map and those without a place, after the filter.
    ///
    /// - Parameter files: the names of the files beside it that this run wrote.
    public func write(clusters: [EventCluster], files: [String] = [], to sink: some ByteSink) throws {
        let unplaced = clusters.filter { $0.event.location == nil }
        var json = JSONWriter()
        json.beginObject()
        json.newline()
        if !files.isEmpty {
            json.key("files")
            json.strings(files)
            json.newline()
        }
        json.key("articles")
        json.integer(articles)
        json.newline()
        json.key("toponyms")
        json.beginObject()
        json.key("found")
        json.integer(toponyms)
        json.key("resolved")
        json.integer(resolved)
        json.key("unresolved")
        json.integer(toponyms - resolved)
        json.endObject()
        json.newline()
        json.key("events")
        json.beginObject()
        json.key("found")
        json.integer(eventsFound)
        json.key("after_filter_and_merging")
        json.integer(clusters.count)
        json.key("placed")
        json.integer(clusters.count - unplaced.count)
        json.key("dated")
        json.integer(clusters.filter { $0.event.time?.start != nil }.count)
        json.endObject()
        json.newline()
        writeRepeats(to: &json)
        if !unread.isEmpty {
            json.key("unread_languages")
            json.beginObject()
            for (code, articles) in unread {
                json.key(code)
                json.integer(articles)
            }
            json.endObject()
            json.newline()
        }
        json.key("failures")
        json.beginArray()
        for failure in failures { Self.write(failure, as: "input", to: &json) }
        json.endArray()
        json.newline()
        if !failedBefore.isEmpty {
            json.key("failed_before")
            json.beginArray()
            for failure in failedBefore { Self.write(failure, as: "id", to: &json) }
            json.endArray()
            json.newline()
        }
        json.key("unresolved_names")
        json.beginArray()
        for name in unresolved {
            json.newline()
            Self.write(name, to: &json)
            try json.drain(to: sink)
        }
        json.endArray()
        json.newline()
        json.key("events_without_place")
        json.beginArray()
        for cluster in unplaced {
            json.newline()
            Self.write(cluster, to: &json)
            try json.drain(to: sink)
        }
        json.endArray()
        json.newline()
        json.endObject()
        json.newline()
        try json.drain(to: sink)
    }

    private func writeRepeats(to json: inout JSONWriter) {
        func write(_ name: String, _ pairs: [(pair: DuplicateGroups.Pair, events: Int?)], original: String) {
            guard !pairs.isEmpty else { return }
            json.key(name)
            json.beginArray()
            for (pair, events) in pairs {
                json.newline()
                json.beginObject()
                json.key("article")
                json.string(pair.article)
                json.key(original)
                json.string(pair.original)
                if let events {
                    json.key("events")
                    json.integer(events)
                }
                json.endObject()
            }
            json.newline()
            json.endArray()
            json.newline()
        }
        write("duplicates", duplicates.map { ($0, nil) }, original: "duplicate_of")
        write("repeated_passages", repeatedPassages.map { ($0.pair, $0.events) }, original: "passages_of")
    }

    private static func write(_ failure: Failure, as name: String, to json: inout JSONWriter) {
        json.newline()
        json.beginObject()
        json.key(name)
        json.string(failure.input)
        json.key("error")
        json.string(failure.error)
        json.endObject()
    }

    private static func write(_ name: UnresolvedName, to json: inout JSONWriter) {
        json.beginObject()
        json.key("text")
        json.string(name.text)
        json.key("reason")
        json.string(name.reason)
        json.key("article")
        json.string(name.article)
        json.key("start")
        json.integer(name.start)
        json.key("passage")
        json.string(name.passage)
        json.endObject()
    }

    private static func write(_ cluster: EventCluster, to json: inout JSONWriter) {
        let event = cluster.event
        json.beginObject()
        json.key("id")
        json.string(event.id)
        json.key("event_type")
        json.string(event.type)
        json.key("event_mode")
        json.string(event.mode)
        json.key("modality")
        json.string(event.modality)
        json.key("trigger")
        json.string(event.trigger.text)
        json.key("date")
        json.string(event.time?.edtf)
        json.key("article")
        json.string(cluster.source.id)
        json.key("passage")
        json.string(EventLayer.cut(event.passage.text))
        json.endObject()
    }
}
