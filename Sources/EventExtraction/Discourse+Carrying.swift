import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

/// What a sentence without a place or a date of its own takes from those before it.
extension Discourse {
    /// How many sentences a date reaches into later paragraphs.
    private static let dateReach = 6
    private static let sceneReach = 10

    /// The place that `mention`, which has none in its sentence, may carry over.
    ///
    /// - Parameter uses: the places of its own sentence: a sentence that speaks of others carries over less.
    func carriedPlace(for mention: Mention, in tokens: Range<Int>, uses: ArraySlice<PlaceUse>) -> Mention.Link? {
        let isElsewhere = uses.contains { !$0.isSource && !$0.isCompound && !$0.isModifier }
        let paragraph = reading.document.sentences[mention.sentence].paragraph
        let anaphor = self.anaphor(near: mention, in: tokens)
        var common = 0.0
        // A charge is brought in a court, other accusations are words.
        if ["AGREE", "CONSULT", "SUPPORT", "CONCEDE", "REQUEST", "ACCUSE", "THREATEN"].contains(mention.type),
            mention.type != "ACCUSE" || mention.mode != "allege"
        {
            common += weights[.carrySpeech]
        }
        if mention.isBackground { common += weights[.carryBackground] }
        if anaphor == nil, isElsewhere { common += weights[.carryElsewhere] }
        if anaphor == nil, reading.hasUnnamedPlace(after: mention, in: tokens) { common += weights[.carryUnnamed] }
        var best: Mention.Link?
        func consider(_ focus: Focus?, _ extra: Double, decays: Bool = true, isPart: Bool = false) {
            guard let focus else { return }
            var x = weights[.carryBias] + extra + common
            if decays {
                x += weights[.carrySentence] * Double(min(mention.sentence - focus.sentence, 12))
                x += weights[.carryParagraph] * Double(min(paragraph - focus.paragraph, 6))
            }
            if focus.ofEvent { x += weights[.carryEvent] }
            if focus.ofEvent, isOtherDate(mention, focus) { x += weights[.carryDate] }
            if x > best?.score ?? 0 {
                best = Mention.Link(index: focus.index, score: x, isCarried: true, isPart: isPart)
            }
        }
        switch anaphor {
        case .settlement(let at): consider(named(settlement, earlier.settlement, before: at), weights[.carryAnaphor])
        case .division(let at):
            consider(self.division(before: at, in: mention.sentence), weights[.carryAnaphor])
        case .country(let at):
            consider(
                countryOfLatest(before: at) ?? named(country, earlier.country, before: at),
                weights[.carryAnaphor] + weights[.carryCountry], isPart: true)
        case .none:
            var latest = self.latest
            // A later clause of the same sentence speaks of something else.
            if let focus = latest, focus.sentence == mention.sentence,
                isTaken(focus, mention)
                    || reading.startsClause(after: mention.head, before: reading.toponymTokens[focus.index].lowerBound)
            {
                latest = previous
            }
            let isRegion = latest.map { $0.index == division?.index } ?? false
            consider(latest, (isRegion ? weights[.carryRegion] : 0))
            if let scene, mention.sentence - scene.sentence <= Self.sceneReach {
                consider(scene, weights[.carryScene])
            }
            if let main, let focus = latestMain {
                consider(focus, weights[.carryMain] + weights[.carryShare] * main.share, decays: false)
            }
        }
        if best == nil, anaphor == nil, let dateline {
            let x = weights[.carryDateline] + weights[.carryParagraph] * Double(min(paragraph, 6))
            if x > 0 { best = Mention.Link(index: dateline, score: x, isCarried: true) }
        }
        if best == nil, anaphor == nil, let country = nation { consider(country, weights[.carryNation]) }
        return best
    }

    /// Whether another event, in another clause, stands between `mention` and the place.
    private func isTaken(_ focus: Focus, _ mention: Mention) -> Bool {
        mention.nextHead < reading.toponymTokens[focus.index].lowerBound
            && reading.boundaries(between: mention.head, and: mention.nextHead) > 0
    }

    /// Whether `mention` has a date of its own and what was at the place another: a new scene.
    private func isOtherDate(_ mention: Mention, _ focus: Focus) -> Bool {
        guard let own = mention.time, !own.isCarried, let time = focus.time ?? date?.index,
            let a = reading.times[own.index].span, let b = reading.times[time].span
        else { return false }
        guard let endA = a.end, let endB = b.end else { return false }
        return a.start >= endB || b.start >= endA
    }

