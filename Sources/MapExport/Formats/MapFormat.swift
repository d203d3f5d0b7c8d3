/// A way to write a layer. One file of `Formats` each, and a line in ``MapFormats``.
public protocol MapFormat: Sendable {
    /// What `--format` calls it.
    var name: String { get }
    /// Without the dot.
    var fileExtension: String { get }
    /// One line for people.
    var summary: String { get }

    /// Writes `layer` to `sink`, in pieces; the same layer gives the same bytes. The sink is not flushed.
    ///
    /// - Throws: what the sink throws.
    func write(_ layer: Layer, style: MapStyle, to sink: any ByteSink) throws
}

/// The registry of formats.
public enum MapFormats {
    /// In the order of help texts.
    public static let all: [any MapFormat] = [
        GeoJSON(), KML(), KMZ(), GeoPackage(), GeoJSONSequence(), NewlineDelimitedGeoJSON(), CSV(), FlatGeobuf(),
    ]

    /// The format called `name`, or `nil`.
    public static func named(_ name: String) -> (any MapFormat)? { all.first { $0.name == name } }

    /// The format of a file by the extension of its name, in any case, or `nil`.
    public static func forFile(_ path: String) -> (any MapFormat)? {
        guard let dot = path.lastIndex(of: "."), !path[dot...].contains("/") else { return nil }
        let ending = path[path.index(after: dot)...].lowercased()
        return all.first { $0.fileExtension == ending }
    }
}

/// Bytes handed to a sink at once.
let chunkSize = 1 << 16
