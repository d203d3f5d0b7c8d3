import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

/// Cues that are themselves undone, and negations outside the verb.
extension ModalityReader {
    /// What `candidate` says of what it governs: `failed to prevent the attack`, `did not deny that` say that it happened.
    func effect(of candidate: Found, _ cue: ModalityCue) -> Event.Modality {
        guard candidate.isVerb, !reading.lexicon.isInflected else { return cue.modality }
        switch cue.modality {
        case .negated, .denied:
            guard isUndone(candidate) else { return cue.modality }
            // `will not cancel the march`
            let group = reading.verbGroup(before: candidate.head, from: tokens.lowerBound)
            let isComing = (group.start..<candidate.head).contains {
                reading.has("will", at: $0) || reading.has("won't", at: $0)
            }
            return isComing ? .planned : .asserted
        case .planned, .threatened, .attempted, .asserted:
            guard cue.scopes.contains(.infinitive), isUndone(candidate) else { return cue.modality }
            return .negated
        case .alleged, .hypothetical, .generic: return cue.modality
        }
    }

    /// Whether the verb of a cue is negated, has nobody as its subject or hangs on a verb that says that it was not done.
    private func isUndone(_ candidate: Found) -> Bool {
        let group = reading.verbGroup(before: candidate.head, from: tokens.lowerBound)
        let start = group.start
        if group.isNegated {
            return !(start..<candidate.head).contains { reading.has("only", at: $0) || reading.has("just", at: $0) }
        }
        if group.isInfinitive {
            // `did nothing to stop`, `too late to prevent`
            if Self.inaction.contains(where: { reading.has($0, at: start - 1) }) { return true }
            return found.contains { other in
                let cue = reading.lexicon.modality.cues[other.cue]
                return other.tokens.upperBound <= start && start - other.tokens.upperBound <= 1
                    && cue.modality == .negated && cue.scopes.contains(.infinitive)
            }
        }
        guard start > tokens.lowerBound else { return false }
        return Self.nobody.contains { reading.has($0, at: start - 1) }
            || Self.hardlyAnybody.contains { reading.has($0, at: start - 1) }
            || reading.has("one", at: start - 1) && reading.has("no", at: start - 2)
    }

    private static let inaction: [StaticString] = ["nothing", "little", "late", "powerless"]
    private static let nobody: [StaticString] = ["nobody", "none", "neither"]
    /// Subjects that undo a cue; as participants they are no negation: `few were killed`.
    private static let hardlyAnybody: [StaticString] = ["few", "nothing"]

    /// `no troops were withdrawn`, `nobody was killed`, `killed no one`
    func hasNegatedParticipant(_ mention: Mention) -> Bool {
        guard mention.usage.isVerb, !reading.lexicon.isInflected else { return false }
        let subject = mention.usage == .active ? mention.actor : mention.target ?? mention.actor
        if let subject, subject.upperBound <= mention.group.start, isNobody(subject.lowerBound),
            !subject.contains(where: asksIndirectly)
        {
            return true
        }
        guard mention.usage == .active, let object = mention.target, object.lowerBound > mention.head else {
            return false
        }
        return isNobody(object.lowerBound)
    }

    /// `no one knows why the rebels`
    private func asksIndirectly(_ index: Int) -> Bool { Self.questions.contains { reading.has($0, at: index) } }

    private static let questions: [StaticString] = ["why", "how", "what", "where", "who", "whether"]

    private func isNobody(_ index: Int) -> Bool {
        if Self.nobody.contains(where: { reading.has($0, at: index) }) { return true }
        if reading.has("any", at: index), Self.scarcely.contains(where: { reading.has($0, at: index - 1) }) {
            return true
        }
        // `not one soldier`, `not a single shot`, `hardly any protesters`
        if reading.has("one", at: index) || reading.has("a", at: index), reading.has("not", at: index - 1) {
            return true
        }
        if reading.has("any", at: index + 1) { return Self.scarcely.contains { reading.has($0, at: index) } }
        guard reading.has("no", at: index) else { return false }
        // `no fewer than nine people`
        return !Self.comparatives.contains { reading.has($0, at: index + 1) }
    }

    private static let scarcely: [StaticString] = ["hardly", "scarcely", "barely"]
    private static let comparatives: [StaticString] = ["fewer", "less", "more", "sooner", "longer", "later", "doubt"]

    /// `Had they shelled the town, many would have died.`
    func isInvertedCondition(_ mention: Mention) -> Bool {
        guard mention.usage.isVerb, !reading.lexicon.isInflected else { return false }
        var first = tokens.lowerBound
        while first < mention.head, reading.classes[first].contains(.quote) { first += 1 }
        guard
            reading.has("had", at: first)
                || reading.has("were", at: first) && mention.group.nearest == .infinitiveTo, mention.head - first <= 12,
            mention.group.start > first
        else { return false }
        return !(first..<mention.head).contains { reading.classes[$0].hasAny([.comma, .stop]) }
    }
}
