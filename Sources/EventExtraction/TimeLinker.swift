import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

/// Links events to the time expressions of their sentences.
struct TimeLinker {
    let reading: Reading
    private let bySentence: [[Int]]
    private var weights: LinkerWeights { reading.lexicon.weights }

    init(_ reading: Reading) {
        self.reading = reading
        var lists = [[Int]](repeating: [], count: reading.document.sentences.count)
        for (index, time) in reading.times.enumerated() {
            guard time.span != nil, time.kind != .set, !reading.timeTokens[index].isEmpty,
                time.value != "PRESENT_REF", time.value != "PAST_REF", time.value != "FUTURE_REF",
                let sentence = reading.document.sentenceIndex(at: time.range.start)
            else { continue }
            lists[sentence].append(index)
        }
        bySentence = lists
    }

    /// Whether a sentence has dates that an event may take.
    func hasTimes(_ sentence: Int) -> Bool { !bySentence[sentence].isEmpty }

    func link(_ mention: Mention) -> Mention.Link? {
        var best: Mention.Link?
        let window = reading.window(around: mention.head, in: reading.document.sentences[mention.sentence].tokens)
        let list = bySentence[mention.sentence]
        var (low, high) = (0, list.count)
        while low < high {
            let middle = (low + high) / 2
            if reading.timeTokens[list[middle]].lowerBound < window.lowerBound {
                low = middle + 1
            } else {
                high = middle
            }
        }
        for index in list[low...] {
            if reading.timeTokens[index].lowerBound >= window.upperBound { break }
            let x = score(index, mention)
            if x > best?.score ?? 0 { best = Mention.Link(index: index, score: x) }
        }
        return best
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
        if datesTheReport(tokens, sentence, mention) { x += weights[.timeReport] }
        return x
    }

    /// `police said on Thursday`: the date of the report.
    private func datesTheReport(_ tokens: Range<Int>, _ sentence: Range<Int>, _ mention: Mention) -> Bool {
        if reading.classes[mention.head].contains(.report) { return false }
        var position = tokens.lowerBound - 1
        while position >= sentence.lowerBound, tokens.lowerBound - position <= 3 {
            if reading.classes[position].contains(.report) { return true }
            if !reading.classes[position].hasAny([.preposition, .locative, .adverb, .determiner]) { break }
            position -= 1
        }
        // `said Ivanov on Thursday`, `on Thursday said`
        if reading.classes(at: tokens.upperBound).contains(.report) { return true }
        return false
    }
}
