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
        var recognition: RecognitionModel
        var review: [Double]
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
        let headlines = Headlines.of(items)
        let transplants = Transplants(gazetteer: gazetteer).of(items)
        let moved = transplants.map { parser.prepare(Document($0.article)) }
        let recognition = try fitRecognition(
            prepared + headlines.map { parser.prepare(Document($0.article)) } + moved,
            items + headlines + transplants, kept)
        let review = try fitReview(prepared, items, moved, transplants, kept)
        store(recognition)
        tables["recognition_review.tsv"] = Self.table(ReviewFeature.self, review.named, [])
        var result = Result(
            recognition: recognition, review: review.named,
            first: [Double](repeating: 0, count: ResolutionFeature.allCases.count),
            resolution: [Double](repeating: 0, count: ResolutionFeature.allCases.count))
        for _ in 0..<3 {
            if result.resolution.contains(where: { $0 != 0 }) { store(result, record: []) }
            parser = try Geoparser(tables: tables, gazetteer: gazetteer)
            let (first, last) = Self.groups(prepared, items, parser, kept)
            let priors = try Self.priors(tables["resolution_priors.tsv"], ResolutionFeature.self)
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

    private func fitRecognition(
        _ prepared: [Geoparser.Prepared], _ items: [ToponymCorpus.Item], _ kept: KeptFeatures
    ) throws -> RecognitionModel {
        var model = RecognitionModel(
            priors: kept.recognition(
                priors: try Self.priors(tables["recognition_priors.tsv"], RecognitionFeature.self)))
        model.fit(
            Self.clusters(
                zip(prepared, items).map { document, item in
                    (document.spans, document.features().map { kept.recognition($0) }, item)
                }))
        return model
    }

    private mutating func store(_ recognition: RecognitionModel) {
        tables["recognition_weights.tsv"] = Self.table(RecognitionFeature.self, recognition.named, [])
        tables["recognition_hashed.tsv"] = recognition.table(record: [])
    }

    /// Fits the second judgement on first judgements of documents that these have not seen.
    private mutating func fitReview(
        _ prepared: [Geoparser.Prepared], _ items: [ToponymCorpus.Item], _ moved: [Geoparser.Prepared],
        _ transplants: [ToponymCorpus.Item], _ kept: KeptFeatures
    ) throws -> RecognitionModel {
        let parts = 3
        var judged: [(spans: [Mention], features: [FeatureVector], item: ToponymCorpus.Item)] = []
        for part in 0..<parts {
            let seen = items.indices.filter { $0 % parts != part }
            store(
                try fitRecognition(
                    seen.map { prepared[$0] } + seen.map { moved[$0] },
                    seen.map { items[$0] } + seen.map { transplants[$0] },
                    kept))
            let parser = try Geoparser(tables: tables, gazetteer: gazetteer)
            for index in items.indices where index % parts == part {
                let (spans, features) = parser.reviewed(prepared[index])
                judged.append((spans, features, items[index]))
            }
        }
        var priors = [Double](repeating: 0, count: ReviewFeature.allCases.count)
        priors[ReviewFeature.score.rawValue] = 1
        var model = RecognitionModel(priors: priors)
        model.fit(Self.clusters(judged))
        return model
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
                let candidates = analysis.candidates(index)
                let right = Self.right(candidates, gold: gold)
                guard !right.isEmpty, right.count < candidates.count else { continue }
                first.append((analysis.firstFeatures(index).map { kept.resolution($0).values }, right))
                last.append((analysis.candidateFeatures(index).map { kept.resolution($0).values }, right))
            }
        }
        return (first, last)
    }

    /// The overlapping spans of all documents, and which of them are toponyms.
    private static func clusters(
        _ documents: [(spans: [Mention], features: [FeatureVector], item: ToponymCorpus.Item)]
    ) -> [RecognitionModel.Cluster] {
        var clusters: [RecognitionModel.Cluster] = []
        for (number, document) in documents.enumerated() {
            let gold = Set(document.item.toponyms.filter { !$0.isDemonym }.map(\.range))
            let ranges = document.spans.map(\.tokens)
            for cluster in SpanLattice.clusters(ranges) {
                clusters.append(
                    RecognitionModel.Cluster(
                        spans: Array(ranges[cluster]), features: Array(document.features[cluster]),
                        labels: document.spans[cluster].map { gold.contains($0.range) }, document: number))
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

    /// The candidates that are the gold place: by id, else those within 25 km of it, else a region within
    /// 1500 km.
    static func right(_ candidates: [Place], gold: ToponymCorpus.Gold) -> Set<Int> {
        let same = candidates.indices.filter { candidates[$0].id == gold.placeID }
        if !same.isEmpty { return Set(same) }
        guard let coordinate = gold.coordinate else { return [] }
        func distance(_ index: Int) -> Double {
            Geodesic.wgs84.inverse(candidates[index].coordinate, coordinate).distance
        }
        let near = candidates.indices.filter { distance($0) < 25_000 }
        guard near.isEmpty else { return Set(near) }
        // Gazetteers put the point of a sea or a region where they like.
        return Set(
            candidates.indices.filter {
                let kind = candidates[$0].kind
                return (kind == .region || kind == .water || kind == .mountain) && distance($0) < 1_500_000
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

    /// Keeps a table of ``CalibrationFitting``.
    package mutating func store(calibration: String) { tables["calibration.tsv"] = calibration }

    package mutating func store(_ result: Result, record: [String]) {
        tables["recognition_weights.tsv"] = Self.table(RecognitionFeature.self, result.recognition.named, record)
        tables["recognition_review.tsv"] = Self.table(ReviewFeature.self, result.review, record)
        tables["recognition_hashed.tsv"] = result.recognition.table(record: record)
        tables["resolution_first_weights.tsv"] = Self.table(ResolutionFeature.self, result.first, record)
        tables["resolution_trees.tsv"] = result.trees?.table(ResolutionFeature.self, record: record)
        tables["resolution_weights.tsv"] = Self.table(ResolutionFeature.self, result.resolution, record)
    }

    static func table<Feature: ModelFeature>(
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
