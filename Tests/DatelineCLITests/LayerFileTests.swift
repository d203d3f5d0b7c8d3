import Foundation
import Testing

@Suite(.enabled(if: Program.path != nil, "needs the program that script/test builds"))
struct LayerFileTests {
    private static func place(_ name: String, _ latitude: Double, _ longitude: Double) -> String {
        """
        {"id": "x:\(name)", "name": "\(name)", "latitude": \(latitude), "longitude": \(longitude), \
        "country_code": null, "admin1": null, "feature_code": "PPL"}
        """
    }

    /// An annotation record of two events: one that moves from Nadi to Apia, across the antimeridian, and one within
    /// 30 km of Suva, beside it.
    private static var record: String {
        func event(_ id: String, _ extra: String, _ place: String, _ placeExtra: String) -> String {
            """
            {"id": "\(id)", "event_type": "RETREAT", "event_mode": null, "modality": "asserted", "confidence": 0.9, \
            "trigger": {"start": 0, "end": 4, "text": "left"}, "passage": {"start": 0, "end": 9, "text": "They left."}, \
            "contexts": [], \(extra)"place": \(place.dropLast()), "as_written": "there", "geo_precision": 2\(placeExtra)}, \
            "time": {"edtf": "2022-03-04", "start": "2022-03-04", "end": "2022-03-05", "last": "2022-03-04", \
            "precision": "day"}}
            """
        }
        let nadi = place("Nadi", -17.8, 177.42)
        return """
            {"id": "a", "toponyms": [], "times": [], "events": [\
            \(event("e1", "\"moved_from\": \"Nadi\", \"moved_from_place\": \(nadi), ", place("Apia", -13.83, -171.77), "")), \
            \(event("e2", "", place("Taveuni", -16.9, 179.95), ", \"radius_m\": 30000"))]}

            """
    }

    private func features(_ path: String) throws -> [[String: Any]] {
        let data = try Data(contentsOf: URL(fileURLWithPath: path))
        let object = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
        return try #require(object["features"] as? [[String: Any]])
    }

    private func coordinates(_ feature: [String: Any]?, _ type: String) throws -> [Any] {
        let geometry = try #require(feature?["geometry"] as? [String: Any])
        #expect(geometry["type"] as? String == type)
        return try #require(geometry["coordinates"] as? [Any])
    }

    @Test func routesAndAreasAreCutAtTheAntimeridian() throws {
        let folder = try Scratch()
        let file = try folder.write(Self.record, to: "in.jsonl")
        let out = folder.path + "/out"
        let run = try Program.run([
            "map", file, "-o", out, "--format", "geojson", "--layers", "events,routes,areas",
        ])
        #expect(run.status == 0, "\(run.errors)")
        let route = try #require(try features(out + "/routes.geojson").first)
        let lines = try coordinates(route, "MultiLineString") as? [[[Double]]] ?? []
        #expect(lines.count == 2)
        #expect(lines.first?.first == [177.42, -17.8])
        #expect(lines.first?.last?.first == 180)
        #expect(lines.last?.first?.first == -180)
        #expect(lines.last?.last == [-171.77, -13.83])
        #expect(lines.first?.last?.last == lines.last?.first?.last)
        let properties = try #require(route["properties"] as? [String: Any])
        #expect(properties["moved_from"] as? String == "Nadi")
        #expect(properties["moved_to"] as? String == "Apia")
        // geod -I: 1238236.039 m.
        #expect(abs((properties["distance_m"] as? Double ?? 0) - 1_238_236) < 1)

        let areas = try features(out + "/areas.geojson")
        #expect(areas.count == 1)
        let polygons = try coordinates(areas.first, "MultiPolygon") as? [[[[Double]]]] ?? []
        #expect(polygons.count == 2)
        for ring in polygons.compactMap(\.first) {
            #expect(ring.first == ring.last)
            #expect(ring.allSatisfy { abs($0[0]) <= 180 })
        }
        let events = try features(out + "/events.geojson")
        #expect((events.last?["properties"] as? [String: Any])?["radius_m"] as? Int == 30000)
    }

    @Test(arguments: ["geojson", "kml", "kmz", "gpkg", "geojsons", "ndjson", "csv", "fgb", "html", "KML"])
    func aNameWithAnEndingIsThatOneFile(ending: String) throws {
        let folder = try Scratch()
        let file = try folder.write(Self.record, to: "in.jsonl")
        let name = "out." + ending
        let run = try Program.run(["map", file, "-o", folder.path + "/" + name])
        #expect(run.status == 0, "\(run.errors)")
        #expect(folder.files == ["in.jsonl", name])
        #expect(run.errors.contains("wrote " + folder.path + "/" + name))
    }

    @Test func everyRunHasStylesAndAProject() throws {
        let folder = try Scratch()
        let file = try folder.write(Self.record, to: "in.jsonl")
        #expect(try Program.run(["map", file, "-o", folder.path + "/out"]).status == 0)
        let files = try FileManager.default.contentsOfDirectory(atPath: folder.path + "/out").sorted()
        #expect(
            files == [
                "events.geojson", "events.kml", "events.qgz", "events.qml", "map.html", "places.geojson",
                "places.qml", "report.json",
            ])
        let page = try String(contentsOfFile: folder.path + "/out/map.html", encoding: .utf8)
        #expect(!page.contains("tile.openstreetmap.org"))
        let online = try Program.run(["map", file, "-o", folder.path + "/o.html", "--basemap", "osm"])
        #expect(online.status == 0)
        let tiles = try String(contentsOfFile: folder.path + "/o.html", encoding: .utf8)
        #expect(tiles.contains("tile.openstreetmap.org") && tiles.contains("openstreetmap.org/copyright"))
    }

    @Test func standardOutputTakesOneFormat() throws {
        let folder = try Scratch()
        let file = try folder.write(Self.record, to: "in.jsonl")
        let run = try Program.run(["map", file, "-o", "-", "--format", "ndjson"])
        #expect(run.status == 0)
        #expect(run.output.split(separator: "\n").count == 2)
        for arguments in [
            ["-o", "-"], ["-o", "-", "--format", "kml,csv"], ["-o", "a.kml", "--format", "csv"],
            ["-o", "x", "--layers", "roads"], ["-o", "x", "--basemap", "moon"],
        ] {
            #expect(try Program.run(["map", file] + arguments, folder: folder.path).status == 64, "\(arguments)")
        }
    }

    @Test func loneSurrogatesAreMended() throws {
        let folder = try Scratch()
        let line =
            #"{"id":"a\ud800","title":"\ud83d half \ud83d\ude00 \\ud800","text":"Izium was shelled on 4 March 2022 \udc00."}"#
        let file = try folder.write(line + "\n", to: "in.jsonl")
        let run = try Program.run(["map", file, "-o", folder.path + "/out.geojson"])
        #expect(run.status == 0, "\(run.errors)")
        let properties = try features(folder.path + "/out.geojson").first?["properties"] as? [String: Any]
        #expect(properties?["article_title"] as? String == "\u{FFFD} half \u{1F600} \\ud800")
        #expect(properties?["article_id"] as? String == "a\u{FFFD}")
    }
}
