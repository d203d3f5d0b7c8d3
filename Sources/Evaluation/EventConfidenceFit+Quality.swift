import EventExtraction

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

extension EventConfidenceFit {
    /// Which of the two models.
    public enum Target: Sendable {
        case right, happened

        var key: KeyPath<Sample, Bool?> { self == .right ? \.isRight : \.happened }
    }

    /// How a model does on articles that it was not fitted on.
    public struct Quality: Sendable {
        public var samples = 0
        public var right = 0
        /// Expected calibration error over ten bins, 0...1.
        public var calibrationError = 0.0
        /// How often a right event is more probable than a wrong one: the area under the curve of both, 0...1.
        public var area = 0.0
        /// The mean of the negative logarithms of the probabilities of what was judged, by weight.
        var loss = 0.0
        /// For 0, 0.1 ... 0.9: how many events have at least that probability, and how many of these are right.
        public var kept = [(all: Int, right: Int)](repeating: (0, 0), count: 10)
    }

    /// The model that fits all samples.
    package func fitted(_ target: Target) -> Model { Self.fit(samples, target.key, prior?.pull(target) ?? .none) }

    /// Each article is predicted by a model fitted on the articles of other folds.
    public func crossValidated(_ target: Target) -> Quality { crossValidated(target, prior?.pull(target) ?? .none) }

    func crossValidated(_ target: Target, _ pull: Pull) -> Quality {
        var quality = Quality()
        var judged: [(p: Double, isRight: Bool)] = []
        var weights = 0.0
        var bins = [(count: Int, sum: Double, right: Int)](repeating: (0, 0, 0), count: 10)
        let groups = Set(samples.map(\.group)).sorted()
        let fold = Dictionary(uniqueKeysWithValues: groups.enumerated().map { ($1, $0 % Self.folds) })
        for held in 0..<Self.folds {
            let model = Self.fit(samples.filter { fold[$0.group] != held }, target.key, pull)
            for sample in samples where fold[sample.group] == held {
                guard let isRight = sample[keyPath: target.key] else { continue }
                let p = model.probability(sample)
                judged.append((p, isRight))
                quality.loss -= sample.weight * log(max(isRight ? p : 1 - p, 1e-9))
                weights += sample.weight
                let bin = max(0, min(9, Int(p * 10)))
                bins[bin].count += 1
                bins[bin].sum += p
                quality.samples += 1
                if isRight {
                    bins[bin].right += 1
                    quality.right += 1
                }
                for level in 0...bin {
                    quality.kept[level].all += 1
                    if isRight { quality.kept[level].right += 1 }
                }
            }
        }
        let error = bins.reduce(0) { $0 + abs($1.sum - Double($1.right)) }
        quality.calibrationError = error / Double(max(1, quality.samples))
        quality.loss /= max(1, weights)
        quality.area = Self.area(judged)
        return quality
    }

    /// The area under the curve of what is right and wrong by its probability; ties count half.
    package static func area(_ judged: [(p: Double, isRight: Bool)]) -> Double {
        let sorted = judged.sorted { $0.p < $1.p }
        var (wrong, pairs, first) = (0.0, 0.0, 0)
        while first < sorted.count {
            let end = sorted[first...].firstIndex { $0.p > sorted[first].p } ?? sorted.count
            let right = Double(sorted[first..<end].count(where: \.isRight))
            let others = Double(end - first) - right
            pairs += right * (wrong + others / 2)
            wrong += others
            first = end
        }
        let right = Double(sorted.count) - wrong
        return right > 0 && wrong > 0 ? pairs / (right * wrong) : 0.5
    }
}
