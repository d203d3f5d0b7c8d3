public import Articles
public import Gazetteers

/// Finds the toponyms of a document and the places they stand for.
public struct Geoparser: Sendable {
    public struct Options: Sendable {
        /// Also return demonyms ("Ukrainian"), with the country as their place.
        public var demonyms = false
        /// Spans less likely than this are left out, 0...1.
        public var threshold = 0.45
        /// What an analyst says of names; goes before all else.
        public var overrides: OverrideTable?
        public init() {}
    }

    private let gazetteer: any Gazetteer
    private let lexicon: Lexicon
    private let relativePlaces: RelativePlaceVocabulary
    private let recognition: Weights
    private let hashed: HashedWeights
    private let review: Weights
    private let calibration: Calibration
    private let resolution: Weights
    /// The weight of a document's prior.
    private let priorWeight: Double
    private let firstResolution: Weights?
    private let trees: BoostedTrees?
    /// How the language bends names, where it does.
    private let cases: CaseTables?
    private let options: Options

    /// - Parameters:
    ///   - tables: the texts of the files of `Resources/en` by name.
    ///   - gazetteer: where names are looked up.
    /// - Throws: ``GeoparsingError`` for a table that is missing or damaged.
    public init(
        tables: [String: String], gazetteer: any Gazetteer, options: Options = Options()
    ) throws(GeoparsingError) {
        self.gazetteer = gazetteer
        self.options = options
        lexicon = try Lexicon(tables: tables)
        cases = try CaseTables(tables)
        guard let recognition = tables["recognition_weights.tsv"] else {
            throw .missingTable("recognition_weights.tsv")
        }
        guard let resolution = tables["resolution_weights.tsv"] else {
            throw .missingTable("resolution_weights.tsv")
        }
        guard let relative = tables["relative_places.tsv"] else { throw .missingTable("relative_places.tsv") }
        relativePlaces = try RelativePlaceVocabulary(relative)
        self.recognition = try Weights(
            recognition, name: "recognition_weights.tsv", features: RecognitionFeature.self)
        firstResolution = try tables["resolution_first_weights.tsv"].map { table throws(GeoparsingError) in
            try Weights(table, name: "resolution_first_weights.tsv", features: ResolutionFeature.self)
        }
        calibration = try Calibration(tables["calibration.tsv"])
        review = try Weights(
            tables["recognition_review.tsv"] ?? SpanReview.firstJudgement, name: "recognition_review.tsv",
            features: ReviewFeature.self)
        trees = try tables["resolution_trees.tsv"].map { table throws(GeoparsingError) in
            try BoostedTrees(table, name: "resolution_trees.tsv", features: ResolutionFeature.self)
        }
        hashed = try HashedWeights(tables["recognition_hashed.tsv"] ?? "", name: "recognition_hashed.tsv")
        self.resolution = try Weights(resolution, name: "resolution_weights.tsv", features: ResolutionFeature.self)
        guard let outlets = tables["outlet_weights.tsv"] else { throw .missingTable("outlet_weights.tsv") }
        priorWeight = try Weights(outlets, name: "outlet_weights.tsv", features: PriorFeature.self)
            .contribution(PriorFeature.home.position, 1)
    }

    /// What was found in a document.
    public struct Reading: Sendable {
        public var toponyms: [ResolvedToponym]
        /// The numbers of the overrides that met a name, for ``OverrideTable/unused(_:)``.
        public var overrides: [Int]
    }

    /// The toponyms of `document`, in order. Names without a place are there too, with the reason.
    ///
    /// - Parameter prior: where the document is likely to play, such as ``OutletTable/prior(for:)`` knows.
    public func toponyms(in document: Document, prior: DocumentPrior? = nil) -> [ResolvedToponym] {
        read(document, prior: prior).toponyms
    }

    /// The toponyms of `document`, and which overrides were of use.
    public func read(_ document: Document, prior: DocumentPrior? = nil) -> Reading {
        let context = DocumentContext(document, lexicon: lexicon)
        let analysis = analyze(prepare(context), prior: prior)
        let relative = RelativePlaces(context: context, vocabulary: relativePlaces)
        var toponyms: [ResolvedToponym] = []
        for (mention, ranking) in zip(analysis.mentions, analysis.rankings)
        where mention.isGiven || mention.probability >= options.threshold {
            var toponym = resolved(mention, ranking)
            if let place = toponym.place, place.kind == .settlement {
                toponym.offset = relative.offset(before: toponym.range, anchor: place.coordinate)
            }
            toponyms.append(toponym)
        }
        if let given = document.article.givenToponyms {
            let found = Set(toponyms.map(\.range) + analysis.overridden.dropped)
            toponyms += given.filter { !found.contains($0) }.map { range in
                ResolvedToponym(range: range, place: nil, unresolved: .notInGazetteer, confidence: 0)
            }
        }
        if options.demonyms { toponyms += analysis.demonyms.compactMap(demonym) }
        return Reading(
            toponyms: toponyms.sorted { $0.range < $1.range }, overrides: analysis.overridden.applied)
    }

    package var threshold: Double { options.threshold }

    /// How a table of calibration turns features into a confidence.
    package static func confidence(table: String) throws(GeoparsingError) -> (FeatureVector) -> Double {
        try Calibration(table).confidence
    }

