import Articles
import TemporalTagging

/// What is told in articles, and in phrases, in which the words of events tell of none.
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
        return kind.isEssay && !isDated && !isPast(mention) || isOfPlot(mention, from: tokens.lowerBound)
    }

    /// `the novel follows a nurse whom smugglers kidnap`, `the opera is about a war`: what is made up is told in the present.
    private func isOfPlot(_ mention: Mention, from first: Int) -> Bool {
        guard mention.head > first + 2, !reading.lexicon.isInflected, !isPast(mention) else { return false }
        return (max(first, mention.head - Self.reachOfPlots) + 1..<mention.head - 1).contains { index in
            guard Self.fictions.contains(where: { reading.has($0, at: index) }) else { return false }
            return reading.isPresentBe(index + 1) && Self.settings.contains { reading.has($0, at: index + 2) }
                || reading.tags(at: index + 1).contains(.third) && !reading.classes[index + 1].contains(.be)
        }
    }

    /// How far before what a plot tells it is said what it is the plot of.
    private static let reachOfPlots = 40

    private static let fictions: [StaticString] = [
        "novel", "film", "movie", "play", "opera", "musical", "thriller", "sitcom", "comedy", "drama", "series", "tale",
        "ballet", "manga", "anime", "game",
    ]
    private static let settings: [StaticString] = ["about", "set"]

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
            && reading.tags(at: mention.head).contains(.past)
    }

    /// `convictions may carry a fine`, `drug charges can be challenged`: what such things are, not that there were any.
    func isOfAKind(_ mention: Mention, _ tokens: Range<Int>) -> Bool {
        guard mention.usage == .noun,
            reading.tags(at: mention.head).contains(.plural)
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
