import Articles

/// What the target of a mention says of where it was.
extension Reading {
    /// `shelled a village`, `recaptured several towns`: which one the text does not say.
    func isUnnamedTown(_ phrase: Range<Int>) -> Bool {
        guard !phrase.contains(where: isPlace),
            !has("the", at: phrase.lowerBound), !classes[phrase.lowerBound].hasAny([.demonstrative, .possessive])
        else { return false }
        // A nearby village is near the town that the text is at.
        guard !phrase.contains(where: { index in Self.adjoining.contains { has($0, at: index) } }) else { return false }
        return phrase.prefix(Self.longestOffice).contains { index in
            classes[index].contains(.settlement) && Self.towns.contains { has($0, at: index) }
        }
    }

    private static let adjoining: [StaticString] = ["nearby", "neighbouring", "neighboring", "surrounding", "adjacent"]
    private static let towns: [StaticString] = [
        "town", "towns", "city", "cities", "village", "villages", "settlement", "settlements",
    ]

    /// The word of the government that somebody overthrows or dissolves: `dissolved parliament`, `the ouster of the president`, and
    /// -1 for a coup.
    func overthrown(in mention: Mention) -> Int32? {
        let target = ownTarget(of: mention)
        if target == nil, Self.overthrows.contains(where: { begins(with: $0, at: mention.head) }) { return -1 }
        guard Self.seizing.contains(mention.type), let target, !target.contains(where: { toponymAt[$0] > 0 })
        else { return nil }
        // Not `the president of the club`.
        return target.prefix(Self.longestOffice).first { index in
            Self.governing.contains { has($0, at: index) } && !classes(at: index + 1).contains(.of)
        }.map { words[$0] }
    }

    private static let seizing: Set<String> = ["COERCE", "SANCTION"]
    private static let overthrows: [StaticString] = ["coup", "ouster", "overthr", "toppl"]
    private static let longestOffice = 5
    private static let governing: [StaticString] = [
        "president", "government", "parliament", "congress", "cabinet", "constitution", "monarchy", "senate",
        "assembly", "premier", "power",
    ]
}
