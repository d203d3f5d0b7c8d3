import Articles
import Gazetteers
import Geoparsing
import Tables
import TemporalTagging

/// Makes one event of the mentions of an article that tell the same happening again: `Russia invaded Ukraine` ...
/// `since the invasion began on 24 February`.
///
/// The words must be of one family, nothing that both tell may differ, and something that both tell must agree. Each
/// mention is compared with the latest few of its family only, so that time is linear in the number of mentions.
struct Coreference {
    let reading: Reading
    /// What sentences only say where it was that the one before them tells.
    let whereabouts: [Whereabouts]

    /// The first sentences of the text, up to its lead: headlines, captions, bylines.
    private let opening: Int

    /// How many mentions of a family one is compared with.
    private static let nearest = 12
    /// How many sentences stand above a lead at most, how long a lead is at least, in tokens, and how far down the text
    /// tells what its opening announces, in sentences.
    private static let longestOpening = 10
    private static let lead = 12
    private static let body = 14
    /// How many sentences after an attack tell what it did.
    private static let aftermath = 2

    init(_ reading: Reading, whereabouts: [Whereabouts]) {
        self.reading = reading
        self.whereabouts = whereabouts
        let first = reading.document.sentences.prefix(Self.longestOpening).firstIndex { sentence in
            sentence.tokens.count >= Self.lead && reading.closing(sentence.tokens) != nil
        }
        opening = max(2, (first ?? 0) + 1)
    }

    func resolved(_ mentions: [Mention]) -> [Mention] {
        var kept: [Mention] = []
        kept.reserveCapacity(mentions.count)
        var types = TypeNumbers()
        // The last of each family that was kept, and for each that was kept the one of its family before it.
        var last: [UInt64: Int] = [:]
        last.reserveCapacity(mentions.count)
        var previous: [Int?] = []
        previous.reserveCapacity(mentions.count)
        // The last attack that was told, for what it did.
        var cause: Int?
        var causeSentence = 0
        for mention in mentions {
            if let index = cause, isResult(mention, of: kept[index], in: causeSentence) {
                take(mention, into: &kept[index])
                continue
            }
            let family = UInt64(types.number(of: mention.type)) << 32 | UInt64(kin(of: mention))
            var index = last[family]
            var compared = 0
            while let earlier = index, compared < Self.nearest, !areOne(kept[earlier], mention) {
                index = previous[earlier]
                compared += 1
            }
            let number: Int
            if let index, compared < Self.nearest {
                take(mention, into: &kept[index])
                number = index
            } else {
                previous.append(last[family])
                last[family] = kept.count
                number = kept.count
                kept.append(mention)
            }
            if mention.type == "ASSAULT", !isResult(mention) {
                cause = number
                causeSentence = mention.sentence
            }
        }
        refine(&kept)
        return kept
    }

    /// `gunmen attacked a bus in Kano ... Five people were killed`: what the attack did, of which the text says neither where nor when.
    private func isResult(_ mention: Mention, of cause: Mention, in sentence: Int) -> Bool {
        guard mention.type == "ASSAULT", isResult(mention), mention.modality == cause.modality,
            sentence < mention.sentence, mention.sentence - sentence <= Self.aftermath,
            mention.place?.isCarried ?? true, mention.time?.isCarried ?? true, !introducesAnother(mention),
            agree(cause.killed, mention.killed), agree(cause.wounded, mention.wounded)
        else { return false }
        return mention.actor.map { reading.isPronoun($0) } ?? (mention.usage != .noun)
    }

    private func isResult(_ mention: Mention) -> Bool { reading.lexicon.triggers.triggers[mention.trigger].isResult }

    private func areOne(_ a: Mention, _ b: Mention) -> Bool {
        guard a.sentence != b.sentence, a.modality == b.modality,
            a.mode == b.mode || a.mode == nil || b.mode == nil || a.type == "ASSAULT" && reading.synonyms(of: a) > 0,
            agree(a.killed, b.killed), agree(a.wounded, b.wounded), agree(a.displaced, b.displaced),
            !introducesAnother(b)
        else { return false }
        let isHeadline = isAnnounced(a, b)
        // `Russia withdraws troops` says who, and leaves to the text where.
        let places = isHeadline && isActor(a.place, of: a) ? .unknown : samePlace(a.place, b.place)
        let times = sameTime(a.time, b.time)
        // A part of a country is another place than its towns.
        guard places != .different, times != .different, b.place?.isPart != true || places == .same else {
            return false
        }
        let targets = sameTarget(a, b)
        if targets == .different { return false }
        if places == .same {
            return times == .same || targets == .same || isHeadline || b.isDefinite || b.isBackground
                || isSamePhrase(a, b)
        }
        // `the invasion`: one that was told before, of which nothing more is said.
        if b.usage == .noun, b.isDefinite || b.isBackground, reading.ownTarget(of: b) == nil, b.place?.isCarried ?? true
        {
            return true
        }
        // A headline and what it announces, in a text that names no place for either.
        if isHeadline, a.place == nil, b.place == nil, b.usage.isVerb, a.usage.isVerb { return true }
        // Without a place of its own it is the same when the target is, or a headline told it.
        return targets == .same && (times == .same || isHeadline || b.usage == .noun || a.usage == .noun)
    }

    /// Whether `a` stands in the opening of the text and `b` where it is told in full.
    private func isAnnounced(_ a: Mention, _ b: Mention) -> Bool {
        a.sentence < opening && b.sentence < Self.body
    }

    /// `sworn in as a volunteer unit`, twice: nobody says so much in the same words of two happenings.
    private func isSamePhrase(_ a: Mention, _ b: Mention) -> Bool {
        a.tokens.count >= Self.longPhrase && reading.words[a.tokens].elementsEqual(reading.words[b.tokens])
    }

