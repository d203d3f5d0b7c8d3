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
            guard time.span != nil, time.kind == .date || time.kind == .time, !reading.timeTokens[index].isEmpty,
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
        for index in bySentence[mention.sentence] {
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
        if !after { bounds = max(0, bounds - relativeClause(after: tokens)) }
        var x =
            weights[.timeBias] + weights[.timeBoundary] * Double(min(bounds, 6)) + weights[.timeDistance]
            * Double(min(distance, 25))
        if bounds == 0, distance <= 3 { x += weights[.timeAttached] }
        let opens = tokens.lowerBound - sentence.lowerBound <= 2
        if opens { x += weights[.timeOpening] - weights[.timeBoundary] * Double(min(bounds, 3)) * 0.6 }
        if datesTheReport(tokens, sentence, mention) { x += weights[.timeReport] }
        return x
    }

    /// The weight of `, when` after a date: what follows happened then.
    private func relativeClause(after tokens: Range<Int>) -> Int {
        var position = tokens.upperBound
        if reading.classes(at: position).contains(.comma) { position += 1 }
        return reading.document.lowercasedText(at: position) == "when" ? 3 : 0
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
