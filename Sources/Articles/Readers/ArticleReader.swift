/// What an input holds, one at a time and in order.
public enum ArticleInput: Sendable {
    case article(Article)
    /// A line of `dateline annotate`, for those who know events.
    case annotation(line: [UInt8], path: String, number: Int)
    case failure(ArticleError)
    case warning(ArticleWarning)
}

/// Reads articles from files, folders and standard input, in a fixed order: inputs as named, files of a folder by
/// their paths' bytes. One article that cannot be read does not stop the others.
public struct ArticleReader: ~Copyable {
    public struct Options: Sendable {
        /// Take the toponyms of JSON Lines documents as found.
        public var givenSpans = false
        /// For articles whose own metadata give no date.
        public var published: PartialDate?
        /// The bytes of the longest document that is read, unpacked; markup counts.
        public var longestDocument = 64 << 20
        /// The name of the encoding of text and JSON that are neither UTF-8 nor marked; `nil` to tell by their letters.
        public var encoding: String?
        public init() {}

        /// Whether ``encoding`` is one that is read.
        public static func isKnown(encoding: String) -> Bool { TextEncoding(named: encoding) != nil }
    }

    private let options: Options
    /// What has been found and not been given, the last first.
    private var pending: [PendingDocument] = []
    /// What has been read and not been given, the last first; for ``next()``.
    private var unread: [ArticleInput] = []
    private let files: [InputListing.File]
    private var nextFile = 0
    // What gives one document after another from the present file; at most one of them.
    private var lines: ByteReader?
    private var elements: JSONElements?
    private var crawl: WARCReader?
    private var lineNumber = 0
    private var ids = UniqueNames()
    private var tables: [String: MetadataTable] = [:]

    /// - Parameter inputs: files, folders, patterns, or `-` for standard input.
    public init(_ inputs: [String], options: Options = Options()) {
        self.options = options
        let listing = InputListing(inputs)
        files = listing.files
        for notice in listing.notices.reversed() {
            switch notice {
            case .failure(let error):
                pending.append(PendingDocument(form: .failed(error), id: error.path, path: error.path))
            case .warning(let warning):
                pending.append(PendingDocument(form: .notice(warning), id: warning.path, path: warning.path))
            case .article, .annotation: break
            }
        }
    }

    /// The number of files to read; documents in containers are not counted.
    public var fileCount: Int { files.count }

    /// The number of documents, where every file is one; else `nil`.
    public var documentCount: Int? {
        files.allSatisfy { $0.format == .text || $0.format == .html } ? files.count : nil
    }

    /// Whether ``nextDocument()`` will answer without waiting for a pipe or a terminal.
    public mutating func isReady() -> Bool {
        guard pending.isEmpty, lines != nil else { return true }
        return lines?.isLineReady() ?? true
    }

    /// The next article, parsed, with an id of its own.
    public mutating func next() -> ArticleInput? {
        while true {
            if let waiting = unread.popLast() { return waiting }
            guard let document = nextDocument() else { return nil }
            let (content, warnings) = document.read()
            var given: [ArticleInput] = warnings.map { .warning($0) }
            switch content {
            case .article(var article):
                let (id, warning) = ids.claim(article.id, path: document.path, line: document.line)
                if let warning { given.append(.warning(warning)) }
                article.id = id
                given.append(.article(article))
            case .annotation(let line):
                given.append(.annotation(line: line, path: document.path, number: document.line ?? 1))
            case .failedBefore(let id, let message):
                given.append(
                    .failure(
                        .json(
                            path: document.path, line: document.line ?? 1,
                            detail: "found the record of '\(id)', which failed before: \(message)")))
            case .failure(let error): given.append(.failure(error))
            case .nothing: break
            }
            unread = given.reversed()
        }
    }

    /// The next document, not parsed yet; ids may repeat.
    public mutating func nextDocument() -> PendingDocument? {
        while true {
            if let waiting = pending.popLast() { return waiting }
            do throws(ArticleError) {
                guard try advance() else { return nil }
            } catch {
                closeFile()
                fail(error)
            }
            // Nothing was pending before: the first found is the first given.
            pending.reverse()
        }
    }

    private mutating func fail(_ error: ArticleError, line: Int? = nil) {
        pending.append(PendingDocument(form: .failed(error), id: error.path, path: error.path, line: line))
    }

    private mutating func closeFile() {
        lines = nil
        elements = nil
        crawl = nil
    }

