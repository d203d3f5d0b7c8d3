public import Articles
public import MapExport

/// Articles to annotation records, a line each, in the order of the input; a document that fails gives an error record.
public struct AnnotationRun: Sendable {
    public struct Options: Sendable {
        public var jobs = 1
        /// Stop at the first document that fails.
        public var failFast = false
        /// Seconds a document may take; `nil` for as long as it needs.
        public var timeout: Double?
        public init() {}
    }

    public enum Notice: Sendable {
        /// Documents done, failed ones too.
        case finished(documents: Int)
        case warning(ArticleWarning)
        case failure(String)
    }

    public struct Outcome: Sendable {
        public var records = 0
        public var failures = 0
        /// The overrides that met a name.
        public var overrides: Set<Int> = []
        /// The first failure's exit code.
        public var failureCode: Int32?
    }

    private let options: Options
    private let makePipeline: @Sendable () throws -> Pipeline

    /// - Parameter makePipeline: called once for each thread.
    public init(options: Options = Options(), makePipeline: @escaping @Sendable () throws -> Pipeline) {
        self.options = options
        self.makePipeline = makePipeline
    }

    /// - Parameter done: what an interrupted run wrote already, if this one goes on with it.
    public func run(
        _ reader: consuming ArticleReader, to sink: any ByteSink, after done: FinishedLines? = nil,
        notice: (Notice) -> Void
    ) throws -> Outcome {
        let source = ArticleSource(reader)
        var ids = UniqueNames()
        var outcome = Outcome()
        var unread = UnreadLanguages()
        if let done { try done.skip(source, ids: &ids) }
        let timeout = options.timeout
        var batches = DocumentBatches(source, jobs: options.jobs, isSingle: timeout != nil)
        func take(_ document: DocumentOutcome) throws {
            for warning in document.warnings { notice(.warning(warning)) }
            switch document.content {
            case .nothing: return
            case .record(var record, let line):
                outcome.overrides.formUnion(record.overrides)
                unread.add(record, path: document.path, line: document.line)
                let (id, warning) = ids.claim(record.id, path: document.path, line: document.line)
                if let warning {
                    notice(.warning(warning))
                    record.rename(id)
                    try sink.write(record.line)
                } else {
                    try sink.write(line)
                }
                outcome.records += 1
            case .failed(let failure), .failedBefore(let failure):
                notice(.failure(failure.message))
                outcome.failures += 1
                outcome.failureCode = outcome.failureCode ?? failure.code
                try sink.write(DocumentOutcome.errorLine(id: failure.id, message: failure.message))
                if options.failFast {
                    try sink.flush()
                    throw FailedFast(code: failure.code)
                }
            }
            notice(.finished(documents: outcome.records + outcome.failures))
        }
        try OrderedMap.run(
            OrderedMap.Options(jobs: options.jobs, timeout: timeout, windowPerJob: DocumentBatches.windowPerJob),
            context: makePipeline, isReady: { batches.isReady }, next: { batches.next() },
            size: { $0.reduce(0) { $0 + $1.size } },
            transform: { DocumentOutcome.all($1, pipeline: $0, acceptsRecords: false, writesLine: true) },
            givenUp: { $0.map { DocumentOutcome(givenUp: $0, seconds: timeout ?? 0) } },
            take: { for document in $0 { try take(document) } },
            idle: {
                try sink.flush()
                Interruption.setIdle(true)
            })
        try sink.flush()
        if let warning = unread.warning { notice(.warning(warning)) }
        return outcome
    }
}

extension DocumentOutcome {
    /// What stands for a document that took longer than the time allowed.
    init(givenUp document: PendingDocument, seconds: Double) {
        (path, line) = (document.path, document.line)
        warnings = []
        content = .failed(
            Failure(
                id: document.id, input: document.path,
                message: "\(document.id): not done after \(seconds) seconds (--document-timeout); left out", code: 65))
    }
}
