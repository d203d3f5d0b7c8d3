import Articles
import Foundation
import TestSupport
import Testing

/// Feeds, crawls, lists, and anything packed.
@Suite struct ContainerTests {
    private struct Outcome {
        var articles: [Article] = []
        var errors: [ArticleError] = []
    }

    private func read(_ inputs: [String], _ change: (inout ArticleReader.Options) -> Void = { _ in }) -> Outcome {
        var options = ArticleReader.Options()
        change(&options)
        var reader = ArticleReader(inputs, options: options)
        var outcome = Outcome()
        while let input = reader.next() {
            switch input {
            case .article(let article): outcome.articles.append(article)
            case .failure(let error): outcome.errors.append(error)
            case .warning, .annotation: break
            }
        }
        return outcome
    }

    private func read(_ text: String, as name: String) throws -> Outcome {
        let folder = try ScratchFolder()
        try folder.write(text, to: name)
        return read([folder.path + "/" + name])
    }

    @Test func rssGivesAnArticleAnItemWithItsFullestText() throws {
        let outcome = try read(
            """
            <?xml version="1.0"?><rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
            <title>The Sample Herald</title><item><title>Izium &amp; Kherson</title><link>https://x.example/1</link>
            <guid>tag:x:1</guid><pubDate>Fri, 09 Sep 2022 10:00:00 +0300</pubDate><description>Short.</description>
            <content:encoded><![CDATA[<p>Izium was shelled.</p><p>Kherson was not.</p>]]></content:encoded></item>
            <item><title>Second</title><link>https://x.example/2</link><description>&lt;b&gt;Plain&lt;/b&gt; text.</description></item>
            </channel></rss>
            """, as: "f.rss")
        #expect(outcome.errors.isEmpty)
        #expect(outcome.articles.map(\.id) == ["tag:x:1", "https://x.example/2"])
        #expect(outcome.articles.map(\.text) == ["Izium was shelled.\n\nKherson was not.", "Plain text."])
        #expect(outcome.articles.first?.title == "Izium & Kherson")
        #expect(outcome.articles.first?.published?.edtf == "2022-09-09")
        #expect(outcome.articles.first?.publisher == "The Sample Herald")
    }

    @Test func atomIsReadWithContentOfItsOwn() throws {
        let outcome = try read(
            """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Paper</title><entry><id>urn:1</id><title>T</title>
            <link rel="self" href="https://x.example/self"/><link href="https://x.example/a"/>
            <published>2022-09-09T10:00:00Z</published><content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml">
            <p>One.</p><p>Two.</p></div></content></entry></feed>
            """, as: "f.atom")
        let article = try #require(outcome.articles.first)
        #expect(article.text.split(separator: "\n").filter { !$0.allSatisfy(\.isWhitespace) } == ["One.", "Two."])
        #expect(article.url == "https://x.example/a")
        #expect(article.published?.edtf == "2022-09-09")
    }

