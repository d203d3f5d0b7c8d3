#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Spans that overlap exclude each other: a semi-Markov model (S. Sarawagi, W. Cohen, NIPS 2004) with two labels, in
/// which a word outside of all places scores 0 and a place the sum of its features.
package enum SpanLattice {
    /// The groups of spans that overlap one another, directly or through others; `spans` in order of their starts.
    package static func clusters(_ spans: [Range<Int>]) -> [Range<Int>] {
        var clusters: [Range<Int>] = []
        var first = 0
        var end = 0
        for (index, span) in spans.enumerated() {
            if index > first, span.lowerBound >= end {
                clusters.append(first..<index)
                first = index
            }
            end = max(index == first ? 0 : end, span.upperBound)
        }
        if first < spans.count { clusters.append(first..<spans.count) }
        return clusters
    }

    /// The probability of each span of a cluster to be a place, given the scores of all.
    ///
    /// Linear in the spans and in the words they cover.
    package static func marginals(_ spans: ArraySlice<Range<Int>>, scores: [Double]) -> [Double] {
        guard let first = spans.first else { return [] }
        if spans.count == 1 { return [logistic(scores[0])] }
        let low = first.lowerBound
        let count = (spans.map(\.upperBound).max() ?? low) - low
        var ending = [[Int]](repeating: [], count: count + 1)
        var starting = ending
        for (number, span) in spans.enumerated() {
            ending[span.upperBound - low].append(number)
            starting[span.lowerBound - low].append(number)
        }
        let spans = Array(spans)
        var before = [Double](repeating: 0, count: count + 1)
        for position in 1...max(1, count) {
            before[position] = before[position - 1]
            for number in ending[position] {
                before[position] = sum(before[position], before[spans[number].lowerBound - low] + scores[number])
            }
        }
        var after = [Double](repeating: 0, count: count + 1)
        for position in stride(from: count - 1, through: 0, by: -1) {
            after[position] = after[position + 1]
            for number in starting[position] {
                after[position] = sum(after[position], after[spans[number].upperBound - low] + scores[number])
            }
        }
        let total = before[count]
        return spans.enumerated().map { number, span in
            exp(before[span.lowerBound - low] + scores[number] + after[span.upperBound - low] - total)
        }
    }

    /// The likeliest spans that do not overlap, in order, of those with a probability of `floor` or more.
    package static func choose(
        _ spans: [Range<Int>], _ probabilities: [Double], floor: Double
    ) -> [Int] {
        var chosen: [Int] = []
        for cluster in clusters(spans) {
            let low = spans[cluster.lowerBound].lowerBound
            var covered = [Bool](repeating: false, count: (cluster.map { spans[$0].upperBound }.max() ?? low) - low)
            let likely = cluster.filter { probabilities[$0] >= floor }
                .sorted { (probabilities[$1], $0) < (probabilities[$0], $1) }
            for number in likely where !spans[number].contains(where: { covered[$0 - low] }) {
                for token in spans[number] { covered[token - low] = true }
                chosen.append(number)
            }
        }
        return chosen.sorted()
    }

    /// log(exp(a) + exp(b)).
    private static func sum(_ a: Double, _ b: Double) -> Double {
        let (high, low) = a > b ? (a, b) : (b, a)
        return high + log1p(exp(low - high))
    }
}
