import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

/// Who takes part in what a trigger tells.
extension TriggerMatcher {
    /// Who takes part in what the words of a draft tell, and all that this depends on within a sentence.
    struct KnownParticipants {
        fileprivate let tokens: Range<Int>
        fileprivate let head: Int
        fileprivate let usage: Usage
        fileprivate let partOfSpeech: Pattern.PartOfSpeech
        fileprivate let isParticular: Bool
        fileprivate var actor: Range<Int>?
        fileprivate var target: Range<Int>?

        fileprivate func holds(_ draft: Draft, _ isParticular: Bool) -> Bool {
            tokens == draft.tokens && head == draft.head && usage == draft.usage
                && partOfSpeech == draft.match.partOfSpeech && self.isParticular == isParticular
        }
    }

    /// - Parameters:
    ///   - found: the triggers before it in the sentence.
    ///   - known: those of another draft of the sentence, which are taken if they are the same.
    func setParticipants(
        _ draft: inout Draft, in tokens: Range<Int>, after found: [Mention], _ known: inout KnownParticipants?
    ) {
        let isParticular = isParticular(draft)
        if let known, known.holds(draft, isParticular) {
            draft.actor = known.actor
            draft.target = known.target
            return
        }
        setParticipants(&draft, in: tokens, after: found, isParticular: isParticular)
        known = KnownParticipants(
            tokens: draft.tokens, head: draft.head, usage: draft.usage, partOfSpeech: draft.match.partOfSpeech,
            isParticular: isParticular, actor: draft.actor, target: draft.target)
    }

    /// What the row, beside its words, says of who takes part.
    private func isParticular(_ draft: Draft) -> Bool {
        switch draft.usage {
        case .active: patterns.holdsObject(draft.match.number)
        case .bare:
            draft.match.partOfSpeech != .passiveVerb && isOwn(lexicon.triggers.triggers[draft.match.number].type, draft)
        case .noun: lexicon.triggers.triggers[draft.match.number].type == "ASSAULT"
        case .passive, .adjective, .none: false
        }
    }

    private func setParticipants(
        _ draft: inout Draft, in tokens: Range<Int>, after found: [Mention], isParticular: Bool
    ) {
        switch draft.usage {
        case .active:
            if !draft.group.isInfinitive {
                draft.actor =
                    reading.sharedSubject(of: draft.group, from: tokens.lowerBound)
                    ?? coordinatedSubject(of: draft, found)
                    ?? reading.nounPhrase(endingBefore: draft.group.start, from: tokens.lowerBound)
                    ?? gerundSubject(of: draft, in: tokens, after: found)
            } else {
                draft.actor = controller(of: draft.group, from: tokens.lowerBound)
            }
            // `held him in prison`: the object stands within the trigger.
            if isParticular {
                draft.target = reading.nounPhrase(from: draft.head + 1, until: draft.tokens.upperBound)
            }
            if draft.target == nil {
                draft.target = reading.nounPhrase(from: draft.tokens.upperBound, until: tokens.upperBound)
            }
            if draft.target == nil, draft.tokens.upperBound > draft.head + 1 {
                let first = draft.head + (isParticle(draft.head + 1) ? 2 : 1)
                draft.target = reading.nounPhrase(from: first, until: tokens.upperBound)
            }
            if draft.target == nil, draft.tokens.upperBound == draft.head + 1,
                let object = reading.sharedObject(of: draft.head, reading.tags(at: draft.head))
                    ?? reading.objectBehindDate(of: draft.head)
            {
                draft.target = reading.nounPhrase(from: object, until: tokens.upperBound)
            }
            // `the town, which the rebels have seized`
            if draft.target == nil, let subject = draft.actor {
                draft.target = antecedent(of: subject, from: tokens.lowerBound)
            }
        case .passive, .bare:
            draft.target =
                reading.sharedSubject(of: draft.group, from: tokens.lowerBound)
                ?? reading.nounPhrase(endingBefore: draft.group.start, from: tokens.lowerBound)
            if reading.classes(at: draft.tokens.upperBound).contains(.by) {
                draft.actor = reading.nounPhrase(from: draft.tokens.upperBound + 1, until: tokens.upperBound)
            }
            if draft.usage == .bare, draft.actor == nil, let subject = draft.target,
                let object = antecedent(of: subject, from: tokens.lowerBound)
            {
                draft.actor = subject
                draft.target = object
            }
            // `the minister resigned`, `troops arrived`: whoever resigns or arrives acts.
            if isParticular, draft.actor == nil {
                draft.actor = draft.target
                draft.target = nil
            }
        case .noun:
            // `capture of`, `attack on`: what follows hangs on a preposition of the trigger.
            if draft.tokens.count > 1, reading.classes[draft.tokens.upperBound - 1].hasAny([.of, .preposition]),
                !reading.classes[draft.tokens.upperBound - 1].contains(.by)
            {
                draft.target = reading.nounPhrase(from: draft.tokens.upperBound, until: tokens.upperBound)
            }
            var position = draft.tokens.upperBound
            // `an attack by rebels on the bus`: the preposition belongs to the trigger.
            if position > draft.head + 1, reading.classes[position - 1].contains(.by) { position -= 1 }
            var steps = 0
            while position < tokens.upperBound, steps < 4 {
                let c = reading.classes[position]
                if c.contains(.by) {
                    draft.actor = draft.actor ?? reading.nounPhrase(from: position + 1, until: tokens.upperBound)
                    if let actor = draft.actor, actor.lowerBound == position + 1 { position = actor.upperBound - 1 }
                } else if c.hasAny([.of, .preposition]),
                    !c.hasAny([.locative, .fromPreposition, .background, .example])
                        || isParticular && isAim(position, of: draft),
                    !Self.circumstances.contains(where: { reading.has($0, at: position) })
                {
                    if draft.target == nil {
                        draft.target = reading.nounPhrase(from: position + 1, until: tokens.upperBound)
                    }
                }
                if let target = draft.target, target.upperBound > position {
                    position = target.upperBound
                } else {
                    position += 1
                }
                steps += 1
            }
        case .none:
            // `has agreed to`, `urged restraint`: a phrase that begins with its verb.
            if draft.match.partOfSpeech == .any, beginsWithVerb(draft.tokens) {
                draft.actor = reading.nounPhrase(endingBefore: draft.tokens.lowerBound, from: tokens.lowerBound)
            }
        case .adjective: break
        }
    }

