import Foundation
import Testing

@Suite(.enabled(if: Program.path != nil, "needs the program that script/test builds"))
struct DistanceTests {
    private func json(_ line: some StringProtocol) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }

    private func lines(_ text: String) -> [String] { text.split(separator: "\n").map(String.init) }

    // MARK: Points

    /// Izium to Belgorod, in every notation: within the fineness of what was written.
    @Test(
        arguments: [
            ("49.2097,37.2689", 0.001), ("49°12'34.92\"N 37°16'8.04\"E", 0.001), ("37d16m8.04sE 49d12m34.92sN", 0.001),
            ("geo:49.2097,37.2689", 0.001), ("37U 373918.171 5452209.809", 0.001), ("37U CQ 73918 52209", 1.0),
        ])
    func everyNotationIsMeasured(text: String, tolerance: Double) throws {
        let run = try Program.run(["distance", text, "50.5977,36.5858", "--json"])
        #expect(run.status == 0, "\(run.errors)")
        let distance = try #require(try json(run.output)["distance_m"] as? Double)
        #expect(abs(distance - 161_993.077279) < tolerance)
    }

    @Test func idsAndFeaturesAreMeasured() throws {
        let folder = try Scratch()
        let file = try folder.write(
            """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","id":"a","properties":{"name":"A"},"geometry":{"type":"Point","coordinates":[37.2689,49.2097]}},
            {"type":"Feature","id":"b","properties":{},"geometry":{"type":"Polygon","coordinates":[[[0,0],[1,0],[1,1],[0,1],[0,0]]]}}
            ]}
            """, to: "layer.geojson")
        let run = try Program.run(["distance", file + "#a", "geonames:578072", "--json"])
        #expect(run.status == 0, "\(run.errors)")
        let answer = try json(run.output)
        #expect((answer["from"] as? [String: Any])?["name"] as? String == "A")
        #expect((answer["to"] as? [String: Any])?["id"] as? String == "geonames:578072")
        let missing = try Program.run(["distance", file + "#x", "0,0"])
        #expect(missing.status == 65 && missing.errors.contains("'x'") && missing.errors.contains("it has a, b"))
        let polygon = try Program.run(["distance", file + "#b", "0,0"])
        #expect(polygon.status == 65 && polygon.errors.contains("Polygon"))
        // One square degree at the equator: GeographicLib's Planimeter says 12308778361.469 m2, 443770.917248 m.
        let area = try json(try Program.run(["distance", "--area", file + "#b", "--json"]).output)
        #expect(abs((area["area_m2"] as? Double ?? 0) - 12_308_778_361.469) < 0.01)
        #expect(abs((area["perimeter_m"] as? Double ?? 0) - 443_770.917248) < 1e-5)
        #expect(try Program.run(["distance", folder.path + "/none.geojson#a", "0,0"]).status == 66)
        #expect(try Program.run(["distance", "geonames:999999999", "0,0"]).status == 65)
    }

    // MARK: Names

    /// Places that people mean when they name two: the first name's id, then the second's.
    @Test(
        arguments: [
            ("Washington", "London", "geonames:4140963", "geonames:2643743"),
            ("Paris", "Dallas", "geonames:2988507", "geonames:4684888"),
            ("Salisbury", "Southampton", "geonames:2638664", "geonames:2637487"),
            ("Salem", "Portland", "geonames:5750162", "geonames:5746545"),
            ("Cambridge", "Oxford", "geonames:2653941", "geonames:2640729"),
            ("Kyiv", "Kharkiv", "geonames:703448", "geonames:706483"),
            ("Izium", "Belgorod", "geonames:707292", "geonames:578072"),
            ("Moscow", "Berlin", "geonames:524901", "geonames:2950159"),
            ("Athens", "Rome", "geonames:264371", "geonames:3169070"),
            ("Athens", "Atlanta", "geonames:264371", "geonames:4180439"),
        ])
    func twoNamesInformEachOtherALittle(from: String, to: String, first: String, second: String) throws {
        for (a, b, ids) in [(from, to, [first, second]), (to, from, [second, first])] {
            let answer = try json(try Program.run(["distance", a, b, "--json"]).output)
            #expect(["from", "to"].map { (answer[$0] as? [String: Any])?["id"] as? String } == ids)
        }
    }

    @Test func namesCanBeSteeredOrRefused() throws {
        func id(_ arguments: [String]) throws -> String? {
            let run = try Program.run(["distance"] + arguments + ["0,0", "--json"])
            return (try json(run.output)["from"] as? [String: Any])?["id"] as? String
        }
        #expect(try id(["Paris"]) == "geonames:2988507")
        #expect(try id(["Paris", "--near", "Dallas"]) == "geonames:4717560")
        #expect(try id(["Paris", "--country", "US"]) == "geonames:4717560")
        #expect(try id(["Salisbury", "--country", "Australia"]) != nil)
        let refused = try Program.run(["distance", "Springfield", "0,0", "--strict"])
        #expect(refused.status == 65 && refused.errors.contains("may be") && refused.output.isEmpty)
        #expect(try Program.run(["distance", "Springfield", "0,0"]).errors.contains("may also be"))
        #expect(try Program.run(["distance", "Kyiv", "0,0", "--country", "FR"]).status == 65)
        #expect(try Program.run(["distance", "Kyiv", "0,0", "--country", "Xyzzy"]).status == 65)
    }

    // MARK: Many points

    @Test func manyPointsAreARouteAFanOrPairs() throws {
        let points = ["0,0", "0,1", "0,3"]
        func distances(_ options: [String]) throws -> [Double] {
            try lines(try Program.run(["distance"] + points + options + ["--json"]).output)
                .map { (try json($0)["distance"] as? Double ?? 0).rounded() }
        }
        #expect(try distances([]) == [111, 223])
        #expect(try distances(["--from-first"]) == [111, 334])
        #expect(try distances(["--all-pairs"]) == [111, 334, 223])
        let matrix = try Program.run(["distance"] + points + ["--matrix", "--format", "csv", "--precision", "0"])
        #expect(lines(matrix.output) == ["km,0 0,0 1,0 3", "0 0,0,111,334", "0 1,111,0,223", "0 3,334,223,0"])
        let folder = try Scratch()
        let file = try folder.write("name,lat,lon\na,0,0\n\"b, c\",0°30'N,1\n", to: "points.csv")
        let some = try Program.run([
            "distance", "--points", file, "0,1", "--matrix", "--format", "csv", "--precision", "0",
        ])
        #expect(lines(some.output) == ["km,a,\"b, c\"", "0 1,111,55"])
        let one = try Program.run(["distance", "0,1", "--points", file])
        #expect(lines(one.output).count == 2 && !one.output.contains("total"))
        try folder.write("name,lat,lon\na,91,0\n", to: "bad.csv")
        let bad = try Program.run(["distance", "--points", folder.path + "/bad.csv", "--matrix"])
        #expect(bad.status == 65 && bad.errors.contains("bad.csv:2") && bad.errors.contains("-90...90"))
    }

    @Test func everyTaskCountGivesTheSameMatrix() throws {
        let folder = try Scratch()
        var table = "lat,lon\n"
        for index in 0..<120 { table += "\(Double(index * 37 % 180) - 89.5),\(Double(index * 73 % 360) - 179.5)\n" }
        let file = try folder.write(table, to: "p.csv")
        let arguments = ["distance", "--points", file, "--matrix", "--format", "csv"]
        let one = try Program.run(arguments + ["--jobs", "1"])
        #expect(lines(one.output).count == 121)
        #expect(try Program.run(arguments + ["--jobs", "3"]).output == one.output)
    }

    // MARK: Figures

    /// Values of GeodSolve, RhumbSolve and cs2cs (GeographicLib 2.1.2, PROJ 9.1.1).
    @Test func ellipsoidsRhumbLinesAndPlanesAreThoseOfTheirMakers() throws {
        let pair = ["49.2097,37.2689", "50.5977,36.5858", "--json"]
        func answer(_ options: [String]) throws -> [String: Any] {
            try json(try Program.run(["distance"] + pair + options).output)
        }
        let rhumb = try answer(["--rhumb"])
        #expect(abs((rhumb["distance_m"] as? Double ?? 0) - 161_993.638735954) < 1e-5)
        #expect(abs((rhumb["azimuth"] as? Double ?? 0) - 342.36789221013629) < 1e-8)
        let krass = try answer(["--ellipsoid", "krass"])
        #expect(abs((krass["distance_m"] as? Double ?? 0) - 161_995.833801976) < 1e-5)
        let straight = try #require(try answer(["--crs", "EPSG:32637"])["straight"] as? [String: Any])
        #expect(abs((straight["length_m"] as? Double ?? 0) - 161_972.471184) < 1e-3)
        let middle = try #require(try answer(["--midpoint"])["midpoint"] as? [String: Any])
        #expect(abs((middle["latitude"] as? Double ?? 0) - 49.90424462150276) < 1e-9)
        #expect((try answer(["--along", "3"])["along"] as? [Any])?.count == 3)
        #expect(
            try Program.run(["distance", "0,0", "0,1", "--unit", "us-ft", "--precision", "3"]).output.contains(
                "365220.696 us-ft"))
        #expect(try Program.run(["distance", "0,0", "0,1", "--ellipsoid", "nosuch"]).status == 64)
        #expect(try Program.run(["distance", "0,0", "0,1", "--crs", "EPSG:4326"]).status == 64)
        #expect(try Program.run(["distance", "0,0", "0,1", "--crs", "EPSG:1"]).status == 64)
    }

    @Test func linesAreDenseAndCutAtTheAntimeridian() throws {
        let run = try Program.run(["distance", "35.5,139.8", "37.6,-122.4", "--format", "geojson"])
        let document = try json(run.output)
        let feature = try #require((document["features"] as? [[String: Any]])?.first)
        let geometry = try #require(feature["geometry"] as? [String: Any])
        #expect(geometry["type"] as? String == "MultiLineString")
        let parts = try #require(geometry["coordinates"] as? [[[Double]]])
        #expect(parts.count == 2 && parts[0].count > 50)
        #expect(parts[0].last?[0] == 180 && parts[1].first?[0] == -180)
    }

    @Test(arguments: ["svg", "html"])
    func mapsAreDrawn(ending: String) throws {
        let folder = try Scratch()
        let file = folder.path + "/map." + ending
        let run = try Program.run(["distance", "Izium", "Belgorod", "--map", file])
        #expect(run.status == 0, "\(run.errors)")
        let text = try String(contentsOfFile: file, encoding: .utf8)
        #expect(text.contains("<svg") && text.contains(">Belgorod</text>") && text.contains("163 km"))
        #expect(!text.contains("nan") && text.utf8.count < 2_000_000)
    }

    // MARK: Other commands

    @Test func destinationsAreWhereGeodSolveHasThem() throws {
        let run = try Program.run(["destination", "49.2097,37.2689", "NNW", "50km", "--json"])
        #expect(run.status == 0, "\(run.errors)")
        let end = try #require(try json(run.output)["end"] as? [String: Any])
        #expect(abs((end["latitude"] as? Double ?? 0) - 49.62474527862994) < 1e-8)
        #expect(abs((end["longitude"] as? Double ?? 0) - 37.00407719324816) < 1e-8)
        #expect(
            try Program.run(["destination", "0,0", "90", "100", "--unit", "km", "--notation", "mgrs"]).output.hasPrefix(
                "31N"))
        #expect(try Program.run(["destination", "-1,0", "-90", "1", "--rhumb"]).status == 0)
        for wrong in [
            ["0,0", "XY", "5km"], ["0,0", "400", "5km"], ["0,0", "N", "5parsec"], ["0,0", "N", "-5"],
            ["0,0", "N", "5e9"],
        ] {
            #expect(try Program.run(["destination"] + wrong).status == 64, "\(wrong)")
        }
        #expect(try Program.run(["destination", "89,0", "N", "500km", "--rhumb"]).status == 64)
    }

    @Test func nearestAreTownsOrFeatures() throws {
        let towns = try Program.run(["nearest", "49.2097,37.2689", "--limit", "2", "--json"])
        #expect(try json(lines(towns.output)[0])["id"] as? String == "geonames:707292")
        let folder = try Scratch()
        let file = try folder.write(
            """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","id":"far","properties":{"name":"F"},"geometry":{"type":"Point","coordinates":[3,0]}},
            {"type":"Feature","id":"near","properties":{"name":"N"},"geometry":{"type":"Point","coordinates":[1,0]}}
            ]}
            """, to: "e.geojson")
        let both = try lines(try Program.run(["nearest", "0,0", file, "--json"]).output).map {
            try json($0)["id"] as? String
        }
        #expect(both == ["near", "far"])
        let within = try Program.run(["nearest", "0,0", file, "--radius", "200km"])
        #expect(lines(within.output).count == 1 && within.output.contains("111.319 km E (90)"))
        #expect(lines(try Program.run(["nearest", file]).output).count == 2)
        #expect(try Program.run(["nearest", "0,0", "1,1"]).status == 64)
    }

    @Test func pointsAreReprojected() throws {
        let run = try Program.run(["reproject", "49.2097,37.2689", "--to", "EPSG:32637"])
        #expect(run.output == "373918.171,5452209.809\n")
        #expect(run.errors.contains("UTM zone 37N") && run.errors.contains("area of use"))
        let back = try Program.run(["reproject", "373918.171,5452209.809", "--from", "EPSG:32637", "--to", "decimal"])
        #expect(back.output == "49.2097,37.2689\n")
        #expect(try Program.run(["reproject", "49.2097,37.2689", "--to", "mgrs"]).output == "37UCQ7391852209\n")
        let outside = try Program.run(["reproject", "0,0", "--to", "EPSG:32637", "--json"])
        #expect(try json(outside.output)["in_area_of_use"] as? Bool == false)
        #expect(outside.errors.contains("outside the area of use"))
        #expect(try Program.run(["reproject", "0,0", "--to", "EPSG:99999"]).status == 64)
        #expect(try Program.run(["reproject", "x,y", "--from", "EPSG:32637", "--to", "EPSG:4326"]).status == 64)
    }

    @Test func mapsTellTheDistanceToAPlace() throws {
        let folder = try Scratch()
        try folder.write("Russian forces shelled Izium on 9 September 2022.", to: "a.txt")
        let run = try Program.run([
            "map", folder.path + "/a.txt", "-o", "-", "--format", "geojson", "--distance-to", "Belgorod", "-q",
        ])
        #expect(run.status == 0, "\(run.errors)")
        let features = try #require(try json(run.output)["features"] as? [[String: Any]])
        let properties = try #require(features.first?["properties"] as? [String: Any])
        #expect(properties["distance_km"] as? Double == 163.169)
        #expect(properties["bearing"] as? Double == 161.9)
    }
}
