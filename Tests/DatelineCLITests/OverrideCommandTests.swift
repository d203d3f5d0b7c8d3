import Foundation
import Testing

@Suite(.enabled(if: Program.path != nil, "needs the program that script/test builds"))
struct OverrideCommandTests {
    @Test func annotateObeysOverridesAndNamesTheIdle() throws {
        let scratch = try Scratch()
        let article = try scratch.write(
            "Shells fell on Izium and on Camp Lindqvist, officials in Ukraine said.", to: "a.txt")
        let table = try scratch.write(
            "name,article,place,latitude,longitude,note\nIzyum,,none,,,\nCamp Lindqvist,,,49.5,37.25,\nAtlantis,,none,,,\n",
            to: "o.csv")
        let run = try Program.run(["annotate", article, "--overrides", table])
        #expect(run.status == 0)
        let record = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let toponyms = try #require(record["toponyms"] as? [[String: Any]])
        try #require(toponyms.map { $0["text"] as? String } == ["Camp Lindqvist", "Ukraine"])
        #expect(toponyms[0]["evidence"] as? String == "override")
        #expect((toponyms[0]["place"] as? [String: Any])?["latitude"] as? Double == 49.5)
        #expect(toponyms[1]["evidence"] == nil)
        #expect(run.errors.contains("o.csv:4: the override of 'Atlantis'"))
        #expect(!run.errors.contains("'Izyum'"))
        // The record can be mapped as any other.
        let map = try Program.run(["map", "-", "-o", scratch.path + "/out", "--format", "geojson"], input: run.output)
        #expect(map.status == 0)
    }

    @Test func aBadOverrideEndsTheRunWithItsLine() throws {
        let scratch = try Scratch()
        let article = try scratch.write("Shells fell on Izium.", to: "a.txt")
        let table = try scratch.write("name,place\nIzium,geonames:0\n", to: "o.csv")
        let run = try Program.run(["annotate", article, "--overrides", table])
        #expect(run.status == 65)
        #expect(run.errors.contains("o.csv:2: found the place 'geonames:0'"))
        #expect(run.errors.contains("expected"))
        #expect(run.output.isEmpty)
    }

    @Test func outletsAreLearnedAndRead() throws {
        let scratch = try Scratch()
        let lines = ["Izium", "Balakliia", "Izium", "Kupiansk"].enumerated().map { number, town in
            #"{"id": "\#(number)", "source": "www.local.example", "text": "Shells fell on \#(town) in Ukraine at night."}"#
        }
        let input = try scratch.write(lines.joined(separator: "\n") + "\n", to: "a.jsonl")
        let table = scratch.path + "/outlets.csv"
        let run = try Program.run(["learn-outlets", input, "-o", table])
        #expect(run.status == 0)
        let text = try String(contentsOfFile: table, encoding: .utf8)
        #expect(
            text.hasPrefix(
                "outlet,place,latitude,longitude,country_code,radius_km,articles,local_articles\nlocal.example,"))
        #expect(text.contains(",UA,"))
        #expect(try Program.run(["annotate", input, "--outlets", table]).status == 0)
        let few = try Program.run(["learn-outlets", input, "-o", "-", "--min-articles", "9"])
        #expect(few.errors.contains("left out: local.example: "))
    }

    @Test func toponymsAreCrossValidated() throws {
        let scratch = try Scratch()
        let lines = (0..<6).map { number in
            #"{"id": "\#(number)", "text": "Shells fell on Izium at night.", "toponyms": [{"start": 15, "end": 20, "#
                + #""geonameid": "707292", "lat": 49.21, "lon": 37.25}]}"#
        }
        let corpus = try scratch.write(lines.joined(separator: "\n"), to: "c.jsonl")
        let run = try Program.run(["evaluate", "toponyms", corpus, "--folds", "2", "--given-spans", "--json"])
        #expect(run.status == 0)
        let report = try #require(try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any])
        let first = try #require((report["corpora"] as? [[String: Any]])?.first)
        #expect(first["linked"] as? Int == 6)
        #expect(first["given_161km"] as? Double == 1)
        #expect(first["coverage_id"] as? Double == 1)
        let wrong = try Program.run(["evaluate", "toponyms", corpus, "--folds", "2", "--without", "nonsense"])
        #expect(wrong.status != 0)
        #expect(wrong.errors.contains("'nonsense' is no feature"))
        #expect(try Program.run(["evaluate", "toponyms", corpus, "--learn-outlets"]).status == 64)
    }
}
