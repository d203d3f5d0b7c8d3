public import MapExport

/// Writes the files of a run into a folder: each one whole, or not at all.
public struct LayerFiles: Sendable {
    private let style: MapStyle
    private let page: MapPage?

    /// The name under which the web page is chosen like a format.
    public static let pageFormat = "html"
    /// What is written unless formats are named.
    public static let defaultFormats = ["geojson", "kml", pageFormat]

    /// All names that `--format` takes.
    public static var formatNames: [String] { MapFormats.all.map(\.name) + [pageFormat] }

    public init(style: MapStyle, page: MapPage?) {
        self.style = style
        self.page = page
    }

    /// - Parameter formats: names of ``formatNames``.
    /// - Returns: the names of the files written, in order.
    /// - Throws: ``KitError/unknownFormat(_:known:)``, ``OutputError``.
    public func write(
        _ outcome: MapRun.Outcome, title: String, to folder: String, formats: [String]
    ) throws -> [String] {
        let all = EventLayer.layer(outcome.clusters, style: style)
        var placed = all
        placed.features.removeAll { $0.geometry == nil }
        var written: [String] = []
        for name in formats {
            if name == Self.pageFormat {
                guard let page else { continue }
                try AtomicFile.write(to: folder + "/map.html") { try page.write(title: title, events: all, to: $0) }
                written.append("map.html")
                continue
            }
            guard let format = MapFormats.named(name) else {
                throw KitError.unknownFormat(name, known: Self.formatNames)
            }
            // KML groups events by type; places would hide them there.
            for layer in name == "kml" ? [placed] : [placed, outcome.places] {
                let file = layer.name + "." + format.fileExtension
                try AtomicFile.write(to: folder + "/" + file) { try format.write(layer, style: style, to: $0) }
                written.append(file)
            }
        }
        try AtomicFile.write(to: folder + "/report.json") {
            try outcome.report.write(clusters: outcome.clusters, to: $0)
        }
        written.append("report.json")
        return written
    }
}
