import ArgumentParser
import Articles
import DatelineKit
import MapExport

struct AnnotateCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "annotate",
        abstract: "Writes what each article says: places, times and events, one JSON object a line.",
        discussion: """
            Inputs are text files, folders of them, JSON Lines with "id" and "text", or - for standard input. Offsets \
            count Unicode code points of the article's text.
            """)

    @Argument(help: "Files, folders, or - for standard input.")
    var inputs: [String]

    @OptionGroup var pipelineOptions: PipelineOptions
    @OptionGroup var data: DataOptions

    private enum Line: Sendable {
        case record([UInt8], overrides: [Int])
        case failure(ArticleError)
        case warning(ArticleWarning)
    }

    func run() async throws {
        let pipeline = try pipelineOptions.pipeline(data, gazetteer: data.openGazetteer())
        let source = ArticleSource(pipelineOptions.reader(inputs))
        let sink = FileDescriptorSink.standardOutput()
        var written = 0
        var failure: ArticleError?
        var overrides: Set<Int> = []
        try await OrderedMap.run(
            jobs: pipelineOptions.jobCount, next: { source.next() }, transform: { Self.line($0, pipeline: pipeline) },
            take: { line in
                switch line {
                case .record(let bytes, let applied):
                    overrides.formUnion(applied)
                    try sink.write(bytes)
                    written += 1
                case .failure(let error):
                    Diagnostics.error("\(error)")
                    failure = failure ?? error
                case .warning(let warning):
                    if !pipelineOptions.quiet { Diagnostics.warning("\(warning)") }
                }
            })
        try sink.flush()
        pipelineOptions.reportUnused(pipeline, applied: overrides)
        if let failure { throw written > 0 ? Termination.someInputsFailed : ExitCode(failure.exitCode) }
    }

    private static func line(_ input: ArticleInput, pipeline: Pipeline) -> Line {
        switch input {
        case .article(let article):
            var json = JSONWriter(capacity: 4096)
            let record = pipeline.annotate(article)
            record.write(to: &json)
            return .record(json.bytes, overrides: record.overrides)
        case .annotation(_, let path, let number):
            return .failure(.json(path: path, line: number, detail: "found an annotation record, not an article"))
        case .failure(let error): return .failure(error)
        case .warning(let warning): return .warning(warning)
        }
    }
}
