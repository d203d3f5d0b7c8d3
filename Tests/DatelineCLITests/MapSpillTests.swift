import Foundation
import Testing

/// `map` of more than memory holds, where there is no room for it.
@Suite(.enabled(if: Program.path != nil, "needs the program that script/test builds"))
struct MapSpillTests {
    /// A record of an article with events whose passages take 12 MB.
    private func input(_ folder: Scratch) throws -> String {
        let passage = String(repeating: "Shells hit the town at dawn. ", count: 1_000)
        let events = (0..<400).map { number in
            """
            {"id": "e\(number)", "event_type": "ASSAULT", "modality": "asserted", "confidence": 0.7, "trigger": \
            {"start": \(number), "end": \(number + 1), "text": "hit"}, "passage": {"start": 0, "end": 9, "text": \
            "\(passage)"}, "contexts": []}
            """
        }
        return try folder.write(
            #"{"id": "a", "toponyms": [], "times": [], "events": [\#(events.joined(separator: ", "))]}"# + "\n",
            to: "records.jsonl")
    }

    @Test func aFullDiskIsNamedAndNothingIsLeftBehind() throws {
        let folder = try Scratch()
        let input = try input(folder)
        let full = try Program.run(
            program: "/bin/sh",
            ["-c", "trap '' XFSZ; ulimit -f 2000; exec \"$PROGRAM\" map '\(input)' -o '\(folder.path)/m.geojson'"],
            environment: ["PROGRAM": Program.path ?? ""])
        #expect(full.status == 74)
        #expect(full.errors.contains("cannot write to '\(folder.path)/.dateline-"), "\(full.errors)")
        #expect(full.errors.contains("Raise the limit"), "\(full.errors)")
        #expect(folder.files == ["records.jsonl"])
        let enough = try Program.run(["map", input, "-o", folder.path + "/m.csv", "--quiet"])
        #expect(enough.status == 0, "\(enough.errors)")
        #expect(Set(folder.files) == ["records.jsonl", "m.csv"])
    }
}
