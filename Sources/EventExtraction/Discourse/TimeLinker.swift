import Articles
import Gazetteers
import Geoparsing
import Tables
import TemporalTagging

/// Links events to the time expressions of their sentences.
struct TimeLinker {
    let reading: Reading
    private let bySentence: [[Int]]
    let clauses: OffsetClauses
    /// The last day on which the text may have been published.
    let published: CalendarDay?
    private var weights: LinkerWeights { reading.lexicon.weights }

    init(_ reading: Reading) {
        self.reading = reading
        published = reading.document.article.published?.lastDay
        var lists = [[Int]](repeating: [], count: reading.document.sentences.count)
        for (index, time) in reading.times.enumerated() {
            guard time.span != nil, time.kind != .set, !reading.timeTokens[index].isEmpty,
                time.value != "PRESENT_REF", time.value != "FUTURE_REF",
                !Self.isVague(index, reading), !Self.comparesRecords(reading.timeTokens[index].lowerBound, reading),
                let sentence = reading.document.sentenceIndex(at: time.range.start)
            else { continue }
            lists[sentence].append(index)
        }
        bySentence = lists
        clauses = OffsetClauses(reading)
    }

    /// How much more than a date of another place one of another clause of ``OffsetClauses`` is refused: `days after rebels
    /// attacked`, with no day told, leaves none.
    private static let strange = 1.5

    /// `the deadliest attack since 2017`, `his first visit since May`: what it is compared with.
    static func comparesRecords(_ start: Int, _ reading: Reading) -> Bool {
        let position = start - 1
        guard position > 0, reading.has("since", at: position) else { return false }
        return (max(0, position - recordReach)..<position).reversed().lazy
            .prefix { !reading.classes[$0].hasAny([.comma, .stop, .quote]) }
            .contains { index in
                // `at least nine have died since May`, `most have fled since May` compare nothing.
                index > 0
                    && (reading.classes[index - 1].hasAny([.determiner, .possessive])
                        || reading.has("s", at: index - 1))
                    && (records.contains { reading.has($0, at: index) } || isSuperlative(index, reading))
            }
    }

    /// `deadliest`, `heaviest`
    private static func isSuperlative(_ index: Int, _ reading: Reading) -> Bool {
        let range = reading.document.tokens[index].range
        return range.count > 5 && reading.document.bytes[range.start..<range.end].suffix(4).elementsEqual("iest".utf8)
    }

    /// How far before `since` a superlative stands.
    private static let recordReach = 9
    private static let records: [StaticString] = [
        "first", "worst", "largest", "biggest", "most", "highest", "lowest", "fiercest", "greatest", "strongest",
        "longest", "best", "sharpest", "gravest", "fewest", "least", "second", "third", "fourth", "fifth",
    ]

    /// `in recent days`, `at night`: no one time.
    private static func isVague(_ index: Int, _ reading: Reading) -> Bool {
        let tokens = reading.timeTokens[index]
        if reading.times[index].value == "PAST_REF" { return tokens.contains { reading.has("recent", at: $0) } }
        return tokens.count == 1
            && dayParts.contains { reading.has($0, at: tokens.lowerBound) }
    }

    private static let dayParts: [StaticString] = ["night", "morning", "afternoon", "evening"]

    /// Whether a sentence has dates that an event may take.
    func hasTimes(_ sentence: Int) -> Bool { !bySentence[sentence].isEmpty }

    func times(of sentence: Int) -> [Int] { bySentence[sentence] }

    /// Whether no date of the sentence of `mention` is one that it could take: they say when something was said, or are of other
    /// clauses; see ``isOfOther(_:_:)``.
    func datesNone(_ mention: Mention) -> Bool {
        let tokens = reading.document.sentences[mention.sentence].tokens
        return bySentence[mention.sentence].allSatisfy {
            datesTheReport(reading.timeTokens[$0], tokens) || isOfOther($0, mention)
        }
    }

    /// The first date of a sentence that says when something was said.
    func reportDate(of sentence: Int) -> Int? {
        let tokens = reading.document.sentences[sentence].tokens
        return bySentence[sentence].first { datesTheReport(reading.timeTokens[$0], tokens) }
    }

