import Articles
import Gazetteers
import Tables

/// What the rest of the text says of where a name is.
extension StatedContainers {
    /// How many other names of places below countries the text has.
    func otherNames(_ index: Int) -> Int {
        let name = analysis.mentions[index].name
        return firsts.count { analysis.mentions[$0].name != name && bests[$0]?.placeKind != .country }
    }

    /// Whether a village or a place that is no town lies where nothing else of the text does.
    func isStrange(_ own: CandidateEntry, _ index: Int) -> Bool {
        let closeness = Closeness(to: own)
        var isAnywhere = false
        for other in firsts where analysis.mentions[other].name != analysis.mentions[index].name {
            guard let place = best(other) else { continue }
            isAnywhere = true
            if place.country != own.country { continue }
            if place.placeKind == .country {
                if !hasPlaces(in: own.country, besides: index) { return false }
            } else if place.admin1 == own.admin1
                || closeness.square(place.latitude, place.longitude) < Self.far * Self.far
            {
                return false
            }
        }
        return isAnywhere
    }

    func hasPlaces(in country: UInt32, besides index: Int) -> Bool {
        firsts.contains { other in
            guard analysis.mentions[other].name != analysis.mentions[index].name, let place = best(other) else {
                return false
            }
            return place.country == country && place.placeKind != .country
        }
    }

    /// A text that names "X province" before any bare X, and no "X city", speaks of the province throughout.
    mutating func widen() {
        var done: Set<Int32> = []
        for division in verdicts.indices where isMarked(division) {
            guard done.count < Self.mostNames, done.insert(analysis.mentions[division].name).inserted,
                let place = best(division), place.placeKind == .division, let entry = analysis.best(division)?.entry
            else { continue }
            let same = verdicts.indices.filter { isKnown[$0] && $0 != division && isBare($0, of: division) }
            // What a headline names stands for either.
            let first = same.first { context.sentence[analysis.mentions[$0].tokens.lowerBound] > 0 } ?? division
            guard first >= division,
                !same.contains(where: { isCalledTown($0) })
            else { continue }
            for index in same where analysis.mentions[index].placeClass == nil && verdicts[index] == Verdict() {
                guard let own = best(index), own.placeKind == .settlement, own.country == place.country,
                    own.admin1 == place.admin1
                else { continue }
                verdicts[index].entry = entry
            }
        }
    }

    /// "the city of X", "X is the capital", "X, the largest city".
    private func isCalledTown(_ index: Int) -> Bool {
        if analysis.mentions[index].placeClass == .settlement { return true }
        let last = analysis.mentions[index].tokens.upperBound
        let end = min(last + Self.reach, context.tokens.count)
        guard last < end, context.isWord(last, context.known.comma) || Self.links.contains(context.hashes[last]) else {
            return false
        }
        for token in last..<end where context.sentence[token] == context.sentence[last] {
            if context.roles[token].classAfter == .settlement || Self.capitals.contains(context.hashes[token]) {
                return true
            }
            if token > last, !Self.links.contains(context.hashes[token]), context.tokens[token].shape != .lowercase {
                return false
            }
        }
        return false
    }

    /// So many words of "X, the region's largest city" are looked at.
    private static let reach = 6
    private static let links = Set("is was the a".split(separator: " ").map { WordHash.of($0.utf8) })
    private static let capitals = Set("capital city town".split(separator: " ").map { WordHash.of($0.utf8) })

    /// Whether a class word goes with the name: "X province".
    private func isMarked(_ index: Int) -> Bool {
        guard isKnown[index] else { return false }
        let tokens = analysis.mentions[index].tokens
        return analysis.mentions[index].placeClass == .division
            || tokens.count > 1 && context.roles[tokens.upperBound - 1].classAfter == .division
    }

    /// Whether mention `index` has the name of `longer` without its class word.
    private func isBare(_ index: Int, of longer: Int) -> Bool {
        if analysis.mentions[index].name == analysis.mentions[longer].name { return true }
        let (short, long) = (analysis.mentions[index].tokens, analysis.mentions[longer].tokens)
        guard short.count < long.count, context.hashes[short].elementsEqual(context.hashes[long].prefix(short.count))
        else { return false }
        return long.dropFirst(short.count).allSatisfy { context.roles[$0].classAfter != nil }
    }
}
