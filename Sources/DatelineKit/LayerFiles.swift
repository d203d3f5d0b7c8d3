public import MapExport

/// Writes the files of a run: a folder of them, or one. Each appears whole, or not at all.
public struct LayerFiles: Sendable {
    private let style: MapStyle
    private let page: MapPage?
    private let basemap: WebPage.Basemap
    private let distances: DistanceColumns?

    /// The name under which the web page is chosen like a format.
    public static let pageFormat = "html"
    /// The name under which QGIS's styles and project are.
    public static let projectFormat = "qgis"
    /// What is written unless formats are named.
    public static let defaultFormats = ["geojson", "kml", pageFormat, projectFormat]
    /// All names that `--format` takes.
    public static var formatNames: [String] { MapFormats.all.map(\.name) + [pageFormat, projectFormat] }

    /// All names that `--layers` takes, as they lie on a map from top to bottom.
    public static let layerNames = ["events", "routes", "areas", "places"]
    public static let defaultLayers = ["events", "places"]

    /// - Parameter distances: columns that every layer gets, of the distance to a place.
    public init(
        style: MapStyle, page: MapPage?, basemap: WebPage.Basemap = .embedded, distances: DistanceColumns? = nil
    ) {
        self.style = style
        self.page = page
        self.basemap = basemap
        self.distances = distances
    }

    /// The format that a file of this name would have, or `nil`: a folder is meant then.
    public static func format(ofFile path: String) -> String? {
        if let format = MapFormats.forFile(path) { return format.name }
        return path.lowercased().hasSuffix(".html") ? pageFormat : nil
    }

    // MARK: A folder

    /// - Parameters:
    ///   - formats: names of ``formatNames``.
    ///   - layers: names of ``layerNames``; `nil` for the usual ones, and all in a format that holds several.
    /// - Returns: the names of the files written, in order. Those of an earlier run that this one does not write are removed.
    /// - Throws: ``KitError/unknownFormat(_:known:)``, ``OutputError``.
    public func write(
        _ outcome: MapRun.Outcome, title: String, to folder: String, formats: [String], layers: [String]? = nil
    ) throws -> [String] {
        let earlier = RunFiles(folder: folder)
        let chosen = choose(layers ?? Self.defaultLayers, from: outcome)
        var written: [String] = []
        for name in formats where name != Self.projectFormat {
            if name == Self.pageFormat {
                try writePage(outcome, title: title, to: folder + "/map.html")
                written.append("map.html")
            } else if let format = MapFormats.named(name) as? any ManyLayerFormat {
                let file = "events." + format.fileExtension
                let held = filled(choose(layers ?? Self.layerNames, from: outcome))
                try put(outcome, folder + "/" + file) { try format.write(held, style: style, to: $0) }
                written.append(file)
            } else {
                let format = try Self.format(name)
                // KML groups events by type; places would hide them there.
                for layer in chosen where layer.name != "places" || !Self.groupsByType(name) {
                    let file = layer.name + "." + format.fileExtension
                    try put(outcome, folder + "/" + file) { try format.write(layer, style: style, to: $0) }
                    written.append(file)
                }
            }
        }
        if formats.contains(Self.projectFormat) {
            written += try writeProject(outcome, chosen, title: title, to: folder, formats: formats)
        }
        // What an earlier run wrote in other formats would pass for a part of this map.
        _ = earlier.remove(except: written)
        try put(outcome, folder + "/report.json") {
            try outcome.report.write(clusters: outcome.clusters, files: written, to: $0)
        }
        written.append("report.json")
        return written
    }

