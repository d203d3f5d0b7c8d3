import Foundation
import Testing

/// `map` that goes on, that reads what `annotate` could not do, and that leaves no stale files.
@Suite(.enabled(if: Program.path != nil, "needs the program that script/test builds"))
struct MapResumeTests {
    private func shell(_ script: String) throws -> Program.Result {
        try Program.run(program: "/bin/sh", ["-c", script], environment: ["PROGRAM": Program.path ?? ""])
    }

    private func corpus(_ folder: Scratch, documents: Int) throws -> String {
        let towns = ["Izium", "Kherson", "Balakliia", "Lyman", "Kupiansk"]
        return try folder.write(
            (0..<documents).map { number -> String in
                if number % 97 == 5 { return #"{"id": "bad\#(number)"}"# }
                let town = towns[number % 5]
                let text =
                    "Shelling hit \(town) on \(1 + number % 28) May 2022, officials said. A convoy moved 50 km south of Izium. "
                return
                    #"{"id": "d\#(number % 300)", "published": "2022-06-01", "text": "\#(String(repeating: text, count: 6))"}"#
            }.joined(separator: "\n") + "\n", to: "corpus.jsonl")
    }

    private func contents(_ folder: String) throws -> [String: Data] {
        var found: [String: Data] = [:]
        for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
            found[name] = try Data(contentsOf: URL(fileURLWithPath: folder + "/" + name))
        }
        return found
    }

