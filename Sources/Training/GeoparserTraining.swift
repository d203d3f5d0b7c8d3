import Articles
package import Evaluation
package import Gazetteers
import GeoTypes
import Geodesy
import Geoparsing

/// Fits the weights of recognition and resolution on documents with gold toponyms.
package struct GeoparserTraining {
    /// The tables of `Geoparsing/Resources/en`; the weights in them are where the fitting begins, and what it leaves.
    package private(set) var tables: [String: String]
    let gazetteer: any Gazetteer
    private let ridge = 0.0005
    /// Names of features whose weight is held at 0, for ablations.
    package var excluded: Set<String> = []

    package init(tables: [String: String], gazetteer: any Gazetteer) {
        self.tables = tables
        self.gazetteer = gazetteer
    }

    package struct Result {
        var recognition: [Double]
        var resolution: [Double]
    }

    /// Fits in turn, because the features of resolution depend on what recognition and earlier rounds believe.
    package mutating func fit(_ items: [ToponymCorpus.Item]) throws -> Result {
        var result = Result(recognition: [], resolution: [])
        for _ in 0..<3 {
            let parser = try Geoparser(tables: tables, gazetteer: gazetteer)
            let isKept = try Self.kept(excluded)
            var spans: [(features: Example, label: Bool)] = []
            var groups: [(candidates: [Example], right: Set<Int>)] = []
            for item in items {
                let analysis = parser.analyze(Document(item.article))
                for (index, mention) in analysis.mentions.enumerated() {
                    let gold = item.toponyms.first { $0.range == mention.range && !$0.isDemonym }
                    spans.append((mention.features.values.filter { isKept.recognition[$0.index] }, gold != nil))
                    guard let gold, gold.coordinate != nil || gold.placeID != nil else { continue }
                    let right = Self.right(mention, gold: gold)
                    guard !right.isEmpty, right.count < mention.candidates.count else { continue }
                    groups.append(
                        (
                            analysis.candidateFeatures(index).map { features in
                                features.values.filter { isKept.resolution[$0.index] }
                            }, right
                        ))
                }
            }
            result.recognition = LinearModels.logistic(
                spans, priors: try Self.priors(tables["recognition_priors.tsv"], RecognitionFeature.self), ridge: ridge)
            result.resolution = LinearModels.ranking(
                groups, priors: [Double](repeating: 0, count: ResolutionFeature.allCases.count), ridge: ridge)
            for index in result.recognition.indices where !isKept.recognition[index] { result.recognition[index] = 0 }
            for index in result.resolution.indices where !isKept.resolution[index] { result.resolution[index] = 0 }
            store(result, record: [])
        }
        return result
    }

    /// Which features are not excluded, by position.
    private static func kept(_ excluded: Set<String>) throws -> (recognition: [Bool], resolution: [Bool]) {
        let recognition = RecognitionFeature.allCases.map { "\($0)" }
        let resolution = ResolutionFeature.allCases.map { "\($0)" }
        if let stranger = excluded.sorted().first(where: { !recognition.contains($0) && !resolution.contains($0) }) {
            throw UnknownFeature(name: stranger, known: recognition + resolution)
        }
        return (recognition.map { !excluded.contains($0) }, resolution.map { !excluded.contains($0) })
    }

    /// Sets how much the nearness to an outlet's home counts.
    mutating func setOutletWeight(_ weight: Double) {
        tables["outlet_weights.tsv"] =
            """
            # How much the nearness to an outlet's home counts (--outlets). Fitted by the Train target.
            feature\tweight
            home\t\(weight)

            """
    }

    /// The candidates that are the gold place: by id, else those within 25 km of it.
    static func right(_ mention: Mention, gold: ToponymCorpus.Gold) -> Set<Int> {
        let same = mention.candidates.indices.filter { mention.candidates[$0].place.id == gold.placeID }
        if !same.isEmpty { return Set(same) }
        guard let coordinate = gold.coordinate else { return [] }
        return Set(
            mention.candidates.indices.filter {
                Geodesic.wgs84.inverse(mention.candidates[$0].place.coordinate, coordinate).distance < 25_000
            })
    }

    /// What is believed of features before any corpus is seen, from a table `feature`, `weight`, `reason`.
    private static func priors<Feature: ModelFeature>(_ table: String?, _ features: Feature.Type) throws -> [Double] {
        var priors = [Double](repeating: 0, count: features.allCases.count)
        for (number, line) in (table ?? "").split(separator: "\n").dropFirst().enumerated() {
            let fields = line.split(separator: "\t")
            guard fields.count >= 2, let weight = Double(fields[1]),
                let feature = features.allCases.first(where: { "\($0)" == fields[0] })
            else {
                throw GeoparsingError.table(
                    name: "recognition_priors.tsv", line: number + 2, found: "\(line)",
                    expected: "a feature of recognition and its weight")
            }
            priors[feature.rawValue] = weight
        }
        return priors
    }

    package mutating func store(_ result: Result, record: [String]) {
        tables["recognition_weights.tsv"] = Self.table(RecognitionFeature.self, result.recognition, record)
        tables["resolution_weights.tsv"] = Self.table(ResolutionFeature.self, result.resolution, record)
    }

    private static func table<Feature: ModelFeature>(
        _ features: Feature.Type, _ weights: [Double], _ record: [String]
    ) -> String {
        var lines = record.map { "# " + $0 }
        lines.append("feature\tweight")
        for (feature, weight) in zip(features.allCases, weights) {
            lines.append("\(feature)\t\((weight * 10_000).rounded() / 10_000)")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}

/// A feature to be left out that there is not.
package struct UnknownFeature: Error, CustomStringConvertible {
    var name: String
    var known: [String]

    package var description: String { "'\(name)' is no feature; choose from \(known.joined(separator: ", "))" }
}
