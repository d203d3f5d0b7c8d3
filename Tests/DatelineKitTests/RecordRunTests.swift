import Articles
import DatelineKit
import Foundation
import MapExport
import Testing

/// What `map` makes of annotation records, which any program may have written.
@Suite struct RecordRunTests {
    private static func event(_ change: (String) -> String = { $0 }) -> String {
        change(
            """
            {"id": "e1", "event_type": "ASSAULT", "event_mode": "aerial", "modality": "asserted", "confidence": 0.7, \
            "trigger": {"start": 3, "end": 7, "text": "bomb"}, "passage": {"start": 0, "end": 9, "text": "A bombing"}, \
            "contexts": [], "place": {"id": "x:1", "name": "X", "latitude": 49.2, "longitude": 37.3, \
            "country_code": "UA", "admin1": null, "feature_code": "PPL", "as_written": "X", "geo_precision": 1}, \
            "time": {"edtf": "2022-03-04", "start": "2022-03-04", "end": "2022-03-05", "last": "2022-03-04", \
            "precision": "day"}}
            """)
    }

    private static func record(_ id: String, published: String = "2022-03-06", _ events: String...) -> String {
        """
        {"id": "\(id)", "published": "\(published)", "toponyms": [], "times": [], \
        "events": [\(events.joined(separator: ", "))]}
        """
    }

