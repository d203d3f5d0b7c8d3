#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What the confidence of a resolved toponym is made of.
package enum CalibrationFeature: Int, ModelFeature {
    case bias
    /// The log-odds that the span is a toponym, and that its place is the one of its candidates, both cut at -6...6.
    case span, place
    /// The lower of the two.
    case lower
    /// There is no other candidate: the log-odds of the place then say nothing.
    case onlyCandidate
    /// The name was found by less than its exact spelling.
    case inexact
}

/// Turns the scores of recognition and resolution into the probability that a span is a toponym and lies within 161 km of
/// its place (J. Platt, 1999), fitted on documents that neither had seen.
struct Calibration: Sendable {
    private let weights: Weights

    init(_ table: [UInt8]?) throws(GeoparsingError) {
        weights = try Weights(
            table ?? Array("feature\tweight\nspan\t0.5\nlower\t0.5\n".utf8), name: "calibration.tsv",
            features: CalibrationFeature.self)
    }

    func confidence(_ features: FeatureVector) -> Double { logistic(weights.score(features)) }

    func confidence(span: Double, place: Double, isOnly: Bool, isExact: Bool) -> Double {
        var score = FeatureScore(weights)
        Self.add(span: span, place: place, isOnly: isOnly, isExact: isExact, to: &score)
        return logistic(score.value)
    }

    static func add(span: Double, place: Double, isOnly: Bool, isExact: Bool, to vector: inout some FeatureSink) {
        vector.add(CalibrationFeature.bias)
        let span = logOdds(span)
        vector.add(CalibrationFeature.span, span)
        if isOnly {
            vector.add(CalibrationFeature.onlyCandidate)
            vector.add(CalibrationFeature.lower, span)
        } else {
            let place = logOdds(place)
            vector.add(CalibrationFeature.place, place)
            vector.add(CalibrationFeature.lower, min(span, place))
        }
        vector.add(CalibrationFeature.inexact, when: !isExact)
    }

    private static func logOdds(_ probability: Double) -> Double {
        let probability = min(max(probability, 1e-9), 1 - 1e-9)
        return min(max(log(probability / (1 - probability)), -6), 6)
    }
}
