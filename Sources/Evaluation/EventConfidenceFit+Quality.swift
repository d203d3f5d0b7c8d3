import EventExtraction

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
        /// For 0, 0.1 ... 0.9: how many events have at least that probability, and how many of these are right.
        public var kept = [(all: Int, right: Int)](repeating: (0, 0), count: 10)
    }

    /// Each article is predicted by a model fitted on the articles of other folds.
    public func crossValidated(_ target: Target) -> Quality {
        var quality = Quality()
        var bins = [(count: Int, sum: Double, right: Int)](repeating: (0, 0, 0), count: 10)
        let groups = Set(samples.map(\.group)).sorted()
        let fold = Dictionary(uniqueKeysWithValues: groups.enumerated().map { ($1, $0 % Self.folds) })
        for held in 0..<Self.folds {
            let model = Self.fit(samples.filter { fold[$0.group] != held }, target.key)
            for sample in samples where fold[sample.group] == held {
                guard let isRight = sample[keyPath: target.key] else { continue }
                let p = model.probability(sample)
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
        return quality
    }
}
