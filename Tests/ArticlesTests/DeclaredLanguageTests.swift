import Articles
import Foundation
import TestSupport
import Testing

/// What pages, feeds and files say of their language and their encoding.
@Suite struct DeclaredLanguageTests {
    private struct Outcome {
        var articles: [Article] = []
        var errors: [String] = []
        var warnings: [String] = []
    }

    private func read(
        _ data: Data, as name: String, _ change: (inout ArticleReader.Options) -> Void = { _ in }
    ) throws -> Outcome {
        let folder = try ScratchFolder()
        try folder.write(data, to: name)
        var options = ArticleReader.Options()
        change(&options)
        var reader = ArticleReader([folder.path + "/" + name], options: options)
        var outcome = Outcome()
        while let input = reader.next() {
            switch input {
            case .article(let article): outcome.articles.append(article)
            case .failure(let error): outcome.errors.append("\(error)")
            case .warning(let warning): outcome.warnings.append("\(warning)")
            case .annotation: break
            }
        }
        return outcome
    }

    // Short, so that the letters alone say little.
    private static let body = "Бои идут у реки, объявили власти."

    @Test(
        arguments: [
            (#"<html lang="ru">"#, "", "ru"), (#"<html xml:lang="ru-RU">"#, "", "ru-RU"),
            ("<html>", #"<meta property="og:locale" content="ru_RU">"#, "ru_RU"),
            ("<html>", #"<meta http-equiv="Content-Language" content="ru">"#, "ru"),
            (
                "<html>", #"<script type="application/ld+json">{"@type": "NewsArticle", "inLanguage": "ru"}</script>"#,
                "ru"
            ),
            (
                "<html>",
                #"<script type="application/ld+json">{"@type": "NewsArticle", "inLanguage": {"@type": "Language", "name": "Russian", "alternateName": "ru"}}</script>"#,
                "ru"
            ),
            (#"<html lang="en">"#, "", nil), (#"<html lang="">"#, "", nil), ("<html>", "", nil),
        ] as [(String, String, String?)])
    func pagesSayTheirLanguage(tag: String, head: String, language: String?) throws {
        let page =
            "<!DOCTYPE html>\(tag)<head>\(head)<title>T</title></head><body><article><p>\(Self.body)</p></article></body></html>"
        let article = try #require(try read(Data(page.utf8), as: "p.html").articles.first)
        #expect(article.language == language)
    }

    @Test(arguments: [
        "<rss><channel><language>uk</language><item><title>T</title><description>Слово.</description></item></channel></rss>",
        #"<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="uk"><entry><title>T</title><summary>Слово.</summary></entry></feed>"#,
        #"<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en"><entry xml:lang="uk"><title>T</title><summary>Слово.</summary></entry></feed>"#,
    ])
    func feedsSayTheirLanguage(feed: String) throws {
        #expect(try read(Data(feed.utf8), as: "f.rss").articles.map(\.language) == ["uk"])
    }

    private static let ukrainian =
        "Обстріл міста Ізюм тривав до ранку. У лікарні Харкова перебувають семеро людей, серед них їхній сусід."

    private static let lines =
        #"{"id": "a", "text": "\#(ukrainian)"}"# + "\n" + #"{"id": "b", "text": "Друге: \u0456 😀."}"# + "\n"

    @Test(arguments: [
        String.Encoding.utf16LittleEndian, .utf16BigEndian, .windowsCP1251, .utf8,
    ])
    func jsonIsReadInTheEncodingOfItsBytes(encoding: String.Encoding) throws {
        let text = encoding == .windowsCP1251 ? Self.lines.replacingOccurrences(of: "😀", with: "") : Self.lines
        let marks: [String.Encoding: [[UInt8]]] = [
            .utf16LittleEndian: [[0xFF, 0xFE], []], .utf16BigEndian: [[0xFE, 0xFF], []],
            .utf8: [[0xEF, 0xBB, 0xBF], []],
        ]
        for mark in marks[encoding] ?? [[]] {
            for name in ["d.jsonl", "d.json", "unnamed"] where name != "unnamed" || !mark.isEmpty || encoding == .utf8 {
                let outcome = try read(Data(mark) + (try #require(text.data(using: encoding))), as: name)
                #expect(outcome.articles.map(\.id) == ["a", "b"], "\(name)")
                #expect(outcome.articles.first?.text == Self.ukrainian)
                #expect(outcome.articles.last?.text.hasPrefix("Друге: і") == true)
                #expect(outcome.warnings.count == (encoding == .windowsCP1251 ? 1 : 0))
                #expect(outcome.errors.isEmpty)
            }
        }
    }

    @Test func longStreamsAreDecodedPieceByPiece() throws {
        // Pieces end within characters, pairs and lines.
        let lines = (0..<9_000).map {
            #"{"id": "\#($0)", "text": "\#(String(repeating: "я", count: $0 % 60))😀 \#($0)"}"#
        }
        let data = Data([0xFF, 0xFE]) + (try #require(lines.joined(separator: "\n").data(using: .utf16LittleEndian)))
        let outcome = try read(data, as: "d.jsonl")
        #expect(outcome.errors.isEmpty)
        #expect(outcome.articles.map(\.id) == (0..<9_000).map(String.init))
        #expect(outcome.articles.last?.text == String(repeating: "я", count: 8_999 % 60) + "😀 8999")
    }

    @Test func aNamedEncodingGoesBeforeTheLettersAndAfterAMark() throws {
        let one = Data([0x7B]) + Data(#""id": "a", "text": "caf"#.utf8) + Data([0xE9]) + Data(#""}"#.utf8)
        #expect(try read(one, as: "d.jsonl").errors.count == 1)
        #expect(try read(one, as: "d.jsonl") { $0.encoding = "latin-1" }.articles.first?.text == "café")
        let marked = Data([0xFF, 0xFE]) + (try #require(#"{"id": "a", "text": "x"}"#.data(using: .utf16LittleEndian)))
        #expect(try read(marked, as: "d.jsonl") { $0.encoding = "latin-1" }.articles.first?.text == "x")
        let text = Data([0xE9, 0x74, 0xE9])
        #expect(try read(text, as: "t.txt") { $0.encoding = "latin-1" }.articles.first?.text == "été")
    }

    @Test func aFewBadBytesStayAFault() throws {
        var data = Data(Self.lines.utf8)
        data.replaceSubrange(30..<31, with: [0xFF])
        let outcome = try read(data, as: "d.jsonl")
        #expect(outcome.errors.count == 1)
        #expect(outcome.errors.first?.contains("not UTF-8") == true)
        #expect(outcome.articles.map(\.id) == ["b"])
    }
}
