import ArgumentParser
import Articles
import DatelineKit
import Gazetteers
import MapExport

struct AnnotateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "annotate",
        abstract: "Writes what each article says: places, times and events, one JSON object a line.",
        discussion: """
            Inputs are text files, web pages, JSON, feeds and WARC files, gzip or not, folders of them, or - for \
            standard input. Offsets count Unicode code points of the article's text. A document that fails gives \
            {"id": ..., "error": ...}, and the exit code is 1.
            """)

    @Argument(help: "Files, folders, patterns, or - for standard input, which --engine takes by itself.")
    var inputs: [String] = []

    @Option(
        name: .shortAndLong, help: ArgumentHelp("A file to write to instead of standard output.", valueName: "file"))
    var output: String?

    @Flag(help: "Go on with what an interrupted run left in FILE.part; needs --output FILE.")
    var resume = false

    @Flag(
        help: """
            Answer each line of JSON with exactly one line, in order, {"id", "status": "ok" or "error", ...}, and exit 0 \
            when every line was answered.
            """)
    var engine = false

    @OptionGroup var filterOptions: FilterOptions
    @OptionGroup var pipelineOptions: PipelineOptions
    @OptionGroup var data: DataOptions

    func validate() throws {
        if inputs.isEmpty, !engine { throw ValidationError("name files or folders, or - for standard input") }
        if engine, inputs.count > 1 { throw ValidationError("--engine reads one input") }
        if resume, output == nil { throw ValidationError("--resume needs --output") }
        if engine, resume || output != nil {
            throw ValidationError("--engine writes to standard output, and is not resumed")
        }
    }

    func run() throws {
        Interruption.install()
        if engine { return try runEngine() }
        let makePipeline = try pipelineOptions.makePipeline(data)
        guard let output else {
            try annotate(makePipeline, to: FileDescriptorSink.standardOutput(), after: nil)
            return
        }
        // A pipe or a device is written as it is.
        if AtomicFile.isInPlace(output) {
            if resume { throw ValidationError("--resume needs a regular file as --output, not \(output)") }
            return try AtomicFile.write(to: output) { try annotate(makePipeline, to: $0, after: nil) }
        }
        // Whole lines go to a file beside the output, which takes its name at the end.
        let part = output + ".part"
        let done = resume ? try FinishedLines(path: part) : nil
        let sink = try PartFile(path: part, keeping: done?.size ?? 0)
        try annotate(makePipeline, to: sink, after: done) { try sink.commit(as: output) }
    }

    private func annotate(
        _ makePipeline: @escaping @Sendable () throws -> Pipeline, to sink: any ByteSink, after done: FinishedLines?,
        finish: () throws -> Void = {}
    ) throws {
        var options = AnnotationRun.Options()
        options.jobs = pipelineOptions.jobCount
        options.failFast = filterOptions.failFast
        options.timeout = filterOptions.documentTimeout
        let quiet = pipelineOptions.quiet
        let reader = pipelineOptions.reader(inputs, filter: filterOptions)
        var progress = ProgressLine(total: reader.documentCount)
        let before = done?.count ?? 0
        let outcome = try AnnotationRun(options: options, makePipeline: makePipeline)
            .run(reader, to: sink, after: done) { notice in
                switch notice {
                case .finished(let documents): if !quiet { progress.update(documents + before) }
                case .warning(let warning):
                    if !quiet {
                        Diagnostics.clearProgress()
                        Diagnostics.warning("\(warning)")
                    }
                case .failure(let message):
                    Diagnostics.clearProgress()
                    Diagnostics.error(message)
                }
            }
        Diagnostics.clearProgress()
        Interruption.finish()
        try finish()
        pipelineOptions.reportUnused(try makePipeline(), applied: outcome.overrides)
        if let code = outcome.failureCode {
            throw outcome.records > 0 || before > 0 ? Termination.someInputsFailed : ExitCode(code)
        }
    }

    private func runEngine() throws {
        var tally = EngineRun.Tally()
        defer { Diagnostics.note("\(tally)") }
        do {
            let gazetteer = try data.openGazetteer()
            var options = EngineRun.Options()
            options.jobs = pipelineOptions.jobCount
            options.timeout = filterOptions.documentTimeout
            options.longestDocument = filterOptions.longestDocument
            options.givenSpans = pipelineOptions.givenSpans
            options.published = pipelineOptions.published
            options.program = "dateline " + Dateline.configuration.version
            options.gazetteer = GazetteerVersion.text(gazetteer)
            let run = EngineRun(options: options, makePipeline: try pipelineOptions.makePipeline(data))
            try run.run(inputs.first ?? "-", to: FileDescriptorSink.standardOutput(), tally: &tally)
        } catch let error as KitError {
            // Data that are not installed will not be there at the next try either.
            Diagnostics.error("\(error)")
            throw Termination.configuration
        }
        Interruption.finish()
    }
}
