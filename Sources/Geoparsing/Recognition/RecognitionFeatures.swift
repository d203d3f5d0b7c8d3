import Articles
import Gazetteers

/// Computes what speaks for a mention being a toponym from the words around it.
struct RecognitionFeatures {
    let context: DocumentContext
    let lexicon: Lexicon

    private var document: Document { context.document }

    private static let speech = Set(["said", "says", "told", "added"].map { WordHash.of($0.utf8) })
    private static let auxiliaries = Set(
        ["was", "were", "is", "are", "has", "have", "had", "been", "being", "again", "also", "heavily"]
            .map { WordHash.of($0.utf8) })
    private static let dashes = Set(["—", "–", "-"].map { WordHash.of($0.utf8) })

    /// Fills the features of all mentions; those of the document as a whole need all of them, and the demonyms.
    func fill(_ mentions: inout [Mention], demonyms: [Mention]) {
        let countries = NamedCountries(mentions, demonyms: demonyms)
        let local = mentions.map { placeContext($0) }
        var counts: [String: Int] = [:]
        var inPlace: [String: Int] = [:]
        var inPerson: [String: Int] = [:]
        for (index, mention) in mentions.enumerated() {
            counts[mention.surface, default: 0] += 1
            if local[index].place { inPlace[mention.surface, default: 0] += 1 }
            if local[index].person { inPerson[mention.surface, default: 0] += 1 }
        }
        let lexical = LexicalFeatures(context: context)
        let neighbors = NeighboringNames(mentions)
        for index in mentions.indices {
            let surface = mentions[index].surface
            var vector = features(of: mentions[index])
            vector.add(RecognitionFeature.repeated, when: counts[surface, default: 0] > 1)
            vector.add(
                RecognitionFeature.otherInPlaceContext,
                when: inPlace[surface, default: 0] > (local[index].place ? 1 : 0))
            vector.add(
                RecognitionFeature.otherInPersonContext,
                when: inPerson[surface, default: 0] > (local[index].person ? 1 : 0))
            vector.add(RecognitionFeature.inList, when: neighbors.isInList(mentions[index], context))
            vector.add(RecognitionFeature.beforeContainer, when: mentions[index].isBeforeContainer)
            vector.add(RecognitionFeature.inPhrase, when: mentions[index].isInPhrase)
            vector.add(RecognitionFeature.covered, when: mentions[index].isCovered)
            vector.add(RecognitionFeature.fragment, when: mentions[index].isFragment)
            vector.add(
                RecognitionFeature.capitalSentence,
                when: context.isAllCapitalSentence(context.sentence[mentions[index].tokens.lowerBound]))
            countries.add(mentions[index], to: &vector)
            lexical.add(mentions[index], to: &vector)
            mentions[index].features = vector
        }
    }

    /// Whether the words next to a mention alone say place, or person.
    private func placeContext(_ mention: Mention) -> (place: Bool, person: Bool) {
        let start = mention.tokens.lowerBound
        let role = context.previous(start).map { context.roles[$0] } ?? WordRole()
        let place =
            context.prepositionStrength(before: start, lexicon: lexicon) >= 3 || mention.placeClass != nil
        let after = context.next(mention.tokens.upperBound - 1)
        let isFollowed = after.map { context.isCapitalizedWord($0) && context.areAdjacent($0 - 1, $0) } ?? false
        let person =
            role.isTitle || role.isGivenName
            || isFollowed && context.roles[start].isGivenName
        return (place, person && !place)
    }

    private func features(of mention: Mention) -> FeatureVector {
        var vector = FeatureVector(capacity: 24, rows: 32)
        vector.add(RecognitionFeature.bias)
        addName(mention, to: &vector)
        addCandidates(mention, to: &vector)
        addBefore(mention, to: &vector)
        addAfter(mention, to: &vector)
        return vector
    }