    @Test(arguments: [
        (#""end": "2022-03-05""#, #""end": "2022-03-04""#, "events[0].time.end", "after the start"),
        (#""start": "2022-03-04""#, #""start": "4 March""#, "events[0].time.start", "a day such as"),
        (#""start": "2022-03-04""#, #""start": "2022-03""#, "events[0].time.start", "a day such as"),
        (#""last": "2022-03-04""#, #""last": "2022-03-03""#, "events[0].time.last", "not before the start"),
        (#""confidence": 0.7"#, #""confidence": 1.5"#, "events[0].confidence", "from 0 to 1"),
        (#""confidence": 0.7"#, #""confidence": "high""#, "events[0].confidence", "a number"),
        (#""geo_precision": 1"#, #""geo_precision": 8"#, "events[0].place.geo_precision", "from 1 to 7"),
        (#""latitude": 49.2"#, #""latitude": 149.2"#, "events[0].place.latitude", "out of range"),
        (#""modality": "asserted""#, #""modality": "certain""#, "events[0].modality", "one of asserted, alleged"),
        (#""event_type": "ASSAULT""#, #""event_type": "assault""#, "events[0].event_type", "capital letters"),
        (#""event_type": "ASSAULT""#, #""event_type": """#, "events[0].event_type", "capital letters"),
        (#""id": "e1""#, #""id": """#, "events[0].id", "a name"),
        (#""start": 3"#, #""start": -1"#, "events[0].trigger.start", "at least 0"),
        (#""start": 3"#, #""start": 8"#, "events[0].trigger.end", "not before the start, 8"),
        (#""start": 0"#, #""start": -9"#, "events[0].passage.start", "at least 0"),
    ])
    func aRecordThatCannotBeNamesMemberAndWhatWasExpected(
        old: String, new: String, member: String, expected: String
    ) throws {
        let good = Self.record("a", Self.event())
        _ = try AnnotationRecord(line: Array(good.utf8), path: "f.jsonl", number: 7)
        let bad = Self.record("a", Self.event { $0.replacingOccurrences(of: old, with: new) })
        #expect(bad != good)
        let error = #expect(throws: KitError.self) {
            try AnnotationRecord(line: Array(bad.utf8), path: "f.jsonl", number: 7)
        }
        let message = error.map { "\($0)" } ?? ""
        #expect(message.hasPrefix("f.jsonl:7: "))
        #expect(message.contains("\"\(member)\""), "\(message)")
        #expect(message.contains(expected), "\(message)")
    }

    @Test func aRecordNeedsAnId() {
        #expect(throws: KitError.self) {
            try AnnotationRecord(line: Array(Self.record("", Self.event()).utf8), path: "f.jsonl", number: 1)
        }
    }

    /// Runs records through `map`, with a gazetteer of one small country.
    private func run(_ lines: [String], _ change: (inout EventFilter) -> Void = { _ in }) async throws
        -> (outcome: MapRun.Outcome, warnings: [String], errors: [String])
    {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent().path
        let folder = NSTemporaryDirectory() + "dateline-" + UUID().uuidString
        let files = FileManager.default
        try files.createDirectory(atPath: folder + "/gazetteer/places", withIntermediateDirectories: true)
        defer { try? files.removeItem(atPath: folder) }
        for name in ["countries.tsv", "places/TV.tsv"] {
            try files.copyItem(atPath: root + "/gazetteer/" + name, toPath: folder + "/gazetteer/" + name)
        }
        let index = folder + "/small.index"
        try Data(try GazetteerStore.compile(folder: folder + "/gazetteer")).write(to: URL(fileURLWithPath: index))
        let data = DataLocator(explicit: root)
        let pipeline = try Pipeline(data: data, gazetteer: try GazetteerStore(locator: data).open(index))
        let input = folder + "/in.jsonl"
        try Data(lines.joined(separator: "\n").utf8).write(to: URL(fileURLWithPath: input))
        var options = MapRun.Options()
        options.jobs = .max
        change(&options.filter)
        var warnings: [String] = []
        var errors: [String] = []
        let outcome = try await MapRun(pipeline: pipeline, options: options).run(ArticleReader([input])) {
            switch $0 {
            case .warning(let warning): warnings.append("\(warning)")
            case .failure(let message): errors.append(message)
            case .finished: break
            }
        }
        return (outcome, warnings, errors)
    }

    @Test func aRepeatedIdIsKeptUnderAnother() async throws {
        let town = Self.event { $0.replacingOccurrences(of: "x:1", with: "x:2") }
        let run = try await run([Self.record("a", Self.event()), Self.record("a", Self.event(), town)])
        #expect(run.outcome.report.articles == 2)
        #expect(run.outcome.clusters.map(\.sources) == [["a", "a#2"], ["a#2"]])
        #expect(Set(run.outcome.clusters.map(\.event.id)).count == 2)
        #expect(run.warnings.count == 1)
        #expect(run.warnings.first?.contains("in.jsonl:2: the id 'a' is taken; kept as 'a#2'") == true)
    }

    @Test func aBadRecordDoesNotStopTheRest() async throws {
        let bad = Self.event { $0.replacingOccurrences(of: "0.7", with: "7") }
        let run = try await run([Self.record("a", bad), Self.record("b", Self.event())])
        #expect(run.outcome.clusters.map(\.source.id) == ["b"])
        #expect(run.outcome.failureCode == 65)
        #expect(run.errors.count == 1)
        #expect(run.errors.first?.contains("in.jsonl:1: ") == true)
    }

    @Test func aFilterDoesNotChangeWhichReportIsFirst() async throws {
        let unsure = Self.event { $0.replacingOccurrences(of: "0.7", with: "0.5") }
        let lines = [
            Self.record("late", published: "2022-03-09", Self.event()),
            Self.record("early", published: "2022-03-05", unsure),
        ]
        let whole = Array(try await run(lines).outcome.clusters)
        #expect(whole.map(\.source.id) == ["early"])
        #expect(whole.map(\.sources) == [["early", "late"]])
        #expect(Array(try await run(lines) { $0.minimumConfidence = 0.4 }.outcome.clusters) == whole)
        #expect(try await run(lines) { $0.minimumConfidence = 0.6 }.outcome.clusters.isEmpty)
    }

    @Test func whichReportIsFirstDoesNotDependOnTheOrderOfEvents() throws {
        // Two events of one trigger, alike but for id or mode.
        for (old, new) in [("\"e1\"", "\"e0\""), ("aerial", "artillery"), ("x:1", "x:0"), ("0.7", "0.6")] {
            let other = Self.event { $0.replacingOccurrences(of: old, with: new) }
            func clusters(_ events: [String]) throws -> [EventCluster] {
                var merger = EventMerger()
                for event in events {
                    let line = Self.record("a", event)
                    let record = try AnnotationRecord(line: Array(line.utf8), path: "f", number: 1)
                    try merger.add(record)
                }
                return Array(merger.clusters())
            }
            #expect(try clusters([Self.event(), other]) == clusters([other, Self.event()]))
        }
    }

    @Test func anyNumberOfJobsWorks() throws {
        for jobs in [Int.min, 0, 1025, Int.max] {
            var next = 0
            var taken: [Int] = []
            try OrderedMap.run(
                OrderedMap.Options(jobs: jobs), context: {},
                next: {
                    next += 1
                    return next <= 20 ? next : nil
                }, transform: { $1 }, take: { taken.append($0) })
            #expect(taken == Array(1...20))
        }
    }
}
