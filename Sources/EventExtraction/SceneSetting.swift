import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

/// Sentences that only say when, for those around them: `It was 2015 in the eastern city of Luhansk.`
struct SceneSetting {
    private let reading: Reading
    /// For each sentence 1 + the index of the date that it sets, or 0.
    private let dates: [Int]

    init(_ reading: Reading, dates linker: TimeLinker) {
        self.reading = reading
        dates = reading.document.sentences.enumerated().map { number, sentence in
            guard sentence.tokens.count >= 3, sentence.tokens.count <= 16, let first = sentence.tokens.first,
                reading.document.lowercasedText(at: first) == "it", reading.classes[first + 1].contains(.be),
                let date = linker.times(of: number).first,
                reading.timeTokens[date].lowerBound - first <= 4
            else { return 0 }
            return date + 1
        }
    }

    /// The date that a sentence sets.
    func date(of sentence: Int) -> Int? { dates[sentence] > 0 ? dates[sentence] - 1 : nil }

    /// The date that the next sentence of the paragraph sets.
    func nextDate(for mention: Mention) -> Mention.Link? {
        let next = mention.sentence + 1
        guard next < dates.count, dates[next] > 0, !mention.isBackground,
            reading.document.sentences[next].paragraph == reading.document.sentences[mention.sentence].paragraph
        else { return nil }
        return Mention.Link(index: dates[next] - 1, score: 0.6, isCarried: true)
    }
}
