import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

/// What tense, clause and neighbours of a trigger say of whether it tells something that happened.
extension ConfidenceReader {
    /// How many words before a noun its preposition or verb is looked for.
    private static let phraseReach = 6
    /// How far a number or a word of tense may stand from the trigger.
    private static let near = 10

    func readGrammar(_ mention: Mention, _ around: Surroundings, into values: FeatureValues) {
        let tokens = reading.document.sentences[mention.sentence].tokens
        let group = mention.group
        values[.infinitive] = mention.usage == .active && group.isInfinitive
        values[.purpose] =
            mention.usage == .active && group.isInfinitive
            && reading.isMotion(before: group.start, from: tokens.lowerBound)
        values[.relative] = reading.isRelative(mention, from: tokens.lowerBound)
        values[.progressive] = mention.usage == .active && group.nearest == .be && auxiliary(of: mention) != .past
        values[.standingPassive] =
            mention.usage == .passive && group.nearest == .be && auxiliary(of: mention) == .present
        values[.pastPassive] = mention.usage == .passive && group.nearest == .be && auxiliary(of: mention) == .past
        values[.reduced] = mention.usage == .passive && group.nearest == .none || mention.usage == .bare
        values[.simplePast] = mention.usage == .active && group.nearest == .none && around.tags.contains(.past)
        values[.perfect] = mention.usage.isVerb && group.nearest == .have
        values[.subordinate] = isSubordinate(mention, from: tokens.lowerBound)
        if let governor = around.governor { values[governor] = true }
        values[.nounBeforeVerb] =
            mention.usage == .noun
            && reading.classes(at: mention.tokens.upperBound).hasAny([.be, .have, .modal, .auxDo, .happening])
        values[.possessed] = mention.usage == .noun && isPossessed(mention, from: tokens.lowerBound)
        values[.barePlural] = mention.usage == .noun && around.tags.contains(.plural) && isBare(mention)
        values[.presentAround] = mention.usage == .noun && isOfPresent(mention, tokens)
        values[.genericActor] = mention.actor.map(isGeneric) ?? false
        values[.insideQuote] = isInsideQuote(mention, from: tokens.lowerBound)
        values[.question] = reading.asks(mention.sentence)
        values[.poll] = gate.isOpinion(mention, tokens)
        values[.heading] = reading.closing(tokens) == nil
        values[.seen] = seen.hasLemma(mention)
        values[.seenType] = seen.hasType(mention)
        values[.mapped] = seen.hasPlace(mention)
        values[.numbered] = near(mention, tokens).contains {
            reading.classes[$0].contains(.number) && reading.timeAt[$0] == 0
        }
        let townKind = mention.place.flatMap { $0.isCarried ? nil : reading.toponyms[$0.index].place?.kind }
        values[.town] = townKind == .settlement
        values[number: .depth] = min(1, Double(reading.boundaries(between: tokens.lowerBound, and: mention.head)) / 6)
        values[number: .late] = Double(mention.sentence) / Double(max(1, reading.document.sentences.count))
        values[.adjoining] = seen.adjoins(mention, from: tokens.lowerBound)
        values[number: .long] = min(1, Double(reading.document.sentences.count) / 60)
    }

    /// A noun, or a gerund that stands like one: `for waging war`.
    func isNominal(_ mention: Mention, _ around: Surroundings) -> Bool {
        mention.usage == .noun
            || mention.usage == .active && mention.group.nearest == .none && around.tags.contains(.gerund)
    }

    private enum Tense { case past, present, none }

    /// The tense of the auxiliary that stands nearest before the verb.
    private func auxiliary(of mention: Mention) -> Tense {
        for index in mention.group.start..<max(mention.group.start, mention.head) {
            if reading.isPastBe(index) { return .past }
            if reading.isPresentBe(index) || reading.has("am", at: index) {
                return .present
            }
            if reading.classes[index].contains(.have) { return .past }
        }
        return .none
    }

    private func near(_ mention: Mention, _ tokens: Range<Int>) -> Range<Int> {
        let first = max(tokens.lowerBound, mention.tokens.lowerBound - Self.near)
        return first..<max(first, min(tokens.upperBound, mention.tokens.upperBound + Self.near))
    }

