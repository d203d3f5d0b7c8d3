#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A feature of a model: an enum whose raw value is its position, and whose case name is its name in the table.
package protocol ModelFeature: CaseIterable, RawRepresentable, Sendable where RawValue == Int {}

extension ModelFeature {
    var position: Int { rawValue }
}

/// The weights of a log-linear model by the name of their feature, as `Training` writes them.
public struct Weights: Sendable {
    /// One weight a feature, in the order of the feature type's cases.
    private let values: [Double]

    /// - Parameters:
    ///   - text: a table `feature`, `weight` whose comment lines are the training record.
    ///   - features: all features of the model; one that the table lacks weighs 0.
    /// - Throws: ``GeoparsingError`` for an unknown feature or a weight that is no number.
    init<Feature: ModelFeature>(
        _ text: String, name: String, features: Feature.Type
    ) throws(GeoparsingError) {
        let names = Feature.allCases.map { "\($0)" }
        var values = [Double](repeating: 0, count: names.count)
        for (index, row) in try Table.rows(text, name: name, columns: 2).enumerated() {
            guard let position = names.firstIndex(of: row[0]), let weight = Double(row[1]), weight.isFinite else {
                throw .table(name: name, line: index + 2, found: row[0], expected: "a known feature and its weight")
            }
            values[position] = weight
        }
        self.values = values
    }

    func contribution(_ index: Int, _ value: Double) -> Double { values[index] * value }

    /// The sum of weight times value.
    func score(_ features: FeatureVector) -> Double {
        var sum = 0.0
        for (index, value) in features.values { sum += values[index] * value }
        return sum
    }
}

/// A sparse vector of features, by position in `allCases`.
package struct FeatureVector: Sendable {
    package private(set) var values: [(index: Int, value: Double)] = []

    package init() {}

    mutating func add(_ feature: some ModelFeature, _ value: Double = 1) {
        if value != 0 { values.append((feature.position, value)) }
    }

    mutating func add(_ feature: some ModelFeature, when condition: Bool) {
        if condition { add(feature) }
    }
}

/// The logistic function: 0...1.
func logistic(_ score: Double) -> Double { 1 / (1 + exp(-score)) }

func exponential(_ value: Double) -> Double { exp(value) }
