import ArgumentParser
import Articles
import DatelineKit
import Evaluation
import MapExport

struct EvaluateEventsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "events",
        abstract: "Measures events on a folder with gold tables, MUC-4's answer keys or typed sentences.",
        discussion: """
            A folder with gold/events.tsv: type, place and date of the events that a reader marked, and how many of those \
            found are none. A folder with MUC-4's texts and key-* files: incidents with the right place and day, and \
            precision. JSON Lines with id, text and event: sentences that have an event of that type.
            """)

    @Argument(help: "The corpus: a folder, or JSON Lines.")
    var corpus: String

    @Option(help: ArgumentHelp("The folder of the gold tables, if not CORPUS/gold.", valueName: "folder"))
    var gold: String?

    @Option(
        help: ArgumentHelp(
            "Documents to take, by their place in the corpus: all, even or odd.", valueName: "documents"),
        transform: half)
    var half = TimeCorpus.Half.all

    @Option(help: ArgumentHelp("Leave out events below this confidence, 0 to 1.", valueName: "confidence"))
    var minConfidence = 0.0

    @Flag(help: "List each mistake with its passage.")
    var errors = false

    @Flag(help: "Write JSON.")
    var json = false

    @OptionGroup var data: DataOptions

    private static func half(_ text: String) throws -> TimeCorpus.Half {
        guard let half = TimeCorpus.Half(rawValue: text) else {
            throw ValidationError("'\(text)' is not all, even or odd")
        }
        return half
    }

    func validate() throws {
        guard (0...1).contains(minConfidence) else {
            throw ValidationError("--min-confidence takes a number from 0 to 1, not \(minConfidence)")
        }
    }

    func run() throws {
        let corpus = try EventCorpora.open(self.corpus, gold: gold, half: half)
        let pipeline = try Pipeline(data: data.locator, gazetteer: data.openGazetteer())
        let measures = corpus.measures(
            corpus.articles.map { pipeline.analyze($0) }, minimumConfidence: minConfidence)
        let sink = FileDescriptorSink.standardOutput()
        if json {
            try sink.write(EventReport.json(measures, errors: errors))
        } else {
            try sink.write(EventReport.text(measures, errors: errors))
        }
        try sink.flush()
    }
}

/// The result of `evaluate events` for people and for programs.
private enum EventReport {
    static func text(_ measures: EventMeasures, errors: Bool) -> String {
        var lines = ["documents              \(measures.documents)", "events found           \(measures.found)"]
        for share in measures.shares {
            lines.append(padded(share.name, 23) + Percent.of(share.right, of: share.of))
        }
        if let names = measures.types.first?.shares.map(\.name) {
            lines += ["", padded("type", 12) + names.map { padded($0, column($0)) }.joined()]
            for (type, shares) in measures.types {
                lines.append(
                    padded(type, 12) + shares.map { padded("\($0.right)/\($0.of)", column($0.name)) }.joined())
            }
        }
        if errors { lines += [""] + measures.mistakes }
        return lines.map { String($0.reversed().drop { $0 == " " }.reversed()) }.joined(separator: "\n") + "\n"
    }

    static func json(_ measures: EventMeasures, errors: Bool) -> [UInt8] {
        var json = JSONWriter()
        json.beginObject()
        json.key("documents")
        json.integer(measures.documents)
        json.key("found")
        json.integer(measures.found)
        json.key("measures")
        write(measures.shares, to: &json)
        json.key("types")
        json.beginObject()
        for (type, shares) in measures.types {
            json.newline()
            json.key(type)
            write(shares, to: &json)
        }
        json.endObject()
        if errors {
            json.key("errors")
            json.beginArray()
            for line in measures.mistakes {
                json.newline()
                json.beginArray()
                for field in line.split(separator: "\t", omittingEmptySubsequences: false) {
                    json.string(String(field))
                }
                json.endArray()
            }
            json.endArray()
        }
        json.endObject()
        json.newline()
        return json.bytes
    }

    private static func write(_ shares: [EventMeasures.Share], to json: inout JSONWriter) {
        json.beginObject()
        for share in shares {
            json.key(share.name.split(separator: " ").joined(separator: "_"))
            json.beginObject()
            json.key("right")
            json.integer(share.right)
            json.key("of")
            json.integer(share.of)
            json.key("share")
            json.number(share.value, decimals: 4)
            json.endObject()
        }
        json.endObject()
    }

    private static func column(_ name: String) -> Int { max(name.count, 7) + 2 }

    private static func padded(_ text: String, _ width: Int) -> String {
        text + String(repeating: " ", count: max(1, width - text.count))
    }
}
