import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

/// What an article has been speaking of: the places and the date that a sentence without its own may carry over.
struct Discourse {
    struct Focus: Sendable {
        var index: Int
        var sentence: Int
        var paragraph: Int
        /// Whether an event was placed there, rather than the name only mentioned.
        var ofEvent: Bool
        /// Index of the time expression that dates the event.
        var time: Int?
    }

    let reading: Reading
    var settlement: Focus?
    var division: Focus?
    var country: Focus?
    var latest: Focus?
    /// The country of the first adjective of the latest sentence that has one with somebody who governs.
    private(set) var adjective: Focus?
    /// The latest place before this sentence.
    private(set) var previous: Focus?
    private(set) var dateline: Int?
    /// How many names of places the dateline has, with the country.
    let datelineNames: Int
    /// The place that a sentence set which told nothing else.
    private(set) var scene: Focus?
    /// The places before this sentence.
    private(set) var earlier: (settlement: Focus?, division: Focus?, country: Focus?)
    /// The latest use of each division and country named so far, a few of them.
    private(set) var known: [Focus] = []
    let shares: PlaceShares
    var main: MainPlace? { shares.main }
    var candidates = CarryCandidates()
    /// The date that was told last: an index into the time expressions.
    var date: Int?
    /// The paragraph that answers the question of the one before it.
    private(set) var answer: Int?
    /// For each word such as `government` the number of the latest state whose own was named.
    var states: [Int32: Int32] = [:]
    /// The buildings named so far, the latest last.
    var facilities: [Facility] = []
    /// The sentences that only say where something was.
    private(set) var whereabouts: [Whereabouts] = []
    private(set) var homes = PersonHomes()
    var weights: LinkerWeights { reading.lexicon.weights }

    /// How many divisions and countries are kept.
    private static let kept = 12

    init(_ reading: Reading, places: PlaceLinker) {
        self.reading = reading
        (dateline, datelineNames) = places.dateline
        shares = Self.shares(reading, uses: places.uses, demonyms: places.demonyms, dateline: datelineNames)
    }

    /// Takes note of the places of a sentence.
    ///
    /// - Parameters:
    ///   - demonyms: the adjectives among them.
    ///   - isScene: the sentence only says where and when.
    mutating func enter(
        _ uses: ArraySlice<PlaceUse>, demonyms: ArraySlice<PlaceUse>, sentence: Int, isScene: Bool = false
    ) {
        let paragraph = reading.document.sentences[sentence].paragraph
        if sentence > 0, reading.document.sentences[sentence - 1].paragraph != paragraph,
            reading.asks(sentence - 1)
        {
            answer = paragraph
        }
        if let told = Whereabouts(uses, sentence: sentence, reading) { whereabouts.append(told) }
        previous = latest
        earlier = (settlement, division, country)
        noteStates(uses)
        noteStates(demonyms)
        noteHomes(uses, sentence: sentence, paragraph: paragraph)
        noteHomes(demonyms, sentence: sentence, paragraph: paragraph)
        homes.noteLeaders(in: reading.document.sentences[sentence].tokens, reading)
        noteFacilities(uses, in: reading.document.sentences[sentence].tokens, sentence: sentence, paragraph: paragraph)
        homes.noteTitled(in: reading.document.sentences[sentence].tokens, reading)
        for use in demonyms where use.kind == .country && Self.placed.contains(use.institution) {
            consider(use, Focus(index: use.index, sentence: sentence, paragraph: paragraph, ofEvent: false))
        }
        let head = demonyms.first { use in
            use.kind == .country
                && (use.institution == .national
                    || use.institution == nil && reading.classes(at: use.tokens.upperBound).contains(.official))
        }
        if let head {
            let focus = Focus(index: head.index, sentence: sentence, paragraph: paragraph, ofEvent: false)
            adjective = focus
            consider(head, focus)
        }
        for use in noteDateline(uses, sentence: sentence, paragraph: paragraph) {
            let focus = Focus(index: use.index, sentence: sentence, paragraph: paragraph, ofEvent: false)
            consider(use, focus)
            if use.isSource || use.isCompound { continue }
            remember(use, focus)
            guard !isOnlyActing(use), !use.isFurther else { continue }
            if use.kind == .country, !use.hasCompass {
                if !use.isContainer { country = focus }
                continue
            }
            guard !use.isContainer, use.kind != .continent, use.listPosition == 0 else { continue }
            if use.kind != .settlement, reading.standsIn(use.index) || holdsUnnamed(use) {
                candidates.standIn(reading.places[use.index])
                settlement = focus
            }
            guard
                [.locative, .nearby, .destination, .of].contains(use.preposition) || use.isOpening || use.isPossessive
                    || use.isModifier || use.preposition == .none
            else { continue }
            var place = focus
            place.ofEvent = isScene
            set(place, kind: use.kind)
            if isScene, use.preposition == .locative || use.isOpening { scene = place }
        }
    }

    /// What an adjective stands with where it tells of a place, not of people or troops.
    private static let placed: Set<Institution?> = [.national, .local, .land]

    /// The states and towns of persons named with them are known, if only in passing.
    private mutating func noteHomes(_ uses: ArraySlice<PlaceUse>, sentence: Int, paragraph: Int) {
        for use in uses where homes.note(use, reading) {
            guard let place = reading.toponyms[use.index].place else { continue }
            let focus = Focus(index: use.index, sentence: sentence, paragraph: paragraph, ofEvent: false)
            candidates.name(place, reading.places[use.index], focus, use, isPassing: true, shares)
        }
    }

