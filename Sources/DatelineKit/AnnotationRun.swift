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
        if let done { try done.skip(source, ids: &ids) }
        let timeout = options.timeout
        try OrderedMap.run(
            OrderedMap.Options(jobs: options.jobs, timeout: timeout), context: makePipeline,
            isReady: { source.isReady },
            next: {
                defer { Interruption.setIdle(false) }
                return Interruption.isRequested ? nil : source.next()
            },
            size: { $0.size },
            transform: { DocumentOutcome($1, pipeline: $0, acceptsRecords: false, writesLine: true) },
            givenUp: { DocumentOutcome(givenUp: $0, seconds: timeout ?? 0) },
            take: { document in
                for warning in document.warnings { notice(.warning(warning)) }
                switch document.content {
                case .nothing: return
                case .record(var record, let line):
                    outcome.overrides.formUnion(record.overrides)
                    let id = ids.claim(record.id)
                    if id == record.id {
                        try sink.write(line)
                    } else {
                        notice(
                            .warning(
                                UniqueNames.warning(record.id, made: id, path: document.path, line: document.line)))
                        record.rename(id)
                        try sink.write(record.line)
                    }
                    outcome.records += 1
                case .failed(let failure):
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
            },
            idle: {
                try sink.flush()
                Interruption.setIdle(true)
            })
        try sink.flush()
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

/// The lines of an interrupted run: one for each document that was done.
public struct FinishedLines: Sendable {
    private let path: String
    private let names: [String]
    private let isError: [Bool]
    /// The bytes of the whole lines; what follows is half a line.
    public let size: Int

    /// Reads what is at `path`; nothing there is nothing done.
    ///
    /// - Throws: ``RunError/cannotResume(path:reason:)`` when the file holds something else.
    public init(path: String) throws {
        self.path = path
        let bytes: [UInt8]
        do {
            bytes = try FileBytes.read(path)
        } catch .missing {
            bytes = []
        }
        var names: [String] = []
        var isError: [Bool] = []
        var start = 0
        while let feed = bytes[start...].firstIndex(of: 0x0A) {
            let line = Array(bytes[start..<feed])
            guard let id = JSONMember.string("id", in: line) else {
                throw RunError.cannotResume(
                    path: path, reason: "line \(names.count + 1) is no record of 'dateline annotate'")
            }
            names.append(id)
            isError.append(JSONMember.raw("error", in: line) != nil)
            start = feed + 1
        }
        self.names = names
        self.isError = isError
        size = start
    }

    public var count: Int { names.count }

    /// Passes over the documents that are done.
    func skip(_ source: ArticleSource, ids: inout UniqueNames) throws {
        for (index, name) in names.enumerated() {
            var document: PendingDocument?
            repeat { document = source.next() } while document?.isNotice == true
            guard let document else {
                throw RunError.cannotResume(
                    path: path, reason: "it holds \(names.count) documents, the input only \(index)")
            }
            if isError[index] { continue }
            let claimed = ids.claim(name)
            // Only the last is looked into: that the input is another one would show there.
            guard index == names.count - 1, case .article(let article) = document.read().content else { continue }
            if claimed != article.id, !claimed.hasPrefix(article.id + "#") {
                throw RunError.cannotResume(
                    path: path, reason: "document \(index + 1) of the input is '\(article.id)', here it is '\(name)'")
            }
        }
    }
}
