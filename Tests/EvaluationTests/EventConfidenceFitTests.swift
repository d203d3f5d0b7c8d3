import Evaluation
import EventExtraction
import Testing

@Suite("The fit of the confidence of events")
struct EventConfidenceFitTests {
    private typealias Fit = EventConfidenceFit
    private static let bias = 0
    private static let strong = 1

    /// Values with the bias and `feature`.
    private func values(_ feature: Int?) -> [Double] {
        var values = [Double](repeating: 0, count: ConfidenceModel.names.count)
        values[Self.bias] = 1
        if let feature { values[feature] = 1 }
        return values
    }

    /// `count` samples with `feature`, of which `happened` of four did, and as many without it, of which two of four did.
    private func samples(_ count: Int, _ feature: Int, happened: Int = 0, lemma: Int32 = 0) -> [Fit.Sample] {
        (0..<count).flatMap { number in
            [
                Fit.Sample(values(feature), happened: number % 4 < happened, group: "a\(number % 39)", lemma: lemma),
                Fit.Sample(values(nil), happened: number % 4 < 2, group: "a\(number % 39)"),
            ]
        }
    }

    private func prior(_ weight: Double, words: [Int32: String] = [:]) -> Fit.Prior {
        var features = [Double](repeating: 0, count: ConfidenceModel.names.count)
        features[Self.strong] = weight
        let model = Fit.Model(features: features, headwords: words.mapValues { _ in 0.75 })
        return Fit.Prior(right: model, happened: model, words: words)
    }

    @Test("Few labels leave a weight near what many had taught, and many move it")
    func few() {
        func weight(_ count: Int, _ prior: Fit.Prior?) -> Double {
            var fit = Fit()
            fit.add(samples(count, Self.strong))
            if let prior { _ = fit.draw(towards: prior) }
            return fit.fitted(.happened).features[Self.strong]
        }
        #expect(weight(4, nil) < 0)
        #expect(weight(4, prior(3)) > 1)
        #expect(weight(400, prior(3)) < -1)
    }

    @Test("Left-out articles choose the strength: much where they agree with the weights, little where not")
    func strength() {
        func strength(_ weight: Double) -> Double {
            var fit = Fit()
            fit.add(samples(160, Self.strong, happened: 3))
            return fit.draw(towards: prior(weight)).happened
        }
        // Three of four are log-odds of 1.1.
        #expect(strength(1.1) >= 50)
        #expect(strength(-5) <= 12)
    }

    @Test("A feature that was never fitted is drawn to nothing, as without weights")
    func new() {
        var fit = Fit()
        fit.add(samples(80, Self.strong))
        let before = fit.fitted(.happened).features[Self.strong]
        _ = fit.draw(towards: prior(0))
        #expect(abs(fit.fitted(.happened).features[Self.strong] - before) < 1e-6)
    }

    @Test("Words that no sample has keep their weights and stay in the table")
    func words() {
        var fit = Fit()
        fit.add(samples(20, Self.strong, lemma: 7))
        _ = fit.draw(towards: prior(1, words: [9: "shelled"]))
        #expect(fit.fitted(.happened).headwords[9] == 0.75)
        #expect(fit.tables(record: [], threshold: 0.4).headwords.contains("\nshelled\t0.75\t0.75\n"))
    }

    @Test("The area under the curve; ties count half")
    func area() {
        #expect(Fit.area([(0.1, false), (0.9, true)]) == 1)
        #expect(Fit.area([(0.9, false), (0.1, true)]) == 0)
        #expect(Fit.area([(0.5, false), (0.5, true), (0.5, true)]) == 0.5)
        #expect(Fit.area([(0.2, false), (0.4, true), (0.6, false), (0.8, true)]) == 0.75)
        #expect(Fit.area([(0.2, true)]) == 0.5)
    }
}