    /// Whether date `index` is that of a clause such as `a day after a deal was signed`.
    func isBeside(_ index: Int, in sentence: Int) -> Bool { clauses.isOwn(index, in: sentence) }

    /// The date of a sentence that has but one, and does not say when something was said.
    func soleDate(of number: Int) -> Int? {
        guard let index = bySentence[number].first, reading.times[index].kind == .date,
            bySentence[number].allSatisfy({ reading.times[$0].span == reading.times[index].span })
        else { return nil }
        let sentence = reading.document.sentences[number].tokens
        return datesTheReport(reading.timeTokens[index], sentence) ? nil : index
    }

    /// The best date within the sentence of `mention`.
    ///
    /// - Parameter elsewhere: the tokens of places where the event was not: `in Salisbury in 2018` dates what was there.
    func link(_ mention: Mention, elsewhere: [Range<Int>] = []) -> Mention.Link? {
        var best: Mention.Link?
        for (index, x) in scores(of: mention, elsewhere: elsewhere) where x > best?.score ?? 0 {
            best = Mention.Link(index: index, score: x)
        }
        return best
    }

    /// The dates before `mention` in its sentence that ``link(_:elsewhere:)`` refused, but for those of other clauses and those
    /// that say when something was told.
    func refusals(of mention: Mention) -> [Int] {
        let sentence = reading.document.sentences[mention.sentence].tokens
        return scores(of: mention).filter {
            let tokens = reading.timeTokens[$0.index]
            return $0.score > Self.refusal && tokens.upperBound <= mention.group.start
                && clauses.strangeness(of: $0.index, to: mention, reading) == 0 && !datesTheReport(tokens, sentence)
        }.map(\.index)
    }

    /// What is refused more is not asked again.
    private static let refusal = -4.0

    private func scores(of mention: Mention, elsewhere: [Range<Int>] = []) -> [(index: Int, score: Double)] {
        let window = reading.window(around: mention.head, in: reading.document.sentences[mention.sentence].tokens)
        let list = bySentence[mention.sentence]
        return list.part(within: window, start: { reading.timeTokens[$0].lowerBound }).compactMap { index in
            guard !isOfOther(index, mention) else { return nil }
            var x = score(index, mention) + (list.count == 1 ? weights[.timeSole] : 0)
            if isAttached(index, to: elsewhere), !isCoordinated(mention, after: reading.timeTokens[index]) {
                x += weights[.timeElsewhere]
            }
            x += Double(clauses.strangeness(of: index, to: mention, reading)) * Self.strange * weights[.timeElsewhere]
            return (index, x)
        }
    }

    /// Whether date `index` stands right after one of `places`, with at most a preposition between.
    private func isAttached(_ index: Int, to places: [Range<Int>]) -> Bool {
        let start = reading.timeTokens[index].lowerBound
        return places.contains {
            $0.upperBound <= start && start - $0.upperBound <= 1
                && !(start > $0.upperBound && reading.classes[$0.upperBound].contains(.stop))
        }
    }

    /// `went to X in 2014 and fought`: one subject, one date.
    private func isCoordinated(_ mention: Mention, after date: Range<Int>) -> Bool {
        mention.usage.isVerb && date.upperBound < mention.group.start
            && reading.classes(at: mention.group.start - 1).contains(.conjunction)
            && reading.boundaries(between: date.upperBound - 1, and: mention.head) <= 1
    }

