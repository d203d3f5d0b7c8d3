import Foundation
import GeoTypes
import MapExport
import TestSupport
import Testing

@Suite struct GeoPackageTests {
    private static func shapes() -> Layer {
        let line = [Coordinate(latitude: 1, longitude: 2), Coordinate(latitude: 3, longitude: 4)]
        let ring = line + [Coordinate(latitude: 5, longitude: 0), line[0]]
        return Layer(
            name: "areas", title: "Areas", fields: [Field("name", .string, "")],
            features: [
                Feature(id: "a", geometry: .multiPolygon([[ring], [ring]]), properties: [.string("it's \"a\"")]),
                Feature(id: "b", geometry: nil, properties: [.null]),
            ])
    }

    private func bytes(_ layers: [Layer]) throws -> [UInt8] {
        let sink = MemorySink()
        try GeoPackage().write(layers, style: Resources.style(), to: sink)
        return sink.bytes
    }

    @Test func theSameLayersGiveTheSameBytes() throws {
        let style = try Resources.style()
        let layers = [DemoLayer.events(200, style: style), Self.shapes()]
        let first = try bytes(layers)
        #expect(first == (try bytes(layers)))
        #expect(first.starts(with: "SQLite format 3".utf8))
        #expect(Array(first[68..<72]) == Array("GPKG".utf8))
        #expect(Array(first[60..<64]) == [0, 0, 0x28, 0x3C])
    }

    @Test(.enabled(if: QGISCheck.isInstalled, "needs python3-gdal"), arguments: [0, 300, -1])
    func theValidatorFindsNothing(count: Int) throws {
        let style = try Resources.style()
        let events = count < 0 ? DemoLayer.hostileEvents(style: style) : DemoLayer.events(count, style: style)
        let folder = try ScratchFolder()
        let path = folder.path + "/out.gpkg"
        try AtomicFile.write(to: path) { try $0.write(bytes([events, Self.shapes()])) }
        let (status, output) = try Programs.run(
            QGISCheck.python,
            [
                "-c",
                """
                import sys
                from osgeo import gdal, ogr
                from osgeo_utils.samples import validate_gpkg
                gdal.UseExceptions()
                validate_gpkg.check(sys.argv[1], extra_checks=True, warning_as_error=True)
                source = ogr.Open(sys.argv[1])
                print([(l.GetName(), l.GetFeatureCount()) for l in source])
                print(source.ExecuteSQL("PRAGMA integrity_check").GetNextFeature().GetField(0))
                """, path,
            ])
        #expect(status == 0, "\(output)")
        #expect(
            output.contains("[('events', \(events.features.count)), ('areas', 2), ('layer_styles', 2)]"), "\(output)")
        #expect(output.contains("ok"))
    }

    /// A GeoPackage that someone edits keeps its index right: the triggers work.
    @Test(.enabled(if: QGISCheck.isInstalled, "needs python3-gdal"))
    func itCanBeEdited() throws {
        let style = try Resources.style()
        let folder = try ScratchFolder()
        let path = folder.path + "/out.gpkg"
        try AtomicFile.write(to: path) { try $0.write(bytes([DemoLayer.events(50, style: style)])) }
        let (status, output) = try Programs.run(
            QGISCheck.python,
            [
                "-c",
                """
                import sys
                from osgeo import ogr
                source = ogr.Open(sys.argv[1], 1)
                layer = source.GetLayerByName("events")
                feature = layer.GetFeature(1)
                feature.SetGeometry(ogr.CreateGeometryFromWkt("POINT(-70 -30)"))
                layer.SetFeature(feature)
                layer.DeleteFeature(2)
                layer.SetSpatialFilterRect(-71, -31, -69, -29)
                print(layer.GetFeatureCount(), [f.GetFID() for f in layer])
                """, path,
            ])
        #expect(status == 0 && output.contains("1 [1]"), "\(output)")
    }

    @Test(.enabled(if: Programs.find("unzip") != nil, "needs unzip"))
    func aKMZHoldsADocumentOfPlainData() throws {
        let style = try Resources.style()
        let layer = DemoLayer.events(3000, style: style)
        let folder = try ScratchFolder()
        try AtomicFile.write(to: folder.path + "/a.kmz") { try KMZ().write(layer, style: style, to: $0) }
        let unzip = try #require(Programs.find("unzip"))
        #expect(try Programs.run(unzip, ["-tq", folder.path + "/a.kmz"]).status == 0)
        let (_, text) = try Programs.run(unzip, ["-p", folder.path + "/a.kmz", "doc.kml"])
        #expect(text.hasSuffix("</kml>\n") && text.contains("<Data name=\"event_type\"><value>ASSAULT</value></Data>"))
        #expect(text.split(separator: "\n").count { $0.hasPrefix("<Placemark ") } == 3000)
    }
}
