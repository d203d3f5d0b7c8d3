import Articles
import Gazetteers
import Geoparsing
import Tables
import TemporalTagging

/// Links events to places: the candidates are the document's toponyms, the best one above the threshold is taken.
struct PlaceLinker {
    let reading: Reading
    let uses: [PlaceUse]
    /// Adjectives that tell of a country, apart from the names.
    let demonyms: [PlaceUse]
    /// The uses of each sentence, as a range of `uses`.
    private let bySentence: [Range<Int>]
    /// For each toponym 1 + the index of its use, or 0.
    let useOf: [Int]
    /// For each sentence the first token whose place is kept secret, or `nil`.
    private let withheld: [Int?]
    /// The toponym of the dateline, and how many of `uses` it has at the beginning.
    let dateline: (index: Int?, names: Int)
    var weights: LinkerWeights { reading.lexicon.weights }

    init(_ reading: Reading) {
        self.reading = reading
        (uses, demonyms) = PlaceUse.all(reading)
        dateline = Discourse.dateline(of: uses, reading)
        var ranges: [Range<Int>] = []
        ranges.reserveCapacity(reading.document.sentences.count)
        var index = 0
        for sentence in reading.document.sentences.indices {
            let first = index
            while index < uses.count, uses[index].sentence == sentence { index += 1 }
            ranges.append(first..<index)
        }
        bySentence = ranges
        var useOf = [Int](repeating: 0, count: reading.toponyms.count)
        for (index, use) in uses.enumerated() { useOf[use.index] = index + 1 }
        self.useOf = useOf
        withheld = Self.withheld(reading)
    }

    private static func withheld(_ reading: Reading) -> [Int?] {
        let sentences = reading.document.sentences
        var marks = [Int?](repeating: nil, count: sentences.count)
        let isWithheld = reading.lexicon.withheld.withMatcher(of: reading) { patterns in
            sentences.map { patterns.matches(in: $0.tokens) }
        }
        for (number, sentence) in sentences.enumerated() where isWithheld[number] {
            marks[number] = sentence.tokens.lowerBound
            if number > 0, sentences[number - 1].paragraph == sentence.paragraph, marks[number - 1] == nil {
                // What is kept secret is told there; what somebody is quoted with is not.
                let before = sentences[number - 1].tokens
                marks[number - 1] = before.last { reading.classes[$0].contains(.quote) } ?? before.lowerBound
            }
        }
        return marks
    }

    /// Whether the text says that where `mention` was is kept secret.
    func isWithheld(_ mention: Mention) -> Bool {
        withheld[mention.sentence].map { mention.head >= $0 } ?? false
    }

    func uses(in sentence: Int) -> ArraySlice<PlaceUse> { uses[bySentence[sentence]] }

    /// The uses in the sentence of `mention` that are within its reach.
    func uses(near mention: Mention) -> ArraySlice<PlaceUse> {
        let all = bySentence[mention.sentence]
        let window = reading.window(around: mention.head, in: reading.document.sentences[mention.sentence].tokens)
        return uses[all].part(within: window) { $0.tokens.lowerBound }
    }

    /// The tokens of the places near `mention` that are not its own place, nor that place's container.
    func neighbours(of mention: Mention) -> [Range<Int>] {
        guard let own = mention.place, let place = reading.toponyms[own.index].place else { return [] }
        return uses(near: mention).filter {
            !$0.isContainer && !$0.isSource && reading.toponyms[$0.index].place?.id != place.id
        }.map(\.tokens)
    }

    /// The best place within the sentence of `mention`.
    ///
    /// - Parameter isTold: an event of its type was told before.
    func link(_ mention: Mention, isTold: Bool = false) -> Mention.Link? {
        var best: Mention.Link?
        // The place right before the one that is weighed, and the one that the best place holds.
        var (inner, part, isWhole): (Int?, Int?, Bool) = (nil, nil, false)
        let isWithheld = isWithheld(mention)
        for use in uses(near: mention) {
            if isWithheld,
                use.preposition != .locative || reading.boundaries(between: use.start, and: mention.head) > 0
            {
                continue
            }
            var value = score(use, mention)
            // `In Leeds, the mayor condemned the attack`: the one that was told.
            if isTold, mention.isDefinite, mention.usage == .noun, isSpeakers(use, mention) {
                value += weights[.placeRepeat]
            }
            if value > best?.score ?? 0 {
                best = Mention.Link(index: use.index, score: value)
                isWhole = use.isContainer && inner != nil
                part = inner
            }
            inner = use.isContainer || use.isSource || use.isPersonal ? nil : use.index
        }
        // `in his hometown of Lahore in Punjab`: the nearer of the two.
        if isWhole, let part, let whole = best { best = Mention.Link(index: part, score: whole.score) }
        if let whole = best, let town = townOfReport(whole) {
            best = Mention.Link(index: town, score: whole.score, isCarried: true)
        }
        // `Swedish police detained a man who spied for Norway`
        if let named = best, let actor = mention.actor, let demonym = linkDemonym(mention),
            demonym.link.score > named.score, !isSameCountry(named, demonym.link),
            actor.contains(demonym.use.tokens.lowerBound),
            demonym.use.institution == .national || demonym.use.institution == .local
        {
            best = demonym.link
        }
        return best
    }

