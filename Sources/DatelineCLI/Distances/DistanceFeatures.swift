import DatelineKit
import GeoTypes
import Geodesy
import MapExport

/// Legs as GeoJSON lines: dense enough for maps that draw straight lines, and cut at the antimeridian.
enum DistanceFeatures {
    static let fields = [
        Field("from", .string, "Where the line begins."),
        Field("to", .string, "Where it ends."),
        Field("distance_m", .number, "Metres."),
        Field("distance", .number, "Length in the unit asked for."),
        Field("unit", .string, "That unit."),
        Field("azimuth", .number, "Direction at the start towards the end, degrees clockwise from north."),
        Field("back_azimuth", .number, "Direction at the end towards the start, degrees clockwise from north."),
        Field("path", .string, "geodesic or rhumb."),
    ]

    static func layer(_ report: DistanceReport) -> Layer {
        let features = report.legs.enumerated().map { index, leg in
            Feature(
                id: "leg\(index + 1)", geometry: geometry(leg, report),
                properties: [
                    .string(DistanceReport.label(leg.from)), .string(DistanceReport.label(leg.to)),
                    .number(leg.result.distance, decimals: 6),
                    .number(
                        leg.result.distance / report.measure.unit.metres,
                        decimals: min(9, report.measure.decimals)),
                    .string(report.measure.unit.name), .number(leg.result.azimuth, decimals: 6),
                    .number(leg.result.backAzimuth, decimals: 6),
                    .string(report.measure.isRhumb ? "rhumb" : "geodesic"),
                ])
        }
        return Layer(name: "distances", title: "Distances", fields: fields, features: FeatureList(features))
    }

    static func geometry(_ leg: DistanceReport.Leg, _ report: DistanceReport) -> Geometry {
        let (start, end) = (leg.from.coordinate, leg.to.coordinate)
        let geometry =
            report.measure.isRhumb
            ? GeodesicShape.line(
                from: start, to: end, along: RhumbLine(from: start, to: end, on: report.measure.geodesic))
            : GeodesicShape.line(
                from: start, to: end, along: GeodesicPath(from: start, to: end, on: report.measure.geodesic))
        if case .multiLineString(let lines) = geometry, lines.count == 1 { return .lineString(lines[0]) }
        return geometry
    }

    static func write(_ report: DistanceReport, to sink: FileDescriptorSink) throws {
        let style = try MapStyle(table: report.command.names.data.locator.text(module: "MapExport", file: "style.tsv"))
        try GeoJSON().write(layer(report), style: style, to: sink)
    }
}
