import Articles
import Gazetteers

/// Computes what speaks for a mention being a toponym from the words around it.
struct RecognitionFeatures {
    let context: DocumentContext
    let pool: CandidatePool
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
}
