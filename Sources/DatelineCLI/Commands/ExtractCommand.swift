import ArgumentParser
import Articles
import MapExport

/// What the readers make of their inputs, as JSON Lines that every other command reads: the text that offsets count in.
struct ExtractCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Writes the text and the metadata that are read from files, one JSON object a line.",
        discussion: """
            Web pages, feeds, WARC files and whatever else 'annotate' reads; offsets of annotations count in this text. \
            Needs neither gazetteer nor tables.
            """)

    @Argument(help: "Files, folders, patterns, or - for standard input.")
    var inputs: [String]

    @Flag(help: "Stop at the first document that fails.")
    var failFast = false

    func run() throws {
        var reader = ArticleReader(inputs)
        let sink = FileDescriptorSink.standardOutput()
        var written = 0
        var failure: ArticleError?
        while let input = reader.next() {
            switch input {
            case .article(let article):
                try sink.write(Self.line(article))
                written += 1
            case .annotation(_, let path, let number):
                let error = ArticleError.json(
                    path: path, line: number, detail: "found an annotation record, not an article")
                Diagnostics.error("\(error)")
                failure = failure ?? error
            case .warning(let warning): Diagnostics.warning("\(warning)")
            case .failure(let error):
                Diagnostics.error("\(error)")
                failure = failure ?? error
            }
            if let failure, failFast {
                try sink.flush()
                throw ExitCode(failure.exitCode)
            }
        }
        try sink.flush()
        if let failure { throw written > 0 ? Termination.someInputsFailed : ExitCode(failure.exitCode) }
    }

    private static func line(_ article: Article) -> [UInt8] {
        var json = JSONWriter(capacity: article.text.utf8.count + 200)
        json.beginObject()
        for (key, value) in [
            ("id", article.id), ("title", article.title), ("published", article.published?.edtf),
            ("publisher", article.publisher), ("url", article.url), ("text", article.text),
        ] {
            json.key(key)
            json.string(value)
        }
        json.endObject()
        json.newline()
        return json.bytes
    }
}
