import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

/// Sentences that only say when and where, for those around them: `It was 2015 in the eastern city of Luhansk.`,
/// `Bakhmut, 3 May 2023.`, `Yes, on September 11.`
struct SceneSetting {
    /// What such a sentence sets.
    struct Scene: Sendable {
        /// Index into the document's time expressions.
        var date: Int?
        /// The paragraph of the question that it answers: it tells of what was asked there.
        var question: Int?
    }

    private let reading: Reading
    private let scenes: [Int: Scene]

    /// Longer sentences tell more.
    private static let longest = 16
    /// How many sentences an answer stands after what it tells of.
    private static let answerReach = 3

    init(_ reading: Reading, dates: TimeLinker) {
        self.reading = reading
        var scenes: [Int: Scene] = [:]
        for (number, sentence) in reading.document.sentences.enumerated()
        where sentence.tokens.count >= 2 && sentence.tokens.count <= Self.longest {
            scenes[number] = Self.scene(number, sentence.tokens, reading, dates)
        }
        self.scenes = scenes
    }

    private static func scene(
        _ number: Int, _ tokens: Range<Int>, _ reading: Reading, _ dates: TimeLinker
    ) -> Scene? {
        let date = dates.times(of: number).first
        let first = start(of: tokens, reading)
        let hasPlace = tokens.contains { reading.isPlace($0) }
        guard date != nil || hasPlace, first < tokens.upperBound else { return nil }
        if reading.has("it", at: first) || reading.has("this", at: first) {
            guard reading.classes(at: first + 1).contains(.be), let date,
                reading.timeTokens[date].lowerBound - first <= 4
            else { return nil }
            return Scene(date: date)
        }
        guard let date else { return nil }
        // Nothing but the date, places and small words.
        let isFragment = (first..<tokens.upperBound).allSatisfy { index in
            reading.timeAt[index] > 0 || reading.isPlace(index)
                || reading.classes[index].hasAny([
                    .preposition, .determiner, .comma, .stop, .quote, .settlement, .divisionWord, .compass, .of,
                    .adverb,
                ])
                || reading.document.tokens[index].kind == .punctuation
                || reading.has("yes", at: index) || reading.has("no", at: index)
        }
        guard isFragment else { return nil }
        guard reading.asks(number - 1) else { return Scene(date: date) }
        return Scene(date: date, question: reading.document.sentences[number - 1].paragraph)
    }

    /// The first token after the name of a speaker: `NRC: `.
    private static func start(of tokens: Range<Int>, _ reading: Reading) -> Int {
        for index in tokens.prefix(5)
        where reading.document.bytes[reading.document.tokens[index].range.start] == UInt8(ascii: ":") {
            return index + 1
        }
        return tokens.lowerBound
    }

    /// What sentence `number` sets, if that is all it does.
    func scene(of number: Int) -> Scene? { scenes[number] }

    /// The date that the next sentence of the paragraph sets, or an answer after it.
    func nextDate(for mention: Mention) -> Mention.Link? {
        guard !mention.isBackground, !scenes.isEmpty else { return nil }
        let paragraph = reading.document.sentences[mention.sentence].paragraph
        for distance in 1...Self.answerReach {
            guard let scene = scenes[mention.sentence + distance], let date = scene.date else { continue }
            if scene.question == paragraph
                || distance == 1 && reading.document.sentences[mention.sentence + 1].paragraph == paragraph
            {
                return Mention.Link(index: date, score: 0.6, isCarried: true)
            }
        }
        return nil
    }

    /// The place that the next sentence of the paragraph sets.
    func nextPlace(for mention: Mention, places: PlaceLinker) -> Mention.Link? {
        let next = mention.sentence + 1
        guard let scene = scenes[next], scene.question == nil, !mention.isBackground,
            reading.document.sentences[next].paragraph == reading.document.sentences[mention.sentence].paragraph,
            let use = places.uses(in: next).first(where: { $0.preposition == .locative && !$0.isContainer })
        else { return nil }
        return Mention.Link(index: use.index, score: 0.6, isCarried: true)
    }
}
