import Gazetteers

/// Chooses the place of each mention, from the candidates, the words around and the rest of the document.
struct ToponymResolver {
    let weights: Weights
    /// The weights of the first round, which knows nothing yet of the other names' places.
    let first: Weights?
    /// What is added in the last round.
    let trees: TreeScorer?

    init(weights: Weights, first: Weights? = nil, trees: TreeScorer? = nil) {
        self.weights = weights
        self.first = first
        self.trees = trees
    }

    /// The probabilities of the candidates of all mentions: those of mention `index` from `starts[index]` on, in the order
    /// of the candidates; the sum of a mention's is 1.
    struct Rankings: Sendable {
        var starts: [Int] = []
        var probabilities: [Double] = []
        /// The features of each candidate, where they were asked for.
        var features: [FeatureVector] = []

        func range(_ mention: Int) -> Range<Int> {
            starts[mention]..<(mention + 1 < starts.count ? starts[mention + 1] : probabilities.count)
        }

        /// The likeliest candidate of a mention, of equals the first.
        func best(_ mention: Int) -> Int? {
            let range = range(mention)
            guard var best = range.first else { return nil }
            for index in range where probabilities[index] > probabilities[best] { best = index }
            return best - range.lowerBound
        }
    }

    /// Ranks the candidates of a mention that stands in no document: one round says all there is to say.
    ///
    /// - Parameter needsFeatures: whether to keep the features.
    func rank(alone mention: Mention, pool: CandidatePool, needsFeatures: Bool) -> Rankings {
        var ranking = MentionRanking(
            [mention], demonyms: [], pool: pool, names: 0, hasRounds: first != nil, prior: nil,
            needsFeatures: needsFeatures)
        ranking.rank(0, weights: weights, trees: trees)
        return ranking.rankings
    }

    /// The rankings of the first round and of the last: what the clear cases say of the document's countries helps the
    /// others.
    ///
    /// - Parameters:
    ///   - names: how many the document has.
    ///   - prior: adds to the score of each candidate by where the document is likely to play.
    ///   - needsFeatures: whether to keep the features.
    func rounds(
        _ mentions: [Mention], demonyms: [Mention], pool: CandidatePool, names: Int, prior: PriorTerm? = nil,
        needsFeatures: Bool = false
    ) -> (first: Rankings, last: Rankings) {
        var ranking = MentionRanking(
            mentions, demonyms: demonyms, pool: pool, names: names, hasRounds: first != nil, prior: prior,
            needsFeatures: needsFeatures)
        var firstRankings = Rankings()
        for round in 0..<3 {
            ranking.rankAll(
                weights: round == 0 ? first ?? weights : weights, trees: round == 2 ? trees : nil)
            if round == 0, needsFeatures { firstRankings = ranking.rankings }
            ranking.shareSense()
            // After the last round nobody asks.
            if round < 2 { ranking.update() }
        }
        return (firstRankings, ranking.rankings)
    }
}
