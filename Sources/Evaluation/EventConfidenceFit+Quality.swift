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
            let weights = Self.fit(samples.filter { fold[$0.group] != held }, target.key)
            for sample in samples where fold[sample.group] == held {
                guard let isRight = sample[keyPath: target.key] else { continue }
                let p = ConfidenceModel.probability(weights, sample.values)
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

    /// Pull to zero of each weight but the bias.
    private static let ridge = 6.0

    static func fit(_ samples: [Sample], _ key: KeyPath<Sample, Bool?>) -> [Double] {
        let count = ConfidenceModel.names.count
        let rows = samples.compactMap { sample -> (indices: [Int], values: [Double], isRight: Bool, weight: Double)? in
            guard let isRight = sample[keyPath: key], sample.values.count == count else { return nil }
            let indices = sample.values.indices.filter { sample.values[$0] != 0 }
            return (indices, indices.map { sample.values[$0] }, isRight, sample.weight)
        }
        var weights = [Double](repeating: 0, count: count)
        for _ in 0..<10 {
            var gradient = [Double](repeating: 0, count: count)
            var hessian = [[Double]](repeating: gradient, count: count)
            for index in 1..<count {
                gradient[index] = -ridge * weights[index]
                hessian[index][index] = ridge
            }
            hessian[0][0] = 1e-6
            for row in rows {
                let sum = zip(row.indices, row.values).reduce(0) { $0 + weights[$1.0] * $1.1 }
                let p = ConfidenceModel.probability([1], [sum])
                let error = row.weight * ((row.isRight ? 1 : 0) - p)
                let spread = row.weight * p * (1 - p)
                for (i, x) in zip(row.indices, row.values) {
                    gradient[i] += error * x
                    for (j, y) in zip(row.indices, row.values) { hessian[i][j] += spread * x * y }
                }
            }
            let step = solve(hessian, gradient)
            for index in 0..<count { weights[index] += step[index] }
        }
        return weights
    }

    /// Gaussian elimination with pivots.
    private static func solve(_ matrix: [[Double]], _ vector: [Double]) -> [Double] {
        var a = matrix
        var b = vector
        let count = b.count
        for column in 0..<count {
            let pivot = (column..<count).max { abs(a[$0][column]) < abs(a[$1][column]) } ?? column
            a.swapAt(column, pivot)
            b.swapAt(column, pivot)
            guard abs(a[column][column]) > 1e-12 else { continue }
            for row in (column + 1)..<count where a[row][column] != 0 {
                let factor = a[row][column] / a[column][column]
                for index in column..<count { a[row][index] -= factor * a[column][index] }
                b[row] -= factor * b[column]
            }
        }
        for row in stride(from: count - 1, through: 0, by: -1) {
            for index in (row + 1)..<count { b[row] -= a[row][index] * b[index] }
            b[row] = abs(a[row][row]) > 1e-12 ? b[row] / a[row][row] : 0
        }
        return b
    }
}
