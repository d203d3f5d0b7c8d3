import Articles
import TemporalTagging

/// Kinds of articles in which the words of events seldom tell of any: reports of matches, what is written of novels and
/// films, and what explains or advises instead of reporting.
struct ArticleKind {
    /// A match or a race is reported: `attack`, `shot`, `struck`, `sacked` and `raid` are of the game.
    let isGame: Bool
    /// The plot of a novel or film is told.
    let isFiction: Bool
    /// Nothing is reported: hardly a verb of the past, nobody who said it, and no day on which it was.
    let isEssay: Bool

    /// From which share of ``DocumentTopics/shares`` on, 0...1, an article is of a match or of fiction.
    private static let game = 0.6
    private static let fiction = 0.4
    /// From how many sentences on a text without verbs of the past is known to report nothing.
    private static let shortest = 4

    init(_ reading: Reading) {
        let topics = reading.topics
        let news = topics[.war] + topics[.police] + topics[.protest]
        isGame = topics[.sport] >= Self.game && topics[.sport] > news + topics[.politics]
        isFiction =
            reading.document.sentences.count > 1 && topics[.fiction] >= Self.fiction
            && topics[.fiction] > news - Self.fiction / 2
        isEssay = !reading.lexicon.isInflected && !Self.isReport(reading)
    }

    /// Whether the text tells of the past, or does not explain either: a list of headlines.
    private static func isReport(_ reading: Reading) -> Bool {
        let count = reading.document.sentences.count
        if count < shortest || reading.hasDay(in: reading.words.indices) { return true }
        var (past, present) = (0, 0)
        for index in reading.words.indices {
            let c = reading.classes[index]
            if reading.isPastAuxiliary(index) {
                past += 1
            } else if c.contains(.be) || c.contains(.modal) && !reading.has("will", at: index)
                || c.contains(.subjectPronoun) && reading.isConversational(index)
            {
                present += 1
            }
            guard reading.tags(at: index).contains(.past) else { continue }
            if c.contains(.report) { return true }
            // `is declared`, `the accused`: participles, but `have charged`.
            let before = reading.classes(at: index - 1)
            if !before.hasAny([.be, .determiner, .preposition, .of, .adverb]) { past += 1 }
        }
        return past * 2 >= count || present * 3 < count
    }
}
