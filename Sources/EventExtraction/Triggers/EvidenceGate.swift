import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

/// Decides whether the words around a trigger make it an event of its own rather than background.
struct EvidenceGate {
    let reading: Reading

    /// Types of force, and of people in the streets.
    static let conflict = ["ASSAULT", "PROTEST", "COERCE", "MOBILIZE"]

    init(_ reading: Reading) { self.reading = reading }

    /// Whether `mention` may stand; sets its evidence and what it says of itself.
    func accepts(_ mention: inout Mention) -> Bool {
        let trigger = reading.lexicon.triggers.triggers[mention.trigger]
        let tokens = reading.document.sentences[mention.sentence].tokens
        let isConflict = Self.conflict.contains(trigger.type)
        if isConflict && blocked(mention, tokens, trigger) || isFigure(mention, tokens) { return false }
        var score = 0.0
        let kind = placeNear(mention, tokens)
        let isDated = hasTimeNear(mention, tokens)
        if let kind { score += trigger.strength == 1 && kind == .country ? 0.5 : 2 }
        if isDated { score += 1.5 }
        if trigger.pattern.partOfSpeech.isVerb {
            if mention.target != nil { score += 1 }
            if mention.actor != nil { score += 1 }
        } else {
            score += nounScore(&mention, tokens)
        }
        mention.evidence = score
        if isPartOfName(mention, tokens) || isAccident(mention, tokens) { return false }
        if isOutOfPlace(mention, tokens, isDated: isDated) || !isDated && isOfAKind(mention, tokens) { return false }
        // `11 per cent supported sending troops`
        if mention.usage == .active, mention.group.start == mention.head, reading.isGerund(mention.head),
            isOpinion(mention, tokens)
        {
            return false
        }
        if Self.verbalTypes.contains(trigger.type) {
            if isOpinion(mention, tokens) { return false }
            mention.isUnpublic = !hasStanding(mention, isPlain: kind != nil || isDated || trigger.strength == 3)
        }
        // `military operations in Ukraine`, `since the war began`: spoken of; told where a verb, a town or a date says so.
        if mention.usage == .noun, trigger.strength == 1 || trigger.type == "ASSAULT",
            reading.classes[mention.head].contains(.war), trigger.strength < 3, mention.isBackground || !mention.isTold,
            !isDated, kind == nil || kind == .country || mention.isBackground
        {
            mention.isSpokenOf = true
        }
        // `the attack on Ukraine is unpopular`, `since the war`: spoken of, not told.
        if mention.usage == .noun, trigger.type == "ASSAULT", trigger.strength < 3, !isDated, !mention.isTold,
            kind == nil || kind == .country, mention.isDefinite || mention.isBackground
        {
            mention.isSpokenOf = true
        }
        // What has little around it may still be told: the weights of its confidence decide.
        let wanted = [2.5, 1, -1][trigger.strength - 1]
        mention.isThin = score < wanted
        return score >= wanted - 1.5
    }

    private func blocked(_ mention: Mention, _ tokens: Range<Int>, _ trigger: Trigger) -> Bool {
        var sport = 0
        for index in reading.window(around: mention.head, in: tokens)
        where reading.classes[index].contains(.sport) { sport += 1 }
        if sport >= 2 || sport == 1 && trigger.strength == 1 { return true }
        // `a legal battle`; but `the court banned`.
        if mention.usage == .noun || trigger.type == "ASSAULT" {
            let first = max(tokens.lowerBound, mention.tokens.lowerBound - 2)
            for index in first..<mention.tokens.lowerBound where reading.classes[index].contains(.metaphor) {
                return true
            }
        }
        if reading.classes(at: mention.tokens.upperBound).contains(.metaphor), mention.usage == .noun { return true }
        // `opened fire`: no object but part of the trigger.
        if let target = mention.target,
            target.upperBound > mention.tokens.upperBound || target.upperBound <= mention.head,
            trigger.type == "ASSAULT"
        {
            return reading.classes[headNoun(of: target)].contains(.abstract)
        }
        return false
    }

