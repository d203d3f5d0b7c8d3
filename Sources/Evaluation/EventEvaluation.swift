import Articles
public import DatelineKit
import EventExtraction
import Gazetteers
import Geoparsing
import TemporalTagging

/// How well events are found, placed and dated.
///
/// A gold event and one of the program's are matched one to one when they share a sentence: first those whose triggers
/// overlap, then those of one type, then the rest. A place is right by its id, a date by its first day; where the gold
/// has none, the right answer is none.
public struct EventEvaluation: Sendable {
    public private(set) var gold = 0
    /// Gold events with a place: those that belong on a map.
    public private(set) var placed = 0
    public private(set) var dated = 0
    public private(set) var found = 0
    public private(set) var matched = 0
    public private(set) var typeRight = 0
    /// Of ``placed``: matched, with the right place.
    public private(set) var placeRight = 0
    /// Of ``dated``: matched, with the right date.
    public private(set) var dateRight = 0
    /// Of ``placed``: matched, with the right place and the right date (or rightly none).
    public private(set) var bothRight = 0
    /// Matched, and wrong in place or date.
    public private(set) var matchedWrong = 0
    /// The program's events that match no gold event.
    public private(set) var spurious = 0
    public private(set) var lines: [String] = []

    public init() {}

    public mutating func add(_ item: GoldFolder.Item, _ analysis: Pipeline.Analysis) {
        let document = analysis.document
        let events = analysis.events
        var partner: [Int: Int] = [:]
        // An event that the text tells several times stands for each gold row at one of its mentions.
        for (number, expected) in item.events.enumerated() {
            partner[number] = events.indices.first { index in
                events[index].mentions.contains { $0.overlaps(expected.trigger) }
            }
        }
        var taken: Set<Int> = []
        for level in 0..<3 {
            for (number, expected) in item.events.enumerated() where partner[number] == nil {
                let sentence = document.sentenceIndex(at: expected.trigger.start).map { document.sentences[$0].range }
                let match = events.indices.first { index in
                    guard !taken.contains(index) else { return false }
                    if level == 0 { return events[index].trigger.overlaps(expected.trigger) }
                    guard let sentence, sentence.contains(events[index].trigger) else { return false }
                    return level == 2 || events[index].type == expected.type
                }
                if let match {
                    partner[number] = match
                    taken.insert(match)
                }
            }
        }
        found += events.count
        for (number, expected) in item.events.enumerated() {
            score(expected, partner[number], analysis)
        }
        taken.formUnion(partner.values)
        for index in events.indices where !taken.contains(index) {
            spurious += 1
            note("spurious", events[index].trigger, analysis, detail: describe(events[index], analysis))
        }
    }

    private mutating func score(_ expected: GoldFolder.Event, _ match: Int?, _ analysis: Pipeline.Analysis) {
        guard !expected.isOptional else {
            if match != nil { found -= 1 }
            return
        }
        gold += 1
        if !expected.places.isEmpty { placed += 1 }
        if expected.start != nil { dated += 1 }
        let wanted =
            "\(expected.type) \(expected.modality) \(expected.places.sorted().joined(separator: "/")) \(expected.start ?? "-")"
        guard let match else {
            note("missed", expected.trigger, analysis, detail: wanted)
            return
        }
        let event = analysis.events[match]
        matched += 1
        let place = event.toponym.flatMap { analysis.toponyms[$0].place?.id }
        let start = event.time.flatMap { analysis.times[$0].span?.start.iso }
        let placeIsRight = expected.places.isEmpty ? place == nil : place.map { expected.places.contains($0) } ?? false
        let dateIsRight = start == expected.start
        if event.type == expected.type { typeRight += 1 }
        if placeIsRight, !expected.places.isEmpty { placeRight += 1 }
        if dateIsRight, expected.start != nil { dateRight += 1 }
        if placeIsRight, dateIsRight, !expected.places.isEmpty { bothRight += 1 }
        if !placeIsRight || !dateIsRight { matchedWrong += 1 }
        if !placeIsRight || !dateIsRight || event.type != expected.type {
            note("wrong", expected.trigger, analysis, detail: "wanted \(wanted); found " + describe(event, analysis))
        }
    }

    private func describe(_ event: Event, _ analysis: Pipeline.Analysis) -> String {
        let place = event.toponym.flatMap { analysis.toponyms[$0].place?.id } ?? "-"
        let start = event.time.flatMap { analysis.times[$0].span?.start.iso } ?? "-"
        return
            "\(event.type) \(event.modality.rawValue) \(place) \(start) conf \((event.confidence * 100).rounded() / 100)"
    }

    private mutating func note(_ kind: String, _ range: TextRange, _ analysis: Pipeline.Analysis, detail: String) {
        let document = analysis.document
        let sentence = document.sentenceIndex(at: range.start).map { document.sentences[$0].range } ?? range
        lines.append(
            [
                kind, document.article.id, document.text(range), detail,
                document.text(sentence).split(whereSeparator: \.isNewline).joined(separator: " "),
            ]
            .joined(separator: "\t"))
    }
}
