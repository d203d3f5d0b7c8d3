import ArgumentParser
import DatelineKit
import Gazetteers
import GeoTypes
import Geoparsing
import MapExport

struct LocateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "locate",
        abstract: "Finds the places that a name may stand for.",
        discussion: """
            Any spelling will do: Izium, Izyum, Ізюм. "Salisbury, England" asks \
            for a place in another.
            """)

    @Argument(help: "Names.")
    var names: [String]

    @Flag(help: "One JSON object a line for each name.")
    var json = false

    @Flag(help: "Show what spoke for and against each candidate.")
    var explain = false

    @Option(name: .shortAndLong, help: ArgumentHelp("Candidates to show for each name.", valueName: "number"))
    var limit = 10

    @OptionGroup var data: DataOptions

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit takes a number of at least 1, not \(limit)") }
    }

    func run() throws {
        let ranker = try data.nameRanker()
        let sink = FileDescriptorSink.standardOutput()
        var unknown: [String] = []
        for (name, ranked) in zip(names, ranker.rank(names)) {
            if ranked.isEmpty { unknown.append(name) }
            if json {
                try writeJSON(name, ranked, to: sink)
            } else {
                try writeText(name, ranked, to: sink)
            }
        }
        try sink.flush()
        if !unknown.isEmpty {
            for name in unknown {
                Diagnostics.error("'\(name)' is in no gazetteer that is open, in no spelling near it")
            }
            throw unknown.count == names.count ? Termination.badData : Termination.someInputsFailed
        }
    }

    private func writeText(_ name: String, _ ranked: [NameRanker.Ranked], to sink: FileDescriptorSink) throws {
        if names.count > 1 { try sink.write("\(name)\n") }
        for item in ranked.prefix(limit) {
            let place = item.candidate.place
            try sink.write(
                "\(PlaceText.describe(place))  \(PlaceText.coordinate(place.coordinate))  \(place.featureCode)  "
                    + "pop. \(place.population)  \(place.id)  \(PlaceText.three(item.score))\n")
            if explain {
                try sink.write(
                    "    found as '\(item.candidate.name)' (\(item.candidate.kind) name, \(item.candidate.rung))\n")
                for reason in item.reasons {
                    try sink.write(
                        "    \(reason.feature) \(PlaceText.three(reason.value)): \(PlaceText.three(reason.contribution))\n"
                    )
                }
            }
        }
    }

    private func writeJSON(_ name: String, _ ranked: [NameRanker.Ranked], to sink: FileDescriptorSink) throws {
        var json = JSONWriter()
        json.beginObject()
        json.key("name")
        json.string(name)
        json.key("candidates")
        json.beginArray()
        for item in ranked.prefix(limit) {
            json.beginObject()
            PlaceRecord(item.candidate.place).writeMembers(to: &json)
            json.key("population")
            json.integer(item.candidate.place.population)
            json.key("score")
            json.number(item.score, decimals: 4)
            json.key("found_as")
            json.string(item.candidate.name)
            json.key("rung")
            json.string("\(item.candidate.rung)")
            if explain {
                json.key("reasons")
                json.beginArray()
                for reason in item.reasons {
                    json.beginObject()
                    json.key("feature")
                    json.string(reason.feature)
                    json.key("value")
                    json.number(reason.value, decimals: 4)
                    json.key("contribution")
                    json.number(reason.contribution, decimals: 4)
                    json.endObject()
                }
                json.endArray()
            }
            json.endObject()
        }
        json.endArray()
        json.endObject()
        json.newline()
        try sink.write(json.bytes)
    }
}

/// Places and numbers in words.
enum PlaceText {
    static func describe(_ place: Place) -> String {
        var parts = [place.name]
        if let division = place.admin1, division != place.name { parts.append(division) }
        if let country = place.countryCode { parts.append(country) }
        return parts.joined(separator: ", ")
    }

    static func coordinate(_ coordinate: Coordinate) -> String {
        "\(decimal(coordinate.latitude, 5)) \(decimal(coordinate.longitude, 5))"
    }

    static func three(_ value: Double) -> String { decimal(value, 3) }

    static func decimal(_ value: Double, _ decimals: Int) -> String {
        var json = JSONWriter()
        json.number(value, decimals: decimals)
        return json.text
    }
}
