import Articles
import Gazetteers
import Geoparsing
import Tables

/// Where words are spoken: what a state says and asks for is at home, not where that is what it speaks of.
extension PlaceLinker {
    /// The state that says what `mention` tells, where its subject or the text before names it: `Polish and French officials
    /// denounced the attack on X`, `Egypt left the talks in X and warned`; `nil` where the words say where they were spoken.
    func speaker(of mention: Mention, homes: PersonHomes) -> Mention.Link? {
        guard !reading.lexicon.isInflected, isVerbalAct(mention), !isWithheld(mention),
            let subject = subject(of: mention)
        else { return nil }
        let sayer = sayer(before: subject, mention)
        if let place = mention.place, !place.isCarried, useOf[place.index] > 0 {
            let use = uses[useOf[place.index] - 1]
            if isTable(use, mention, subject) || isScene(use, mention, subject)
                || sayer.map({ isScene(use, mention, $0) }) ?? false
            {
                return nil
            }
        }
        let named = state(in: subject, mention) ?? sayer.flatMap { state(in: $0, mention) }
        guard let state = named ?? homeOfOffice(of: subject, homes) else { return nil }
        return Mention.Link(
            index: state, score: weights[.placeBias] + weights[.placeCountry] + weights[.placeSpeaker],
            isCarried: true)
    }

    /// Whether the place of `link` is only that of the governor who speaks.
    func isVoiceOfRegion(_ link: Mention.Link) -> Bool {
        !link.isCarried && useOf[link.index] > 0 && uses[useOf[link.index] - 1].isLocalVoice
            && uses[useOf[link.index] - 1].kind == .division
    }

    /// A verb of what is said in public; a charge is brought in a court.
    private func isVerbalAct(_ mention: Mention) -> Bool {
        switch mention.usage {
        case .active: break
        // `vowed to fight`; but `men accused of theft`
        case .bare where mention.type != "ACCUSE": break
        case .none where mention.actor != nil: break
        default: return false
        }
        guard mention.type == "ACCUSE" else { return Self.verbal.contains(mention.type) }
        return mention.mode == nil || mention.mode == "disapprove"
            // Tables call all that is said to be a crime `allege`.
            || mention.mode == "allege" && reading.begins(with: "accus", at: mention.head)
    }

    private static let verbal: Set<String> = ["THREATEN", "REJECT", "REQUEST", "AGREE", "SUPPORT", "CONCEDE"]

    /// Who speaks: of two verbs that a conjunction joins the subject of the first, of a participle that of its sentence.
    private func subject(of mention: Mention) -> Range<Int>? {
        let first = reading.document.sentences[mention.sentence].tokens.lowerBound
        var before = mention.group.start - 1
        while before > first, reading.classes[before].contains(.adverb), !reading.classes[before].contains(.conjunction)
        {
            before -= 1
        }
        guard before > first else { return mention.actor }
        let c = reading.classes[before]
        if c.contains(.conjunction) {
            if let actor = mention.actor, actor.count == 1, reading.classes[actor.lowerBound].contains(.subjectPronoun)
            {
                return actor
            }
            guard let subject = leadingSubject(from: first, until: before) else { return nil }
            // `X said that Y moved and threatened`: whoever of the two.
            let isReported = (subject.upperBound..<before).contains { reading.classes[$0].contains(.report) }
            return isReported && !reading.classes[before - 1].contains(.comma) ? nil : subject
        }
        if reading.isGerund(mention.head), c.hasAny([.comma, .preposition, .by]) {
            return leadingSubject(from: first, until: before)
        }
        if let actor = mention.actor {
            // `came a day | after the president ordered`
            let between = actor.upperBound..<max(actor.upperBound, mention.group.start)
            guard let opener = between.last(where: opensClause) else { return actor }
            return reading.nounPhrase(from: opener + 1, until: mention.group.start)
        }
        // `they had "agreed"`
        while before > first, reading.classes[before].hasAny([.quote, .have]) { before -= 1 }
        if reading.classes[before].contains(.subjectPronoun) { return before..<(before + 1) }
        return mention.target.flatMap { mention.usage == .bare && $0.upperBound <= mention.head ? $0 : nil }
    }

    /// Those who say of themselves what `subject` does: `the Kenyan government said on Monday that it had agreed`.
    private func sayer(before subject: Range<Int>, _ mention: Mention) -> Range<Int>? {
        let first = reading.document.sentences[mention.sentence].tokens.lowerBound
        guard subject.count == 1, reading.classes[subject.lowerBound].contains(.subjectPronoun) else { return nil }
        var verb = subject.lowerBound - 1
        while verb > first, !reading.classes[verb].contains(.report),
            reading.timeAt[verb] > 0
                || reading.classes[verb].hasAny([.preposition, .adverb, .comma, .quote, .subordinator, .relative])
        {
            verb -= 1
        }
        guard verb > first, reading.classes[verb].contains(.report) else { return nil }
        return leadingSubject(from: first, until: verb)
    }

    private func opensClause(_ index: Int) -> Bool { Self.openers.contains { reading.has($0, at: index) } }

    private static let openers: [StaticString] = ["after", "before", "since", "until", "as"]

    /// Phrases in front of the subject are no more.
    private static let mostOpenings = 3

