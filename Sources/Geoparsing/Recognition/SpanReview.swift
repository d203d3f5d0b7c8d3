import Articles
import Tables

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

    private let spans: [Mention]
    private let ranges: [Range<Int>]
    private let scores: [Double]
    private let probabilities: [Double]
    private let context: DocumentContext
    /// The number of the name of each span in lower case; the spans of each.
    private var keys: [Int] = []
    private var occurrences: NumberLists
    /// By hashes of words the greatest probability of a likely name of several words that has it.
    private var words = HashNumbers(capacity: 16)
    private var longer: [Double] = []
    private var keyHashes: [UInt64] = []
    /// By token the greatest probability of the spans that start there, and that end before it; -1 without any.
    private var starting: [Double]
    private var ending: [Double]

    /// - Parameters:
    ///   - scores: of the first judgement, by span.
    ///   - names: of the document; a span may be longer than its name.
    init(_ spans: [Mention], scores: [Double], context: DocumentContext, names: NameTable) {
        self.spans = spans
        self.scores = scores
        self.context = context
        ranges = spans.map(\.tokens)
        probabilities = SpanLattice.marginals(ranges, scores: scores)
        var numbers = HashNumbers(capacity: spans.count)
        var known = [Int32](repeating: -1, count: names.count)
        keys.reserveCapacity(spans.count)
        keyHashes.reserveCapacity(spans.count)
        for span in spans {
            if known[Int(span.name)] < 0 {
                let range = names[span.name].range
                let hash = WordHash.lowercased(context.document.bytes, range.start..<range.end)
                let number = numbers.number(of: hash)
                if number == keyHashes.count { keyHashes.append(hash) }
                known[Int(span.name)] = Int32(truncatingIfNeeded: number)
            }
            keys.append(Int(known[Int(span.name)]))
        }
        occurrences = NumberLists(count: numbers.count, capacity: spans.count)
        starting = [Double](repeating: -1, count: context.tokens.count + 3)
        ending = starting
        for index in spans.indices {
            occurrences.append(index, to: keys[index])
            let (range, probability) = (ranges[index], probabilities[index])
            starting[range.lowerBound] = max(starting[range.lowerBound], probability)
            ending[range.upperBound] = max(ending[range.upperBound], probability)
            if range.count > 1, probability >= 0.3 { addWords(of: names[spans[index].name].range, probability) }
        }
    }

    /// Adds the words of a name, as spaces divide it.
    private mutating func addWords(of range: TextRange, _ probability: Double) {
        let bytes = context.document.bytes
        var start = range.start
        while start < range.end {
            var end = start
            while end < range.end, bytes[end] != 0x20 { end += 1 }
            if end > start {
                let number = words.number(of: WordHash.lowercased(bytes, start..<end))
                if number == longer.count { longer.append(0) }
                longer[number] = max(longer[number], probability)
            }
            start = end + 1
        }
    }

    /// Calls `body` with each span and its number; what it adds to a sink is the span's features.
    func visit(_ body: (Int, Span) -> Void) {
        let clusters = SpanLattice.clusters(ranges)
        let likely = clusters.map { cluster in cluster.reduce(0.0) { max($0, probabilities[$1]) } }
        for (number, cluster) in clusters.enumerated() {
            var around = 0.0
            var count = 0.0
            for other in [number - 2, number - 1, number + 1, number + 2] where clusters.indices.contains(other) {
                around += likely[other]
                count += 1
            }
            for index in cluster {
                body(index, Span(cluster: cluster, neighborhood: count == 0 ? 0 : around / count))
            }
        }
    }

    /// What a span shares with those of its cluster.
    struct Span {
        fileprivate var cluster: Range<Int>
        fileprivate var neighborhood: Double
    }

    /// Adds the features of span `index`.
    func add(_ index: Int, _ span: Span, to vector: inout some FeatureSink) {
        vector.add(ReviewFeature.bias)
        vector.add(ReviewFeature.score, scores[index])
        vector.add(ReviewFeature.positiveScore, max(0, scores[index]))
        var greatest = 0.0
        var sum = 0.0
        var count = 0
        occurrences.forEach(in: keys[index]) { other in
            guard !ranges[other].overlaps(ranges[index]) else { return true }
            greatest = max(greatest, probabilities[other])
            sum += probabilities[other]
            count += 1
            return count < 40
        }
        if count > 0 {
            vector.add(ReviewFeature.repeated)
            vector.add(ReviewFeature.othersGreatest, greatest - 0.5)
            vector.add(ReviewFeature.othersMean, sum / Double(count) - 0.5)
            vector.add(ReviewFeature.knownAndLikely, when: greatest > 0.7 && spans[index].hasCandidates)
        }
        if ranges[index].count == 1 {
            vector.add(ReviewFeature.inLonger, words.known(keyHashes[keys[index]]).map { longer[$0] } ?? 0)
        }
        addList(ranges[index], to: &vector)
        vector.add(ReviewFeature.neighborhood, span.neighborhood)
        var rival = 0.0
        for other in span.cluster where other != index { rival = max(rival, probabilities[other]) }
        vector.add(ReviewFeature.rival, rival)
    }

    private func addList(_ range: Range<Int>, to vector: inout some FeatureSink) {
        func joins(_ index: Int) -> Bool { index >= 0 && index < context.tokens.count && context.isJoint(index) }
        func value(_ edges: [Double], _ index: Int) -> Double {
            index >= 0 && index < edges.count ? edges[index] : -1
        }
        var best = -1.0
        let (start, end) = (range.lowerBound, range.upperBound)
        if joins(end) {
            best = value(starting, end + 1)
            if joins(end + 1) { best = max(best, value(starting, end + 2)) }
        }
        if joins(start - 1) {
            best = max(best, value(ending, start - 1))
            if joins(start - 2) { best = max(best, value(ending, start - 2)) }
        }
        guard best >= 0 else { return }
        vector.add(ReviewFeature.inList)
        vector.add(ReviewFeature.listGreatest, best - 0.5)
    }
}
