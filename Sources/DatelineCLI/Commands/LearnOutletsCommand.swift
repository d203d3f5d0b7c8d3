import ArgumentParser
import Articles
import DatelineKit
import Geoparsing
import MapExport

struct LearnOutletsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "learn-outlets",
        abstract: "Learns from articles where their outlets are at home, for --outlets.",
        discussion: """
            Reads articles as 'annotate' does and writes a table of the outlets (the publisher, or source, of an \
            article): the place that most of an outlet's articles come near to, without any labels. Outlets with few \
            articles, and those that are at home nowhere, are left out and named on standard error.
            """)

    @Argument(help: "Files, folders, or - for standard input.")
    var inputs: [String]

    @Option(name: .shortAndLong, help: ArgumentHelp("The table to write, or - .", valueName: "path"))
    var output: String

    @Option(help: ArgumentHelp("Fewest articles of an outlet that name a place.", valueName: "number"))
    var minArticles = 3

    @OptionGroup var pipelineOptions: PipelineOptions
    @OptionGroup var data: DataOptions

    func validate() throws {
        guard minArticles >= 2 else {
            throw ValidationError("--min-articles takes a number of at least 2, not \(minArticles)")
        }
    }

    private enum Step: Sendable {
        case read(Article, [ResolvedToponym])
        case failure(ArticleError)
        case nothing
    }

    func run() throws {
        let makePipeline = try pipelineOptions.makePipeline(data)
        let source = ArticleSource(pipelineOptions.reader(inputs))
        var learner = OutletLearner(minimumArticles: minArticles)
        var articles = 0
        var withoutOutlet = 0
        var failure: ArticleError?
        try OrderedMap.run(
            OrderedMap.Options(jobs: pipelineOptions.jobCount), context: makePipeline, next: { source.next() },
            size: { $0.size }, transform: { Self.step($1, pipeline: $0) },
            take: { step, warnings in
                for warning in warnings where !pipelineOptions.quiet { Diagnostics.warning("\(warning)") }
                switch step {
                case .read(let article, let toponyms):
                    articles += 1
                    if article.publisher == nil { withoutOutlet += 1 }
                    learner.add(article, toponyms)
                case .failure(let error):
                    Diagnostics.error("\(error)")
                    failure = failure ?? error
                case .nothing: break
                }
            })
        if articles == 0, let failure { throw ExitCode(failure.exitCode) }
        let (table, leftOut) = learner.learn()
        if output == "-" {
            let sink = FileDescriptorSink.standardOutput()
            try sink.write(table.csv)
            try sink.flush()
        } else {
            try AtomicFile.write(to: output) { try $0.write(table.csv) }
        }
        if !pipelineOptions.quiet {
            for line in leftOut { Diagnostics.note("left out: \(line)") }
            Diagnostics.note(
                "\(table.homes.count) outlets at home, \(leftOut.count) left out, from \(articles) articles"
                    + (withoutOutlet > 0 ? "; \(withoutOutlet) of them name no publisher" : ""))
        }
        if failure != nil { throw Termination.someInputsFailed }
    }

    private static func step(_ document: PendingDocument, pipeline: Pipeline) -> (Step, [ArticleWarning]) {
        let (content, warnings) = document.read()
        let step: Step =
            switch content {
            case .article(let article): .read(article.withoutText, pipeline.toponyms(article))
            case .annotation, .failedBefore:
                .failure(
                    .json(
                        path: document.path, line: document.line ?? 1,
                        detail: "found an annotation record, not an article"))
            case .failure(let error): .failure(error)
            case .nothing: .nothing
            }
        return (step, warnings)
    }
}

extension Article {
    fileprivate var withoutText: Article { Article(id: id, text: "", publisher: publisher) }
}
