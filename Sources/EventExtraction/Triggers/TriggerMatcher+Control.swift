import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

/// Whose doing a verb without a subject of its own tells.
extension TriggerMatcher {
    /// Who is to do what an infinitive tells: `farmers plan to block`, `troops are expected to leave`, `ordered troops to attack`.
    func controller(of group: VerbGroup, from first: Int) -> Range<Int>? {
        // A pronoun tells no more than the verb does.
        infinitiveSubject(of: group, from: first).flatMap { reading.isPronoun($0) ? nil : $0 }
    }

    private func infinitiveSubject(of group: VerbGroup, from first: Int) -> Range<Int>? {
        guard group.start > first, reading.classes[group.start].contains(.infinitiveTo) else { return nil }
        var index = group.start - 1
        while index > first, reading.classes[index].hasAny([.adverb, .negation]),
            !reading.classes[index].hasAny([.be, .modal])
        { index -= 1 }
        let c = reading.classes[index]
        guard !c.hasAny([.comma, .stop, .quote, .conjunction, .preposition]), reading.timeAt[index] == 0 else {
            return nil
        }
        // `is to visit`
        if c.contains(.be) {
            let start = reading.verbGroup(before: index + 1, from: first).start
            return reading.nounPhrase(endingBefore: start, from: first)
        }
        let tags = reading.tags(at: index)
        let matrix = reading.verbGroup(before: index, from: first)
        let isVerb = !tags.isDisjoint(with: .verb) && reading.usage(at: index, tags: tags, from: first).isVerb
        if isVerb || matrix.nearest == .be && !reading.beginsNounPhrase(matrix.start) {
            return reading.nounPhrase(endingBefore: matrix.start, from: first)
        }
        // `told the military to attack`: an adjective elsewhere
        guard c.hasAny(lexicon.violence) || reading.has("military", at: index) else { return nil }
        return reading.nounPhrase(endingBefore: index + 1, from: first)
    }

    /// Who does what a gerund tells: `troops began searching homes`, `soldiers were accused of looting`, `after searching
    /// the house, officers left`.
    ///
    /// - Parameter found: the triggers before it in the sentence.
    func gerundSubject(of draft: Draft, in tokens: Range<Int>, after found: [Mention]) -> Range<Int>? {
        let (first, start) = (tokens.lowerBound, draft.group.start)
        guard draft.group.nearest == .none, reading.isGerund(draft.head) else { return nil }
        var index = start - 1
        while index > first, reading.classes[index].contains(.adverb), !reading.classes[index].contains(.subordinator) {
            index -= 1
        }
        guard index >= first else {
            return subjectOfMainClause(after: draft.tokens.upperBound, until: tokens.upperBound)
        }
        let c = reading.classes[index]
        guard !c.hasAny([.comma, .stop, .quote, .be]), reading.timeAt[index] == 0 else { return nil }
        if c.hasAny([.preposition, .subordinator]), !c.contains(.of), !reading.isVerbForm(index) {
            // `After searching the house, officers left`
            if index == first || reading.classes[index - 1].hasAny([.comma, .quote]) {
                return subjectOfMainClause(after: draft.tokens.upperBound, until: tokens.upperBound)
            }
            return found.last?.actor
        }
        // `accused of looting`
        let matrix = c.contains(.of) ? index - 1 : index
        guard matrix > first,
            !reading.tags(at: matrix).isDisjoint(with: .verb) || reading.classes[matrix].contains(.happening)
        else { return nil }
        let group = reading.verbGroup(before: matrix, from: first)
        guard group.nearest == .be || !c.contains(.of) else { return nil }
        return reading.nounPhrase(endingBefore: group.start, from: first)
    }

    /// `..., officers left`: the noun phrase behind the first comma.
    private func subjectOfMainClause(after index: Int, until end: Int) -> Range<Int>? {
        var comma = index
        while comma < end, comma - index < 16, !reading.classes[comma].hasAny([.comma, .stop]) { comma += 1 }
        guard comma + 1 < end, reading.classes[comma].contains(.comma) else { return nil }
        let subject = reading.classes[comma + 1]
        if subject.contains(.subjectPronoun) { return comma + 1..<comma + 2 }
        return reading.nounPhrase(from: comma + 1, until: end)
    }
}
