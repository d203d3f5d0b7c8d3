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

    private func clusters(_ records: [AnnotationRecord]) -> [EventCluster] {
        var merger = EventMerger()
        for record in records { for event in record.events { merger.add(event, of: record) } }
        return merger.clusters()
    }

    @Test func theFirstReportIsTheLeastByDateThenId() throws {
        let a = try record("a", published: nil, day: "2022-03-04", place: "geonames:1")
        let b = try record("b", published: "2022-03-06", day: "2022-03-04", place: "geonames:1")
        let c = try record("c", published: "2022-03-05", day: "2022-03-04", place: "geonames:1")
        let found = clusters([a, b, c])
        #expect(found.count == 1)
        #expect(found.first?.source.id == "c")
        #expect(found.first?.sources == ["a", "b", "c"])
        #expect(clusters([c, a, b]) == found)
    }

    @Test func nothingMergesAcrossDaysTownsOrWithinAnArticle() throws {
        let a = try record("a", published: nil, day: "2022-03-04", place: "geonames:1")
        #expect(clusters([a, try record("b", published: nil, day: "2022-03-05", place: "geonames:1")]).count == 2)
        #expect(clusters([a, try record("b", published: nil, day: "2022-03-04", place: "geonames:2")]).count == 2)
        #expect(
            clusters([a, try record("a", published: nil, day: "2022-03-04", place: "geonames:1", trigger: 9)]).count
                == 2)
    }

    @Test func aRecordIsWrittenAsItIsRead() throws {
        let first = try record("a", published: "2022-03-05", day: "2022-03-04", place: "geonames:1")
        var json = JSONWriter()
        first.write(to: &json)
        let again = try AnnotationRecord(line: json.bytes, path: "test", number: 1)
        #expect(again == first)
    }

    @Test(arguments: [
        (#"{"id": 3}"#, "another type"), (#"{"id": "a"}"#, "\"toponyms\""), ("{", "damaged"),
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
}