    private func score(_ index: Int, _ mention: Mention) -> Double {
        let tokens = reading.timeTokens[index]
        let sentence = reading.document.sentences[mention.sentence].tokens
        let after = tokens.lowerBound >= mention.tokens.upperBound
        let edge = after ? tokens.lowerBound : tokens.upperBound - 1
        var bounds = reading.boundaries(between: edge, and: mention.head)
        let distance =
            after
            ? tokens.lowerBound - mention.tokens.upperBound : max(0, mention.tokens.lowerBound - tokens.upperBound)
        if !after, let clause = reading.relativeClause(after: tokens.upperBound, dated: true),
            clause < mention.tokens.lowerBound
        {
            bounds = reading.boundaries(between: clause, and: mention.head)
        }
        var x =
            weights[.timeBias] + weights[.timeBoundary] * Double(min(bounds, 6)) + weights[.timeDistance]
            * Double(min(distance, 25))
        if bounds == 0, distance <= 3 { x += weights[.timeAttached] }
        let opens = tokens.lowerBound - sentence.lowerBound <= 2
        if opens { x += weights[.timeOpening] - weights[.timeBoundary] * Double(min(bounds, 3)) * 0.6 }
        if after, bounds > 0, reading.opensClause(tokens.lowerBound) { x += weights[.timeClause] }
        if reading.times[index].kind == .duration { x += weights[.timeDuration] }
        if !reading.classes[mention.head].contains(.report), datesTheReport(tokens, sentence) {
            x += weights[.timeReport] - (bySentence[mention.sentence].count == 1 ? weights[.timeSole] : 0)
        }
        if !after, reading.isRelative(mention, from: max(sentence.lowerBound, tokens.upperBound)),
            reading.hasRelative(from: tokens.upperBound, to: mention.group.start)
        {
            x += weights[.timeRelative]
        }
        if isTaken(tokens, mention, after: after, opens: opens) { x += weights[.timeTaken] }
        if mention.usage.isVerb, mention.modality.isSettled, !mention.group.isInfinitive, let published,
            let span = reading.times[index].span,
            span.start > published
        {
            x += weights[.timeFuture]
        }
        if reading.isPossessive(at: tokens.upperBound), after || distance > Self.possession {
            x += weights[.timePossessive]
        }
        if !after, tellsOfBefore(mention, from: tokens.upperBound) { x += weights[.timePluperfect] }
        if bounds > 0, !opens, reading.times[index].span?.end == nil { x += weights[.timeOpen] }
        if mention.isBackground, bounds > 0 || distance > 2 { x += weights[.timeBackground] }
        return x
    }

    /// How far behind `Sunday's` what it dates stands.
    private static let possession = 5

    /// `On Tuesday Kazakhstan said that thousands had entered`, `after fighters had captured a base`: before that day.
    private func tellsOfBefore(_ mention: Mention, from start: Int) -> Bool {
        guard mention.group.isPastPerfect, start < mention.group.start, mention.group.start - start < 40 else {
            return false
        }
        return (start..<mention.group.start).contains {
            reading.classes[$0].contains(.report) || reading.has("after", at: $0)
        }
    }

    /// Whether another event, in another clause, stands between `mention` and the date.
    private func isTaken(_ date: Range<Int>, _ mention: Mention, after: Bool, opens: Bool) -> Bool {
        after
            ? reading.isTaken(date.lowerBound, after: mention)
            : !opens && reading.isTaken(until: date.upperBound, before: mention)
    }

    /// `police said on Thursday`: the date of the report.
    func datesTheReport(_ tokens: Range<Int>, _ sentence: Range<Int>) -> Bool {
        var position = tokens.lowerBound - 1
        var reach = 3
        while position >= sentence.lowerBound, tokens.lowerBound - position <= reach {
            // No `the United States on Friday`.
            if reading.classes[position].contains(.report), reading.toponymAt[position] == 0 { return true }
            if Self.statements.contains(where: { reading.has($0, at: position) }) {
                // `said in a statement on Thursday`
                reach = Self.statementReach
            } else if !reading.classes[position].hasAny([.preposition, .locative, .adverb, .determiner])
                // `said that since Friday` dates what was said.
                || reading.classes[position].contains(.relative)
            {
                break
            }
            position -= 1
        }
        // `said Ivanov on Thursday`, `on Thursday said`
        if reading.classes(at: tokens.upperBound).contains(.report) { return true }
        return false
    }

    /// How far back the verb of `said in a statement to local media on Thursday` stands, and what may stand between.
    private static let statementReach = 6
    private static let statements: [StaticString] = [
        "statement", "interview", "address", "speech", "briefing", "conference", "reporters", "journalists", "telegram",
        "tweet", "post", "message", "facebook", "twitter", "reuters", "afp", "bbc", "cnn", "news", "press", "televised",
        "video", "daily", "weekly", "local", "state", "television", "tv", "radio", "agency", "x", "online", "written",
    ]
}
