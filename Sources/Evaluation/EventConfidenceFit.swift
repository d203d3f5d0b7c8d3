import Articles
public import DatelineKit
import EventExtraction

#if canImport(FoundationEssentials)
    internal import FoundationEssentials
#else
    internal import Foundation
#endif

/// Fits the weights of the confidence of events, and says how well calibrated they are.
///
/// A sample is an event that the program found in an annotated article; it is right when its
/// type is, and its place and date where it has them. The
/// model is logistic with a ridge penalty, fitted by Newton's method (Hosmer, Lemeshow and Sturdivant 2013,
/// doi:10.1002/9781118548387).
public struct EventConfidenceFit {
    private struct Sample {
        var values: [Double]
        var isRight: Bool
        /// The article, without its folder: retellings of one article share it.
        var group: String
    }

    /// How a model does on articles that it was not fitted on.
    public struct Quality {
        public var samples = 0
        public var right = 0
        /// Expected calibration error over ten bins, 0...1.
        public var calibrationError = 0.0
        /// Of events with a confidence of at least one half.
        public var kept = 0
        public var keptRight = 0
    }

    private var samples: [Sample] = []
    /// Pull to zero of each weight but the bias.
    private static let ridge = 1.5

    public init() {}

    /// Adds a folder with gold tables, or JSON Lines with `id`, `text`, `published` and `judged[{start, right}]`: events
    /// that somebody judged by reading, by the start of their trigger in code points.
    ///
    /// - Returns: the number of samples added.
    public mutating func add(_ path: String, gold: String?, pipeline: Pipeline) throws -> Int {
        let before = samples.count
        if path.hasSuffix(".jsonl") {
            try addJudged(path, pipeline)
        } else {
            for item in try GoldFolder(folder: path, gold: gold).items {
                var evaluation = EventEvaluation()
                evaluation.add(item, pipeline.analyze(item.article))
                for verdict in evaluation.verdicts {
                    samples.append(
                        Sample(values: verdict.event.evidence, isRight: verdict.isRight, group: item.article.id))
                }
            }
        }
        return samples.count - before
    }

    private struct Line: Decodable {
        struct Judged: Decodable {
            var start: Int
            var right: Bool
        }
        var id: String
        var text: String
        var published: String?
        var judged: [Judged]
    }

    private mutating func addJudged(_ path: String, _ pipeline: Pipeline) throws {
        for (number, bytes) in try FileBytes.read(path).split(separator: 0x0A).enumerated() {
            guard let line = try? JSONDecoder().decode(Line.self, from: Data(bytes)) else {
                throw ArticleError.json(path: path, line: number + 1, detail: "found no text with judged events")
            }
            let map = CodePointMap(Array(line.text.utf8))
            let analysis = pipeline.analyze(
                Article(
                    id: line.id, text: line.text, published: line.published.flatMap { PartialDate(edtf: $0) }))
            for judged in line.judged {
                guard let start = map.byteOffset(ofCodePoint: judged.start),
                    let event = analysis.events.first(where: { $0.trigger.start == start })
                else { continue }
                samples.append(Sample(values: event.evidence, isRight: judged.right, group: line.id))
            }
        }
    }

    /// The weights that fit all samples, by ``ConfidenceFeature``.
    public func table(record: [String]) -> String {
        let weights = Self.fit(samples)
        let rows = ConfidenceFeature.allCases.map { "\($0.name)\t\((weights[$0.rawValue] * 1000).rounded() / 1000)" }
        return (record.map { "# " + $0 } + rows).joined(separator: "\n") + "\n"
    }

    /// Each article is predicted by a model fitted on the others.
    public func crossValidated() -> Quality {
        var quality = Quality()
        var bins = [(count: Int, sum: Double, right: Int)](repeating: (0, 0, 0), count: 10)
        for group in Set(samples.map(\.group)).sorted() {
            let weights = Self.fit(samples.filter { $0.group != group })
            for sample in samples where sample.group == group {
                let p = ConfidenceFeature.probability(weights, sample.values)
                let bin = min(9, Int(p * 10))
                bins[bin].count += 1
                bins[bin].sum += p
                quality.samples += 1
                if sample.isRight {
                    bins[bin].right += 1
                    quality.right += 1
                }
                if p >= 0.5 {
                    quality.kept += 1
                    if sample.isRight { quality.keptRight += 1 }
                }
            }
        }
        let error = bins.reduce(0) { $0 + abs($1.sum - Double($1.right)) }
        quality.calibrationError = error / Double(max(1, quality.samples))
        return quality
    }

    private static func fit(_ samples: [Sample]) -> [Double] {
        let count = ConfidenceFeature.allCases.count
        var weights = [Double](repeating: 0, count: count)
        for _ in 0..<12 {
            var gradient = [Double](repeating: 0, count: count)
            var hessian = [[Double]](repeating: gradient, count: count)
            for index in 1..<count {
                gradient[index] = -ridge * weights[index]
                hessian[index][index] = ridge
            }
            hessian[0][0] = 1e-6
            for sample in samples where sample.values.count == count {
                let p = ConfidenceFeature.probability(weights, sample.values)
                let error = (sample.isRight ? 1 : 0) - p
                let spread = p * (1 - p)
                for row in 0..<count where sample.values[row] != 0 {
                    gradient[row] += error * sample.values[row]
                    for column in 0..<count {
                        hessian[row][column] += spread * sample.values[row] * sample.values[column]
                    }
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
