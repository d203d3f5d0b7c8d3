import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

/// Reads from a mention and its sentence what its confidence depends on.
struct ConfidenceReader {
    let reading: Reading
    let gate: EvidenceGate
    let seen: SeenTriggers
    /// Share of sentences with an event of force, protest, arrest or troops.
    private let conflict: Double
    /// For each sentence how many events it has.
    private let crowds: [Int]

    private static let court = Topic.court.bit
    private static let features = ConfidenceFeature.allCases

    init(_ reading: Reading, mentions: [Mention]) {
        self.reading = reading
        gate = EvidenceGate(reading)
        let count = reading.document.sentences.count
        var crowds = [Int](repeating: 0, count: count)
        var isForceful = [Bool](repeating: false, count: count)
        for index in mentions.indices {
            crowds[mentions[index].sentence] += 1
            if EvidenceGate.conflict.contains(mentions[index].type) { isForceful[mentions[index].sentence] = true }
        }
        self.crowds = crowds
        conflict = Double(isForceful.count { $0 }) / Double(max(1, count))
        seen = SeenTriggers(reading, mentions)
    }

    /// What the words of the sentence around a mention say.
    struct Surroundings {
        var isQuoted = false
        var isConversation = false
        var hasOtherTopic = false
        var topics: UInt16 = 0
        /// Those of the trigger's form.
        var tags: FormTags = []
        /// What a noun phrase of the trigger hangs on.
        var governor: ConfidenceFeature?
    }

    func evidence(of mention: Mention) -> Evidence {
        let around = surroundings(mention)
        var evidence = Evidence(capacity: 48)
        evidence.headword = reading.lemma(at: mention.head) ?? 0
        withUnsafeTemporaryAllocation(of: Double.self, capacity: Self.features.count) { values in
            for feature in Self.features {
                let value = value(feature, mention, around)
                values.initializeElement(at: feature.rawValue, to: value)
                evidence.append(feature.rawValue, value)
            }
            let type = ConfidenceModel.numbers[mention.type]
            var first = values.count
            if let number = type?.type { evidence.append(first + number, 1) }
            first += ConfidenceModel.types.count
            let topics = reading.topics
            for number in Topic.weighted.indices { evidence.append(first + number, topics.shares[number]) }
            first += Topic.weighted.count
            for number in Topic.weighted.indices where around.topics >> UInt16(number) & 1 != 0 {
                evidence.append(first + number, 1)
            }
            first += Topic.weighted.count
            let particular = ConfidenceModel.particular
            for kind in type?.kinds ?? [] {
                for number in particular.indices {
                    evidence.append(first + kind * particular.count + number, values[particular[number].rawValue])
                }
            }
        }
        return evidence
    }

    private func surroundings(_ mention: Mention) -> Surroundings {
        var around = Surroundings()
        let tokens = reading.document.sentences[mention.sentence].tokens
        around.tags = reading.tags(at: mention.head)
        if isNominal(mention, around) { around.governor = governor(of: mention, from: tokens.lowerBound) }
        for index in reading.window(around: mention.head, in: tokens) {
            let c = reading.classes[index]
            if c.contains(.quote) { around.isQuoted = true }
            if reading.isConversational(index) { around.isConversation = true }
            if c.hasAny([.accident, .sport]) { around.hasOtherTopic = true }
            if !mention.tokens.contains(index) {
                around.topics |= reading.lexicon.topics.topics(of: reading.words[index])
            }
        }
        return around
    }