    /// A style beside each layer, and the project that shows them: over the best of the formats written.
    private func writeProject(
        _ outcome: MapRun.Outcome, _ layers: [Layer], title: String, to folder: String, formats: [String]
    ) throws -> [String] {
        var written: [String] = []
        for layer in layers {
            let file = layer.name + ".qml"
            try put(outcome, folder + "/" + file) { try QGISStyle.write(layer, style: style, to: $0) }
            written.append(file)
        }
        let readable = ["geojson", "gpkg", "fgb", "geojsonseq", "ndjson"]
        guard let name = readable.first(where: formats.contains), let format = MapFormats.named(name) else {
            return written
        }
        let sources = layers.map { layer in
            QGISProject.Source(
                layer: layer,
                path: name == "gpkg" ? "events.gpkg|layername=" + layer.name : layer.name + "." + format.fileExtension,
                // A dot for every name would bury the events.
                isChecked: layer.name != "places" || layers.count == 1)
        }
        try put(outcome, folder + "/events.qgz") {
            try QGISProject(title: title, sources: sources, style: style, basemap: basemap)
                .write(name: "events", to: $0)
        }
        return written + ["events.qgz"]
    }

    // MARK: One file

    /// Writes one file, or standard output for `-`.
    ///
    /// - Parameter layers: the first is written where the format holds one; `nil` for the events, and all that have
    ///   features where it holds several.
    /// - Throws: ``KitError/unknownFormat(_:known:)``, ``OutputError``.
    public func writeFile(
        _ outcome: MapRun.Outcome, title: String, to path: String, format name: String, layers: [String]? = nil
    ) throws {
        func write(to sink: any ByteSink) throws {
            if name == Self.pageFormat {
                try page?.write(title: title, events: events(outcome), basemap: basemap, to: sink)
                return
            }
            let format = try Self.format(name)
            if let format = format as? any ManyLayerFormat {
                try format.write(filled(choose(layers ?? Self.layerNames, from: outcome)), style: style, to: sink)
            } else if let layer = choose(layers ?? ["events"], from: outcome).first {
                try format.write(layer, style: style, to: sink)
            }
        }
        if path == "-" {
            let sink = FileDescriptorSink.standardOutput()
            try write(to: sink)
            try outcome.clusters.check()
            try sink.flush()
        } else {
            try put(outcome, path) { try write(to: $0) }
        }
    }

    // MARK: Pieces

    /// Writes a file; not one of events that could not be read again.
    private func put(_ outcome: MapRun.Outcome, _ path: String, _ body: (AtomicFile) throws -> Void) throws {
        try AtomicFile.write(to: path) {
            try body($0)
            try outcome.clusters.check()
        }
    }

    private func writePage(_ outcome: MapRun.Outcome, title: String, to path: String) throws {
        guard let page else { return }
        let all = events(outcome)
        try put(outcome, path) { try page.write(title: title, events: all, basemap: basemap, to: $0) }
    }

    private func events(_ outcome: MapRun.Outcome) -> Layer {
        measured(EventLayer.layer(outcome.clusters, style: style))
    }

    private func measured(_ layer: Layer) -> Layer { distances?.added(to: layer) ?? layer }

    /// The layers of these names in the order of maps; in files, events without a place are left to the report.
    private func choose(_ names: [String], from outcome: MapRun.Outcome) -> [Layer] {
        Self.layerNames.filter(names.contains).map { name in
            switch name {
            case "routes": return measured(RouteLayer.layer(outcome.clusters, style: style))
            case "areas": return measured(AreaLayer.layer(outcome.clusters, style: style))
            case "places": return measured(outcome.places)
            default: return measured(EventLayer.layer(outcome.clusters, style: style, isPlaced: true))
            }
        }
    }

    /// The layers that have features, or the first: a database has at least one.
    private func filled(_ layers: [Layer]) -> [Layer] {
        let filled = layers.filter { !$0.features.isEmpty }
        return filled.isEmpty ? Array(layers.prefix(1)) : filled
    }

    private static func groupsByType(_ format: String) -> Bool { format == "kml" || format == "kmz" }

    private static func format(_ name: String) throws -> any MapFormat {
        guard let format = MapFormats.named(name) else { throw KitError.unknownFormat(name, known: formatNames) }
        return format
    }
}
