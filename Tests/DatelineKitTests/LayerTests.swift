import Articles
import DatelineKit
import GeoTypes
import MapExport
import Testing

@Suite struct LayerTests {
    private func record(_ id: String, published: String?, day: String, place: String, trigger: Int = 3) throws
        -> AnnotationRecord
    {
        let json = """
            {"id": "\(id)", "published": \(published.map { "\"\($0)\"" } ?? "null"), "toponyms": [], "times": [],
             "events": [{"id": "e\(id)\(trigger)", "event_type": "ASSAULT", "event_mode": "aerial", "modality": "asserted",
              "confidence": 0.7, "trigger": {"start": \(trigger), "end": \(trigger + 4), "text": "bomb"},
              "passage": {"start": 0, "end": 9, "text": "A bombing"}, "contexts": [],
              "place": {"id": "\(place)", "name": "X", "latitude": 49.2, "longitude": 37.3, "country_code": "UA",
               "admin1": null, "feature_code": "PPL", "as_written": "X", "geo_precision": 1},
              "time": {"edtf": "\(day)", "start": "\(day)", "end": "2022-03-09", "last": "\(day)", "precision": "day"}}]}
            """
        return try AnnotationRecord(line: Array(json.utf8), path: "test", number: 1)
    }

    private func clusters(_ records: [AnnotationRecord]) throws -> [EventCluster] {
        var merger = EventMerger()
        for record in records { try merger.add(record) }
        return Array(merger.clusters())
    }

    @Test func theFirstReportIsTheLeastByDateThenId() throws {
        let a = try record("a", published: nil, day: "2022-03-04", place: "geonames:1")
        let b = try record("b", published: "2022-03-06", day: "2022-03-04", place: "geonames:1")
        let c = try record("c", published: "2022-03-05", day: "2022-03-04", place: "geonames:1")
        let found = try clusters([a, b, c])
        #expect(found.count == 1)
        #expect(found.first?.source.id == "c")
        #expect(found.first?.sources == ["a", "b", "c"])
        #expect(try clusters([c, a, b]) == found)
    }

