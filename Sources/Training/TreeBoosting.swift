import Geoparsing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Fits regression trees on top of a log-linear ranking, by gradient boosting of the conditional logit
/// (J. Friedman, Annals of Statistics 29, 2001, with second-order leaves). Deterministic.
struct TreeBoosting {
    var trees = 120
    var depth = 4
    var rate = 0.08
    /// The least curvature in a leaf: about four undecided candidates.
    var leastHessian = 3.0
    var ridge = 3.0
    private static let bins = 24

    /// - Parameters:
    ///   - groups: the candidates of each mention, the scores they have already, and which are right.
    ///   - features: how many features there are.
    func fit(
        _ groups: [(candidates: [Example], right: Set<Int>)], offsets: [[Double]], features: Int
    ) -> BoostedTrees {
        var rows: [[Float]] = []
        var scores: [Double] = []
        var starts: [Int] = []
        for (group, offset) in zip(groups, offsets) {
            starts.append(rows.count)
            for (candidate, score) in zip(group.candidates, offset) {
                var row = [Float](repeating: 0, count: features)
                for (feature, value) in candidate { row[feature] = Float(value) }
                rows.append(row)
                scores.append(score)
            }
        }
        starts.append(rows.count)
        guard !rows.isEmpty else { return BoostedTrees() }
        let edges = (0..<features).map { feature in Self.edges(rows.map { $0[feature] }) }
        // Column by column: the bin of each row.
        let columns = (0..<features).map { feature in
            rows.map { row in UInt8(edges[feature].firstIndex { row[feature] <= $0 } ?? edges[feature].count) }
        }
        var model = BoostedTrees()
        var gradients = [Double](repeating: 0, count: rows.count)
        var hessians = gradients
        for _ in 0..<trees {
            for number in groups.indices {
                fillSlopes(starts[number]..<starts[number + 1], groups[number].right, scores, &gradients, &hessians)
            }
            var nodes: [BoostedTrees.Node] = []
            grow(
                Array(rows.indices), depth: 0, columns: columns, edges: edges, gradients: gradients, hessians: hessians,
                nodes: &nodes, scores: &scores)
            model.append(nodes)
        }
        return model
    }

    private static func edges(_ values: [Float]) -> [Float] {
        let sorted = values.sorted()
        var edges: [Float] = []
        for bin in 1..<bins {
            let value = sorted[bin * (sorted.count - 1) / bins]
            if value < sorted[sorted.count - 1], edges.last != value { edges.append(value) }
        }
        // A rare value has no quantile: nothing, something.
        if edges.isEmpty, let low = sorted.first, let high = sorted.last, low < high { edges = [low] }
        return edges
    }

    private func fillSlopes(
        _ range: Range<Int>, _ right: Set<Int>, _ scores: [Double], _ gradients: inout [Double],
        _ hessians: inout [Double]
    ) {
        let greatest = range.map { scores[$0] }.max() ?? 0
        var total = 0.0
        var rightTotal = 0.0
        for row in range {
            let mass = exp(scores[row] - greatest)
            total += mass
            if right.contains(row - range.lowerBound) { rightTotal += mass }
        }
        for row in range {
            let mass = exp(scores[row] - greatest)
            let probability = mass / total
            let wanted = right.contains(row - range.lowerBound) ? mass / max(rightTotal, 1e-300) : 0
            gradients[row] = probability - wanted
            hessians[row] = max(1e-6, probability * (1 - probability))
        }
    }

    private func grow(
        _ rows: [Int], depth: Int, columns: [[UInt8]], edges: [[Float]], gradients: [Double], hessians: [Double],
        nodes: inout [BoostedTrees.Node], scores: inout [Double]
    ) {
        var gradient = 0.0
        var hessian = 0.0
        for row in rows {
            gradient += gradients[row]
            hessian += hessians[row]
        }
        let position = nodes.count
        let value = -rate * gradient / (hessian + ridge)
        nodes.append(BoostedTrees.Node(feature: -1, threshold: 0, left: 0, right: 0, value: Float(value)))
        if depth < self.depth,
            let split = bestSplit(rows, (gradient, hessian), columns, edges, gradients, hessians)
        {
            let column = columns[split.feature]
            let left = rows.filter { column[$0] <= split.bin }
            let right = rows.filter { column[$0] > split.bin }
            nodes[position].feature = split.feature
            nodes[position].threshold = edges[split.feature][Int(split.bin)]
            nodes[position].value = 0
            nodes[position].left = nodes.count
            grow(
                left, depth: depth + 1, columns: columns, edges: edges, gradients: gradients, hessians: hessians,
                nodes: &nodes, scores: &scores)
            nodes[position].right = nodes.count
            grow(
                right, depth: depth + 1, columns: columns, edges: edges, gradients: gradients, hessians: hessians,
                nodes: &nodes, scores: &scores)
        } else {
            for row in rows { scores[row] += value }
        }
    }

    private func bestSplit(
        _ rows: [Int], _ total: (gradient: Double, hessian: Double), _ columns: [[UInt8]], _ edges: [[Float]],
        _ gradients: [Double], _ hessians: [Double]
    ) -> (feature: Int, bin: UInt8)? {
        let parent = total.gradient * total.gradient / (total.hessian + ridge)
        var best: (feature: Int, bin: UInt8)?
        var bestGain = 0.3
        for feature in columns.indices where !edges[feature].isEmpty {
            var sums = [(gradient: Double, hessian: Double)](repeating: (0, 0), count: edges[feature].count + 1)
            let column = columns[feature]
            for row in rows {
                let bin = Int(column[row])
                sums[bin].gradient += gradients[row]
                sums[bin].hessian += hessians[row]
            }
            var gradient = 0.0
            var hessian = 0.0
            for bin in edges[feature].indices {
                gradient += sums[bin].gradient
                hessian += sums[bin].hessian
                let rest = (gradient: total.gradient - gradient, hessian: total.hessian - hessian)
                guard hessian >= leastHessian, rest.hessian >= leastHessian else { continue }
                let gain =
                    gradient * gradient / (hessian + ridge) + rest.gradient * rest.gradient / (rest.hessian + ridge)
                    - parent
                if gain > bestGain {
                    bestGain = gain
                    best = (feature, UInt8(bin))
                }
            }
        }
        return best
    }
}
