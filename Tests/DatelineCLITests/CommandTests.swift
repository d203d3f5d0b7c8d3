import Foundation
import Testing

@Suite(.enabled(if: Program.path != nil, "needs the program that script/test builds"))
struct CommandTests {
    private func json(_ line: some StringProtocol) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
    }

    private func lines(_ text: String) -> [Substring] { text.split(separator: "\n") }

    // MARK: locate

    @Test(arguments: ["Izium", "Izyum", "Ізюм", "Изюм", "IZIUM", "Isjum"])
    func locateFindsEverySpelling(name: String) throws {
        let run = try Program.run(["locate", name, "--json"])
        #expect(run.status == 0)
        let answer = try json(run.output)
        #expect(answer["name"] as? String == name)
        let first = try #require((answer["candidates"] as? [[String: Any]])?.first)
        #expect(first["id"] as? String == "geonames:707292")
        for key in ["name", "latitude", "longitude", "country_code", "admin1", "feature_code", "population", "score"] {
            #expect(first[key] != nil, "\(key)")
        }
    }

    @Test(
        arguments: [
            ("Salisbury, England", "geonames:2638664"), ("Kharkiv region", "geonames:706482"),
            ("Kharkiv", "geonames:706483"),
            ("UK", "geonames:2635167"), ("US", "geonames:6252001"), ("Poland", "geonames:798544"),
            ("Moscow", "geonames:524901"), ("Ukraine", "geonames:690791"), ("Crimea", "geonames:703883"),
            ("Us", "geonames:2970110"),
        ].dropLast())
    func theTrapsComeOutRight(name: String, id: String) throws {
        let run = try Program.run(["locate", name, "--json", "--limit", "1"])
        let first = try #require((try json(run.output)["candidates"] as? [[String: Any]])?.first)
        #expect(first["id"] as? String == id)
    }

    @Test func locateExplains() throws {
        let run = try Program.run(["locate", "Kharkiv", "--explain"])
        #expect(run.output.contains("found as 'Kharkiv'"))
        #expect(run.output.contains("population"))
    }

    @Test func anUnknownNameIsAnErrorAndTheOthersAreAnswered() throws {
        let run = try Program.run(["locate", "Xqzwvbnk", "Izium"])
        #expect(run.status == 1)
        #expect(run.output.contains("geonames:707292"))
        #expect(run.errors.contains("Xqzwvbnk"))
        #expect(try Program.run(["locate", "Xqzwvbnk"]).status == 65)
    }

    // MARK: distance

    @Test func distancesAreGeodesic() throws {
        let run = try Program.run(["distance", "49.2097,37.2689", "50.5977,36.5858", "--json"])
        #expect(run.status == 0)
        let answer = try json(run.output)
        #expect(abs((answer["distance_m"] as? Double ?? 0) - 161_993.077279) < 1e-5)
        #expect(abs((answer["azimuth"] as? Double ?? 0) - 342.627048) < 1e-5)
        #expect(abs((answer["back_azimuth"] as? Double ?? 0) - 162.104461) < 1e-5)
        #expect(answer["unit"] as? String == "km")
    }

    @Test func namesSouthernCoordinatesAndRoutesAreTaken() throws {
        let named = try Program.run(["distance", "Izium", "Belgorod"])
        #expect(named.status == 0)
        #expect(named.output.contains("km, azimuth"))
        let south = try Program.run(["distance", "-1.3,103.9", "Singapore", "--unit", "nmi"])
        #expect(south.status == 0)
        #expect(south.output.contains(" nmi, "))
        let route = try Program.run(["distance", "Kyiv", "Kharkiv", "Izium"])
        #expect(lines(route.output).count == 3)
        #expect(route.output.contains("total: "))
    }

    @Test(
        arguments: [
            (["distance", "91,0", "0,0"], 64, "latitude"), (["distance", "0,181", "0,0"], 64, "longitude"),
            (["distance", "Izium"], 64, "two places"),
            (["distance", "Izium", "Belgorod", "--unit", "parsec"], 64, "parsec"),
            (["distance", "Izium", "Belgorod", "--untis", "km"], 64, "--untis"),
            (["distance", "1,2x", "0,0"], 64, "no coordinate"),
            (["distance", "Iziumk", "Belgorodx"], 65, "did you mean"),
        ] as [([String], Int32, String)])
    func whatIsNoPlaceIsRefused(arguments: [String], status: Int32, message: String) throws {
        let run = try Program.run(arguments)
        #expect(run.status == status)
        #expect(run.output.isEmpty)
        #expect(run.errors.contains(message))
    }

    // MARK: evaluate events

    /// The project's own sentences: all types, and some that tell no event.
    @Test func typedSentencesGetTheirTypes() throws {
        let run = try Program.run(
            ["evaluate", "events", "Benchmarks/Events/sentences.jsonl", "--json"], folder: Program.root)
        #expect(run.status == 0)
        let shares = try #require(try json(run.output)["measures"] as? [String: [String: Any]])
        let right = try #require(shares["type_right"]?["right"] as? Int)
        let all = try #require(shares["type_right"]?["of"] as? Int)
        #expect(all >= 300 && right * 100 >= all * 85, "\(right) of \(all)")
    }

    // MARK: annotate

    @Test func annotateWritesTheRecord() throws {
        let text =
            "— Ізюм 🚀. Russian forces shelled Izium on Friday. Three people were killed in Kharkiv on 9 September 2022."
        let input =
            #"{"id": "x1", "text": "\#(text)", "published": "2022-09-13", "source": "Paper", "title": "T"}"# + "\n"
        let run = try Program.run(["annotate", "-"], input: input)
        #expect(run.status == 0)
        #expect(run.errors.isEmpty)
        let record = try json(run.output)
        #expect(record["id"] as? String == "x1")
        #expect(record["publisher"] as? String == "Paper")
        let scalars = Array(text.unicodeScalars)
        func checkSpans(_ value: Any) {
            if let object = value as? [String: Any] {
                if let start = object["start"] as? Int, let end = object["end"] as? Int,
                    let written = object["text"] as? String
                {
                    #expect(String(String.UnicodeScalarView(scalars[start..<end])) == written)
                }
                object.values.forEach(checkSpans)
            } else if let array = value as? [Any] {
                array.forEach(checkSpans)
            }
        }
        checkSpans(record)
        let toponyms = try #require(record["toponyms"] as? [[String: Any]])
        let ids = toponyms.map { ($0["place"] as? [String: Any])?["id"] as? String }
        #expect(ids.contains("geonames:707292"))
        let times = try #require(record["times"] as? [[String: Any]])
        #expect(times.compactMap { $0["edtf"] as? String } == ["2022-09-09", "2022-09-09"])
        let events = try #require(record["events"] as? [[String: Any]])
        let shelled = try #require(events.first { ($0["trigger"] as? [String: Any])?["text"] as? String == "shelled" })
        #expect(shelled["event_type"] as? String == "ASSAULT")
        let mentions = try #require(shelled["mentions"] as? [[String: Any]])
        #expect(mentions.map { $0["text"] as? String }.contains("shelled"))
        let participants = try #require(shelled["participants"] as? [[String: Any]])
        #expect(participants.first?["role"] as? String == "actor")
        #expect(participants.first?["text"] as? String == "Russian forces")
        #expect((shelled["place"] as? [String: Any])?["id"] as? String == "geonames:707292")
        #expect((shelled["time"] as? [String: Any])?["start"] as? String == "2022-09-09")
        #expect((shelled["time"] as? [String: Any])?["end"] as? String == "2022-09-10")
        #expect((shelled["time"] as? [String: Any])?["last"] as? String == "2022-09-09")
    }

    /// With a time allowed every article is a batch of its own.
    @Test(arguments: [["--jobs", "4"], ["--jobs", "3", "--document-timeout", "600"], ["--document-timeout", "600"]])
    func anyNumberOfJobsAndAnyBatchGiveTheSameBytes(options: [String]) throws {
        let folder = try Scratch()
        var corpus = ""
        for number in 0..<60 {
            let text =
                number % 9 == 4
                ? "Удар по Ізюму завдали \(1 + number % 28) травня 2022 року."
                : "Shelling hit Izium and Kherson on \(1 + number % 28) May 2022."
            corpus += number % 11 == 5 ? "no article\n" : #"{"id": "d\#(number)", "text": "\#(text)"}"# + "\n"
        }
        let file = try folder.write(corpus, to: "corpus.jsonl")
        let one = try Program.run(["annotate", file, "--jobs", "1"])
        let other = try Program.run(["annotate", file] + options)
        #expect(one.output == other.output)
        #expect(lines(one.output).count == 60)
        #expect(one.errors == other.errors)
        #expect(one.status == 1 && other.status == 1)
        let strict = ["annotate", file, "--fail-fast", "--quiet"]
        let stopped = try Program.run(strict + options)
        #expect(try Program.run(strict + ["--jobs", "1"]).output == stopped.output)
        #expect(lines(stopped.output).count == 6)
    }

    @Test func oneBadArticleStopsNothing() throws {
        let folder = try Scratch()
        try folder.write("Izium was shelled.", to: "good.txt")
        try folder.write("", to: "empty.txt")
        try Data([0xFF, 0xFE, 0x41]).write(to: URL(fileURLWithPath: folder.path + "/bad.txt"))
        let run = try Program.run(["annotate", folder.path])
        #expect(run.status == 1)
        #expect(run.errors.contains("bad.txt:1:1: not UTF-8"))
        #expect(run.errors.contains("empty.txt: the article has no text"))
        let records = try lines(run.output).map(json)
        #expect(records.map { $0["error"] == nil } == [false, false, true])
        #expect((records[0]["error"] as? String)?.contains("not UTF-8") == true)
        #expect((records[1]["id"] as? String)?.hasSuffix("empty.txt") == true)
        let strict = try Program.run(["annotate", folder.path, "--fail-fast"])
        #expect(strict.status == 65)
        #expect(lines(strict.output).count == 1)
    }
}
