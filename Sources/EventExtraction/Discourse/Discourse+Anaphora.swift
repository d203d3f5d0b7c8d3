import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

/// What `the city`, `this region` and `the south` take up.
extension Discourse {
    /// The kind of what is taken up, and the token where the words stand.
    enum Anaphor {
        case settlement(Int)
        /// The seat of a government: `in the capital`.
        case capital(Int)
        case division(Int)
        case country(Int)
        /// The whole of it: `across the country`.
        case nation(Int)
        /// Wherever the text is, below a country: `in the area`, `there`.
        case area(Int)
        /// A building or a work that the text told of before: `the airport`.
        case facility(Int)
        /// `captured it`: the town or land of the sentences before.
        case it
        /// Where somebody is from: `her home town`.
        case origin(Int)
    }

    private static let areas: [StaticString] = ["area", "scene", "site", "spot", "vicinity"]

    private static let nations: [StaticString] = ["country", "nation"]

    private static let nationwide: [StaticString] = ["nationwide", "countrywide"]

    private static let settlements: [StaticString] = [
        "town", "city", "village", "port", "suburb", "settlement", "municipality",
    ]

    /// The latest use before token `index`, of the latest one at all and the latest one of an earlier sentence.
    func named(_ now: Focus?, _ before: Focus?, before index: Int) -> Focus? {
        guard let now else { return nil }
        return reading.toponymTokens[now.index].lowerBound < index ? now : before
    }

    /// The division that `the region` at token `index` takes up: one just named, that of the town where the text is, or
    /// the latest.
    func division(before index: Int, in sentence: Int) -> Focus? {
        let latest = named(division, earlier.division, before: index).flatMap {
            place(of: $0)?.kind == .country ? nil : $0
        }
        if let latest, sentence - latest.sentence <= 2 { return latest }
        for admin1 in [main?.admin1, place(of: settlement)?.admin1].compactMap(\.self) {
            let holder = known.last { focus in
                guard reading.toponymTokens[focus.index].lowerBound < index, let place = place(of: focus),
                    place.kind == .division
                else { return false }
                return place.admin1 == admin1 || place.name == admin1
            }
            if let holder { return holder }
        }
        return latest
    }

    /// The country of the place that the text is in, if it was named before token `index`.
    func countryOfLatest(before index: Int) -> Focus? {
        guard let code = place(of: latest)?.countryCode else { return nil }
        return known.last { focus in
            guard reading.toponymTokens[focus.index].lowerBound < index, let place = place(of: focus) else {
                return false
            }
            return place.kind == .country && place.countryCode == code
        }
    }

    /// The country that `the country` at token `index` is: that of an adjective before it in its sentence, the latest that
    /// was named, or the one that the text is about.
    func nation(before index: Int, in sentence: Int) -> Focus? {
        if let adjective, adjective.sentence == sentence,
            reading.toponymTokens[adjective.index].lowerBound < index
        {
            return adjective
        }
        if let focus = named(country, earlier.country, before: index) ?? countryOfLatest(before: index) { return focus }
        guard let code = shares.country else { return nil }
        return candidates.list.first { $0.kind == .country && $0.countryCode == code }?.focus
    }

    /// The capital of the country that the text is about, if it was named before token `index`.
    func capital(before index: Int) -> Focus? {
        candidates.list.last { candidate in
            guard reading.toponymTokens[candidate.focus.index].lowerBound < index,
                let place = place(of: candidate.focus)
            else { return false }
            return place.featureCode == "PPLC" && place.countryCode == shares.country
        }?.focus
    }

    /// The toponym of the capital of the country that the text is about, named only after token `index`.
    func seat(at index: Int) -> Int? {
        reading.toponyms.indices.first { number in
            guard reading.toponyms[number].role == .literal, let place = reading.toponyms[number].place else {
                return false
            }
            return reading.toponymTokens[number].lowerBound > index && place.featureCode == "PPLC"
                && place.countryCode == shares.country
        }
    }

