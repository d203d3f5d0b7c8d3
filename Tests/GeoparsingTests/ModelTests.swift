import Foundation
import Geoparsing
import TestSupport
import Testing

/// The parts of the models, apart from any text.
struct ModelTests {
    /// The probability of each span by trying all ways to choose spans that do not overlap.
    private func enumerated(_ spans: [Range<Int>], _ scores: [Double]) -> [Double] {
        var total = 0.0
        var masses = [Double](repeating: 0, count: spans.count)
        for choice in 0..<(1 << spans.count) {
            let chosen = spans.indices.filter { choice >> $0 & 1 == 1 }
            let isPossible = chosen.allSatisfy { a in
                chosen.allSatisfy { b in a == b || !spans[a].overlaps(spans[b]) }
            }
            guard isPossible else { continue }
            let mass = exp(chosen.reduce(0) { $0 + scores[$1] })
            total += mass
            for index in chosen { masses[index] += mass }
        }
        return masses.map { $0 / total }
    }

    @Test(arguments: [
        ([3..<4], [0.4]), ([0..<1, 0..<2, 1..<2], [1, 2, -0.5]), ([5..<7, 6..<8, 7..<9, 8..<9], [0.3, 1.1, -2, 0.9]),
        ([0..<3, 1..<2, 2..<5, 4..<6, 9..<10], [2, 2.5, 1, -1, 0]),
    ])
    func marginalsAreThoseOfAllWaysToChooseSpans(spans: [Range<Int>], scores: [Double]) {
        let expected = enumerated(spans, scores)
        for (found, expected) in zip(SpanLattice.marginals(spans, scores: scores), expected) {
            #expect(abs(found - expected) < 1e-9)
        }
    }

    @Test func spansThatExcludeEachOtherAreNeverBothChosen() {
        let spans = [0..<2, 1..<3, 1..<2, 4..<5, 4..<6]
        #expect(SpanLattice.choose(spans, [0.4, 0.3, 0.2, 0.1, 0.6], floor: 0.15) == [0, 4])
        #expect(SpanLattice.choose(spans, [0.1, 0.1, 0.1, 0.1, 0.1], floor: 0.15).isEmpty)
    }

    @Test func aChainOfTenThousandSpansIsJudgedInBoundedTime() {
        let spans = (0..<10_000).flatMap { [$0..<($0 + 1), $0..<($0 + 2)] }
        let probabilities = SpanLattice.marginals(spans, scores: spans.map { _ in 3 })
        #expect(probabilities.allSatisfy { $0 >= 0 && $0 <= 1 })
        #expect(SpanLattice.choose(spans, probabilities, floor: 0.1).count > 5000)
    }

    @Test func treesAreReadAsTheyWereWritten() throws {
        var trees = BoostedTrees()
        trees.append([
            .init(feature: 0, threshold: 2.5, left: 1, right: 2, value: 0),
            .init(feature: -1, threshold: 0, left: 0, right: 0, value: -1),
            .init(feature: -1, threshold: 0, left: 0, right: 0, value: 0.75),
        ])
        let table = trees.table(ReviewFeature.self, record: ["fitted on nothing"])
        let read = try BoostedTrees(table, name: "t.tsv", features: ReviewFeature.self)
        var values = [Float](repeating: 0, count: ReviewFeature.allCases.count)
        #expect(read.score(values) == -1)
        values[0] = 3
        #expect(read.score(values) == 0.75)
    }

    /// A tree over features 0..<`features`, with thresholds in halves.
    private func tree(_ random: inout SeededGenerator, depth: Int, features: Int) -> [BoostedTrees.Node] {
        guard depth > 0, Int.random(in: 0..<4, using: &random) > 0 else {
            return [
                .init(feature: -1, threshold: 0, left: 0, right: 0, value: Float.random(in: -1...1, using: &random))
            ]
        }
        let left = tree(&random, depth: depth - 1, features: features)
        let right = tree(&random, depth: depth - 1, features: features)
        func moved(_ nodes: [BoostedTrees.Node], by offset: Int) -> [BoostedTrees.Node] {
            nodes.map {
                .init(
                    feature: $0.feature, threshold: $0.threshold, left: $0.left + offset, right: $0.right + offset,
                    value: $0.value)
            }
        }
        let root = BoostedTrees.Node(
            feature: Int.random(in: 0..<features, using: &random),
            threshold: Float(Int.random(in: -4...4, using: &random)) / 2, left: 1, right: 1 + left.count, value: 0)
        return [root] + moved(left, by: 1) + moved(right, by: 1 + left.count)
    }

    @Test(arguments: [1, 3, 6, 9])
    func treesTurnedAroundSumToTheSame(depth: Int) {
        var random = SeededGenerator(seed: UInt64(depth))
        var trees = BoostedTrees()
        for _ in 0..<20 { trees.append(tree(&random, depth: depth, features: 7)) }
        let scorer = TreeScorer(trees)
        var remaining: [UInt64] = []
        for _ in 0..<200 {
            let values = (0..<7).map { _ in Float(Int.random(in: -5...5, using: &random)) / 2 }
            #expect(scorer.score(values, remaining: &remaining) == trees.score(values))
        }
    }

    @Test(arguments: [
        "0\t0\tbias\t1\t0\t0\t", "0\t0\tbias\t1\t1\t7\t\n0\t1\t\t\t\t\t1", "0\t0\tnosuchfeature\t1\t1\t2\t",
        "0\t0\t\t\t\t\tx",
    ])
    func treesThatLeadNowhereAreRefused(rows: String) {
        let table = "tree\tnode\tfeature\tthreshold\tleft\tright\tvalue\n" + rows + "\n"
        #expect(throws: GeoparsingError.self) {
            try BoostedTrees(table, name: "t.tsv", features: ReviewFeature.self)
        }
    }

    @Test func hashedWeightsAreReadInThousandths() throws {
        let weights = try HashedWeights("# record\n0\t1500\n3ffff\t-20\n", name: "h.tsv")
        #expect(weights[0] == 1.5)
        #expect(weights[0x3ffff] == -0.02)
        #expect(weights[1] == 0)
    }

    @Test(arguments: ["40000\t1\n", "12 5\n", "1\tx\n", "\t5\n", "zz\t1\n"])
    func hashedWeightsThatAreNoneAreRefusedWithTheirLine(row: String) {
        #expect(throws: GeoparsingError.self) { try HashedWeights("1\t2\n" + row, name: "h.tsv") }
    }
}
