#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// An article as one line of JSON: `id`, `text` and optionally `title`, `published`, `source` or `publisher`, `url`,
/// `language`,
/// `toponyms[{start, end}]` in code points.
struct JSONArticle: Decodable {
    struct Span: Decodable {
        var start: Int
        var end: Int
    }

    var id: JSONScalar?
    var text: String?
    var title: JSONScalar?
    var publisher: JSONScalar?
    var source: JSONScalar?
    var published: JSONScalar?
    var date: JSONScalar?
    var url: JSONScalar?
    var language: JSONScalar?
    /// Read only where they are asked for: `toponyms` may hold something else.
    var toponyms: Result<[Span], any Error> = .success([])
    /// Whether there are `events`, as in an annotation record.
    var hasEvents = false
    /// Why an earlier run could not annotate it, as `dateline annotate` says it.
    var error: JSONScalar?

    enum CodingKeys: String, CodingKey {
        case id, text, title, publisher, source, published, date, url, language, toponyms, events, error
    }

    init() {}

    init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        func scalar(_ key: CodingKeys) throws -> JSONScalar? {
            try container.decodeIfPresent(JSONScalar.self, forKey: key)
        }
        id = try scalar(.id)
        text = try container.decodeIfPresent(String.self, forKey: .text)
        title = try scalar(.title)
        publisher = try scalar(.publisher)
        source = try scalar(.source)
        published = try scalar(.published)
        date = try scalar(.date)
        url = try scalar(.url)
        language = try scalar(.language)
        toponyms = Result { try container.decodeIfPresent([Span].self, forKey: .toponyms) ?? [] }
        hasEvents = container.contains(.events)
        error = try scalar(.error)
    }
}

/// A member that should be a string, whatever it is.
package enum JSONScalar: Decodable {
    case string(String)
    /// Digits as written, up to the 38 that a decimal number keeps; without needless zeros.
    case number(String)
    /// What stands there instead, for a message.
    case other(String)

    package init(from decoder: any Decoder) throws {
        // First what most are: a decoder that is asked for what is not there throws, which costs more than all the rest.
        let container = try decoder.singleValueContainer()
        if let text = try? container.decode(String.self) {
            self = .string(text)
            return
        }
        if (try? decoder.container(keyedBy: AnyKey.self)) != nil {
            self = .other("an object")
            return
        }
        if (try? decoder.unkeyedContainer()) != nil {
            self = .other("a list")
            return
        }
        if let truth = try? container.decode(Bool.self) {
            self = .other("\(truth)")
        } else if let number = try? container.decode(Int.self) {
            self = .number(String(number))
        } else if let number = try? container.decode(Decimal.self), !number.isNaN {
            self = .number(number.description)
        } else {
            self = .other("a number out of range")
        }
    }

    private struct AnyKey: CodingKey {
        var stringValue: String
        var intValue: Int? { nil }
        init?(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}

enum JSONLinesReader {
    /// What a line holds.
    enum Record {
        case article(Article, [ArticleWarning])
        /// An annotation record, to be read by those who know events.
        case annotation
        /// A document that an earlier run could not annotate.
        case failed(id: String, message: String)
    }

    static func record(
        _ line: [UInt8], path: String, number: Int, givenSpans: Bool
    ) throws(ArticleError) -> Record {
        let json: JSONArticle
        if let plain = PlainRecord.article(line) {
            json = plain
        } else {
            json = try decoded(line, path: path, number: number)
        }
        guard let text = json.text else {
            if json.hasEvents { return .annotation }
            if case .string(let message) = json.error {
                let id: String? =
                    if case .string(let text) = json.id { text } else if case .number(let text) = json.id { text } else
                    { nil }
                return .failed(id: id ?? "\(path):\(number)", message: message)
            }
            throw .json(path: path, line: number, detail: "found an object without \"text\"")
        }
        guard text.utf8.contains(where: { $0 > 0x20 }) else { throw .empty(path: path, line: number) }
        var warnings: [ArticleWarning] = []
        /// The first of `members` that says something; what is no string is left out with a warning.
        func string(_ members: (String, JSONScalar?)..., numbers: Bool = false, instead: String = "it is left out")
            -> String?
        {
            for (name, value) in members {
                switch value {
                case .string(let text) where !text.isEmpty: return text
                case .number(let text) where numbers: return text
                case .number(let found), .other(let found):
                    warnings.append(
                        ArticleWarning(
                            path: path, line: number,
                            message: "found \(found) in \"\(name)\", expected a string; \(instead)"))
                case .string, nil: break
                }
            }
            return nil
        }
        let place = "\(path):\(number)"
        var article = Article(
            id: string(("id", json.id), numbers: true, instead: "the article is called '\(place)'") ?? place,
            text: text, title: string(("title", json.title)),
            publisher: string(("publisher", json.publisher), ("source", json.source)), url: string(("url", json.url)))
        article.language = string(("language", json.language))
        if let date = string(("published", json.published), ("date", json.date), numbers: true) {
            article.published = PartialDate(edtf: date)
            if article.published == nil {
                warnings.append(ArticleMetadata.warning(published: date, path: path, line: number))
            }
        }
        if givenSpans { article.givenToponyms = try ranges(json.toponyms, in: text, path: path, number: number) }
        return .article(article, warnings)
    }

    private static func decoded(_ line: [UInt8], path: String, number: Int) throws(ArticleError) -> JSONArticle {
        var line = line
        JSONSurrogates.mend(&line)
        do {
            return try JSONDecoder().decode(JSONArticle.self, from: Data(line))
        } catch {
            throw .json(path: path, line: number, detail: detail(of: error))
        }
    }

    private static func ranges(
        _ found: Result<[JSONArticle.Span], any Error>, in text: String, path: String, number: Int
    ) throws(ArticleError) -> [TextRange] {
        let spans: [JSONArticle.Span]
        switch found {
        case .success(let list): spans = list
        case .failure(let error): throw .json(path: path, line: number, detail: detail(of: error))
        }
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
