/// The same trees turned around: a feature is asked once for all nodes that it decides, in the order of their thresholds,
/// and each that fails takes the leaves of its left side out of its tree's (C. Lucchese et al., SIGIR 2015,
/// doi:10.1145/2766462.2767733). Most features of a candidate are 0 and decide little.
package struct TreeScorer: Sendable {
    private struct Test: Sendable {
        var threshold: Float
        var tree: Int32
        /// The leaves that are left where a value is greater.
        var rest: UInt64
    }

    private let trees: BoostedTrees
    /// By feature, from the least threshold; where each begins, and one end more.
    private var tests: [Test] = []
    private var starts: [Int] = [0]
    /// Of all trees from the left to the right; where each tree begins.
    private var leaves: [Float] = []
    private var firstLeaves: [Int32] = []
    /// Whether some tree has too many leaves for a bit each.
    private var isPlain = false

    package init(_ trees: BoostedTrees) {
        self.trees = trees
        var byFeature: [[Test]] = []
        for (tree, root) in trees.roots.enumerated() {
            let first = leaves.count
            firstLeaves.append(Int32(truncatingIfNeeded: first))
            visit(root, tree, first, &byFeature)
            if leaves.count - first > 64 { isPlain = true }
        }
        for feature in byFeature {
            tests += feature.sorted { $0.threshold < $1.threshold }
            starts.append(tests.count)
        }
    }

    private mutating func visit(_ index: Int, _ tree: Int, _ first: Int, _ byFeature: inout [[Test]]) {
        let node = trees.nodes[index]
        guard node.feature >= 0 else {
            leaves.append(node.value)
            return
        }
        let start = leaves.count - first
        visit(node.left, tree, first, &byFeature)
        let end = leaves.count - first
        if end <= 64 {
            let left = (end == 64 ? UInt64.max : 1 << UInt64(end) - 1) & ~(1 << UInt64(start) - 1)
            while byFeature.count <= node.feature { byFeature.append([]) }
            byFeature[node.feature].append(
                Test(threshold: node.threshold, tree: Int32(truncatingIfNeeded: tree), rest: ~left))
        }
        visit(node.right, tree, first, &byFeature)
    }

    /// The sum over all trees for one value a feature.
    ///
    /// - Parameter remaining: memory to work in.
    package func score(_ values: [Float], remaining: inout [UInt64]) -> Double {
        if isPlain { return trees.score(values) }
        if remaining.count != firstLeaves.count {
            remaining = [UInt64](repeating: .max, count: firstLeaves.count)
        } else {
            for tree in remaining.indices { remaining[tree] = .max }
        }
        // The numbers of trees and leaves are those that `init` gave.
        return remaining.withUnsafeMutableBufferPointer { remaining in
            tests.withUnsafeBufferPointer { tests in
                for feature in 0..<min(values.count, starts.count - 1) {
                    let value = values[feature]
                    var index = starts[feature]
                    let end = starts[feature + 1]
                    while index < end, !(value <= tests[index].threshold) {
                        remaining[Int(tests[index].tree)] &= tests[index].rest
                        index += 1
                    }
                }
            }
            return leaves.withUnsafeBufferPointer { leaves in
                firstLeaves.withUnsafeBufferPointer { firstLeaves in
                    var sum: Float = 0
                    for tree in 0..<remaining.count {
                        let leaf = Int(firstLeaves[tree]) + min(63, remaining[tree].trailingZeroBitCount)
                        if leaf < leaves.count { sum += leaves[leaf] }
                    }
                    return Double(sum)
                }
            }
        }
    }
}
