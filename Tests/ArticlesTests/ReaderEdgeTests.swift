import Articles
import Foundation
import TestSupport
import Testing

/// Inputs that would block, go round, or look like something else.
@Suite struct ReaderEdgeTests {
    private struct Outcome {
        var articles: [Article] = []
        var errors: [ArticleError] = []
        var warnings: [String] = []
    }

    private func read(_ inputs: [String], givenSpans: Bool = false) -> Outcome {
        var options = ArticleReader.Options()
        options.givenSpans = givenSpans
        var reader = ArticleReader(inputs, options: options)
        var outcome = Outcome()
        while let input = reader.next() {
            switch input {
            case .article(let article): outcome.articles.append(article)
            case .failure(let error): outcome.errors.append(error)
            case .warning(let warning): outcome.warnings.append("\(warning)")
            case .annotation: break
            }
        }
        return outcome
    }

    private func lines(_ text: String, givenSpans: Bool = false) throws -> Outcome {
        let folder = try ScratchFolder()
        try folder.write(text, to: "d.jsonl")
        return read([folder.path + "/d.jsonl"], givenSpans: givenSpans)
    }

    @Test(arguments: [
        (["a", "a", "a#2"], ["a", "a#2", "a#2#2"]), (["a#2", "a", "a"], ["a#2", "a", "a#3"]),
        (["a", "a", "a", "b"], ["a", "a#2", "a#3", "b"]), (["a", "a#2", "a", "a#2"], ["a", "a#2", "a#3", "a#2#2"]),
    ])
    func everyArticleHasAnIdOfItsOwn(ids: [String], expected: [String]) throws {
        let outcome = try lines(ids.map { #"{"id": "\#($0)", "text": "One."}"# }.joined(separator: "\n"))
        #expect(outcome.articles.map(\.id) == expected)
        #expect(outcome.warnings.count == zip(ids, expected).count { $0 != $1 })
    }

    @Test func linksThatGoRoundAreNotFollowed() throws {
        let folder = try ScratchFolder()
        try folder.write("One.", to: "one/a.txt")
        try folder.write("Two.", to: "two/b.txt")
        for (link, target) in [("one/self", "."), ("one/two", "../two"), ("two/one", "../one")] {
            try FileManager.default.createSymbolicLink(
                atPath: folder.path + "/" + link, withDestinationPath: target)
        }
        let outcome = read([folder.path + "/one"])
        #expect(outcome.articles.map(\.id) == ["a.txt", "two/b.txt"])
        #expect(outcome.warnings.count == 2)
        #expect(outcome.warnings.allSatisfy { $0.contains("leads back") })
    }

    @Test func pipesAreReadOnlyWhenTheyAreNamed() throws {
        let folder = try ScratchFolder()
        try folder.write("Fine.", to: "fine.txt")
        for name in ["pipe.txt", "metadata.csv"] {
            #expect(mkfifo(folder.path + "/" + name, 0o600) == 0)
        }
        let outcome = read([folder.path])
        #expect(outcome.articles.map(\.id) == ["fine.txt"])
        #expect(outcome.warnings.count == 1)
        #expect(outcome.warnings.first?.contains("pipe.txt: this is a pipe") == true)
    }

    @Test(
        arguments: [
            (#""published": 2022"#, "2022", 0), (#""published": 2022.5"#, nil, 1), (#""published": ["2022"]"#, nil, 1),
            (#""published": true, "date": "2021-05""#, "2021-05", 1), (#""title": 7"#, nil, 1),
            (#""url": {"href": "x"}"#, nil, 1), (#""source": 3.25"#, nil, 1), (#""publisher": false"#, nil, 1),
            (#""published": null, "title": null"#, nil, 0), (#""toponyms": ["Izium"]"#, nil, 0),
        ] as [(String, String?, Int)])
    func oddMetadataCostNoArticle(member: String, published: String?, warnings: Int) throws {
        let outcome = try lines(#"{"id": "a", "text": "One.", \#(member)}"#)
        #expect(outcome.errors.isEmpty)
        let article = try #require(outcome.articles.first)
        #expect(article.published?.edtf == published)
        #expect(article.title == nil && article.url == nil && article.publisher == nil)
        #expect(outcome.warnings.count == warnings)
        #expect(outcome.warnings.allSatisfy { $0.contains("d.jsonl:1: ") })
    }

    @Test func spansThatAreNoneAreAnErrorWhereTheyAreAskedFor() throws {
        let outcome = try lines(#"{"id": "a", "text": "One.", "toponyms": ["Izium"]}"#, givenSpans: true)
        #expect(outcome.errors.count == 1)
    }

    @Test(arguments: [
        ("1.5", "1.5"), ("12345678901234567890123", "12345678901234567890123"), ("-3", "-3"), ("0", "0"),
        ("\"x\"", "x"), ("1", "1"),
    ])
    func numbersAreIdsAsWritten(json: String, id: String) throws {
        #expect(try lines(#"{"id": \#(json), "text": "One."}"#).articles.map(\.id) == [id])
    }

    @Test(arguments: [("\"\"", 0), ("null", 0), ("[1]", 1), ("true", 1)])
    func anIdThatSaysNothingIsMissing(json: String, warnings: Int) throws {
        let outcome = try lines(#"{"id": \#(json), "text": "One."}"#)
        #expect(outcome.articles.first?.id.hasSuffix("/d.jsonl:1") == true)
        #expect(outcome.warnings.count == warnings)
    }

    @Test(arguments: [
        ("2022-09-13", true), ("2022-09-13T10:00Z", true), ("2022-09-13 12:24:52-05", true),
        ("2022-09-13T10:00:00.123+03:00", true), ("2022-09-13 10:00:00 UTC", true), ("2022-09-13 10:00 +0000", true),
        ("2022-09-13Tgarbage", false), ("2022-09-13T", false), ("2022-09-13 ", false), ("2022-09-13 or so", false),
        ("2022-09-131", false), ("2022-09-13T UTC", false),
    ])
    func afterTheDayOnlyATimeMayFollow(text: String, isDate: Bool) {
        #expect((PartialDate(edtf: text) != nil) == isDate)
    }

    @Test func warningsOfTheTableComeInItsOrder() throws {
        let folder = try ScratchFolder()
        try folder.write("One.", to: "a.txt")
        try folder.write("Two.", to: "b.txt")
        try folder.write("file,title\na.txt,A\na.txt,B\nb.txt,C\nb.txt,D\n", to: "metadata.csv")
        let warnings = read([folder.path]).warnings
        #expect(warnings.map { $0.contains("metadata.csv:3:") } == [true, false])
        #expect(warnings.map { $0.contains("metadata.csv:5:") } == [false, true])
    }

    @Test func aBadDateInFrontMatterLeavesTheTableItsSay() throws {
        let folder = try ScratchFolder()
        try folder.write("---\npublished: soon\n---\nOne.", to: "a.txt")
        try folder.write("file,title,published\na.txt,A,2022\n", to: "metadata.csv")
        let outcome = read([folder.path])
        #expect(outcome.articles.first?.title == "A")
        #expect(outcome.articles.first?.published?.edtf == "2022")
        #expect(outcome.warnings.count == 1)
    }

    /// Standard input is the process's own, so that its cases come one after the other in one test.
    @Test func standardInputIsJSONOnlyWhenItsFirstCharacterSaysSo() throws {
        let folder = try ScratchFolder()
        func readStandardInput(_ text: String) throws -> Outcome {
            try folder.write(text, to: "in")
            let saved = dup(STDIN_FILENO)
            let file = open(folder.path + "/in", O_RDONLY)
            try #require(saved >= 0 && file >= 0)
            dup2(file, STDIN_FILENO)
            close(file)
            defer {
                dup2(saved, STDIN_FILENO)
                close(saved)
            }
            return read(["-"])
        }
        for text in ["\n\nShelling in Izium.\n", " \n\t\nShelling.\n\n{\n", "[Kyiv] Shelling.\n"] {
            let outcome = try readStandardInput(text)
            #expect(outcome.errors.isEmpty)
            #expect(outcome.articles.first?.text.hasPrefix(text) == true)
            #expect(outcome.articles.count == 1)
        }
        for text in [
            "\n \n{\"id\": \"a\", \"text\": \"One.\"}\n", "\u{FEFF}\n  {\"id\": \"a\", \"text\": \"One.\"}",
        ] {
            #expect(try readStandardInput(text).articles.map(\.id) == ["a"])
        }
        for text in ["", "\n", " \n\n\t", "\u{FEFF}\n"] {
            let outcome = try readStandardInput(text)
            #expect(outcome.errors == [.empty(path: "-", line: nil)])
            #expect(outcome.errors.first?.exitCode == 65)
        }
    }
}
