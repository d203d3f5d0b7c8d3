public import Articles
public import DatelineKit
import EventExtraction

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Sentences with the type of an event that they tell: JSON Lines with `id`, `text` and `event`.
///
/// A sentence is right when an event of it has the type. Older names of PLOVER's types count as their successors.
/// One with the type `-` tells none, and is right when none is found.
public struct TypedSentences: EventCorpus {
    public private(set) var articles: [Article] = []
    private var types: [String] = []

    private struct Line: Decodable {
        var id: String
        var text: String
        var event: String
    }

    /// The type of a sentence that tells no event.
    static let none = "-"

    /// What became of types of the ontology's first version.
    static let successors: [String: Set<String>] = [
        "FIGHT": ["ASSAULT"], "YIELD": ["CONCEDE", "RETREAT"], "INVESTIGATE": ["ACCUSE"],
        "DISAPPROVE": ["ACCUSE", "REJECT"], "DEMAND": ["REQUEST"], "CRIME": ["ASSAULT", "COERCE"],
    ]

    /// - Throws: an error that names the file and the line.
    public init(path: String, half: TimeCorpus.Half = .all) throws {
        let bytes = try FileBytes.read(path)
        for (number, line) in bytes.split(separator: 0x0A).enumerated() where half.takes(number) {
            guard let json = try? JSONDecoder().decode(Line.self, from: Data(line)) else {
                throw ArticleError.json(
                    path: path, line: number + 1, detail: "found no sentence with id, text and event")
            }
            articles.append(Article(id: json.id, text: json.text))
            types.append(json.event)
        }
    }

    public func measures(_ analyses: [Pipeline.Analysis], minimumConfidence: Double) -> EventMeasures {
        var measures = EventMeasures()
        var right: [String: Int] = [:]
        var all: [String: Int] = [:]
        for (index, analysis) in analyses.enumerated() {
            let events = analysis.events.filter { $0.confidence >= minimumConfidence }
            let type = types[index]
            let wanted = Self.successors[type] ?? [type]
            measures.found += events.count
            all[type, default: 0] += 1
            if type == Self.none ? events.isEmpty : events.contains(where: { wanted.contains($0.type) }) {
                right[type, default: 0] += 1
            } else {
                let text = analysis.document.article.text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
                let found = events.map { "\($0.type) \(analysis.document.text($0.trigger))" }.joined(separator: "; ")
                measures.mistakes.append(
                    ["type", articles[index].id, type, found.isEmpty ? "-" : found, text].joined(separator: "\t"))
            }
        }
        measures.documents = analyses.count
        measures.shares = [
            .init(name: "type right", right: right.values.reduce(0, +), of: analyses.count)
        ]
        measures.types = all.keys.sorted().map { type in
            (type, [.init(name: "type right", right: right[type] ?? 0, of: all[type] ?? 0)])
        }
        return measures
    }
}
