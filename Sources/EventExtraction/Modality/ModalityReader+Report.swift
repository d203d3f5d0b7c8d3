import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

/// Cues that stand apart from what they govern: those of reports, of sources named last, and of what a future hangs on.
extension ModalityReader {
    /// How far behind what a report tells the verb may stand that takes it back.
    private static let reachOfVerdicts = 25
    /// How many tokens may stand between the comma and a verb that names a source last: `, the owner of the mine claimed.`
    private static let reachOfSources = 7

    /// `claims that troops attacked were denied`, `plans to attack were dropped`: what a cue behind says of a report, if it is
    /// `modality`.
    func verdict(on mention: Mention, _ modality: Event.Modality) -> Event.Modality? {
        guard !reading.lexicon.isInflected else { return nil }
        for candidate in found
        where candidate.tokens.lowerBound >= mention.tokens.upperBound
            && candidate.tokens.lowerBound - mention.tokens.upperBound <= Self.reachOfVerdicts
        {
            let cue = reading.lexicon.modality.cues[candidate.cue]
            guard cue.scopes.contains(.report), cue.modality == modality else { continue }
            let between = mention.tokens.upperBound..<candidate.tokens.lowerBound
            if between.contains(where: { reading.classes[$0].contains(.stop) && !reading.isJoinedHyphen($0) }) {
                return nil
            }
            let group = reading.verbGroup(before: candidate.tokens.upperBound - 1, from: tokens.lowerBound)
            return group.isNegated ? nil : cue.modality
        }
        return nil
    }

    /// `plans to`, `the bid to`
    func isPlan(_ cue: Found) -> Bool {
        ["plan", "bid", "propos"].contains { (stem: StaticString) in
            reading.begins(with: stem, at: cue.tokens.lowerBound)
        }
    }

    /// `reports of`
    func isReport(_ cue: Found) -> Bool { !cue.isVerb && reading.begins(with: "report", at: cue.tokens.lowerBound) }

    /// Whether a cue says of a future that it may not come: `fear that it will`, `denied that it would`, `wonder whether it will`. A
    /// warning that somebody will attack is a threat already.
    func isDoubt(_ candidate: Found, _ cue: ModalityCue, _ mention: Mention) -> Bool {
        guard cue.scopes.contains(.following), candidate.tokens.upperBound <= mention.group.start,
            !reading.lexicon.isInflected
        else { return false }
        switch cue.modality {
        case .hypothetical, .denied, .negated: return true
        case .threatened: return !reading.begins(with: "warn", at: candidate.tokens.lowerBound)
        default: return false
        }
    }

    /// `Every winter they flee`
    func isOfEachTime(_ mention: Mention) -> Bool {
        guard !reading.lexicon.isInflected, isPresent(mention) else { return false }
        return reading.window(around: mention.head, in: tokens).contains { index in
            guard reading.timeAt[index] > 0 else { return false }
            let time = reading.times[Int(reading.timeAt[index]) - 1]
            // What is done every day goes on.
            return time.kind == .set && time.value.hasPrefix("XXXX") && !time.value.hasPrefix("XXXX-XX")
                && !time.value.hasPrefix("XXXX-WXX") && reading.boundaries(between: index, and: mention.head) <= 1
        }
    }

    /// `Bombing hospitals is a crime`
    func isGerundSubject(_ mention: Mention) -> Bool {
        guard mention.usage == .active, mention.group.nearest == .none, reading.isGerund(mention.head) else {
            return false
        }
        let before = mention.group.start - 1
        return before < tokens.lowerBound || reading.classes[before].hasAny([.quote, .subordinator, .report])
    }

    /// `, planned for Friday`, `, according to rumours`
    func isAppended(_ cue: Found) -> Bool {
        cue.tokens.lowerBound > tokens.lowerBound && reading.classes[cue.tokens.lowerBound - 1].contains(.comma)
            && (cue.isVerb || cue.tokens.count > 1)
    }

    /// `the march, planned for Friday`, but not `the offensive begun before the vote, planned for Friday`
    func isPlannedApposition(_ cue: Found, _ mention: Mention) -> Bool {
        let next = cue.isVerb ? cue.tokens.upperBound : cue.tokens.upperBound - 1
        guard isAppended(cue), boundaries(cue, mention) == 1, isReduced(cue),
            reading.has("for", at: next) || reading.has("on", at: next)
        else { return false }
        return !(mention.tokens.upperBound..<cue.tokens.lowerBound).contains {
            !reading.tags(at: $0).isDisjoint(with: [.past, .participle]) && reading.toponymAt[$0] == 0
        }
    }

    /// `The ship was attacked, its owner claimed.`
    func isAttribution(
        _ cue: Found, _ scopes: ModalityCue.Scopes, _ modality: Event.Modality, of mention: Mention
    ) -> Bool {
        guard modality == .alleged, cue.isVerb, scopes.contains(.following), cue.tokens.count == 1,
            !reading.lexicon.isInflected
        else { return false }
        let next = cue.tokens.upperBound
        guard next >= tokens.upperBound || reading.document.tokens[next].kind == .punctuation else { return false }
        var comma = cue.tokens.lowerBound - 1
        while comma >= mention.tokens.upperBound, cue.tokens.lowerBound - comma <= Self.reachOfSources,
            !reading.classes[comma].hasAny([.comma, .stop, .relative, .conjunction])
        { comma -= 1 }
        guard !reading.begins(with: "report", at: cue.tokens.lowerBound - 1),
            mention.usage != .noun || !isKnown(mention), comma >= mention.tokens.upperBound,
            comma < cue.tokens.lowerBound - 1, !reading.has("as", at: comma + 1)
        else { return false }
        return reading.classes[comma].contains(.comma)
            && reading.boundaries(between: mention.tokens.upperBound - 1, and: comma) <= 1
    }

    /// `called for a march`: the row's verb is the cue.
    func isCalledFor(
        _ cue: Found, _ scopes: ModalityCue.Scopes, _ modality: Event.Modality, _ mention: Mention
    ) -> Bool {
        modality == .planned && cue.isVerb && scopes.contains(.object) && mention.usage.isVerb
            && cue.tokens.lowerBound == mention.head && cue.tokens.upperBound < mention.tokens.upperBound
            && mention.type == "PROTEST"
    }
}
