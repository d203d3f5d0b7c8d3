/// KMZ: the document of ``KML`` as `doc.kml` in a ZIP archive, a tenth of its size. Its fields have no types: GDAL's LIBKML
/// driver does not find a Schema inside an archive, and would drop them all.
public struct KMZ: MapFormat {
    public let name = "kmz"
    public let fileExtension = "kmz"
    public let summary = "KML in a ZIP archive"

    public init() {}

    public func write(_ layer: Layer, style: MapStyle, to sink: any ByteSink) throws {
        let archive = ZipArchive(sink: sink)
        try archive.add("doc.kml") {
            var document = KMLDocument(layer: layer, style: style, isTyped: false)
            try document.write(to: $0)
        }
        try archive.finish()
    }
}