    /// The last token of the first noun group of a phrase.
    func headNoun(of range: Range<Int>) -> Int {
        var index = range.lowerBound
        while index + 1 < range.upperBound, !reading.classes[index + 1].hasAny([.preposition, .of, .conjunction]) {
            index += 1
        }
        return index
    }

    /// The kind of place that the clause names for the mention; `.other` for `the northeast`, `the region`.
    private func placeNear(_ mention: Mention, _ tokens: Range<Int>) -> Place.Kind? {
        let first = max(tokens.lowerBound, mention.tokens.lowerBound - 14)
        let last = min(tokens.upperBound, mention.tokens.upperBound + 14)
        let skipped: WordClasses = [.determiner, .adjective, .compass, .settlement, .of]
        for index in first..<last
        where reading.isPlace(index) && reading.boundaries(between: index, and: mention.head) <= 1 {
            var before = index - 1
            while before > tokens.lowerBound, reading.classes[before].hasAny(skipped) || reading.isPlace(before) {
                before -= 1
            }
            if reading.classes(at: before).hasAny([.locative, .destination])
                || index > mention.head && index - mention.tokens.upperBound <= 3
            {
                return reading.toponyms[Int(reading.toponymAt[index]) - 1].place?.kind
            }
        }
        for index in mention.tokens.upperBound..<min(tokens.upperBound, mention.tokens.upperBound + 8)
        where reading.classes[index].hasAny([.compass, .divisionWord, .settlement])
            && reading.classes(at: index - 1).hasAny([.determiner, .demonstrative])
            && reading.classes(at: index - 2).hasAny([.locative, .fromPreposition, .destination])
        { return .other }
        return nil
    }

    private func hasTimeNear(_ mention: Mention, _ tokens: Range<Int>) -> Bool {
        for index in max(
            tokens.lowerBound, mention.tokens.lowerBound - 14)..<min(tokens.upperBound, mention.tokens.upperBound + 14)
        where reading.timeAt[index] > 0 && reading.boundaries(between: index, and: mention.head) <= 1 {
            return reading.times[Int(reading.timeAt[index]) - 1].span != nil
        }
        return false
    }

    private func nounScore(_ mention: inout Mention, _ tokens: Range<Int>) -> Double {
        var score = 0.0
        // What stands before: determiner, light verb, background preposition.
        var index = mention.tokens.lowerBound - 1
        var steps = 0
        while index >= tokens.lowerBound, steps < 8 {
            let c = reading.classes[index]
            if c.contains(.light) {
                mention.isTold = true
                score += 2
                break
            }
            // `after nine years of war`
            if c.contains(.background) || c.contains(.unit) && reading.classes[index + 1].contains(.of) {
                mention.isBackground = true
                score -= 1
                break
            }
            if c.hasAny([.comma, .stop, .quote, .relative]) { break }
            if steps <= 3 {
                if c.contains(.demonstrative) { mention.isDefinite = true }
                if c.contains(.determiner), !c.contains(.demonstrative) {
                    let word = reading.document.text(reading.document.tokens[index])
                    if word.utf8.count == 3 { mention.isDefinite = true } else { score += 0.5 }
                }
                if c.contains(.number) { score += 1 }
                if c.contains(.habitual) { score -= 1 }
            }
            if c.hasAny([.preposition, .be, .have, .modal]), steps > 2 { break }
            index -= 1
            steps += 1
        }
        // What follows: a verb of happening, casualties, participants.
        index = mention.tokens.upperBound
        steps = 0
        var crossed = 0
        while index < tokens.upperBound, steps < 14 {
            let c = reading.classes[index]
            if c.hasAny([.stop, .quote]) { break }
            if c.hasAny([.comma, .subordinator, .relative]) { crossed += 1 }
            if crossed > 1 { break }
            if c.contains(.happening) {
                mention.isTold = true
                score += 2
                break
            }
            if c.contains(.casualtyNoun) {
                mention.isTold = true
                score += 1
            }
            index += 1
            steps += 1
        }
        if mention.actor != nil { score += 1 }
        if mention.target != nil { score += 1 }
        return score
    }
}
