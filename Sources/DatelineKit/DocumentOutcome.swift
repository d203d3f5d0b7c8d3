public import Articles
internal import MapExport

/// An article reader with an identity, so that closures can share it.
public final class ArticleSource {
    private var reader: ArticleReader

    public init(_ reader: consuming ArticleReader) { self.reader = reader }

    public func next() -> PendingDocument? { reader.nextDocument() }

    /// Whether ``next()`` will answer without waiting for standard input.
    public var isReady: Bool { reader.isReady() }
}

/// What became of one document.
public struct DocumentOutcome: Sendable {
    public struct Failure: Sendable {
        /// What the document is called, as far as that is known.
        public var id: String
        /// The file.
        public var input: String
        public var message: String
        /// The exit code that fits (`sysexits.h`).
        public var code: Int32
    }

    public enum Content: Sendable {
        /// `line` is the record as JSON, where it was asked for.
        case record(AnnotationRecord, line: [UInt8])
        case failed(Failure)
        /// Failed in an earlier run, whose record this is.
        case failedBefore(Failure)
        /// Nothing but warnings.
        case nothing
    }

    public var content: Content
    public var warnings: [ArticleWarning]
    /// The file and the line of it.
    public var path: String
    public var line: Int?

    /// Reads and annotates.
    ///
    /// - Parameters:
    ///   - acceptsRecords: whether the document may be an annotation record already.
    ///   - writesLine: whether to write the record as JSON, too.
    public init(_ document: PendingDocument, pipeline: Pipeline, acceptsRecords: Bool = true, writesLine: Bool = false)
    {
        self = Self.all([document], pipeline: pipeline, acceptsRecords: acceptsRecords, writesLine: writesLine)[0]
    }

    /// Reads and annotates several documents, each stage for all of them.
    static func all(
        _ documents: [PendingDocument], pipeline: Pipeline, acceptsRecords: Bool, writesLine: Bool
    ) -> [DocumentOutcome] {
        var outcomes: [DocumentOutcome] = []
        outcomes.reserveCapacity(documents.count)
        var articles: [Article] = []
        var places: [Int] = []
        for document in documents {
            let (outcome, article) = read(document, acceptsRecords: acceptsRecords)
            if let article {
                articles.append(article)
                places.append(outcomes.count)
            }
            outcomes.append(outcome)
        }
        for (place, record) in zip(places, pipeline.records(of: articles)) {
            outcomes[place].content = .record(record, line: [])
        }
        guard writesLine else { return outcomes }
        var json = JSONWriter(capacity: 1 << 15)
        for place in outcomes.indices {
            if case .record(let record, _) = outcomes[place].content {
                record.write(to: &json)
                outcomes[place].content = .record(record, line: json.take())
            }
        }
        return outcomes
    }

    /// What is known of a document without a pipeline, and the article that is still to be annotated.
    private static func read(_ document: PendingDocument, acceptsRecords: Bool) -> (DocumentOutcome, Article?) {
        let (found, warnings) = document.read()
        var outcome = DocumentOutcome(content: .nothing, path: document.path)
        outcome.line = document.line
        outcome.warnings = warnings
        let path = document.path
        func failure(_ message: String, _ code: Int32) -> Content {
            .failed(Failure(id: document.id, input: path, message: message, code: code))
        }
        switch found {
        case .nothing: break
        case .failure(let error): outcome.content = failure("\(error)", error.exitCode)
        case .article(let article): return (outcome, article)
        case .failedBefore(let id, let message):
            outcome.content =
                acceptsRecords
                ? .failedBefore(Failure(id: id, input: path, message: message, code: 65))
                : failure("\(path):\(document.line ?? 1): found an error record, not an article: \(message)", 65)
        case .annotation(let line):
            let number = document.line ?? 1
            guard acceptsRecords else {
                let error = ArticleError.json(
                    path: path, line: number, detail: "found an annotation record, not an article")
                outcome.content = failure("\(error)", error.exitCode)
                break
            }
            do {
                var record = try AnnotationRecord(line: line, path: path, number: number)
                record.round()
                outcome.content = .record(record, line: [])
            } catch {
                outcome.content = failure("\(error)", 65)
            }
        }
        return (outcome, nil)
    }

    init(content: Content, path: String) {
        self.content = content
        self.path = path
        warnings = []
    }

    /// The line that stands for a document that failed: `{"id": ..., "error": ...}`.
    public static func errorLine(id: String, message: String) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.key("id")
        json.string(id)
        json.key("error")
        json.string(message)
        json.endObject()
        json.newline()
        return json.bytes
    }
}

/// The run stopped at its first failure, as it was told to (`--fail-fast`); the failure has been reported.
public struct FailedFast: Error, Sendable {
    public var code: Int32
}

extension AnnotationRecord {
    /// The record as a line of JSON.
    var line: [UInt8] {
        var json = JSONWriter(capacity: 1 << 14)
        write(to: &json)
        return json.bytes
    }
}
