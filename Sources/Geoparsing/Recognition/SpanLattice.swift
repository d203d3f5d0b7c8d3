import Tables

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
        clusters.reserveCapacity(spans.count)
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
        var probabilities: [Double] = []
        probabilities.reserveCapacity(spans.count)
        appendMarginals(spans, scores: scores[...], to: &probabilities)
        return probabilities
    }

    /// Appends the probabilities of a cluster; `scores` begin with that of its first span.
    fileprivate static func appendMarginals(
        _ spans: ArraySlice<Range<Int>>, scores: ArraySlice<Double>, to probabilities: inout [Double]
    ) {
        guard let first = spans.first, let firstScore = scores.first else { return }
        if spans.count == 1 { return probabilities.append(logistic(firstScore)) }
        let low = first.lowerBound
        var count = 0
        for span in spans { count = max(count, span.upperBound - low) }
        let spanBase = spans.startIndex
        let scoreBase = scores.startIndex
        // The spans that end, and those that start, at each position.
        var ending = NumberLists(count: count + 1, capacity: spans.count)
        var starting = ending
        for number in 0..<spans.count {
            ending.append(number, to: spans[spanBase + number].upperBound - low)
            starting.append(number, to: spans[spanBase + number].lowerBound - low)
        }
        var before = [Double].filled(with: 0, count: count + 1)
        var after = before
        for position in 1...max(1, count) {
            var total = before[position - 1]
            ending.forEach(in: position) { number in
                total = sum(total, before[spans[spanBase + number].lowerBound - low] + scores[scoreBase + number])
                return true
            }
            before[position] = total
        }
        for position in stride(from: count - 1, through: 0, by: -1) {
            var total = after[position + 1]
            starting.forEach(in: position) { number in
                total = sum(total, after[spans[spanBase + number].upperBound - low] + scores[scoreBase + number])
                return true
            }
            after[position] = total
        }
        let total = before[count]
        for number in 0..<spans.count {
            let span = spans[spanBase + number]
            probabilities.append(
                exp(before[span.lowerBound - low] + scores[scoreBase + number] + after[span.upperBound - low] - total))
        }
    }

    /// The likeliest spans that do not overlap, in order, of those with a probability of `floor` or more.
    package static func choose(
        _ spans: [Range<Int>], _ probabilities: [Double], floor: Double
    ) -> [Int] {
        var chosen: [Int] = []
        for cluster in clusters(spans) {
            if cluster.count == 1 {
                if probabilities[cluster.lowerBound] >= floor { chosen.append(cluster.lowerBound) }
                continue
            }
            let low = spans[cluster.lowerBound].lowerBound
            var covered = [Bool].filled(with: false, count: (cluster.map { spans[$0].upperBound }.max() ?? low) - low)
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

extension SpanLattice {
    /// The probabilities of all spans of a document, in order of their starts.
    package static func marginals(_ spans: [Range<Int>], scores: [Double]) -> [Double] {
        var probabilities: [Double] = []
        probabilities.reserveCapacity(spans.count)
        for cluster in clusters(spans) {
            appendMarginals(spans[cluster], scores: scores[cluster], to: &probabilities)
        }
        return probabilities
    }
}