    @Test func jsonIsReadAsAListOrOneObjectAfterAnother() throws {
        let list = try read(#"[ {"id": "a", "text": "One."},\#n {"id": "b", "text": "Two, \"{}]\"."} ]"#, as: "l.json")
        #expect(list.articles.map(\.id) == ["a", "b"])
        let pretty = try read(
            "{\n  \"id\": \"a\",\n  \"text\": \"One.\"\n}\n{\n \"id\": \"b\", \"text\": 5}\n", as: "p.json")
        #expect(pretty.articles.map(\.id) == ["a"])
        #expect(pretty.errors.map { "\($0)".contains("p.json:5:") } == [true])
    }

    private static func record(_ type: String, _ address: String, _ body: String) -> String {
        "WARC/1.0\r\nWARC-Type: \(type)\r\nWARC-Target-URI: \(address)\r\nContent-Length: \(body.utf8.count)\r\n\r\n\(body)\r\n\r\n"
    }

    private static func response(_ html: String, type: String = "text/html; charset=UTF-8", status: Int = 200) -> String
    {
        "HTTP/1.1 \(status) OK\r\nContent-Type: \(type)\r\n\r\n" + html
    }

    @Test func crawlsGiveTheirPagesPackedRecordByRecord() throws {
        let page = HTMLReaderTests.page
        let chunked =
            "HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n"
            + "\(String(page.utf8.count, radix: 16))\r\n\(page)\r\n0\r\n\r\n"
        let records = [
            Self.record("warcinfo", "", "software: x"), Self.record("request", "https://x.example/1", "GET / HTTP/1.1"),
            Self.record("response", "https://x.example/1", Self.response(page)),
            Self.record("response", "https://x.example/2", chunked),
            Self.record("response", "https://x.example/3", Self.response("nope", status: 404)),
            Self.record("response", "https://x.example/4", Self.response("{}", type: "application/json")),
            Self.record("response", "https://x.example/5", Self.response("<html></html>")),
        ]
        let plain = try read(records.joined(), as: "c.warc")
        #expect(plain.articles.map(\.id) == ["https://x.example/1", "https://x.example/2"])
        #expect(plain.articles.map(\.publisher) == ["The Sample Herald", "The Sample Herald"])
        #expect(plain.articles[0].text == plain.articles[1].text)
        #expect(plain.errors.count == 1)

        let folder = try ScratchFolder()
        var members = Data()
        for record in records { members += try packed(Data(record.utf8)) }
        try folder.write(members, to: "c.warc.gz")
        let again = read([folder.path + "/c.warc.gz"]).articles
        #expect(again.map(\.id) == plain.articles.map(\.id))
        #expect(again.map(\.text) == plain.articles.map(\.text))
    }

    @Test func anythingMayBeGzip() throws {
        let folder = try ScratchFolder()
        try folder.write(try packed(Data("Izium was shelled.".utf8)), to: "a.txt.gz")
        try folder.write(try packed(Data(#"{"id": "j", "text": "One."}"#.utf8)), to: "b.jsonl.gz")
        try folder.write(try packed(Data(HTMLReaderTests.page.utf8)), to: "c.html.gz")
        // What is packed is told by its bytes, not by its name.
        try folder.write(try packed(Data("Plain.".utf8)), to: "d.txt")
        let outcome = read([folder.path])
        #expect(outcome.errors.isEmpty)
        #expect(outcome.articles.map(\.id) == ["a.txt.gz", "j", "c.html.gz", "d.txt"])

        let whole = try packed(Data(String(repeating: "Izium was shelled. ", count: 1000).utf8))
        try folder.write(whole.dropLast(12), to: "cut.txt.gz")
        let cut = read([folder.path + "/cut.txt.gz"])
        #expect(cut.articles.isEmpty)
        #expect("\(cut.errors)".contains("too early"))
    }

    @Test func patternsNameFilesInOrder() throws {
        let folder = try ScratchFolder()
        for name in ["b1.txt", "a1.txt", "c2.txt"] { try folder.write("Text.", to: name) }
        #expect(read([folder.path + "/?1.txt"]).articles.map(\.id) == ["a1.txt", "b1.txt"])
        #expect(read([folder.path + "/*9.txt"]).errors.count == 1)
    }

    @Test(arguments: [
        ("x.pdf", "", "pdftotext"), ("x.docx", "", "pandoc"), ("x", "%PDF-1.7", "pdftotext"),
        ("y", "PK\u{3}\u{4}", "pandoc"),
    ])
    func whatIsNotReadHereIsRefusedWithTheToolThatDoes(name: String, content: String, tool: String) throws {
        let outcome = try read(content + " ", as: name)
        #expect(outcome.articles.isEmpty)
        #expect("\(outcome.errors)".contains(tool))
    }

    // MARK: Hostile inputs

    @Test func limitsAreErrorsAndTheRestGoesOn() throws {
        let folder = try ScratchFolder()
        let long = String(repeating: "x", count: 5_000)
        try folder.write(
            #"{"id": "a", "text": "One."}\#n{"id": "b", "text": "\#(long)"}\#n{"id": "c", "text": "Three."}"#,
            to: "d.jsonl")
        try folder.write(long, to: "long.txt")
        try folder.write(try packed(Data(repeating: 0x61, count: 3_000_000)), to: "bomb.txt.gz")
        let outcome = read([folder.path]) { $0.longestDocument = 1_000 }
        #expect(outcome.articles.map(\.id) == ["a", "c"])
        #expect(
            outcome.errors.map(\.path).map { ($0 as NSString).lastPathComponent } == [
                "bomb.txt.gz", "d.jsonl", "long.txt",
            ])
        #expect(outcome.errors.allSatisfy { "\($0)".contains("longer than 1000 bytes") })
        #expect(outcome.errors.contains { "\($0)".contains("d.jsonl:2:") })
    }

    @Test func entitiesAreNotExpanded() throws {
        var entities = #"<!ENTITY a0 "aaaaaaaaaa">"#
        for level in 1...12 {
            entities += "<!ENTITY a\(level) \"\(String(repeating: "&a\(level - 1);", count: 10))\">"
        }
        let outcome = try read(
            "<?xml version='1.0'?><!DOCTYPE rss [\(entities)]><rss><channel><item><title>&a12;</title></item></channel></rss>",
            as: "bomb.rss")
        #expect(outcome.articles.isEmpty)
        #expect("\(outcome.errors)".contains("entities"))
        let outside = try read(
            "<?xml version='1.0'?><!DOCTYPE rss [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss><channel><item><title>&x;</title></item></channel></rss>",
            as: "x.rss")
        #expect(outside.articles.isEmpty)
    }

    @Test(arguments: [
        String(repeating: "<div>", count: 200_000), String(repeating: "<b>", count: 50_000) + "Izium.",
        String(repeating: "<table><tr><td>", count: 5_000), "<html><body>" + String(repeating: "<p", count: 100_000),
        "<html><script type='application/ld+json'>" + String(repeating: "[", count: 100_000) + "</script></html>",
        "<html><body><a href='" + String(repeating: "&amp;", count: 200_000) + "'>x</a></body></html>",
        "<!DOCTYPE html>" + String(repeating: "<!--", count: 100_000), "<html>\0\0\0<body>\0</body>",
    ])
    func deepAndBrokenPagesEndInAnArticleOrAnError(page: String) throws {
        let outcome = try read(page, as: "p.html")
        #expect(outcome.articles.count + outcome.errors.count == 1)
    }

    @Test(arguments: [
        "[[[[[[", "[1, 2]", "{\"a\": ", "{}{}{}x", "\"", "[\u{0}]", #"{"text": "x"}]}"#,
        "{\"text\":" + String(repeating: "[", count: 200_000),
        "{\"id\": " + String(repeating: "{\"a\":", count: 3_000) + "1" + String(repeating: "}", count: 3_000)
            + ", \"text\": \"One.\"}",
    ])
    func brokenJSONIsAnError(text: String) throws {
        #expect(!(try read(text, as: "d.json")).errors.isEmpty)
    }

    @Test(arguments: [
        "WARC/1.0\r\n\r\n", "WARC/1.0\r\nContent-Length: -5\r\n\r\n",
        "WARC/1.0\r\nContent-Length: 99999999999999999999\r\n\r\n",
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://x\r\nContent-Length: 900\r\n\r\nHTTP/1.1 200",
        "nonsense",
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://x\r\nContent-Length: 9223372036854775807\r\n\r\n",
    ])
    func brokenCrawlsAreAnError(text: String) throws {
        let outcome = try read(text, as: "c.warc")
        #expect(outcome.articles.isEmpty)
        #expect(outcome.errors.count == 1)
    }
}
