import Articles
import DatelineKit
import Testing

/// One wire story in several papers.
@Suite struct DuplicateTests {
    private static func record(_ id: String, _ published: String?, _ text: String) throws -> AnnotationRecord {
        let sketch = TextSketch(Document(Article(id: id, text: text))).text
        let line = """
            {"id": "\(id)", \(published.map { "\"published\": \"\($0)\", " } ?? "")\
            "sketch": "\(sketch ?? "")", "toponyms": [], "times": [], "events": []}
            """
        return try AnnotationRecord(line: Array(line.utf8), path: "f", number: 1)
    }

    private static func story(_ topic: String, sentences: Range<Int>) -> String {
        sentences.map {
            "In the matter of \(topic) number \($0 * 17) the council of ward \($0 * 5 % 23) heard witness \($0 + 3)."
        }
        .joined(separator: " ")
    }

    @Test func aStoryInSeveralPapersIsOneReport() throws {
        let wire = Self.story("bridges", sentences: 0..<20)
        let records = [
            try Self.record("late", nil, wire),
            try Self.record("cut", "2022-09-11", Self.story("bridges", sentences: 0..<12)),
            try Self.record("wire", "2022-09-09", wire),
            try Self.record("longer", "2022-09-10", wire + " " + Self.story("roads", sentences: 0..<6)),
            try Self.record("other", "2022-09-09", Self.story("schools", sentences: 100..<120)),
            try Self.record("short", "2022-09-09", "Izium was shelled."),
        ]
        // Whatever the order of input.
        for records in [records, records.reversed()] {
            var groups = DuplicateGroups()
            for record in records { groups.add(record) }
            groups.group()
            #expect(groups.pairs.map(\.article) == ["cut", "late", "longer"])
            #expect(groups.pairs.allSatisfy { $0.original == "wire" })
            #expect(groups.original(of: "wire") == nil)
            #expect(groups.reports(of: ["cut", "late", "wire"]) == 1)
            #expect(groups.reports(of: ["cut", "other", "short"]) == 3)
            #expect(groups.reports(of: []) == 0)
        }
    }
}
