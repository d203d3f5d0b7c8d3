import Articles
package import Evaluation
package import Gazetteers
import GeoTypes
import Geodesy
package import Geoparsing

/// Fits the confidence on predictions for documents that the weights have not seen, and measures it.
package struct CalibrationFitting {
    /// A resolved toponym of a held-out document, and whether it is right: a toponym, and within 161 km.
    package struct Prediction {
        var features: FeatureVector
        package var isRight: Bool
        package var fold: Int
        package var corpus: String
    }

    package private(set) var predictions: [Prediction] = []

    package init() {}

    /// Adds what `parser` says of a document.
    package mutating func add(
        _ item: ToponymCorpus.Item, parser: Geoparser, gazetteer: any Gazetteer, fold: Int, corpus: String
    ) {
        let analysis = parser.analyze(Document(item.article))
        for (index, mention) in analysis.mentions.enumerated() where mention.probability >= parser.threshold {
            guard let (place, features) = analysis.calibration(index) else { continue }
            let gold = item.toponyms.first { $0.range == mention.range }
            if let gold, gold.isDemonym || gold.coordinate == nil { continue }
            if gold == nil, item.toponyms.contains(where: { $0.isDemonym && $0.range.overlaps(mention.range) }) {
                continue
            }
            let isRight =
                gold?.coordinate.map {
                    place.id == gold?.placeID
                        || Geodesic.wgs84.inverse($0, place.coordinate).distance <= ToponymEvaluation.radius
                } ?? false
            predictions.append(Prediction(features: features, isRight: isRight, fold: fold, corpus: corpus))
        }
    }

    /// The table of all predictions, or of those outside of a fold.
    package func table(excluding fold: Int? = nil, record: [String] = []) -> String {
        let chosen = predictions.filter { $0.fold != fold }
        let weights = LinearModels.logistic(
            chosen.map { ($0.features.values, $0.isRight) },
            priors: [Double](repeating: 0, count: CalibrationFeature.allCases.count), ridge: 0.0005)
        return GeoparserTraining.table(CalibrationFeature.self, weights, record)
    }

    /// The expected calibration error in ten bins, 0...1: each prediction with the weights of the other folds.
    package func error(corpus: String? = nil) throws -> Double {
        var bins = [(count: Int, confidence: Double, right: Int)](repeating: (0, 0, 0), count: 10)
        var total = 0
        for fold in Set(predictions.map(\.fold)).sorted() {
            let confidence = try Geoparser.confidence(table: table(excluding: fold))
            for prediction in predictions
            where prediction.fold == fold && (corpus == nil || prediction.corpus == corpus) {
                let value = confidence(prediction.features)
                let bin = min(9, max(0, Int(value * 10)))
                bins[bin].count += 1
                bins[bin].confidence += value
                bins[bin].right += prediction.isRight ? 1 : 0
                total += 1
            }
        }
        return bins.reduce(0) { $0 + abs($1.confidence - Double($1.right)) } / Double(max(1, total))
    }
}
