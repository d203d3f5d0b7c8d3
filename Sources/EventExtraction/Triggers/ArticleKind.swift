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

    /// From how many words a hundred, times 20, an article is of a match or of fiction.
    private static let game = 0.6
    private static let fiction = 0.4
    /// From how many sentences on a text without verbs of the past is known to report nothing.
    private static let shortest = 4

    init(_ reading: Reading) {
        let topics = reading.topics
        let news = topics[.war] + topics[.police] + topics[.protest]
        isGame = topics[.sport] >= Self.game && topics[.sport] > news + topics[.politics]
        isFiction = topics[.fiction] >= Self.fiction && topics[.fiction] > news - Self.fiction / 2
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
            guard reading.lexicon.vocabulary.forms.tags(of: reading.words[index]).contains(.past) else { continue }
            if c.contains(.report) { return true }
            // `is declared`, `the accused`: participles, but `have charged`.
            let before = reading.classes(at: index - 1)
            if !before.hasAny([.be, .determiner, .preposition, .of, .adverb]) { past += 1 }
        }
        return past * 2 >= count || present * 3 < count
    }
}

extension Reading {
    /// `was`, `were`, `had`
    fileprivate func isPastAuxiliary(_ index: Int) -> Bool {
        classes[index].contains(.pastAuxiliary)
            || classes[index].contains(.be) && (has("was", at: index) || has("were", at: index))
    }

    /// Whether a day is named among `tokens`.
    fileprivate func hasDay(in tokens: Range<Int>) -> Bool {
        tokens.contains { timeAt[$0] > 0 && times[Int(timeAt[$0]) - 1].span?.precision == .day }
    }
}

extension DocumentTopics {
    subscript(_ topic: Topic) -> Double { shares[topic.bit.trailingZeroBitCount] }
}

extension EvidenceGate {
    /// Topics whose words tell, in the report of a match, that something else happened, and those whose words are never of
    /// the game: `police arrested six fans`.
    private static let news = [Topic.protest, .war].reduce(0) { $0 | $1.bit }
    private static let law = Topic.police.bit | Topic.court.bit
    /// How far after a noun the verb stands that tells what may be.
    private static let reachOfModals = 8
    /// How far from a noun a word such as `often` stands.
    private static let reachOfHabits = 4

    /// Whether an article of its kind tells no event in `mention`.
    func isOutOfPlace(_ mention: Mention, _ tokens: Range<Int>, isDated: Bool) -> Bool {
        let kind = reading.kind
        if kind.isGame, !hasNews(mention, tokens) { return true }
        if kind.isFiction, !reading.hasDay(in: reading.window(around: mention.head, in: tokens)) { return true }
        return kind.isEssay && !isDated && !isPast(mention)
    }

    /// One word of the law, or two of other news.
    private func hasNews(_ mention: Mention, _ tokens: Range<Int>) -> Bool {
        var found = 0
        for index in reading.window(around: mention.head, in: tokens) {
            let topics = reading.lexicon.topics.topics(of: reading.words[index])
            if topics & Self.law != 0 { return true }
            if topics & Self.news != 0, !mention.tokens.contains(index) { found += 1 }
        }
        return found > 1
    }

    /// `police arrested 84 people`, `have arrested`, `he was arrested`, `the police made raids`
    private func isPast(_ mention: Mention) -> Bool {
        if mention.usage == .noun { return mention.isTold }
        let auxiliaries = mention.group.start..<max(mention.group.start, mention.head)
        if mention.group.nearest == .have || auxiliaries.contains(where: reading.isPastAuxiliary) { return true }
        return mention.usage == .active && mention.group.nearest == .none
            && reading.lexicon.vocabulary.forms.tags(of: reading.words[mention.head]).contains(.past)
    }

    /// `convictions may carry a fine`, `drug charges can be challenged`: what such things are, not that there were any.
    func isOfAKind(_ mention: Mention, _ tokens: Range<Int>) -> Bool {
        guard mention.usage == .noun,
            reading.lexicon.vocabulary.forms.tags(of: reading.words[mention.head]).contains(.plural)
        else { return false }
        let before = max(tokens.lowerBound, mention.tokens.lowerBound - 3)..<mention.tokens.lowerBound
        let known: WordClasses = [.determiner, .possessive, .number, .quantifier, .demonstrative]
        guard !before.contains(where: { reading.classes[$0].hasAny(known) || reading.isPossessive(at: $0) }) else {
            return false
        }
        // `gangs frequently carry out kidnappings`
        let habits = max(tokens.lowerBound, mention.tokens.lowerBound - Self.reachOfHabits)..<mention.tokens.lowerBound
        if habits.contains(where: { reading.classes[$0].contains(.habitual) && reading.timeAt[$0] == 0 }) {
            return true
        }
        guard !mention.isTold else { return false }
        let last = min(tokens.upperBound, mention.tokens.upperBound + Self.reachOfModals)
        for index in mention.tokens.upperBound..<last {
            let c = reading.classes[index]
            if c.contains(.habitual), index - mention.tokens.upperBound < Self.reachOfHabits { return true }
            if c.hasAny([.comma, .stop, .quote, .relative, .be, .have, .happening]) { return false }
            if c.contains(.modal) { return Self.possible.contains { reading.has($0, at: index) } }
        }
        return false
    }

    private static let possible: [StaticString] = ["may", "can", "might"]
}