    private func addName(_ mention: Mention, to vector: inout FeatureVector) {
        let tokens = mention.tokens
        let words = tokens.filter { document.tokens[$0].kind == .word }
        vector.add(RecognitionFeature.publisher, when: isPublisher(mention))
        vector.add(RecognitionFeature.speaker, when: isSpeaker(mention))
        vector.add(
            RecognitionFeature.alias,
            when: context.aliases.contains(context.hashes[tokens.lowerBound]) && !isPlaceHere(mention))
        vector.add(RecognitionFeature.twoWords, when: words.count == 2)
        vector.add(RecognitionFeature.moreWords, when: words.count > 2)
        vector.add(
            RecognitionFeature.allCapitals,
            when: !context.isAllCapitals && !context.isAllCapitalSentence(context.sentence[tokens.lowerBound])
                && words.allSatisfy { document.tokens[$0].shape == .allCapitals })
        vector.add(RecognitionFeature.shortName, when: mention.range.count < 4)
        vector.add(
            RecognitionFeature.singleLetterShape,
            when: words.count == 1 && document.tokens[words[0]].shape == .singleCapital)
        let initial = context.isSentenceInitial(tokens.lowerBound)
        vector.add(RecognitionFeature.sentenceInitial, when: initial)
        guard words.count == 1 else { return }
        let role = context.roles[words[0]]
        let common = role.common
        vector.add(RecognitionFeature.commonWord1, when: common == 1)
        vector.add(RecognitionFeature.commonWord2, when: common == 2)
        vector.add(RecognitionFeature.commonWord3, when: common >= 3)
        vector.add(RecognitionFeature.sentenceInitialCommon, when: common > 0 && (initial || context.isAllCapitals))
        vector.add(RecognitionFeature.lowercaseInDocument, when: context.lowercased.contains(context.hashes[words[0]]))
        let given = role.isGivenName
        let alsoPlace = role.isAlsoPlace
        vector.add(RecognitionFeature.givenName, when: given && !alsoPlace)
        vector.add(RecognitionFeature.givenNameAlsoPlace, when: given && alsoPlace)
        vector.add(RecognitionFeature.sentenceInitialGivenName, when: given && !alsoPlace && initial)
        vector.add(RecognitionFeature.personInDocument, when: context.persons.contains(context.hashes[words[0]]))
    }

    /// "Jordan Miller": two capitalised words and no more, the first a given name, the second no head of anything.
    private func isFullName(_ mention: Mention) -> Bool {
        let first = mention.tokens.lowerBound
        guard mention.tokens.count == 1, context.roles[first].isGivenName,
            let second = context.next(first), document.tokens[second].shape == .capitalized
        else { return false }
        let role = context.roles[second]
        if role.head != nil || role.classAfter != nil || role.isStreetWord { return false }
        for neighbor in [context.previous(first), context.next(second)] {
            guard let neighbor else { continue }
            if context.isCapitalizedWord(neighbor), !context.isSentenceInitial(neighbor) { return false }
        }
        return context.prepositionStrength(before: first, lexicon: lexicon) < 3
    }

    private func isPublisher(_ mention: Mention) -> Bool {
        guard let publisher = document.article.publisher, publisher.utf8.count == mention.surface.utf8.count else {
            return false
        }
        return publisher.lowercased() == mention.surface.lowercased()
    }

    private func isSpeaker(_ mention: Mention) -> Bool {
        guard let after = context.next(mention.tokens.upperBound - 1), context.lower[after] == ":" else { return false }
        return context.isSentenceInitial(mention.tokens.lowerBound)
    }

    /// Whether the words here use an alias as the name of a place after all: "in X", "X is a small town".
    private func isPlaceHere(_ mention: Mention) -> Bool {
        if context.prepositionStrength(before: mention.tokens.lowerBound, lexicon: lexicon) >= 3 { return true }
        var index = mention.tokens.upperBound
        let word = index < context.lower.count ? context.lower[index] : ""
        guard word == "is" || word == "was" || word == "," || word == "lies" else { return false }
        index += 1
        for _ in 0..<4 where index < context.lower.count {
            if context.roles[index].classAfter != nil { return true }
            index += 1
        }
        return false
    }

