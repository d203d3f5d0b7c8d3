import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

/// A sentence that says only where it was: `It happened in Goma, shortly before dawn.`
struct Whereabouts: Sendable {
    var sentence: Int
    var paragraph: Int
    /// Index of the toponym.
    var index: Int

    /// How many words stand before the verb, with the noun: `The latest incident happened`.
    private static let subject = 4
    private static let incidents: [StaticString] = ["incident", "tragedy", "event", "accident", "violence", "disaster"]
    private static let happened: [StaticString] = ["happened", "occurred", "unfolded"]

    /// What a sentence with `uses` says, if that is all it says.
    init?(_ uses: ArraySlice<PlaceUse>, sentence: Int, _ reading: Reading) {
        let tokens = reading.document.sentences[sentence].tokens
        let first = tokens.lowerBound
        let isIt = reading.has("it", at: first) || reading.has("this", at: first) || reading.has("that", at: first)
        let verb = tokens.prefix(Self.subject + 1).first { index in
            Self.happened.contains { reading.has($0, at: index) }
                || reading.has("took", at: index) && reading.has("place", at: index + 1)
        }
        guard let verb, verb > first,
            isIt && verb == first + 1
                || (first..<verb).contains(where: { index in Self.incidents.contains { reading.has($0, at: index) } }),
            let use = uses.first(where: {
                ($0.preposition == .locative || $0.preposition == .nearby) && $0.start > verb
            })
        else { return nil }
        let start = reading.has("took", at: verb) ? verb + 2 : verb + 1
        guard use.start - start <= Self.distance else { return nil }
        self.sentence = sentence
        paragraph = reading.document.sentences[sentence].paragraph
        index = use.index
    }

    /// From the verb to the place, in words: `on Monday in the town of`.
    private static let distance = 5
}

/// Where the text says later, and finer, where something was.
extension Coreference {
    /// What people do to each other; not what they say.
    private static let deeds: Set<String> = ["ASSAULT", "PROTEST", "COERCE", "RETREAT", "MOBILIZE", "AID"]

    /// What goes with an attack or a riot told in one sentence with it.
    private static let force: Set<String> = ["ASSAULT", "PROTEST"]

    /// Gives what stands in one sentence with a mention that a later one places more finely the same place, and what the sentence
    /// before `It happened in Goma` tells that of it.
    func refine(_ mentions: inout [Mention]) {
        guard !whereabouts.isEmpty || mentions.contains(where: { $0.coarse != nil }) else { return }
        var bySentence: [Int: [Int]] = [:]
        for index in mentions.indices { bySentence[mentions[index].sentence, default: []].append(index) }
        for told in whereabouts {
            guard told.sentence > 0, let place = reading.toponyms[told.index].place,
                told.paragraph - reading.document.sentences[told.sentence - 1].paragraph <= 1
            else { continue }
            for index in bySentence[told.sentence - 1] ?? []
            where Self.deeds.contains(mentions[index].type) && !mentions[index].isBackground {
                let old = mentions[index].place.flatMap { reading.toponyms[$0.index].place }
                guard old.map({ $0.holds(place) }) ?? true else { continue }
                mentions[index].place = Mention.Link(index: told.index, score: Self.score, isCarried: true)
            }
        }
        for finer in mentions {
            guard let coarse = finer.coarse, let old = reading.toponyms[coarse].place, let place = finer.place,
                let new = reading.toponyms[place.index].place, old.holds(new)
            else { continue }
            for index in bySentence[finer.sentence] ?? [] {
                let other = mentions[index]
                guard Self.force.contains(other.type), !other.isBackground, let link = other.place,
                    reading.toponyms[link.index].place?.id == old.id, sameTime(other.time, finer.time) != .different
                else { continue }
                mentions[index].place = place
                mentions[index].place?.isCarried = true
            }
        }
    }

    private static let score = 1.0
}

extension Reading {
    /// Whether a place is named as all over which something was: `across France`.
    func isThroughout(_ toponym: Int) -> Bool {
        var index = toponymTokens[toponym].lowerBound - 1
        while index > 0, classes[index].hasAny([.determiner, .of, .compass, .adjective]) { index -= 1 }
        return Self.throughout.contains { has($0, at: index) }
    }

    private static let throughout: [StaticString] = ["across", "throughout", "around", "over"]
}
