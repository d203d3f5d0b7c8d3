/// The forms in which articles come. A reader is a case here, its endings, and a file of its own.
enum InputFormat: CaseIterable {
    /// One article a file, with optional front matter.
    case text
    /// One article, or one annotation record, a line.
    case jsonLines

    var extensions: [String] {
        switch self {
        case .text: ["txt", "text", "md", "markdown"]
        case .jsonLines: ["jsonl", "ndjson"]
        }
    }

    /// The endings for which a folder is searched.
    static var folderExtensions: [String] { allCases.flatMap(\.extensions) }

    /// The format of a file in a folder; `nil` for what is no article.
    init?(fileInFolder name: String) {
        let lower = name.lowercased()
        guard !name.hasPrefix("."), !lower.hasPrefix("readme"), lower != "metadata.csv",
            let format = Self.allCases.first(where: { $0.extensions.contains(Self.ending(of: lower)) })
        else { return nil }
        self = format
    }

    /// The format of a file that was named: text unless its ending says otherwise.
    init(namedFile path: String) throws(ArticleError) {
        let ending = Self.ending(of: path.lowercased())
        if let advice = Self.refused[ending] {
            throw .unsupported(path: path, found: "a .\(ending) file", advice: advice)
        }
        self = Self.allCases.first { $0.extensions.contains(ending) } ?? .text
    }

    private static let refused = [
        "pdf": "extract its text first: pdftotext FILE.pdf FILE.txt",
        "docx": "extract its text first: pandoc -t plain FILE.docx -o FILE.txt",
        "doc": "extract its text first: pandoc or a word processor can save it as plain text",
    ]

    private static func ending(of path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
        return String(name[name.index(after: dot)...])
    }
}
