public import Articles
public import MapExport

/// The main job: articles, or annotation records, to layers.
public struct MapRun: Sendable {
    public struct Options: Sendable {
        public var filter = EventFilter()
        public var jobs = 1
        /// Stop at the first document that fails.
        public var failFast = false
        /// Seconds a document may take; `nil` for as long as it needs.
        public var timeout: Double?
        /// Where a temporary file is made of what events say, once that is more than ``memory``; `nil` for the usual folder.
        public var temporaryFolder: String?
        /// Bytes of what events say, and of names without a place, that are kept in memory.
        public var memory = 4 << 20
        public init() {}
    }

    /// What came of it.
    public struct Outcome: Sendable {
        public var report: RunReport
        public var clusters: EventClusters
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

    private let makePipeline: @Sendable () throws -> Pipeline
    private let options: Options

    /// - Parameter makePipeline: called once for each thread: threads that share tables slow each other down.
    public init(options: Options = Options(), makePipeline: @escaping @Sendable () throws -> Pipeline) {
        self.makePipeline = makePipeline
        self.options = options
    }

    public init(pipeline: Pipeline, options: Options = Options()) { self.init(options: options) { pipeline } }

    /// Annotates, merges and filters. What is merged does not depend on the filter: a filtered map is a part of the
    /// whole one, and an event is judged by what the map says of it, its first report. One article that fails stops nothing: it is reported and counted.
    ///
    /// - Parameter journal: what an interrupted run did, to go on with, and where this one takes down what it does.
    public func run(
        _ reader: consuming ArticleReader, journal: MapJournal? = nil, notice: (Notice) -> Void
    ) async throws -> Outcome {
        let source = ArticleSource(reader)
        var gathered = Gathered(options)
        var failureCode: Int32?
        var overrides: Set<Int> = []
        var ids = UniqueNames()
        if let journal {
            try journal.replay(jobs: options.jobs) { outcome in
                if case .failed(let failure) = outcome.content { failureCode = failureCode ?? failure.code }
                try gathered.add(outcome)
            }
            try journal.done.skip(source, ids: &ids)
        }
        let timeout = options.timeout
        let isWritten = journal != nil
        try OrderedMap.run(
            OrderedMap.Options(jobs: options.jobs, timeout: timeout), context: makePipeline,
            next: { Interruption.isRequested ? nil : source.next() }, size: { $0.size },
            transform: {
                DocumentOutcome(record: $1, writesLine: isWritten)
                    ?? DocumentOutcome($1, pipeline: $0, writesLine: isWritten)
            },
            givenUp: { DocumentOutcome(givenUp: $0, seconds: timeout ?? 0) },
            take: { outcome in
                for warning in outcome.warnings { notice(.warning(warning)) }
                var outcome = outcome
                if case .record(var record, _) = outcome.content {
                    let (id, warning) = ids.claim(record.id, path: outcome.path, line: outcome.line)
                    if let warning {
                        notice(.warning(warning))
                        record.rename(id)
                        outcome.content = .record(record, line: [])
                    }
                    overrides.formUnion(record.overrides)
                }
                try journal?.write(outcome)
                try gathered.add(outcome)
                switch outcome.content {
                case .record: notice(.finished(articles: gathered.report.articles))
                case .failed(let failure):
                    failureCode = failureCode ?? failure.code
                    notice(.failure(failure.message))
                    if options.failFast {
                        try journal?.flush()
                        throw FailedFast(code: failure.code)
                    }
                case .failedBefore, .nothing: break
                }
            })
        ids = UniqueNames()
        try journal?.flush()
        if let warning = gathered.unread.warning { notice(.warning(warning)) }
        return try gathered.outcome(failureCode: failureCode, overrides: overrides)
    }
}

/// What a map is made of, gathered document by document.
private struct Gathered {
    var report: RunReport
    var unread = UnreadLanguages()
    private var merger: EventMerger
    private var places = PlaceLayer()
    private var duplicates = DuplicateGroups()

    init(_ options: MapRun.Options) {
        func spill() -> Spill { Spill(folder: options.temporaryFolder, memory: options.memory) }
        report = RunReport(unresolved: spill())
        merger = EventMerger(filter: options.filter, spill: spill())
    }

    mutating func add(_ outcome: DocumentOutcome) throws {
        switch outcome.content {
        case .record(let record, _):
            try report.add(record)
            unread.add(record, path: outcome.path, line: outcome.line)
            places.add(record)
            duplicates.add(record)
            try merger.add(record)
        case .failed(let failure):
            report.add(failure: RunReport.Failure(input: failure.input, error: failure.message))
        case .failedBefore(let failure):
            report.add(failedBefore: RunReport.Failure(input: failure.id, error: failure.message))
        case .nothing: break
        }
    }

    consuming func outcome(failureCode: Int32?, overrides: Set<Int>) throws -> MapRun.Outcome {
        duplicates.group()
        try duplicates.putAway(in: merger.spill)
        FreeMemory.giveBack()
        report.duplicates = duplicates.pairs
        report.unread = unread.all
        let merged = merger.clusters(isRelated: duplicates.isRelated)
        report.addPassages(of: merged, duplicates: duplicates)
        var clusters = merged.admitted()
        clusters.count(duplicates)
        try clusters.check()
        FreeMemory.giveBack()
        return MapRun.Outcome(
            report: report, clusters: clusters, places: places.layer(), failureCode: failureCode, overrides: overrides)
    }
}
