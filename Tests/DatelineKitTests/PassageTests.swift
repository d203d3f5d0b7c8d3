import Articles
import DatelineKit
import Foundation
import Testing

/// Paragraphs of one wire story in papers that have stories of their own around them.
@Suite struct PassageTests {
    private static let wire = [
        "Two missiles struck a grain store outside the river port before dawn and set fire to a row of sheds.",
        "The head of the port authority said that forty railway wagons were lost in the blaze that followed.",
        "Fire crews from three neighbouring districts worked through the morning to save the pumping station.",
    ]

    /// A record of one event a sentence; `place` and `day` are those of each.
    private static func record(
        _ id: String, _ published: String, _ sentences: [String], filler: String = "", place: String? = "x:1",
        precision: Int = 1, day: String? = "2022-09-08"
    ) throws -> AnnotationRecord {
        let text = sentences.joined(separator: " ") + " " + filler
        let sketch = TextSketch(Document(Article(id: id, text: text))).text
        var offset = 0
        let events = sentences.enumerated().map { number, sentence in
            defer { offset += sentence.unicodeScalars.count + 1 }
            let location =
                place.map {
                    #"{"id": "\#($0)", "name": "X", "latitude": 46.5, "longitude": 30.7, "country_code": "UA", "admin1": null, "#
                        + #""feature_code": "PPL", "as_written": "X", "geo_precision": \#(precision)}"#
                } ?? "null"
            let time =
                day.map {
                    #"{"edtf": "\#($0)", "start": "\#($0)", "end": "2022-09-09", "last": "\#($0)", "precision": "day"}"#
                } ?? "null"
            return """
                {"id": "\(id)-\(number)", "event_type": "ASSAULT", "event_mode": null, "modality": "asserted", \
                "confidence": 0.7, "trigger": {"start": \(offset), "end": \(offset + 3), "text": "struck"}, \
                "passage": {"start": \(offset), "end": \(offset + sentence.unicodeScalars.count), "text": "\(sentence)"}, \
                "contexts": [], "place": \(location), "time": \(time)}
                """
        }
        let line = """
            {"id": "\(id)", "published": "\(published)", "sketch": "\(sketch ?? "")", "toponyms": [], "times": [], \
            "events": [\(events.joined(separator: ", "))]}
            """
        return try AnnotationRecord(line: Array(line.utf8), path: "f", number: 1)
    }

    private static func filler(_ topic: String) -> String {
        (0..<30).map { number in
            "Elsewhere a \(topic) committee of \(topic) put number \(number * 7)\(topic) off to \(number)\(topic) again."
        }.joined(separator: " ")
    }

    private static func clusters(_ records: [AnnotationRecord]) throws -> [EventCluster] {
        var (merger, groups) = (EventMerger(), DuplicateGroups())
        for record in records {
            groups.add(record)
            try merger.add(record)
        }
        groups.group()
        var clusters = Array(merger.clusters(isRelated: groups.isRelated))
        for index in clusters.indices {
            clusters[index].reports = groups.reports(of: clusters[index].sources, passages: clusters[index].repeats)
        }
        return clusters
    }

    @Test(
        "A passage in several papers is one report, whatever stands around it",
        arguments: [
            // What the second paper makes of the wire's first sentence, and whether it is the wire's.
            (
                "Two missiles struck a grain store outside the river port before dawn and set fire to a row of sheds.",
                true
            ),
            (
                "TWO MISSILES struck a grain store outside the river port before dawn — and set fire to a row of sheds.",
                true
            ),
            ("Two missiles struck a grain store outside the river port before dawn, setting fire to some sheds.", true),
            (
                "A grain store near the river was struck by missiles early on Thursday, said a man who watched from a roof.",
                false
            ),
            ("Missiles struck a grain store at dawn.", false),
        ])
    func passages(sentence: String, isRepeated: Bool) throws {
        let records = [
            try Self.record("wire", "2022-09-09", Self.wire),
            try Self.record("paper", "2022-09-10", [sentence], filler: Self.filler("school")),
        ]
        for records in [records, records.reversed()] {
            let found = try Self.clusters(records).first { $0.sources.contains("paper") }
            #expect(found?.sources == ["paper", "wire"])
            #expect(found?.reports == (isRepeated ? 1 : 2))
            #expect(found?.repeats.map(\.original) == (isRepeated ? ["wire"] : []))
        }
    }

