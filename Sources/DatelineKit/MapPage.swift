import Articles
public import Gazetteers
import GeoTypes
public import MapExport

/// The web page with what it needs from outside `MapExport`: its resources, the map library, and names of towns.
public struct MapPage: Sendable {
    private let page: WebPage
    private let gazetteer: any Gazetteer

    /// Where Debian's `libjs-leaflet` puts its files, and where the program's own data may hold them.
    private static let leafletFolders = ["/usr/share/javascript/leaflet", "/usr/local/share/javascript/leaflet"]

    /// - Throws: ``KitError/dataMissing(what:searched:)``, or what ``WebPage`` throws.
    public init(data: DataLocator, style: MapStyle, gazetteer: any Gazetteer) throws {
        var tables: [String: String] = [:]
        for name in WebPage.resourceNames { tables[name] = try data.text(module: "MapExport", file: name) }
        page = try WebPage(tables: tables, style: style, leaflet: Self.leaflet())
        self.gazetteer = gazetteer
    }

    /// The installed library, to be inlined; else the one of a content delivery network.
    private static func leaflet() -> Leaflet {
        for folder in leafletFolders {
            // Debian's leaflet.js is the source with comments, three times as large.
            if let script = (try? FileBytes.read(folder + "/leaflet.min.js"))
                ?? (try? FileBytes.read(folder + "/leaflet.js")),
                let style = try? FileBytes.read(folder + "/leaflet.css")
            {
                return Leaflet(
                    script: String(decoding: script, as: UTF8.self), css: String(decoding: style, as: UTF8.self))
            }
        }
        return .cdn
    }

    func write(title: String, events: Layer, basemap: WebPage.Basemap, to sink: any ByteSink) throws {
        try page.write(title: title, events: events, cities: cities(around: events), basemap: basemap, to: sink)
    }

    /// Names for the basemap: the world's largest towns, and more of them where the events are.
    private func cities(around events: Layer) -> [WebPage.City] {
        var box = events.boundingBox
        if let found = box {
            box = BoundingBox(
                west: max(-180, found.west - 2), south: max(-90, found.south - 2), east: min(180, found.east + 2),
                north: min(90, found.north + 2))
        }
        let towns = gazetteer.settlements(minimumPopulation: 20_000).filter { place in
            place.population >= 1_000_000 || box?.contains(place.coordinate) ?? false
        }
        return towns.prefix(1500).map { place in
            let steps = [5_000_000, 2_000_000, 1_000_000, 500_000, 200_000, 100_000, 50_000]
            return WebPage.City(
                name: place.name, coordinate: place.coordinate,
                rank: steps.firstIndex { place.population >= $0 } ?? steps.count)
        }
    }
}
