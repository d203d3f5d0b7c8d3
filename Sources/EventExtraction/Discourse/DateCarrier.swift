import Articles
import Gazetteers
import Geoparsing
import Tables
import TemporalTagging

/// Gives events whose sentences have no date one that the text tells elsewhere: before them or, for a headline or lead,
/// after them.
struct DateCarrier {
    /// A date that an event may take.
    struct Candidate {
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
    struct Use {
        var types: [String] = []
        var places: [Int32] = []
        var isEvent = false
        /// Only what lay further back took it: `had fled`, `who was freed`.
        var isBackground = true
        var isUsed = false
    }

    let reading: Reading
    private let scenes: SceneSetting
    let linker: TimeLinker
    /// The dates that events may take, in the order of the text, with their sentences.
    private var dates: [(index: Int, sentence: Int)] = []
    /// By time expression.
    private(set) var uses: [Use]
    /// The first day of the date that the text names most often.
    private(set) var most: CalendarDay?
    let published: CalendarDay?
    /// The share of the text's dates that are days, 0...1: where it names hardly any, months are all that it tells.
    let exactness: Double
    var weights: LinkerWeights { reading.lexicon.weights }

    /// How many different dates before an event, and after it, it may choose from, and how many expressions are looked at
    /// for them.
    private static let before = 5
    private static let after = 2
    private static let looked = 32
    /// Sentences that open a text, and may tell what is dated below.
    static let opening = 2
    /// Sentences of the beginning that tell what is new.
    private static let reports = 30
    /// From how many sentences on, back and ahead, the distance counts no more.
    static let far = 12
    static let farAhead = 8
    /// How many sentences a month or a year reaches within its paragraph.
    static let near = 2
    /// How many types and places of events are kept for each date.
    private static let kept = 8
    /// How old, in days, what a headline tells may be.
    private static let oldest = 1000

    /// - Parameter mentions: all of the text, those with dates of their own sentences linked to them.
    init(_ reading: Reading, linker: TimeLinker, scenes: SceneSetting, mentions: [Mention]) {
        self.reading = reading
        self.scenes = scenes
        self.linker = linker
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
            Self.note(mention, &uses[time.index], reading)
        }
    }

    /// Takes note of what `mention`, which has a date of its own sentence, says of that date.
    ///
    /// Not of the instance, which each call would copy.
    private static func note(_ mention: Mention, _ use: inout Use, _ reading: Reading) {
        use.isUsed = true
        if mention.modality == .asserted { use.isEvent = true }
        let sentence = reading.document.sentences[mention.sentence].tokens
        if !mention.group.isPastPerfect, !mention.isBackground,
            !reading.isRelative(mention, from: sentence.lowerBound)
        {
            use.isBackground = false
        }
        if use.types.count < kept, !use.types.contains(mention.type) { use.types.append(mention.type) }
        if let place = mention.place.map({ reading.places[$0.index] }), place >= 0, use.places.count < kept,
            !use.places.contains(place)
        {
            use.places.append(place)
        }
    }

    /// Dates those of `mentions` that have no date.
    func carry(into mentions: inout [Mention]) {
        guard !dates.isEmpty else { return }
        var sentence = -1
        var candidates: [Candidate] = []
        for index in mentions.indices where mentions[index].time == nil {
            let mention = mentions[index]
            let isDated = !linker.datesNone(mention)
            if !isDated, let next = scenes.nextDate(for: mention) {
                mentions[index].time = next
                continue
            }
            guard !mention.isBackground, mention.modality.isSettled else { continue }
            if isDated {
                mentions[index].time = best(of: refused(mention), for: mention)
                continue
            }
            if mention.sentence != sentence {
                sentence = mention.sentence
                candidates = self.candidates(for: sentence)
                // What is reported on a day is not of a year told before.
                if linker.hasTimes(sentence) {
                    candidates.removeAll { !(reading.times[$0.index].span?.isExact ?? false) }
                }
            }
            mentions[index].time = best(of: candidates + reported(mention), for: mention)
        }
    }

    /// `fled on Sunday as rebels took the town, who looted shops`: what is told with it in the simple past is of the day of
    /// its sentence, however many clauses lie between.
    private func refused(_ mention: Mention) -> [Candidate] {
        guard isSimplePast(mention) else { return [] }
        return linker.refusals(of: mention).filter { index in
            guard let span = reading.times[index].span, span.isExact, uses[index].isEvent, !uses[index].isBackground
            else { return false }
            // `jailed a man on Monday who shot a judge`
            guard let opening = linker.relative(from: reading.timeTokens[index].upperBound, to: mention) else {
                return true
            }
            return reading.classes[opening - 1].contains(.comma)
                && (uses[index].types.contains(mention.type) || uses[index].types.contains("ASSAULT"))
        }.map { Candidate(index: $0, sentence: mention.sentence, rank: 0) }
    }

    /// `The army said on Monday it has bombed a camp`: news of the day of publication, or the day before, is of the day on
    /// which it was told, if of no other; what had been done by then is not.
    private func reported(_ mention: Mention) -> [Candidate] {
        guard let published, mention.sentence <= Self.reports, !mention.group.isPastPerfect,
            let index = linker.reportDate(of: mention.sentence)
        else { return [] }
        guard let day = reading.times[index].span?.singleDay,
            (0...1).contains(published.daysSinceEpoch - day.daysSinceEpoch)
        else { return [] }
        return [Candidate(index: index, sentence: mention.sentence, rank: 0, isReport: true)]
    }

    /// The dates that what sentence `sentence` tells may take: the nearest before it and, for a headline or an opening, after it.
    private func candidates(for sentence: Int) -> [Candidate] {
        var result: [Candidate] = []
        func isNew(_ index: Int) -> Bool {
            let start = reading.times[index].span?.start
            return !result.contains { reading.times[$0.index].span?.start == start }
        }
        let next = dates.partitioningIndex { $0.sentence >= sentence }
        // `last week` and `in 2014` move no story away from its day.
        var exact = 0
        for date in dates[..<next].suffix(Self.looked).reversed() where result.count < Self.before {
            guard isNew(date.index) else { continue }
            let isScene = scenes.scene(of: date.sentence)?.date == date.index
            let isExact = reading.times[date.index].span?.isExact ?? false
            let rank = isExact ? exact : result.count
            result.append(Candidate(index: date.index, sentence: date.sentence, rank: rank, isScene: isScene))
            if isExact { exact += 1 }
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
}

extension TimeSpan {
    /// A day, or a night between two.
    var isExact: Bool { precision == .day || end == start.advanced(by: 2) }
}
