#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A feature of a model: an enum whose raw value is its position, and whose case name is its name in the table.
///
/// The compiler writes the names of a coding key out; asking for those of another enum at run time costs a search through
/// all types that the program knows.
package protocol ModelFeature: CaseIterable, CodingKey, RawRepresentable, Sendable where RawValue == Int {}

extension ModelFeature {
    var position: Int { rawValue }
    package var description: String { stringValue }
}

/// The weights of a log-linear model by the name of their feature, as `Training` writes them.
public struct Weights: Sendable {
    /// One weight a feature, in the order of the feature type's cases.
    fileprivate let values: [Double]

    /// - Parameters:
    ///   - bytes: a table `feature`, `weight` whose comment lines are the training record.
    ///   - features: all features of the model; one that the table lacks weighs 0.
    /// - Throws: ``GeoparsingError`` for an unknown feature or a weight that is no number.
    init<Feature: ModelFeature>(
        _ bytes: [UInt8], name: String, features: Feature.Type
    ) throws(GeoparsingError) {
        let names = Feature.allCases.map(\.stringValue)
        var values = [Double](repeating: 0, count: names.count)
        var table = Table(bytes, name: name, columns: 2)
        while try table.next() {
            let feature = table.text(0)
            guard let position = names.firstIndex(of: feature), let weight = Double(table.text(1)), weight.isFinite
            else { throw table.bad(0, expected: "a known feature and its weight") }
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

/// What takes features one after another: a vector, or the sum of their weights.
protocol FeatureSink {
    /// Takes a value other than 0 of the feature at `position`.
    mutating func append(_ position: Int, _ value: Double)
    /// Takes a hashed feature of value 1: a row of ``HashedWeights``.
    mutating func append(row: UInt32)
}

extension FeatureSink {
    @inline(__always)
    mutating func add(_ feature: some ModelFeature, _ value: Double = 1) {
        if value != 0 { append(feature.position, value) }
    }

    @inline(__always)
    mutating func add(_ feature: some ModelFeature, when condition: Bool) {
        if condition { append(feature.position, 1) }
    }

    /// Adds the conjunction of up to three facts; `template` tells what they are facts of.
    @inline(__always)
    mutating func add(template: UInt64, _ a: UInt64, _ b: UInt64 = 0, _ c: UInt64 = 0) {
        var hash = (template &* 0x9E37_79B9_7F4A_7C15) ^ a
        hash = (hash ^ (hash >> 29)) &* 0xBF58_476D_1CE4_E5B9
        hash = ((hash ^ b) ^ (hash >> 32)) &* 0x94D0_49BB_1331_11EB
        hash = ((hash ^ c) ^ (hash >> 31)) &* 0x9E37_79B9_7F4A_7C15
        append(row: UInt32(truncatingIfNeeded: hash >> (64 - HashedWeights.bits)))
    }
}

/// A sparse vector of features, by position in `allCases`.
package struct FeatureVector: Sendable, FeatureSink {
    package private(set) var values: [(index: Int, value: Double)] = []
    /// Hashed features, all of value 1: rows of ``HashedWeights``.
    package private(set) var rows: [UInt32] = []

    package init() {}

    mutating func append(_ position: Int, _ value: Double) { values.append((position, value)) }
    mutating func append(row: UInt32) { rows.append(row) }

    /// Without the features of the positions that are not `kept`, and the hashed ones where they are not.
    package func keeping(_ kept: [Bool], hashed: Bool) -> FeatureVector {
        var vector = self
        vector.values = values.filter { kept[$0.index] }
        if !hashed { vector.rows = [] }
        return vector
    }
}

/// The sum of the weights of features as they come: no vector is made.
struct FeatureScore: FeatureSink {
    private let weights: [Double]
    private let rows: [Float]
    private var sum = 0.0
    private var hashed: Float = 0

    init(_ weights: Weights, _ hashed: HashedWeights? = nil) {
        self.weights = weights.values
        rows = hashed?.values ?? []
    }

    var value: Double { sum + Double(hashed) }

    mutating func reset() {
        sum = 0
        hashed = 0
    }

    @inline(__always)
    mutating func append(_ position: Int, _ value: Double) { sum += weights[position] * value }

    @inline(__always)
    mutating func append(row: UInt32) { hashed += rows[Int(row)] }
}

/// The same with the value of each feature beside, as trees ask for them.
struct DenseFeatureScore: FeatureSink {
    private let weights: [Double]
    private(set) var sum = 0.0
    private(set) var values: [Float]

    init(_ weights: Weights) {
        self.weights = weights.values
        values = [Float](repeating: 0, count: weights.values.count)
    }

    mutating func reset() {
        sum = 0
        for index in values.indices { values[index] = 0 }
    }

    @inline(__always)
    mutating func append(_ position: Int, _ value: Double) {
        sum += weights[position] * value
        values[position] = Float(value)
    }

    func append(row: UInt32) {}
}

/// The logistic function: 0...1.
func logistic(_ score: Double) -> Double { 1 / (1 + exp(-score)) }

func exponential(_ value: Double) -> Double { exp(value) }

/// Weights of hashed features. What was hashed cannot be read back; features of one row share a weight.
package struct HashedWeights: Sendable {
    package static let bits: UInt64 = 18
    package static var count: Int { 1 << Int(bits) }

    fileprivate let values: [Float]

    package init(_ text: String, name: String) throws(GeoparsingError) {
        try self.init(Array(text.utf8), name: name)
    }

    /// - Parameter bytes: lines of a row in hexadecimal digits, a tab, and a weight in thousandths; `#` begins a comment.
    init(_ bytes: [UInt8], name: String) throws(GeoparsingError) {
        var values = [Float](repeating: 0, count: Self.count)
        let failure = bytes.withUnsafeBufferPointer { bytes in
            values.withUnsafeMutableBufferPointer { Self.read(bytes, into: $0) }
        }
        if let failure {
            throw .table(name: name, line: failure, found: "this line", expected: "a row, a tab, a weight")
        }
        self.values = values
    }

    /// The number of the first line that is none; `nil` without one.
    private static func read(_ bytes: UnsafeBufferPointer<UInt8>, into values: UnsafeMutableBufferPointer<Float>)
        -> Int?
    {
        var index = 0
        var line = 0
        while index < bytes.count {
            line += 1
            if bytes[index] == UInt8(ascii: "#") {
                while index < bytes.count, bytes[index] != 0x0A { index += 1 }
                index += 1
                continue
            }
            var row = 0
            let start = index
            while index < bytes.count {
                var digit = bytes[index] &- 0x30
                if digit > 9 {
                    digit = bytes[index] &- 0x57
                    if digit &- 10 > 5 { break }
                }
                row = row &<< 4 | Int(digit)
                index += 1
            }
            guard index > start, index - start <= 8, row < count, index < bytes.count, bytes[index] == 0x09 else {
                return line
            }
            index += 1
            let isNegative = index < bytes.count && bytes[index] == UInt8(ascii: "-")
            if isNegative { index += 1 }
            let first = index
            var number = 0
            while index < bytes.count, bytes[index] &- 0x30 < 10 {
                number = number &* 10 &+ Int(bytes[index] &- 0x30)
                index += 1
            }
            guard index - first <= 7 else { return line }
            if index < bytes.count, bytes[index] != 0x0A { return line }
            index += 1
            values[row] = Float(isNegative ? -number : number) / 1000
        }
        return nil
    }

    package subscript(row: Int) -> Float { values[row] }

}
