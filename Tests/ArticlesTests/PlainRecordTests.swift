import Articles
import TestSupport
import Testing

/// Lines of JSON Lines are read in one pass where that can be done, and else by a decoder; nobody may tell which.
@Suite struct PlainRecordTests {
    private func read(_ line: String) throws -> [String] {
        let folder = try ScratchFolder()
        try folder.write(line + "\n", to: "a.jsonl")
        var reader = ArticleReader([folder.path + "/a.jsonl"])
        var found: [String] = []
        while let input = reader.next() {
            switch input {
            case .article(let article):
                found.append(
                    [
                        article.id, article.text, article.title, article.publisher, article.url,
                        article.published?.edtf,
                        article.language,
                    ].map { $0 ?? "-" }.joined(separator: "|"))
            case .failure(let error): found.append("\(error)")
            case .warning(let warning): found.append("\(warning)")
            case .annotation: found.append("annotation")
            }
        }
        return found.map { $0.replacing(folder.path, with: "") }
    }

    @Test(arguments: [
        #"{"id":"a","text":"One."}"#, #" { "id" : "a" , "text" : "One." , "title" : null , "url" : "u" } "#,
        #"{"text":"Tab\tline\nquote\" slash\/ back\\ \u00e9 \u0456 \ud83d\uddfa end","id":"b"}"#,
        #"{"id":"","text":"One.","source":"S","publisher":"","date":"2022-09","published":"2022-09-13","language":"en"}"#,
        #"{"id":"a","text":"One.","other":"x","more":null,"title":"T"}"#, #"{"id":"a","text":" "}"#, #"{"id":"a"}"#,
        #"{"id":"a","text":null}"#, #"{"id":"a","text":"One.","text":"Two."}"#, #"{"id":7,"text":"One."}"#,
        #"{"id":"a","text":"One.","events":null}"#, #"{"id":"a","events":null}"#, #"{"id":"a","error":"bad"}"#,
        #"{"id":"a","text":"lone \ud83d half"}"#, #"{"id":"a","text":"lone \uddfa half"}"#,
        #"{"id":"a","text":"One."#, #"{"id":"a","text":"One."}}"#, "{}",
        #"{"id":"a" "text":"One."}"#, #"{"id":"a","text":"bad \x escape"}"#, #"{"id":"a","text":"bad \u00g0 escape"}"#,
        #"{"i\u0064":"escaped key","text":"One."}"#, #"{"id":"a","text":"One.","toponyms":null}"#, "[\"id\"]",
        #"{"id":"a","text":"nul \u0000 here"}"#, #"{"id":"a","text":"One.","title":nullx}"#,
    ])
    func oneWithAListBesideIsReadTheSame(line: String) throws {
        // A list makes it the decoder's; where there is no object it stays what it is.
        let decoded = line.hasSuffix("}") && line.contains("\"") ? line.dropLast() + #","list":[1]}"# : line[...]
        #expect(try read(line.trimming()) == read(String(decoded).trimming()))
    }

    @Test func escapesAreRead() throws {
        #expect(
            try read(#"{"id":"a","text":"\"\\\/\b\f\n\r\t\u0456\ud83d\uddfa\u2019"}"#)
                == ["a|\"\\/\u{8}\u{C}\n\r\t\u{456}\u{1F5FA}\u{2019}|-|-|-|-|-"])
    }
}

extension String {
    /// Without spaces around.
    fileprivate func trimming() -> String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
