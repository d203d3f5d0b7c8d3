import FoundationEssentials
import MapExport

/// The module's files, read from beside the tests.
enum Resources {
    static let folder =
        #filePath.split(separator: "/").dropLast(3).reduce("") { $0 + "/" + $1 } + "/Sources/MapExport/Resources/"

    static func text(_ name: String) throws -> String {
        String(decoding: try Data(contentsOf: URL(filePath: folder + name)), as: UTF8.self)
    }

    static func style() throws -> MapStyle { try MapStyle(table: text("style.tsv")) }

    static func webTables() throws -> [String: String] {
        try Dictionary(uniqueKeysWithValues: WebPage.resourceNames.map { ($0, try text($0)) })
    }

    /// Debian's `libjs-leaflet`, where it is installed.
    static func installedLeaflet() -> Leaflet? {
        let folder = "/usr/share/javascript/leaflet/"
        guard let script = try? Data(contentsOf: URL(filePath: folder + "leaflet.min.js")),
            let css = try? Data(contentsOf: URL(filePath: folder + "leaflet.css"))
        else { return nil }
        return Leaflet(script: String(decoding: script, as: UTF8.self), css: String(decoding: css, as: UTF8.self))
    }
}

extension MapFormat {
    /// What the format writes, as text.
    func text(of layer: Layer, style: MapStyle) throws -> String {
        let sink = MemorySink()
        try write(layer, style: style, to: sink)
        return sink.text
    }
}