    @Test(arguments: ["TERM", "KILL"]) func aRunThatWasCutOffGoesOnToTheSameBytes(signal: String) throws {
        let folder = try Scratch()
        let input = try corpus(folder, documents: 1_500)
        let options = "--quiet --format geojson,csv,ndjson --layers events,routes,areas,places --min-confidence 0.3"
        let whole = try shell(#""$PROGRAM" map \#(input) -o \#(folder.path)/whole \#(options)"#)
        #expect(whole.status == 1)
        let cut = try shell(
            """
            "$PROGRAM" map \(input) --jobs 1 -o \(folder.path)/cut --resume \(options) & pid=$!
            while [ "$(wc -c <\(folder.path)/cut.part 2>/dev/null || echo 0)" -lt 100000 ]; do sleep 0.02; done
            kill -\(signal) $pid; wait $pid; echo $?
            """)
        #expect(cut.output.contains(["TERM": "143", "KILL": "137"][signal] ?? "?"))
        #expect(!FileManager.default.fileExists(atPath: folder.path + "/cut/events.geojson"))
        let other = try shell(#""$PROGRAM" map \#(input) -o \#(folder.path)/cut --resume --demonyms"#)
        #expect(other.status == 65)
        #expect(other.errors.contains("with other options"))
        let resumed = try shell(#""$PROGRAM" map \#(input) -o \#(folder.path)/cut/ --resume \#(options)"#)
        #expect(resumed.status == 1, "\(resumed.errors)")
        #expect(try contents(folder.path + "/cut") == contents(folder.path + "/whole"))
        #expect(!folder.files.contains("cut.part"))
        // What the records say is what the articles say.
        _ = try shell(#""$PROGRAM" annotate \#(input) --quiet >\#(folder.path)/records.jsonl"#)
        let again = try shell(#""$PROGRAM" map \#(folder.path)/records.jsonl -o \#(folder.path)/records \#(options)"#)
        #expect(again.status == 0)
        let (one, two) = (try contents(folder.path + "/whole"), try contents(folder.path + "/records"))
        for name in ["events.geojson", "places.geojson", "routes.geojson", "areas.geojson", "events.csv"] {
            #expect(one[name] == two[name] && one[name] != nil, "\(name)")
        }
    }

    @Test(arguments: [[], ["--engine"]]) func whatAnnotateCouldNotDoIsCountedAndNamed(engine: [String]) throws {
        let folder = try Scratch()
        let input = try folder.write(
            #"{"id": "a", "text": "Izium was shelled on 9 May 2022."}"# + "\n{\"id\": \"b\"}\n"
                + #"{"id": 7, "text": "Kherson was shelled on 9 May 2022."}"# + "\n", to: "in.jsonl")
        let records = try Program.run(["annotate", input] + engine)
        try folder.write(records.output, to: "records.jsonl")
        let run = try Program.run(
            ["map", folder.path + "/records.jsonl", "-o", folder.path + "/out", "--format", "geojson"])
        #expect(run.status == 0, "\(run.errors)")
        #expect(run.errors.contains("2 articles, 1 failed before"))
        let report = try #require(
            try JSONSerialization.jsonObject(
                with: Data(contentsOf: URL(fileURLWithPath: folder.path + "/out/report.json"))) as? [String: Any])
        let failed = try #require(report["failed_before"] as? [[String: String]])
        #expect(failed.count == 1)
        #expect((report["failures"] as? [Any])?.isEmpty == true)
        if !engine.isEmpty { #expect(failed.first?["id"] == "b") }
        #expect(failed.first?["error"]?.contains("without \"text\"") == true)
        let events = try String(contentsOfFile: folder.path + "/out/events.geojson", encoding: .utf8)
        #expect(events.contains("Kherson") && events.contains("\"7\""))
    }

    @Test func filesOfAnEarlierRunInOtherFormatsGo() throws {
        let folder = try Scratch()
        let input = try folder.write("Izium was shelled on 9 May 2022.", to: "a.txt")
        let out = folder.path + "/out"
        func map(_ formats: String) throws -> [String] {
            let run = try Program.run(["map", input, "-o", out, "--format", formats, "--quiet"])
            #expect(run.status == 0, "\(run.errors)")
            return try FileManager.default.contentsOfDirectory(atPath: out).sorted()
        }
        #expect(
            try map("geojson,csv,kml,qgis") == [
                "events.csv", "events.geojson", "events.kml", "events.qgz", "events.qml", "places.csv",
                "places.geojson",
                "places.qml", "report.json",
            ])
        // What others put there stays, whatever it is called, and so does what was changed since.
        for name in ["notes.csv", "events.xlsx", "map.html", "areas.geojson"] {
            try folder.write("mine", to: "out/" + name)
        }
        try FileManager.default.setAttributes(
            [.modificationDate: Date(timeIntervalSinceNow: 60)], ofItemAtPath: out + "/events.qgz")
        #expect(
            try map("csv") == [
                "areas.geojson", "events.csv", "events.qgz", "events.xlsx", "map.html", "notes.csv", "places.csv",
                "report.json",
            ])
        // A report that names others removes nothing.
        try folder.write(
            "{\n\"files\":[\"../a.txt\",\"notes.csv\",\"events.csv\",\"/etc/passwd\"]}", to: "out/report.json")
        #expect(
            try map("geojson") == [
                "areas.geojson", "events.geojson", "events.qgz", "events.xlsx", "map.html", "notes.csv", "places.csv",
                "places.geojson", "report.json",
            ])
        #expect(FileManager.default.fileExists(atPath: input))
    }

    @Test func articlesInLanguagesWithoutTablesAreReportedAndNotRead() throws {
        let folder = try Scratch()
        let bulgarian =
            "Снощи край пристанището на Одеса избухна пожар, който беше угасен едва сутринта. Няма пострадали, каза кметът на града, но "
            + "складовете са напълно унищожени и ще трябва да се строят отново."
        let input = try folder.write(
            #"{"id": "bg", "text": "\#(bulgarian)"}"# + "\n" + #"{"id": "en", "text": "Izium was shelled."}"# + "\n",
            to: "in.jsonl")
        let run = try Program.run(["annotate", input])
        #expect(run.status == 0)
        let lines = run.output.split(separator: "\n")
        #expect(lines[0].contains(#""language":"bg","unread":true"#))
        #expect(lines[0].contains(#""toponyms":[],"times":[],"events":[]"#))
        #expect(!lines[1].contains("unread"))
        #expect(run.errors.contains("1 in 'bg'"))
        let map = try Program.run(["map", input, "-o", folder.path + "/out", "--format", "geojson"])
        #expect(map.status == 0)
        let report = try String(contentsOfFile: folder.path + "/out/report.json", encoding: .utf8)
        #expect(report.contains(#""unread_languages":{"bg":1}"#))
    }
}