    @Test func chainsOfPapersAreOneReportAndAWitnessIsAnother() throws {
        let records = [
            try Self.record("a", "2022-09-09", Self.wire),
            try Self.record("b", "2022-09-10", [Self.wire[0]], filler: Self.filler("school")),
            try Self.record("c", "2022-09-11", [Self.wire[0]], filler: Self.filler("harbour")),
            try Self.record(
                "d", "2022-09-09",
                ["Our reporter saw two missiles that struck the store and counted the sheds that burned."],
                filler: Self.filler("music")),
        ]
        for order in [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1]] {
            let found = try #require(try Self.clusters(order.map { records[$0] }).first { $0.sources.contains("b") })
            #expect(found.sources == ["a", "b", "c", "d"])
            #expect(found.reports == 2)
        }
    }

    @Test(
        "What is too vague to be merged is merged where the passage is the same",
        arguments: [
            (place: String?.some("x:1"), precision: 4, day: String?.some("2022-09-08")), ("x:1", 1, nil), (nil, 1, nil),
        ])
    func vagueReports(place: String?, precision: Int, day: String?) throws {
        func record(_ id: String, _ sentence: String, _ filler: String) throws -> AnnotationRecord {
            try Self.record(
                id, "2022-09-09", [sentence], filler: Self.filler(filler), place: place, precision: precision, day: day)
        }
        let records = [
            try record("a", Self.wire[0], "school"), try record("b", Self.wire[0], "harbour"),
            try record(
                "c", "Two missiles struck a school in the night and another one a bridge, said its mayor.", "music"),
        ]
        for records in [records, records.reversed()] {
            let clusters = try Self.clusters(records)
            #expect(clusters.map(\.sources) == [["a", "b"], ["c"]])
            #expect(clusters.map(\.reports) == [1, 1])
        }
        // Another place or another day is another event, in the same words.
        let elsewhere = try Self.record(
            "e", "2022-09-09", [Self.wire[0]], place: "x:9", precision: precision, day: day)
        #expect(try Self.clusters(records + [elsewhere]).map(\.sources) == [["a", "b"], ["c"], ["e"]])
    }

    @Test func aShortSentenceTellsOnlyBetweenArticlesWithOtherTextInCommon() throws {
        let short = ["The port was struck."]
        let apart = [
            try Self.record("a", "2022-09-09", short, filler: Self.filler("school")),
            try Self.record("b", "2022-09-10", short, filler: Self.filler("harbour")),
        ]
        #expect(try Self.clusters(apart).map(\.reports) == [2])
        let common = (0..<12).map { "In ward \($0 * 5) the council heard witness \($0 * 3) on bridge \($0)." }.joined(
            separator: " ")
        let together = [
            try Self.record("a", "2022-09-09", short, filler: common + Self.filler("school")),
            try Self.record("b", "2022-09-10", short, filler: common + Self.filler("harbour")),
        ]
        #expect(try Self.clusters(together).map(\.reports) == [1])
    }

    @Test func twoEventsOfOneSentenceStayTwo() throws {
        let records = try ["a", "b", "c"].map {
            try Self.record($0, "2022-09-09", [Self.wire[0], Self.wire[0]], filler: Self.filler($0), precision: 5)
        }
        let clusters = try Self.clusters(records)
        #expect(clusters.map(\.sources) == [["a", "b", "c"], ["a", "b", "c"]])
        #expect(clusters.map(\.reports) == [1, 1])
    }

    @Test(.timeLimit(.minutes(1))) func manyPapersTakeTimeInProportion() throws {
        // Every pair compared would take hours.
        let records = try (0..<20_000).map {
            try Self.record("d\($0)", "2022-09-09", [Self.wire[$0 % 3]], precision: 5, day: nil)
        }
        #expect(try Self.clusters(records).map(\.reports) == [1, 1, 1])
    }
}
