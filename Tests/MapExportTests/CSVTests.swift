import GeoTypes
import MapExport
import Testing

@Suite struct CSVTests {
    private func row(_ value: PropertyValue, geometry: Geometry? = nil) throws -> String {
        let layer = Layer(
            name: "l", title: "L", fields: [Field("f", .string, "")],
            features: [Feature(id: "a", geometry: geometry, properties: [value])])
        let text = try CSV().text(of: layer, style: Resources.style())
        let head = "id,longitude,latitude,WKT,f\r\n"
        #expect(text.hasPrefix(head) && text.hasSuffix("\r\n"))
        return String(text.dropFirst(head.count).dropLast())
    }

    @Test(arguments: [
        ("plain", "plain"), ("a,b", "\"a,b\""), ("say \"no\"", "\"say \"\"no\"\"\""), ("two\nlines", "\"two\nlines\""),
        (" kept ", "\" kept \""), ("=1+1", "\"'=1+1\""), ("+44", "\"'+44\""), ("-5", "\"'-5\""), ("@x", "\"'@x\""),
        ("\tx", "\"'\tx\""), ("\rx", "\"'\rx\""), ("a=b", "a=b"), ("nul\u{0}", "\"nul\u{FFFD}\""), ("", ""),
        ("Ізюм", "Ізюм"),
    ])
    func textIsQuotedAndNeverAFormula(text: String, cell: String) throws {
        #expect(try row(.string(text)) == "a,,,," + cell)
    }

    @Test func numbersAreNeverTouched() throws {
        #expect(try row(.integer(-5)) == "a,,,,-5")
        #expect(try row(.number(-0.25, decimals: 2)) == "a,,,,-0.25")
        #expect(try row(.null) == "a,,,,")
        #expect(try row(.strings(["a", "b,c"])) == "a,,,,\"a; b,c\"")
    }

    @Test func geometryIsWrittenTwice() throws {
        let point = Geometry.point(Coordinate(latitude: 49.2088, longitude: -37.25))
        #expect(try row(.null, geometry: point) == "a,-37.25,49.2088,POINT (-37.25 49.2088),")
        let line = [Coordinate(latitude: 1, longitude: 2), Coordinate(latitude: 3, longitude: 4)]
        #expect(try row(.null, geometry: .lineString(line)) == "a,,,\"LINESTRING (2 1, 4 3)\",")
        #expect(Geometry.multiLineString([line, line]).wellKnownText == "MULTILINESTRING ((2 1, 4 3), (2 1, 4 3))")
        #expect(Geometry.polygon([line + [line[0]]]).wellKnownText == "POLYGON ((2 1, 4 3, 2 1))")
    }
}
