#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

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
        public init() {}
    }

    private struct File {
        var path: String
        var id: String
        var format: InputFormat
    }

    private let options: Options
    private var pending: [ArticleInput] = []
    private var files: [File] = []
    private var nextFile = 0
    private var lines: LineReader?
    private var lineNumber = 0
    private var ids: [String: Int] = [:]
    private var tables: [String: MetadataTable] = [:]

    /// - Parameter inputs: files, folders, or `-` for JSON Lines (or one text) on standard input.
    public init(_ inputs: [String], options: Options = Options()) {
        self.options = options
        for input in inputs { list(input) }
        pending.reverse()
    }

    /// The number of files to read; lines of JSON Lines are not counted.
    public var fileCount: Int { files.count }

    public mutating func next() -> ArticleInput? {
        while true {
            if let waiting = pending.popLast() { return waiting }
            do throws(ArticleError) {
                guard try advance() else { return nil }
            } catch {
                lines = nil
                return .failure(error)
            }
        }
    }

    /// Reads a file or a line into `pending`; `false` at the end.
    private mutating func advance() throws(ArticleError) -> Bool {
        if lines != nil {
            let file = files[nextFile - 1]
            guard let line = try lines?.next() else {
                lines = nil
                return true
            }
            lineNumber += 1
            if line.contains(where: { $0 > 0x20 }) { try take(line: line, of: file) }
            return true
        }
        guard nextFile < files.count else { return false }
        let file = files[nextFile]
        nextFile += 1
        switch file.format {
        case .jsonLines:
            lineNumber = 0
            lines = try LineReader(path: file.path)
        case .text:
            try take(text: try FileBytes.read(file.path), of: file)
        }
        return true
    }

    private mutating func take(line: [UInt8], of file: File) throws(ArticleError) {
        var line = line
        if lineNumber == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
        if file.path == "-", lineNumber == 1, line.first(where: { $0 > 0x20 }) != UInt8(ascii: "{") {
            // Standard input that is no JSON is one text.
            let rest = try lines?.rest() ?? []
            lines = nil
            try take(text: line + [0x0A] + rest, of: file)
            return
        }
        if let (_, column) = UTF8Check.firstInvalid(line) {
            throwing(.notUTF8(path: file.path, line: lineNumber, column: column))
            return
        }
        do throws(ArticleError) {
            switch try JSONLinesReader.record(
                line, path: file.path, number: lineNumber, givenSpans: options.givenSpans)
            {
            case .article(let article, let warning): deliver(article, warning: warning, path: file.path)
            case .annotation:
                pending.append(.annotation(line: line, path: file.path, number: lineNumber))
            }
        } catch {
            // A bad line does not end the file.
            throwing(error)
        }
    }

    private mutating func throwing(_ error: ArticleError) { pending.append(.failure(error)) }

    private mutating func take(text bytes: [UInt8], of file: File) throws(ArticleError) {
        var bytes = bytes
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
        if let (line, column) = UTF8Check.firstInvalid(bytes) {
            throw .notUTF8(path: file.path, line: line, column: column)
        }
        let whole = String(decoding: bytes, as: UTF8.self)
        let (metadata, body) = FrontMatter.split(whole[...])
        guard body.utf8.contains(where: { $0 > 0x20 }) else { throw .empty(path: file.path, line: nil) }
        var article = Article(id: file.id, text: String(body))
        var warning = metadata.apply(to: &article, path: file.path)
        if let (row, table) = tableRow(for: file) {
            warning = warning ?? row.apply(to: &article, path: table)
        }
        deliver(article, warning: warning, path: file.path)
    }

    private mutating func deliver(_ article: Article, warning: ArticleWarning?, path: String) {
        var article = article
        article.published = article.published ?? options.published
        let count = (ids[article.id] ?? 0) + 1
        ids[article.id] = count
        if count > 1 {
            let first = article.id
            article.id += "#\(count)"
            pending.append(.article(article))
            pending.append(
                .warning(ArticleWarning(path: path, message: "the id '\(first)' is taken; kept as '\(article.id)'")))
        } else {
            pending.append(.article(article))
        }
        if let warning { pending.append(.warning(warning)) }
    }

    /// The row of the `metadata.csv` beside `file`, and that table's path.
    private mutating func tableRow(for file: File) -> (ArticleMetadata, String)? {
        guard file.path != "-" else { return nil }
        let (folder, name) = Self.split(file.path)
        let path = folder.isEmpty ? "metadata.csv" : folder + "/metadata.csv"
        if tables[path] == nil {
            var table = MetadataTable()
            if let bytes = try? FileBytes.read(path) {
                table = MetadataTable(String(decoding: bytes, as: UTF8.self), path: path)
            }
            pending.append(contentsOf: table.warnings.map { .warning($0) })
            tables[path] = table
        }
        return tables[path]?[name].map { ($0, path) }
    }

    private static func split(_ path: String) -> (folder: String, name: String) {
        guard let slash = path.lastIndex(of: "/") else { return ("", path) }
        return (String(path[..<slash]), String(path[path.index(after: slash)...]))
    }

    // MARK: Listing

    private mutating func list(_ input: String) {
        do throws(ArticleError) {
            if input == "-" {
                files.append(File(path: "-", id: "-", format: .jsonLines))
                return
            }
            guard let kind = FileBytes.kind(of: input) else { throw ArticleError.missing(path: input) }
            guard kind == .folder else {
                let format = try InputFormat(namedFile: input)
                files.append(File(path: input, id: Self.split(input).name, format: format))
                return
            }
            let before = files.count
            try listFolder(input, prefix: "", depth: 0)
            if files.count == before { throw ArticleError.noArticles(folder: input) }
        } catch {
            pending.append(.failure(error))
        }
    }

    private mutating func listFolder(_ folder: String, prefix: String, depth: Int) throws(ArticleError) {
        let names: [String]
        do {
            names = try FileManager.default.contentsOfDirectory(atPath: folder)
        } catch {
            throw .unreadable(path: folder, reason: "the folder cannot be listed")
        }
        for name in names.sorted(by: { $0.utf8.lexicographicallyPrecedes($1.utf8) }) where !name.hasPrefix(".") {
            let path = folder.hasSuffix("/") ? folder + name : folder + "/" + name
            guard let kind = FileBytes.kind(of: path) else { continue }
            if kind == .folder {
                // Deep enough for any archive, and an end for links that go round.
                if depth < 32 { try listFolder(path, prefix: prefix + name + "/", depth: depth + 1) }
            } else if let format = InputFormat(fileInFolder: name) {
                files.append(File(path: path, id: prefix + name, format: format))
            }
        }
    }
}
