import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

/// The place that a sentence without one of its own takes from those before it.
extension Discourse {
    private static let sceneReach = 10
    /// The log-odds of a capital that is named only later, and of the town of the dateline.
    private static let seatScore = 1.5
    /// Less than this, in log-odds, tells no more.
    private static let leastOwn = -4.0

    /// The place that `mention`, which has none in its sentence, may carry over.
    ///
    /// Each place named so far is weighed by what the text said of it; the best one above the threshold is taken.
    ///
    /// - Parameters:
    ///   - uses: the places of its own sentence: a sentence that speaks of others carries over less.
    ///   - inside: what its sentence says of each of them, in log-odds.
    ///   - demonym: the adjective of its sentence that tells best where it was.
    func carriedPlace(
        for mention: Mention, in tokens: Range<Int>, uses: ArraySlice<PlaceUse>,
        inside: [(place: Int32, score: Double)] = [], demonym: (link: Mention.Link, use: PlaceUse)? = nil
    ) -> Mention.Link? {
        var situation = situation(of: mention, in: tokens, uses: uses)
        situation.inside = inside
        let isActor = demonym.map { mention.actor?.contains($0.use.tokens.lowerBound) ?? false } ?? false
        if let demonym, isActor || demonym.link.score > -1,
            demonym.use.institution == .national || demonym.use.institution == .local
        {
            situation.nation = reading.toponyms[demonym.use.index].place?.countryCode
            situation.isState = demonym.use.institution == .national
            situation.isAbroad = PlaceLinker.mayBeAbroad(mention)
        }
        if case .settlement(let at) = situation.anaphor, let town = datelineTown(at: at) {
            return Mention.Link(index: town.index, score: Self.seatScore, isCarried: true)
        }
        takeActor(of: mention, into: &situation)
        // `Polish military authorities` are no authorities without a name.
        if isActor { situation.institution = nil }
        var best: Mention.Link?
        if let demonym, demonym.link.score > 0 { best = demonym.link }
        for candidate in candidates.list {
            let link = weigh(candidate, mention, situation)
            if link.score > best?.score ?? 0 { best = link }
        }
        if case .capital(let at) = situation.anaphor, situation.taken == nil, let seat = seat(at: at),
            best?.score ?? 0 < Self.seatScore
        {
            return Mention.Link(index: seat, score: Self.seatScore, isCarried: true)
        }
        // `GOMA, Congo (AP) -`: the country only holds the city of the dateline.
        if let dateline, best?.index == dateline + 1, !isSpeech(mention), situation.institution?.kind != .national,
            mention.sentence == 0
        {
            best?.index = dateline
        }
        if case .area = situation.anaphor { situation.anaphor = nil }
        // `across the country`: its own sentence says so.
        if case .nation = situation.anaphor, let taken = situation.taken, best?.index == taken.index {
            best?.isCarried = false
        }
        return best
    }

    /// What holds for all places that `mention` may take.
    struct Situation {
        var common = 0.0
        var anaphor: Anaphor?
        /// What the anaphor takes up.
        var taken: Focus?
        /// The place that the text is at.
        var latest: Focus?
        /// The number of its place, or -1.
        var latestPlace: Int32 = -1
        /// The number of the place of the latest event of the type, where there is one.
        var placed: Int32?
        /// The number of the state that attacks, or -1.
        var attacker: Int32 = -1
        var isUrban = false
        /// A town or village without a name is what it was done to.
        var isUnnamed = false
        /// The sentence speaks of other places.
        var isElsewhere = false
        var inside: [(place: Int32, score: Double)] = []
        var isWar = false
        /// What acts without the name of a place: `the court`.
        var institution: (kind: Institution, word: Int32)?
        /// The government is what it happens to: `overthrew the president`.
        var isOfState = false
        /// The country whose institution acts.
        var nation: String?
        /// It governs.
        var isState = false
        /// It does so elsewhere, too.
        var isAbroad = false
        /// Where the one who acts is known to be from.
        var home: PersonHomes.Home?
        /// The number of the place of the event right before, or -1.
        var next: Int32 = -1
    }

