import Articles
import Gazetteers

/// Computes what speaks for a mention being a toponym from the words around it.
struct RecognitionFeatures {
    private let context: DocumentContext
    private let pool: CandidatePool
    private let names: NameTable
    private let mentions: [Mention]
    private let countries: NamedCountries
    private let lexical: LexicalFeatures
    private let neighbors: NeighboringNames
    /// By mention.
    private let local: [Surroundings]
    /// By name.
    private var uses: [Uses]

    /// What the words next to a mention alone say.
    private struct Surroundings {
        var isPlace: Bool
        var isPerson: Bool
    }

    /// How often a name occurs, and how often the words next to it say place, or person.
    private struct Uses {
        var all: Int32 = 0
        var place: Int32 = 0
        var person: Int32 = 0
    }

    /// - Parameter mentions: all of the document: some features need them, and the demonyms.
    init(_ mentions: [Mention], demonyms: [Mention], finder: MentionFinder) {
        let context = finder.context
        self.context = context
        pool = finder.pool
        names = finder.names
        self.mentions = mentions
        countries = NamedCountries(mentions, demonyms: demonyms, pool: finder.pool)
        lexical = LexicalFeatures(context: context)
        neighbors = NeighboringNames(mentions, tokens: context.tokens.count)
        uses = [Uses](repeating: Uses(), count: finder.names.count)
        local = mentions.map { Self.surroundings($0, context) }
        for (index, mention) in mentions.enumerated() {
            uses[Int(mention.name)].all += 1
            if local[index].isPlace { uses[Int(mention.name)].place += 1 }
            if local[index].isPerson { uses[Int(mention.name)].person += 1 }
        }
    }

    /// Adds all features of mention `index`.
    func add(_ index: Int, to vector: inout some FeatureSink) {
        let mention = mentions[index]
        let own = uses[Int(mention.name)]
        vector.add(RecognitionFeature.bias)
        addName(mention, to: &vector)
        addCandidates(pool[mention.candidates], to: &vector)
        addBefore(mention, to: &vector)
        addAfter(mention, to: &vector)
        vector.add(RecognitionFeature.repeated, when: own.all > 1)
        vector.add(RecognitionFeature.otherInPlaceContext, when: own.place > (local[index].isPlace ? 1 : 0))
        vector.add(RecognitionFeature.otherInPersonContext, when: own.person > (local[index].isPerson ? 1 : 0))
        vector.add(RecognitionFeature.inList, when: neighbors.isInList(mention, context))
        vector.add(RecognitionFeature.beforeContainer, when: mention.isBeforeContainer)
        vector.add(RecognitionFeature.inPhrase, when: mention.isInPhrase)
        vector.add(RecognitionFeature.covered, when: mention.isCovered)
        vector.add(RecognitionFeature.fragment, when: mention.isFragment)
        vector.add(
            RecognitionFeature.capitalSentence,
            when: context.isAllCapitalSentence(context.sentence[mention.tokens.lowerBound]))
        countries.add(mention, pool: pool, to: &vector)
        lexical.add(mention, pool[mention.candidates], to: &vector)
    }

    /// Whether the words next to a mention alone say place, or person.
    private static func surroundings(_ mention: Mention, _ context: DocumentContext) -> Surroundings {
        let start = mention.tokens.lowerBound
        let role = context.previous(start).map { context.roles[$0] } ?? WordRole()
        let isPlace = mention.prepositionStrength >= 3 || mention.placeClass != nil
        let after = context.next(mention.tokens.upperBound - 1)
        let isFollowed = after.map { context.isCapitalizedWord($0) && context.areAdjacent($0 - 1, $0) } ?? false
        let isPerson =
            role.isTitle || role.isGivenName
            || isFollowed && context.roles[start].isGivenName
        return Surroundings(isPlace: isPlace, isPerson: isPerson && !isPlace)
    }

