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
    private static let featureCount = ConfidenceFeature.allCases.count

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

    /// A value for each feature, 0...1, where it lies.
    struct FeatureValues {
        fileprivate let all: UnsafeMutableBufferPointer<Double>

        subscript(number feature: ConfidenceFeature) -> Double {
            get { all[feature.rawValue] }
            nonmutating set { all[feature.rawValue] = newValue }
        }

        subscript(feature: ConfidenceFeature) -> Bool {
            get { all[feature.rawValue] != 0 }
            nonmutating set { all[feature.rawValue] = newValue ? 1 : 0 }
        }
    }

    func evidence(of mention: Mention) -> Evidence {
        let around = surroundings(mention)
        return withUnsafeTemporaryAllocation(of: Double.self, capacity: Self.featureCount) { values in
            values.initialize(repeating: 0)
            read(mention, around, into: FeatureValues(all: values))
            readGrammar(mention, around, into: FeatureValues(all: values))
            var evidence = Evidence(values, more: 24)
            evidence.headword = reading.lemma(at: mention.head) ?? 0
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
            return evidence
        }
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

    /// Says of each feature what it is: in one run, for a call a feature would cost more than most features do.
    private func read(_ mention: Mention, _ around: Surroundings, into values: FeatureValues) {
        let trigger = reading.lexicon.triggers.triggers[mention.trigger]
        values[.bias] = true
        values[.strong] = trigger.strength == 3
        values[.weak] = trigger.strength == 1
        values[number: .evidence] = min(max(mention.evidence, 0), 5) / 5
        values[.noun] = mention.usage == .noun
        values[.bareNoun] = mention.usage == .noun && isBare(mention)
        values[.pluralNoun] = mention.usage == .noun && around.tags.contains(.plural)
        values[.gerund] = mention.usage == .active && around.tags.contains(.gerund)
        values[.passive] = mention.usage == .passive || mention.usage == .bare
        values[.present] =
            mention.usage == .active && mention.group.nearest == .none
            && !around.tags.isDisjoint(with: [.base, .third])
            && around.tags.isDisjoint(with: .past)
        values[.modal] = mention.group.hasModal
        values[.phrase] = mention.tokens.count > 1
        values[.background] = mention.isBackground
        values[.definite] = mention.isDefinite
        values[.told] = mention.isTold
        values[.spokenOf] = mention.isSpokenOf
        values[.thin] = mention.isThin
        values[.unpublic] = mention.isUnpublic
        values[.idle] = mention.isIdle
        values[.verbal] = EvidenceGate.verbalTypes.contains(mention.type)
        values[.result] = trigger.isResult
        values[.future] = mention.modality == .planned || mention.modality == .threatened
        values[.unreal] = [.hypothetical, .generic, .attempted].contains(mention.modality)
        values[.denied] = mention.modality == .negated || mention.modality == .denied
        values[.alleged] = mention.modality == .alleged
        values[.actor] = mention.actor != nil
        values[.publicActor] = mention.actor.map(isPublic) ?? false
        values[.namedActor] = mention.actor.map(isNamed) ?? false
        values[.pronounActor] = mention.actor.map { reading.isPronoun($0) } ?? false
        values[.standing] = gate.hasStanding(mention)
        values[.target] = mention.target != nil
        values[.publicTarget] = mention.target.map(isPublic) ?? false
        values[.placeTarget] = mention.target.map { $0.contains { reading.isPlace($0) } } ?? false
        values[.personTarget] = mention.target.map { $0.contains { reading.classes[$0].contains(.person) } } ?? false
        values[.counted] = mention.killed != nil || mention.wounded != nil || mention.displaced != nil
        values[.repeated] = !mention.repeats.isEmpty
        values[.noPlace] = mention.place == nil
        values[.carriedPlace] = mention.place?.isCarried == true
        values[number: .placeScore] = Self.share(mention.place)
        let placeKind = mention.place.flatMap { reading.toponyms[$0.index].place?.kind }
        values[.country] = placeKind == .country || placeKind == .continent
        values[.noDate] = mention.time == nil
        values[.carriedDate] = mention.time?.isCarried == true
        values[number: .dateScore] = Self.share(mention.time)
        values[.day] = mention.time.map { reading.times[$0.index].span?.precision == .day } ?? false
        values[number: .conflict] = min(1, conflict)
        values[.lead] = mention.sentence < 3
        values[.brief] = reading.document.sentences.count <= 3
        values[.quoted] = around.isQuoted
        values[.conversation] = around.isConversation
        values[.otherTopic] = around.hasOtherTopic
        values[.charge] = followsCharge(mention)
        values[.crowded] = crowds[mention.sentence] > 2
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
