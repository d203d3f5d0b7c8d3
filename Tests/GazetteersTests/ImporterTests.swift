import Foundation
import Gazetteers
import GeoTypes
import Testing

@Suite struct ImporterTests {
    private let folder = NSTemporaryDirectory() + "dateline-import-" + UUID().uuidString

    init() throws { try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true) }

    private func write(_ lines: [String], to name: String) throws -> String {
        try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: folder + "/" + name))
        return folder + "/" + name
    }

    /// A line of GeoNames' table.
    private func line(
        _ id: String, _ name: String, alternates: String = "", at point: String = "49.2\t37.3", code: String = "PPL",
        country: String = "UA", cc2: String = "", admin1: String = "07", population: String = "0"
    ) -> String {
        "\(id)\t\(name)\t\(name)\t\(alternates)\t\(point)\tP\t\(code)\t\(country)\t\(cc2)\t\(admin1)\t\t\t\t\(population)\t\t\t\t2024-01-01"
    }

    private func importing(_ lines: [String], memory: Int = 1 << 20) throws -> (GazetteerIndex, [Importer.Problem]) {
        var problems: [Importer.Problem] = []
        let importer = Importer(writer: IndexWriter(temporaryFolder: folder, memory: memory)) { problems.append($0) }
        try importer.readGeoNames(try write(lines, to: "dump.txt"))
        return (try GazetteerIndex(importer.writer.bytes(stamp: importer.sourceStamp)), problems)
    }

    @Test func oddLinesOfGeoNamesAreTaken() throws {
        let long = (0..<1200).map { "Name\($0)x" }.joined(separator: ",")
        let (index, problems) = try importing([
            line("1", "The \"Quoted\" Place", population: "7000000000"),
            line("2", "Many", alternates: long, cc2: String(repeating: "UA,", count: 66)),
            line("3", "O'Brien's \"Half"),
        ])
        #expect(problems.isEmpty)
        #expect(index.placeCount == 3)
        #expect(index.place(id: "geonames:1")?.population == 7_000_000_000)
        #expect(index.place(id: "geonames:3")?.name == "O'Brien's \"Half")
        #expect(index.candidates(for: "Name1199x", depth: .exact).first?.place.id == "geonames:2")
    }

    @Test func badLinesAreNamedAndSkipped() throws {
        let (index, problems) = try importing([
            line("1", "Good"), line("x", "A"), line("2", ""), line("3", "B", at: "95\t0"),
            line("4", "C", country: "UKR"), line("5", "D", population: "-4"), "6\tshort", line("1", "Twice"),
        ])
        #expect(index.placeCount == 1)
        #expect(problems.map(\.line) == [2, 3, 4, 5, 6, 7, 8])
        let words = ["id", "name", "latitude", "country", "population", "fields", "twice"]
        for (problem, word) in zip(problems, words) { #expect(problem.reason.contains(word), "\(problem)") }
    }

    @Test func strictStopsAtTheFirstBadLine() throws {
        var options = Importer.Options()
        options.strict = true
        let importer = Importer(writer: IndexWriter(temporaryFolder: folder), options: options)
        let path = try write([line("1", "Good"), "bad"], to: "strict.txt")
        #expect(throws: GazetteerError.self) { try importer.readGeoNames(path) }
    }

    @Test func namesThatOutgrowTheMemoryGiveTheSameIndex() throws {
        let lines = (1...20_000).map { line("\($0)", "Place \($0 * 7919 % 20_011)", alternates: "Alternate \($0)") }
        let (small, _) = try importing(lines, memory: 1 << 20)
        let (large, _) = try importing(lines, memory: 1 << 28)
        try small.verify()
        #expect(small.size == large.size)
        #expect(small.nameCount == 40_000)
        for number in stride(from: 1, through: 20_000, by: 37) {
            let found = small.candidates(for: "Place \(number * 7919 % 20_011)", depth: .exact)
            #expect(found.contains { $0.place.id == "geonames:\(number)" })
        }
    }

    @Test func alternateNamesSayWhatTheyAre() throws {
        let importer = Importer(writer: IndexWriter(temporaryFolder: folder))
        try importer.readGeoNames(
            try write(
                [
                    line("1", "Bakhmut"), line("2", "Donetsk Oblast", code: "ADM1", admin1: "05"),
                    line("3", "Ukraine", code: "PCLI", admin1: ""),
                ],
                to: "UA.txt"))
        try importer.readAlternateNames(
            try write(
                [
                    "1\t1\tuk\tАртемівськ\t\t\t\t1\t\t", "2\t1\tlink\thttps://example.org/Bakhmut\t\t\t\t\t\t",
                    "3\t2\ten\tDonetsk\t\t1\t\t\t\t", "4\t9\ten\tElsewhere\t\t\t\t\t\t", "5\t3\tabbr\tUkr\t\t\t\t\t\t",
                    "6\t1\tzh\t巴赫穆特\t\t\t\t\t\t",
                ], to: "alternateNamesV2.txt"))
        #expect(importer.counts.strangers == 1)
        #expect(importer.counts.bad == 0)
        let index = try GazetteerIndex(importer.writer.bytes(stamp: 1))
        #expect(index.candidates(for: "Артемівськ", depth: .exact).first?.kind == .former)
        #expect(index.candidates(for: "Donetsk", depth: .exact).first?.kind == .short)
        #expect(index.candidates(for: "Ukr", depth: .exact).first?.kind == .abbreviation)
        #expect(index.candidates(for: "巴赫穆特", depth: .exact).isEmpty)
    }

    @Test func divisionsAndHierarchyGiveAncestors() throws {
        let importer = Importer(writer: IndexWriter(temporaryFolder: folder))
        try importer.readGeoNames(
            try write(
                [
                    line("1", "Izyum"), line("2", "Kharkiv Oblast", code: "ADM1"),
                    line("3", "Ukraine", code: "PCLI", admin1: ""),
                    line("4", "Slobozhanshchyna", code: "RGN", admin1: ""),
                ], to: "UA.txt"))
        try importer.readHierarchy(try write(["4\t1\t", "3\t2\tADM"], to: "hierarchy.txt"))
        try importer.readDivisionCodes(try write(["UA.07\tKharkiv\tKharkiv\t2"], to: "admin1CodesASCII.txt"))
        let index = try GazetteerIndex(importer.writer.bytes(stamp: 1))
        #expect(index.ancestors(of: "geonames:1").map(\.id) == ["geonames:4", "geonames:2", "geonames:3"])
        #expect(index.place(id: "geonames:1")?.admin1 == "Kharkiv Oblast")
    }

    @Test func aManifestReadsAnyTable() throws {
        let manifest = try TableManifest(
            json: """
                {"delimiter": ";", "id_prefix": "mine:", "columns": {"id": "nr", "name": "title", "latitude": "y",
                 "longitude": "x"}, "defaults": {"feature_code": "PPL", "country_code": "UA"}}
                """, path: "manifest.json")
        let importer = Importer(writer: IndexWriter(temporaryFolder: folder))
        let path = try write(
            ["nr;title;x;y", "7;\"Camp; \"\"North\"\"\";37.5;49.5", "8;Nowhere;x;49"], to: "camps.csv")
        try importer.readTable(path, manifest: manifest)
        #expect(importer.counts.bad == 1)
        let place = try #require(try GazetteerIndex(importer.writer.bytes(stamp: 1)).place(id: "mine:7"))
        #expect(place.name == "Camp; \"North\"")
        #expect(place.coordinate == Coordinate(latitude: 49.5, longitude: 37.5))
        #expect(place.countryCode == "UA")
    }
}