    private func addCandidates(_ mention: Mention, to vector: inout FeatureVector) {
        guard let best = mention.candidates.first else {
            vector.add(RecognitionFeature.noCandidate)
            return
        }
        switch best.rung {
        case .exact: vector.add(RecognitionFeature.exact)
        case .unaccented: vector.add(RecognitionFeature.unaccented)
        case .folded: vector.add(RecognitionFeature.folded)
        case .edited, .stemmed: vector.add(RecognitionFeature.edited)
        }
        let kind = mention.candidates.map(\.kind).min { $0.rawValue < $1.rawValue } ?? best.kind
        switch kind {
        case .primary: vector.add(RecognitionFeature.primary)
        case .common: vector.add(RecognitionFeature.common)
        case .alternate: vector.add(RecognitionFeature.alternate)
        case .short: vector.add(RecognitionFeature.short)
        case .former: vector.add(RecognitionFeature.former)
        case .abbreviation: vector.add(RecognitionFeature.abbreviation)
        case .demonym: break
        }
        var population = 0
        var kinds: UInt32 = 0
        var isCapital = false
        for candidate in mention.candidates {
            population = max(population, candidate.place.population)
            kinds |= 1 << UInt32(candidate.place.kind.rawValue)
            if candidate.place.featureCode == "PPLC" { isCapital = true }
        }
        func has(_ kind: Place.Kind) -> Bool { kinds >> UInt32(kind.rawValue) & 1 == 1 }
        vector.add(RecognitionFeature.population, logPopulation(population))
        vector.add(RecognitionFeature.country, when: has(.country))
        vector.add(RecognitionFeature.division, when: has(.division))
        vector.add(
            RecognitionFeature.region, when: has(.region) || has(.water) || has(.mountain) || has(.continent))
        vector.add(RecognitionFeature.capital, when: isCapital)
        vector.add(
            RecognitionFeature.onlySmall,
            when: population < 5000 && kinds == 1 << UInt32(Place.Kind.settlement.rawValue))
        vector.add(RecognitionFeature.manyCandidates, when: mention.candidates.count > 5)
    }

    private func addBefore(_ mention: Mention, to vector: inout FeatureVector) {
        let start = mention.tokens.lowerBound
        vector.add(
            RecognitionFeature.afterClassWord, when: context.announcedClass(before: start, lexicon: lexicon) != nil)
        guard let before = context.previous(start) else { return }
        let word = context.lower[before]
        vector.add(RecognitionFeature.afterPlaceVerb, when: context.roles[before].takesPlaces)
        switch context.prepositionStrength(before: start, lexicon: lexicon) {
        case 1: vector.add(RecognitionFeature.preposition1)
        case 2: vector.add(RecognitionFeature.preposition2)
        case 3...: vector.add(RecognitionFeature.preposition3)
        default: break
        }
        vector.add(RecognitionFeature.afterThe, when: word == "the")
        vector.add(
            RecognitionFeature.regionAfterThe,
            when: word == "the"
                && mention.candidates.contains {
                    $0.place.kind == .region || $0.place.kind == .water || $0.place.kind == .mountain
                })
        vector.add(RecognitionFeature.afterNumber, when: document.tokens[before].kind == .number)
        vector.add(RecognitionFeature.quoted, when: word == "\"" || word == "“" || word == "‘")
        guard context.areAdjacent(before, start) else { return }
        let capitalized = context.isCapitalizedWord(before)
        let role = context.roles[before]
        if role.isTitle {
            vector.add(capitalized ? RecognitionFeature.afterTitle : RecognitionFeature.afterRole)
        } else if role.isGivenName, capitalized, !role.isAlsoPlace {
            vector.add(RecognitionFeature.afterGivenName)
        } else if word == ".", before > 0, document.tokens[before - 1].shape == .singleCapital {
            vector.add(RecognitionFeature.afterInitial)
        } else if capitalized, !context.isSentenceInitial(before) {
            vector.add(RecognitionFeature.afterCapitalized)
        }
    }

