import Articles
import DatelineKit
import Foundation
import GeoTypes
import MapExport
import TestSupport
import Testing

/// Records are read in two ways: the quick one may leave a line to the other, and never says anything else.
@Suite struct RecordFormTests {
    /// Has every member.
    static let full = #"""
        {"id":"a","title":"T \"quoted\" \\ \/ \b\f\n\r\t \u00e9\u2013","published":"2022-03-06","publisher":"Ґазета","url":null,"language":"uk",
        "unread":true,"sketch":"0000000a0000000b","status":"ok","score":0.25,"toponyms":[
        {"start":0,"end":4,"text":"Izium","confidence":0.949,"evidence":"override","place":{"id":"x:1","name":"X","latitude":-49.208491,"longitude":37,
        "country_code":"UA","admin1":null,"feature_code":"PPL","confidence":"high"}},
        {"start":5,"end":9,"text":"Nowhere","confidence":1,"place":null,"reason":"unknown","passage":{"start":0,"end":9,"text":"A"}}],
        "times":[{"start":1,"end":2,"text":"today","type":"DATE","value":"2022-03-04","mod":null,"edtf":"2022-03-04"}],
        "events":[{"id":"e1","event_type":"ASSAULT","event_mode":"aerial","modality":"asserted","confidence":0.7,
        "trigger":{"start":3,"end":7,"text":"bomb"},"passage":{"start":0,"end":9,"text":"A bombing"},"mentions":[{"start":3,"end":7,"text":"bomb"}],
        "contexts":["military",""],"actor":"they","target":null,"participants":[{"role":"actor","start":0,"end":1,"text":"A"}],
        "killed":3,"wounded":null,"displaced":0,"moved_from":"Y","moved_from_place":{"id":"x:2","name":"Y","latitude":0.5,"longitude":-179.999999,
        "country_code":null,"admin1":"Z","feature_code":"PPLA"},"place":{"id":"x:1","name":"X","latitude":49.2,"longitude":37.3,"country_code":"UA",
        "admin1":null,"feature_code":"PPL","as_written":"X","geo_precision":1,"confidence":0.5,"radius_m":12000},
        "time":{"edtf":"2022-03-04","start":"2022-03-04","end":"2022-03-05","last":"2022-03-04","precision":"day"}},
        {"time":null,"place":null,"contexts":[],"passage":{"text":"","end":0,"start":0},"trigger":{"start":3,"end":7,"text":"b"},"confidence":1e-1,
        "modality":"asserted","event_type":"AID","id":"e2"}]}
        """#.replacingOccurrences(of: "1e-1", with: "0.1")

    private static func decoded(_ line: [UInt8]) -> AnnotationRecord? {
        try? JSONDecoder().decode(AnnotationRecord.self, from: Data(line))
    }

    @Test func whatAnnotateWritesIsReadQuickly() throws {
        let quick = try #require(AnnotationRecord(usual: Array(Self.full.utf8)))
        #expect(quick == Self.decoded(Array(Self.full.utf8)))
        #expect(quick.title == "T \"quoted\" \\ / \u{8}\u{c}\n\r\t \u{e9}\u{2013}")
        #expect(quick.toponyms[0].place?.coordinate.latitude == -49.208491)
        #expect(quick.events[0].participants?.count == 1 && quick.events[1].time == nil)
        var json = JSONWriter()
        quick.write(to: &json)
        #expect(AnnotationRecord(usual: json.bytes) == quick)
    }

    @Test(arguments: [
        (#""id":"a""#, #""id":12"#, "12"), (#""id":"a""#, #""id":-3"#, "-3"), (#""id":"a""#, #""id" : "a""#, "a"),
        (#"{"id":"a""#, "\t{ \"id\":\"\\u0061\"", "a"),
    ])
    func anIdMayBeANumber(old: String, new: String, id: String) {
        let line = Self.full.replacingOccurrences(of: old, with: new)
        #expect(line != Self.full)
        #expect(AnnotationRecord(usual: Array(line.utf8))?.id == id)
    }

    @Test(arguments: [
        (#""id":"a""#, #""id":"a","text":"An article.""#), (#""id":"a""#, #""id":"a","id":"b""#),
        (#""id":"a""#, #""id":null"#),
        (#""id":"a""#, #""id":1.0"#), (#""id":"a""#, #""id":"""#), (#""id":"a""#, #""id":"\ud83d""#),
        (#""id":"a""#, "\"id\":\"a\nb\""),
        (#""status":"ok""#, #""status":["ok"]"#), (#""status":"ok""#, #""st\u0061tus":"ok""#),
        (#""killed":3"#, #""killed":3.0"#),
        (#""killed":3"#, #""killed":03"#), (#""killed":3"#, #""killed":-3"#), (#""killed":3"#, #""killed":3e0"#),
        (#""killed":3"#, #""killed":-0"#),
        (#""killed":3"#, #""killed":1234567890123456"#), (#""confidence":0.7"#, #""confidence":.7"#),
        (#""confidence":0.7"#, #""confidence":0."#),
        (#""confidence":0.7"#, #""confidence":0.70000000000000001"#), (#""confidence":0.7"#, #""confidence":1.7"#),
        (#""latitude":49.2"#, #""latitude":149.2"#), (#""times":["#, #""other":["#), (#""modality":"asserted","#, ""),
        ("]}", "]}}"), ("]}", "],}"), ("]}", "]"), (#"{"id""#, #"[{"id""#), (#"{"id""#, "\u{FEFF}{\"id\""),
    ])
    func whatIsUnusualIsLeftToTheDecoder(old: String, new: String) throws {
        let place = try #require(Self.full.range(of: old, options: old == "]}" ? .backwards : []))
        let line = Self.full.replacingCharacters(in: place, with: new)
        #expect(AnnotationRecord(usual: Array(line.utf8)) == nil)
    }

    /// Whatever happens to a line: both ways agree wherever the quick one answers.
    @Test(arguments: 0..<20) func damageIsReadAlikeOrNot(seed: Int) {
        var generator = SeededGenerator(seed: UInt64(seed))
        let bytes = Array(Self.full.utf8)
        var read = 0
        for _ in 0..<200 {
            var line = bytes
            for _ in 0..<Int.random(in: 1...2, using: &generator) {
                let place = Int.random(in: 0..<line.count, using: &generator)
                switch Int.random(in: 0..<4, using: &generator) {
                case 0: line[place] = UInt8.random(in: 0...255, using: &generator)
                case 1: line.remove(at: place)
                case 2:
                    line.insert(
                        Array("\"\\,:[]{}0123456789.-eEnu \n".utf8).randomElement(using: &generator) ?? 0, at: place)
                default: line[place] = line[Int.random(in: 0..<line.count, using: &generator)]
                }
            }
            guard let quick = AnnotationRecord(usual: line) else { continue }
            read += 1
            #expect(Self.decoded(line) == quick, "\(String(decoding: line, as: UTF8.self))")
        }
        // Letters of names and texts may change.
        #expect(read > 20)
    }
}