    private func beginsWithVerb(_ tokens: Range<Int>) -> Bool {
        let first = tokens.lowerBound
        if reading.classes[first].hasAny([.be, .have, .modal]) { return true }
        let tags = reading.tags(at: first)
        return !tags.isDisjoint(with: [.past, .third]) && tags.isDisjoint(with: .noun)
    }

    /// `the town, which the rebels seized in May`: what the verb of a relative clause did something to, where `subject` is who did it.
    private func antecedent(of subject: Range<Int>, from first: Int) -> Range<Int>? {
        let pronoun = subject.lowerBound - 1
        guard pronoun > first, reading.has("which", at: pronoun) || reading.has("that", at: pronoun) else { return nil }
        let before = reading.classes[pronoun - 1]
        if reading.has("which", at: pronoun) {
            guard !before.contains(.preposition) else { return nil }
        } else {
            // `said that the rebels fled`
            guard reading.isPlace(pronoun - 1) || before.hasAny([.settlement, .person, .divisionWord]) else {
                return nil
            }
        }
        return reading.nounPhrase(endingBefore: pronoun + 1, from: first)
    }

    /// `an attack by rebels on the bus`, `the air strike on a market`, but `a raid on the outskirts of the town`
    private func isAim(_ index: Int, of draft: Draft) -> Bool {
        guard reading.has("on", at: index) else { return false }
        if draft.actor?.upperBound == index { return true }
        return draft.tokens.upperBound == index
            && !(index + 1..<index + 4).contains { near in Self.surfaces.contains { reading.has($0, at: near) } }
    }

    private static let surfaces: [StaticString] = [
        "outskirts", "border", "road", "highway", "coast", "street", "streets", "way", "front", "frontline", "edge",
        "side", "bank", "banks", "island", "eve", "day", "night", "morning", "evening",
    ]

    /// `the strike after the talks`, `amid protests`: nothing that it was aimed at.
    private static let circumstances: [StaticString] = ["after", "during", "amid", "following", "due", "via"]

    /// `blew up two bridges`, `hit back at critics`
    func isParticle(_ index: Int) -> Bool { Self.particles.contains { reading.has($0, at: index) } }

    private static let particles: [StaticString] = ["up", "off", "out", "down", "away", "back"]

    /// Types of verbs that, without an object, have who acts as their subject.
    private static let own = ["RETREAT", "MOBILIZE", "CONSULT", "PROTEST", "REJECT", "AGREE", "CONCEDE"]

    /// `the minister called for calm`; but `residents urged to leave`
    private func isOwn(_ type: String, _ draft: Draft) -> Bool {
        Self.own.contains(type)
            || type == "REQUEST" && Self.asking.contains { reading.has($0, at: draft.head + 1) }
    }

    private static let asking: [StaticString] = ["for", "on", "upon"]

    /// The subject of the verb before that goes on with this one: `police arrested him and searched his flat`.
    private func coordinatedSubject(of draft: Draft, _ found: [Mention]) -> Range<Int>? {
        guard let last = found.indices.last else { return nil }
        let (usage, end) = (found[last].usage, found[last].tokens.upperBound)
        guard usage == .active || usage == .bare, end < draft.group.start, draft.group.start - end <= 16 else {
            return nil
        }
        var position = draft.group.start - 1
        while position > found[last].head, reading.classes[position].contains(.adverb) { position -= 1 }
        // An adverb may be the last word of the trigger before.
        guard position >= end, reading.classes[position].hasAny([.conjunction, .comma]) else { return nil }
        let between = end..<position
        guard !between.contains(where: { reading.classes[$0].hasAny([.relative, .subordinator, .stop, .quote]) }) else {
            return nil
        }
        return found[last].actor ?? (usage == .bare ? found[last].target : nil)
    }
}
