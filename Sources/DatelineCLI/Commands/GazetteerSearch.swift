import ArgumentParser
import DatelineKit
import Gazetteers
import GeoTypes
import Geodesy
import MapExport

struct GazetteerSearch: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "search", abstract: "Lists the places with a name, without choosing among them.")

    @Argument(help: "A name, or the beginning of one with --prefix.")
    var name: String

    @Flag(help: "Names that begin so.")
    var prefix = false

    @Flag(help: "The spelling as given only.")
    var exact = false

    @Option(name: .shortAndLong, help: ArgumentHelp("Places to show.", valueName: "number"))
    var limit = 20

    @Flag(help: "One JSON object a line.")
    var json = false

    @OptionGroup var data: DataOptions

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit takes a number of at least 1, not \(limit)") }
        if prefix, exact { throw ValidationError("--prefix and --exact do not go together") }
    }

    func run() throws {
        let gazetteer = try data.openGazetteer()
        let found =
            prefix
            ? gazetteer.candidates(beginningWith: name, limit: limit)
            : gazetteer.candidates(for: name, depth: exact ? .exact : .fuzzy)
        guard !found.isEmpty else {
            throw CommandError(
                "no place is called '\(name)' in the gazetteers that are open", code: Termination.badData)
        }
        let sink = FileDescriptorSink.standardOutput()
        for candidate in found.prefix(limit) {
            let note = "'\(candidate.name)', \(candidate.kind) name, \(candidate.rung)"
            try PlaceLine.write(candidate.place, note: note, json: json, to: sink) { json in
                json.key("found_as")
                json.string(candidate.name)
                json.key("kind")
                json.string("\(candidate.kind)")
                json.key("rung")
                json.string("\(candidate.rung)")
            }
        }
        try sink.flush()
    }
}

struct GazetteerShow: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "show", abstract: "Shows places by id, and what they lie in.")

    @Argument(help: "Ids, such as geonames:707292 or 707292.")
    var ids: [String]

    @Flag(help: "One JSON object a line.")
    var json = false

    @OptionGroup var data: DataOptions

    func run() throws {
        let gazetteer = try data.openGazetteer()
        let sink = FileDescriptorSink.standardOutput()
        var missing: [String] = []
        for id in ids {
            guard let place = gazetteer.place(id: id) ?? gazetteer.place(id: "geonames:" + id) else {
                missing.append(id)
                continue
            }
            let ancestors = gazetteer.ancestors(of: place.id)
            let note = ancestors.isEmpty ? "" : "in " + ancestors.map(\.name).joined(separator: ", ")
            try PlaceLine.write(place, note: note, json: json, to: sink) { json in
                json.key("ancestors")
                json.strings(ancestors.map(\.id))
            }
        }
        try sink.flush()
        for id in missing { Diagnostics.error("no gazetteer that is open has the id '\(id)'") }
        if !missing.isEmpty {
            throw missing.count == ids.count ? Termination.badData : Termination.someInputsFailed
        }
    }
}

struct GazetteerNear: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "near", abstract: "Lists the places nearest to a point or a place, by geodesic distance.")

    @Argument(help: "LATITUDE,LONGITUDE in degrees (after -- when it begins with a minus), or the id of a place.")
    var point: [String]

    @Option(name: .shortAndLong, help: ArgumentHelp("Places to show.", valueName: "number"))
    var limit = 10

    @Option(help: ArgumentHelp("Places with at least so many inhabitants.", valueName: "number"))
    var population = 0

    @Flag(help: "One JSON object a line.")
    var json = false

    @OptionGroup var data: DataOptions

    func validate() throws {
        if limit < 1 { throw ValidationError("--limit takes a number of at least 1, not \(limit)") }
    }

    func run() throws {
        let gazetteer = try data.openGazetteer()
        let text = point.joined(separator: ",")
        let parts = text.split(separator: ",").map { Double($0) }
        let center: Coordinate
        if parts.count == 2, let latitude = parts[0], let longitude = parts[1],
            let given = Coordinate(checkedLatitude: latitude, longitude: longitude)
        {
            center = given
        } else if let place = gazetteer.place(id: text) ?? gazetteer.place(id: "geonames:" + text) {
            center = place.coordinate
        } else {
            throw CommandError("'\(text)' is neither LATITUDE,LONGITUDE nor the id of a place", code: Termination.usage)
        }
        let sink = FileDescriptorSink.standardOutput()
        for (place, distance) in NearestPlaces(gazetteer).find(center, limit: limit, minimumPopulation: population) {
            let kilometres = PlaceText.three(distance / 1000)
            try PlaceLine.write(place, note: kilometres + " km", json: json, to: sink) { json in
                json.key("distance_m")
                json.number(distance, decimals: 3)
            }
        }
        try sink.flush()
    }
}

/// One place a line, for people or as JSON.
enum PlaceLine {
    static func write(
        _ place: Place, note: String, json isJSON: Bool, to sink: FileDescriptorSink,
        members: (inout JSONWriter) -> Void
    ) throws {
        guard isJSON else {
            return try sink.write(
                "\(PlaceText.describe(place))  \(PlaceText.coordinate(place.coordinate))  \(place.featureCode)  "
                    + "pop. \(place.population)  \(place.id)\(note.isEmpty ? "" : "  " + note)\n")
        }
        var json = JSONWriter()
        json.beginObject()
        PlaceRecord(place).writeMembers(to: &json)
        json.key("population")
        json.integer(place.population)
        members(&json)
        json.endObject()
        json.newline()
        try sink.write(json.bytes)
    }
}
