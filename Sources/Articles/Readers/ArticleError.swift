/// Why an input gave no article. Messages name the file, the line where there is one, what was found and what to do.
public enum ArticleError: Error, Hashable, Sendable {
    case missing(path: String)
    case unreadable(path: String, reason: String)
    case noArticles(folder: String)
    case notUTF8(path: String, line: Int, column: Int)
    case empty(path: String, line: Int?)
    case json(path: String, line: Int, detail: String)
    case unsupported(path: String, found: String, advice: String)
    /// Larger, deeper or more than is read, by the limits of ``ArticleReader/Options``.
    case limit(path: String, line: Int?, detail: String)
    /// A container (a feed, a WARC file, a page) that is not what it should be.
    case malformed(path: String, line: Int?, detail: String)

    /// The exit code that fits when nothing else went right (`sysexits.h`): 65 bad data, 66 input missing, 74 I/O.
    public var exitCode: Int32 {
        switch self {
        case .missing, .noArticles: 66
        case .unreadable: 74
        case .notUTF8, .empty, .json, .unsupported, .limit, .malformed: 65
        }
    }

    /// The file at fault.
    public var path: String {
        switch self {
        case .missing(let path), .unreadable(let path, _), .noArticles(let path), .notUTF8(let path, _, _),
            .empty(let path, _), .json(let path, _, _), .unsupported(let path, _, _), .limit(let path, _, _),
            .malformed(let path, _, _):
            path
        }
    }
}

extension ArticleError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .missing(let path): "\(path): no such file or folder; check the path"
        case .unreadable(let path, let reason): "\(path): cannot be read: \(reason)"
        case .noArticles(let folder):
            "\(folder): no articles in this folder; articles are files that end in "
                + InputFormat.folderExtensions.map { "." + $0 }.joined(separator: ", ")
        case .notUTF8(let path, let line, let column):
            "\(path):\(line):\(column): not UTF-8 text; convert it first, for example with "
                + "'iconv -f WINDOWS-1251 -t UTF-8'"
        case .empty(let path, let line):
            "\(path)\(line.map { ":\($0)" } ?? ""): the article has no text; remove it or supply its text"
        case .json(let path, let line, let detail):
            "\(path):\(line): \(detail); each line must be a JSON object with a string \"text\""
        case .limit(let path, let line, let detail), .malformed(let path, let line, let detail):
            "\(path)\(line.map { ":\($0)" } ?? ""): \(detail)"
        case .unsupported(let path, let found, let advice): "\(path): \(found) is not read here; \(advice)"
        }
    }
}

/// Something odd about an input that does not stop it.
public struct ArticleWarning: Hashable, Sendable, CustomStringConvertible {
    public var path: String
    public var line: Int?
    public var message: String

    public init(path: String, line: Int? = nil, message: String) {
        self.path = path
        self.line = line
        self.message = message
    }

    public var description: String { "\(path)\(line.map { ":\($0)" } ?? ""): \(message)" }
}
