import ArgumentParser
import DatelineKit
import Gazetteers
import GeoTypes
import Geodesy
import Geoparsing

/// How names on the command line are understood; options of the commands that measure.
struct PlaceOptions: ParsableArguments {
    @Option(
        parsing: .unconditional,
        help: ArgumentHelp("Of places with one name, prefer those near this one.", valueName: "place"))
    var near: String?

    @Option(help: ArgumentHelp("Only places in this country, by code or name.", valueName: "country"))
    var country: String?

    @Flag(help: "Refuse names that may mean several places; in a table, stop at the first bad line.")
    var strict = false

    @OptionGroup var data: DataOptions

    /// Opens the gazetteer for names.
    func resolver() throws -> NameResolver {
        let ranker = try data.nameRanker()
        var options = NameResolver.Options()
        options.country = country
        if let near {
            let plain = PointReader { try NameResolver(gazetteer: ranker.gazetteer, ranker: ranker) }
            options.near = try plain.point(near).coordinate
        }
        return try NameResolver(gazetteer: ranker.gazetteer, ranker: ranker, options: options)
    }

    func reader() -> PointReader { PointReader { try resolver() } }

    /// The points of `texts`; a name that may mean another place is noted, or refused with `--strict`.
    func points(_ texts: [String], reader: PointReader? = nil) throws -> [PlacePoint] {
        let points = try (reader ?? self.reader()).points(texts)
        try check(points)
        return points
    }

    func check(_ points: [PlacePoint]) throws {
        for point in points {
            guard let place = point.place, let alternative = point.alternative else { continue }
            let described = [PlaceText.describe(place), PlaceText.describe(alternative)]
            if strict { throw PlaceError.ambiguous(point.text, places: described) }
            Diagnostics.note(
                "'\(point.text)' is taken for \(described[0]), but may also be \(described[1]); say which with 'NAME, "
                    + "COUNTRY', --country, --near or coordinates")
        }
    }

    /// Takes the mark `--` out of positional arguments, and refuses mistyped options among them.
    static func positional(_ texts: [String]) throws -> [String] {
        var texts = texts
        if let mark = texts.firstIndex(of: "--") { texts.remove(at: mark) }
        for text in texts where text.hasPrefix("-") {
            let next = text.utf8.dropFirst().first ?? 0
            guard (0x30...0x39).contains(next) || next == UInt8(ascii: ".") else {
                throw ValidationError("unknown option '\(text)'")
            }
        }
        return texts
    }
}

/// How figures are computed and written; options of the commands that measure.
struct MeasureOptions: ParsableArguments {
    @Option(
        name: .shortAndLong,
        help: ArgumentHelp("Unit: m, km, mi, nmi, ft, or any that PROJ knows (us-ft, yd, fath).", valueName: "unit"))
    var unit = "km"

    @Option(help: ArgumentHelp("Decimals of distances, 0 to 12.", valueName: "number"))
    var precision: Int?

    @Option(help: ArgumentHelp("Decimals of azimuths, 0 to 12.", valueName: "number"))
    var anglePrecision: Int?

    @Option(
        help: ArgumentHelp(
            "WGS84, another that PROJ knows, or radius in metres and inverse flattening: 6378137,298.25.",
            valueName: "ellipsoid"))
    var ellipsoid = "WGS84"

    @Flag(help: "Along the line of constant bearing instead of the shortest.")
    var rhumb = false

    func validate() throws {
        for (name, value) in [("precision", precision), ("angle-precision", anglePrecision)] {
            if let value, !(0...12).contains(value) {
                throw ValidationError("--\(name) takes a number from 0 to 12, not \(value)")
            }
        }
    }

    func lengthUnit() throws -> LengthUnit {
        guard let found = LengthUnit.named(unit) else { throw GeodesyError.unknownUnit(unit) }
        return found
    }

    /// - Parameter table: more decimals of azimuths than people read.
    func measure(forTable table: Bool) throws -> PairMeasure {
        var measure = PairMeasure()
        measure.unit = try lengthUnit()
        measure.isRhumb = rhumb
        // As much as a hundredth of a metre to a metre.
        measure.decimals = precision ?? (measure.unit.metres >= 100 ? 3 : measure.unit.metres >= 0.1 ? 1 : 0)
        measure.angleDecimals = anglePrecision ?? (table ? 6 : 3)
        if ellipsoid != Ellipsoid.wgs84.name { measure.geodesic = Geodesic(try Ellipsoid.named(ellipsoid)) }
        return measure
    }

    /// "rhumb line on GRS80", or empty for what is usual.
    var remark: String {
        let path = rhumb ? "rhumb line" : ""
        guard ellipsoid != Ellipsoid.wgs84.name else { return path }
        return (rhumb ? path : "geodesic") + " on \(ellipsoid)"
    }
}