    /// Mentions with their features and rankings: what training and explanations read.
    package struct Analysis {
        package var mentions: [Mention]
        package var demonyms: [Mention]
        var rankings: [ToponymResolver.Ranking]
        var overridden = OverrideTable.Application()
        var firstRankings: [ToponymResolver.Ranking]

        /// The same features in the first round, which knows nothing of the other names' places.
        package func firstFeatures(_ index: Int) -> [FeatureVector] { firstRankings[index].features }
        /// What the confidence of mention `index` is made of, and the place it is for; `nil` without a place.
        package func calibration(_ index: Int) -> (place: Place, features: FeatureVector)? {
            guard let best = rankings[index].best else { return nil }
            return (
                mentions[index].candidates[best].place,
                Geoparser.calibrationFeatures(mentions[index], rankings[index], best)
            )
        }
        /// The features and probabilities of the candidates of mention `index`.
        package func candidateFeatures(_ index: Int) -> [FeatureVector] { rankings[index].features }
        package func candidateProbabilities(_ index: Int) -> [Double] { rankings[index].probabilities }
    }

    /// A document with the spans that may be toponyms: all that does not hang on weights.
    package struct Prepared: Sendable {
        package var spans: [Mention]
        package var demonyms: [Mention]
        let finder: MentionFinder
        let isGiven: Bool
    }

    package func prepare(_ document: Document) -> Prepared { prepare(DocumentContext(document, lexicon: lexicon)) }

    private func prepare(_ context: DocumentContext) -> Prepared {
        var finder = MentionFinder(context: context, gazetteer: gazetteer, lexicon: lexicon)
        if let cases {
            var inflected = InflectedFinder(context: context, gazetteer: gazetteer, tables: cases)
            let spans = context.document.article.givenToponyms.map { inflected.given($0) } ?? inflected.find()
            return Prepared(spans: spans, demonyms: inflected.demonyms(), finder: finder, isGiven: true)
        }
        var (spans, demonyms) = finder.find()
        if let given = context.document.article.givenToponyms {
            spans = finder.given(given)
        } else {
            Containers.mark(&spans, context: context)
            RecognitionFeatures(context: context, lexicon: lexicon).fill(&spans, demonyms: demonyms)
        }
        return Prepared(
            spans: spans, demonyms: demonyms, finder: finder, isGiven: context.document.article.givenToponyms != nil)
    }

    package func analyze(_ document: Document, prior: DocumentPrior? = nil) -> Analysis {
        analyze(prepare(document), prior: prior)
    }

    package func analyze(_ prepared: Prepared, prior: DocumentPrior? = nil) -> Analysis {
        var mentions = prepared.isGiven ? prepared.spans : likelySpans(prepared)
        prepared.finder.settle(&mentions)
        var demonyms = prepared.demonyms
        let overridden = options.overrides?.apply(
            to: &mentions, demonyms: &demonyms, in: prepared.finder.context.document)
        Containers.link(&mentions, context: prepared.finder.context)
        let (first, last) = ToponymResolver(weights: resolution, first: firstResolution, trees: trees)
            .rounds(mentions, demonyms: demonyms, prior: prior.map { PriorTerm(prior: $0, weight: priorWeight) })
        return Analysis(
            mentions: mentions, demonyms: demonyms, rankings: last,
            overridden: overridden ?? OverrideTable.Application(), firstRankings: first)
    }

    /// The spans that the first judgement leaves, with the features of the second.
    package func reviewed(_ prepared: Prepared) -> (spans: [Mention], features: [FeatureVector]) {
        var spans: [Mention] = []
        var scores: [Double] = []
        // Phrases that are no places are a table's word, whatever the corpora say.
        for span in prepared.spans where !span.isInPhrase {
            let score = recognition.score(span.features) + hashed.score(span.features)
            guard score > SpanReview.floor else { continue }
            spans.append(span)
            scores.append(score)
        }
        return (spans, SpanReview.features(spans, scores: scores, context: prepared.finder.context))
    }

    /// The likeliest of the spans, none over another, with their probabilities.
    private func likelySpans(_ prepared: Prepared) -> [Mention] {
        let (spans, features) = reviewed(prepared)
        let ranges = spans.map(\.tokens)
        let probabilities = SpanLattice.marginals(ranges, scores: features.map { review.score($0) })
        return SpanLattice.choose(ranges, probabilities, floor: 0.1).map { number in
            var mention = spans[number]
            mention.probability = probabilities[number]
            return mention
        }
    }

    private func resolved(_ mention: Mention, _ ranking: ToponymResolver.Ranking) -> ResolvedToponym {
        guard let best = ranking.best else {
            return ResolvedToponym(
                range: mention.range, place: nil, unresolved: .notInGazetteer, confidence: mention.probability)
        }
        return ResolvedToponym(
            range: mention.range, place: mention.candidates[best].place,
            confidence: mention.override != nil
                ? 1 : calibration.confidence(Self.calibrationFeatures(mention, ranking, best)),
            evidence: mention.override != nil ? .override : .text)
    }

    private static func calibrationFeatures(
        _ mention: Mention, _ ranking: ToponymResolver.Ranking, _ best: Int
    ) -> FeatureVector {
        Calibration.features(
            span: mention.probability, place: ranking.probabilities[best], isOnly: mention.candidates.count == 1,
            isExact: mention.candidates[best].rung == .exact)
    }

    private func demonym(_ mention: Mention) -> ResolvedToponym? {
        guard let place = mention.candidates.first?.place else { return nil }
        return ResolvedToponym(range: mention.range, place: place, confidence: 0.9, role: .demonym)
    }
}
