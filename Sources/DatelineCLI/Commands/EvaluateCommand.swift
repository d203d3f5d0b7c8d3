import ArgumentParser
import DatelineKit
import Evaluation
import MapExport

struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate", abstract: "Compares what the program finds with gold annotations.",
        subcommands: [EvaluateToponymsCommand.self, EvaluateTimesCommand.self, Events.self])

    struct Events: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "events", abstract: "Measures events on a folder with gold tables.")

        @Argument(help: "The folder of the articles.")
        var folder: String

        @Option(help: ArgumentHelp("The folder of the gold tables, if not FOLDER/gold.", valueName: "folder"))
        var gold: String?

        @Flag(help: "List each mistake with its passage.")
        var errors = false

        @OptionGroup var data: DataOptions

        func run() throws {
            let pipeline = try Pipeline(data: data.locator, gazetteer: data.openGazetteer())
            var evaluation = EventEvaluation()
            let corpus = try GoldFolder(folder: folder, gold: gold)
            for item in corpus.items { evaluation.add(item, pipeline.analyze(item.article)) }
            let sink = FileDescriptorSink.standardOutput()
            try sink.write(
                """
                gold events           \(evaluation.gold), \(evaluation.placed) with a place, \(evaluation.dated) dated
                found                 \(evaluation.found), \(evaluation.matched) of them gold
                type right            \(Percent.of(evaluation.typeRight, of: evaluation.gold)) of the gold
                place right           \(Percent.of(evaluation.placeRight, of: evaluation.placed)) of the placed
                date right            \(Percent.of(evaluation.dateRight, of: evaluation.dated)) of the dated
                place and date right  \(Percent.of(evaluation.bothRight, of: evaluation.placed)) of the placed
                spurious              \(Percent.of(evaluation.spurious, of: evaluation.found)) of those found

                """)
            if errors { for line in evaluation.lines { try sink.write(line + "\n") } }
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
