import DatelineKit
import Gazetteers
import GeoTypes
import Geodesy
import MapExport

/// What `distance` says of pairs of points, in each of its formats.
struct DistanceReport {
    struct Leg {
        var from: PlacePoint
        var to: PlacePoint
        var result: Geodesic.Inverse
        var straight: StraightLine?
    }

    let command: DistanceCommand
    let measure: PairMeasure
    let legs: [Leg]
    let isRoute: Bool
    private let system: CoordinateSystem?

    init(command: DistanceCommand, pairs: [(PlacePoint, PlacePoint)], isRoute: Bool) throws {
        self.command = command
        self.isRoute = isRoute
        let measure = try command.measures.measure(forTable: !["text"].contains(command.chosenFormat))
        self.measure = measure
        var transform: CoordinateTransform?
        system = try command.crs.map { try CoordinateSystem($0) }
        if let system {
            guard system.kind == .projected else {
                throw GeodesyError.notProjected(system.name, kind: system.kind.rawValue)
            }
            transform = try CoordinateTransform(from: CoordinateSystem("EPSG:4326"), to: system)
        }
        legs = try pairs.map { from, to in
            Leg(
                from: from, to: to, result: measure(from.coordinate, to.coordinate),
                straight: try transform.map { try StraightLine(from: from.coordinate, to: to.coordinate, by: $0) })
        }
        for leg in legs { warnOutside(leg) }
    }

    /// A plane is only good where it is meant to be used.
    private func warnOutside(_ leg: Leg) {
        guard let system, let area = system.area else { return }
        for point in [leg.from, leg.to] where !area.box.contains(point.coordinate) {
            Diagnostics.warning("\(Self.label(point)) lies outside the area of use of \(system.name): \(area.name)")
        }
    }

    var total: Double { legs.reduce(0) { $0 + $1.result.distance } }

    static func label(_ point: PlacePoint) -> String {
        point.place.map(PlaceText.describe) ?? point.feature ?? PlaceText.coordinate(point.coordinate)
    }

    func length(_ metres: Double) -> String {
        String(fixed: metres / measure.unit.metres, decimals: measure.decimals, trimmed: true) + " " + measure.unit.name
    }

    func path(_ leg: Leg) -> any Path {
        measure.isRhumb
            ? RhumbLine(from: leg.from.coordinate, to: leg.to.coordinate, on: measure.geodesic)
            : GeodesicPath(from: leg.from.coordinate, to: leg.to.coordinate, on: measure.geodesic)
    }

    func write(to sink: FileDescriptorSink) throws {
        switch command.chosenFormat {
        case "json", "jsonl": for leg in legs { try writeJSON(leg, to: sink) }
        case "csv", "tsv": try writeTable(delimiter: command.chosenFormat == "csv" ? "," : "\t", to: sink)
        case "geojson": try DistanceFeatures.write(self, to: sink)
        default: try writeText(to: sink)
        }
    }

    // MARK: Text

    private func writeText(to sink: FileDescriptorSink) throws {
        let decimals = measure.angleDecimals
        func angle(_ azimuth: Double) -> String {
            String(fixed: azimuth, decimals: decimals, trimmed: true) + " (\(Compass.point(azimuth)))"
        }
        let remark = command.measures.remark
        for leg in legs {
            try sink.write(
                "\(Self.label(leg.from)) -> \(Self.label(leg.to)): \(length(leg.result.distance)), azimuth "
                    + "\(angle(leg.result.azimuth)), back azimuth \(angle(leg.result.backAzimuth))"
                    + (remark.isEmpty ? "" : "; \(remark)") + "\n")
            if let straight = leg.straight, let system {
                var line = "  straight line in \(system.name): \(length(straight.length))"
                if let distortion = straight.distortion {
                    let sign = distortion >= 0 ? "+" : ""
                    line += ", \(sign)\(String(fixed: distortion * 1e6, decimals: 1)) parts per million"
                }
                try sink.write(
                    line + ", grid azimuth \(String(fixed: straight.gridAzimuth, decimals: decimals, trimmed: true))\n")
            }
            if command.midpoint { try sink.write("  midpoint \(PlaceText.coordinate(path(leg).midpoint))\n") }
            if let count = command.along {
                for (index, point) in path(leg).points(between: count).enumerated() {
                    try sink.write("  \(index + 1)/\(count + 1) \(PlaceText.coordinate(point))\n")
                }
            }
        }
        if legs.count > 1, isRoute { try sink.write("total: \(length(total))\n") }
    }

    // MARK: Tables

    private func writeTable(delimiter: String, to sink: FileDescriptorSink) throws {
        let columns = ["from", "to", "lat1", "lon1", "lat2", "lon2", "distance", "azimuth", "back_azimuth"]
        try sink.write(columns.joined(separator: delimiter) + "\n")
        for leg in legs {
            let points = [leg.from, leg.to].map(\.coordinate).flatMap { [$0.latitude, $0.longitude] }
            let cells =
                [leg.from, leg.to].map { Self.cell(Self.label($0), delimiter: delimiter) }
                + points.map { String(fixed: $0, decimals: 9, trimmed: true) }
                + [String(fixed: leg.result.distance / measure.unit.metres, decimals: measure.decimals)]
                + [leg.result.azimuth, leg.result.backAzimuth].map {
                    String(fixed: $0, decimals: measure.angleDecimals)
                }
            try sink.write(cells.joined(separator: delimiter) + "\n")
        }
    }

    static func cell(_ text: String, delimiter: String) -> String {
        if delimiter == "\t" { return text.split { "\t\n\r".contains($0) }.joined(separator: " ") }
        guard text.contains(where: { ",\"\n\r".contains($0) }) else { return text }
        return "\"" + text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
    }

    // MARK: JSON

    private func writeJSON(_ leg: Leg, to sink: FileDescriptorSink) throws {
        var json = JSONWriter()
        json.beginObject()
        for (key, point) in [("from", leg.from), ("to", leg.to)] {
            json.key(key)
            PointJSON.write(point, to: &json)
        }
        json.key("distance_m")
        json.fixed(leg.result.distance, decimals: 9)
        json.key("distance")
        json.fixed(leg.result.distance / measure.unit.metres, decimals: command.measures.precision ?? 9)
        json.key("unit")
        json.string(measure.unit.name)
        json.key("azimuth")
        json.fixed(leg.result.azimuth, decimals: command.measures.anglePrecision ?? 9)
        json.key("back_azimuth")
        json.fixed(leg.result.backAzimuth, decimals: command.measures.anglePrecision ?? 9)
        json.key("compass")
        json.string(Compass.point(leg.result.azimuth))
        json.key("path")
        json.string(measure.isRhumb ? "rhumb" : "geodesic")
        json.key("ellipsoid")
        json.string(measure.geodesic.ellipsoid.name)
        if let straight = leg.straight, let system {
            json.key("straight")
            json.beginObject()
            json.key("crs")
            json.string(system.definition)
            json.key("length_m")
            json.fixed(straight.length, decimals: 6)
            json.key("distortion")
            if let distortion = straight.distortion { json.fixed(distortion, decimals: 12) } else { json.null() }
            json.key("grid_azimuth")
            json.fixed(straight.gridAzimuth, decimals: 9)
            json.endObject()
        }
        if command.midpoint {
            json.key("midpoint")
            PointJSON.write(path(leg).midpoint, to: &json)
        }
        if let count = command.along {
            json.key("along")
            json.beginArray()
            for point in path(leg).points(between: count) { PointJSON.write(point, to: &json) }
            json.endArray()
        }
        json.endObject()
        json.newline()
        try sink.write(json.bytes)
    }
}