    /// Finds the next documents; `false` at the end.
    private mutating func advance() throws(ArticleError) -> Bool {
        if lines != nil {
            try takeLine(of: files[nextFile - 1])
        } else if elements != nil {
            if let (element, line) = try elements?.next(limit: options.longestDocument) {
                let form = PendingDocument.Form.json(givenSpans: options.givenSpans)
                pending.append(document(form, element, of: files[nextFile - 1], line: line))
            } else {
                closeFile()
            }
        } else if crawl != nil {
            switch try crawl?.next(limit: options.longestDocument) {
            case nil: closeFile()
            case .failure(let error): fail(error)
            case .page(let page):
                let form = PendingDocument.Form.html(charset: page.charset, address: page.address)
                var found = document(form, page.bytes, of: files[nextFile - 1])
                found.id = page.address
                pending.append(found)
            }
        } else {
            guard nextFile < files.count else { return false }
            nextFile += 1
            try open(files[nextFile - 1])
        }
        return true
    }

    /// Begins a file.
    private mutating func open(_ file: InputListing.File) throws(ArticleError) {
        var bytes = try ByteReader(path: file.path)
        var format = file.format
        let given = options.encoding.flatMap { TextEncoding(named: $0) }
        if format == nil {
            let head = try bytes.peekText(more: 512)
            // Two bytes a character hide what the first characters are.
            let plain = TextEncoding(mark: head).map { StreamDecoder($0).decoded(head) }
            format = try InputFormat.sniffed(plain ?? head, path: file.path)
        }
        switch format ?? .text {
        case .text:
            let whole = try bytes.rest(limit: options.longestDocument)
            var found = document(.text(EncodingDetector.isMarked(whole) ? nil : given), whole, of: file)
            found.row = tableRow(for: file)
            pending.append(found)
        case .html:
            let whole = try bytes.rest(limit: options.longestDocument)
            var found = document(.html(charset: nil, address: nil), whole, of: file)
            found.row = tableRow(for: file)
            pending.append(found)
        case .feed:
            let whole = try bytes.rest(limit: options.longestDocument)
            for article in try FeedReader.articles(whole, id: file.id, path: file.path) {
                pending.append(document(.ready(article), [], of: file))
            }
        case .jsonLines:
            lineNumber = 0
            try decode(&bytes, of: file, given: given)
            lines = consume bytes
        case .json:
            try decode(&bytes, of: file, given: given)
            elements = JSONElements(bytes)
        case .warc: crawl = WARCReader(bytes)
        }
    }

    /// Has JSON that is not UTF-8 made UTF-8 as it is read.
    private mutating func decode(
        _ bytes: inout ByteReader, of file: InputListing.File, given: TextEncoding?
    ) throws(ArticleError) {
        guard let encoding = try bytes.detectEncoding(given: given), encoding != .utf8 else { return }
        bytes.decode(from: encoding)
        guard given == nil, encoding != .utf16LittleEndian, encoding != .utf16BigEndian else { return }
        let warning = ArticleWarning(
            path: file.path, message: "this is not UTF-8; it is read as \(encoding.name), by its letters")
        pending.append(PendingDocument(form: .notice(warning), id: file.path, path: file.path))
    }

    private mutating func takeLine(of file: InputListing.File) throws(ArticleError) {
        lineNumber += 1
        do throws(ArticleError) {
            guard var line = try lines?.line(limit: options.longestDocument) else {
                closeFile()
                return
            }
            if lineNumber == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
            guard line.contains(where: { $0 > 0x20 }) else { return }
            pending.append(document(.json(givenSpans: options.givenSpans), line, of: file, line: lineNumber))
        } catch .limit(let path, _, let detail) {
            // A line that is too long does not end the file.
            fail(.limit(path: path, line: lineNumber, detail: detail), line: lineNumber)
        }
    }

    private func document(
        _ form: PendingDocument.Form, _ bytes: [UInt8], of file: InputListing.File, line: Int? = nil
    ) -> PendingDocument {
        PendingDocument(
            form: form, bytes: bytes, id: line.map { "\(file.path):\($0)" } ?? file.id, path: file.path, line: line,
            published: options.published)
    }

    /// The row of the `metadata.csv` beside `file`, and that table's path.
    private mutating func tableRow(for file: InputListing.File) -> (ArticleMetadata, path: String)? {
        guard file.path != "-" else { return nil }
        let (folder, name) = InputListing.split(file.path)
        let path = folder.isEmpty ? "metadata.csv" : folder + "/metadata.csv"
        if tables[path] == nil {
            var table = MetadataTable()
            if FileBytes.kind(of: path) == .file, let bytes = try? FileBytes.read(path) {
                table = MetadataTable(String(decoding: bytes, as: UTF8.self), path: path)
            }
            for warning in table.warnings {
                pending.append(PendingDocument(form: .notice(warning), id: path, path: path))
            }
            tables[path] = table
        }
        return tables[path]?[name].map { ($0, path) }
    }
}
