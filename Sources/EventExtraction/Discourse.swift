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
    }

    let reading: Reading
    private var settlement: Focus?
    private var division: Focus?
    private var country: Focus?
    private var latest: Focus?
    /// The latest place before this sentence.
    private var previous: Focus?
    private var dateline: Int?
    /// The places before this sentence.
    private var earlier: (settlement: Focus?, division: Focus?, country: Focus?)
    private var date: (index: Int, sentence: Int, paragraph: Int, isScene: Bool, isWeak: Bool)?
    private var weights: LinkerWeights { reading.lexicon.weights }

    init(_ reading: Reading, uses: [PlaceUse]) {
        self.reading = reading
        // `LVIV, 3 May --`: a settlement at the very beginning, followed by a date or a dash.
        if let first = uses.first, first.tokens.lowerBound <= 2, first.sentence == 0 {
            for index in first.tokens.upperBound..<min(reading.words.count, first.tokens.upperBound + 12)
            where reading.classes[index].contains(.stop) && !reading.isJoinedHyphen(index) {
                if first.kind == .settlement { dateline = first.index }
            }
        }
    }

    /// Takes note of the places of a sentence.
    mutating func enter(_ uses: ArraySlice<PlaceUse>, sentence: Int) {
        let paragraph = reading.document.sentences[sentence].paragraph
        previous = latest
        earlier = (settlement, division, country)
        for use in uses
        where !use.isSource && !use.isCompound && use.index != dateline && !isOfPeople(use) && !isGovernment(use) {
            if use.kind == .country, !use.hasCompass {
                if !use.isContainer {
                    country = Focus(index: use.index, sentence: sentence, paragraph: paragraph, ofEvent: false)
                }
                continue
            }
            guard !use.isContainer, use.kind != .continent, use.listPosition == 0 else { continue }
            guard
                [.locative, .nearby, .destination, .of].contains(use.preposition) || use.isOpening || use.isPossessive
                    || use.isModifier || use.preposition == .none
            else { continue }
            let focus = Focus(index: use.index, sentence: sentence, paragraph: paragraph, ofEvent: false)
            set(focus, kind: use.kind)
        }
    }

    /// `Leeds's officials`, `a man from Leeds`: not what the text speaks of.
    private func isOfPeople(_ use: PlaceUse) -> Bool {
        use.kind != .country && (use.isOwner || use.isPersonal && use.preposition == .from)
    }

    /// A capital as subject, object or possessor stands for the government: `Kyiv has asked`, `against Moscow`.
    private func isGovernment(_ use: PlaceUse) -> Bool {
        guard reading.toponyms[use.index].place?.featureCode == "PPLC" else { return false }
        return use.preposition == .none && !use.isModifier || use.preposition == .other || use.preposition == .agent
    }

    private mutating func set(_ focus: Focus, kind: Place.Kind) {
        // A mention alone does not push an event's place of the same paragraph away.
        if !focus.ofEvent, let latest, latest.ofEvent, latest.paragraph == focus.paragraph,
            reading.toponyms[latest.index].place?.id != reading.toponyms[focus.index].place?.id,
            focus.sentence - latest.sentence <= 1
        {
            if kind == .settlement || kind == .other { settlement = focus } else { division = focus }
            return
        }
        if kind == .settlement || kind == .other { settlement = focus } else { division = focus }
        latest = focus
    }

    /// Takes note of where and when an event was found to be.
    mutating func note(_ mention: Mention, kind: Place.Kind?, uses: ArraySlice<PlaceUse>) {
        let paragraph = reading.document.sentences[mention.sentence].paragraph
        if let place = mention.place, !place.isCarried, let kind, kind != .continent,
            kind != .country || uses.contains(where: { $0.index == place.index && $0.hasCompass }),
            mention.modality == .asserted
        {
            set(Focus(index: place.index, sentence: mention.sentence, paragraph: paragraph, ofEvent: true), kind: kind)
        }
        if let time = mention.time, !time.isCarried, !mention.isBackground, mention.modality == .asserted,
            !mention.group.isPastPerfect,
            !reading.isRelative(mention, from: reading.document.sentences[mention.sentence].tokens.lowerBound)
        {
            date = (time.index, mention.sentence, paragraph, false, false)
        }
    }

    /// Takes note of a date that no event of its sentence took: `It was 2015 in the city.`
    ///
    /// - Parameter isWeak: the date was only named in passing.
    mutating func enter(date index: Int, sentence: Int, isWeak: Bool = false) {
        date = (index, sentence, reading.document.sentences[sentence].paragraph, !isWeak, isWeak)
    }

    /// The place that `mention`, which has none in its sentence, may carry over.
    ///
    /// - Parameter uses: the places of its own sentence: a sentence that speaks of others carries over less.
    func carriedPlace(for mention: Mention, in tokens: Range<Int>, uses: ArraySlice<PlaceUse>) -> Mention.Link? {
        let isElsewhere = uses.contains { !$0.isSource && !$0.isCompound && !$0.isModifier }
        let paragraph = reading.document.sentences[mention.sentence].paragraph
        let anaphor = self.anaphor(near: mention, in: tokens)
        let isAnaphor = anaphor != nil
        var best: Mention.Link?
        func consider(_ focus: Focus?, _ extra: Double) {
            guard let focus else { return }
            var x = weights[.carryBias] + extra
            x += weights[.carrySentence] * Double(min(mention.sentence - focus.sentence, 12))
            x += weights[.carryParagraph] * Double(min(paragraph - focus.paragraph, 6))
            if focus.ofEvent { x += weights[.carryEvent] }
            if ["AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "THREATEN"]
                .contains(mention.type)
            {
                x += weights[.carrySpeech]
            }
            if mention.isBackground { x += weights[.carryBackground] }
            if !isAnaphor, isElsewhere { x += weights[.carryElsewhere] }
            if x > best?.score ?? 0 { best = Mention.Link(index: focus.index, score: x, isCarried: true) }
        }
        switch anaphor {
        case .settlement(let at): consider(known(settlement, earlier.settlement, before: at), weights[.carryAnaphor])
        case .division(let at): consider(known(division, earlier.division, before: at), weights[.carryAnaphor])
        case .country(let at):
            consider(known(country, earlier.country, before: at), weights[.carryAnaphor] + weights[.carryCountry])
        case .none:
            var latest = self.latest
            // A later clause of the same sentence speaks of something else.
            if let focus = latest, focus.sentence == mention.sentence,
                reading.startsClause(after: mention.head, before: reading.toponymTokens[focus.index].lowerBound)
            {
                latest = previous
            }
            let region = latest.map { latest in latest.index == division?.index } ?? false
            consider(latest, region ? weights[.carryRegion] : 0)
        }
        if best == nil, !isAnaphor, let dateline {
            let x = weights[.carryDateline] + weights[.carryParagraph] * Double(min(paragraph, 6))
            if x > 0 { best = Mention.Link(index: dateline, score: x, isCarried: true) }
        }
        return best
    }

    /// `the retreat from the region`: right after the mention, where no name follows.
    func hasAttachedAnaphor(_ mention: Mention, in tokens: Range<Int>) -> Bool {
        for index in mention.tokens.upperBound..<min(tokens.upperBound, mention.tokens.upperBound + 7)
        where reading.classes[index].hasAny([.divisionWord, .settlement])
            && reading.classes(at: index - 1).hasAny([.determiner, .demonstrative])
            && reading.classes(at: index - 2).hasAny([.locative, .fromPreposition, .destination])
            && reading.boundaries(between: index, and: mention.head) == 0
            && !reading.classes(at: index + 1).hasAny([.of, .locative]) && !reading.isPlace(index + 1)
            && reading.toponymAt[index] == 0
        { return true }
        return false
    }

    /// What `the city` and its like take up, and the token where they stand.
    private enum Anaphor {
        case settlement(Int)
        case division(Int)
        case country(Int)
    }

    /// `the region` is one that was named before it.
    private func known(_ now: Focus?, _ before: Focus?, before index: Int) -> Focus? {
        guard let now else { return nil }
        return reading.toponymTokens[now.index].lowerBound < index ? now : before
    }

    /// `the city`, `the region`, `the country`, `there`; a bare `the south` means the country's.
    private func anaphor(near mention: Mention, in tokens: Range<Int>) -> Anaphor? {
        for index in max(
            tokens.lowerBound, mention.tokens.lowerBound - 12)..<min(tokens.upperBound, mention.tokens.upperBound + 10)
        {
            guard index > tokens.lowerBound, reading.boundaries(between: index, and: mention.head) <= 2,
                reading.classes[index - 1].hasAny([.determiner, .demonstrative])
            else { continue }
            let c = reading.classes[index]
            if c.contains(.compass), reading.toponymAt[index] == 0,
                index < 2 || reading.classes(at: index - 2).hasAny([.locative, .of, .destination, .fromPreposition]),
                !reading.classes(at: index + 1).contains(.of)
            {
                return .country(index)
            }
            guard reading.toponymAt[index] == 0 else { continue }
            if c.contains(.divisionWord) { return .division(index) }
            if c.contains(.settlement), reading.document.tokens[index].range.count < 9 { return .settlement(index) }
        }
        return nil
    }

    /// The date that `mention`, which has none in its sentence, may carry over.
    func carriedTime(for mention: Mention) -> Mention.Link? {
        guard let date, !mention.isBackground else { return nil }
        let sentence = reading.document.sentences[mention.sentence]
        var x =
            weights[.timeCarryBias] + weights[.timeCarrySentence] * Double(min(mention.sentence - date.sentence, 12))
        if sentence.paragraph != date.paragraph {
            guard date.isScene, mention.sentence - date.sentence <= 6 else { return nil }
        }
        if date.isScene { x += weights[.timeCarryScene] }
        if date.isWeak { x += weights[.timeCarryWeak] }
        let first = reading.window(around: mention.head, in: sentence.tokens).lowerBound
        let told = first..<max(first, mention.tokens.lowerBound)
        if mention.group.isPastPerfect || mention.group.nearest == .have,
            !told.contains(where: { reading.classes[$0].contains(.report) })
        {
            x += weights[.timeCarryPerfect]
        }
        if reading.times[date.index].span?.precision != .day { x += weights[.timeCarryCoarse] }
        return x > 0 ? Mention.Link(index: date.index, score: x, isCarried: true) : nil
    }
}
