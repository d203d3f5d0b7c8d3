public import MapExport

/// What a run could not do, and its counts: `report.json`.
public struct RunReport: Sendable {
    /// A name without a place.
    private struct UnresolvedName: Hashable, Sendable {
        var text: String
        var reason: String
        var article: String
        var start: Int
        var passage: String?

        fileprivate init(_ bytes: [UInt8]) {
            var entry = EntryReader(bytes)
            (text, reason, article) = (entry.text(), entry.text(), entry.text())
            start = entry.integer()
            passage = entry.optionalText()
        }
    }

    /// An input that gave no article.
    public struct Failure: Hashable, Sendable {
        public var input: String
        public var error: String
    }

    public private(set) var articles = 0
    public private(set) var toponyms = 0
    public private(set) var resolved = 0
    public private(set) var failures: [Failure] = []
    /// Documents that an earlier run could not annotate, by their ids.
    public private(set) var failedBefore: [Failure] = []
    /// Articles in languages without tables, which are not read, by code.
    public var unread: [(code: String, articles: Int)] = []
    /// Articles that nearly repeat an earlier one: `duplicate_of` says which.
    public var duplicates: [DuplicateGroups.Pair] = []
    /// Articles that print passages of another one, and how many events those tell.
    private var repeatedPassages: PassageCounts?
    /// Events found, before any filter.
    public private(set) var eventsFound = 0

    /// The names without a place.
    private let unresolved: Spill

    public init() { self.init(unresolved: Spill()) }

    init(unresolved: Spill) { self.unresolved = unresolved }

    /// - Throws: `OutputError`, when the disk is full that holds what memory does not.
    public mutating func add(_ record: AnnotationRecord) throws {
        articles += 1
        toponyms += record.toponyms.count
        eventsFound += record.events.count
        for toponym in record.toponyms {
            guard toponym.place == nil else {
                resolved += 1
                continue
            }
            var entry = EntryWriter()
            for text in [toponym.text, toponym.reason ?? "unknown", record.id] { entry.put(text) }
            entry.put(toponym.start)
            entry.put(toponym.passage?.text)
            _ = try unresolved.append(entry.bytes)
        }
    }

    /// Takes down which articles print passages of which, but for those that repeat a whole one.
    mutating func addPassages(of clusters: EventClusters, duplicates: DuplicateGroups) {
        var counts = clusters.passageCounts()
        counts.remove(duplicates)
        repeatedPassages = counts
    }

    public mutating func add(failure: Failure) { failures.append(failure) }

    public mutating func add(failedBefore failure: Failure) { failedBefore.append(failure) }

    /// Writes the report. `clusters` are the events on the map and those without a place, after the filter.
    ///
    /// - Parameter files: the names of the files beside it that this run wrote.
    public func write(clusters: EventClusters, files: [String] = [], to sink: some ByteSink) throws {
        let unplaced = clusters.numbers { !$0.contains(.placed) }
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
        json.integer(clusters.dated)
        json.endObject()
        json.newline()
        try writeRepeats(to: &json, sink: sink)
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
        var offset = 0
        while offset < unresolved.count {
            let (bytes, end) = unresolved.entry(at: offset)
            try unresolved.check()
            offset = end
            json.newline()
            Self.write(UnresolvedName(bytes), to: &json)
            try json.drain(to: sink)
        }
        json.endArray()
        json.newline()
        json.key("events_without_place")
        json.beginArray()
        for number in unplaced {
            json.newline()
            Self.write(clusters[Int(number)], to: &json)
            try json.drain(to: sink)
        }
        json.endArray()
        json.newline()
        json.endObject()
        json.newline()
        try json.drain(to: sink)
    }

    private func writeRepeats(to json: inout JSONWriter, sink: some ByteSink) throws {
        func write(_ pair: DuplicateGroups.Pair, original: String, events: Int? = nil) throws {
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
            try json.drain(to: sink, atLeast: 1 << 16)
        }
        if !duplicates.isEmpty {
            json.key("duplicates")
            json.beginArray()
            for pair in duplicates { try write(pair, original: "duplicate_of") }
            json.newline()
            json.endArray()
            json.newline()
        }
        if let repeatedPassages, !repeatedPassages.isEmpty {
            json.key("repeated_passages")
            json.beginArray()
            try repeatedPassages.visit { try write($0, original: "passages_of", events: $1) }
            json.newline()
            json.endArray()
            json.newline()
        }
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
