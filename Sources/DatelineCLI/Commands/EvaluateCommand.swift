import ArgumentParser
import Articles
import DatelineKit
import Evaluation
import Geoparsing
import MapExport

struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate", abstract: "Compares what the program finds with gold annotations.",
        subcommands: [Toponyms.self, EvaluateTimesCommand.self, EvaluateEventsCommand.self])

    struct Toponyms: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "toponyms",
            abstract: "Measures toponyms on a corpus (JSON Lines) or a folder with gold tables.")

        @Argument(help: "The corpus.")
        var corpus: String

        @Option(help: ArgumentHelp("The folder of the gold tables, if not CORPUS/gold.", valueName: "folder"))
        var gold: String?

        @Flag(help: "List each mistake with its passage.")
        var errors = false

        @OptionGroup var data: DataOptions

        func run() throws {
            let gazetteer = try data.openGazetteer()
            let pipeline = try Pipeline(data: data.locator, gazetteer: gazetteer)
            let items =
                try corpus.hasSuffix(".jsonl")
                ? ToponymCorpus(path: corpus).items
                : GoldFolder(folder: corpus, gold: gold).items.map {
                    ToponymCorpus.Item(article: $0.article, toponyms: $0.toponyms)
                }
            var evaluation = ToponymEvaluation(gazetteer: gazetteer)
            for item in items {
                let document = Document(item.article)
                evaluation.add(item, document: document, toponyms: pipeline.geoparser.toponyms(in: document))
            }
            let sink = FileDescriptorSink.standardOutput()
            try sink.write(
                """
                documents            \(items.count)
                detection, exact     \(Percent.row(evaluation.detection))
                detection, overlap   \(Percent.row(evaluation.overlap))
                linked gold          \(evaluation.linked)
                end to end, id       \(Percent.of(evaluation.endToEndExact))
                end to end, 161 km   \(Percent.of(evaluation.endToEnd))
                of those found       \(Percent.of(evaluation.resolution))

                """)
            if errors {
                for mistake in evaluation.mistakes {
                    try sink.write(
                        "\(mistake.kind.rawValue)\t\(mistake.article)\t\(mistake.text)\t\(mistake.expected ?? "-")\t"
                            + "\(mistake.found ?? "-")\t"
                            + mistake.passage.split(whereSeparator: \.isNewline).joined(separator: " ") + "\n")
                }
            }
            try sink.flush()
        }
    }
}

enum Percent {
    /// One decimal, without the sign.
    static func digits(_ value: Double) -> String { "\((value * 1000).rounded() / 10)" }

    static func of(_ value: Double) -> String { "\((value * 1000).rounded() / 10) %" }

    static func of(_ part: Int, of whole: Int) -> String {
        "\(part)/\(whole) = \(of(whole == 0 ? 0 : Double(part) / Double(whole)))"
    }

    static func row(_ score: Score) -> String {
        "P \(of(score.precision)) R \(of(score.recall)) F1 \(of(score.f1))"
    }
}
