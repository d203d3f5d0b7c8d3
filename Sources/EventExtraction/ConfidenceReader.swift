import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

/// Reads from a mention and its sentence what its confidence depends on.
struct ConfidenceReader {
    private let reading: Reading
    private let gate: EvidenceGate
    /// Share of sentences with an event of force, protest, arrest or troops.
    private let conflict: Double

    private static let forceful: Set<String> = ["ASSAULT", "PROTEST", "COERCE", "MOBILIZE"]

    init(_ reading: Reading, mentions: [Mention]) {
        self.reading = reading
        gate = EvidenceGate(reading)
        let sentences = Set(mentions.filter { Self.forceful.contains($0.type) }.map(\.sentence))
        conflict = Double(sentences.count) / Double(max(1, reading.document.sentences.count))
    }

    /// One value for each ``ConfidenceFeature``.
    func values(_ mention: Mention) -> [Double] {
        let trigger = reading.lexicon.triggers.triggers[mention.trigger]
        let tokens = reading.document.sentences[mention.sentence].tokens
        var speech = false
        var otherTopic = false
        for index in reading.window(around: mention.head, in: tokens) {
            let c = reading.classes[index]
            if c.contains(.quote) || reading.isConversational(index) { speech = true }
            if c.hasAny([.accident, .sport]) { otherTopic = true }
        }
        let kind = mention.place.flatMap { reading.toponyms[$0.index].place?.kind }
        func share(_ link: Mention.Link?) -> Double {
            guard let link, !link.isCarried else { return 0 }
            return max(0, LinkerWeights.logistic(link.score) - 0.5) * 2
        }
        return ConfidenceFeature.allCases.map { feature in
            let value: Bool
            switch feature {
            case .bias: value = true
            case .strong: value = trigger.strength == 3
            case .weak: value = trigger.strength == 1
            case .evidence: return min(max(mention.evidence, 0), 5) / 5
            case .noun: value = mention.usage == .noun
            case .background: value = mention.isBackground || mention.isDefinite
            case .verbal: value = EvidenceGate.verbalTypes.contains(mention.type)
            case .result: value = trigger.isResult
            case .notAsserted: value = mention.modality != .asserted
            case .actor: value = mention.actor != nil
            case .standing: value = gate.hasStanding(mention)
            case .target: value = mention.target != nil
            case .counted: value = mention.killed != nil || mention.wounded != nil || mention.displaced != nil
            case .repeated: value = !mention.repeats.isEmpty
            case .noPlace: value = mention.place == nil
            case .carriedPlace: value = mention.place?.isCarried == true
            case .placeScore: return share(mention.place)
            case .country: value = kind == .country || kind == .continent
            case .noDate: value = mention.time == nil
            case .carriedDate: value = mention.time?.isCarried == true
            case .dateScore: return share(mention.time)
            case .conflict: return min(1, conflict)
            case .speech: value = speech
            case .otherTopic: value = otherTopic
            }
            return value ? 1 : 0
        }
    }
}
