import Geoparsing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Fits the named and the hashed weights of recognition: spans that overlap exclude each other (``SpanLattice``).
///
/// AdaGrad (J. Duchi, E. Hazan, Y. Singer, JMLR 12, 2011), one document after the other in a fixed order. Deterministic.
struct RecognitionModel {
    /// A group of overlapping spans, and which of them are toponyms.
    struct Cluster {
        var spans: [Range<Int>]
        var features: [FeatureVector]
        var labels: [Bool]
        var document: Int
    }

    private(set) var named: [Double]
    private(set) var hashed: [Double]
    private let priors: [Double]

    static let epochs = 14
    /// How strongly weights are drawn to their priors, as the inverse variance of a normal distribution.
    static let namedRidge = 2.0
    static let hashedRidge = 4.0
    private static let rate = 0.1

    init(priors: [Double]) {
        self.priors = priors
        named = priors
        hashed = [Double](repeating: 0, count: HashedWeights.count)
    }

    mutating func fit(_ clusters: [Cluster]) {
        let counts = Self.counts(clusters, named: named.count)
        var namedSquares = [Double](repeating: 1e-6, count: named.count)
        var hashedSquares = [Double](repeating: 1e-6, count: hashed.count)
        var order = Array(clusters.indices)
        var random = Shuffler()
        var namedSum = [Double](repeating: 0, count: named.count)
        var hashedSum = [Double](repeating: 0, count: hashed.count)
        var summed = 0.0
        for epoch in 0..<Self.epochs {
            random.shuffle(&order)
            let rate = Self.rate * (1 - 0.8 * Double(epoch) / Double(Self.epochs))
            for number in order {
                let cluster = clusters[number]
                let scores = cluster.features.map { score($0, counts.hashed) }
                let marginals = SpanLattice.marginals(cluster.spans[...], scores: scores)
                for (index, features) in cluster.features.enumerated() {
                    let error = marginals[index] - (cluster.labels[index] ? 1 : 0)
                    for (feature, value) in features.values {
                        let slope =
                            error * value
                            + Self.namedRidge * (named[feature] - priors[feature]) / counts.named[feature]
                        namedSquares[feature] += slope * slope
                        named[feature] -= rate * slope / namedSquares[feature].squareRoot()
                    }
                    for row in features.rows {
                        let row = Int(row)
                        guard counts.hashed[row] > 0 else { continue }
                        let slope = error + Self.hashedRidge * hashed[row] / counts.hashed[row]
                        hashedSquares[row] += slope * slope
                        hashed[row] -= rate * slope / hashedSquares[row].squareRoot()
                    }
                }
            }
            if epoch >= Self.epochs - 5 {
                for index in named.indices { namedSum[index] += named[index] }
                for index in hashed.indices { hashedSum[index] += hashed[index] }
                summed += 1
            }
        }
        named = namedSum.map { $0 / summed }
        hashed = hashedSum.map { abs($0 / summed) < 0.01 ? 0 : $0 / summed }
    }

    private func score(_ features: FeatureVector, _ counts: [Double]) -> Double {
        var sum = 0.0
        for (feature, value) in features.values { sum += named[feature] * value }
        for row in features.rows where counts[Int(row)] > 0 { sum += hashed[Int(row)] }
        return sum
    }

    /// How often each feature occurs; rows that only one document has are left out, and count 0.
    private static func counts(_ clusters: [Cluster], named: Int) -> (named: [Double], hashed: [Double]) {
        var namedCounts = [Double](repeating: 0, count: named)
        var hashedCounts = [Double](repeating: 0, count: HashedWeights.count)
        var lastDocument = [Int](repeating: -1, count: HashedWeights.count)
        var documents = [Int](repeating: 0, count: HashedWeights.count)
        for cluster in clusters {
            for features in cluster.features {
                for (feature, _) in features.values { namedCounts[feature] += 1 }
                for row in features.rows {
                    hashedCounts[Int(row)] += 1
                    if lastDocument[Int(row)] != cluster.document {
                        lastDocument[Int(row)] = cluster.document
                        documents[Int(row)] += 1
                    }
                }
            }
        }
        for row in hashedCounts.indices where documents[row] < 2 { hashedCounts[row] = 0 }
        return (namedCounts, hashedCounts)
    }

    /// The rows that weigh anything, as ``HashedWeights`` reads them.
    func table(record: [String]) -> String {
        var lines = record.map { "# " + $0 }
        for (row, weight) in hashed.enumerated() {
            let thousandths = Int((weight * 1000).rounded())
            if thousandths != 0 { lines.append(String(row, radix: 16) + "\t\(thousandths)") }
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

/// The same order on every machine: a linear congruential generator (Knuth, MMIX).
struct Shuffler {
    private var state: UInt64 = 20_260

    mutating func shuffle<Element>(_ elements: inout [Element]) {
        guard elements.count > 1 else { return }
        for index in stride(from: elements.count - 1, to: 0, by: -1) {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            elements.swapAt(index, Int((state >> 33) % UInt64(index + 1)))
        }
    }
}
