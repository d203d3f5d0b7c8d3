import EventExtraction

extension EventConfidenceFit {
    /// A logistic model: a weight for each of ``ConfidenceModel/names``, and for lemmas of headwords.
    package struct Model {
        package var features: [Double]
        package var headwords: [Int32: Double] = [:]

        package init(features: [Double], headwords: [Int32: Double] = [:]) {
            (self.features, self.headwords) = (features, headwords)
        }

        func probability(_ sample: Sample) -> Double {
            ConfidenceModel.probability(features, sample.values, headword: headwords[sample.lemma] ?? 0)
        }
    }

    /// Pull to zero of each weight but the bias; of headwords, of which there are many with little to say each, less.
    static let ridge = 6.0
    static let headwordRidge = 2.7
    /// A lemma has a weight from so many articles on.
    private static let leastArticles = 2
    /// Newton steps, by turns for the features and for each headword.
    private static let steps = 16

    /// A sample without the features that are 0.
    private struct Row {
        var indices: [Int]
        var values: [Double]
        var isRight: Bool
        var weight: Double
        var lemma: Int32
    }

    /// What draws the weights somewhere: to ``centre``, each with its strength.
    struct Pull {
        var centre: Model
        /// For each feature; none draws the bias.
        var features: [Double]
        /// Of headwords; of those that ``centre`` does not have, ``headwordRidge``.
        var headwords = EventConfidenceFit.headwordRidge

        init(to centre: Model, features: [Double]) {
            self.centre = centre
            self.features = features
            self.features[0] = 1e-6
        }

        /// To 0.
        static var none: Pull {
            let count = ConfidenceModel.names.count
            return Pull(
                to: Model(features: [Double](repeating: 0, count: count)),
                features: [Double](repeating: ridge, count: count))
        }
    }

    /// The model that fits the samples of which `key` is known.
    static func fit(_ samples: [Sample], _ key: KeyPath<Sample, Bool?>, _ pull: Pull = .none) -> Model {
        let count = ConfidenceModel.names.count
        var articles: [Int32: Set<String>] = [:]
        let rows = samples.compactMap { sample -> Row? in
            guard let isRight = sample[keyPath: key], sample.values.count == count else { return nil }
            articles[sample.lemma, default: []].insert(sample.group)
            let indices = sample.values.indices.filter { sample.values[$0] != 0 }
            return Row(
                indices: indices, values: indices.map { sample.values[$0] }, isRight: isRight, weight: sample.weight,
                lemma: sample.lemma)
        }
        var model = pull.centre
        for (lemma, groups) in articles
        where lemma != 0 && groups.count >= leastArticles && model.headwords[lemma] == nil {
            model.headwords[lemma] = 0
        }
        for _ in 0..<steps {
            stepFeatures(&model, rows, pull)
            stepHeadwords(&model, rows, pull)
        }
        return model
    }

    /// What a row says against the model: its error, and how much that changes with the sum.
    private static func error(_ row: Row, _ model: Model) -> (error: Double, spread: Double) {
        let sum = zip(row.indices, row.values).reduce(model.headwords[row.lemma] ?? 0) {
            $0 + model.features[$1.0] * $1.1
        }
        let p = ConfidenceModel.probability([], [], headword: sum)
        return (row.weight * ((row.isRight ? 1 : 0) - p), row.weight * p * (1 - p))
    }

    private static func stepFeatures(_ model: inout Model, _ rows: [Row], _ pull: Pull) {
        let count = model.features.count
        var gradient = [Double](repeating: 0, count: count)
        var hessian = [[Double]](repeating: gradient, count: count)
        for index in 0..<count {
            gradient[index] = pull.features[index] * (pull.centre.features[index] - model.features[index])
            hessian[index][index] = pull.features[index]
        }
        for row in rows {
            let (error, spread) = error(row, model)
            for (i, x) in zip(row.indices, row.values) {
                gradient[i] += error * x
                for (j, y) in zip(row.indices, row.values) { hessian[i][j] += spread * x * y }
            }
        }
        let step = solve(hessian, gradient)
        // Far from the best weights the curve is flat, and a step would go past them without end.
        let scale = 1 / max(1, step.lazy.map(abs).max() ?? 1)
        for index in 0..<count { model.features[index] += scale * step[index] }
    }

    private static func stepHeadwords(_ model: inout Model, _ rows: [Row], _ pull: Pull) {
        var steps: [Int32: (gradient: Double, curvature: Double)] = [:]
        for (lemma, weight) in model.headwords {
            let centre = pull.centre.headwords[lemma]
            let strength = centre == nil ? headwordRidge : pull.headwords
            steps[lemma] = (strength * ((centre ?? 0) - weight), strength)
        }
        for row in rows where steps[row.lemma] != nil {
            let (error, spread) = error(row, model)
            steps[row.lemma]?.gradient += error
            steps[row.lemma]?.curvature += spread
        }
        for (lemma, step) in steps { model.headwords[lemma]? += max(-1, min(1, step.gradient / step.curvature)) }
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
