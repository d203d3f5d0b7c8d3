import Articles
import Gazetteers
import Geoparsing
import Tables
import TemporalTagging

/// Gives events whose sentences have no date one that the text tells elsewhere: before them or, for a headline or lead,
/// after them.
struct DateCarrier {
    /// A date that an event may take.
    private struct Candidate {
        var index: Int
        var sentence: Int
        /// How many other dates the text has named since.
        var rank: Int
        /// A sentence that tells nothing else set it: `It was 2015 in the city.`
        var isScene = false
        /// The day on which what its own sentence tells was reported: `said on Monday that shells hit`.
        var isReport = false
    }

    /// What the events of their own sentences say of a date.
    private struct Use {
        var types: [String] = []
        var places: [Int32] = []
        var isEvent = false
        /// Only what lay further back took it: `had fled`, `who was freed`.
        var isBackground = true
        var isUsed = false
    }

    private let reading: Reading
    private let scenes: SceneSetting
    /// The dates that events may take, in the order of the text, with their sentences.
    private var dates: [(index: Int, sentence: Int)] = []
    /// By time expression.
    private var uses: [Use]
    /// The first day of the date that the text names most often.
    private var most: CalendarDay?
    private let published: CalendarDay?
    /// The share of the text's dates that are days, 0...1: where it names hardly any, months are all that it tells.
    private let exactness: Double
    private var weights: LinkerWeights { reading.lexicon.weights }

    /// How many different dates before an event, and after it, it may choose from, and how many expressions are looked at
    /// for them.
    private static let before = 5
    private static let after = 2
    private static let looked = 32
    /// Sentences that open a text, and may tell what is dated below.
    private static let opening = 2
    /// Sentences of the beginning that tell what is new.
    private static let reports = 30
    /// From how many sentences on, back and ahead, the distance counts no more.
    private static let far = 12
    private static let farAhead = 8
    /// How many sentences a month or a year reaches within its paragraph.
    private static let near = 2
    /// How many types and places of events are kept for each date.
    private static let kept = 8
    /// How old, in days, what a headline tells may be.
    private static let oldest = 1000

    /// - Parameter mentions: all of the text, those with dates of their own sentences linked to them.
    init(_ reading: Reading, linker: TimeLinker, scenes: SceneSetting, mentions: [Mention]) {
        self.reading = reading
        self.scenes = scenes
        published = reading.document.article.published?.firstDay
        uses = [Use](repeating: Use(), count: reading.times.count)
        var days: [CalendarDay: Int] = [:]
        var highest = 0
        for (number, sentence) in reading.document.sentences.enumerated() {
            for index in linker.times(of: number) where !linker.isBeside(index, in: number) {
                dates.append((index, number))
                guard let span = reading.times[index].span, span.isExact,
                    !linker.datesTheReport(reading.timeTokens[index], sentence.tokens)
                else { continue }
                let count = days[span.start, default: 0] + 1
                days[span.start] = count
                if count > highest { (highest, most) = (count, span.start) }
            }
        }
        exactness =
            Double(dates.count { reading.times[$0.index].span?.isExact ?? false } + 1) / Double(dates.count + 1)
        for mention in mentions {
            guard let time = mention.time, !time.isCarried else { continue }
            note(mention, &uses[time.index])
        }
    }

    /// Takes note of what `mention`, which has a date of its own sentence, says of that date.
    private func note(_ mention: Mention, _ use: inout Use) {
        use.isUsed = true
        if mention.modality == .asserted { use.isEvent = true }
        let sentence = reading.document.sentences[mention.sentence].tokens
        if !mention.group.isPastPerfect, !mention.isBackground,
            !reading.isRelative(mention, from: sentence.lowerBound)
        {
            use.isBackground = false
        }
        if use.types.count < Self.kept, !use.types.contains(mention.type) { use.types.append(mention.type) }
        if let place = mention.place.map({ reading.places[$0.index] }), place >= 0, use.places.count < Self.kept,
            !use.places.contains(place)
        {
            use.places.append(place)
        }
    }

    /// Dates those of `mentions` that have no date, nor a date in their sentence.
    func carry(into mentions: inout [Mention], linker: TimeLinker) {
        guard !dates.isEmpty else { return }
        var sentence = -1
        var candidates: [Candidate] = []
        for index in mentions.indices
        where mentions[index].time == nil
            && (!linker.hasTimes(mentions[index].sentence) || linker.datesOnlyReports(mentions[index].sentence)
                || linker.datesOnlyOthers(mentions[index]))
        {
            let mention = mentions[index]
            if let next = scenes.nextDate(for: mention) {
                mentions[index].time = next
                continue
            }
            guard !mention.isBackground, mention.modality.isSettled else { continue }
            if mention.sentence != sentence {
                sentence = mention.sentence
                candidates = self.candidates(for: sentence)
                // What is reported on a day is not of a year told before.
                if linker.hasTimes(sentence) {
                    candidates.removeAll { !(reading.times[$0.index].span?.isExact ?? false) }
                }
            }
            mentions[index].time = best(of: candidates + reported(mention, linker), for: mention)
        }
    }

    /// `The army said on Monday it has bombed a camp`: news of the day of publication, or the day before, is of the day on
    /// which it was told, if of no other; what had been done by then is not.
    private func reported(_ mention: Mention, _ linker: TimeLinker) -> [Candidate] {
        guard let published, mention.sentence <= Self.reports, !mention.group.isPastPerfect,
            linker.datesOnlyReports(mention.sentence)
        else { return [] }
        return linker.times(of: mention.sentence).prefix(1).compactMap { index in
            guard let day = reading.times[index].span?.singleDay,
                (0...1).contains(published.daysSinceEpoch - day.daysSinceEpoch)
            else { return nil }
            return Candidate(index: index, sentence: mention.sentence, rank: 0, isReport: true)
        }
    }