    private func situation(of mention: Mention, in tokens: Range<Int>, uses: ArraySlice<PlaceUse>) -> Situation {
        var situation = Situation()
        let anaphor = self.anaphor(near: mention, in: tokens)
        situation.anaphor = anaphor
        situation.common = weights[.carryBias]
        if isSpeech(mention) { situation.common += weights[.carrySpeech] }
        if !mention.modality.isSettled { situation.common += weights[.carryOpen] }
        if mention.isBackground { situation.common += weights[.carryBackground] }
        switch anaphor {
        case .settlement(let at):
            situation.taken = named(settlement, earlier.settlement, before: at).flatMap {
                !reading.standsIn($0.index) && isLarge($0, for: at) ? nil : $0
            }
        case .capital(let at): situation.taken = capital(before: at)
        case .division(let at): situation.taken = division(before: at, in: mention.sentence)
        case .country(let at):
            situation.taken = countryOfLatest(before: at) ?? named(country, earlier.country, before: at)
        case .nation(let at):
            situation.taken = nation(before: at, in: mention.sentence)
        case .facility(let at):
            situation.taken = facilities.first { reading.isSame($0.word, at) }?.focus ?? reportedFrom
        case .it: situation.taken = settlement?.sentence == mention.sentence ? earlier.settlement : settlement
        case .origin(let at): situation.taken = origin(before: at)
        case .area, .none:
            situation.isUnnamed =
                reading.isAtSeveralPlaces(mention) || mention.target.map(reading.isUnnamedTown) ?? false
            if case .area(let at) = anaphor, reading.has("there", at: at) { situation.taken = lastNamed(before: at) }
            situation.isElsewhere = namesElsewhere(uses)
            if reading.hasUnnamedPlace(after: mention, in: tokens) { situation.common += weights[.carryUnnamed] }
        }
        situation.latest = latest
        // A later clause of the same sentence speaks of something else.
        if let focus = latest, focus.sentence == mention.sentence,
            reading.isTaken(reading.toponymTokens[focus.index].lowerBound, after: mention)
                || reading.startsClause(after: mention.head, before: reading.toponymTokens[focus.index].lowerBound)
        {
            situation.latest = previous
        }
        situation.latestPlace = situation.latest.map { reading.places[$0.index] } ?? -1
        situation.placed = candidates.placedByType[mention.type]
        let around = max(tokens.lowerBound, mention.head - 14)..<min(tokens.upperBound, mention.head + 14)
        situation.isUrban = around.contains { index in
            reading.document.tokens[index].kind == .word && reading.toponymAt[index] == 0
                && Self.urban.contains { reading.begins(with: $0, at: index) }
        }
        situation.institution = mention.actor.flatMap { unnamedInstitution(in: $0) }
        if situation.institution?.kind != .national, let word = reading.overthrown(in: mention) {
            situation.institution = (.national, word)
            situation.isOfState = true
        }
        situation.isWar = reading.isWar(mention)
        if let told = candidates.told, mention.sentence - told.sentence <= 1,
            told.paragraph == reading.document.sentences[mention.sentence].paragraph,
            !told.isSpeech || isSpeech(mention)
        {
            situation.next = told.place
        }
        situation.attacker = attacker(of: mention, among: uses) ?? -1
        return situation
    }

    /// Whether a sentence with `uses` speaks of a place itself.
    func namesElsewhere(_ uses: ArraySlice<PlaceUse>) -> Bool {
        uses.contains { !$0.isSource && !$0.isCompound && !$0.isModifier }
    }

    private static let spoken = [
        "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "THREATEN",
    ]

    /// Words; but a charge is brought in a court.
    func isSpeech(_ mention: Mention) -> Bool {
        Self.spoken.contains(mention.type) && (mention.type != "ACCUSE" || mention.mode != "allege")
    }

    /// `the government`, `two judges`: the last one of a phrase that names nobody.
    private func unnamedInstitution(in phrase: Range<Int>) -> (kind: Institution, word: Int32)? {
        guard !phrase.contains(where: { reading.toponymAt[$0] > 0 || reading.isName($0) }) else { return nil }
        for index in phrase.reversed() {
            let word = reading.words[index]
            if let kind = reading.lexicon.institutions[word] { return (kind, word) }
        }
        return nil
    }

    /// How words begin that go with a town told before.
    private static let urban: [StaticString] = [
        "resident", "inhabitant", "neighb", "street", "mayor", "townsp", "local", "house", "window",
    ]

