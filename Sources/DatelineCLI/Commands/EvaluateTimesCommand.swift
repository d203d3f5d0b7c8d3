import ArgumentParser
import Articles
import DatelineKit
import Evaluation
import MapExport
import TemporalTagging

struct EvaluateTimesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "times",
        abstract: "Measures time expressions on a folder of TimeML files (.tml, .xml).",
        discussion: """
            The measures are those of TempEval-3: strict (same extent), relaxed (overlap), and of the relaxed the right \
            type and the right value. Texts count from their CREATION_TIME.
            """)

    @Argument(help: "The folder of the TimeML files.")
    var folder: String

    @Flag(help: "Read the texts as narratives: relative to the last date named, not to that of the document.")
    var narrative = false

    @Option(
        help: ArgumentHelp(
            "Files to take, by their place in the order of names: all, even or odd.", valueName: "files"),
        transform: half)
    var half = TimeCorpus.Half.all

    @Option(help: ArgumentHelp("Score these TimeML files of another tagger instead.", valueName: "folder"))
    var responses: String?

    @Option(help: ArgumentHelp("Tag every text so often, and say how fast that went on one core.", valueName: "number"))
    var `repeat`: Int?

    @Flag(help: "List each mistake with its passage.")
    var errors = false

    @Flag(help: "Write JSON.")
    var json = false

    @Option(help: ArgumentHelp("The folder of the program's data.", valueName: "folder"))
    var data: String?

    private static func half(_ text: String) throws -> TimeCorpus.Half {
        guard let half = TimeCorpus.Half(rawValue: text) else {
            throw ValidationError("'\(text)' is not all, even or odd")
        }
        return half
    }

    func validate() throws {
        if let `repeat`, `repeat` < 1 {
            throw ValidationError("--repeat takes a number of at least 1, not \(`repeat`)")
        }
        if responses != nil, narrative || `repeat` != nil {
            throw ValidationError("--responses are scored as they are, without --narrative and --repeat")
        }
    }

    func run() throws {
        let corpus = try TimeCorpus(folder: folder, half: half)
        let source: TimeTagging.Source
        if let responses {
            source = .folder(responses)
        } else {
            let tables = try DataLocator(explicit: data).tables(module: "TemporalTagging", folder: "en")
            source = .tagger(try TemporalTagger(tables: tables), narrative: narrative)
        }
        let tagging = try TimeTagging(corpus, source: source, repeats: `repeat` ?? 1)
        let speed = `repeat` == nil ? nil : tagging.speed
        let sink = FileDescriptorSink.standardOutput()
        if json {
            try sink.write(TimeReport.json(tagging.evaluation, speed: speed, errors: errors))
        } else {
            try sink.write(TimeReport.text(tagging.evaluation, speed: speed, errors: errors))
        }
        try sink.flush()
    }
}

/// The result of `evaluate times` for people and for programs.
private enum TimeReport {
    private static var measures: [(String, KeyPath<TimeEvaluation.Scores, Score>)] {
        [
            ("strict", \.strict), ("relaxed", \.relaxed), ("type", \.type), ("value", \.value),
        ]
    }

