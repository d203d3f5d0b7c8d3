#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// An article as one line of JSON: `id`, `text` and optionally `title`, `published`, `source` or `publisher`, `url`,
/// `toponyms[{start, end}]` in code points.
struct JSONArticle: Decodable {
    struct Span: Decodable {
        var start: Int
        var end: Int
    }

    /// An id is a string; numbers are taken as written.
    struct Identifier: Decodable {
        var text: String

        init(from decoder: any Decoder) throws {
            let container = try decoder.singleValueContainer()
            if let text = try? container.decode(String.self) {
                self.text = text
            } else {
                text = String(try container.decode(Int.self))
            }
        }
    }

    var id: Identifier?
    var text: String?
    var title: String?
    var publisher: String?
    var source: String?
    var published: String?
    var date: String?
    var url: String?
    var toponyms: [Span]?
    /// Present in an annotation record.
    var events: [Ignored]?

    struct Ignored: Decodable {}
}

enum JSONLinesReader {
    /// What a line holds.
    enum Record {
        case article(Article, ArticleWarning?)
        /// An annotation record, to be read by those who know events.
        case annotation
    }

    static func record(
        _ line: [UInt8], path: String, number: Int, givenSpans: Bool
    ) throws(ArticleError) -> Record {
        let json: JSONArticle
        var line = line
        JSONSurrogates.mend(&line)
        do {
            json = try JSONDecoder().decode(JSONArticle.self, from: Data(line))
        } catch {
            throw .json(path: path, line: number, detail: detail(of: error))
        }
        guard let text = json.text else {
            if json.events != nil { return .annotation }
            throw .json(path: path, line: number, detail: "found an object without \"text\"")
        }
        guard text.utf8.contains(where: { $0 > 0x20 }) else { throw .empty(path: path, line: number) }
        var article = Article(
            id: json.id?.text ?? "\(path):\(number)", text: text, title: json.title?.nonEmpty,
            publisher: json.publisher?.nonEmpty ?? json.source?.nonEmpty, url: json.url?.nonEmpty)
        var warning: ArticleWarning?
        if let date = json.published?.nonEmpty ?? json.date?.nonEmpty {
            article.published = PartialDate(edtf: date)
            if article.published == nil {
                warning = ArticleMetadata.warning(published: date, path: path, line: number)
            }
        }
        if givenSpans { article.givenToponyms = try ranges(json.toponyms ?? [], in: text, path: path, number: number) }
        return .article(article, warning)
    }

    private static func ranges(
        _ spans: [JSONArticle.Span], in text: String, path: String, number: Int
    ) throws(ArticleError) -> [TextRange] {
        let map = CodePointMap(Array(text.utf8))
        var ranges: [TextRange] = []
        for span in spans {
            guard span.start < span.end, let start = map.byteOffset(ofCodePoint: span.start),
                let end = map.byteOffset(ofCodePoint: span.end)
            else {
                throw .json(
                    path: path, line: number,
                    detail: "found a toponym from \(span.start) to \(span.end), which is not in the text")
            }
            ranges.append(TextRange(start, end))
        }
        return ranges.sorted()
    }

    private static func detail(of error: any Error) -> String {
        switch error {
        case DecodingError.typeMismatch(let type, let context):
            let path = context.codingPath.map(\.stringValue).joined(separator: ".")
            return path.isEmpty ? "found no JSON object" : "found \"\(path)\" that is no \(type)"
        case DecodingError.dataCorrupted: return "found text that is not JSON"
        default: return "found JSON of another form"
        }
    }
}

extension String {
    var nonEmpty: String? { isEmpty ? nil : self }
}
