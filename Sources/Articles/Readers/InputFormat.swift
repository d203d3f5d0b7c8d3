/// The forms in which articles come. A reader is a case here, its endings, and a file of its own.
enum InputFormat: CaseIterable {
    /// One article a file, with optional front matter.
    case text
    /// One article a file, a page of the web.
    case html
    /// One article, or one annotation record, a line.
    case jsonLines
    /// Articles as objects, one after another or in a list.
    case json
    /// RSS or Atom.
    case feed
    /// Pages as a crawler keeps them (ISO 28500).
    case warc

    var extensions: [String] {
        switch self {
        case .text: ["txt", "text", "md", "markdown"]
        case .html: ["html", "htm", "xhtml"]
        case .jsonLines: ["jsonl", "ndjson"]
        case .json: ["json"]
        case .feed: ["rss", "atom"]
        case .warc: ["warc"]
        }
    }

    /// The endings for which a folder is searched; each may be followed by `.gz`.
    static var folderExtensions: [String] { allCases.flatMap(\.extensions) }

    /// The format of a file in a folder; `nil` for what is no article.
    init?(fileInFolder name: String) {
        let lower = name.lowercased()
        guard !name.hasPrefix("."), !lower.hasPrefix("readme"), lower != "metadata.csv",
            let format = Self(ending: Self.ending(of: lower))
        else { return nil }
        self = format
    }

    /// The format by the ending of a file that was named; `nil` when its first bytes must say.
    static func named(_ path: String) throws(ArticleError) -> InputFormat? {
        let ending = ending(of: path.lowercased())
        if let advice = refused[ending] {
            throw .unsupported(path: path, found: "a .\(ending) file", advice: advice)
        }
        return InputFormat(ending: ending)
    }

    private init?(ending: String) {
        guard let format = Self.allCases.first(where: { $0.extensions.contains(ending) }) else { return nil }
        self = format
    }

    /// The format by the first bytes of an input.
    ///
    /// - Parameter head: the bytes up to the first that is no white space, and 512 after it as far as there are.
    static func sniffed(_ head: ArraySlice<UInt8>, path: String) throws(ArticleError) -> InputFormat {
        var head = head
        if head.starts(with: [0xEF, 0xBB, 0xBF]) { head = head.dropFirst(3) }
        let text = head.drop { $0 <= 0x20 }
        for (mark, kind) in [("%PDF-", "pdf"), ("PK\u{3}\u{4}", "docx")] where text.starts(with: mark.utf8) {
            throw .unsupported(path: path, found: "a .\(kind) file", advice: refused[kind] ?? "")
        }
        if text.starts(with: "WARC/".utf8) { return .warc }
        if text.first == UInt8(ascii: "{") {
            // An object that goes on in the next line is no line of its own.
            return text.dropFirst().first(where: { $0 != 0x20 && $0 != 0x0D && $0 != 0x09 }) == 0x0A
                ? .json : .jsonLines
        }
        if text.first == UInt8(ascii: "[") {
            let next = text.dropFirst().first { $0 > 0x20 }
            return next == UInt8(ascii: "{") || next == UInt8(ascii: "]") ? .json : .text
        }
        guard text.first == UInt8(ascii: "<") else { return .text }
        let lower = String(decoding: text.prefix(512), as: UTF8.self).lowercased()
        if ["<rss", "<feed", "<rdf:rdf"].contains(where: lower.contains) { return .feed }
        return ["<!doctype html", "<html", "<head", "<body"].contains(where: lower.contains) ? .html : .text
    }

    private static let refused = [
        "pdf": "extract its text first: pdftotext FILE.pdf FILE.txt",
        "docx": "extract its text first: pandoc -t plain FILE.docx -o FILE.txt",
        "odt": "extract its text first: pandoc -t plain FILE.odt -o FILE.txt",
        "epub": "extract its text first: pandoc -t plain FILE.epub -o FILE.txt",
        "doc": "extract its text first: pandoc or a word processor can save it as plain text",
    ]

    /// The ending of a name, without `.gz`.
    private static func ending(of path: String) -> String {
        var name = path.split(separator: "/").last ?? ""
        if name.hasSuffix(".gz") { name = name.dropLast(3) }
        guard let dot = name.lastIndex(of: "."), dot != name.startIndex else { return "" }
        return String(name[name.index(after: dot)...])
    }
}
