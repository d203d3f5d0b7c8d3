import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

/// How far the object of a cue goes.
extension ModalityReader {
    private static let reachOfLists = 18

    /// `demanded an inquiry into the attack`, `no casualties after the attack`: another preposition's noun is no object of the cue,
    /// nor is what another verb does something to: `aimed to thwart the attack`.
    func leavesObject(_ cue: Found, _ mention: Mention) -> Bool {
        guard !reading.lexicon.isInflected else { return false }
        return (cue.tokens.upperBound..<mention.tokens.lowerBound).contains {
            let c = reading.classes[$0]
            if c.contains(.infinitiveTo) { return isKnown(mention) }
            return $0 > cue.tokens.upperBound && c.contains(.preposition) && !c.contains(.of)
        }
    }

    /// `charged with robbery, kidnapping and murder`: nouns alone, with commas and `and`.
    func continuesList(_ cue: Found, _ mention: Mention) -> Bool {
        let between = cue.tokens.upperBound..<mention.tokens.lowerBound
        guard !reading.lexicon.isInflected, between.count > 1, between.count <= Self.reachOfLists,
            between.suffix(3).contains(where: isJoint),
            !between.contains(where: {
                reading.toponymAt[$0] > 0 || reading.timeAt[$0] > 0
                    || reading.classes[$0].hasAny([
                        .preposition, .determiner, .be, .have, .modal, .auxDo, .report, .subjectPronoun, .relative,
                        .stop, .quote, .subordinator,
                    ]) && !reading.classes[$0].contains(.of)
            })
        else { return false }
        // `planned a march, and clashes erupted`
        let next = mention.tokens.upperBound
        guard next < tokens.upperBound else { return true }
        return reading.tags(at: next).isDisjoint(with: [.past, .third])
            && !reading.classes[next].hasAny([.be, .have, .modal, .auxDo])
    }

    /// `the invasion`, `Russia's invasion`: one that the reader knows of.
    func isKnown(_ mention: Mention) -> Bool {
        (max(tokens.lowerBound, mention.tokens.lowerBound - 3)..<mention.tokens.lowerBound).contains {
            reading.has("the", at: $0) || reading.has("this", at: $0) || reading.classes[$0].contains(.possessive)
                || reading.isPossessive(at: $0)
        }
    }

    /// `reports of the attack`, `detailed reports of this attack`: how it went.
    func isKnownReport(_ candidate: Found, _ cue: ModalityCue, _ mention: Mention) -> Bool {
        cue.modality == .alleged && mention.usage == .noun && isKnown(mention) && isReport(candidate)
    }

    /// `claimed that he left after the attack`: the noun is what was before.
    func isAfterwards(_ cue: Found, _ mention: Mention) -> Bool {
        guard mention.usage == .noun, !reading.lexicon.isInflected else { return false }
        let first = max(cue.tokens.upperBound, mention.tokens.lowerBound - 4)
        return (first..<max(first, mention.tokens.lowerBound)).contains { index in
            Self.earlier.contains { reading.has($0, at: index) }
        }
    }

    private static let earlier: [StaticString] = ["after", "since", "following", "during"]

    private func isJoint(_ index: Int) -> Bool { reading.classes[index].hasAny([.comma, .conjunction]) }

    /// `aimed to thwart the invasion`: what is already there is not undone by who wants to.
    func isUnderWay(_ mention: Mention, against candidate: Found, _ cue: ModalityCue) -> Bool {
        guard cue.modality == .negated, candidate.isVerb, mention.usage == .noun, isKnown(mention) else {
            return false
        }
        return reading.verbGroup(before: candidate.head, from: tokens.lowerBound).isInfinitive
    }

    /// `vowed to burn down the mill`, `warned that his gunners would flatten the town`: force that somebody says will be used.
    func isVow(_ cue: Found, _ mention: Mention) -> Bool {
        guard mention.type == "ASSAULT", mention.usage.isVerb, !reading.lexicon.isInflected else { return false }
        if cue.isVerb { return Self.vows.contains { reading.begins(with: $0, at: cue.head) } }
        let first = max(tokens.lowerBound, cue.tokens.lowerBound - Self.reachOfWarnings)
        return (first..<cue.tokens.lowerBound + 1).contains { index in
            Self.warnings.contains { reading.begins(with: $0, at: index) }
        }
    }

    private static let vows: [StaticString] = ["vow", "swear", "swor", "pledg", "promis"]
    private static let warnings: [StaticString] = ["warn", "vow"]
    /// How far before `would` the verb stands that makes it a threat.
    private static let reachOfWarnings = 8

    /// `swore to avenge him and bomb the town`: a second verb without `to`.
    func goesOn(_ cue: Found, _ mention: Mention) -> Bool {
        let start = mention.group.start
        guard mention.usage == .active, mention.group.nearest == .none, start == mention.head,
            start > cue.tokens.upperBound,
            mention.tokens.lowerBound - cue.tokens.upperBound <= Self.reachOfLists,
            reading.classes[start - 1].contains(.conjunction), !reading.lexicon.isInflected
        else { return false }
        let tags = reading.tags(at: mention.head)
        guard tags.contains(.base), !tags.contains(.past) else { return false }
        let between = cue.tokens.upperBound..<start - 1
        return between.contains { reading.classes[$0].contains(.infinitiveTo) }
            && !between.contains { reading.classes[$0].hasAny([.comma, .subjectPronoun, .relative, .stop, .quote]) }
    }

    /// `If the talks fail, pilots will strike`: what a clause that opens the sentence makes hang on something else.
    func followsCondition(_ cue: Found, _ mention: Mention) -> Bool {
        guard mention.usage.isVerb, reading.classes[cue.tokens.lowerBound].contains(.modal),
            !reading.lexicon.isInflected,
            !Self.conditional.contains(mention.type)
        else { return false }
        var first = tokens.lowerBound
        while first < mention.head, reading.classes[first].contains(.quote) { first += 1 }
        return Self.conditions.contains { reading.has($0, at: first) }
            && (first..<cue.tokens.lowerBound).contains { reading.classes[$0].contains(.comma) }
    }

    private static let conditions: [StaticString] = ["if", "unless"]
}
