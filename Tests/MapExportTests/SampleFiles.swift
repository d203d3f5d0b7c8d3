import FoundationEssentials
import GeoTypes
import MapExport
import Testing

/// Writes every format and the page into the folder that `DATELINE_SAMPLES` names, to be opened in real clients.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["DATELINE_SAMPLES"] != nil))
struct SampleFiles {
    static let cities: [WebPage.City] = """
        Kyiv 50.4547 30.5238 0
        Kharkiv 49.9808 36.2527 0
        Odesa 46.4775 30.7326 0
        Minsk 53.9 27.5667 0
        Dnipro 48.4593 35.0387 1
        Lviv 49.8383 24.0232 1
        Donetsk 48.023 37.8022 1
        Rostov-on-Don 47.2313 39.7233 1
        Voronezh 51.672 39.1843 1
        Belgorod 50.6107 36.5802 2
        Kherson 46.6558 32.6178 2
        Izium 49.2088 37.2485 4
        """.split(separator: "\n").map { line in
            let cells = line.split(separator: " ").map(String.init)
            return WebPage.City(
                name: cells[0],
                coordinate: Coordinate(latitude: Double(cells[1]) ?? 0, longitude: Double(cells[2]) ?? 0),
                rank: Int(cells[3]) ?? 0)
        }

    @Test(arguments: [0, 5, 60, 500, 20_000, -1])
    func areWritten(count: Int) throws {
        let folder = try #require(ProcessInfo.processInfo.environment["DATELINE_SAMPLES"])
        let style = try Resources.style()
        let layer = count < 0 ? DemoLayer.hostileEvents(style: style) : DemoLayer.events(count, style: style)
        let name = folder + "/" + (count < 0 ? "hostile" : String(count))
        for format in MapFormats.all {
            try AtomicFile.write(to: "\(name).\(format.fileExtension)") {
                try format.write(layer, style: style, to: $0)
            }
        }
        if count == 60 {
            let online = try WebPage(tables: Resources.webTables(), style: style, leaflet: .cdn)
            try AtomicFile.write(to: folder + "/cdn.html") {
                try online.write(title: "Online", events: layer, basemap: .openStreetMap, to: $0)
            }
        }
        let page = try WebPage(
            tables: Resources.webTables(), style: style, leaflet: Resources.installedLeaflet() ?? .cdn)
        try AtomicFile.write(to: "\(name).html") {
            try page.write(title: "Kharkiv front, summer 2022", events: layer, cities: Self.cities, to: $0)
        }
    }
}
