import Articles
public import DatelineKit
import EventExtraction
import Gazetteers
import Geoparsing
import TemporalTagging

extension MUCCorpus {
    /// The types that incidents of MUC-4 are.
    private static let types: Set<String> = ["ASSAULT", "COERCE", "PROTEST"]

    /// An event as the keys are compared with it.
    private struct Found {
        var trigger: String
        var names: Set<String>
        var day: String?
        var passage: String
    }

    /// Asserted events of the types that incidents are count. Of the accomplished incidents, one with a sub-national
    /// place is found when an event of its document has a name of that chain below the country, as written or resolved;
    /// one with a single day when an event starts that day. Precision: of the events with place and date, those that
    /// agree with the chain, or a day, of some incident of their document. An event that is dated to a month or a year has
    /// no day.
    public func measures(_ analyses: [Pipeline.Analysis], minimumConfidence: Double) -> EventMeasures {
        var measures = EventMeasures()
        var place = EventMeasures.Share(name: "place right", right: 0, of: 0)
        var day = EventMeasures.Share(name: "day right", right: 0, of: 0)
        var both = EventMeasures.Share(name: "place and day right", right: 0, of: 0)
        var precision = EventMeasures.Share(name: "precision", right: 0, of: 0)
        for analysis in analyses {
            let id = analysis.document.article.id
            let events = analysis.events.filter {
                Self.types.contains($0.type) && $0.modality == .asserted && $0.confidence >= minimumConfidence
            }
            let found = events.map { Self.found($0, analysis) }
            measures.found += found.count
            let known = (incidents[id] ?? []).filter { $0.type != "*" }
            for incident in known where incident.isAccomplished {
                let places = incident.places
                let hasPlace = found.contains { !$0.names.isDisjoint(with: places) }
                let hasDay = found.contains { $0.day == incident.day }
                if !places.isEmpty {
                    place.of += 1
                    if hasPlace { place.right += 1 }
                }
                if let wanted = incident.day {
                    day.of += 1
                    if hasDay { day.right += 1 }
                    if !places.isEmpty {
                        both.of += 1
                        if found.contains(where: { $0.day == wanted && !$0.names.isDisjoint(with: places) }) {
                            both.right += 1
                        }
                    }
                }
                if !places.isEmpty && !hasPlace || incident.day != nil && !hasDay {
                    let wanted = incident.chains.map { $0.joined(separator: ": ") }.joined(separator: " - ")
                    let nearest = found.map { "\($0.trigger) \($0.names.sorted().first ?? "-") \($0.day ?? "-")" }
                    measures.mistakes.append(
                        [
                            "missed", id, incident.type, "\(wanted) \(incident.day ?? "-")",
                            nearest.joined(separator: "; "),
                        ].joined(separator: "\t"))
                }
            }
            let chains = Set(known.flatMap { $0.chains.flatMap(\.self) })
            let days = Set(known.flatMap(\.days))
            for event in found {
                guard !event.names.isEmpty, let start = event.day else { continue }
                precision.of += 1
                if !event.names.isDisjoint(with: chains) || days.contains(start) {
                    precision.right += 1
                } else {
                    measures.mistakes.append(
                        [
                            "wrong", id, event.trigger, "\(event.names.sorted().joined(separator: "/")) \(start)",
                            event.passage,
                        ].joined(separator: "\t"))
                }
            }
        }
        measures.documents = analyses.count
        measures.shares = [place, day, both, precision]
        return measures
    }

    private static func found(_ event: Event, _ analysis: Pipeline.Analysis) -> Found {
        func plain(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }
        var names: Set<String> = []
        if let index = event.toponym, let place = analysis.toponyms[index].place {
            names = [
                plain(place.name).uppercased(),
                plain(analysis.document.text(analysis.toponyms[index].range)).uppercased(),
            ]
        }
        return Found(
            trigger: plain(analysis.document.text(event.trigger)), names: names,
            // `in 1979` has no day, though it starts on one.
            day: event.time.flatMap { analysis.times[$0].span }.flatMap {
                [.day, .range].contains($0.precision) ? $0.start.iso : nil
            },
            passage: plain(analysis.document.text(event.passage)))
    }
}