    /// Whether a village without a place of its own lies in `use`: `Naung village in X`, `the village of Naung, in X`.
    func holdsUnnamed(_ use: PlaceUse) -> Bool {
        let first = reading.document.sentences[use.sentence].tokens.lowerBound
        guard use.preposition == .locative || use.preposition == .none || use.preposition == .of else { return false }
        var position = min(use.start, use.tokens.lowerBound) - 1
        var isKind = false
        var isName = false
        while position >= first, use.start - position < 8 {
            let c = reading.classes[position]
            if reading.isPlace(position) { return false }
            if isVillage(position) {
                isKind = true
            } else if reading.isName(position)
                || reading.document.tokens[position].isCapitalized && reading.toponymAt[position] > 0
            {
                isName = true
            } else if !c.hasAny([.comma, .determiner, .of, .adjective, .compass]) {
                break
            }
            position -= 1
        }
        return isKind && isName
    }

    /// `nine rebels were killed there`, not `there were`.
    private func isThere(_ index: Int) -> Bool {
        reading.has("there", at: index)
            && (!reading.classes(at: index + 1).hasAny([.be, .have, .modal, .auxDo, .apostrophe])
                // `her house there was hit`
                || index > 0 && reading.document.tokens[index - 1].kind == .word
                    && !reading.classes[index - 1].hasAny([
                        .conjunction, .subordinator, .relative, .report, .preposition, .adverb, .be, .have,
                    ]))
    }

    private func isTown(_ index: Int) -> Bool { Self.settlements.contains { reading.has($0, at: index) } }

    private func isVillage(_ index: Int) -> Bool {
        reading.classes[index].contains(.settlement) && Self.small.contains { reading.has($0, at: index) }
    }

    private static let small: [StaticString] = ["village", "town", "settlement", "hamlet"]

    private func place(of focus: Focus?) -> Place? { focus.flatMap { reading.toponyms[$0.index].place } }

    /// `the retreat from the region`, `the offensive in the south`: right after the mention, where no name follows.
    ///
    /// - Returns: the token of the words, `nil` without.
    func attachedAnaphor(_ mention: Mention, in tokens: Range<Int>) -> Int? {
        if isTaken(mention) { return mention.target?.lowerBound }
        let movement = reading.lexicon.triggers.triggers[mention.trigger].movement
        let takesPlaces = movement == .territory || movement == .departure
        for index in mention.tokens.upperBound..<min(tokens.upperBound, mention.tokens.upperBound + 7) {
            let c = reading.classes[index]
            guard c.hasAny([.divisionWord, .settlement, .compass]),
                reading.classes(at: index - 1).hasAny([.determiner, .demonstrative]),
                reading.classes(at: index - 2).hasAny([.locative, .fromPreposition, .destination])
                    // `recaptured the city`
                    || takesPlaces && mention.usage == .active && index - 1 == mention.tokens.upperBound
                        && c.contains(.settlement) && isTown(index)
                    // `shelled this village in the east`
                    || mention.usage == .active && index - 1 == mention.tokens.upperBound
                        && datelineTown(at: index) != nil && isTown(index),
                reading.boundaries(between: index, and: mention.head) == 0, reading.toponymAt[index] == 0,
                !reading.classes(at: index + 1).hasAny([.of, .locative]) || datelineTown(at: index) != nil,
                !reading.isPlace(index + 1),
                !c.contains(.compass) || !continuesPhrase(index + 1)
            else { continue }
            return index
        }
        return nil
    }

    /// Whether the word at `index` goes on with a noun phrase: `the south bank`.
    private func continuesPhrase(_ index: Int) -> Bool {
        guard reading.document.tokens.indices.contains(index) else { return false }
        // `the south-eastern city`
        if reading.isJoinedHyphen(index) { return true }
        guard reading.document.tokens[index].kind == .word else { return false }
        // `the northern state of`
        if reading.classes[index].hasAny([.divisionWord, .settlement]) { return true }
        return !reading.classes[index].hasAny([
            .preposition, .conjunction, .comma, .stop, .be, .have, .auxDo, .modal, .adverb, .subordinator, .relative,
            .report,
        ])
    }

    /// `captured it`
    private func isTaken(_ mention: Mention) -> Bool {
        guard let target = mention.target, target.count == 1, target.lowerBound > mention.head else { return false }
        return reading.has("it", at: target.lowerBound)
            && reading.lexicon.triggers.triggers[mention.trigger].movement == .territory
    }

