import DatelineKit
import Gazetteers
import GeoTypes
import Geodesy
import MapExport

/// The picture of `distance --map`.
struct DistanceMap {
    let report: DistanceReport
    let data: DataOptions

    func write(to path: String) throws {
        var stops: [RoutePicture.Stop] = []
        for leg in report.legs {
            for point in [leg.from, leg.to] {
                let stop = RoutePicture.Stop(
                    coordinate: point.coordinate, label: point.place?.name ?? DistanceReport.label(point))
                if !stops.contains(stop) { stops.append(stop) }
            }
        }
        // Too many figures would cover the map.
        let isFew = report.legs.count <= 12
        let lines = report.legs.map { leg in
            RoutePicture.Line(path: report.path(leg), label: isFew ? rounded(leg.result.distance) : "")
        }
        let named = Set(stops.map(\.label))
        let towns = try data.openGazetteer().settlements(minimumPopulation: 15_000)
            .filter { !named.contains($0.name) }
            .map { RoutePicture.Stop(coordinate: $0.coordinate, label: $0.name) }
        let picture = RoutePicture(
            lines: lines, stops: stops, towns: towns,
            basemap: try data.locator.text(module: "MapExport", file: "basemap.json"))
        let title = stops.map(\.label).joined(separator: " - ")
        let text = path.lowercased().hasSuffix(".svg") ? picture.svg(title: title) : picture.html(title: title)
        try AtomicFile.write(to: path) { try $0.write(text) }
    }

    /// Three figures are enough on a picture, and all before the point.
    private func rounded(_ metres: Double) -> String {
        let value = metres / report.measure.unit.metres
        return String(fixed: value, decimals: value >= 100 ? 0 : value >= 10 ? 1 : 2) + " " + report.measure.unit.name
    }
}
