import Articles
public import DatelineKit
package import EventExtraction
import Gazetteers
import Geoparsing
import TemporalTagging

/// How well events are found, placed and dated.
///
/// A gold event and one of the program's are matched one to one when they share a sentence: first those whose triggers
/// overlap, then those of one type, then the rest. What the article tells several times is one event of the program's
/// and stands for the gold row at each of its mentions. What happened at each place of a list counts once. A place is right by its id, a date by its first day; where the
/// gold has none, the right answer is none.
public struct EventEvaluation: Sendable {
    public struct Counts: Hashable, Sendable {
        public var gold = 0
        /// Gold events with a place: those that belong on a map.
        public var placed = 0
        public var dated = 0
        public var found = 0
        public var matched = 0
        public var typeRight = 0
        /// Of ``placed``: matched, with the right place.
        public var placeRight = 0
        /// Of ``dated``: matched, with the right date.
        public var dateRight = 0
        /// Of ``placed``: matched, with the right place and the right date (or rightly none).
        public var bothRight = 0
        /// The program's events that match no gold event.
        public var spurious = 0
        /// Matched, and with none of the rows that it stands for right in type and in the place and date that are said.
        public var misstated = 0

        public init() {}

        var shares: [EventMeasures.Share] {
            [
                .init(name: "found", right: matched, of: gold),
                .init(name: "type right", right: typeRight, of: gold),
                .init(name: "place right", right: placeRight, of: placed),
                .init(name: "date right", right: dateRight, of: dated),
                .init(name: "place and date right", right: bothRight, of: placed),
                .init(name: "spurious", right: spurious, of: found),
                .init(name: "spurious or misstated", right: spurious + misstated, of: found),
            ]
        }
    }

    public private(set) var all = Counts()
    /// Gold events by their type; what is found and spurious by the type that the program gave.
    public private(set) var byType: [String: Counts] = [:]
    public private(set) var lines: [String] = []
    /// What was found, in order, and whether nothing that is said of it is wrong: its type, its place and its date, where
    /// it has them; without what need not be found.
    package private(set) var verdicts: [(event: Event, isRight: Bool, happened: Bool)] = []

    public init() {}

    private mutating func count(_ type: String, _ change: (inout Counts) -> Void) {
        change(&all)
        change(&byType[type, default: Counts()])
    }

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
                let matches = events.indices.filter { index in
                    guard !taken.contains(index) else { return false }
                    if level == 0 { return events[index].trigger.overlaps(expected.trigger) }
                    guard events[index].placing == 0, let sentence, sentence.contains(events[index].trigger) else {
                        return false
                    }
                    return level == 2 || events[index].type == expected.type
                }
                // Of a list the place that is wanted.
                let match =
                    matches.first { level == 0 && isPlaced(events[$0], at: expected.places, analysis) } ?? matches.first
                if let match {
                    partner[number] = match
                    taken.insert(match)
                }
            }
        }
        // The first of a list stands for all of it.
        let first = events.indices.map { $0 - min(events[$0].placing, $0) }
        for event in events where event.placing == 0 { count(event.type) { $0.found += 1 } }
        var agreements: [Int: (all: Bool, type: Bool)] = [:]
        for (number, expected) in item.events.enumerated() where !expected.isOptional {
            let agreement = score(expected, partner[number], analysis)
            guard let match = partner[number].map({ first[$0] }) else { continue }
            let old = agreements[match] ?? (false, false)
            agreements[match] = (old.all || agreement.all, old.type || agreement.type)
        }
        taken = Set(taken.union(partner.values).map { first[$0] })
        for index in taken.sorted() {
            // What only optional rows stand for counts neither way.
            guard let agreement = agreements[index] else {
                count(events[index].type) { $0.found -= 1 }
                continue
            }
            if !agreement.all { count(events[index].type) { $0.misstated += 1 } }
        }
        for index in events.indices where !taken.contains(first[index]) && events[index].placing == 0 {
            count(events[index].type) { $0.spurious += 1 }
            verdicts.append((events[index], false, false))
            note("spurious", events[index].trigger, analysis, detail: describe(events[index], analysis))
        }
    }

    /// Counts a row of the gold.
    ///
    /// - Returns: whether the event that stands for it agrees with it: in what it says, and in type.
    private mutating func score(
        _ expected: GoldFolder.Event, _ match: Int?, _ analysis: Pipeline.Analysis
    ) -> (all: Bool, type: Bool) {
        count(expected.type) { counts in
            counts.gold += 1
            if !expected.places.isEmpty { counts.placed += 1 }
            if expected.start != nil { counts.dated += 1 }
        }
        let wanted =
            "\(expected.type) \(expected.modality) \(expected.places.sorted().joined(separator: "/")) \(expected.start ?? "-")"
        guard let match else {
            note("missed", expected.trigger, analysis, detail: wanted)
            return (false, false)
        }
        let event = analysis.events[match]
        let place = event.toponym.flatMap { analysis.toponyms[$0].place?.id }
        let start = event.time.flatMap { analysis.times[$0].span?.start.iso }
        let placeIsRight = expected.places.isEmpty ? place == nil : place.map { expected.places.contains($0) } ?? false
        let dateIsRight = start == expected.start
        let isFalse = place != nil && !placeIsRight || start != nil && !dateIsRight || event.type != expected.type
        verdicts.append((event, !isFalse, event.type == expected.type))
        count(expected.type) { counts in
            counts.matched += 1
            if event.type == expected.type { counts.typeRight += 1 }
            if dateIsRight, expected.start != nil { counts.dateRight += 1 }
            guard placeIsRight, !expected.places.isEmpty else { return }
            counts.placeRight += 1
            if dateIsRight { counts.bothRight += 1 }
        }
        if !placeIsRight || !dateIsRight || event.type != expected.type {
            note("wrong", expected.trigger, analysis, detail: "wanted \(wanted); found " + describe(event, analysis))
        }
        return (!isFalse, event.type == expected.type)
    }

    private func isPlaced(_ event: Event, at places: Set<String>, _ analysis: Pipeline.Analysis) -> Bool {
        event.toponym.flatMap { analysis.toponyms[$0].place?.id }.map(places.contains) ?? false
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
