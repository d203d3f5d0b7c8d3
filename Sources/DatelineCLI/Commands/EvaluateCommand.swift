import ArgumentParser
import Evaluation

struct EvaluateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate", abstract: "Compares what the program finds with gold annotations.",
        subcommands: [EvaluateToponymsCommand.self, EvaluateTimesCommand.self, EvaluateEventsCommand.self])
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
