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
    /// What has been read and not been given, the last first.
    private var pending: [ArticleInput] = []
    private var files: [File] = []
    private var nextFile = 0
    private var lines: LineReader?
    private var lineNumber = 0
    /// The blank lines at the beginning of standard input, as long as nothing else has come.
    private var leadingBlank: [UInt8]?
    private var ids = UniqueNames()
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
                pending.append(.failure(error))
            }
            // Nothing was pending before: the first read is the first given.
            pending.reverse()
        }
    }

    /// Reads a file or a line into `pending`; `false` at the end.
    private mutating func advance() throws(ArticleError) -> Bool {
        if lines != nil {
            let file = files[nextFile - 1]
            guard var line = try lines?.next() else {
                lines = nil
                if leadingBlank != nil { throw .empty(path: file.path, line: nil) }
                return true
            }
            lineNumber += 1
            if lineNumber == 1, line.starts(with: [0xEF, 0xBB, 0xBF]) { line.removeFirst(3) }
            if line.contains(where: { $0 > 0x20 }) {
                try take(line: line, of: file)
            } else {
                leadingBlank?.append(contentsOf: line + [0x0A])
            }
            return true
        }
        guard nextFile < files.count else { return false }
        let file = files[nextFile]
        nextFile += 1
        switch file.format {
        case .jsonLines:
            lineNumber = 0
            lines = try LineReader(path: file.path)
            leadingBlank = file.path == "-" ? [] : nil
        case .text:
            try take(text: try FileBytes.read(file.path), of: file)
        }
        return true
    }

    private mutating func take(line: [UInt8], of file: File) throws(ArticleError) {
        if let blank = leadingBlank {
            leadingBlank = nil
            if line.first(where: { $0 > 0x20 }) != UInt8(ascii: "{") {
                // Standard input that is no JSON is one text.
                let rest = try lines?.rest() ?? []
                lines = nil
                try take(text: blank + line + [0x0A] + rest, of: file)
                return
            }
        }
        if let (_, column) = UTF8Check.firstInvalid(line) {
            pending.append(.failure(.notUTF8(path: file.path, line: lineNumber, column: column)))
            return
        }
        do throws(ArticleError) {
            switch try JSONLinesReader.record(
                line, path: file.path, number: lineNumber, givenSpans: options.givenSpans)
            {
            case .article(let article, let warnings):
                deliver(article, warnings: warnings, path: file.path, line: lineNumber)
            case .annotation:
                pending.append(.annotation(line: line, path: file.path, number: lineNumber))
            }
        } catch {
            // A bad line does not end the file.
            pending.append(.failure(error))
        }
    }

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
        var warnings = [metadata.apply(to: &article, path: file.path)]
        if let (row, table) = tableRow(for: file) { warnings.append(row.apply(to: &article, path: table)) }
        deliver(article, warnings: warnings.compactMap(\.self), path: file.path, line: nil)
    }

    /// Warnings come before the article they are about.
    private mutating func deliver(_ article: Article, warnings: [ArticleWarning], path: String, line: Int?) {
        var article = article
        article.published = article.published ?? options.published
        let id = ids.claim(article.id)
        pending.append(contentsOf: warnings.map { .warning($0) })
        if id != article.id {
            pending.append(.warning(UniqueNames.warning(article.id, made: id, path: path, line: line)))
            article.id = id
        }
        pending.append(.article(article))
    }

    /// The row of the `metadata.csv` beside `file`, and that table's path.
    private mutating func tableRow(for file: File) -> (ArticleMetadata, String)? {
        guard file.path != "-" else { return nil }
        let (folder, name) = Self.split(file.path)
        let path = folder.isEmpty ? "metadata.csv" : folder + "/metadata.csv"
        if tables[path] == nil {
            var table = MetadataTable()
            if FileBytes.kind(of: path) == .file, let bytes = try? FileBytes.read(path) {
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
            try listFolder(input, prefix: "", within: [])
            if files.count == before { throw ArticleError.noArticles(folder: input) }
        } catch {
            pending.append(.failure(error))
        }
    }

    /// - Parameter within: the folders on the way to this one: a link back to one of them is not followed.
    private mutating func listFolder(
        _ folder: String, prefix: String, within: [FileBytes.Identity]
    ) throws(ArticleError) {
        let identity = FileBytes.identity(of: folder)
        if let identity, within.contains(identity) {
            warn(folder, "this link leads back to a folder that it stands in; it is not followed")
            return
        }
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
                if within.count < 64 {
                    try listFolder(path, prefix: prefix + name + "/", within: within + [identity].compactMap(\.self))
                } else {
                    warn(path, "folders are read 64 deep; this one is left out")
                }
            } else if let format = InputFormat(fileInFolder: name) {
                if kind == .file {
                    files.append(File(path: path, id: prefix + name, format: format))
                } else {
                    warn(path, "this is a pipe or a device, not a file; it is read only when it is named itself")
                }
            }
        }
    }

    private mutating func warn(_ path: String, _ message: String) {
        pending.append(.warning(ArticleWarning(path: path, message: message)))
    }
}