    /// The date that `mention`, which has none in its sentence, may carry over.
    func carriedTime(for mention: Mention) -> Mention.Link? {
        guard !mention.isBackground, mention.modality.isSettled, !isTimed(mention) else { return nil }
        var best: Mention.Link?
        for (focus, isScene) in [(date, false), (sceneDate, true)] {
            guard let focus, let x = score(focus, isScene: isScene, mention) else { continue }
            if x > best?.score ?? 0 { best = Mention.Link(index: focus.index, score: x, isCarried: true) }
        }
        return best
    }

    private func score(_ focus: DateFocus, isScene: Bool, _ mention: Mention) -> Double? {
        let sentence = reading.document.sentences[mention.sentence]
        let distance = mention.sentence - focus.sentence
        var x = weights[.timeCarryBias] + weights[.timeCarrySentence] * Double(min(distance, 12))
        if sentence.paragraph != focus.paragraph {
            guard distance <= Self.dateReach else { return nil }
            if !isScene, !(answer == sentence.paragraph && sentence.paragraph == focus.paragraph + 1) {
                guard !focus.isWeak else { return nil }
                x += weights[.timeCarryParagraph] * Double(min(sentence.paragraph - focus.paragraph, 4))
            }
        }
        if isScene { x += weights[.timeCarryScene] }
        if focus.isWeak { x += weights[.timeCarryWeak] }
        let first = reading.window(around: mention.head, in: sentence.tokens).lowerBound
        let told = first..<max(first, mention.tokens.lowerBound)
        if mention.group.isPastPerfect || mention.group.nearest == .have,
            !told.contains(where: { reading.classes[$0].contains(.report) })
        {
            x += weights[.timeCarryPerfect]
        }
        if isPresent(mention) { x += weights[.timeCarryPresent] }
        if let here = mention.place, let there = focus.place, let place = reading.toponyms[here.index].place,
            place.id == reading.toponyms[there].place?.id
        {
            x += weights[.timeCarryPlace]
        }
        if reading.times[focus.index].span?.precision != .day { x += weights[.timeCarryCoarse] }
        return x
    }

    /// `had recently annexed`, `for months they attacked`, `Since the war began, they have`: a time of its own, if not one
    /// with days.
    private func isTimed(_ mention: Mention) -> Bool {
        let sentence = reading.document.sentences[mention.sentence].tokens
        let group = max(sentence.lowerBound, min(mention.group.start, mention.tokens.lowerBound) - 2)
        if group < mention.head, (group..<mention.head).contains(where: { reading.timeAt[$0] > 0 }) { return true }
        guard let first = sentence.first else { return false }
        let opening = reading.classes[first].contains(.quote) ? first + 1 : first
        if Self.frames.contains(where: { reading.has($0, at: opening) }) { return true }
        let window = reading.window(around: mention.head, in: sentence)
        var index = max(window.lowerBound, mention.head - 16)
        while index < min(window.upperBound, mention.head + 16) {
            let time = Int(reading.timeAt[index]) - 1
            if time >= 0 {
                if reading.times[time].kind == .duration, reading.times[time].value.hasPrefix("PX"),
                    reading.boundaries(between: index, and: mention.head) <= 1
                {
                    return true
                }
                index = max(index + 1, reading.timeTokens[time].upperBound)
            } else {
                index += 1
            }
        }
        return false
    }

    /// What opens a sentence that is of a longer time.
    private static let frames: [StaticString] = ["since", "until", "throughout"]

    /// `troops hold the town`, `are searching`: not of the day that was told.
    private func isPresent(_ mention: Mention) -> Bool {
        // What is quoted is said of that day.
        guard mention.usage.isVerb,
            let first = reading.document.sentences[mention.sentence].tokens.first,
            !reading.classes[first].contains(.quote)
        else { return false }
        if mention.group.nearest == .be {
            return reading.has("is", at: mention.group.start) || reading.has("are", at: mention.group.start)
        }
        guard mention.usage == .active, mention.group.start == mention.head else { return false }
        return reading.lexicon.vocabulary.forms[Int(reading.words[mention.head])].allSatisfy {
            $0.tags.isDisjoint(with: [.past, .participle, .gerund, .finite, .infinitive, .passive])
        }
    }
}
