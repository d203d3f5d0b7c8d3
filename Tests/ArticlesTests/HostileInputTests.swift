import Articles
import Foundation
import TestSupport
import Testing

/// What no reader may fall over, in every form that articles come in: each ends in articles or errors, and the next file is read.
@Suite struct HostileInputTests {
    static let endings = [
        "txt", "md", "html", "jsonl", "json", "rss", "atom", "warc", "unknown", "jsonl.gz", "warc.gz",
    ]

    /// A sound document of each form around a piece of text.
    private static func document(_ ending: String, _ text: Data) -> Data {
        func wrapped(_ before: String, _ after: String) -> Data { Data(before.utf8) + text + Data(after.utf8) }
        switch ending {
        case "html": return wrapped("<!DOCTYPE html><html><body><article><p>", "</p></article></body></html>")
        case "jsonl", "json", "jsonl.gz": return wrapped(#"{"id": "a", "text": ""#, "\"}\n")
        case "rss":
            return wrapped("<rss><channel><item><title>T</title><description>", "</description></item></channel></rss>")
        case "atom":
            return wrapped(
                #"<feed xmlns="http://www.w3.org/2005/Atom"><entry><title>T</title><summary>"#,
                "</summary></entry></feed>")
        case "warc", "warc.gz":
            let page = Data("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n".utf8) + document("html", text)
            return Data(
                "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://x.example/\r\nContent-Length: \(page.count)\r\n\r\n"
                    .utf8)
                + page + Data("\r\n\r\n".utf8)
        default: return text
        }
    }

    private static let texts: [(name: String, data: Data)] = [
        ("zero bytes", Data("Izium\u{0}\u{0} was\u{0} shelled.".utf8)),
        ("only zero bytes", Data(repeating: 0, count: 5_000)),
        ("UTF-8 cut in a character", Data("Ізюм було обстріляно".utf8).dropLast(1)),
        ("overlong and stray bytes", Data([0xC0, 0x80, 0xE0, 0x80, 0xAF, 0xF8, 0x88, 0xFE, 0xFF, 0x80, 0xBF])),
        ("surrogates in UTF-8", Data([0xED, 0xA0, 0x80, 0xED, 0xB0, 0x80])),
        ("half a pair, escaped", Data(#"One \ud83d two \udc00 three \uD800\uD800 four \u12"#.utf8)),
        ("references to nothing", Data("&#xD800; &#0; &#x110000; &#99999999999; &lt &amp &nosuch; &#; &#x;".utf8)),
        ("CR for every line end", Data("First line.\rSecond line.\r\rThird line.\r".utf8)),
        ("mixed line ends", Data("One.\r\nTwo.\n\rThree.\u{85}Four.\u{2028}Five.\u{2029}Six.\u{0B}Seven.\u{0C}".utf8)),
        ("a line of a megabyte", Data(String(repeating: "word ", count: 200_000).utf8)),
        ("a word of a megabyte", Data(String(repeating: "x", count: 1_000_000).utf8)),
        ("marks without letters", Data(String(repeating: "e\u{301}\u{302}\u{303}", count: 30_000).utf8)),
        ("brackets without end", Data(String(repeating: "[{(<\"'", count: 20_000).utf8)),
        ("closing brackets", Data(String(repeating: "]}>)</p></div>", count: 20_000).utf8)),
        ("directions and joiners", Data("\u{202E}\u{2066}\u{FEFF}\u{200D}\u{FFFE}\u{FFFF}\u{10FFFF}".utf8)),
        ("a mark inside", Data([0xEF, 0xBB, 0xBF, 0xFF, 0xFE, 0xFE, 0xFF, 0x41])),
        ("an entity bomb inside", Data("<!DOCTYPE x [<!ENTITY a 'aaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]>&b;&b;".utf8)),
        ("an end of a record", Data("WARC/1.0\r\nContent-Length: 18446744073709551616\r\n\r\n".utf8)),
        ("nothing", Data()),
    ]

    private func read(_ folder: ScratchFolder, limit: Int = 64 << 20) -> (ids: [String], errors: Int) {
        var options = ArticleReader.Options()
        options.longestDocument = limit
        var reader = ArticleReader([folder.path], options: options)
        var ids: [String] = []
        var errors = 0
        while let input = reader.next() {
            switch input {
            case .article(let article):
                ids.append(article.id)
                // What every stage begins with, and what the last one needs.
                let document = Document(article)
                #expect(document.tokens.allSatisfy { $0.range.end <= document.bytes.count })
                _ = TextSketch(document)
                _ = LanguageIdentification(of: article)
                _ = CodePointMap(document.bytes)
            case .failure: errors += 1
            case .warning, .annotation: break
            }
        }
        return (ids, errors)
    }

    @Test(arguments: endings) func whateverStandsInADocumentTheNextOneIsRead(ending: String) throws {
        for (name, data) in Self.texts {
            let folder = try ScratchFolder()
            let document = Self.document(ending, data)
            let isPacked = ending.hasSuffix(".gz")
            // Files that say by their first bytes what they are have to be named themselves.
            let file = ending == "unknown" ? "a.text" : "a." + ending
            try folder.write(isPacked ? try packed(document) : document, to: file)
            try folder.write("Izium was shelled.", to: "z.txt")
            let found = read(folder)
            #expect(found.ids.last == "z.txt", "\(ending), \(name)")
            #expect(found.ids.count + found.errors >= 2, "\(ending), \(name): lost without a word")
        }
    }

    /// Every document cut off after each of its first bytes, and some later ones.
    @Test(arguments: endings.filter { !$0.hasSuffix(".gz") }) func cutsAnywhereEndInAnError(ending: String) throws {
        let document = Self.document(ending, Data("Обстріл міста: Izium was shelled on Friday, officials said.".utf8))
        for size in Array(0..<min(60, document.count)) + stride(from: 60, to: document.count, by: 7) {
            let folder = try ScratchFolder()
            try folder.write(document.prefix(size), to: ending == "unknown" ? "a.text" : "a." + ending)
            try folder.write("Izium was shelled.", to: "z.txt")
            #expect(read(folder).ids.last == "z.txt", "\(ending), \(size) bytes")
        }
    }

    /// A gigabyte of zero bytes, or of one line, in a megabyte of gzip: given up at the limit, not unpacked.
    @Test(
        arguments: ["txt.gz", "html.gz", "jsonl.gz", "json.gz", "rss.gz", "warc.gz"],
        [0x00, 0x20, 0x41, 0x7B] as [UInt8])
    func bombsAreNotUnpacked(ending: String, byte: UInt8) throws {
        let folder = try ScratchFolder()
        let member = try packed(Data(repeating: byte, count: 10_000_000))
        var bomb = Data()
        for _ in 0..<100 { bomb += member }
        try folder.write(bomb, to: "bomb." + ending)
        try folder.write("Izium was shelled.", to: "z.txt")
        let found = read(folder, limit: 1_000_000)
        #expect(found.ids == ["z.txt"])
        #expect(found.errors >= 1)
    }

    @Test func aBombInAnAnswerOfAServerIsGivenUp() throws {
        let folder = try ScratchFolder()
        var body = Data("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Encoding: gzip\r\n\r\n".utf8)
        let member = try packed(Data(repeating: 0x20, count: 10_000_000))
        for _ in 0..<60 { body += member }
        let record = Data(
            "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://x.example/\r\nContent-Length: \(body.count)\r\n\r\n"
                .utf8)
        let page = Self.document(
            "warc", Data("Izium was shelled on Friday, and nobody was hurt, officials of the town said.".utf8))
        try folder.write(record + body + Data("\r\n\r\n".utf8) + page, to: "a.warc")
        let found = read(folder, limit: 2_000_000)
        #expect(found.errors == 1)
        #expect(found.ids.count == 1)
    }

    @Test func feedsNestedTooDeeplyAreAnError() throws {
        let folder = try ScratchFolder()
        let deep = String(repeating: "<a>", count: 100_000)
        try folder.write("<rss><channel><item><title>T</title><description>" + deep, to: "a.rss")
        try folder.write("Izium was shelled.", to: "z.txt")
        #expect(read(folder).ids.last == "z.txt")
    }
}
