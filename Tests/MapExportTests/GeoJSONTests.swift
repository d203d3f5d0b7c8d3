import FoundationEssentials
import GeoTypes
import MapExport
import Testing

@Suite struct GeoJSONTests {
    /// What the tests read back.
    struct Collection: Decodable {
        struct Feature: Decodable {
            struct Geometry: Decodable {
                var type: String
                var coordinates: [Double]
            }
            var type, id: String
            var geometry: Geometry?
        }
        var type, name: String
        var bbox: [Double]?
        var features: [Feature]
    }

    static let small = Layer(
        name: "events", title: "Events & more",
        fields: [
            Field("name", .string, ""), Field("event_type", .string, ""), Field("modality", .string, ""),
            Field("start", .dateTime, ""), Field("end", .dateTime, ""), Field("passage", .string, ""),
            Field("reports", .integer, ""), Field("confidence", .number, ""), Field("sources", .strings, ""),
            Field("article_url", .string, ""),
        ],
        features: [
            Feature(
                id: "e1", geometry: .point(Coordinate(latitude: 49.20880004, longitude: 37.2485)),
                time: .date("2022-09-10"),
                properties: [
                    .string("Retreat from Izium"), .string("RETREAT"), .string("asserted"),
                    .string("2022-09-10T00:00:00Z"),
                    .string("2022-09-11T00:00:00Z"), .string("They <left> & \"fled\" ]]> $[x]."), .integer(2),
                    .number(0.875, decimals: 2), .strings(["a.txt", "b.txt"]), .string("https://example.org/?a=1&b=2"),
                ]),
            Feature(
                id: "e2", geometry: nil, time: .interval(start: "2022-02-24T00:00:00Z", end: nil),
                properties: [.string(""), .string("ODD"), .string("denied"), .string("2022-02-24T00:00:00Z")]),
        ])

    static let empty = Layer(name: "events", title: "Events", fields: small.fields, features: [])

    @Test func aSmallLayerIsWrittenSo() throws {
        let expected = #"""
            {"type":"FeatureCollection","name":"events","bbox":[37.2485,49.2088,37.2485,49.2088],"features":[
            {"type":"Feature","id":"e1","geometry":{"type":"Point","coordinates":[37.2485,49.2088]},"time":{"date":"2022-09-10"},"properties":{"name":"Retreat from Izium","event_type":"RETREAT","modality":"asserted","start":"2022-09-10T00:00:00Z","end":"2022-09-11T00:00:00Z","passage":"They <left> & \"fled\" ]]> $[x].","reports":2,"confidence":0.88,"sources":["a.txt","b.txt"],"article_url":"https://example.org/?a=1&b=2"}},
            {"type":"Feature","id":"e2","geometry":null,"time":{"interval":["2022-02-24T00:00:00Z",".."]},"properties":{"name":null,"event_type":"ODD","modality":"denied","start":"2022-02-24T00:00:00Z","end":null,"passage":null,"reports":null,"confidence":null,"sources":null,"article_url":null}}
            ]}

            """#
        #expect(try GeoJSON().text(of: Self.small, style: Resources.style()) == expected)
    }

    @Test func anEmptyLayerIsValid() throws {
        let text = try GeoJSON().text(of: Self.empty, style: Resources.style())
        #expect(text == "{\"type\":\"FeatureCollection\",\"name\":\"events\",\"features\":[\n]}\n")
    }

    @Test(arguments: [1, 60, 300])
    func theBoxMatchesThePointsAsWritten(count: Int) throws {
        let layer = DemoLayer.events(count, style: try Resources.style())
        let text = try GeoJSON().text(of: layer, style: Resources.style())
        let read = try JSONDecoder().decode(Collection.self, from: Data(text.utf8))
        let points = read.features.compactMap { $0.geometry?.coordinates }
        let box = try #require(read.bbox)
        #expect(box[0] == points.map { $0[0] }.min() && box[1] == points.map { $0[1] }.min())
        #expect(box[2] == points.map { $0[0] }.max() && box[3] == points.map { $0[1] }.max())
        #expect(read.features.count == count)
        #expect(Set(read.features.map(\.id)).count == count)
        #expect(read.features.allSatisfy { $0.type == "Feature" && $0.geometry?.type ?? "Point" == "Point" })
    }

    @Test func linesAreFeaturesByThemselves() throws {
        let style = try Resources.style()
        let whole = try GeoJSON().text(of: Self.small, style: style).split(separator: "\n")
        let features = whole[1...2].map { $0.hasSuffix(",") ? String($0.dropLast()) : String($0) }
        let lines = try NewlineDelimitedGeoJSON().text(of: Self.small, style: style)
        #expect(lines == features.map { $0 + "\n" }.joined())
        let sequence = try GeoJSONSequence().text(of: Self.small, style: style)
        #expect(sequence == features.map { "\u{1E}\($0)\n" }.joined())
        #expect(try NewlineDelimitedGeoJSON().text(of: Self.empty, style: style).isEmpty)
    }

    @Test func outerRingsTurnCounterclockwise() throws {
        let square = [(0.0, 0.0), (0, 1), (1, 1), (1, 0), (0, 0)].map { Coordinate(latitude: $0.1, longitude: $0.0) }
        let layer = Layer(
            name: "areas", title: "", fields: [],
            features: [Feature(id: "a", geometry: .polygon([square, square.reversed()]), properties: [])])
        let text = try GeoJSON().text(of: layer, style: Resources.style())
        #expect(text.contains("[[[0,0],[1,0],[1,1],[0,1],[0,0]],[[0,0],[0,1],[1,1],[1,0],[0,0]]]"))
    }

    @Test func hostileTextIsTextInEveryFormat() throws {
        let style = try Resources.style()
        let layer = DemoLayer.hostileEvents(style: style)
        let text = try GeoJSON().text(of: layer, style: style)
        let read = try JSONDecoder().decode(Collection.self, from: Data(text.utf8))
        #expect(read.features.count == DemoLayer.hostile.count)
        for format in MapFormats.all {
            let first = try format.text(of: layer, style: style)
            #expect(try format.text(of: layer, style: style) == first, "\(format.name) is the same twice")
        }
    }

    @Test func theRegistryFindsFormats() {
        #expect(MapFormats.all.map(\.name) == ["geojson", "kml", "kmz", "gpkg", "geojsonseq", "ndjson", "csv", "fgb"])
        #expect(Set(MapFormats.all.map(\.fileExtension)).count == MapFormats.all.count)
        #expect(MapFormats.named("kml")?.fileExtension == "kml")
        #expect(MapFormats.named("shapefile") == nil)
        #expect(MapFormats.forFile("maps/Events.GeoJSON")?.name == "geojson")
        #expect(MapFormats.forFile("maps.kml/events") == nil)
    }
}
