import Articles

/// Offices of a state, and who holds them: `the president` after `President Yoweri Museveni`.
extension PersonHomes {
    /// How many tokens before `the president` the one who holds the office is named at most.
    private static let reachOfOffice = 400

    /// `the president`, `the prime minister`: whom the text named last with that office, `President Yoweri Museveni`.
    func holder(of actor: Range<Int>, _ reading: Reading) -> Home? {
        let office = actor.upperBound - 1
        guard actor.count == 2 || actor.count == 3, reading.has("the", at: actor.lowerBound),
            Self.stately.contains(where: { reading.has($0, at: office) })
        else { return nil }
        // `prime`, `foreign`
        let kind: Int32? = actor.count == 3 ? reading.words[office - 1] : nil
        // A word that no table has: `the reclusive president`.
        guard kind != 0 else { return nil }
        for token in stride(from: actor.lowerBound - 1, through: max(1, office - Self.reachOfOffice), by: -1) {
            if reading.words[token] == reading.words[office], kind == nil || reading.words[token - 1] == kind {
                // `the Russian president`; the same one again does not count.
                let isNamed = Self.isCapitalized(token + 1, reading) && find(token + 1, reading) != nil
                guard isNamed || reading.has("the", at: token - actor.count + 1) else { return nil }
            } else if Self.isCapitalized(token, reading), let home = find(token, reading),
                home.office == reading.words[office], kind == nil || home.kind == kind
            {
                return home
            }
        }
        return nil
    }

    /// `President`, `Minister`: of a state.
    static func governs(_ index: Int, _ reading: Reading) -> Bool {
        reading.document.tokens[index].isCapitalized && reading.lexicon.institutions[reading.words[index]] == .national
            && Self.stately.contains { reading.has($0, at: index) }
    }

    /// The word of a state's office in front of the name that has the word at `token`: `President Barack | Obama`.
    static func title(before token: Int, _ reading: Reading) -> Int? {
        var position = token - 1
        while position > 0, token - position < longestName, isCapitalized(position, reading),
            !governs(position, reading)
        {
            position -= 1
        }
        return position >= 0 && governs(position, reading) ? position : nil
    }

    private static let stately: [StaticString] = ["president", "minister", "premier", "chancellor"]
}
