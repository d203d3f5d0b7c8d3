/// A document as it lies in its container, not parsed yet: cheap to find, so that parsing can go on elsewhere.
public struct PendingDocument: Sendable {
    enum Form: Sendable {
        /// In this encoding, where it is known.
        case text(TextEncoding?)
        case html(charset: String?, address: String?)
        /// An object of JSON.
        case json(givenSpans: Bool)
        /// Something that was read already.
        case ready(Article)
        case failed(ArticleError)
        case notice(ArticleWarning)
    }

    /// What came of it.
    public enum Content: Sendable {
        case article(Article)
        /// A line of `dateline annotate`, for those who know events.
        case annotation(line: [UInt8])
        /// A line in which `dateline annotate` says why it could not annotate a document.
        case failedBefore(id: String, message: String)
        case failure(ArticleError)
        /// Nothing but warnings.
        case nothing
    }

    var form: Form
    var bytes: [UInt8] = []
    /// What it is called if it does not say: the path in a folder, or the file and the line.
    public var id: String
    public var path: String
    public var line: Int?
    /// The row of `metadata.csv`, and that table's path.
    var row: (ArticleMetadata, path: String)?
    var published: PartialDate?

    /// About how many bytes it holds.
    public var size: Int {
        if case .ready(let article) = form { return article.text.utf8.count }
        return bytes.count
    }

    /// The bytes of one that is a JSON value.
    public var object: [UInt8]? { if case .json = form { bytes } else { nil } }

    /// Whether it is only a warning, about a folder for example, and gives no record.
    public var isNotice: Bool { if case .notice = form { true } else { false } }

    /// Parses the document.
    ///
    /// - Returns: what it holds, with warnings about it. The id of an article is as given, not yet unique.
    public func read() -> (content: Content, warnings: [ArticleWarning]) {
        do throws(ArticleError) {
            var (content, warnings) = try parse()
            if case .article(var article) = content {
                if let row, let warning = row.0.apply(to: &article, path: row.path) { warnings.append(warning) }
                article.published = article.published ?? published
                content = .article(article)
            }
            return (content, warnings)
        } catch {
            return (.failure(error), [])
        }
    }

    private func parse() throws(ArticleError) -> (Content, [ArticleWarning]) {
        switch form {
        case .notice(let warning): return (.nothing, [warning])
        case .failed(let error): throw error
        case .ready(let article): return (.article(article), [])
        case .html(let charset, let address):
            return (
                .article(try HTMLReader.article(bytes, id: id, path: path, charset: charset, address: address)), []
            )
        case .text(let encoding): return try text(encoding)
        case .json(let givenSpans):
            if let (_, column) = UTF8Check.firstInvalid(bytes) {
                throw .notUTF8(path: path, line: line ?? 1, column: column)
            }
            switch try JSONLinesReader.record(bytes, path: path, number: line ?? 1, givenSpans: givenSpans) {
            case .article(let article, let warnings): return (.article(article), warnings)
            case .annotation: return (.annotation(line: bytes), [])
            case .failed(let id, let message): return (.failedBefore(id: id, message: message), [])
            }
        }
    }

    private func text(_ given: TextEncoding?) throws(ArticleError) -> (Content, [ArticleWarning]) {
        var warnings: [ArticleWarning] = []
        guard let encoding = given ?? EncodingDetector.detect(bytes), let utf8 = encoding.utf8(bytes) else {
            let (line, column) = UTF8Check.firstInvalid(bytes) ?? (1, 1)
            throw .notUTF8(path: path, line: line, column: column)
        }
        if given == nil, ![.utf8, .utf16LittleEndian, .utf16BigEndian].contains(encoding) {
            warnings.append(
                ArticleWarning(path: path, message: "this is not UTF-8; it is read as \(encoding.name), by its letters")
            )
        }
        let whole = String(decoding: utf8, as: UTF8.self)
        let (metadata, body) = FrontMatter.split(whole[...])
        guard body.utf8.contains(where: { $0 > 0x20 }) else { throw .empty(path: path, line: nil) }
        var article = Article(id: id, text: String(body))
        if let warning = metadata.apply(to: &article, path: path) { warnings.append(warning) }
        return (.article(article), warnings)
    }
}