    /// The log-odds that `mention` was at `candidate`.
    private func weigh(_ candidate: CarryCandidate, _ mention: Mention, _ situation: Situation) -> Mention.Link {
        let isTaken = situation.taken.map { reading.places[$0.index] == candidate.place } ?? false
        let sentence = mention.sentence
        let paragraph = reading.document.sentences[sentence].paragraph
        var (focus, stance) = (candidate.focus, candidate.stance)
        var x = situation.common
        // Not a part of `self`, which the function would copy.
        let weights = weights
        func add(_ key: LinkerWeights.Key, _ value: Double = 1) { x += weights[key] * value }
        if focus.sentence == sentence, reading.toponymTokens[focus.index].lowerBound > mention.head {
            if let before = candidate.before { (focus, stance) = before } else { add(.carryAhead) }
        }
        if situation.isElsewhere {
            if let own = situation.inside.first(where: { $0.place == candidate.place }) {
                add(.carryInside)
                add(.carryOwn, max(Self.leastOwn, own.score))
            } else {
                add(.carryElsewhere)
            }
        }
        let isMost = candidate.isMost
        let isTown = candidate.kind == .settlement || candidate.kind == .other || candidate.isStandIn
        let distance = min(sentence - focus.sentence, 12)
        add(.carrySentence, Double(distance))
        add(.carryParagraph, Double(min(paragraph - focus.paragraph, 6)))
        if distance > 3, !isMost, !isTaken || isTown { add(.carryFar) }
        // What words take up need not have been told of otherwise.
        var isMeant =
            switch situation.anaphor {
            case .nation, .origin, .facility, .it, .area: isTaken
            default: false
            }
        if situation.isOfState, candidate.kind == .country, candidate.countryCode == shares.country { isMeant = true }
        if candidate.named == 0, !isMeant { add(.carryPassing) }
        add(.carryMentions, Double(min(candidate.named, 5)))
        add(.carryPlacings, Double(min(candidate.placings, 4)))
        if candidate.placings > 0 { add(.carryEvent) }
        if candidates.latestPlaced == candidate.place { add(.carryPlaced) }
        if candidate.place == situation.latestPlace { add(.carryLatest) }
        if let latest = situation.latest, latest.ofEvent, candidate.place == situation.latestPlace,
            isOtherDate(mention, latest)
        {
            add(.carryDate)
        }
        if let scene, sentence - scene.sentence <= Self.sceneReach,
            reading.places[scene.index] == candidate.place
        {
            add(.carryScene)
        }
        if candidate.place == situation.next { add(.carryNext) }
        if let shared = candidate.sentences.lazy.map({ $0 == sentence ? 0 : reading.cohesion.value($0, sentence) })
            .max()
        {
            add(.carryCohesion, shared)
        }
        if isMost { add(.carryMain) }
        if !isMost, candidate.kind != .country, !isTaken || isTown, !isMeant, candidate.isSingle {
            add(paragraph > focus.paragraph ? .carrySingleAway : .carrySingle)
        }
        add(.carryShare, candidate.share)
        if candidate.isTitled { add(.carryTitle) }
        if candidate.isInHead { add(.carryHead) }
        // A town that is named again is told of like any other.
        if candidate.isDateline, candidate.named == 0 {
            add(.carryDateline, candidate.kind == .country ? -1 : 1)
        }
        switch candidate.kind {
        case .water: add(.carryWater)
        case .country: add(.carryNation)
        case .settlement, .other: break
        default: if !candidate.isStandIn { add(.carryRegion) }
        }
        switch stance {
        case .destination: add(.carryTo)
        case .from: add(.carryFrom)
        case .none, .other, .agent: add(.carryPlain)
        case .nearby: add(.carryNear)
        default: break
        }
        if candidate.countryCode != shares.country { add(.carryForeign) }
        if situation.placed == candidate.place {
            add(mention.isDefinite && mention.usage == .noun ? .carryRepeat : .carrySame)
        }
        weighInstitutions(candidate, situation, add)
        if candidate.kind == .country, candidate.named == 0, !isTaken, !situation.isWar, !isMeant {
            add(.carryActing, 1)
        }
        if candidate.place == situation.attacker
            || candidate.isAttacker && candidate.placings == 0 && mention.type == "ASSAULT"
        {
            add(.placeAggressor)
        }
        if situation.isUnnamed, isTown, !candidate.isStandIn { add(.carryUnnamed) }
        if situation.isWar, candidate.kind != .country { add(.carryWar) }
        if situation.isUrban, isTown, isMost || candidate.isTitled { add(.carryUrban) }
        let isPart = takesUp(candidate, situation, isTaken: isTaken, isTown: isTown, isMost: isMost, add)
        return Mention.Link(index: focus.index, score: x, isCarried: true, isPart: isPart)
    }
}
