import ArgumentParser
import DatelineKit
import Gazetteers
import GeoTypes
import Geodesy
import Geoparsing
import MapExport

struct DistanceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "distance",
        abstract: "Measures geodesic distances on WGS 84 between places or coordinates.",
        discussion: """
            A place is a name, or latitude,longitude in degrees: 'dateline distance Izium 50.5977,36.5858'. With more \
            than two, the legs of the route and their total. The azimuth is the direction at the first point towards \
            the second; the back azimuth that at the second towards the first; both clockwise from north.
            """)

    // Coordinates may begin with a minus sign, which the parser would take for a flag.
    @Argument(parsing: .allUnrecognized, help: "Two or more names, or latitude,longitude.")
    var places: [String]

    @Option(name: .shortAndLong, help: ArgumentHelp("Unit: m, km, mi, nmi or ft.", valueName: "unit"))
    var unit = "km"

    @Option(help: ArgumentHelp("Decimals of distances, 0 to 9.", valueName: "number"))
    var precision: Int?

    @Flag(help: "One JSON object a line for each leg.")
    var json = false

    @OptionGroup var data: DataOptions

    mutating func validate() throws {
        guard LengthUnit.named(unit) != nil else {
            throw ValidationError(
                "--unit '\(unit)' is not known; choose from \(LengthUnit.all.map(\.name).joined(separator: ", "))")
        }
        if let precision, !(0...9).contains(precision) {
            throw ValidationError("--precision takes a number from 0 to 9, not \(precision)")
        }
        // What follows "--" is no option; the mark itself is no place.
        if let mark = places.firstIndex(of: "--") { places.remove(at: mark) }
        for text in places where text.hasPrefix("-") && !CoordinateText.looksLikeCoordinate(text) {
            throw ValidationError("unknown option '\(text)'")
        }
        if places.count < 2 { throw ValidationError("distance takes two places or more, found \(places.count)") }
    }

    func run() throws {
        guard let unit = LengthUnit.named(unit) else { return }
        let points = try resolve()
        let sink = FileDescriptorSink.standardOutput()
        let decimals = precision ?? (unit.metres >= 100 ? 3 : 1)
        var total = 0.0
        for (from, to) in zip(points, points.dropFirst()) {
            let leg = Geodesic.wgs84.inverse(from.coordinate, to.coordinate)
            total += leg.distance
            if json {
                try writeJSON(from, to, leg, unit: unit, to: sink)
            } else {
                let distance = PlaceText.decimal(leg.distance / unit.metres, decimals)
                try sink.write(
                    "\(from.description) -> \(to.description): \(distance) \(unit.name), azimuth "
                        + "\(PlaceText.three(leg.azimuth)) (\(Compass.point(leg.azimuth))), back azimuth "
                        + "\(PlaceText.three(leg.backAzimuth)) (\(Compass.point(leg.backAzimuth)))\n")
            }
        }
        if points.count > 2, !json {
            try sink.write("total: \(PlaceText.decimal(total / unit.metres, decimals)) \(unit.name)\n")
        }
        try sink.flush()
    }

    // MARK: Points

    private struct Point {
        var coordinate: Coordinate
        var place: Place?

        var description: String { place.map(PlaceText.describe) ?? PlaceText.coordinate(coordinate) }
    }

    private func resolve() throws -> [Point] {
        let coordinates = try places.map { try CoordinateText.parse($0) }
        let names = zip(places, coordinates).filter { $1 == nil }.map(\.0)
        guard !names.isEmpty else { return coordinates.compactMap { $0.map { Point(coordinate: $0) } } }
        let ranker = try data.nameRanker()
        var ranked = zip(names, ranker.rank(names, depth: .folded)).makeIterator()
        return try coordinates.map { coordinate in
            if let coordinate { return Point(coordinate: coordinate) }
            guard let (name, candidates) = ranked.next() else {
                throw CommandError("no name", code: Termination.badData)
            }
            guard let best = candidates.first else { throw Self.unknown(name, ranker: ranker) }
            if best.score < 0.8, let other = candidates.dropFirst().first(where: { Self.isElsewhere($0, best) }) {
                Diagnostics.note(
                    "'\(name)' is taken for \(PlaceText.describe(best.candidate.place)), but may also be "
                        + "\(PlaceText.describe(other.candidate.place)); "
                        + "say which with 'NAME, COUNTRY' or coordinates")
            }
            return Point(coordinate: best.candidate.place.coordinate, place: best.candidate.place)
        }
    }

    /// Whether two candidates are far enough apart to matter: not a town and the region around it.
    private static func isElsewhere(_ a: NameRanker.Ranked, _ b: NameRanker.Ranked) -> Bool {
        Geodesic.wgs84.inverse(a.candidate.place.coordinate, b.candidate.place.coordinate).distance > 150_000
    }

    /// An edit away is a suggestion, never an answer.
    private static func unknown(_ name: String, ranker: NameRanker) -> CommandError {
        let near = (ranker.rank([name], depth: .fuzzy).first ?? []).prefix(3)
            .map { "'\($0.candidate.name)' (\(PlaceText.describe($0.candidate.place)))" }
        let advice =
            near.isEmpty
            ? "check its spelling, or give latitude,longitude" : "did you mean " + near.joined(separator: ", ") + "?"
        return CommandError("'\(name)' is no place that the gazetteer knows; \(advice)", code: Termination.badData)
    }

    private func writeJSON(
        _ from: Point, _ to: Point, _ leg: Geodesic.Inverse, unit: LengthUnit, to sink: FileDescriptorSink
    ) throws {
        var json = JSONWriter()
        json.beginObject()
        for (key, point) in [("from", from), ("to", to)] {
            json.key(key)
            if let place = point.place {
                PlaceRecord(place).write(to: &json)
            } else {
                json.beginObject()
                for key in ["id", "name"] {
                    json.key(key)
                    json.null()
                }
                json.key("latitude")
                json.number(point.coordinate.latitude, decimals: 9)
                json.key("longitude")
                json.number(point.coordinate.longitude, decimals: 9)
                for key in ["country_code", "admin1", "feature_code"] {
                    json.key(key)
                    json.null()
                }
                json.endObject()
            }
        }
        json.key("distance_m")
        json.number(leg.distance, decimals: 6)
        json.key("distance")
        json.number(leg.distance / unit.metres, decimals: precision ?? 9)
        json.key("unit")
        json.string(unit.name)
        json.key("azimuth")
        json.number(leg.azimuth, decimals: 9)
        json.key("back_azimuth")
        json.number(leg.backAzimuth, decimals: 9)
        json.endObject()
        json.newline()
        try sink.write(json.bytes)
    }
}

