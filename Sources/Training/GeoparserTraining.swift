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
    /// Features to train without, for ablations: ``KeptFeatures``.
    package var excluded: Set<String> = []

    package init(tables: [String: String], gazetteer: any Gazetteer) {
        self.tables = tables
        self.gazetteer = gazetteer
    }

    package struct Result {
        var recognition: [Double]
        var hashed: RecognitionModel
        var first: [Double]
        var resolution: [Double]
        var trees: BoostedTrees?
    }

    /// Fits recognition, and then resolution in turn, because its features depend on what recognition and earlier
    /// rounds believe.
    package mutating func fit(_ items: [ToponymCorpus.Item]) throws -> Result {
        tables["resolution_trees.tsv"] = nil
        var parser = try Geoparser(tables: tables, gazetteer: gazetteer)
        let prepared = items.map { parser.prepare(Document($0.article)) }
        let kept = try KeptFeatures(without: excluded)
        var recognition = RecognitionModel(
            priors: kept.recognition(
                priors: try Self.priors(tables["recognition_priors.tsv"], RecognitionFeature.self)))
        recognition.fit(Self.clusters(prepared, items, kept: kept))
        tables["recognition_hashed.tsv"] = recognition.table(record: [])
        var result = Result(
            recognition: recognition.named, hashed: recognition,
            first: [Double](repeating: 0, count: ResolutionFeature.allCases.count),
            resolution: [Double](repeating: 0, count: ResolutionFeature.allCases.count))
        for _ in 0..<3 {
            if result.resolution.contains(where: { $0 != 0 }) {
                store(result, record: [])
            } else {
                tables["recognition_weights.tsv"] = Self.table(RecognitionFeature.self, result.recognition, [])
            }
            parser = try Geoparser(tables: tables, gazetteer: gazetteer)
            let (first, last) = Self.groups(prepared, items, parser, kept)
            let priors = [Double](repeating: 0, count: ResolutionFeature.allCases.count)
            result.first = LinearModels.ranking(first, priors: priors, ridge: ridge)
            result.resolution = LinearModels.ranking(last, priors: priors, ridge: ridge)
        }
        store(result, record: [])
        parser = try Geoparser(tables: tables, gazetteer: gazetteer)
        let last = Self.groups(prepared, items, parser, kept).last
        let offsets = last.map { group in group.candidates.map { LinearModels.dot(result.resolution, $0) } }
        result.trees = TreeBoosting().fit(last, offsets: offsets, features: ResolutionFeature.allCases.count)
        store(result, record: [])
        return result
    }

    typealias Groups = [(candidates: [Example], right: Set<Int>)]

    /// The candidates of the gold toponyms found, with their features in the first round and in the last.
    private static func groups(
        _ prepared: [Geoparser.Prepared], _ items: [ToponymCorpus.Item], _ parser: Geoparser,
        _ kept: KeptFeatures
    ) -> (first: Groups, last: Groups) {
        var first: Groups = []
        var last: Groups = []
        for (item, document) in zip(items, prepared) {
            let analysis = parser.analyze(document)
            for (index, mention) in analysis.mentions.enumerated() {
                let gold = item.toponyms.first { $0.range == mention.range && !$0.isDemonym }
                guard let gold, gold.coordinate != nil || gold.placeID != nil else { continue }
                let right = Self.right(mention, gold: gold)
                guard !right.isEmpty, right.count < mention.candidates.count else { continue }
                first.append((analysis.firstFeatures(index).map { kept.resolution($0).values }, right))
                last.append((analysis.candidateFeatures(index).map { kept.resolution($0).values }, right))
            }
        }
        return (first, last)
    }

    /// The overlapping spans of all documents, and which of them are toponyms.
    private static func clusters(
        _ prepared: [Geoparser.Prepared], _ items: [ToponymCorpus.Item], kept: KeptFeatures
    ) -> [RecognitionModel.Cluster] {
        var clusters: [RecognitionModel.Cluster] = []
        for (number, (item, document)) in zip(items, prepared).enumerated() {
            let gold = Set(item.toponyms.filter { !$0.isDemonym }.map(\.range))
            let ranges = document.spans.map(\.tokens)
            for cluster in SpanLattice.clusters(ranges) {
                let spans = document.spans[cluster]
                clusters.append(
                    RecognitionModel.Cluster(
                        spans: Array(ranges[cluster]), features: spans.map { kept.recognition($0.features) },
                        labels: spans.map { gold.contains($0.range) }, document: number))
            }
        }
        return clusters
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
        tables["recognition_hashed.tsv"] = result.hashed.table(record: record)
        tables["resolution_first_weights.tsv"] = Self.table(ResolutionFeature.self, result.first, record)
        tables["resolution_trees.tsv"] = result.trees?.table(ResolutionFeature.self, record: record)
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
