public import Articles
public import Gazetteers
public import MapExport

/// `annotate` as a filter that engines drive (Spark, GNU parallel, Ray): one line in gives exactly one line out, in order.
public struct EngineRun: Sendable {
    public struct Options: Sendable {
        public var jobs = 1
        /// Seconds a document may take; `nil` for as long as it needs.
        public var timeout: Double?
        /// The bytes of the longest line that is read.
        public var longestDocument = 64 << 20
        public var givenSpans = false
        /// For articles whose own metadata give no date.
        public var published: PartialDate?
        /// Name and version of the program, and the stamps of its gazetteers, for every record.
        public var program = ""
        public var gazetteer = ""
        public init() {}
    }

    /// What came of it, so far.
    public struct Tally: Sendable, CustomStringConvertible {
        public var read = 0
        public var answered = 0
        public var errors = 0
        public var description: String { "read=\(read) answered=\(answered) errors=\(errors)" }
        public init() {}
    }

    private struct Answer: Sendable {
        var line: [UInt8]
        var isError: Bool
    }

    private let options: Options
    private let makePipeline: @Sendable () throws -> Pipeline

    /// - Parameter makePipeline: called once for each thread.
    public init(options: Options, makePipeline: @escaping @Sendable () throws -> Pipeline) {
        self.options = options
        self.makePipeline = makePipeline
    }

    /// Answers every line of the file at `path`, or of standard input for `-`.
    ///
    /// - Parameter tally: counts as it goes, also when this throws.
    public func run(_ path: String, to sink: any ByteSink, tally: inout Tally) throws {
        let source = EngineSource(try EngineLines(path: path, limit: options.longestDocument))
        let options = options
        // Kept apart, because several closures count.
        var count = Tally()
        defer { tally = count }
        try OrderedMap.run(
            OrderedMap.Options(jobs: options.jobs, timeout: options.timeout), context: makePipeline,
            isReady: { source.isReady },
            next: {
                Interruption.setIdle(false)
                guard !Interruption.isRequested, let line = try source.next() else { return nil }
                count.read += 1
                return line
            },
            size: { $0.bytes.count }, transform: { Self.answer($1, path: path, pipeline: $0, options: options) },
            givenUp: {
                Self.error($0, "not done after \(options.timeout ?? 0) seconds (--document-timeout)", options: options)
            },
            take: { answer in
                try sink.write(answer.line)
                count.answered += 1
                if answer.isError { count.errors += 1 }
            },
            idle: {
                try sink.flush()
                Interruption.setIdle(true)
            })
        try sink.flush()
    }

    private static func answer(_ line: EngineLine, path: String, pipeline: Pipeline, options: Options) -> Answer {
        let document = line.document(path: path, published: options.published, givenSpans: options.givenSpans)
        switch document.read().content {
        case .article(let article):
            let record = pipeline.record(of: article)
            var json = JSONWriter(capacity: 4096)
            record.write(to: &json)
            // The id is passed on as it came: what the record says of it gives way.
            var own = JSONWriter()
            own.string(record.id)
            let rest = json.bytes.dropFirst(#"{"id":"#.utf8.count + own.bytes.count)
            return Answer(line: head(line, status: "ok", options: options) + rest, isError: false)
        case .failedBefore(_, let message): return error(line, "failed before: " + message, options: options)
        case .annotation: return error(line, "found an annotation record, not an article", options: options)
        case .failure(let fault): return error(line, "\(fault)", options: options)
        case .nothing: return error(line, "found nothing to read", options: options)
        }
    }

    private static func error(_ line: EngineLine, _ message: String, options: Options) -> Answer {
        var json = JSONWriter()
        json.string(message)
        let bytes = head(line, status: "error", options: options) + Array(",\"error\":".utf8) + json.bytes
        return Answer(line: bytes + Array("}\n".utf8), isError: true)
    }

    /// `{"id":...,"status":...,"program":...,"gazetteer":...`, open at its end.
    private static func head(_ line: EngineLine, status: String, options: Options) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        for (name, value) in [("status", status), ("program", options.program), ("gazetteer", options.gazetteer)] {
            json.key(name)
            json.string(value)
        }
        return Array(#"{"id":"#.utf8) + line.id + [UInt8(ascii: ",")] + json.bytes.dropFirst()
    }
}

/// Lines with an identity, so that closures can share them.
private final class EngineSource {
    private var lines: EngineLines

    init(_ lines: consuming EngineLines) { self.lines = lines }

    func next() throws -> EngineLine? { try lines.next() }

    var isReady: Bool { lines.isReady() }
}

/// What tells one gazetteer from another.
public enum GazetteerVersion {
    /// The stamps of the sources of all layers, in hexadecimal, joined by `+`.
    public static func text(_ gazetteer: any Gazetteer) -> String {
        if let layers = gazetteer as? LayeredGazetteer { return layers.layers.map(text).joined(separator: "+") }
        return (gazetteer as? GazetteerIndex).map { String($0.stamp, radix: 16) } ?? "unknown"
    }
}