/// `latitude,longitude` on the command line.
enum CoordinateText {
    /// Whether `text` is meant as a coordinate: two parts around a comma that begin like numbers.
    static func looksLikeCoordinate(_ text: String) -> Bool {
        let parts = text.split(separator: ",", omittingEmptySubsequences: false)
        return parts.count == 2
            && parts.allSatisfy { part in
                let trimmed = part.drop { $0 == " " }
                let digits = trimmed.first == "-" || trimmed.first == "+" ? trimmed.dropFirst() : trimmed
                return digits.first.map { $0.isNumber || $0 == "." } ?? false
                    || ["nan", "inf", "infinity"].contains(digits.lowercased())
            }
    }

    /// The coordinate, or `nil` for a name.
    ///
    /// - Throws: for what is meant as a coordinate and is none.
    static func parse(_ text: String) throws -> Coordinate? {
        guard looksLikeCoordinate(text) else { return nil }
        let parts = text.split(separator: ",").map { part in String(part.filter { $0 != " " }) }
        guard let latitude = Double(parts[0]), let longitude = Double(parts[1]), latitude.isFinite, longitude.isFinite
        else {
            throw CommandError(
                "'\(text)' is no coordinate; write latitude,longitude in degrees, such as 49.2097,37.2689",
                code: Termination.usage)
        }
        guard abs(latitude) <= 90 else {
            throw CommandError(
                "'\(text)': the latitude \(parts[0]) is not in -90...90"
                    + (abs(longitude) <= 90 ? "; latitude comes first" : ""), code: Termination.usage)
        }
        guard abs(longitude) <= 180 else {
            throw CommandError("'\(text)': the longitude \(parts[1]) is not in -180...180", code: Termination.usage)
        }
        return Coordinate(latitude: latitude, longitude: longitude)
    }
}
