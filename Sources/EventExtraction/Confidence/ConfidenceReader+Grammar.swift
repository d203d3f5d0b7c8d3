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

    func grammar(_ feature: ConfidenceFeature, _ mention: Mention, _ around: Surroundings) -> Double {
        let tokens = reading.document.sentences[mention.sentence].tokens
        let group = mention.group
        let value: Bool
        switch feature {
        case .infinitive: value = mention.usage == .active && group.isInfinitive
        case .purpose:
            value =
                mention.usage == .active && group.isInfinitive
                && reading.isMotion(before: group.start, from: tokens.lowerBound)
        case .relative: value = reading.isRelative(mention, from: tokens.lowerBound)
        case .progressive:
            value = mention.usage == .active && group.nearest == .be && auxiliary(of: mention) != .past
        case .standingPassive:
            value = mention.usage == .passive && group.nearest == .be && auxiliary(of: mention) == .present
        case .pastPassive:
            value = mention.usage == .passive && group.nearest == .be && auxiliary(of: mention) == .past
        case .reduced: value = mention.usage == .passive && group.nearest == .none || mention.usage == .bare
        case .simplePast: value = mention.usage == .active && group.nearest == .none && around.tags.contains(.past)
        case .perfect: value = mention.usage.isVerb && group.nearest == .have
        case .subordinate: value = isSubordinate(mention, from: tokens.lowerBound)
        case .nounAfterFor, .nounAfterOf, .nounAfterIn, .nounAfterBy, .nounAfterWhen, .copular:
            value = around.governor == feature
        case .nounBeforeVerb:
            value =
                mention.usage == .noun
                && reading.classes(at: mention.tokens.upperBound).hasAny([.be, .have, .modal, .auxDo, .happening])
        case .possessed: value = mention.usage == .noun && isPossessed(mention, from: tokens.lowerBound)
        case .barePlural: value = mention.usage == .noun && around.tags.contains(.plural) && isBare(mention)
        case .presentAround: value = mention.usage == .noun && isOfPresent(mention, tokens)
        case .genericActor: value = mention.actor.map(isGeneric) ?? false
        case .insideQuote: value = isInsideQuote(mention, from: tokens.lowerBound)
        case .question: value = reading.asks(mention.sentence)
        case .poll: value = gate.isOpinion(mention, tokens)
        case .heading: value = reading.closing(tokens) == nil
        case .seen: value = seen.hasLemma(mention)
        case .seenType: value = seen.hasType(mention)
        case .mapped: value = seen.hasPlace(mention)
        case .numbered:
            value = near(mention, tokens).contains {
                reading.classes[$0].contains(.number) && reading.timeAt[$0] == 0
            }
        case .town:
            let kind = mention.place.flatMap { $0.isCarried ? nil : reading.toponyms[$0.index].place?.kind }
            value = kind == .settlement
        case .depth:
            return min(1, Double(reading.boundaries(between: tokens.lowerBound, and: mention.head)) / 6)
        case .late: return Double(mention.sentence) / Double(max(1, reading.document.sentences.count))
        case .long: return min(1, Double(reading.document.sentences.count) / 60)
        default: value = false
        }
        return value ? 1 : 0
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