    private func value(_ feature: ConfidenceFeature, _ mention: Mention, _ around: Surroundings) -> Double {
        let value: Bool
        switch feature {
        case .bias: value = true
        case .strong: value = reading.lexicon.triggers.triggers[mention.trigger].strength == 3
        case .weak: value = reading.lexicon.triggers.triggers[mention.trigger].strength == 1
        case .evidence: return min(max(mention.evidence, 0), 5) / 5
        case .noun: value = mention.usage == .noun
        case .bareNoun: value = mention.usage == .noun && isBare(mention)
        case .pluralNoun: value = mention.usage == .noun && around.tags.contains(.plural)
        case .gerund: value = mention.usage == .active && around.tags.contains(.gerund)
        case .passive: value = mention.usage == .passive || mention.usage == .bare
        case .present:
            value =
                mention.usage == .active && mention.group.nearest == .none
                && !around.tags.isDisjoint(with: [.base, .third])
                && around.tags.isDisjoint(with: .past)
        case .modal: value = mention.group.hasModal
        case .phrase: value = mention.tokens.count > 1
        case .background: value = mention.isBackground
        case .definite: value = mention.isDefinite
        case .told: value = mention.isTold
        case .spokenOf: value = mention.isSpokenOf
        case .thin: value = mention.isThin
        case .unpublic: value = mention.isUnpublic
        case .idle: value = mention.isIdle
        case .verbal: value = EvidenceGate.verbalTypes.contains(mention.type)
        case .result: value = reading.lexicon.triggers.triggers[mention.trigger].isResult
        case .future: value = mention.modality == .planned || mention.modality == .threatened
        case .unreal: value = [.hypothetical, .generic, .attempted].contains(mention.modality)
        case .denied: value = mention.modality == .negated || mention.modality == .denied
        case .alleged: value = mention.modality == .alleged
        case .actor: value = mention.actor != nil
        case .publicActor: value = mention.actor.map(isPublic) ?? false
        case .namedActor: value = mention.actor.map(isNamed) ?? false
        case .pronounActor: value = mention.actor.map { reading.isPronoun($0) } ?? false
        case .standing: value = gate.hasStanding(mention)
        case .target: value = mention.target != nil
        case .publicTarget: value = mention.target.map(isPublic) ?? false
        case .placeTarget: value = mention.target.map { $0.contains { reading.isPlace($0) } } ?? false
        case .personTarget:
            value = mention.target.map { $0.contains { reading.classes[$0].contains(.person) } } ?? false
        case .counted: value = mention.killed != nil || mention.wounded != nil || mention.displaced != nil
        case .repeated: value = !mention.repeats.isEmpty
        case .noPlace: value = mention.place == nil
        case .carriedPlace: value = mention.place?.isCarried == true
        case .placeScore: return Self.share(mention.place)
        case .country:
            let kind = mention.place.flatMap { reading.toponyms[$0.index].place?.kind }
            value = kind == .country || kind == .continent
        case .noDate: value = mention.time == nil
        case .carriedDate: value = mention.time?.isCarried == true
        case .dateScore: return Self.share(mention.time)
        case .day: value = mention.time.map { reading.times[$0.index].span?.precision == .day } ?? false
        case .conflict: return min(1, conflict)
        case .lead: value = mention.sentence < 3
        case .brief: value = reading.document.sentences.count <= 3
        case .quoted: value = around.isQuoted
        case .conversation: value = around.isConversation
        case .otherTopic: value = around.hasOtherTopic
        case .charge: value = followsCharge(mention)
        case .crowded: value = crowds[mention.sentence] > 2
        default: return grammar(feature, mention, around)
        }
        return value ? 1 : 0
    }

    private static func share(_ link: Mention.Link?) -> Double {
        guard let link, !link.isCarried else { return 0 }
        return max(0, LinkerWeights.logistic(link.score) - 0.5) * 2
    }

    /// No determiner, possessive or number within three words before.
    func isBare(_ mention: Mention) -> Bool {
        let first = max(reading.document.sentences[mention.sentence].tokens.lowerBound, mention.tokens.lowerBound - 3)
        return !(first..<mention.tokens.lowerBound).contains {
            reading.classes[$0].hasAny([.determiner, .possessive, .number, .quantifier]) || reading.isPossessive(at: $0)
        }
    }

    func isPublic(_ phrase: Range<Int>) -> Bool {
        phrase.contains { reading.classes[$0].contains(.official) || reading.isPlace($0) }
    }

    private func isNamed(_ phrase: Range<Int>) -> Bool {
        phrase.dropFirst().contains { reading.document.tokens[$0].isCapitalized }
    }

    private func followsCharge(_ mention: Mention) -> Bool {
        let first = max(reading.document.sentences[mention.sentence].tokens.lowerBound, mention.tokens.lowerBound - 6)
        return (first..<mention.tokens.lowerBound).contains {
            reading.lexicon.topics.topics(of: reading.words[$0]) & Self.court != 0
        }
    }
}
