import Articles
import Foundation
import TestSupport
import Testing

@Suite struct ReaderTests {
    private struct Outcome {
        var articles: [Article] = []
        var errors: [ArticleError] = []
        var warnings: [String] = []
        var annotations = 0
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
            case .warning(let warning): outcome.warnings.append("\(warning)")
            case .annotation: outcome.annotations += 1
            }
        }
        return outcome
    }

    @Test func aFolderIsReadInOrderWithoutWhatIsNoArticle() throws {
        let folder = try ScratchFolder()
        for name in [
            "b.txt", "a.md", "sub/c.txt", "README.md", "readme.txt", ".hidden.txt", "metadata.csv", "x.tsv", "p.png",
        ] {
            try folder.write("Text of \(name).", to: name)
        }
        #expect(read([folder.path]).articles.map(\.id) == ["a.md", "b.txt", "sub/c.txt"])
    }

    @Test func frontMatterAndTableGiveMetadata() throws {
        let folder = try ScratchFolder()
        try folder.write("---\ntitle: \"One: a story\"\npublished: 2022-07\n---\nBody — Ізюм.\n", to: "one.txt")
        try folder.write("\u{FEFF}Plain body.\r\nTwo lines.\r\n", to: "two.txt")
        try folder.write("---\nNo front matter here\n---\nText.", to: "three.txt")
        try folder.write(
            "file,title,publisher,published,url\r\ntwo.txt,\"Two, \"\"quoted\"\"\",Paper,2022,https://example.org/2\r\n"
                + "one.txt,Other,Paper,2021,\r\nthree.txt,,,last week,\r\n", to: "metadata.csv")
        let outcome = read([folder.path])
        let articles = Dictionary(uniqueKeysWithValues: outcome.articles.map { ($0.id, $0) })
        #expect(articles["one.txt"]?.title == "One: a story")
        #expect(articles["one.txt"]?.published?.edtf == "2022-07")
        #expect(articles["one.txt"]?.publisher == "Paper")
        #expect(articles["one.txt"]?.text == "Body — Ізюм.\n")
        #expect(articles["two.txt"]?.title == "Two, \"quoted\"")
        #expect(articles["two.txt"]?.published?.edtf == "2022")
        #expect(articles["two.txt"]?.text == "Plain body.\r\nTwo lines.\r\n")
        #expect(articles["three.txt"]?.text.hasPrefix("---\nNo front") == true)
        #expect(articles["three.txt"]?.published == nil)
        #expect(outcome.warnings.count == 1)
        #expect(outcome.warnings.first?.contains("metadata.csv:4: 'last week'") == true)
    }

    @Test func jsonLinesKeepGoingAfterABadLine() throws {
        let folder = try ScratchFolder()
        try folder.write(
            """
            {"id": "a", "text": "One.", "published": "2022-09-13", "source": "Paper"}
            not json
            {"id": "b"}
            {"id": "c", "text": "  "}
            {"id": 7, "text": "Seven."}
            {"id": "a", "text": "Again.", "published": "soon"}
            {"id": "r", "events": [], "toponyms": [], "times": []}
            """, to: "d.jsonl")
        let outcome = read([folder.path + "/d.jsonl"])
        #expect(outcome.articles.map(\.id) == ["a", "7", "a#2"])
        #expect(outcome.articles[0].publisher == "Paper")
        #expect(outcome.annotations == 1)
        #expect(outcome.errors.map { "\($0)".contains("d.jsonl:2:") } == [true, false, false])
        #expect(outcome.errors.count == 3)
        #expect(outcome.warnings.count == 2)
    }

    @Test func givenSpansAreCodePoints() throws {
        let folder = try ScratchFolder()
        try folder.write(
            #"{"id": "a", "text": "Ізюм і Izium", "toponyms": [{"start": 7, "end": 12}, {"start": 0, "end": 4}]}"#,
            to: "d.jsonl")
        let article = try #require(read([folder.path + "/d.jsonl"]) { $0.givenSpans = true }.articles.first)
        #expect(article.givenToponyms == [TextRange(0, 8), TextRange(12, 17)])
    }

    @Test func badInputIsNamedWithWhatToDo() throws {
        let folder = try ScratchFolder()
        try folder.write(Data("A\nІзюм\u{20}Ізюм ".utf8) + Data([0xD0]), to: "broken.txt")
        try folder.write(" \n", to: "empty.txt")
        try folder.write("Fine.", to: "fine.txt")
        try folder.write("%PDF", to: "x.pdf")
        let missing = folder.path + "/none.txt"
        let outcome = read([missing, folder.path, folder.path + "/x.pdf"])
        #expect(outcome.articles.map(\.id) == ["fine.txt"])
        #expect(outcome.errors.contains(.missing(path: missing)))
        #expect(outcome.errors.contains(.notUTF8(path: folder.path + "/broken.txt", line: 2, column: 19)))
        #expect(outcome.errors.contains(.empty(path: folder.path + "/empty.txt", line: nil)))
        #expect(outcome.errors.contains { "\($0)".contains("pdftotext") })

        let bare = try ScratchFolder()
        #expect(read([bare.path]).errors == [.noArticles(folder: bare.path)])
    }

    @Test func optionsDateWhatGivesNoDate() throws {
        let folder = try ScratchFolder()
        try folder.write("One.", to: "one.txt")
        #expect(
            read([folder.path]) { $0.published = PartialDate(edtf: "2022-09-13") }.articles.first?.published?.edtf
                == "2022-09-13")
    }
}
