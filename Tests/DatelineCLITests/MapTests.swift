import Foundation
import Testing

@Suite(.enabled(if: Program.path != nil, "needs the program that script/test builds"))
struct MapTests {
    private func object(_ path: String) throws -> [String: Any] {
        try #require(
            try JSONSerialization.jsonObject(with: Data(contentsOf: URL(fileURLWithPath: path))) as? [String: Any])
    }

    private func features(_ path: String) throws -> [[String: Any]] {
        try #require(try object(path)["features"] as? [[String: Any]])
    }

    /// The main job: what lies in `maps/` is what the program writes from `seeds/`, byte for byte.
    @Test func theCommittedMapsAreThoseOfTheSeeds() throws {
        let folder = try Scratch()
        let run = try Program.run(
            ["map", "seeds", "-o", folder.path, "--title", "Sample articles, 2022"], folder: Program.root)
        #expect(run.status == 0)
        for name in ["events.geojson", "places.geojson", "events.kml", "report.json"] {
            let written = try Data(contentsOf: URL(fileURLWithPath: folder.path + "/" + name))
            let committed = try Data(contentsOf: URL(fileURLWithPath: Program.root + "/maps/" + name))
            #expect(written == committed, "\(name): run script/map and commit maps/")
        }
        #expect(folder.files == ["events.geojson", "events.kml", "map.html", "places.geojson", "report.json"])
    }

    @Test func annotationRecordsMapLikeTheArticles() throws {
        let folder = try Scratch()
        let records = try Program.run(["annotate", "seeds"], folder: Program.root)
        let file = try folder.write(records.output, to: "records.jsonl")
        let fromRecords = try Program.run(["map", file, "-o", folder.path + "/a", "--format", "geojson"])
        #expect(fromRecords.status == 0)
        _ = try Program.run(["map", "seeds", "-o", folder.path + "/b", "--format", "geojson"], folder: Program.root)
        for name in ["events.geojson", "places.geojson", "report.json"] {
            #expect(
                FileManager.default.contents(atPath: folder.path + "/a/" + name)
                    == FileManager.default.contents(atPath: folder.path + "/b/" + name), "\(name)")
        }
    }

    @Test func theSchemaIsThePublishedOne() throws {
        let published = [
            "name", "event_type", "event_mode", "contexts", "modality", "trigger", "actor", "target", "killed",
            "wounded",
            "displaced", "start", "end", "date", "date_precision", "place_name", "place_as_written", "place_id",
            "feature_code", "country_code", "admin1", "geo_precision", "radius_m", "moved_from", "place_confidence",
            "confidence", "reports", "sources", "passage", "passage_start", "passage_end", "article_id",
            "article_title",
            "article_url", "publisher", "published", "marker-color", "marker-symbol",
        ]
        let text = try String(contentsOfFile: Program.root + "/maps/events.geojson", encoding: .utf8)
        let first = try #require(text.split(separator: "\n").first { $0.contains("\"properties\"") })
        let positions = published.map { name in first.range(of: "\"\(name)\":")?.lowerBound }
        #expect(positions.allSatisfy { $0 != nil })
        for feature in try features(Program.root + "/maps/events.geojson") {
            let properties = try #require(feature["properties"] as? [String: Any])
            #expect(Set(properties.keys) == Set(published))
            for (key, value) in properties { #expect(value as? String != "", "\(key)") }
            if let start = properties["start"] as? String, let end = properties["end"] as? String {
                #expect(start < end && start.hasSuffix("Z") && end.hasSuffix("Z"))
            }
            #expect((properties["passage"] as? String)?.unicodeScalars.count ?? 0 <= 300)
        }
    }

    @Test func reportsOfOneEventBecomeOneFeatureWhateverTheirOrder() throws {
        let folder = try Scratch()
        let first =
            #"{"id": "one", "text": "Russian forces shelled Izium on 4 March 2022.", "published": "2022-03-05"}"#
        let second =
            #"{"id": "two", "text": "Izium was shelled by Russian troops on March 4.", "published": "2022-03-06"}"#
        let third =
            #"{"id": "three", "text": "Izium was shelled by Russian troops on March 5.", "published": "2022-03-06"}"#
        var outputs: [Data] = []
        for (number, order) in [[first, second, third], [third, second, first]].enumerated() {
            let file = try folder.write(order.joined(separator: "\n") + "\n", to: "\(number).jsonl")
            let run = try Program.run(["map", file, "-o", folder.path + "/\(number)", "--format", "geojson"])
            #expect(run.status == 0)
            outputs.append(try Data(contentsOf: URL(fileURLWithPath: folder.path + "/\(number)/events.geojson")))
        }
        #expect(outputs[0] == outputs[1])
        let merged = try features(folder.path + "/0/events.geojson").compactMap { $0["properties"] as? [String: Any] }
        #expect(merged.map { $0["reports"] as? Int } == [2, 1])
        #expect(merged.first?["sources"] as? [String] == ["one", "two"])
        #expect(merged.first?["article_id"] as? String == "one")
    }

    @Test(arguments: [
        (["--type", "PROTEST"], "event_type", "PROTEST"), (["--modality", "planned"], "modality", "planned"),
    ])
    func filtersKeepOnlyWhatTheyName(options: [String], field: String, value: String) throws {
        let folder = try Scratch()
        _ = try Program.run(["map", "seeds", "-o", folder.path, "--format", "geojson"] + options, folder: Program.root)
        let kept = try features(folder.path + "/events.geojson").compactMap {
            ($0["properties"] as? [String: Any])?[field] as? String
        }
        let all = try features(Program.root + "/maps/events.geojson").compactMap {
            ($0["properties"] as? [String: Any])?[field] as? String
        }
        #expect(kept == all.filter { $0 == value })
        #expect(!kept.isEmpty)
    }

    @Test func datesAndBoxesFilter() throws {
        let folder = try Scratch()
        _ = try Program.run(
            [
                "map", "seeds", "-o", folder.path, "--since", "2022-09-01", "--until", "2022-09-30", "--bbox",
                "-180,40,180,60", "--min-confidence", "0.1", "--format", "geojson",
            ], folder: Program.root)
        let kept = try features(folder.path + "/events.geojson")
        #expect(!kept.isEmpty)
        for feature in kept {
            let properties = try #require(feature["properties"] as? [String: Any])
            #expect((properties["start"] as? String ?? "z") < "2022-10-01")
            #expect((properties["end"] as? String ?? "9") > "2022-09-01")
        }
    }

    @Test func badInputIsAnErrorAndNothingIsHalfWritten() throws {
        let folder = try Scratch()
        let out = folder.path + "/out"
        let missing = try Program.run(["map", folder.path + "/none", "-o", out])
        #expect(missing.status == 66)
        #expect(missing.errors.contains("no such file"))
        let empty = try Program.run(["map", folder.path, "-o", out])
        #expect(empty.status == 66)
        try folder.write(" ", to: "in/a.txt")
        #expect(try Program.run(["map", folder.path + "/in", "-o", out]).status == 65)
        #expect(((try? FileManager.default.contentsOfDirectory(atPath: out)) ?? []).isEmpty)

        try folder.write("Izium was shelled on 4 March 2022.", to: "in/b.txt")
        let some = try Program.run(["map", folder.path + "/in", folder.path + "/none", "-o", out])
        #expect(some.status == 1)
        #expect(try features(out + "/events.geojson").count == 1)
        #expect((try object(out + "/report.json")["failures"] as? [Any])?.count == 2)

        let gazetteer = try Program.run(["map", folder.path + "/in", "-o", out, "--gazetteer", folder.path + "/none"])
        #expect(gazetteer.status == 78)
        let data = try Program.run(["map", folder.path + "/in", "-o", out, "--data", folder.path])
        #expect([69, 78].contains(data.status))
        #expect(data.errors.contains(folder.path))
        let blocked = try Program.run(["map", folder.path + "/in", "-o", folder.path + "/in/b.txt/x"])
        #expect(blocked.status == 73)
        #expect(try Program.run(["map", "x", "-o", out, "--format", "shapefile"]).status == 64)
        #expect(try Program.run(["map", "x", "-o", out, "--since", "soon"]).status == 64)
    }

    @Test func hostileTextStaysText() throws {
        let folder = try Scratch()
        let title = #"</script><script>alert(1)</script>]]> & \" ' =1+1"#
        try folder.write(
            #"{"id": "<x>", "title": "\#(title)", "text": "</script><img src=x onerror=alert(1)> Izium was shelled on 4 March 2022 ]]> & \u2028 done.", "url": "javascript:alert(1)"}"#,
            to: "in.jsonl")
        let run = try Program.run(["map", folder.path + "/in.jsonl", "-o", folder.path + "/out"])
        #expect(run.status == 0)
        let page = try String(contentsOfFile: folder.path + "/out/map.html", encoding: .utf8)
        #expect(!page.contains("<img src=x"))
        #expect(!page.contains("<script>alert"))
        let kml = try String(contentsOfFile: folder.path + "/out/events.kml", encoding: .utf8)
        #expect(!kml.contains("<img"))
        #expect(kml.components(separatedBy: "]]>").count == kml.components(separatedBy: "<![CDATA[").count)
        #expect(try features(folder.path + "/out/events.geojson").count == 1)
    }
}