    mutating func remember(_ use: PlaceUse, _ focus: Focus) {
        let place = reading.places[use.index]
        guard place >= 0, use.kind == .division || use.kind == .country else { return }
        if let old = known.firstIndex(where: { reading.places[$0.index] == place }) {
            known.remove(at: old)
        } else if known.count == Self.kept {
            known.removeFirst()
        }
        known.append(focus)
    }

    private mutating func consider(_ use: PlaceUse, _ focus: Focus) {
        // `US-made`, `to focus on X`: neither is spoken of as a place.
        guard use.kind != .continent, !use.isTopic, !use.isCompound || use.kind != .country,
            let place = reading.toponyms[use.index].place
        else { return }
        let isActor =
            use.kind == .country
            && (use.isPossessive || use.isModifier || [.none, .agent, .other, .of, .from].contains(use.preposition))
        let isPassing =
            use.isDemonym || use.isSource || use.isCompound || use.isContainer || use.isFurther || isActor
            || isOnlyActing(use)
        candidates.name(place, reading.places[use.index], focus, use, isPassing: isPassing, shares)
    }

    /// `Leeds's officials`, `a man from Leeds`: not what the text speaks of.
    private func isOfPeople(_ use: PlaceUse) -> Bool {
        use.kind != .country && (use.isOwner || use.isPersonal && use.preposition == .from)
    }

    /// Whether a place is named for who acts or decides, not for where something was.
    private func isOnlyActing(_ use: PlaceUse) -> Bool {
        isOfPeople(use) || isGovernment(use) || isSeat(use) || isOfInstitution(use)
    }

    /// `a court in X sentenced him`: where those sit who decide.
    private func isSeat(_ use: PlaceUse) -> Bool {
        use.preposition == .locative && use.kind == .settlement && use.start > 0
            && Self.deciding.contains { reading.has($0, at: use.start - 1) }
    }

    /// `Leeds police`, `the Leeds Crown Court`: who acts, wherever that was.
    private func isOfInstitution(_ use: PlaceUse) -> Bool {
        use.kind == .settlement && use.institution == .local && !use.isOpening && !use.isPossessive
            && use.preposition != .locative && use.preposition != .nearby
    }

    private static let deciding: [StaticString] = [
        "authorities", "officials", "court", "courts", "judge", "prosecutors", "ministry", "embassy",
    ]

    /// A capital as subject, object or possessor stands for the government: `Kyiv has asked`, `against Moscow`.
    private func isGovernment(_ use: PlaceUse) -> Bool {
        guard reading.toponyms[use.index].place?.featureCode == "PPLC" else { return false }
        // `the government in Kyiv`
        if use.preposition == .locative || use.preposition == .of, use.start > 0,
            reading.lexicon.institutions[reading.words[use.start - 1]] == .national
        {
            return true
        }
        if use.preposition == .of { return use.isPossessive }
        return use.preposition == .none && !use.isModifier || use.preposition == .other || use.preposition == .agent
    }

    private mutating func set(_ focus: Focus, kind: Place.Kind) {
        if kind == .settlement || kind == .other { settlement = focus } else { division = focus }
        // A mention alone does not push an event's place of the same paragraph away.
        if !focus.ofEvent, let latest, latest.ofEvent, latest.paragraph == focus.paragraph,
            reading.places[latest.index] != reading.places[focus.index],
            focus.sentence - latest.sentence <= 1
        {
            return
        }
        latest = focus
    }

    /// Takes note of where and when an event was found to be.
    mutating func note(_ mention: Mention, kind: Place.Kind?, uses: ArraySlice<PlaceUse>) {
        let paragraph = reading.document.sentences[mention.sentence].paragraph
        if let place = mention.place, !place.isCarried, let kind, kind != .continent,
            kind != .country || uses.contains(where: { $0.index == place.index && $0.hasCompass }),
            mention.modality == .asserted, !uses.contains(where: { $0.index == place.index && isGovernment($0) })
        {
            if reading.places[place.index] >= 0 { candidates.place(mention.type, at: reading.places[place.index]) }
            set(
                Focus(
                    index: place.index, sentence: mention.sentence, paragraph: paragraph, ofEvent: true,
                    time: mention.time?.index), kind: kind)
        }
        if let place = mention.place, reading.places[place.index] >= 0, !mention.isBackground {
            candidates.tell(
                of: reading.places[place.index], sentence: mention.sentence, paragraph: paragraph,
                isSpeech: isSpeech(mention))
        }
        if let origin = mention.origin ?? (mention.type == "RETREAT" ? mention.place?.index : nil) {
            candidates.leave(reading.places[origin])
        }
        if let attacker = attacker(of: mention, among: uses) { candidates.attack(attacker) }
        // Where somebody is to be brought is not where the text is.
        if let place = mention.place, !mention.modality.isSettled, latest?.index == place.index,
            latest?.ofEvent == false
        {
            latest = previous
        }
        if let time = mention.time, !time.isCarried, !mention.isBackground, mention.modality == .asserted,
            !mention.group.isPastPerfect,
            !reading.isRelative(mention, from: reading.document.sentences[mention.sentence].tokens.lowerBound)
        {
            date = time.index
        }
    }
}
