import Articles
package import Evaluation
import Gazetteers
package import Geoparsing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension GeoparserTraining {
    /// Learns where the outlets of documents are at home, without their gold, and then how much that counts: the one
    /// weight that makes the right candidates most likely, with all others as they are. Each document's prior is learned
    /// from the other documents of its outlet.
    ///
    /// - Returns: the homes, from all documents.
    package mutating func fitOutlets(_ items: [ToponymCorpus.Item], minimumArticles: Int = 3) throws -> OutletTable {
        let parser = try Geoparser(tables: tables, gazetteer: gazetteer)
        var learner = OutletLearner(minimumArticles: minimumArticles)
        for item in items { learner.add(item.article, parser.toponyms(in: Document(item.article))) }
        var groups: [Group] = []
        for item in items {
            guard let prior = learner.prior(excluding: item.article) else { continue }
            let analysis = parser.analyze(Document(item.article))
            for (index, mention) in analysis.mentions.enumerated() {
                guard let gold = item.toponyms.first(where: { $0.range == mention.range && !$0.isDemonym }) else {
                    continue
                }
                let candidates = analysis.candidates(index)
                let right = Self.right(candidates, gold: gold)
                guard !right.isEmpty, right.count < candidates.count else { continue }
                groups.append(
                    Group(
                        logs: analysis.candidateProbabilities(index).map { log(max($0, 1e-12)) },
                        nearness: candidates.map { prior.nearness($0) }, right: right))
            }
        }
        setOutletWeight(Self.weight(groups))
        return learner.learn().table
    }

    /// A name of several candidates: how likely each is without the prior, and how near to the home.
    private struct Group {
        var logs: [Double]
        var nearness: [Double]
        var right: Set<Int>

        /// The slope of the logarithm of the probability of the right candidates.
        func slope(_ weight: Double) -> Double {
            let scores = zip(logs, nearness).map { $0 + weight * $1 }
            let greatest = scores.max() ?? 0
            var (all, allNear, good, goodNear) = (0.0, 0.0, 0.0, 0.0)
            for (index, score) in scores.enumerated() {
                let mass = exp(score - greatest)
                all += mass
                allNear += mass * nearness[index]
                if right.contains(index) {
                    good += mass
                    goodNear += mass * nearness[index]
                }
            }
            return good > 0 ? goodNear / good - allNear / all : 0
        }
    }

    /// The weight at which the slope, with a little pull to 0, changes its sign: by bisection, 0...40.
    private static func weight(_ groups: [Group]) -> Double {
        var low = 0.0
        var high = 40.0
        for _ in 0..<40 {
            let middle = (low + high) / 2
            let slope = groups.reduce(0) { $0 + $1.slope(middle) } - 0.0005 * Double(groups.count) * middle
            if slope > 0 { low = middle } else { high = middle }
        }
        return (low * 100).rounded() / 100
    }
}