    private func addName(_ mention: Mention, to vector: inout some FeatureSink) {
        let tokens = mention.tokens
        let first = tokens.lowerBound
        // The number of words, the first of them, and whether all are capitals.
        var words = 0
        var word = first
        var areCapitals = true
        for index in tokens where context.tokens[index].kind == .word {
            if words == 0 { word = index }
            words += 1
            if context.tokens[index].shape != .allCapitals { areCapitals = false }
        }
        vector.add(RecognitionFeature.publisher, when: isPublisher(mention))
        vector.add(RecognitionFeature.speaker, when: isSpeaker(mention))
        vector.add(RecognitionFeature.alias, when: context.isAlias(first) && !isPlaceHere(mention))
        vector.add(RecognitionFeature.twoWords, when: words == 2)
        vector.add(RecognitionFeature.moreWords, when: words > 2)
        vector.add(
            RecognitionFeature.allCapitals,
            when: areCapitals && !context.isAllCapitals && !context.isAllCapitalSentence(context.sentence[first]))
        vector.add(RecognitionFeature.shortName, when: mention.range.count < 4)
        vector.add(
            RecognitionFeature.singleLetterShape, when: words == 1 && context.tokens[word].shape == .singleCapital)
        let initial = context.isSentenceInitial(first)
        vector.add(RecognitionFeature.sentenceInitial, when: initial)
        guard words == 1 else { return }
        let role = context.roles[word]
        let common = role.common
        vector.add(RecognitionFeature.commonWord1, when: common == 1)
        vector.add(RecognitionFeature.commonWord2, when: common == 2)
        vector.add(RecognitionFeature.commonWord3, when: common >= 3)
        vector.add(RecognitionFeature.sentenceInitialCommon, when: common > 0 && (initial || context.isAllCapitals))
        vector.add(RecognitionFeature.lowercaseInDocument, when: context.isLowercased(word))
        let given = role.isGivenName
        let alsoPlace = role.isAlsoPlace
        vector.add(RecognitionFeature.givenName, when: given && !alsoPlace)
        vector.add(RecognitionFeature.givenNameAlsoPlace, when: given && alsoPlace)
        vector.add(RecognitionFeature.sentenceInitialGivenName, when: given && !alsoPlace && initial)
        vector.add(RecognitionFeature.personInDocument, when: context.isPerson(word))
    }

    /// "Jordan Miller": two capitalised words and no more, the first a given name, the second no head of anything.
    private func isFullName(_ mention: Mention) -> Bool {
        let first = mention.tokens.lowerBound
        guard mention.tokens.count == 1, context.roles[first].isGivenName,
            let second = context.next(first), context.tokens[second].shape == .capitalized
        else { return false }
        let role = context.roles[second]
        if role.head != nil || role.classAfter != nil || role.isStreetWord { return false }
        for neighbor in [context.previous(first), context.next(second)] {
            guard let neighbor else { continue }
            if context.isCapitalizedWord(neighbor), !context.isSentenceInitial(neighbor) { return false }
        }
        return mention.prepositionStrength < 3
    }

    private func isPublisher(_ mention: Mention) -> Bool {
        let range = names[mention.name].range
        guard let publisher = context.document.article.publisher, publisher.utf8.count == range.count else {
            return false
        }
        return publisher.lowercased() == context.document.text(range).lowercased()
    }

    private func isSpeaker(_ mention: Mention) -> Bool {
        guard let after = context.next(mention.tokens.upperBound - 1), context.isWord(after, context.known.colon) else {
            return false
        }
        return context.isSentenceInitial(mention.tokens.lowerBound)
    }

    /// Whether the words here use an alias as the name of a place after all: "in X", "X is a small town".
    private func isPlaceHere(_ mention: Mention) -> Bool {
        if mention.prepositionStrength >= 3 { return true }
        var index = mention.tokens.upperBound
        guard index < context.tokens.count else { return false }
        let known = context.known
        let word = context.hashes[index]
        guard word == known.is || word == known.was || word == known.comma || word == known.lies else { return false }
        index += 1
        for _ in 0..<4 where index < context.tokens.count {
            if context.roles[index].classAfter != nil { return true }
            index += 1
        }
        return false
    }

    private func addCandidates(_ list: CandidateList, to vector: inout some FeatureSink) {
        guard list.count > 0 else {
            vector.add(RecognitionFeature.noCandidate)
            return
        }
        switch list.bestRung {
        case .exact: vector.add(RecognitionFeature.exact)
        case .unaccented: vector.add(RecognitionFeature.unaccented)
        case .folded: vector.add(RecognitionFeature.folded)
        case .edited, .stemmed: vector.add(RecognitionFeature.edited)
        }
        switch list.kind {
        case .primary: vector.add(RecognitionFeature.primary)
        case .common: vector.add(RecognitionFeature.common)
        case .alternate: vector.add(RecognitionFeature.alternate)
        case .short: vector.add(RecognitionFeature.short)
        case .former: vector.add(RecognitionFeature.former)
        case .abbreviation: vector.add(RecognitionFeature.abbreviation)
        case .demonym: break
        }
        vector.add(RecognitionFeature.population, list.logPopulation)
        vector.add(RecognitionFeature.country, when: list.has(.country))
        vector.add(RecognitionFeature.division, when: list.has(.division))
        vector.add(
            RecognitionFeature.region,
            when: list.has(.region) || list.has(.water) || list.has(.mountain) || list.has(.continent))
        vector.add(RecognitionFeature.capital, when: list.hasCapital)
        vector.add(
            RecognitionFeature.onlySmall,
            when: list.population < 5000 && list.placeKinds == 1 << UInt32(Place.Kind.settlement.rawValue))
        vector.add(RecognitionFeature.manyCandidates, when: list.count > 5)
    }

