package import Gazetteers

extension Geoparser {
    /// Mentions with their features and rankings: what training and explanations read.
    package struct Analysis {
        package var mentions: [Mention]
        package var demonyms: [Mention]
        let pool: CandidatePool
        let rankings: ToponymResolver.Rankings
        let firstRankings: ToponymResolver.Rankings
        var overridden = OverrideTable.Application()

        /// The places that mention `index` may stand for.
        package func candidates(_ index: Int) -> [Place] {
            pool[mentions[index].candidates].range.compactMap { pool.place($0) }
        }
        /// The features and probabilities of the candidates of mention `index`.
        package func candidateFeatures(_ index: Int) -> [FeatureVector] {
            Array(rankings.features[rankings.range(index)])
        }
        /// The same features in the first round, which knows nothing of the other names' places.
        package func firstFeatures(_ index: Int) -> [FeatureVector] {
            Array(firstRankings.features[firstRankings.range(index)])
        }
        package func candidateProbabilities(_ index: Int) -> [Double] {
            Array(rankings.probabilities[rankings.range(index)])
        }
        /// What the confidence of mention `index` is made of, and the place it is for; `nil` without a place.
        package func calibration(_ index: Int) -> (place: Place, features: FeatureVector)? {
            guard let best = best(index), let place = pool.place(best.entry) else { return nil }
            var features = FeatureVector()
            Calibration.add(
                span: mentions[index].probability, place: best.probability, isOnly: best.isOnly,
                isExact: best.isExact, to: &features)
            return (place, features)
        }

        /// The likeliest place of a mention.
        struct Best {
            var entry: Int
            var probability: Double
            var isOnly: Bool
            var isExact: Bool
        }

        func best(_ index: Int) -> Best? {
            guard let best = rankings.best(index) else { return nil }
            let list = pool[mentions[index].candidates]
            let entry = list.range.lowerBound + best
            return Best(
                entry: entry, probability: rankings.probabilities[rankings.starts[index] + best],
                isOnly: list.count == 1, isExact: pool.entries[entry].rung == .exact)
        }
    }
}