    static func text(_ evaluation: TimeEvaluation, speed: TimeTagging.Speed?, errors: Bool) -> String {
        var lines = [
            "documents  \(evaluation.documents)",
            "gold       \(evaluation.all.relaxed.expected)",
            "found      \(evaluation.all.relaxed.found)",
        ]
        for (name, keyPath) in measures {
            lines.append(padded(name, 11) + Percent.row(evaluation.all[keyPath: keyPath]))
        }
        lines += ["", "type      gold  found  strict  relaxed  type  value  (F1)"]
        for (type, scores) in types(evaluation) {
            let shares = measures.map { Percent.digits(scores[keyPath: $0.1].f1) }
            lines.append(
                padded(type, 8) + right(scores.relaxed.expected, 6) + right(scores.relaxed.found, 7)
                    + zip(shares, [8, 9, 6, 7]).map { right($0, $1) }.joined())
        }
        lines += ["", "mistakes  " + counts(evaluation).map { "\($0) \($1)" }.joined(separator: ", ")]
        if let speed {
            let megabytes = Double(speed.bytes) / 1e6
            lines.append(
                "speed     \(decimal(megabytes / speed.tagging)) MB/s tagging, "
                    + "\(decimal(megabytes / (speed.tagging + speed.segmentation))) MB/s with segmentation, "
                    + "\(Int(Double(speed.sentences) / (speed.tagging + speed.segmentation))) sentences/s")
        }
        if errors {
            lines.append("")
            for mistake in evaluation.mistakes {
                lines.append(
                    [
                        mistake.kind.rawValue, mistake.article, String(mistake.start), mistake.expected ?? "-",
                        mistake.found ?? "-", mistake.passage,
                    ].map(line).joined(separator: "\t"))
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    static func json(_ evaluation: TimeEvaluation, speed: TimeTagging.Speed?, errors: Bool) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.key("documents")
        json.integer(evaluation.documents)
        write(evaluation.all, to: &json)
        json.key("types")
        json.beginObject()
        for (type, scores) in types(evaluation) {
            json.key(type)
            json.beginObject()
            write(scores, to: &json)
            json.endObject()
        }
        json.endObject()
        if let speed {
            json.key("speed")
            json.beginObject()
            for (name, value) in [("segmentation_s", speed.segmentation), ("tagging_s", speed.tagging)] {
                json.key(name)
                json.number(value, decimals: 4)
            }
            for (name, value) in [("bytes", speed.bytes), ("sentences", speed.sentences)] {
                json.key(name)
                json.integer(value)
            }
            json.endObject()
        }
        if errors {
            json.key("errors")
            json.beginArray()
            for mistake in evaluation.mistakes {
                json.newline()
                json.beginObject()
                json.key("kind")
                json.string(mistake.kind.rawValue)
                json.key("id")
                json.string(mistake.article)
                json.key("start")
                json.integer(mistake.start)
                for (name, value) in [
                    ("text", mistake.text), ("expected", mistake.expected), ("found", mistake.found),
                    ("passage", mistake.passage),
                ] {
                    json.key(name)
                    json.string(value)
                }
                json.endObject()
            }
            json.endArray()
        }
        json.endObject()
        json.newline()
        return json.bytes
    }

    private static func write(_ scores: TimeEvaluation.Scores, to json: inout JSONWriter) {
        json.key("gold")
        json.integer(scores.relaxed.expected)
        json.key("found")
        json.integer(scores.relaxed.found)
        for (name, keyPath) in measures {
            let score = scores[keyPath: keyPath]
            json.key(name)
            json.beginObject()
            for (part, value) in [("precision", score.precision), ("recall", score.recall), ("f1", score.f1)] {
                json.key(part)
                json.number(value, decimals: 4)
            }
            json.endObject()
        }
    }

    private static func types(_ evaluation: TimeEvaluation) -> [(String, TimeEvaluation.Scores)] {
        evaluation.byType.sorted {
            let order = TimeEvaluation.types
            return (order.firstIndex(of: $0.key) ?? order.count, $0.key)
                < (order.firstIndex(of: $1.key) ?? order.count, $1.key)
        }.map { ($0.key, $0.value) }
    }

    private static func counts(_ evaluation: TimeEvaluation) -> [(String, Int)] {
        TimeEvaluation.Mistake.Kind.allCases.map { kind in
            (kind.rawValue, evaluation.mistakes.count { $0.kind == kind })
        }
    }

    private static func line(_ text: String) -> String {
        text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }

    private static func decimal(_ value: Double) -> String { String((value * 10).rounded() / 10) }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(0, width - text.count))
    }

    private static func right(_ value: some CustomStringConvertible, _ width: Int) -> String {
        let text = value.description
        return String(repeating: " ", count: max(0, width - text.count)) + text
    }
}
