import DatelineKit
import GeoTypes
import Geodesy
import MapExport

/// What `distance --area` says: area and perimeter of a polygon of geodesics.
struct AreaReport {
    let command: DistanceCommand

    func write(reader: PointReader, to sink: FileDescriptorSink) throws {
        let measure = try command.measures.measure(forTable: false)
        var answers: [(label: String, polygon: GeodesicPolygon)] = []
        if command.places.count >= 3, try command.places.allSatisfy({ try isPoint($0, reader: reader) }) {
            let corners = try command.names.points(command.places, reader: reader)
            answers.append(
                (
                    corners.map(DistanceReport.label).joined(separator: " - "),
                    GeodesicPolygon(corners.map(\.coordinate), on: measure.geodesic)
                ))
        } else {
            for text in command.places {
                for rings in try polygons(text, reader: reader) {
                    answers.append((text, GeodesicPolygon(rings: rings, on: measure.geodesic)))
                }
            }
        }
        for (label, polygon) in answers { try write(label, polygon, measure, to: sink) }
        try sink.flush()
    }

    private func isPoint(_ text: String, reader: PointReader) throws -> Bool {
        guard FeatureFile.reference(text) != nil else { return true }
        if case .point? = try reader.geometry(text) { return true }
        return false
    }

    private func polygons(_ text: String, reader: PointReader) throws -> [[[Coordinate]]] {
        switch try reader.geometry(text) {
        case .polygon(let rings)?: return [rings]
        case .multiPolygon(let polygons)?: return polygons
        default:
            throw CommandError(
                "'\(text)' is no polygon; --area takes three corners or more, or polygons of a file",
                code: Termination.badData)
        }
    }

    private func write(
        _ label: String, _ polygon: GeodesicPolygon, _ measure: PairMeasure, to sink: FileDescriptorSink
    ) throws {
        let unit = measure.unit
        let area = polygon.area / (unit.metres * unit.metres)
        guard command.chosenFormat != "text" else {
            let areaText = String(fixed: area, decimals: measure.decimals, trimmed: true)
            let perimeter = String(fixed: polygon.perimeter / unit.metres, decimals: measure.decimals, trimmed: true)
            return try sink.write("\(label): area \(areaText) \(unit.name)2, perimeter \(perimeter) \(unit.name)\n")
        }
        guard ["json", "jsonl"].contains(command.chosenFormat) else {
            throw CommandError("--area is written as text or json", code: Termination.usage)
        }
        var json = JSONWriter()
        json.beginObject()
        json.key("polygon")
        json.string(label)
        json.key("area_m2")
        json.fixed(polygon.area, decimals: 3)
        json.key("perimeter_m")
        json.fixed(polygon.perimeter, decimals: 6)
        json.key("area")
        json.fixed(area, decimals: command.measures.precision ?? 9)
        json.key("perimeter")
        json.fixed(polygon.perimeter / unit.metres, decimals: command.measures.precision ?? 9)
        json.key("unit")
        json.string(unit.name)
        json.endObject()
        json.newline()
        try sink.write(json.bytes)
    }
}
