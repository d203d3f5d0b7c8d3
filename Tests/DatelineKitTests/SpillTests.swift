import Articles
import DatelineKit
import Foundation
import MapExport
import Testing

/// Runs whose events do not fit into the memory they are given.
@Suite struct SpillTests {
    private static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    private static func scratch() throws -> String {
        let folder = NSTemporaryDirectory() + "dateline-" + UUID().uuidString
        try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
        return folder
    }

    /// A pipeline with a gazetteer of one small country: records need none.
    private static func pipeline(_ folder: String) throws -> Pipeline {
        let files = FileManager.default
        try files.createDirectory(atPath: folder + "/gazetteer/places", withIntermediateDirectories: true)
        for name in ["countries.tsv", "places/TV.tsv"] {
            try files.copyItem(atPath: root + "/gazetteer/" + name, toPath: folder + "/gazetteer/" + name)
        }
        let index = folder + "/small.index"
        try Data(try GazetteerStore.compile(folder: folder + "/gazetteer")).write(to: URL(fileURLWithPath: index))
        let data = DataLocator(explicit: root)
        return try Pipeline(data: data, gazetteer: try GazetteerStore(locator: data).open(index))
    }

    /// Records of articles that tell the same events, others, undated ones, and some without a place.
    private static let records = (0..<60).map { number in
        let events = (0..<8).map { event in
            let day = 1 + (number + event) % 5
            let time =
                event % 3 == 0
                ? "null"
                : """
                {"edtf": "2022-03-0\(day)", "start": "2022-03-0\(day)", "end": "2022-03-0\(day + 1)", \
                "last": "2022-03-0\(day)", "precision": "day"}
                """
            let place = """
                {"id": "x:\(event % 4)", "name": "Ñame \(event % 4)", "latitude": \(40 + event), "longitude": 37.3, \
                "country_code": "UA", "admin1": null, "feature_code": "PPL", "as_written": "X", "geo_precision": 1, \
                "confidence": 0.5, "radius_m": \(event == 5 ? "3000" : "null")}
                """
            let words = String(
                repeating: "The \(event) rebels attacked the market of the town at dawn. ", count: event + 1)
            return """
                {"id": "e\(number)x\(event)", "event_type": "ASSAULT", "modality": "asserted", "confidence": 0.7, \
                "trigger": {"start": \(9 * event), "end": \(9 * event + 4), "text": "bomb"}, \
                "passage": {"start": 0, "end": 9, "text": "\(words)"}, "contexts": ["a", "b"], "killed": \(event), \
                "actor": "rebels \(number % 7)", "place": \(event == 7 ? "null" : place), "time": \(time)}
                """
        }
        return """
            {"id": "a\((number * 7) % 60)", "title": "T\(number)", "published": "2022-03-0\(1 + number % 9)", "toponyms": \
            [{"start": 0, "end": 3, "text": "Ooo", "confidence": 0.1, "place": null, "reason": "unknown", "passage": \
            {"start": 0, "end": 9, "text": "Passage \(number)"}}], "times": [], "events": [\(events.joined(separator: ", "))]}
            """
    }

    /// The bytes of all files that a run of these records writes.
    private func map(_ change: (inout MapRun.Options) -> Void) async throws -> [String: Data] {
        let folder = try Self.scratch()
        let files = FileManager.default
        defer { try? files.removeItem(atPath: folder) }
        let input = folder + "/in.jsonl"
        try Data(Self.records.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: input))
        let out = folder + "/out"
        try files.createDirectory(atPath: out, withIntermediateDirectories: true)
        var options = MapRun.Options()
        options.temporaryFolder = out
        change(&options)
        var seen: Set<String> = []
        let outcome = try await MapRun(pipeline: Self.pipeline(folder), options: options).run(ArticleReader([input])) {
            _ in seen.formUnion((try? files.contentsOfDirectory(atPath: out)) ?? [])
        }
        #expect(outcome.clusters.count > 10)
        #expect(outcome.clusters.contains { $0.sources.count > 1 })
        // A file without a name goes with the process, however that ends.
        #expect(seen.isEmpty)
        #expect(try files.contentsOfDirectory(atPath: out).isEmpty)
        let style = try MapStyle(table: DataLocator(explicit: Self.root).text(module: "MapExport", file: "style.tsv"))
        let names = try LayerFiles(style: style, page: nil).write(
            outcome, title: "T", to: out, formats: ["geojson", "csv", "kml", "gpkg", "qgis"],
            layers: LayerFiles.layerNames)
        #expect(try Set(files.contentsOfDirectory(atPath: out)) == Set(names))
        var bytes: [String: Data] = [:]
        for name in names { bytes[name] = try Data(contentsOf: URL(fileURLWithPath: out + "/" + name)) }
        return bytes
    }

    @Test(arguments: [0, 1, 700, 30_000])
    func whatDoesNotFitIntoMemoryComesOutTheSame(memory: Int) async throws {
        for isFiltered in [false, true] {
            func change(_ options: inout MapRun.Options) {
                if isFiltered { options.filter.since = CalendarDay(year: 2022, month: 3, day: 3) }
            }
            let whole = try await map(change)
            let small = try await map {
                change(&$0)
                $0.memory = memory
            }
            #expect(whole.count > 8)
            #expect(small.keys.sorted() == whole.keys.sorted())
            for (name, bytes) in whole { #expect(small[name] == bytes, "\(name)") }
        }
    }

    @Test func aFolderThatCannotBeWrittenToIsNotNeeded() async throws {
        let bytes = try await map { $0.memory = 0 }
        let elsewhere = try await map {
            $0.memory = 0
            $0.temporaryFolder = "/dev/null/none"
        }
        #expect(bytes["events.geojson"] == elsewhere["events.geojson"])
    }
}
