import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

/// Who takes part, and whether that makes words news.
extension EvidenceGate {
    /// Types that are, or begin with, something said. Everybody asks, promises and complains; it is an event when
    /// somebody who can act in public does.
    static let verbalTypes = [
        "AGREE", "SUPPORT", "REQUEST", "REJECT", "CONCEDE", "COOPERATE", "ACCUSE", "CONSULT", "THREATEN", "AID",
    ]

    /// How far from the trigger a name gives standing where the participants are not told.
    private static let near = 12

    /// Whether somebody who can act in public takes part: a name, an office, a state, a group of people. What `we` and
    /// `you` ask for, promise or refuse in conversation is no event.
    ///
    /// - Parameter isPlain: whether people without a name or an office will do.
    func hasStanding(_ mention: Mention, isPlain: Bool = false) -> Bool {
        if let actor = mention.actor {
            if actor.count == 1, reading.isConversational(actor.lowerBound) { return false }
            if isPublic(actor, isPlain) { return true }
        }
        if let target = mention.target, isPublic(target, isPlain) { return true }
        let sentence = reading.document.sentences[mention.sentence].tokens
        let first = max(sentence.lowerBound, mention.head - Self.near)
        let last = min(sentence.upperBound, mention.head + Self.near)
        for index in first..<max(first, last)
        where !mention.tokens.contains(index) && reading.boundaries(between: index, and: mention.head) <= 1 {
            if isPublic(index, from: sentence.lowerBound) { return true }
        }
        return false
    }

    private func isPublic(_ phrase: Range<Int>, _ isPlain: Bool) -> Bool {
        guard let first = phrase.first else { return false }
        let sentence = reading.document.sentenceIndex(at: reading.document.tokens[first].range.start)
            .map { reading.document.sentences[$0].tokens.lowerBound }
        return phrase.contains {
            isPlain && reading.classes[$0].contains(.person) || isPublic($0, from: sentence ?? first)
        }
    }

    private func isPublic(_ index: Int, from first: Int) -> Bool {
        if reading.isPlace(index) || reading.classes[index].contains(.official) { return true }
        // A name: a capital where no sentence or quotation begins, or that no table knows where one does: `Brooks was charged`.
        if index == first { return reading.isName(index) }
        return reading.document.tokens[index].isCapitalized && index > first
            && !reading.classes[index - 1].hasAny([.quote, .stop]) && !reading.classes[index].contains(.subjectPronoun)
    }

    /// `two people were killed in a crash`: an assault is meant. Somebody who attacks, or a weapon, tells otherwise.
    func isAccident(_ mention: Mention, _ tokens: Range<Int>) -> Bool {
        guard mention.type == "ASSAULT" || mention.type == "THREATEN" else { return false }
        // `heavy snow hit the city`, `a fire destroyed a house`, `the storm threatened the coast`
        if mention.usage == .active, let actor = mention.actor {
            let nature = reading.lexicon.nature
            return actor.contains { reading.classes[$0].hasAny(nature) }
                && !actor.contains { reading.classes[$0].hasAny(reading.lexicon.violence) }
        }
        // `a driver was shot dead`
        guard reading.lexicon.triggers.triggers[mention.trigger].isResult,
            !mention.tokens.contains(where: { reading.classes[$0].contains(.violent) })
        else { return false }
        var isAccident = false
        for index in reading.window(around: mention.head, in: tokens) {
            let c = reading.classes[index]
            if c.contains(.accident), !mention.tokens.contains(index) { isAccident = true }
            // Somebody did it, or with something.
            if c.hasAny(reading.lexicon.violence), !mention.tokens.contains(index) { return false }
        }
        return isAccident
    }

    /// `two thirds of the country opposed`, `a survey found that they want`: an opinion that a poll counts.
    func isOpinion(_ mention: Mention, _ tokens: Range<Int>) -> Bool {
        let first = max(tokens.lowerBound, mention.head - Self.reachOfPolls)
        for index in first..<min(tokens.upperBound, mention.head + 3)
        where reading.classes[index].contains(.opinion) {
            // A share counts who opposes, not what they ask for: `demanded a rise of ten percent, and refused`.
            let isPoll = Self.polls.contains { reading.begins(with: $0, at: index) }
            if isPoll || mention.actor?.contains(index) ?? false { return true }
            if index < mention.head, mention.head - index <= Self.reachOfShares { return true }
        }
        return false
    }

    private static let polls: [StaticString] = ["poll", "survey", "respond"]
    /// How far before the trigger polls and the shares that they count stand, in tokens.
    private static let reachOfPolls = 24
    private static let reachOfShares = 7

    /// A word that is a name, or a noun of a kind: `the Attack on Titan`, `Butcher said`, `homicide squad`.
    func isPartOfName(_ mention: Mention, _ tokens: Range<Int>) -> Bool {
        if mention.usage == .noun, mention.tokens.upperBound < tokens.upperBound,
            reading.classes[mention.tokens.upperBound].contains(.compoundHead)
        {
            return true
        }
        guard !reading.isAllCapitals, reading.document.tokens[mention.head].isCapitalized,
            mention.tokens.lowerBound > tokens.lowerBound,
            !reading.classes[mention.tokens.lowerBound - 1].hasAny([.quote, .stop])
        else { return false }
        return !isTitle(tokens)
    }

    /// Whether most words of the sentence have capitals, as headlines have. Names of places have them anyway.
    private func isTitle(_ tokens: Range<Int>) -> Bool {
        var long = 0
        var capitals = 0
        for index in tokens.prefix(40)
        where reading.document.tokens[index].kind == .word && reading.document.tokens[index].range.count > 3
            && reading.toponymAt[index] == 0
        {
            long += 1
            if reading.document.tokens[index].isCapitalized { capitals += 1 }
        }
        return capitals * 3 > long * 2
    }
}
