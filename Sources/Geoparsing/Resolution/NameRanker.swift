import Articles
public import Gazetteers

/// Ranks the places that bare names stand for, outside of any text: what `locate` and `distance` ask.
///
public struct NameRanker: Sendable {
    public let gazetteer: any Gazetteer
    private let resolver: ToponymResolver

    /// A candidate with its probability among the candidates of its name, 0...1.
    public struct Ranked: Hashable, Sendable {
        public var candidate: Candidate
        public var score: Double
        /// What spoke for and against it: feature, value, weight times value.
        public var reasons: [Reason]
    }

    public struct Reason: Hashable, Sendable {
        public var feature: String
        public var value: Double
        public var contribution: Double
    }

    /// - Parameter weights: the text of `bare_name_weights.tsv`.
    public init(weights: String, gazetteer: any Gazetteer) throws(GeoparsingError) {
        self.gazetteer = gazetteer
        resolver = ToponymResolver(
            weights: try Weights(Array(weights.utf8), name: "bare_name_weights.tsv", features: ResolutionFeature.self))
    }

    /// The candidates of each name, best first; empty where the gazetteer has none. `Salisbury, England` asks for a
    /// place in another.
    public func rank(_ names: [String], depth: LookupDepth = .fuzzy) -> [[Ranked]] {
        // Each by itself: what a name means does not hang on its neighbours on the command line.
        names.map { name in
            let (candidates, ranking) = ranking(name, depth: depth, needsFeatures: true)
            let ranked = candidates.indices.map { index in
                Ranked(
                    candidate: candidates[index], score: ranking.probabilities[index],
                    reasons: reasons(ranking.features[index]))
            }
            // The sort is stable: equals stay in the gazetteer's order.
            return ranked.sorted { $0.score > $1.score }
        }
    }

    /// The candidates of a name with their probabilities, in the gazetteer's order and without reasons: for many names.
    public func scored(_ name: String, depth: LookupDepth = .fuzzy) -> [(candidate: Candidate, score: Double)] {
        let (candidates, ranking) = ranking(name, depth: depth, needsFeatures: false)
        return Array(zip(candidates, ranking.probabilities))
    }

    private func reasons(_ features: FeatureVector) -> [Reason] {
        features.values.map { index, value in
            Reason(
                feature: "\(ResolutionFeature.allCases[index])", value: value,
                contribution: resolver.weights.contribution(index, value))
        }
    }

    private func ranking(
        _ name: String, depth: LookupDepth, needsFeatures: Bool
    ) -> (candidates: [Candidate], ranking: ToponymResolver.Rankings) {
        let name = name.hasPrefix("the ") || name.hasPrefix("The ") ? String(name.dropFirst(4)) : name
        var pool = CandidatePool(gazetteer: gazetteer, source: nil)
        let candidates = candidates(name, depth: depth, pool: &pool)
        var mention = Mention(
            range: .init(0, name.utf8.count), tokens: 0..<1, name: 0, candidates: pool.add(candidates))
        mention.probability = 1
        return (candidates, resolver.rank(alone: mention, pool: pool, needsFeatures: needsFeatures))
    }

    /// The candidates of a name; of "X, Y" those of X that lie in a Y, if any does.
    private func candidates(_ name: String, depth: LookupDepth, pool: inout CandidatePool) -> [Candidate] {
        let whole = named(name, depth: depth)
        guard let comma = name.lastIndex(of: ",") else { return whole }
        let inner = named(String(name[..<comma]), depth: depth)
        let outer = pool.add(named(String(name[name.index(after: comma)...].drop { $0 == " " }), depth: .folded))
        let first = pool.entries.count
        _ = pool.add(inner)
        let contained = inner.indices.filter { index in
            pool.contains(outer) { Containment.contains($0, pool.entries[first + index]) }
        }
        return contained.isEmpty ? whole : contained.map { inner[$0] }
    }

    private func named(_ name: String, depth: LookupDepth) -> [Candidate] {
        gazetteer.candidates(for: name, depth: depth).filter { $0.kind != .demonym }
    }
}