    /// From how many words on a trigger tells one happening from another.
    private static let longPhrase = 4

    enum Agreement { case same, unknown, different }

    private func agree(_ a: Int?, _ b: Int?) -> Bool { a == nil || b == nil || a == b }

    private func samePlace(_ a: Mention.Link?, _ b: Mention.Link?) -> Agreement {
        guard let a, let b, let x = reading.toponyms[a.index].place, let y = reading.toponyms[b.index].place else {
            return .unknown
        }
        if x.id == y.id { return .same }
        // A country or region that holds the town says nothing against it.
        if x.holds(y) || y.holds(x) {
            return reading.isThroughout(a.index) || reading.isThroughout(b.index) ? .different : .unknown
        }
        return b.isCarried ? .unknown : .different
    }

    func sameTime(_ a: Mention.Link?, _ b: Mention.Link?) -> Agreement {
        guard let a, let b, let x = reading.times[a.index].span, let y = reading.times[b.index].span else {
            return .unknown
        }
        if x == y { return .same }
        if a.isCarried || b.isCarried { return .unknown }
        return x.precision != y.precision && (isWithin(a, b) || isWithin(b, a)) ? .unknown : .different
    }

    /// Compares what the targets say besides small words; places among them count by their ids.
    private func sameTarget(_ a: Mention, _ b: Mention) -> Agreement {
        guard let x = target(of: a), let y = target(of: b) else { return .unknown }
        let (p, q) = (content(x), content(y))
        guard !p.isEmpty, !q.isEmpty else { return .unknown }
        if !p.isDisjoint(with: q) { return .same }
        // `a senior aide` and `Ivanov`, `the city` and `a school`: a headline leaves to the text whom and what it was.
        let place = a.place.flatMap { reading.toponyms[$0.index].place?.id }
        let isWhere = b.place?.isCarried == false && place.map { p == [$0] } ?? false
        // `protesters arrested`: how many and who they were the text tells.
        let isOpen = isWhere || isNamed(x) != isNamed(y) || isAnybody(x) || isAnybody(y)
        return isOpen && isAnnounced(a, b) ? .unknown : .different
    }

    /// Whether the name of `place` stands in who acts.
    private func isActor(_ place: Mention.Link?, of mention: Mention) -> Bool {
        guard let place, let actor = mention.actor else { return false }
        return actor.contains(reading.toponymTokens[place.index].lowerBound)
    }

    /// Whether `phrase` has the name of somebody.
    private func isNamed(_ phrase: Range<Int>) -> Bool { phrase.contains(where: reading.isName) }

    /// What tells the first words of `phrase` from others: nouns and names in lower case, places by their ids.
    private func content(_ phrase: Range<Int>) -> Set<String> {
        var words: Set<String> = []
        for index in phrase.prefix(8) {
            let c = reading.classes[index]
            if reading.isPlace(index), let place = reading.toponyms[Int(reading.toponymAt[index]) - 1].place {
                words.insert(place.id)
            } else if reading.document.tokens[index].kind == .word,
                !c.hasAny([
                    .determiner, .possessive, .objectPronoun, .preposition, .of, .adjective, .quantifier, .conjunction,
                    .demonstrative, .settlement, .divisionWord, .subjectPronoun,
                ]), reading.document.tokens[index].range.count > 2
            {
                words.insert(reading.document.lowercasedText(at: index))
            }
        }
        return words
    }

    /// `another attack`, `was attacked again`
    private func introducesAnother(_ mention: Mention) -> Bool {
        let first = max(0, mention.tokens.lowerBound - 3)
        let last = min(reading.words.count, mention.tokens.upperBound + 2)
        return (first..<last).contains { reading.classes[$0].contains(.another) && !mention.tokens.contains($0) }
    }

    /// The first mention stays, with what the later one tells better.
    private func take(_ mention: Mention, into main: inout Mention) {
        if let place = mention.place, !place.isCarried || main.place == nil {
            let old = main.place.flatMap { reading.toponyms[$0.index].place }
            let new = reading.toponyms[place.index].place
            if old == nil || main.place?.isCarried == true && !place.isCarried
                || PlaceUse.rank(new) < PlaceUse.rank(old)
            {
                if let coarse = main.place, !coarse.isPart, coarse.index != place.index { main.coarse = coarse.index }
                main.place = place
            }
        }
        if let time = mention.time, !time.isCarried || main.time == nil || isWithin(time, main.time),
            isFiner(time, than: main.time)
        {
            main.time = time
        }
        main.killed = main.killed ?? mention.killed
        main.wounded = main.wounded ?? mention.wounded
        main.displaced = main.displaced ?? mention.displaced
        main.actor = main.actor ?? mention.actor
        main.target = main.target ?? mention.target
        main.origin = main.origin ?? mention.origin
        main.mode = main.mode ?? mention.mode
        main.evidence = max(main.evidence, mention.evidence)
        main.isBackground = main.isBackground && mention.isBackground
        main.repeats.append(mention.tokens)
        main.repeats += mention.repeats
    }

    /// Whether the days of `a` lie within those of `b`.
    private func isWithin(_ a: Mention.Link, _ b: Mention.Link?) -> Bool {
        guard let b, let x = reading.times[a.index].span, let y = reading.times[b.index].span,
            let endX = x.end, let endY = y.end
        else { return false }
        return x.start >= y.start && endX <= endY
    }

    private func isFiner(_ a: Mention.Link, than b: Mention.Link?) -> Bool {
        guard let b, !b.isCarried || a.isCarried else { return true }
        guard let x = reading.times[a.index].span, let y = reading.times[b.index].span else { return false }
        return x.precision == .day && y.precision != .day
    }
}
