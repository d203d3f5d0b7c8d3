import Foundation
import Testing

/// The gold tables, also those of articles that are not in the repository, against the tables that they speak of.
@Suite(.enabled(if: Program.path != nil, "needs the program that script/test builds"))
struct GoldTableTests {
    private static let modalities: Set = [
        "asserted", "alleged", "planned", "threatened", "attempted", "hypothetical", "generic", "denied", "negated",
    ]

    @Test(
        "Rows of gold events have types, modalities, days and places that exist",
        arguments: [
            "seeds/gold", "Benchmarks/Events/gold/five-articles", "Benchmarks/Events/gold/wire",
            "Benchmarks/Events/gold/wire-unread",
        ])
    func wellFormed(_ path: String) throws {
        let rows = try Self.rows(Program.root + "/" + path + "/events.tsv")
        #expect(rows.count > 100)
        let types = try Self.rows(Program.root + "/Sources/MapExport/Resources/style.tsv", commented: true)
        let names = Set(types.compactMap { $0["0"] })
        var places: Set<String> = []
        var order: [(String, Int)] = []
        for row in rows {
            #expect(names.contains(row["event_type"] ?? "?"), "\(row)")
            #expect(Self.modalities.contains(row["modality"] ?? "?"), "\(row)")
            let start = try #require(row["start"].flatMap { Int($0) })
            let end = try #require(row["end"].flatMap { Int($0) })
            #expect(row["trigger"]?.unicodeScalars.count == end - start, "\(row)")
            // Words, not wording.
            for column in ["trigger", "place_as_written"] {
                #expect((row[column] ?? "").split(separator: " ").count <= 9, "\(row)")
            }
            if let day = row["start_day"], !day.isEmpty { #expect(day.count == 10 && row["edtf"] != "", "\(row)") }
            let note = (row["note"] ?? "").split { " ,;".contains($0) }.filter { $0.contains(":") }
            places.formUnion(note.map(String.init))
            if let place = row["place_id"], !place.isEmpty { places.insert(place) }
            order.append((row["file"] ?? "", start))
        }
        #expect(order.elementsEqual(order.sorted { $0 < $1 }) { $0 == $1 })
        let run = try Program.run(["gazetteer", "show"] + places.sorted())
        #expect(run.status == 0, "\(run.errors)")
    }

    @Test("The events of the sample articles keep their shares")
    func sampleArticles() throws {
        let run = try Program.run(["evaluate", "events", "seeds", "--json"], folder: Program.root)
        let object = try JSONSerialization.jsonObject(with: Data(run.output.utf8)) as? [String: Any]
        let shares = try #require(object?["measures"] as? [String: [String: Any]])
        func share(_ name: String) throws -> Double {
            let right = try #require(shares[name]?["right"] as? Double)
            return right / (try #require(shares[name]?["of"] as? Double))
        }
        #expect(try share("type_right") >= 0.72)
        #expect(try share("place_right") >= 0.63)
        #expect(try share("date_right") >= 0.68)
        #expect(try share("spurious") <= 0.25)
    }

    private static func rows(_ path: String, commented: Bool = false) throws -> [[String: String]] {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        var lines = text.split(separator: "\n").map(String.init)
        if commented { lines.removeAll { $0.hasPrefix("#") } }
        var fields = lines.map { $0.split(separator: "\t", omittingEmptySubsequences: false).map(String.init) }
        let header = commented ? (0..<20).map(String.init) : fields.removeFirst()
        return fields.map { Dictionary(zip(header, $0)) { first, _ in first } }
    }
}