    /// The dates that what sentence `sentence` tells may take: the nearest before it and, for a headline or an opening, after it.
    private func candidates(for sentence: Int) -> [Candidate] {
        var result: [Candidate] = []
        func isNew(_ index: Int) -> Bool {
            let start = reading.times[index].span?.start
            return !result.contains { reading.times[$0.index].span?.start == start }
        }
        let next = dates.partitioningIndex { $0.sentence >= sentence }
        for date in dates[..<next].suffix(Self.looked).reversed() where result.count < Self.before {
            guard isNew(date.index) else { continue }
            let isScene = scenes.scene(of: date.sentence)?.date == date.index
            result.append(
                Candidate(index: date.index, sentence: date.sentence, rank: result.count, isScene: isScene))
        }
        guard sentence <= Self.opening || reading.closing(reading.document.sentences[sentence].tokens) == nil else {
            return result
        }
        let earlier = result.count
        for date in dates[next...].drop(while: { $0.sentence == sentence }).prefix(Self.looked)
        where result.count < earlier + Self.after && isNew(date.index) && isNews(date.index) {
            result.append(Candidate(index: date.index, sentence: date.sentence, rank: 0))
        }
        return result
    }

    /// Whether a date is recent enough for a headline: `He was born in 1883` is not.
    private func isNews(_ index: Int) -> Bool {
        guard let published, let start = reading.times[index].span?.start else { return true }
        return published.daysSinceEpoch - start.daysSinceEpoch < Self.oldest
    }

    private func best(of candidates: [Candidate], for mention: Mention) -> Mention.Link? {
        guard !candidates.isEmpty else { return nil }
        let own = ownWeight(of: mention)
        let isPerfect =
            mention.usage.isVerb && !mention.group.isPastPerfect
            && (mention.group.nearest == .have || reading.classes[mention.group.start].contains(.have))
        var best: Mention.Link?
        for candidate in candidates {
            let x =
                own + score(candidate, mention)
                + (isPerfect && candidate.sentence < mention.sentence ? weights[.timeCarryPerfect] : 0)
            if x > best?.score ?? 0 { best = Mention.Link(index: candidate.index, score: x, isCarried: true) }
        }
        return best
    }

    /// What the words of an event say of whether it takes a date from elsewhere.
    private func ownWeight(of mention: Mention) -> Double {
        var x = weights[.timeCarryBias]
        if reading.isTimed(mention) { x += weights[.timeCarryTimed] }
        if mention.group.isPastPerfect { x += weights[.timeCarryPluperfect] }
        let isGerund = reading.isGerund(mention.head)
        if isGerund { x += weights[.timeCarryGerund] }
        if mention.usage.isVerb, reading.isPresentBe(mention.group.start) { x += weights[.timeCarryPresent] }
        if mention.usage == .active, mention.group.nearest == .none, !isGerund, !mention.group.isInfinitive,
            !reading.isPresent(mention)
        {
            x += weights[.timeCarrySimple]
        }
        return x
    }

    /// What speaks for a date, whatever the words of the event are.
    private func score(_ candidate: Candidate, _ mention: Mention) -> Double {
        var x = 0.0
        let distance = mention.sentence - candidate.sentence
        if distance < 0 {
            x += weights[.timeCarryAhead] + weights[.timeCarryAheadSentence] * Double(min(-distance, Self.farAhead))
        } else {
            x += weights[.timeCarrySentence] * Double(min(distance, Self.far))
        }
        let span = reading.times[candidate.index].span
        let use = uses[candidate.index]
        let isBackground = use.isUsed && use.isBackground
        if candidate.isReport { x += weights[.timeCarryReport] }
        if candidate.isScene {
            x += weights[.timeCarryScene]
        } else {
            if candidate.rank > 0 { x += weights[candidate.rank == 1 ? .timeCarrySecond : .timeCarryFurther] }
            let sentences = reading.document.sentences
            if sentences[mention.sentence].paragraph == sentences[candidate.sentence].paragraph + 1 {
                x += weights[.timeCarryParagraph]
            }
            if !(span?.isExact ?? false) {
                x += weights[.timeCarryCoarse] * exactness
                if distance >= 0, distance <= Self.near, !isBackground,
                    sentences[mention.sentence].paragraph == sentences[candidate.sentence].paragraph
                {
                    x += weights[.timeCarryNear]
                }
            }
        }
        if let start = span?.start {
            if start == most { x += weights[.timeCarryMost] }
            if let published {
                let age = published.daysSinceEpoch - start.daysSinceEpoch
                if age == 0 { x += weights[.timeCarryPublished] }
                if (0...7).contains(age) { x += weights[.timeCarryRecent] }
                if age < 0 { x += weights[.timeCarryFuture] }
            }
        }
        if use.isEvent { x += weights[.timeCarryEvent] }
        if isBackground { x += weights[.timeCarryBackground] }
        if use.types.contains(mention.type) { x += weights[.timeCarrySame] }
        if let place = mention.place.map({ reading.places[$0.index] }), use.places.contains(place) {
            x += weights[.timeCarryPlace]
        }
        return x
    }
}

extension TimeSpan {
    /// A day, or a night between two.
    fileprivate var isExact: Bool { precision == .day || end == start.advanced(by: 2) }
}
