import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

/// Who takes part, read once more when the row is known to hold: what rows ask of their slots is not touched by it.
extension TriggerMatcher {
    /// - Parameter found: the triggers before it in the sentence.
    func refine(_ draft: inout Draft, in tokens: Range<Int>, after found: [Mention]) {
        switch draft.usage {
        case .active:
            if let actor = draft.actor { draft.actor = subject(actor, of: draft, from: tokens.lowerBound, found) }
            refineObject(&draft, until: tokens.upperBound)
        case .passive, .bare:
            // `was struck by a missile`: the agent stands within the trigger.
            let inner = draft.head + 1..<max(draft.head + 1, draft.tokens.upperBound)
            if draft.actor == nil, let by = inner.first(where: { reading.classes[$0].contains(.by) }) {
                draft.actor = reading.nounPhrase(from: by + 1, until: tokens.upperBound)
            }
            if let target = draft.target, target.upperBound <= draft.group.start {
                draft.target = subject(target, of: draft, from: tokens.lowerBound, found)
            } else if draft.usage == .bare, let actor = draft.actor, actor.upperBound <= draft.group.start {
                draft.actor = subject(actor, of: draft, from: tokens.lowerBound, found)
                setOpponent(&draft, until: tokens.upperBound)
            }
        case .noun:
            setPossessor(&draft, from: tokens.lowerBound)
            if draft.actor == nil { draft.actor = agent(after: draft, until: tokens.upperBound) }
        case .adjective, .none: break
        }
    }

    // MARK: Verbs

    /// The phrase before a verb without what is no part of its subject; `nil` where the verb has no subject there.
    private func subject(
        _ phrase: Range<Int>, of draft: Draft, from first: Int, _ found: [Mention]
    ) -> Range<Int>? {
        let start = draft.group.start
        let before = reading.classes(at: start - 1)
        // `accused of killing`, `denied shelling`: no subject of its own.
        if draft.group.nearest == .none, reading.isGerund(draft.head), start > 0,
            before.contains(.of) || reading.has("for", at: start - 1) || reading.isVerbForm(start - 1)
        {
            return nil
        }
        // `men who attacked the mine fled`: what stands before the verb is the object of the clause between.
        if let last = found.last(where: { $0.usage == .active && $0.target?.overlaps(phrase) ?? false }),
            last.group.start > 0, reading.classes[last.group.start - 1].contains(.relative), let actor = last.actor
        {
            return actor
        }
        // `a clinic it supports was shelled`
        if phrase.count == 1, phrase.lowerBound > first + 1,
            reading.classes[phrase.lowerBound - 1].contains(.subjectPronoun),
            !reading.classes[phrase.lowerBound - 1].contains(.relative)
        {
            return reading.nounPhrase(endingBefore: phrase.lowerBound - 1, from: first)
        }
        // `Sudan's shelling of a market killed nine`
        if let owner = found.last(where: { $0.usage == .noun && phrase.contains($0.head) })?.actor { return owner }
        // `a man carrying a gun shot`
        let gerund = phrase.lowerBound - 1
        if gerund > 1, reading.isGerund(gerund), reading.document.tokens[gerund - 1].kind == .word,
            !reading.classes[gerund - 1].hasAny([
                .be, .preposition, .of, .conjunction, .subordinator, .adverb, .comma, .report, .happening,
            ]), !reading.isVerbForm(gerund - 1),
            let carrier = reading.nounPhrase(
                endingBefore: gerund, from: first)
        {
            return carrier
        }
        return withoutVerb(phrase, isCoordinated: before.contains(.conjunction))
    }