    /// The noun phrase that the sentence begins with, after `GOMA, Congo (AP) -` and `On Monday,`.
    private func leadingSubject(from first: Int, until end: Int) -> Range<Int>? {
        var position = reading.endOfDateline(in: first..<end).map { $0 + 1 } ?? first
        for _ in 0..<Self.mostOpenings where position < end {
            while position < end, reading.classes[position].hasAny([.quote, .comma]) { position += 1 }
            guard position < end else { return nil }
            guard reading.timeAt[position] > 0 || reading.classes[position].hasAny([.preposition, .subordinator]) else {
                break
            }
            while position < end, !reading.classes[position].contains(.comma) { position += 1 }
        }
        return position < end ? reading.nounPhrase(from: position, until: end) : nil
    }

    /// Whether the place is where the words were spoken: `In Leeds, the minister urged`, `officials in X ordered`, `agreed in X`.
    private func isScene(_ use: PlaceUse, _ mention: Mention, _ subject: Range<Int>) -> Bool {
        guard use.preposition == .locative || use.preposition == .nearby else { return false }
        if use.tokens.upperBound <= subject.lowerBound {
            return (use.tokens.upperBound..<subject.lowerBound).allSatisfy {
                reading.timeAt[$0] > 0 || reading.toponymAt[$0] > 0
                    || reading.classes[$0].hasAny([.comma, .preposition, .determiner, .adverb])
            }
        }
        if use.start == mention.head + 1 { return true }
        // `called for calm in X`: where the calm is wanted.
        if use.start == mention.tokens.upperBound,
            (mention.head + 1..<use.start).allSatisfy({ reading.classes[$0].hasAny([.preposition, .adverb]) })
        {
            return true
        }
        // `agreed on Monday in X`
        if use.start > mention.head,
            (mention.head + 1..<use.start).allSatisfy({
                reading.timeAt[$0] > 0 || reading.classes[$0].contains(.preposition)
            })
        {
            return true
        }
        return use.start >= subject.upperBound && use.tokens.upperBound <= mention.group.start
            && reading.boundaries(between: subject.upperBound - 1, and: mention.head) == 0
    }

    /// Whether several states agree at the place that the sentence begins with: `After talks held in X, Chad and Sudan agreed`.
    private func isTable(_ use: PlaceUse, _ mention: Mention, _ subject: Range<Int>) -> Bool {
        guard mention.type == "AGREE", use.preposition == .locative, use.kind != .country,
            use.tokens.upperBound <= subject.lowerBound
        else { return false }
        return uses(near: mention).count { $0.kind == .country && subject.contains($0.tokens.lowerBound) } > 1
    }

    /// The toponym of the state that the phrase `subject` speaks for, the first of a list: `Kenyan, Ugandan and AU officials`.
    private func state(in subject: Range<Int>, _ mention: Mention) -> Int? {
        let first = reading.document.sentences[mention.sentence].tokens.lowerBound
        let near = (uses(near: mention) + demonyms(near: mention)).sorted {
            $0.tokens.lowerBound < $1.tokens.lowerBound
        }
        var start = subject.lowerBound
        for use in near.reversed() where use.tokens.upperBound < start && use.kind == .country && start > first {
            // `Kenyan, Western, and UN officials`
            let isListed = (use.tokens.upperBound..<start).allSatisfy {
                reading.classes[$0].hasAny([.comma, .conjunction])
                    || use.isDemonym && start - use.tokens.upperBound <= 4 && reading.isName($0)
            }
            guard isListed else { break }
            start = use.tokens.lowerBound
        }
        let named = near.filter { (start..<subject.upperBound).contains($0.tokens.lowerBound) }
        // `authorities in Kenya`
        if named.isEmpty, governs(subject),
            let seat = near.first(where: { $0.start == subject.upperBound && $0.preposition == .locative }),
            seat.tokens.upperBound <= mention.group.start
        {
            return seat.index
        }
        // `the mayor of Leeds`, `Leeds officials`
        guard let use = named.first, named.allSatisfy({ $0.isDemonym || $0.kind == .country }), use.kind == .country
        else { return nil }
        if use.isDemonym || use.isPossessive || use.isModifier || use.isCompound || use.preposition == .of {
            return governs(subject.lowerBound..<subject.upperBound) ? use.index : nil
        }
        return use.preposition == .none && reading.toponymAt[subject.lowerBound] > 0 ? use.index : nil
    }

    private func demonyms(near mention: Mention) -> ArraySlice<PlaceUse> {
        let tokens = reading.document.sentences[mention.sentence].tokens
        return demonyms.part(within: reading.window(around: mention.head, in: tokens)) { $0.tokens.lowerBound }
    }

    /// Whether those of the phrase speak for a state: `the Kenyan foreign minister`, `a ministry spokesman`.
    private func governs(_ phrase: Range<Int>) -> Bool {
        var isNational = false
        for index in phrase where reading.toponymAt[index] == 0 {
            guard let kind = reading.lexicon.institutions[reading.words[index]] else { continue }
            isNational = kind == .national || isNational && reading.begins(with: "spokes", at: index)
        }
        return isNational
    }

    /// The state or town in which those hold an office of whom the text told, or whose names stand for a state.
    private func homeOfOffice(of subject: Range<Int>, _ homes: PersonHomes) -> Int? {
        guard let home = homes.home(of: subject, reading), home.isOffice, home.toponym >= 0 else { return nil }
        return home.toponym
    }
}
