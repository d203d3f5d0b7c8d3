import Gazetteers

/// A bare name of a capital is no division of its country that is called alike, unless the text names a place there: "Washington".
///
/// The corpora hardly have such names without their country beside them, so that weights learn nothing of it.
struct CapitalNames {
    let mentions: [Mention]
    let pool: CandidatePool

    /// Gives what such divisions have to their capitals.
    func settle(_ rankings: inout ToponymResolver.Rankings) {
        guard mentions.contains(where: { pool[$0.candidates].hasCapital }) else { return }
        let named = Set(mentions.lazy.filter { !pool[$0.candidates].hasCapital }.compactMap(division))
        for (number, mention) in mentions.enumerated()
        where pool[mention.candidates].hasCapital && mention.placeClass == nil && mention.containing < 0 {
            let first = pool[mention.candidates].range.lowerBound
            let start = rankings.starts[number]
            for entry in pool[mention.candidates].range
            where pool.entries[entry].placeKind == .division && !named.contains(pool.entries[entry].divisionNumber) {
                guard let capital = capital(beside: pool.entries[entry], in: pool[mention.candidates].range) else {
                    continue
                }
                rankings.probabilities[start + capital - first] += rankings.probabilities[start + entry - first]
                rankings.probabilities[start + entry - first] = 0
            }
        }
    }

    /// The first-level division of the place that a name most likely stands for: the one with the most inhabitants.
    private func division(_ mention: Mention) -> Int32? {
        pool[mention.candidates].range.max { pool.entries[$0].population < pool.entries[$1].population }
            .map { pool.entries[$0].divisionNumber }
    }

    private func capital(beside division: CandidateEntry, in range: Range<Int>) -> Int? {
        range.first { index in
            let town = pool.entries[index]
            return town.traits.contains(.capital) && town.country == division.country && town.admin1 != division.admin1
        }
    }
}
