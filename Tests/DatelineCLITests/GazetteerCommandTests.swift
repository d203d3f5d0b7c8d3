import Foundation
import Testing

@Suite(.enabled(if: Program.path != nil, "needs the program that script/test builds"))
struct GazetteerCommandTests {
    private func first(_ run: Program.Result) throws -> [String: Any] {
        let line = try #require(run.output.split(separator: "\n").first)
        return try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }

    @Test(arguments: [
        ("Poland", "PL", "PCLI"), ("Ukraine", "UA", "PCLI"), ("UK", "GB", "PCLI"), ("US", "US", "PCLI"),
        ("Salisbury", "GB", "PPL"), ("Moscow", "RU", "PPLC"), ("Rostov", "RU", "PPL"), ("Pokrovsk", "UA", "PPL"),
        ("Nice", "FR", "PPL"), ("Us", "FR", "PPL"), ("Uk", "RU", "PPL"), ("Man", "CI", "PPL"), ("Of", "TR", "PPL"),
        ("Orange", "US", "PPL"), ("Mobile", "US", "PPL"), ("Reading", "GB", "PPL"), ("Georgia", "GE", "PCLI"),
    ])
    func theTrapsComeOutRight(name: String, country: String, code: String) throws {
        let run = try Program.run(["locate", name, "--json", "--limit", "1"])
        let line = try #require(run.output.split(separator: "\n").first)
        let answer = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
        let found = try #require((answer?["candidates"] as? [[String: Any]])?.first)
        #expect(found["country_code"] as? String == country)
        #expect((found["feature_code"] as? String)?.hasPrefix(code) == true)
    }

    @Test(arguments: [
        ("Us", "FR"), ("Uk", "RU"), ("Man", "CI"), ("Of", "TR"), ("Orange", "US"), ("Orange", "FR"), ("Mobile", "US"),
        ("Reading", "GB"), ("Georgia", "US"), ("Georgia", "GE"),
    ])
    func namesThatAreWordsAreFoundAsWritten(name: String, country: String) throws {
        let run = try Program.run(["gazetteer", "search", name, "--exact", "--json", "--limit", "50"])
        #expect(run.output.contains("\"country_code\":\"\(country)\""))
    }

    @Test(arguments: ["Kent", "Essex", "Norfolk", "Suffolk", "Somerset", "Devon"])
    func anEnglishCountyRanksBeforeTownsCalledAfterIt(name: String) throws {
        let found = try first(try Program.run(["gazetteer", "search", name, "--exact", "--json", "--limit", "1"]))
        #expect(found["country_code"] as? String == "GB")
        #expect(found["feature_code"] as? String == "ADM2")
    }

    @Test func noStateHasJerusalemForItsCapital() throws {
        let run = try Program.run(["gazetteer", "show", "281184", "7303419"])
        #expect(run.status == 0)
        #expect(!run.output.contains("PPLC"))
    }

    @Test func searchShowAndNearAnswer() throws {
        let found = try first(try Program.run(["gazetteer", "search", "Kharki", "--prefix", "--json"]))
        #expect(found["id"] as? String == "geonames:706482")
        let shown = try first(try Program.run(["gazetteer", "show", "geonames:707292", "--json"]))
        #expect((shown["ancestors"] as? [String])?.contains("geonames:690791") == true)
        let near = try Program.run(["gazetteer", "near", "49.2,37.27", "--json", "--limit", "3"])
        #expect(near.output.split(separator: "\n").count == 3)
        #expect(try first(near)["id"] as? String == "geonames:707292")
        #expect(try Program.run(["gazetteer", "near", "nowhere"]).status == 64)
        #expect(try Program.run(["gazetteer", "show", "dateline:nowhere"]).status == 65)
    }

    @Test func anImportIsLayeredOverTheEmbeddedGazetteer() throws {
        let scratch = try Scratch()
        let table = try scratch.write("name;lat;lon\nCamp Zulu;49.1;37.1\nBad;99;0\n", to: "camps.csv")
        let manifest = try scratch.write(
            #"{"delimiter": ";", "id_prefix": "mine:", "columns": {"name": "name", "latitude": "lat", "longitude": "lon"}}"#,
            to: "manifest.json")
        let index = scratch.path + "/mine.index"
        let run = try Program.run(["gazetteer", "import", table, "--manifest", manifest, "-o", index])
        #expect(run.status == 1)
        #expect(run.errors.contains(":3: '99 0' is no latitude and longitude"))
        #expect(
            try Program.run(["gazetteer", "import", table, "--manifest", manifest, "-o", index, "--strict"]).status
                == 65)
        for name in ["Camp Zulu", "Izium"] {
            #expect(try Program.run(["locate", name, "--gazetteer", index, "--gazetteer", "default"]).status == 0)
        }
    }

    #if os(Linux)
        /// Names of sixty megabytes under ids that are texts, in an address space that has not room for them and the index.
        @Test func namesGoToFilesWhenTheyOutgrowTheMemory() throws {
            let scratch = try Scratch()
            var table = "id;name;lat;lon;alternates\n"
            for place in 0..<6000 {
                table += "https://example.org/places/\(place);Name\(place)a;\(place % 170 - 85);\(place % 350 - 175);"
                for alias in 0..<220 { table += "Alias \(place) \(alias) of somewhere that is quite long|" }
                table += "\n"
            }
            let path = try scratch.write(table, to: "long.csv")
            let manifest = try scratch.write(
                #"{"delimiter": ";", "columns": {"id": "id", "name": "name", "latitude": "lat", "longitude": "lon", "alternates": "alternates"}}"#,
                to: "manifest.json")
            let run = try Program.run(
                program: "/bin/sh",
                [
                    "-c", "ulimit -v 262144 && exec \"$0\" gazetteer import \"$@\"", Program.path ?? "", path,
                    "--manifest",
                    manifest, "--memory", "4", "--temporary", scratch.path, "-o", scratch.path + "/long.index",
                ])
            #expect(run.status == 0, "\(run.errors)")
            #expect(run.errors.contains("6000 places, 1326000 names"))
        }
    #endif
}
