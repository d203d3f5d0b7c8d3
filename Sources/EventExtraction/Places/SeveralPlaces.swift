import Articles

extension Reading {
    /// Whether `mention` was at several places without names: `seized several towns`, `marched in a dozen cities`; not
    /// `shelled two villages near X`.
    func isAtSeveralPlaces(_ mention: Mention) -> Bool {
        let end = document.sentences[mention.sentence].tokens.upperBound
        if mention.usage == .passive, let target = mention.target, target.upperBound <= mention.tokens.lowerBound,
            namesSeveral(target, end: end)
        {
            return true
        }
        let start = mention.usage == .noun ? mention.head + 1 : mention.tokens.lowerBound
        return namesSeveral(start..<min(end, mention.tokens.upperBound + Self.reachOfSeveral), end: end)
    }

    private static let reachOfSeveral = 9

    /// Whether a number or `several` and then `towns`, without a place after it, stand among `tokens` before another clause.
    private func namesSeveral(_ tokens: Range<Int>, end: Int) -> Bool {
        var last = Int.min / 2
        for index in tokens {
            let c = classes[index]
            if Self.pluralPlaces.contains(where: { has($0, at: index) }) {
                guard index - last <= 4 else { return false }
                return !(index + 1..<min(end, index + 7)).contains { isPlace($0) }
            }
            if c.hasAny([.quantifier, .number]) || Self.multitudes.contains(where: { has($0, at: index) }) {
                last = index
            } else if isPlace(index) || index > tokens.lowerBound && c.hasAny([.comma, .stop, .quote, .relative]) {
                return false
            }
        }
        return false
    }

    private static let pluralPlaces: [StaticString] = [
        "towns", "cities", "villages", "settlements", "provinces", "districts", "municipalities", "regions",
    ]
    private static let multitudes: [StaticString] = [
        "several", "dozen", "dozens", "hundreds", "many", "other", "various",
    ]
}
