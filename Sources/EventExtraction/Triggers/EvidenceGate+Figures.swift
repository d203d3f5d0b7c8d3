import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

/// Figures of speech: words of force for what uses none, or is no body that force could be used on.
extension EvidenceGate {
    private static let news = [Topic.protest, .war, .police].reduce(0) { $0 | $1.bit }
    private static let aims: [StaticString] = ["for", "over", "on", "against", "with", "of"]

    private static let particles: [StaticString] = ["off", "out", "up"]
    private static let lightVerbs: [StaticString] = ["under", "laid", "lay", "lays", "laying"]
    /// How far from the trigger the words of a game stand.
    private static let near = 14

    /// `critics slaughtered the play`, `the virus laid siege to`, `the war on plastic`, `the champion destroyed his opponent`
    func isFigure(_ mention: Mention, _ tokens: Range<Int>) -> Bool {
        guard !reading.lexicon.isInflected else { return false }
        if mention.usage.isVerb, isThing(mention) { return true }
        let isForce = mention.type == "ASSAULT"
        guard isForce || mention.type == "RETREAT" && mention.usage.isVerb else { return false }
        if let target = aim(of: mention, until: tokens.upperBound),
            isListed(target, reading.lexicon.bloodless) || isForce && isPriceWar(target)
        {
            return true
        }
        guard isForce else { return false }
        // `the comedian killed it`
        if let target = mention.target, target.count == 1, reading.has("it", at: target.lowerBound),
            reading.begins(with: "kill", at: mention.head)
        {
            return true
        }
        // `launched a charm offensive`
        if mention.tokens.contains(where: { reading.has("charm", at: $0) }) || isExclamation(mention, tokens) {
            return true
        }
        let actor = mention.actor ?? lightSubject(of: mention, from: tokens.lowerBound)
        let isHarmless = actor.map { isListed($0, reading.lexicon.harmless) } ?? false
        return (isHarmless || isOfGame(mention, tokens)) && !isForceful(mention, tokens)
    }

    /// What is done to people or by them, told of things: `the novel was released`, `prices retreated`, `demand exploded`.
    private func isThing(_ mention: Mention) -> Bool {
        let things = reading.lexicon.harmless | reading.lexicon.bloodless
        switch (mention.type, mention.mode) {
        case ("COERCE", "arrest"), ("RETREAT", "release"), ("ASSAULT", "abduct"):
            return mention.target.map { isListed($0, things) } ?? false
        case ("RETREAT", _), ("ASSAULT", _):
            // Without an object; the subject of some verbs is read as what they meet.
            let isAlone = mention.target == nil || mention.usage == .bare
            guard isAlone, let subject = mention.actor ?? (mention.usage == .bare ? mention.target : nil) else {
                return false
            }
            return isListed(subject, things)
        default: return false
        }
    }

    /// `the traffic is murder`: a noun without an article is what something is said to be like.
    private func isExclamation(_ mention: Mention, _ tokens: Range<Int>) -> Bool {
        let before = mention.tokens.lowerBound - 1
        return mention.usage == .noun && before > tokens.lowerBound
            && (reading.isPresentBe(before) || reading.isPastBe(before))
            && reading.tags(at: mention.head).isDisjoint(with: .plural)
            && !reading.classes[before - 1].hasAny([.demonstrative, .subjectPronoun])
            && !reading.has("there", at: before - 1)
            && !Self.named.contains { reading.has($0, at: before - 1) }
    }

    /// `the cause was murder`: what is named by its proper word.
    private static let named: [StaticString] = [
        "case", "cause", "crime", "death", "deaths", "motive", "charge", "killing", "this", "result", "method",
    ]

    /// What a verb does something to, or a noun is aimed at: `the battle for the title`.
    private func aim(of mention: Mention, until end: Int) -> Range<Int>? {
        let next = mention.tokens.upperBound
        guard mention.usage == .noun else {
            if mention.target == nil, mention.usage == .active,
                Self.particles.contains(where: { reading.has($0, at: next) })
            {
                return reading.nounPhrase(from: next + 1, until: end)
            }
            // `fight a losing battle against rust`
            if let target = mention.target, target.lowerBound >= next,
                reading.classes[headNoun(of: target)].contains(.war),
                Self.aims.contains(where: { reading.has($0, at: target.upperBound) }),
                let aim = reading.nounPhrase(from: target.upperBound + 1, until: end)
            {
                return aim
            }
            return mention.target
        }
        for index in next - 1...next where Self.aims.contains(where: { reading.has($0, at: index) }) {
            return reading.nounPhrase(from: index + 1, until: end)
        }
        return nil
    }

    /// `the flu laid siege to`, `the shares came under attack`: who acts, or suffers, in the verb that the noun goes with.
    private func lightSubject(of mention: Mention, from first: Int) -> Range<Int>? {
        guard mention.usage == .noun, mention.tokens.lowerBound - 2 > first else { return nil }
        let last = mention.tokens.lowerBound - 1
        guard Self.lightVerbs.contains(where: { reading.has($0, at: last) }) else { return nil }
        let verb = reading.has("under", at: last) ? last - 1 : last
        return reading.nounPhrase(
            endingBefore: reading.verbGroup(before: verb, from: first).start, from: first)
    }

    private func isListed(_ phrase: Range<Int>, _ list: UInt64) -> Bool {
        guard !phrase.isEmpty else { return false }
        let head = headNoun(of: phrase)
        // `Jeffrey Ball`: a name.
        if reading.document.tokens[head].isCapitalized, head > phrase.lowerBound, !reading.isAllCapitals {
            return false
        }
        return reading.toponymAt[head] == 0
            && reading.lexicon.triggers.constraints.lists[Int(reading.words[head])] & list != 0
    }

    /// `fighting a price war`
    private func isPriceWar(_ phrase: Range<Int>) -> Bool {
        let head = headNoun(of: phrase)
        return head > phrase.lowerBound && reading.classes[head].contains(.war)
            && reading.classes[head - 1].contains(.metaphor)
    }

    /// Two words of a game beside the trigger.
    private func isOfGame(_ mention: Mention, _ tokens: Range<Int>) -> Bool {
        guard !reading.lexicon.triggers.triggers[mention.trigger].isResult else { return false }
        var words = 0
        let near = max(tokens.lowerBound, mention.head - Self.near)..<min(tokens.upperBound, mention.head + Self.near)
        for index in near where !mention.tokens.contains(index) {
            let isTopic =
                reading.lexicon.topics.topics(of: reading.words[index]) & Topic.sport.bit != 0
                && (reading.isAllCapitals || !reading.document.tokens[index].isCapitalized
                    || index == tokens.lowerBound)
            if isTopic || reading.classes[index].contains(.sport) { words += 1 }
        }
        return words > 1
    }

    /// Whether weapons, troops or the police are there as well.
    private func isForceful(_ mention: Mention, _ tokens: Range<Int>) -> Bool {
        reading.window(around: mention.head, in: tokens).contains { index in
            !mention.tokens.contains(index)
                && (reading.classes[index].hasAny(reading.lexicon.violence)
                    || reading.classes[index].hasAny([.deadAdjective, .woundedAdjective])
                    || reading.lexicon.topics.topics(of: reading.words[index]) & Self.news != 0)
        }
    }
}
