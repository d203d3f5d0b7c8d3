public import Articles
public import MapExport

/// The main job: articles, or annotation records, to layers.
public struct MapRun: Sendable {
    public struct Options: Sendable {
        public var filter = EventFilter()
        public var jobs = 1
        public init() {}
    }

    /// What came of it.
    public struct Outcome: Sendable {
        public var report: RunReport
        public var clusters: [EventCluster]
        public var places: Layer
        /// The first error's exit code, when any input failed.
        public var failureCode: Int32?
        /// The numbers of the overrides that met a name.
        public var overrides: Set<Int> = []
    }

    /// What happens on the way, for progress and messages.
    public enum Notice: Sendable {
        case finished(articles: Int)
        case warning(ArticleWarning)
        case failure(String)
    }

    private let pipeline: Pipeline
    private let options: Options

    public init(pipeline: Pipeline, options: Options = Options()) {
        self.pipeline = pipeline
        self.options = options
    }

    private enum Step: Sendable {
        /// `path` and `line` are of the input, for messages.
        case record(AnnotationRecord, path: String, line: Int?)
        case failed(input: String, message: String, code: Int32)
        case warning(ArticleWarning)
    }

    /// Annotates, merges and filters. What is merged does not depend on the filter: a filtered map is a part of the
    /// whole one, and an event is judged by what the map says of it, its first report. One article that fails stops nothing: it is reported and counted.
    public func run(_ reader: consuming ArticleReader, notice: (Notice) -> Void) async throws -> Outcome {
        let source = ArticleSource(reader)
        var report = RunReport()
        var merger = EventMerger()
        var places = PlaceLayer()
        var failureCode: Int32?
        var overrides: Set<Int> = []
        var ids = UniqueNames()
        let pipeline = self.pipeline
        try await OrderedMap.run(
            jobs: options.jobs, next: { source.next() }, transform: { Self.step($0, pipeline: pipeline) },
            take: { step in
                switch step {
                case .record(var record, let path, let line):
                    let id = ids.claim(record.id)
                    if id != record.id {
                        notice(.warning(UniqueNames.warning(record.id, made: id, path: path, line: line)))
                        record.rename(id)
                    }
                    overrides.formUnion(record.overrides)
                    report.add(record)
                    places.add(record)
                    for event in record.events { merger.add(event, of: record) }
                    notice(.finished(articles: report.articles))
                case .failed(let input, let message, let code):
                    failureCode = failureCode ?? code
                    report.add(failure: RunReport.Failure(input: input, error: message))
                    notice(.failure(message))
                case .warning(let warning): notice(.warning(warning))
                }
            })
        let clusters = merger.clusters().filter { options.filter.admits($0.event) }
        return Outcome(
            report: report, clusters: clusters, places: places.layer(), failureCode: failureCode,
            overrides: overrides)
    }

    private static func step(_ input: ArticleInput, pipeline: Pipeline) -> Step {
        switch input {
        case .article(let article): return .record(pipeline.annotate(article), path: article.id, line: nil)
        case .warning(let warning): return .warning(warning)
        case .failure(let error): return .failed(input: error.path, message: "\(error)", code: error.exitCode)
        case .annotation(let line, let path, let number):
            do {
                return .record(
                    try AnnotationRecord(line: line, path: path, number: number), path: path, line: number)
            } catch {
                return .failed(input: path, message: "\(error)", code: 65)
            }
        }
    }
}

/// An article reader with an identity, so that closures can share it.
public final class ArticleSource {
    private var reader: ArticleReader

    public init(_ reader: consuming ArticleReader) { self.reader = reader }

    public func next() -> ArticleInput? { reader.next() }
}
