import Foundation
import Gazetteers
import GeoTypes
import Testing

@Suite struct FeatureImporterTests {
    private let folder = NSTemporaryDirectory() + "dateline-features-" + UUID().uuidString

    init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }

    private func write(_ bytes: some Sequence<UInt8>, to name: String) throws -> String {
        try Data(bytes).write(to: URL(fileURLWithPath: folder + "/" + name))
        return folder + "/" + name
    }

    private func importing(_ text: String) throws -> (GazetteerIndex, [Importer.Problem]) {
        var problems: [Importer.Problem] = []
        let importer = Importer(writer: IndexWriter(temporaryFolder: folder)) { problems.append($0) }
        try importer.readFeatures(try write(text.utf8, to: "places.geojson"))
        return (try GazetteerIndex(importer.writer.bytes(stamp: importer.sourceStamp)), problems)
    }

    private func feature(_ name: String, _ geometry: String, id: String = "", more: String = "") -> String {
        """
        {"type": "Feature", \(id) "geometry": \(geometry), "properties": {"name": "\(name)"\(more)}}
        """
    }

    private let point = #"{"type": "Point", "coordinates": [37.5, 49.5]}"#

    @Test(arguments: [
        ("{\"features\": [", ",", "], \"type\": \"FeatureCollection\", \"x\": {\"features\": []}}"),
        ("{\"type\": \"FeatureCollection\", \"crs\": {\"a\": [1]}, \"features\" : [", ",\n", "]}\n"),
        ("[", ",", "]"), ("", "\n", "\n"), ("\u{1e}", "\n\u{1e}", ""),
    ])
    func featuresAreFoundInEveryFrame(start: String, separator: String, end: String) throws {
        let features = (1...3).map { feature("Pl{a]ce \\\"\($0)", point, id: "\"id\": \"mine:\($0)\",") }
        let (index, problems) = try importing(start + features.joined(separator: separator) + end)
        #expect(problems.isEmpty)
        #expect(index.placeCount == 3)
        #expect(index.place(id: "mine:2")?.name == "Pl{a]ce \"2")
        #expect(index.place(id: "mine:2")?.coordinate == Coordinate(latitude: 49.5, longitude: 37.5))
    }

    @Test(arguments: [
        (#"{"type": "MultiPoint", "coordinates": [[1, 2], [3, 4]]}"#, 2.0, 1.0),
        (#"{"type": "LineString", "coordinates": [[0, 0], [5, 6], [9, 9]]}"#, 6, 5),
        (#"{"type": "Polygon", "coordinates": [[[0, 0], [4, 0], [4, 2], [0, 2], [0, 0]]]}"#, 1, 2),
        // A U: the middle of its box lies outside.
        (
            #"{"type": "Polygon", "coordinates": [[[0, 0], [9, 0], [9, 8], [7, 8], [7, 1], [3, 1], [3, 8], [0, 8], [0, 0]]]}"#,
            4, 1.5
        ),
        (
            #"{"type": "MultiPolygon", "coordinates": [[[[0, 0], [1, 0], [1, 1], [0, 0]]], [[[10, 0], [14, 0], [14, 2], [10, 2], [10, 0]]]]}"#,
            1, 12
        ),
        (#"{"type": "GeometryCollection", "geometries": [{"type": "Point", "coordinates": [7, 8]}]}"#, 8, 7),
    ])
    func areasAndLinesAreTakenAtAPointOnThem(geometry: String, latitude: Double, longitude: Double) throws {
        let (index, problems) = try importing(feature("Here", geometry, id: "\"id\": 7,"))
        #expect(problems.isEmpty)
        #expect(index.place(id: "7")?.coordinate == Coordinate(latitude: latitude, longitude: longitude))
    }

    @Test func badFeaturesAreNamedByNumberAndSkipped() throws {
        let bad = [
            (feature("", point), "no name"), (feature("A", "null"), "no geometry"),
            (feature("A", #"{"type": "Point", "coordinates": [0, 91]}"#), "'Point'"),
            (feature("A", #"{"type": "Polygon", "coordinates": []}"#), "'Polygon'"),
            (feature("A", point, more: ", \"population\": -1"), "population"),
            (feature("A", point, more: ", \"population\": 1e300"), "population"),
            (feature("A", point, more: ", \"country_code\": \"UKR\""), "country"),
            (feature(String(repeating: "x", count: 20_000), point), "20000 bytes"),
            ("{\"type\": \"Point\"}", "'Point'"), ("{\"type\": Feature}", "no JSON"),
        ]
        let (index, problems) = try importing(
            "[" + (bad.map(\.0) + [feature("Good", point)]).joined(separator: ",") + "]")
        #expect(index.placeCount == 1)
        #expect(problems.map(\.line) == Array(1...bad.count))
        for (problem, item) in zip(problems, bad) { #expect(problem.reason.contains(item.1), "\(problem)") }
    }

    @Test(arguments: ["{\"features\": [{\"type\":", "{\"type\": \"Feat", "1\tIzyum", "[[[["])
    func aFileThatIsCutOffOrForeignIsAProblem(text: String) throws {
        let (index, problems) = try importing(text)
        #expect(index.placeCount == 0)
        #expect(problems.count == 1)
    }

    @Test func linkedPlacesKeepTheirNamesAndCountry() throws {
        let place = """
            {"type": "FeatureCollection", "@context": "https://example.org/lpf", "features": [{"@id": "https://sws.geonames.org/707292/",
             "type": "Feature", "properties": {"title": "Izium", "ccodes": ["UA"], "fclasses": ["P"], "population": 3000000000},
             "names": [{"toponym": "Изюм", "lang": "ru"}, {"toponym": "Izjum"}], "geometry": \(point)}]}
            """
        let (index, problems) = try importing(place)
        #expect(problems.isEmpty)
        let found = try #require(index.candidates(for: "Изюм", depth: .exact).first?.place)
        #expect(found.id == "geonames:707292")
        #expect(found.countryCode == "UA")
        #expect(found.featureCode == "PPL")
        #expect(found.population == 3_000_000_000)
    }

    @Test func strictStopsAtTheFirstBadFeature() throws {
        var options = Importer.Options()
        options.strict = true
        let importer = Importer(writer: IndexWriter(temporaryFolder: folder), options: options)
        let path = try write(feature("A", "null").utf8, to: "strict.geojson")
        #expect(throws: GazetteerError.self) { try importer.readFeatures(path) }
    }

    /// Stored (not compressed), so that every byte matters; with a zip64 end record when `wide`.
    private static func archive(_ text: String, wide: Bool) -> [UInt8] {
        func bytes(_ values: (Int, Int)...) -> [UInt8] {
            values.flatMap { value, count in (0..<count).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) } }
        }
        let data = Array(text.utf8)
        let name = Array("UA.txt".utf8)
        var sum: UInt32 = .max
        for byte in data {
            sum ^= UInt32(byte)
            for _ in 0..<8 { sum = sum & 1 == 1 ? sum >> 1 ^ 0xEDB8_8320 : sum >> 1 }
        }
        let common = bytes(
            (0, 2), (0, 2), (0, 4), (Int(~sum), 4), (data.count, 4), (data.count, 4), (name.count, 2), (0, 2))
        let local = bytes((0x0403_4B50, 4), (20, 2)) + common + name + data
        let directory = bytes((0x0201_4B50, 4), (20, 2), (20, 2)) + common + bytes((0, 6), (0, 4), (0, 4)) + name
        let start = local.count
        let record =
            bytes((0x0606_4B50, 4), (44, 8), (45, 2), (45, 2), (0, 8), (1, 8), (1, 8), (directory.count, 8), (start, 8))
            + bytes((0x0706_4B50, 4), (0, 4), (start + directory.count, 8), (1, 4))
        let end = bytes(
            (0x0605_4B50, 4), (0, 4), (1, 2), (1, 2), (wide ? 0xFFFF_FFFF : directory.count, 4),
            (wide ? 0xFFFF_FFFF : start, 4), (0, 2))
        return local + directory + (wide ? record : []) + end
    }

    @Test(arguments: [false, true])
    func noByteOfAZipThatIsWrongTraps(wide: Bool) throws {
        let line = "1\tIzyum\tIzyum\t\t49.2\t37.3\tP\tPPL\tUA\t\t07\t\t\t\t5\t\t\t\t2024-01-01\n"
        let sound = Self.archive(line, wide: wide)
        func places(_ bytes: [UInt8]) throws -> Int {
            let importer = Importer(writer: IndexWriter(temporaryFolder: folder, memory: 1 << 20))
            try importer.readGeoNames(try write(bytes, to: "UA.zip"))
            return importer.counts.places
        }
        #expect(try places(sound) == 1)
        for index in sound.indices {
            for value: UInt8 in [0x00, 0xFF, sound[index] ^ 0x40] {
                var damaged = sound
                damaged[index] = value
                _ = try? places(damaged)
            }
            _ = try? places(Array(sound[..<index]))
        }
    }
}