    /// Whether a place before `mention` is that of who speaks of it: `In Leeds, the mayor`, `the Texas governor condemned`.
    private func isSpeakers(_ use: PlaceUse, _ mention: Mention) -> Bool {
        guard use.tokens.upperBound <= mention.tokens.lowerBound else { return false }
        if use.isOpening {
            return reading.boundaries(between: use.tokens.upperBound - 1, and: mention.head) >= 2
                || use.preposition == .none && use.tokens.upperBound + 1 < mention.tokens.lowerBound
        }
        return use.preposition == .none && use.isModifier && use.tokens.upperBound + 1 < mention.tokens.lowerBound
    }

    /// Whether the place of one link lies in the country of the other, and says more.
    private func isSameCountry(_ a: Mention.Link, _ b: Mention.Link) -> Bool {
        guard let code = reading.toponyms[a.index].place?.countryCode else { return false }
        return reading.toponyms[b.index].place?.countryCode == code
    }

    /// The country of an adjective in the sentence of `mention`: `the Spanish government refused`.
    func linkDemonym(_ mention: Mention) -> (link: Mention.Link, use: PlaceUse)? {
        guard !demonyms.isEmpty, !isWithheld(mention) else { return nil }
        let window = reading.window(around: mention.head, in: reading.document.sentences[mention.sentence].tokens)
        var best: (link: Mention.Link, use: PlaceUse)?
        for use in demonyms.part(within: window, start: { $0.tokens.lowerBound }) {
            let value = score(use, mention)
            if value > best?.link.score ?? -.infinity {
                best = (Mention.Link(index: use.index, score: value, isCarried: true), use)
            }
        }
        return best
    }

    /// Whether the place of `link` stands at most `distance` tokens after the mention.
    func isWithin(_ link: Mention.Link, _ distance: Int, of mention: Mention) -> Bool {
        let start = reading.toponymTokens[link.index].lowerBound
        return start >= mention.tokens.upperBound && start - mention.tokens.upperBound <= distance
    }

    /// Log-odds that `use` is where `mention` happened.
    func score(_ use: PlaceUse, _ mention: Mention) -> Double {
        let trigger = reading.lexicon.triggers.triggers[mention.trigger]
        // `arrived in X on a visit`: the trigger goes on behind the place.
        let after = use.tokens.lowerBound > mention.head
        // `the regions that X annexed`: the target goes on up to the verb, its subject is no part of it.
        let isSubject = isSubject(use, mention)
        let inTarget = !isSubject && (mention.target.map { $0.contains(use.tokens.lowerBound) } ?? false)
        let inActor =
            mention.actor.map { $0.contains(use.tokens.lowerBound) || isSubject && mention.usage.isVerb } ?? isSubject
        var x = weights[.placeBias]
        switch use.kind {
        case .country: x += weights[.placeCountry]
        case .continent: x += weights[.placeContinent]
        case .water where !isSea(use): x += weights[.placeWater]
        default: break
        }
        if use.hasCompass, use.kind == .country { x -= weights[.placeCountry] / 2 }
        let clause = after ? nil : use.clause.flatMap { $0 < mention.tokens.lowerBound ? $0 : nil }
        let last = clause ?? use.tokens.upperBound - 1
        let bounds = reading.boundaries(between: after ? use.start : last, and: mention.head)
        let distance =
            after
            ? max(0, use.start - mention.tokens.upperBound) : max(0, mention.tokens.lowerBound - last - 1)
        x += weights[.placeBoundary] * Double(min(bounds, 6)) + weights[.placeDistance] * Double(min(distance, 25))
        if let clause, reading.boundaries(between: clause, and: mention.head) <= 2 {
            return x + weights[.placeLocative] + weights[.placeAttached]
        }
        if !after { x += weights[.placeBefore] }
        if after, !use.isContainer, reading.startsClause(after: mention.head, before: use.start) {
            x += weights[.placeClause]
        }
        if isTaken(use, mention, after: after) {
            x += weights[.placeTaken]
        } else if after, mention.nextHead < use.start {
            x += weights[.placeShared]
        }
        if after, !use.isContainer, trigger.movement == nil || trigger.movement == .departure,
            reading.hasPurpose(from: mention.tokens.upperBound, to: use.start)
        {
            x += weights[.placePurpose]
        }
        // `in the east of X men had to flee to the hills`
        if !after, trigger.movement == .departure || trigger.movement == .arrival,
            reading.hasUnnamedPlace(after: mention, in: reading.document.sentences[mention.sentence].tokens)
        {
            x += weights[.carryUnnamed]
        }
        if use.isFurther { x += weights[.placeLater] }
        if use.isPersonal, !use.isLocalVoice { x += weights[.placePersonal] }
        if reading.toponyms[use.index].offset != nil { x += weights[.placeRelative] }
        if !use.isDemonym, bySentence[use.sentence].count == 1, !use.isSource { x += weights[.placeSole] }
        if use.isOpening {
            x +=
                weights[.placeOpening]
                + (use.preposition == .locative ? -weights[.placeBoundary] * Double(min(bounds, 3)) * 0.7 : 0)
        }
        if use.isContainer { x += weights[.placeContainer] }
        if use.kind == .settlement, reading.isAtSeveralPlaces(mention) { x += weights[.placeSeveral] }
        if isInDateline(use) { x += weights[.placeSource] }
        if use.listPosition > 0 { x += weights[.placeLater] * Double(min(use.listPosition, 3)) }
        if reading.toponyms[use.index].confidence < 0.5 { x += weights[.placeUnsure] }
        if isGovernment(use), !inTarget || mention.type != "ASSAULT" { x += weights[.placeCapital] }
        if mention.usage == .noun, use.kind != .country, reading.isWar(mention),
            mention.isDefinite || mention.isBackground || isTheirs(mention),
            !after || bounds > 0 || distance > 2
        {
            x += weights[.placeWar]
        }
        // `Libya insisted on concessions`: it says what it does.
        let isOwnWord = inActor && reading.classes[mention.head].contains(.report) && use.kind == .country
        if use.isSource, !inTarget, !isOwnWord {
            x += weights[.placeSource] + (use.isLocalVoice ? weights[.placeVoice] : 0)
        }
        if inTarget, isAddressee(use, mention) { x += weights[.placeAddressee] }
        x += role(
            use, mention, trigger, after: after, near: distance <= 3 && bounds == 0, inTarget: inTarget,
            inActor: inActor)
        return x
    }

