import Articles

/// What speaks for or against a span once all others of the document have been judged by themselves.
package enum ReviewFeature: Int, ModelFeature {
    case bias
    /// The score of the first judgement, and the same cut at 0.
    case score, positiveScore
    /// The name stands elsewhere in the document; the greatest and the mean probability there, less one half.
    case repeated, othersGreatest, othersMean
    /// A longer likely name of the document has this one in it; its probability.
    case inLonger
    /// The probability of a name joined to this one by a comma or "and".
    case listGreatest, inList
    /// The share of likely names among the spans next to this one.
    case neighborhood
    /// A name of the gazetteer, and elsewhere likely.
    case knownAndLikely
    /// The likeliest of the spans that overlap this one.
    case rival
}

/// The second judgement: one sense per document, for names as for places.
struct SpanReview {
    /// Spans that score less are given up after the first judgement.
    static let floor = -5.0

    /// The table that leaves the first judgement as it is.
    static let firstJudgement = "feature\tweight\nscore\t1\n"

    static func features(_ spans: [Mention], scores: [Double], context: DocumentContext) -> [FeatureVector] {
        let ranges = spans.map(\.tokens)
        let probabilities = SpanLattice.marginals(ranges, scores: scores)
        let keys = spans.map { $0.surface.lowercased() }
        var occurrences: [String: [Int]] = [:]
        for (index, key) in keys.enumerated() { occurrences[key, default: []].append(index) }
        var words: [String: Double] = [:]
        for (index, key) in keys.enumerated() where spans[index].tokens.count > 1 && probabilities[index] >= 0.3 {
            for word in key.split(separator: " ") {
                words[String(word)] = max(words[String(word)] ?? 0, probabilities[index])
            }
        }
        var starting: [Int: Double] = [:]
        var ending: [Int: Double] = [:]
        for (range, probability) in zip(ranges, probabilities) {
            starting[range.lowerBound] = max(starting[range.lowerBound] ?? 0, probability)
            ending[range.upperBound] = max(ending[range.upperBound] ?? 0, probability)
        }
        let clusters = SpanLattice.clusters(ranges)
        var vectors: [FeatureVector] = []
        vectors.reserveCapacity(spans.count)
        let clusterLikely = clusters.map { cluster in cluster.map { probabilities[$0] }.max() ?? 0 }
        for (number, cluster) in clusters.enumerated() {
            let around = [number - 2, number - 1, number + 1, number + 2].filter { clusters.indices.contains($0) }
            let neighborhood =
                around.isEmpty ? 0 : around.reduce(0) { $0 + clusterLikely[$1] } / Double(around.count)
            for index in cluster {
                var vector = FeatureVector()
                vector.add(ReviewFeature.bias)
                vector.add(ReviewFeature.score, scores[index])
                vector.add(ReviewFeature.positiveScore, max(0, scores[index]))
                let others = (occurrences[keys[index]] ?? []).filter { !ranges[$0].overlaps(ranges[index]) }.prefix(40)
                if !others.isEmpty {
                    vector.add(ReviewFeature.repeated)
                    let likely = others.map { probabilities[$0] }
                    let greatest = likely.max() ?? 0
                    vector.add(ReviewFeature.othersGreatest, greatest - 0.5)
                    vector.add(ReviewFeature.othersMean, likely.reduce(0, +) / Double(likely.count) - 0.5)
                    vector.add(
                        ReviewFeature.knownAndLikely, when: greatest > 0.7 && !spans[index].candidates.isEmpty)
                }
                if spans[index].tokens.count == 1 { vector.add(ReviewFeature.inLonger, words[keys[index]] ?? 0) }
                addList(ranges[index], starting, ending, context, to: &vector)
                vector.add(ReviewFeature.neighborhood, neighborhood)
                let rival = cluster.reduce(0.0) { $1 == index ? $0 : max($0, probabilities[$1]) }
                vector.add(ReviewFeature.rival, rival)
                vectors.append(vector)
            }
        }
        return vectors
    }

    private static func addList(
        _ range: Range<Int>, _ starting: [Int: Double], _ ending: [Int: Double], _ context: DocumentContext,
        to vector: inout FeatureVector
    ) {
        func joins(_ index: Int) -> Bool {
            context.lower.indices.contains(index) && context.isJoint(index)
        }
        var best: Double?
        let (start, end) = (range.lowerBound, range.upperBound)
        if joins(end) {
            best = starting[end + 1]
            if joins(end + 1), let second = starting[end + 2] { best = max(best ?? 0, second) }
        }
        if joins(start - 1) {
            if let first = ending[start - 1] { best = max(best ?? 0, first) }
            if joins(start - 2), let second = ending[start - 2] { best = max(best ?? 0, second) }
        }
        guard let best else { return }
        vector.add(ReviewFeature.inList)
        vector.add(ReviewFeature.listGreatest, best - 0.5)
    }
}

extension SpanLattice {
    /// The probabilities of all spans of a document, in order of their starts.
    package static func marginals(_ spans: [Range<Int>], scores: [Double]) -> [Double] {
        var probabilities: [Double] = []
        probabilities.reserveCapacity(spans.count)
        for cluster in clusters(spans) {
            probabilities += marginals(spans[cluster], scores: Array(scores[cluster]))
        }
        return probabilities
    }
}