    private func addBefore(_ mention: Mention, to vector: inout some FeatureSink) {
        let start = mention.tokens.lowerBound
        vector.add(
            RecognitionFeature.afterClassWord, when: mention.announcedClass != nil)
        guard let before = context.previous(start) else { return }
        let word = context.hashes[before]
        let known = context.known
        vector.add(RecognitionFeature.afterPlaceVerb, when: context.roles[before].takesPlaces)
        switch mention.prepositionStrength {
        case 1: vector.add(RecognitionFeature.preposition1)
        case 2: vector.add(RecognitionFeature.preposition2)
        case 3...: vector.add(RecognitionFeature.preposition3)
        default: break
        }
        vector.add(RecognitionFeature.afterThe, when: word == known.the)
        let list = pool[mention.candidates]
        vector.add(
            RecognitionFeature.regionAfterThe,
            when: word == known.the && (list.has(.region) || list.has(.water) || list.has(.mountain)))
        vector.add(RecognitionFeature.afterNumber, when: context.tokens[before].kind == .number)
        vector.add(RecognitionFeature.quoted, when: known.quotes.contains(word))
        guard context.areAdjacent(before, start) else { return }
        let capitalized = context.isCapitalizedWord(before)
        let role = context.roles[before]
        if role.isTitle {
            vector.add(capitalized ? RecognitionFeature.afterTitle : RecognitionFeature.afterRole)
        } else if role.isGivenName, capitalized, !role.isAlsoPlace {
            vector.add(RecognitionFeature.afterGivenName)
        } else if word == known.stop, before > 0, context.tokens[before - 1].shape == .singleCapital {
            vector.add(RecognitionFeature.afterInitial)
        } else if capitalized, !context.isSentenceInitial(before) {
            vector.add(RecognitionFeature.afterCapitalized)
        }
    }

    private func addAfter(_ mention: Mention, to vector: inout some FeatureSink) {
        let last = mention.tokens.upperBound - 1
        vector.add(
            RecognitionFeature.hasClassWord,
            when: context.roles[last].classAfter != nil && mention.tokens.count > 1)
        guard let after = context.next(last) else { return }
        let word = context.hashes[after]
        let known = context.known
        vector.add(RecognitionFeature.beforePlaceVerb, when: isBeforePlaceVerb(after))
        let isAdjacent = context.areAdjacent(last, after)
        let capitalized = context.isCapitalizedWord(after)
        vector.add(RecognitionFeature.beforeComma, when: word == known.comma)
        vector.add(RecognitionFeature.beforePossessive, when: isPossessive(after))
        vector.add(RecognitionFeature.beforeHyphen, when: word == known.hyphen && isAdjacent)
        vector.add(RecognitionFeature.beforeSpeech, when: known.speech.contains(context.hashes[after]))
        vector.add(RecognitionFeature.beforeClassWord, when: context.roles[after].classAfter != nil)
        vector.add(
            RecognitionFeature.beforeLowercaseNoun,
            when: context.tokens[after].shape == .lowercase && context.lowercaseLength(after) > 3
                && !context.isPreposition(after))
        vector.add(RecognitionFeature.dateline, when: isDateline(mention))
        if capitalized, isAdjacent {
            vector.add(RecognitionFeature.givenNameThenName, when: isFullName(mention))
            vector.add(RecognitionFeature.beforeStreetWord, when: context.roles[after].isStreetWord)
            addOrganization(of: mention, from: after, to: &vector)
        }
    }

    /// Reads on over capitalised words to the head of an organisation's name.
    private func addOrganization(of mention: Mention, from start: Int, to vector: inout some FeatureSink) {
        var index = start
        var head: Lexicon.OrganizationHead?
        while index < context.tokens.count, index - start < 6 {
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
        while index < min(start + 3, context.tokens.count), context.known.auxiliaries.contains(context.hashes[index]) {
            index += 1
        }
        return index > start && index < context.tokens.count && context.roles[index].isDoneToPlaces
    }

    private func isPossessive(_ index: Int) -> Bool {
        context.isWord(index, context.known.apostrophe) && index + 1 < context.tokens.count
            && context.isWord(index + 1, context.known.s)
    }

    /// "KYIV, Ukraine (AP) —", "KHARKIV, Sept. 12 (Reuters) -" at the head of a paragraph.
    private func isDateline(_ mention: Mention) -> Bool {
        let sentence = context.document.sentences[context.sentence[mention.tokens.lowerBound]]
        guard mention.tokens.lowerBound - sentence.tokens.lowerBound <= 3 else { return false }
        let upper = min(sentence.tokens.upperBound, mention.tokens.upperBound + 10)
        return (mention.tokens.upperBound..<max(upper, mention.tokens.upperBound)).contains { index in
            context.tokens[index].kind == .punctuation && context.known.dashes.contains(context.hashes[index])
                && context.tokens[index].range.start > context.tokens[index - 1].range.end
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