    /// A capital that stands for those who govern in it: `Moscow denied`, `taken by Moscow`, `of Moscow's control`.
    func isGovernment(_ use: PlaceUse) -> Bool {
        guard !use.isModifier, !use.isDemonym, reading.toponyms[use.index].place?.featureCode == "PPLC" else {
            return false
        }
        if use.preposition == .of { return use.isPossessive }
        if use.preposition == .agent || use.preposition == .other { return true }
        if use.preposition == .none, use.isPossessive { return true }
        let next = use.tokens.upperBound
        return use.preposition == .none && next < reading.document.tokens.count
            && reading.document.tokens[next].kind == .word
            && !reading.classes[next].hasAny([.preposition, .conjunction])
    }

    /// What the sentence of `mention` says of each of its places: numbers and log-odds.
    func scores(near mention: Mention) -> [(place: Int32, score: Double)] {
        uses(near: mention).compactMap { use in
            let place = reading.places[use.index]
            return place < 0 ? nil : (place, score(use, mention))
        }
    }

    /// Whether another event, in another clause, stands between `mention` and the place.
    private func isTaken(_ use: PlaceUse, _ mention: Mention, after: Bool) -> Bool {
        after
            ? reading.isTaken(use.start, after: mention)
            : !use.isOpening && reading.isTaken(until: use.tokens.upperBound, before: mention)
    }

    /// Waters in which ships are, not those that a town lies at.
    private static let seas: Set<String> = ["SEA", "OCN", "GULF", "STRT", "BAY", "SD", "CHN"]

    private func isSea(_ use: PlaceUse) -> Bool {
        reading.toponyms[use.index].place.map { Self.seas.contains($0.featureCode) } ?? false
    }

    /// UCDP `where_prec`: 1...7.
    func precision(_ link: Mention.Link) -> Int {
        let index = link.index
        guard let place = reading.toponyms[index].place else { return 6 }
        // A village somewhere in what the gazetteer has as a town.
        if reading.standsIn(index), place.kind == .settlement { return 3 }
        let use = useOf[index] > 0 ? uses[useOf[index] - 1] : nil
        switch place.kind {
        case .settlement, .other:
            // Positions of the gazetteer's supplement are known to some kilometres.
            let isRough = place.id.hasPrefix("dateline:")
            return reading.toponyms[index].offset != nil || use?.preposition == .nearby || isRough ? 2 : 1
        case .division:
            return ["ADM2", "ADM2H", "ADM3", "ADM4", "ADM5"].contains(place.featureCode)
                ? 3 : use?.hasCompass == true ? 5 : 4
        case .region, .mountain, .continent: return 5
        case .water: return Self.seas.contains(place.featureCode) ? 7 : 5
        case .country: return use?.hasCompass == true || link.isPart ? 5 : 6
        }
    }
}
