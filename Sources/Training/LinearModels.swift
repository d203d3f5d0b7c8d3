#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A sparse example: positions and values.
typealias Example = [(index: Int, value: Double)]

/// Fits log-linear models by Adam on the full batch: D. P. Kingma, J. Ba, arXiv:1412.6980. Deterministic.
///
/// Weights are drawn towards their priors: a feature that the corpora do not show keeps its prior.
enum LinearModels {
    static let rounds = 400

    /// Logistic regression.
    ///
    /// - Returns: one weight a feature.
    static func logistic(_ examples: [(features: Example, label: Bool)], priors: [Double], ridge: Double) -> [Double] {
        minimize(priors: priors, ridge: ridge, size: examples.count) { weights, gradient in
            for (features, label) in examples {
                let probability = 1 / (1 + exp(-dot(weights, features)))
                let error = probability - (label ? 1 : 0)
                for (index, value) in features { gradient[index] += error * value }
            }
        }
    }

    /// Conditional logit: the probability mass of the right candidates of each group is maximised.
    static func ranking(
        _ groups: [(candidates: [Example], right: Set<Int>)], priors: [Double], ridge: Double
    ) -> [Double] {
        minimize(priors: priors, ridge: ridge, size: groups.count) { weights, gradient in
            for (candidates, right) in groups {
                let scores = candidates.map { dot(weights, $0) }
                let greatest = scores.max() ?? 0
                let masses = scores.map { exp($0 - greatest) }
                let total = masses.reduce(0, +)
                let rightTotal = right.sorted().reduce(0) { $0 + masses[$1] }
                for (number, features) in candidates.enumerated() {
                    let all = masses[number] / total
                    let wanted = right.contains(number) ? masses[number] / rightTotal : 0
                    for (index, value) in features { gradient[index] += (all - wanted) * value }
                }
            }
        }
    }

    static func dot(_ weights: [Double], _ features: Example) -> Double {
        var sum = 0.0
        for (index, value) in features { sum += weights[index] * value }
        return sum
    }

    private static func minimize(
        priors: [Double], ridge: Double, size: Int, _ addGradient: ([Double], inout [Double]) -> Void
    ) -> [Double] {
        var weights = priors
        var mean = [Double](repeating: 0, count: priors.count)
        var variance = mean
        for round in 1...rounds {
            var gradient = [Double](repeating: 0, count: priors.count)
            addGradient(weights, &gradient)
            let rate = 0.2 * (1 - Double(round) / Double(rounds + 1))
            for index in weights.indices {
                let slope = gradient[index] / Double(max(1, size)) + ridge * (weights[index] - priors[index])
                mean[index] = 0.9 * mean[index] + 0.1 * slope
                variance[index] = 0.999 * variance[index] + 0.001 * slope * slope
                let corrected = mean[index] / (1 - pow(0.9, Double(round)))
                let scale = (variance[index] / (1 - pow(0.999, Double(round)))).squareRoot() + 1e-8
                weights[index] -= rate * corrected / scale
            }
        }
        return weights
    }
}
