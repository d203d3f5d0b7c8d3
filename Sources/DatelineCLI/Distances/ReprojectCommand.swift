import ArgumentParser
import DatelineKit
import GeoTypes
import Geodesy
import MapExport

struct ReprojectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "reproject",
        abstract: "Takes points from one coordinate reference system to another, by PROJ.",
        discussion: """
            'dateline reproject Izium --to EPSG:32637'. Points in degrees are anything that 'distance' takes, and are \
            written latitude,longitude; points of a projected system are x,y (easting,northing), whatever the order \
            of its axes. --to also takes a notation: decimal, dms, geo, utm or mgrs. What PROJ did, how accurate it \
            is and where the system is meant to be used goes to standard error, or into the JSON.
            """)

    @Argument(parsing: .allUnrecognized, help: "Points.")
    var points: [String]

    @Option(help: ArgumentHelp("The system of the points.", valueName: "system"))
    var from = "EPSG:4326"

    @Option(help: ArgumentHelp("The system, or the notation, to write them in.", valueName: "system"))
    var to: String

    @Option(help: ArgumentHelp("Decimals: of metres (3), or of degrees (9).", valueName: "number"))
    var precision: Int?

    @Flag(help: "One JSON object a line.")
    var json = false

    @OptionGroup var names: PlaceOptions

    mutating func validate() throws {
        points = try PlaceOptions.positional(points)
        if points.isEmpty { throw ValidationError("reproject takes one point or more") }
        if let precision, !(0...12).contains(precision) {
            throw ValidationError("--precision takes a number from 0 to 12, not \(precision)")
        }
    }

    func run() throws {
        let source = try CoordinateSystem(from)
        let notation = CoordinateNotation(rawValue: to)
        let target = try CoordinateSystem(notation == nil ? to : "EPSG:4326")
        let transform = try CoordinateTransform(from: source, to: target)
        let positions = try read(source)
        let sink = FileDescriptorSink.standardOutput()
        var told: CoordinateTransform.Operation?
        for (text, position) in positions {
            let found = try transform(position)
            let operation = transform.lastOperation
            let isInside = try inside(found, target)
            if !json, operation != told, let operation {
                Diagnostics.note(describe(operation, source, target))
                told = operation
            }
            if !isInside, let area = target.area {
                Diagnostics.warning("'\(text)' lies outside the area of use of \(target.name): \(area.name)")
            }
            try write(text, found, target, notation, operation, isInside: isInside, to: sink)
        }
        try sink.flush()
    }

    private func read(_ source: CoordinateSystem) throws -> [(String, CoordinateTransform.Position)] {
        if source.kind == .geographic {
            return zip(points, try names.points(points)).map { text, point in
                (text, .init(x: point.coordinate.longitude, y: point.coordinate.latitude))
            }
        }
        return try points.map { text in
            let parts = text.split(whereSeparator: { $0 == "," || $0 == " " }).map { DecimalNumber.parse(String($0)) }
            guard parts.count == 2, let x = parts[0], let y = parts[1] else {
                throw CommandError(
                    "'\(text)' is no point of \(source.name); write x,y such as 373918.2,5452209.8",
                    code: Termination.usage)
            }
            return (text, .init(x: x, y: y))
        }
    }

    /// Whether a position lies where its system is meant to be used; also where PROJ does not say.
    private func inside(_ position: CoordinateTransform.Position, _ target: CoordinateSystem) throws -> Bool {
        guard let area = target.area else { return true }
        var degrees = position
        if target.kind != .geographic {
            degrees = try CoordinateTransform(from: target, to: CoordinateSystem("EPSG:4326"))(position)
        }
        guard let point = Coordinate(checkedLatitude: degrees.y, longitude: degrees.x) else { return false }
        return area.box.contains(point)
    }

    private func describe(
        _ operation: CoordinateTransform.Operation, _ source: CoordinateSystem, _ target: CoordinateSystem
    ) -> String {
        let accuracy = operation.accuracy.map { "accuracy \(String(fixed: $0, decimals: 3, trimmed: true)) m" }
        let area = target.area.map { "; area of use: \($0.name)" } ?? ""
        return "\(source.name) to \(target.name): \(operation.name), \(accuracy ?? "accuracy unknown")\(area)"
    }

    private func write(
        _ text: String, _ found: CoordinateTransform.Position, _ target: CoordinateSystem,
        _ notation: CoordinateNotation?, _ operation: CoordinateTransform.Operation?, isInside: Bool,
        to sink: FileDescriptorSink
    ) throws {
        let isDegrees = target.kind == .geographic
        let decimals = precision ?? (isDegrees ? 9 : 3)
        var written = (isDegrees ? [found.y, found.x] : [found.x, found.y])
            .map { String(fixed: $0, decimals: decimals, trimmed: true) }.joined(separator: ",")
        if let notation, let point = Coordinate(checkedLatitude: found.y, longitude: found.x) {
            written = notation.text(point, metres: precision ?? 1)
        }
        guard json else { return try sink.write(written + "\n") }
        var json = JSONWriter()
        json.beginObject()
        json.key("point")
        json.string(text)
        json.key("text")
        json.string(written)
        for (key, value) in isDegrees
            ? [("latitude", found.y), ("longitude", found.x)] : [("x", found.x), ("y", found.y)]
        {
            json.key(key)
            json.fixed(value, decimals: max(decimals, isDegrees ? 9 : 3))
        }
        json.key("crs")
        json.string(target.definition)
        json.key("crs_name")
        json.string(target.name)
        json.key("operation")
        json.string(operation?.name)
        json.key("accuracy_m")
        if let accuracy = operation?.accuracy { json.fixed(accuracy, decimals: 6) } else { json.null() }
        json.key("area_of_use")
        json.string(target.area?.name)
        json.key("in_area_of_use")
        json.bool(isInside)
        json.endObject()
        json.newline()
        try sink.write(json.bytes)
    }
}