@Suite struct LayeredTests {
    private func layered() throws -> LayeredGazetteer {
        var tables = GazetteerTables()
        let own = """
            id\tname\tlatitude\tlongitude\tfeature_code\tcountry_code\tadmin1_code\tpopulation\talternates
            geonames:707292\tIzium town\t49.3\t37.3\tPPL\tUA\t07\t1\t
            mine:1\tSalisbury\t1\t1\tPPL\tUA\t\t5\t
            """
        try tables.read(Array(own.utf8), path: "own.tsv")
        return LayeredGazetteer([
            try GazetteerIndex(IndexBuilder.build(tables)), try GazetteerIndex(SmallGazetteer.bytes()),
        ])
    }

    @Test func theFirstLayerSaysWhatAPlaceIsAndNamesAddUp() throws {
        let gazetteer = try layered()
        #expect(gazetteer.place(id: "geonames:707292")?.name == "Izium town")
        let found = try #require(gazetteer.candidates(for: "Ізюм", depth: .fuzzy).first)
        #expect(found.place.population == 1)
        #expect(gazetteer.candidates(for: "Salisbury", depth: .folded).count == 3)
        let near = gazetteer.places(around: Coordinate(latitude: 49.5, longitude: 36.8), degrees: 1)
        #expect(near.filter { $0.id == "geonames:707292" }.map(\.name) == ["Izium town"])
    }

    @Test func namesAreFoundByTheirBeginning() throws {
        let gazetteer = try layered()
        #expect(gazetteer.candidates(beginningWith: "Khar", limit: 9).map(\.place.id).first == "geonames:706482")
        #expect(Set(gazetteer.candidates(beginningWith: "Izi", limit: 9).map(\.place.id)) == ["geonames:707292"])
        #expect(gazetteer.candidates(beginningWith: "Qqq", limit: 9).isEmpty)
    }
}
