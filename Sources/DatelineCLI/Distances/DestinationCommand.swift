import ArgumentParser
import DatelineKit
import GeoTypes
import Geodesy
import MapExport

struct DestinationCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "destination",
        abstract: "Finds the point at a bearing and distance from a place.",
        discussion: """
            'dateline destination Izium NNW 50km', or 342.6 degrees clockwise from north. The start is anything that \
            'distance' takes. The back azimuth is the direction at the end towards the start.
            """)

    @Argument(parsing: .allUnrecognized, help: "Start, bearing and distance.")
    var values: [String]

    @Option(
        help: ArgumentHelp(
            "decimal, \(CoordinateNotation.allCases.map(\.rawValue).dropFirst().joined(separator: ", ")).",
            valueName: "notation"))
    var notation = "decimal"

    @Flag(help: "A JSON object.")
    var json = false

    @OptionGroup var measures: MeasureOptions
    @OptionGroup var names: PlaceOptions

    mutating func validate() throws {
        values = try PlaceOptions.positional(values)
        guard values.count == 3 else {
            throw ValidationError("destination takes a start, a bearing and a distance, found \(values.count) values")
        }
        guard CoordinateNotation(rawValue: notation) != nil else {
            throw ValidationError(
                "--notation '\(notation)' is not known; choose from "
                    + CoordinateNotation.allCases.map(\.rawValue).joined(separator: ", "))
        }
    }

    func run() throws {
        let azimuth = try DistanceText.bearing(values[1])
        let distance = try DistanceText.length(values[2], unit: measures.lengthUnit())
        let start = try names.points([values[0]])[0]
        let measure = try measures.measure(forTable: false)
        let end: Coordinate
        let back: Double
        if measures.rhumb {
            let line = try RhumbLine(from: start.coordinate, azimuth: azimuth, length: distance, on: measure.geodesic)
            end = line.point(at: distance)
            back = azimuth >= 180 ? azimuth - 180 : azimuth + 180
        } else {
            (end, back) = measure.geodesic.direct(from: start.coordinate, azimuth: azimuth, distance: distance)
        }
        let sink = FileDescriptorSink.standardOutput()
        let text = (CoordinateNotation(rawValue: notation) ?? .decimal).text(end, metres: measures.precision ?? 1)
        if json {
            var json = JSONWriter()
            json.beginObject()
            json.key("start")
            PointJSON.write(start, to: &json)
            json.key("azimuth")
            json.fixed(azimuth, decimals: 9)
            json.key("distance_m")
            json.fixed(distance, decimals: 9)
            json.key("end")
            PointJSON.write(end, to: &json)
            json.key("text")
            json.string(text)
            json.key("back_azimuth")
            json.fixed(back, decimals: 9)
            json.endObject()
            json.newline()
            try sink.write(json.bytes)
        } else {
            let angle = String(fixed: back, decimals: measure.angleDecimals, trimmed: true)
            try sink.write(
                "\(text), \(values[2].last?.isLetter == true ? values[2] : values[2] + " " + measure.unit.name) "
                    + "\(Compass.point(azimuth)) of \(DistanceReport.label(start)), back azimuth \(angle) "
                    + "(\(Compass.point(back)))\(measures.remark.isEmpty ? "" : "; " + measures.remark)\n")
        }
        try sink.flush()
    }
}

/// Bearings and lengths as people write them.
enum DistanceText {
    /// Degrees clockwise from north, or one of the sixteen points of the compass.
    static func bearing(_ text: String) throws -> Double {
        if let azimuth = Compass.azimuth(of: text) { return azimuth }
        let plain = text.hasSuffix("°") ? String(text.dropLast()) : text
        guard let azimuth = DecimalNumber.parse(plain), abs(azimuth) <= 360 else {
            throw CommandError(
                "'\(text)' is no bearing; write degrees clockwise from north, -360 to 360, or a point such as NNW",
                code: Termination.usage)
        }
        return azimuth < 0 ? azimuth + 360 : azimuth == 360 ? 0 : azimuth
    }

    /// Metres of `50km`, `50 km`, or of `50` in the unit given.
    static func length(_ text: String, unit: LengthUnit) throws -> Double {
        let bytes = Array(text.utf8)
        let found = bytes.withUnsafeBufferPointer { DecimalNumber.prefix($0, from: 0) }
        guard let found, found.value >= 0 else { throw refusal(text) }
        let rest = String(decoding: bytes[found.end...].drop { $0 == 0x20 }, as: UTF8.self)
        guard !rest.isEmpty else { return try checked(found.value * unit.metres, text) }
        guard let unit = LengthUnit.named(rest) else { throw refusal(text) }
        return try checked(found.value * unit.metres, text)
    }

    private static func checked(_ metres: Double, _ text: String) throws -> Double {
        // Once around the Earth and more is a slip of the unit.
        guard metres <= 40_100_000 else { throw refusal(text) }
        return metres
    }

    private static func refusal(_ text: String) -> CommandError {
        CommandError(
            "'\(text)' is no distance; write a number with a unit, such as 50km, of at most the Earth's girth",
            code: Termination.usage)
    }
}