    @Test func nothingMergesAcrossDaysTownsOrWithinAnArticle() throws {
        let a = try record("a", published: nil, day: "2022-03-04", place: "geonames:1")
        #expect(try clusters([a, try record("b", published: nil, day: "2022-03-05", place: "geonames:1")]).count == 2)
        #expect(try clusters([a, try record("b", published: nil, day: "2022-03-04", place: "geonames:2")]).count == 2)
        #expect(
            try clusters([a, try record("a", published: nil, day: "2022-03-04", place: "geonames:1", trigger: 9)]).count
                == 2)
    }

    /// A report of an attack in a town, in words.
    private func report(
        _ id: String, _ passage: String, mode: String? = nil, target: String? = nil, edtf: String = "2022-03-04",
        actor: String? = nil, killed: Int? = nil,
        start: String = "2022-03-04", end: String = "2022-03-05", precision: String = "day",
        trigger: String = "attacked"
    ) throws -> AnnotationRecord {
        let json = """
            {"id": "\(id)", "published": "2022-03-06", "toponyms": [], "times": [],
             "events": [{"id": "e\(id)", "event_type": "ASSAULT", "event_mode": \(mode.map { "\"\($0)\"" } ?? "null"),
              "modality": "asserted", "confidence": 0.7, "trigger": {"start": 3, "end": 9, "text": "\(trigger)"},
              "passage": {"start": 0, "end": 30, "text": "\(passage)"}, "contexts": [],
              "target": \(target.map { "\"\($0)\"" } ?? "null"),
              "actor": \(actor.map { "\"\($0)\"" } ?? "null"), "killed": \(killed.map { "\($0)" } ?? "null"),
              "place": {"id": "geonames:1", "name": "X", "latitude": 49.2, "longitude": 37.3, "country_code": "UA",
               "admin1": null, "feature_code": "PPL", "as_written": "X", "geo_precision": 1},
              "time": {"edtf": "\(edtf)", "start": "\(start)", "end": "\(end)", "last": "\(start)", "precision": "\(precision)"}}]}
            """
        return try AnnotationRecord(line: Array(json.utf8), path: "test", number: 1)
    }

    @Test func aVaguerReportJoinsTheDayThatItsWordsAreOf() throws {
        let day = try report("a", "Rebels attacked the market of the town", target: "the market")
        let week = try report(
            "b", "Rebels attacked the market of the town", target: "a market", edtf: "2022-02-28/2022-03-06",
            start: "2022-02-28", end: "2022-03-07", precision: "week")
        let next = try report(
            "c", "Rebels attacked the market of the town", edtf: "2022-03-05", start: "2022-03-05", end: "2022-03-06")
        #expect(try clusters([day, week]).map(\.sources) == [["a", "b"]])
        // Two days are never one, also not by way of a report that both could be of.
        #expect(try clusters([day, week, next]).count == 2)
        let month = try report(
            "d", "Rebels attacked the market of the town", edtf: "2022-03", start: "2022-03-01", end: "2022-04-01",
            precision: "month")
        #expect(try clusters([day, month]).count == 2)
    }

    @Test func modesAndWordsThatDifferAreOtherEvents() throws {
        let a = try report("a", "Drones attacked an oil depot", mode: "drone", target: "an oil depot")
        let b = try report("b", "Shells hit a school", mode: "heavy-weapons", target: "a school", trigger: "hit")
        let c = try report("c", "Gunmen murdered the mayor", target: "the mayor", trigger: "murdered")
        let d = try report("d", "An oil depot was attacked", target: "the depot")
        #expect(try clusters([a, b]).count == 2)
        #expect(try clusters([a, c]).count == 2)
        #expect(try clusters([a, d]).map(\.sources) == [["a", "d"]])
    }

    @Test func twoAttacksOfOneTownAndDayStayTwo() throws {
        let judge = try report(
            "a", "Gunmen killed a judge outside a court", target: "a judge", actor: "Gunmen", trigger: "killed")
        let barracks = try report(
            "b", "A bomb killed nine soldiers at a barracks", target: "nine soldiers", actor: "A bomb", killed: 9,
            trigger: "killed")
        let market = try report(
            "c", "Raiders killed three people in a market", target: "three people", actor: "Raiders", killed: 3,
            trigger: "killed")
        let school = try report(
            "d", "A car bomb killed 21 people at a school", target: "21 people", actor: "A car bomb", killed: 21,
            trigger: "killed")
        let again = try report(
            "e", "Militants shot dead 3 people among the stalls", target: "3 people", actor: "Militants", killed: 3,
            trigger: "killed")
        #expect(try clusters([judge, barracks]).count == 2)
        #expect(try clusters([market, school]).count == 2)
        // The same number of dead, told in other words.
        #expect(try clusters([market, again]).count == 1)
    }

    @Test func mergingDoesNotDependOnOrder() throws {
        var records: [AnnotationRecord] = []
        for number in 0..<40 {
            let day = 1 + number % 7
            records.append(
                try report(
                    "r\(number)",
                    ["Rebels attacked the market", "A market was attacked", "Shells hit a school"][number % 3],
                    mode: [nil, "drone", nil, "aerial"][number % 4],
                    target: [nil, "the market", "a school"][number % 3],
                    edtf: "2022-03-0\(day)", start: "2022-03-0\(day)",
                    end: number % 5 == 0 ? "2022-03-09" : "2022-03-0\(day + 1)",
                    precision: number % 5 == 0 ? "range" : "day", trigger: ["attacked", "attack", "hit"][number % 3]))
        }
        let expected = try clusters(records)
        var state: UInt64 = 7
        for _ in 0..<20 {
            for index in records.indices.dropFirst().reversed() {
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                records.swapAt(index, Int(state >> 33) % (index + 1))
            }
            #expect(try clusters(records) == expected)
        }
        for cluster in expected { #expect(Set(cluster.sources).count == cluster.sources.count) }
    }

    @Test func aRecordIsWrittenAsItIsRead() throws {
        let first = try record("a", published: "2022-03-05", day: "2022-03-04", place: "geonames:1")
        var json = JSONWriter()
        first.write(to: &json)
        let again = try AnnotationRecord(line: json.bytes, path: "test", number: 1)
        #expect(again == first)
    }

    @Test(arguments: [
        (#"{"id": [3]}"#, "another type"), (#"{"id": "a"}"#, "\"toponyms\""), ("{", "damaged"),
    ])
    func aRecordThatIsNoneIsNamed(line: String, message: String) {
        let error = #expect(throws: KitError.self) {
            try AnnotationRecord(line: Array(line.utf8), path: "f.jsonl", number: 7)
        }
        #expect(error.map { "\($0)" }?.hasPrefix("f.jsonl:7: ") == true)
        #expect(error.map { "\($0)" }?.contains(message) == true)
    }

    @Test func orderedMapKeepsOrderAndEndsOnErrors() throws {
        struct Stop: Error {}
        for jobs in [1, 2, 5] {
            var next = 0
            var taken: [Int] = []
            try OrderedMap.run(
                OrderedMap.Options(jobs: jobs), context: {},
                next: {
                    next += 1
                    return next <= 200 ? next : nil
                }, transform: { $1 * 2 }, take: { taken.append($0) })
            #expect(taken == (1...200).map { $0 * 2 })
            #expect(throws: Stop.self) {
                try OrderedMap.run(
                    OrderedMap.Options(jobs: jobs), context: {}, next: { 1 }, transform: { $1 },
                    take: { _ in throw Stop() })
            }
        }
    }

    @Test("What is done is let go of, though the next inputs always wait already")
    func inputsAreLetGo() throws {
        var given: [() -> Bool] = []
        var most = 0
        try OrderedMap.run(
            OrderedMap.Options(jobs: 2, windowPerJob: 16), context: {},
            next: {
                guard given.count < 3000 else { return nil }
                let input = Input()
                given.append { [weak input] in input != nil }
                if given.count.isMultiple(of: 250) { most = max(most, given.count { $0() }) }
                return input
            },
            // Slower than the source, so that the queue never runs empty.
            transform: { (_: Void, input: Input) in
                (0..<40_000).reduce(input.value) { ($0 &* 6_364_136_223_846_793_005) ^ ($0 >> 7) &+ $1 }
            },
            take: { _ in })
        #expect((1...160).contains(most))
    }

    private final class Input: Sendable {
        let value = 1
    }
}