    private func addAfter(_ mention: Mention, to vector: inout FeatureVector) {
        let last = mention.tokens.upperBound - 1
        vector.add(
            RecognitionFeature.hasClassWord,
            when: context.roles[last].classAfter != nil && mention.tokens.count > 1)
        guard let after = context.next(last) else { return }
        let word = context.lower[after]
        vector.add(RecognitionFeature.beforePlaceVerb, when: isBeforePlaceVerb(after))
        let isAdjacent = context.areAdjacent(last, after)
        let capitalized = context.isCapitalizedWord(after)
        vector.add(RecognitionFeature.beforeComma, when: word == ",")
        vector.add(RecognitionFeature.beforePossessive, when: isPossessive(after))
        vector.add(RecognitionFeature.beforeHyphen, when: word == "-" && isAdjacent)
        vector.add(RecognitionFeature.beforeSpeech, when: Self.speech.contains(context.hashes[after]))
        vector.add(RecognitionFeature.beforeClassWord, when: context.roles[after].classAfter != nil)
        vector.add(
            RecognitionFeature.beforeLowercaseNoun,
            when: document.tokens[after].shape == .lowercase && word.utf8.count > 3
                && lexicon.prepositions[WordHash.joined(0, context.hashes[after])] == nil
        )
        vector.add(RecognitionFeature.dateline, when: isDateline(mention))
        if capitalized, isAdjacent {
            vector.add(RecognitionFeature.givenNameThenName, when: isFullName(mention))
            vector.add(RecognitionFeature.beforeStreetWord, when: context.roles[after].isStreetWord)
            addOrganization(of: mention, from: after, to: &vector)
        }
    }

    /// Reads on over capitalised words to the head of an organisation's name.
    private func addOrganization(of mention: Mention, from start: Int, to vector: inout FeatureVector) {
        var index = start
        var head: Lexicon.OrganizationHead?
        while context.lower.indices.contains(index), index - start < 6 {
            guard context.isCapitalizedWord(index) else { break }
            if let found = context.roles[index].head { head = found }
            guard let next = context.next(index), context.areAdjacent(index, next) else { break }
            index = next
        }
        switch head {
        case .company: vector.add(RecognitionFeature.inCompany)
        case .education: vector.add(RecognitionFeature.inEducation)
        case .facility: vector.add(RecognitionFeature.inFacility)
        case .government: vector.add(RecognitionFeature.inGovernment)
        case .health: vector.add(RecognitionFeature.inHealth)
        case .media: vector.add(RecognitionFeature.inMedia)
        case .military: vector.add(RecognitionFeature.inMilitary)
        case .organization: vector.add(RecognitionFeature.inOrganization)
        case .party: vector.add(RecognitionFeature.inParty)
        case .religion: vector.add(RecognitionFeature.inReligion)
        case .sports: vector.add(RecognitionFeature.inSports)
        case nil: vector.add(RecognitionFeature.beforeCapitalized)
        }
        if let before = context.previous(mention.tokens.lowerBound), context.isCapitalizedWord(before),
            context.areAdjacent(before, mention.tokens.lowerBound), !context.isSentenceInitial(before)
        {
            vector.add(RecognitionFeature.capitalizedBothSides)
        }
    }

    /// "was shelled", "has been recaptured".
    private func isBeforePlaceVerb(_ start: Int) -> Bool {
        var index = start
        while index < min(start + 3, context.lower.count), Self.auxiliaries.contains(context.hashes[index]) {
            index += 1
        }
        return index > start && index < context.lower.count && context.roles[index].isDoneToPlaces
    }

    private func isPossessive(_ index: Int) -> Bool {
        let word = context.lower[index]
        guard word == "'" || word == "’", index + 1 < context.lower.count else { return false }
        return context.lower[index + 1] == "s"
    }

    /// "KYIV, Ukraine (AP) —", "KHARKIV, Sept. 12 (Reuters) -" at the head of a paragraph.
    private func isDateline(_ mention: Mention) -> Bool {
        let sentence = document.sentences[context.sentence[mention.tokens.lowerBound]]
        guard mention.tokens.lowerBound - sentence.tokens.lowerBound <= 3 else { return false }
        let upper = min(sentence.tokens.upperBound, mention.tokens.upperBound + 10)
        return (mention.tokens.upperBound..<max(upper, mention.tokens.upperBound)).contains { index in
            document.tokens[index].kind == .punctuation && Self.dashes.contains(context.hashes[index])
                && document.tokens[index].range.start > document.tokens[index - 1].range.end
        }
    }
}

/// log10 of a population, 0 for none.
func logPopulation(_ population: Int) -> Double {
    guard population > 0 else { return 0 }
    // The number of decimal digits and a linear step between powers of ten: smooth enough, and the same everywhere.
    var power = 1.0
    var digits = 0.0
    let value = Double(population)
    while power * 10 <= value {
        power *= 10
        digits += 1
    }
    return digits + (value / power - 1) / 9
}