    /// `phrase` up to a verb in it, if what follows is its object; else what follows.
    ///
    /// - Parameter isCoordinated: whether the verb of the trigger goes on with another: `sold the house and fled`.
    private func withoutVerb(_ phrase: Range<Int>, isCoordinated: Bool) -> Range<Int>? {
        guard !phrase.isEmpty else { return nil }
        // `arrested | more than 200 people`
        if reading.isVerbForm(phrase.lowerBound), !reading.document.tokens[phrase.lowerBound].isCapitalized,
            phrase.count > 1,
            reading.classes[phrase.lowerBound + 1].hasAny([.number, .approximator, .determiner, .possessive])
        {
            return withoutVerb(phrase.dropFirst(), isCoordinated: isCoordinated)
        }
        // `two masked men armed | with rifles`
        let last = phrase.upperBound - 1
        if phrase.count > 2, reading.has("armed", at: last), reading.has("with", at: last + 1) {
            return phrase.lowerBound..<last
        }
        guard
            let verb = phrase.dropFirst().last(where: { index in
                reading.isVerbForm(index) && !reading.document.tokens[index].isCapitalized
                    && reading.document.tokens[index - 1].kind == .word
                    && !reading.classes[index - 1].hasAny([
                        .determiner, .possessive, .number, .adjective, .preposition, .of, .adverb, .quantifier,
                        .conjunction, .demonstrative,
                    ])
            })
        else { return phrase }
        // `men wearing uniforms`
        if isCoordinated || reading.isGerund(verb) { return phrase.lowerBound..<verb }
        return verb + 1 < phrase.upperBound ? (verb + 1)..<phrase.upperBound : phrase.lowerBound..<verb
    }

    /// `used gas against the crowd`, `carried out an attack on a convoy`: the noun is part of the trigger, and whom it was aimed at
    /// stands behind a preposition.
    private func refineObject(_ draft: inout Draft, until end: Int) {
        let next = draft.tokens.upperBound
        if let target = draft.target, target.lowerBound > draft.head, target.upperBound <= next, next < end {
            if Self.aims.contains(where: { reading.has($0, at: next) }),
                let aim = reading.nounPhrase(from: next + 1, until: end)
            {
                draft.target = aim
            }
        } else {
            setOpponent(&draft, until: end)
        }
    }

    /// `clashed with police`
    private func setOpponent(_ draft: inout Draft, until end: Int) {
        let first = draft.head + 1
        guard draft.target == nil, draft.tokens.upperBound > first,
            reading.has("with", at: first) || reading.has("against", at: first)
        else { return }
        draft.target = reading.nounPhrase(from: first + 1, until: end)
    }

    /// Behind a noun: whom or what it is aimed at.
    private static let aims: [StaticString] = ["on", "against", "upon", "at"]

    // MARK: Nouns

    /// `Israel's bombardment of the town`, `the rebels' attack`: who acts. `the mayor's arrest`: whom it met.
    private func setPossessor(_ draft: inout Draft, from first: Int) {
        var end = draft.tokens.lowerBound
        while end > first, draft.tokens.lowerBound - end < 3, reading.classes[end - 1].hasAny([.adjective, .adverb]) {
            end -= 1
        }
        if end > first + 1, reading.has("s", at: end - 1), reading.isPossessive(at: end - 2) { end -= 1 }
        guard end > first + 1, reading.isPossessive(at: end - 1),
            let owner = reading.nounPhrase(endingBefore: end - 1, from: first), owner.upperBound == end - 1
        else { return }
        let trigger = lexicon.triggers.triggers[draft.match.number]
        let hasObject = draft.target.map { $0.lowerBound > draft.head } ?? false
        let isUndergone = trigger.counts != nil || trigger.mode.map(Self.undergone.contains) ?? false
        if isUndergone, !hasObject {
            // A heading has verbs that look like nouns: `Court terms man's arrest illegal`.
            if let title = reading.document.sentences.first?.tokens, first == title.lowerBound,
                reading.closing(title) == nil
            {
                return
            }
            draft.target = draft.target ?? owner
        } else if hasObject || !reading.isPlace(owner.upperBound - 1) || trigger.type == "CONSULT" {
            draft.actor = owner
        }
    }

    /// Modes whose nouns have whom they met as their owner.
    private static let undergone: Set<String> = ["abduct", "arrest", "deport", "release", "torture", "convict"]

    /// `the attack on the convoy was carried out by rebels`
    private func agent(after draft: Draft, until end: Int) -> Range<Int>? {
        var index = draft.tokens.upperBound
        var isLight = false
        while index < end, index - draft.tokens.upperBound < 14 {
            let c = reading.classes[index]
            if c.hasAny([.comma, .stop, .quote, .conjunction, .subordinator, .relative]) { return nil }
            if isLight {
                if c.contains(.by) { return reading.nounPhrase(from: index + 1, until: end) }
                guard reading.has("out", at: index) || c.contains(.adverb) else { return nil }
            } else if c.contains(.light) {
                guard reading.classes[index - 1].hasAny([.be, .adverb]) else { return nil }
                isLight = true
            }
            index += 1
        }
        return nil
    }
}