    /// `the city`, `the region`, `the country`; a bare `the south` means the country's.
    func anaphor(near mention: Mention, in tokens: Range<Int>) -> Anaphor? {
        if isTaken(mention) { return .it }
        let first = max(tokens.lowerBound + 1, mention.tokens.lowerBound - 12)
        for index in first..<max(first, min(tokens.upperBound, mention.tokens.upperBound + 10)) {
            if isHome(index), reading.boundaries(between: index, and: mention.head) <= 2 { return .origin(index) }
            if isThere(index), reading.boundaries(between: index, and: mention.head) <= 1 { return .area(index) }
            // `nationwide protests`
            if Self.nationwide.contains(where: { reading.has($0, at: index) }),
                reading.boundaries(between: index, and: mention.head) <= 1,
                nation(before: index, in: mention.sentence) != nil
            {
                return .nation(index)
            }
            guard reading.classes[index - 1].hasAny([.determiner, .demonstrative]), reading.toponymAt[index] == 0,
                reading.boundaries(between: index, and: mention.head) <= 2,
                !reading.has("a", at: index - 1), !reading.has("an", at: index - 1)
            else { continue }
            let c = reading.classes[index]
            if Self.nations.contains(where: { reading.has($0, at: index) }),
                reading.classes(at: index - 2).contains(.preposition) || reading.classes(at: index - 2).contains(.of),
                !reading.isPossessive(at: index + 1)
            {
                // `the south of the country`
                return reading.classes(at: index - 3).contains(.compass) ? .country(index) : .nation(index)
            }
            if Self.areas.contains(where: { reading.has($0, at: index) }),
                reading.classes(at: index - 2).contains(.preposition), !reading.classes(at: index + 1).contains(.of),
                !reading.isPlace(index + 1)
            {
                return .area(index)
            }
            if c.contains(.compass),
                index < 2 || reading.classes(at: index - 2).hasAny([.locative, .of, .destination, .fromPreposition]),
                !reading.classes(at: index + 1).contains(.of), !reading.isPlace(index + 1), !continuesPhrase(index + 1)
            {
                return .country(index)
            }
            if reading.has("capital", at: index),
                !reading.isPlace(index + 1), !reading.isPlace(index + 2), !continuesPhrase(index + 1),
                capital(before: index) != nil || seat(at: index) != nil
            {
                return .capital(index)
            }
            if c.contains(.divisionWord) { return .division(index) }
            if c.contains(.settlement), isTown(index) { return .settlement(index) }
            if isFacility(index), !reading.isPlace(index + 1),
                !reading.classes(at: index + 1).hasAny([.of, .locative, .nearby])
            {
                return .facility(index)
            }
        }
        return nil
    }
}

extension Reading {
    private static let wars: [StaticString] = ["war", "invasion", "conflict"]

    /// `the war`, `the invasion`: larger than the towns of its sentence.
    func isWar(_ mention: Mention) -> Bool { Self.wars.contains { has($0, at: mention.head) } }

    /// Places that have no name and lie anywhere: a movement there is not where the text was before.
    private static let unnamed: [StaticString] = [
        "territory", "territories", "land", "lands", "area", "areas", "village", "villages", "town", "towns",
    ]
    /// Those that have no name with an article either; `the town` is one told before.
    private static let alwaysUnnamed: [StaticString] = ["border", "front", "frontline"]

    /// `heading towards the border`, `fled to a nearby village`, `in Ukrainian-held territory`: a place that the text
    /// does not name, right after the mention.
    func hasUnnamedPlace(after mention: Mention, in tokens: Range<Int>) -> Bool {
        var isOpen = false
        for index in mention.tokens.upperBound..<min(tokens.upperBound, mention.tokens.upperBound + 9) {
            let c = classes[index]
            if c.hasAny([.comma, .stop, .quote, .conjunction, .subordinator]), !isJoinedHyphen(index) {
                return false
            }
            if c.hasAny([.locative, .nearby, .destination, .fromPreposition]) {
                isOpen = true
            } else if isOpen, c.contains(.settlement) {
                if Self.alwaysUnnamed.contains(where: { has($0, at: index) }) {
                    // `in front of the house`
                    return !(has("front", at: index) && has("in", at: index - 1))
                }
                if !has("the", at: index - 1), !classes[index - 1].contains(.demonstrative),
                    Self.unnamed.contains(where: { has($0, at: index) })
                {
                    return true
                }
            }
        }
        return false
    }
}
