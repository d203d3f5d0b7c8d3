#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// Distances between the places found and the right ones.
public struct ErrorDistances: Sendable {
    /// Metres.
    public private(set) var values: [Double] = []
    /// Gold toponyms with coordinates for which no place was found.
    public private(set) var missing = 0

    /// The greatest distance that the measure knows: half the Earth's circumference, in kilometres.
    public static let greatest = 20_039.0

    mutating func add(_ distance: Double?) {
        if let distance { values.append(distance) } else { missing += 1 }
    }

    /// Metres, over the toponyms with a place; `nil` without any.
    public var median: Double? {
        guard !values.isEmpty else { return nil }
        let sorted = values.sorted()
        let middle = sorted.count / 2
        return sorted.count % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2
    }

    /// The area under the curve of the sorted logarithmic errors, 0 (all exact) to 1 (all antipodal): the trapezoids
    /// of ln(e + 1) / ln(20039), e in kilometres, over the ranks of the toponyms with a place, divided by their number
    /// less one. M. Gritta, M. T. Pilehvar, N. Collier, "A pragmatic guide to geoparsing evaluation", Language Resources
    /// and Evaluation 54 (2020), doi:10.1007/s10579-019-09475-3.
    public var area: Double? { Self.area(values.map { $0 / 1000 }) }

    /// The same over all gold toponyms with coordinates: one without a place counts as 20,039 km away.
    public var areaOverall: Double? {
        Self.area(values.map { $0 / 1000 } + [Double](repeating: Self.greatest - 1, count: missing))
    }

    private static func area(_ kilometres: [Double]) -> Double? {
        guard !kilometres.isEmpty else { return nil }
        let logs = kilometres.map { min(1, log($0 + 1) / log(greatest)) }.sorted()
        guard logs.count > 1 else { return logs[0] }
        let trapezoids = zip(logs, logs.dropFirst()).reduce(0) { $0 + ($1.0 + $1.1) / 2 }
        return trapezoids / Double(logs.count - 1)
    }
}

/// How well stated probabilities agree with how often they are right.
public struct Calibration: Sendable {
    /// The statements whose probability lies in one tenth of 0...1.
    public struct Bin: Sendable {
        public var count = 0
        public var right = 0
        public var confidence = 0.0
    }

    public private(set) var bins = [Bin](repeating: Bin(), count: 10)

    mutating func add(confidence: Double, isRight: Bool) {
        guard confidence.isFinite else { return }
        let bin = Int(min(max(confidence, 0), 0.999_999) * 10)
        bins[bin].count += 1
        bins[bin].confidence += confidence
        if isRight { bins[bin].right += 1 }
    }

    /// Expected calibration error: the mean distance between a bin's share of right statements and its mean
    /// probability, weighted by its size; ten bins of equal width, 0...1.
    public var error: Double {
        let total = bins.reduce(0) { $0 + $1.count }
        guard total > 0 else { return 0 }
        return bins.reduce(0) { $0 + abs(Double($1.right) - $1.confidence) } / Double(total)
    }
}
