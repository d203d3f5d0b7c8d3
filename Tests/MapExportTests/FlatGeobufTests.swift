import Foundation
import GeoTypes
import MapExport
import TestSupport
import Testing

@Suite struct FlatGeobufTests {
    private func bytes(_ layer: Layer) throws -> [UInt8] {
        let sink = MemorySink()
        try FlatGeobuf().write(layer, style: try Resources.style(), to: sink)
        return sink.bytes
    }

    private func layer(_ geometries: [Geometry?]) -> Layer {
        let features = geometries.enumerated().map { number, geometry in
            Feature(
                id: "f\(number)", geometry: geometry,
                properties: [.integer(number), .number(1.0004, decimals: 3), .string("2022-09-10T00:00:00Z"), .null])
        }
        return Layer(
            name: "shapes", title: "Shapes",
            fields: [
                Field("count", .integer, "A count."), Field("share", .number, "A share."),
                Field("start", .dateTime, "A time."), Field("text", .string, "A text."),
            ], features: FeatureList(features))
    }

    @Test func itBeginsWithItsVersionAndIsTheSameTwice() throws {
        let layer = DemoLayer.events(40, style: try Resources.style())
        let first = try bytes(layer)
        #expect(first.prefix(8) == [0x66, 0x67, 0x62, 3, 0x66, 0x67, 0x62, 0])
        #expect(first == (try bytes(layer)))
    }

    @Test func whatHasNoGeometryIsLeftOut() throws {
        let point = Geometry.point(Coordinate(latitude: 49, longitude: 37))
        let one = try bytes(layer([point]))
        #expect(try bytes(layer([point, nil])) == one)
        #expect(try bytes(layer([nil])) == (try bytes(layer([]))))
    }

    /// GDAL checks each buffer before it reads it; a box asks the index.
    @Test(
        .enabled(if: QGISCheck.isInstalled, "needs python3-gdal"),
        arguments: [
            ("POINT", ["POINT (37 49)", "POINT (-70 -30)", "POINT (180 90)"]),
            ("MULTILINESTRING", ["MULTILINESTRING ((30 50,37 49),(-180 1,-179 2))"]),
            ("POLYGON", ["POLYGON ((0 0,10 0,10 10,0 10,0 0),(4 4,4 6,6 6,6 4,4 4))"]),
            ("MULTIPOLYGON", ["MULTIPOLYGON (((0 0,1 0,1 1,0 0)),((10 10,11 10,11 11,10 10)))"]),
        ])
    func gdalReadsEveryGeometry(kind: String, shapes: [String]) throws {
        func point(_ x: Double, _ y: Double) -> Coordinate { Coordinate(latitude: y, longitude: x) }
        let square = [point(0, 0), point(10, 0), point(10, 10), point(0, 10), point(0, 0)]
        let hole = [point(4, 4), point(4, 6), point(6, 6), point(6, 4), point(4, 4)]
        let geometries: [Geometry] =
            switch kind {
            case "POINT": [.point(point(37, 49)), .point(point(-70, -30)), .point(point(180, 90))]
            case "MULTILINESTRING":
                [.multiLineString([[point(30, 50), point(37, 49)], [point(-180, 1), point(-179, 2)]])]
            case "POLYGON": [.polygon([square, hole])]
            default:
                [
                    .multiPolygon([
                        [[point(0, 0), point(1, 0), point(1, 1), point(0, 0)]],
                        [[point(10, 10), point(11, 10), point(11, 11), point(10, 10)]],
                    ])
                ]
            }
        let folder = try ScratchFolder()
        let path = folder.path + "/a.fgb"
        let written = try bytes(layer(geometries))
        try AtomicFile.write(to: path) { try $0.write(written) }
        let (status, output) = try Programs.run(
            QGISCheck.python,
            [
                "-c",
                """
                import sys
                from osgeo import ogr, gdal
                gdal.UseExceptions()
                source = ogr.Open(sys.argv[1])
                layer = source.GetLayer(0)
                for f in sorted(layer, key=lambda f: f.GetField("count")):
                    print(f.GetGeometryRef().ExportToWkt(), f.GetField("id"), f.GetField("share"), f.GetField("start"),
                          f.IsFieldSet("text"))
                """, path,
            ])
        let expected = shapes.indices.map { (number: Int) -> String in
            shapes[number] + " f\(number) 1.0 2022/09/10 00:00:00+00 False"
        }
        #expect(status == 0 && output.split(separator: "\n").map(String.init) == expected, "\(output)")
    }

    @Test(.enabled(if: QGISCheck.isInstalled, "needs python3-gdal"), arguments: [1, 16, 17, 300])
    func theIndexFindsWhatLiesInABox(count: Int) throws {
        let geometries = (0..<count).map { (number: Int) -> Geometry in
            let (latitude, longitude) = (Double(number * 37 % 90), Double(number * 91 % 180))
            return .point(Coordinate(latitude: latitude, longitude: longitude))
        }
        let folder = try ScratchFolder()
        let path = folder.path + "/a.fgb"
        let written = try bytes(layer(geometries))
        try AtomicFile.write(to: path) { try $0.write(written) }
        let inside = geometries.count { geometry in
            guard case .point(let point) = geometry else { return false }
            return (0...60).contains(point.longitude) && (0...45).contains(point.latitude)
        }
        let (status, output) = try Programs.run(
            QGISCheck.python,
            [
                "-c",
                """
                import sys
                from osgeo import ogr
                source = ogr.Open(sys.argv[1])
                layer = source.GetLayer(0)
                total = layer.GetFeatureCount()
                layer.SetSpatialFilterRect(0, 0, 60, 45)
                print(total, sum(1 for _ in layer))
                """, path,
            ])
        #expect(status == 0 && output == "\(count) \(inside)\n", "\(output)")
    }
}