    /// Whether a word such as `when` or `because` opens the verb's clause.
    private func isSubordinate(_ mention: Mention, from first: Int) -> Bool {
        guard mention.usage.isVerb else { return false }
        var position = mention.group.start - 1
        while position >= first, mention.group.start - position <= Self.near {
            let c = reading.classes[position]
            if c.contains(.subordinator), !c.contains(.relative) { return true }
            if c.contains(.background), !c.hasAny([.locative, .subordinator]) { return true }
            if c.hasAny([.comma, .stop, .quote, .relative, .report]) { return false }
            position -= 1
        }
        return false
    }

    /// What the noun phrase of the trigger hangs on: one of the features of nouns, or `nil`.
    func governor(of mention: Mention, from first: Int) -> ConfidenceFeature? {
        var position = mention.tokens.lowerBound - 1
        while position >= first, mention.tokens.lowerBound - position <= Self.phraseReach {
            let c = reading.classes[position]
            if c.contains(.be) { return .copular }
            if c.contains(.of) || reading.has("about", at: position) || reading.has("on", at: position) {
                return .nounAfterOf
            }
            if c.hasAny([.preposition, .background]), !c.contains(.light) || c.contains(.background) {
                if reading.has("for", at: position) || reading.has("against", at: position)
                    || reading.has("to", at: position) || reading.has("towards", at: position)
                {
                    return .nounAfterFor
                }
                if c.contains(.by) || c.contains(.fromPreposition) || reading.has("with", at: position) {
                    return .nounAfterBy
                }
                return c.contains(.locative) ? .nounAfterIn : .nounAfterWhen
            }
            let isInside =
                c.hasAny([.determiner, .possessive, .adjective, .number, .compass, .quantifier, .apostrophe])
                || reading.toponymAt[position] > 0 || reading.timeAt[position] > 0
                || reading.isPossessive(at: position) || reading.isPossessive(at: position + 1)
                || reading.document.tokens[position].isCapitalized || mention.tokens.lowerBound - position == 1
            guard isInside, !c.hasAny([.comma, .stop, .quote, .have, .modal]) || reading.isPossessive(at: position)
            else { return nil }
            position -= 1
        }
        return nil
    }

    private func isPossessed(_ mention: Mention, from first: Int) -> Bool {
        let before = max(first, mention.tokens.lowerBound - 3)..<mention.tokens.lowerBound
        return before.contains { reading.classes[$0].contains(.possessive) || reading.isPossessive(at: $0) }
    }

    private func isOfPresent(_ mention: Mention, _ tokens: Range<Int>) -> Bool {
        var isPresent = false
        for index in near(mention, tokens) where reading.classes[index].hasAny([.be, .have, .auxDo, .modal]) {
            if reading.isPastBe(index) || reading.has("did", at: index)
                || reading.classes[index].contains(.pastAuxiliary)
            {
                return false
            }
            isPresent = true
        }
        return isPresent
    }

    private func isGeneric(_ phrase: Range<Int>) -> Bool {
        guard let last = phrase.last, !reading.isPronoun(phrase) else { return false }
        let range = reading.document.tokens[last].range
        return reading.document.bytes[range.end - 1] | 0x20 == UInt8(ascii: "s")
            && !phrase.contains {
                reading.classes[$0].hasAny([.determiner, .possessive, .number, .quantifier, .official])
                    || reading.document.tokens[$0].isCapitalized && $0 > phrase.lowerBound || reading.toponymAt[$0] > 0
            }
    }

    private func isInsideQuote(_ mention: Mention, from first: Int) -> Bool {
        var isInside = false
        for index in max(first, mention.head - Reading.reach)..<mention.head
        where reading.classes[index].contains(.quote) {
            let range = reading.document.tokens[index].range
            // `“` and `”` tell by themselves what `"` tells by counting.
            if range.count == 3, reading.document.bytes[range.start] == 0xE2 {
                isInside = reading.document.bytes[range.start + 2] == 0x9C
            } else {
                isInside.toggle()
            }
        }
        return isInside
    }
}
