import Articles
import Gazetteers
import Tables

/// Whether the rest of the text speaks for a reading that the name alone hardly carries.
extension StatedContainers {
    /// Whether a name is weak evidence of `own`: only spelt much like it ("Burkina" for Burqin), a word of direction or of the
    /// dictionary ("Western allies"), or that of a small town or some division among other names.
    func isDoubtful(_ index: Int, _ own: CandidateEntry) -> Bool {
        let mention = analysis.mentions[index]
        guard own.placeKind != .country, own.placeKind != .continent, own.country != 0 else { return false }
        if mention.isFuzzy || isDirection(mention.tokens) { return true }
        if mention.tokens.count == 1, context.roles[mention.tokens.lowerBound].common > 0,
            own.population < Self.greatTown
        {
            return true
        }
        let others = otherNames(index)
        if others >= Self.someNames, isOddlySpelled(own, mention.range) { return true }
        guard others >= Self.fewNames else { return false }
        // "the territory of Beni": a namesake among the divisions of another country.
        if mention.placeClass == .division || mention.placeClass == .district {
            return own.population < Self.metropolis
        }
        return own.placeKind == .settlement && own.population < Self.smallTown
    }

    /// "Makeen" for Macken, or a small town by one of its many alternates; names in other letters than Latin all are alternates.
    private func isOddlySpelled(_ own: CandidateEntry, _ range: TextRange) -> Bool {
        guard context.document.bytes[range.start] < Self.firstBeyondLatin else { return false }
        return own.rung == .folded && own.population < Self.metropolis
            || own.kind == .alternate && own.population < Self.greatTown
    }

    /// The first byte of Greek, Cyrillic and the letters after them, in UTF-8.
    private static let firstBeyondLatin: UInt8 = 0xCD

    /// Whether another name of the text is in the country of `own` or near it, or a demonym tells of that country. A text
    /// without any other name says nothing against it.
    func isSupported(_ own: CandidateEntry, _ index: Int) -> Bool {
        let closeness = Closeness(to: own)
        var isAlone = true
        for other in firsts where analysis.mentions[other].name != analysis.mentions[index].name {
            guard let place = best(other), place.country != 0, !analysis.mentions[other].isFuzzy,
                !isDirection(analysis.mentions[other].tokens)
            else { continue }
            isAlone = false
            if place.country == own.country
                || place.placeKind != .country
                    && closeness.square(place.latitude, place.longitude) < Self.far * Self.far
            {
                return true
            }
        }
        for demonym in analysis.demonyms.prefix(Self.mostNames) where demonym.hasCandidates {
            isAlone = false
            if analysis.pool[demonym.candidates].range.contains(where: {
                analysis.pool.entries[$0].country == own.country
            }) {
                return true
            }
        }
        return isAlone
    }

    /// The greatest place of the name in a country that the text speaks of, if it is not much smaller than `own`.
    func namesake(of own: CandidateEntry, _ index: Int) -> Int? {
        guard own.placeKind == .settlement || own.placeKind == .division, own.population < Self.metropolis,
            !analysis.mentions[index].isFuzzy
        else { return nil }
        let list = analysis.pool[analysis.mentions[index].candidates].range
        return list.filter { entry in
            let other = analysis.pool.entries[entry]
            return other.country != own.country && (other.placeKind == .settlement || other.placeKind == .division)
                && other.population * Self.muchSmaller > own.population && other.population > 0
                && isSpokenOf(other.country, besides: index)
        }.max { analysis.pool.entries[$0].population < analysis.pool.entries[$1].population }
    }

    /// Whether two other names of the text lie in a country or are its own.
    private func isSpokenOf(_ country: UInt32, besides index: Int) -> Bool {
        let name = analysis.mentions[index].name
        return firsts.lazy.filter { other in
            analysis.mentions[other].name != name && !analysis.mentions[other].isFuzzy
                && (best(other).map { $0.country == country } ?? false)
        }.prefix(2).count == 2
    }

    /// "Western", "the North", "North-Western", "Western District".
    private func isDirection(_ tokens: Range<Int>) -> Bool {
        Self.directions.contains(context.hashes[tokens.lowerBound])
            && tokens.dropFirst().allSatisfy {
                Self.directions.contains(context.hashes[$0]) || context.roles[$0].classAfter != nil
            }
    }

    private static let directions = Set(
        """
        north south east west northern southern eastern western northeast northwest southeast southwest northeastern \
        northwestern southeastern southwestern central upper lower nord sud est ouest norte sur este oeste -
        """.split(separator: " ").map { WordHash.of($0.utf8) })
}
