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
    /// The gazetteer, where it gives candidates without their places.
    private let source: (any EntrySource)?
    private let lexicon: Lexicon
    private let phrases: PhraseTable
    private let relativePlaces: RelativePlaceVocabulary
    private let recognition: Weights
    private let hashed: HashedWeights
    private let review: Weights
    private let calibration: Calibration
    private let resolution: Weights
    /// The weight of a document's prior.
    private let priorWeight: Double
    private let firstResolution: Weights?
    private let trees: TreeScorer?
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
        try self.init(files: tables.mapValues { Array($0.utf8) }, gazetteer: gazetteer, options: options)
    }

    /// The same with texts as they stand in their files, in UTF-8.
    package init(
        files tables: [String: [UInt8]], gazetteer: any Gazetteer, options: Options = Options()
    ) throws(GeoparsingError) {
        self.gazetteer = gazetteer
        self.options = options
        source = gazetteer as? any EntrySource
        lexicon = try Lexicon(files: tables)
        phrases = PhraseTable(lexicon)
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
            tables["recognition_review.tsv"] ?? Array(SpanReview.firstJudgement.utf8), name: "recognition_review.tsv",
            features: ReviewFeature.self)
        trees = try tables["resolution_trees.tsv"].map { table throws(GeoparsingError) in
            TreeScorer(try BoostedTrees(table, name: "resolution_trees.tsv", features: ResolutionFeature.self))
        }
        hashed = try HashedWeights(tables["recognition_hashed.tsv"] ?? [], name: "recognition_hashed.tsv")
        self.resolution = try Weights(resolution, name: "resolution_weights.tsv", features: ResolutionFeature.self)
        guard let outlets = tables["outlet_weights.tsv"] else { throw .missingTable("outlet_weights.tsv") }
        priorWeight = try Weights(outlets, name: "outlet_weights.tsv", features: PriorFeature.self)
            .contribution(PriorFeature.home.position, 1)
    }

    /// What was found in a document.
    public struct Reading: Sendable {
        public var toponyms: [ResolvedToponym]
        /// The demonyms with a country or another place of their own, in order, whether or not ``toponyms`` has them too.
        public var demonyms: [ResolvedToponym]
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
        var prepared = prepare(document)
        let analysis = analyze(&prepared, prior: prior, needsFeatures: false)
        let relative = RelativePlaces(context: prepared.finder.context, vocabulary: relativePlaces)
        var toponyms: [ResolvedToponym] = []
        toponyms.reserveCapacity(analysis.mentions.count)
        var places = KnownPlaces()
        let stated = StatedContainers(analysis, context: prepared.finder.context, threshold: options.threshold)
        for index in analysis.mentions.indices
        where analysis.mentions[index].isGiven || analysis.mentions[index].probability >= options.threshold {
            var toponym = resolved(index, analysis, stated.verdicts[index], &places)
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
        let demonyms = analysis.demonyms.compactMap { demonym($0, analysis.pool) }
        if options.demonyms { toponyms += demonyms }
        for index in toponyms.indices.dropFirst() where toponyms[index].range < toponyms[index - 1].range {
            toponyms.sort { $0.range < $1.range }
            break
        }
        return Reading(toponyms: toponyms, demonyms: demonyms, overrides: analysis.overridden.applied)
    }

    package var threshold: Double { options.threshold }

    /// How a table of calibration turns features into a confidence.
    package static func confidence(table: String) throws(GeoparsingError) -> (FeatureVector) -> Double {
        try Calibration(Array(table.utf8)).confidence
    }

    /// A document with the spans that may be toponyms: all that does not hang on weights.
    package struct Prepared: Sendable {
        package fileprivate(set) var spans: [Mention]
        fileprivate var demonyms: [Mention]
        fileprivate var finder: MentionFinder
        fileprivate let isGiven: Bool

        /// What speaks for and against each span.
        package func features() -> [FeatureVector] {
            let features = RecognitionFeatures(spans, demonyms: demonyms, finder: finder)
            return spans.indices.map { index in
                var vector = FeatureVector()
                features.add(index, to: &vector)
                return vector
            }
        }
    }

    package func prepare(_ document: Document) -> Prepared {
        let context = DocumentContext(document, lexicon: lexicon, phrases: phrases)
        var finder = MentionFinder(context: context, gazetteer: gazetteer, source: source, lexicon: lexicon)
        let given = document.article.givenToponyms
        if let cases {
            var inflected = InflectedFinder(context: context, gazetteer: gazetteer, tables: cases)
            let spans = given.map { inflected.given($0, in: &finder) } ?? inflected.find(in: &finder)
            let demonyms = inflected.demonyms(in: &finder)
            return Prepared(spans: spans, demonyms: demonyms, finder: finder, isGiven: true)
        }
        var (spans, demonyms) = finder.find()
        if let given {
            spans = finder.given(given)
        } else {
            Containers.mark(&spans, context: context, pool: finder.pool)
        }
        return Prepared(spans: spans, demonyms: demonyms, finder: finder, isGiven: given != nil)
    }

    package func analyze(_ document: Document, prior: DocumentPrior? = nil) -> Analysis {
        analyze(prepare(document), prior: prior)
    }

    package func analyze(_ prepared: Prepared, prior: DocumentPrior? = nil) -> Analysis {
        var prepared = prepared
        return analyze(&prepared, prior: prior, needsFeatures: true)
    }

    private func analyze(_ prepared: inout Prepared, prior: DocumentPrior?, needsFeatures: Bool) -> Analysis {
        var mentions = prepared.isGiven ? prepared.spans : likelySpans(prepared)
        prepared.finder.settle(&mentions)
        let overridden = options.overrides?.apply(
            to: &mentions, demonyms: &prepared.demonyms, in: prepared.finder.context.document,
            pool: &prepared.finder.pool, names: &prepared.finder.names)
        let pool = prepared.finder.pool
        Containers.link(&mentions, context: prepared.finder.context, pool: pool)
        var (first, last) = ToponymResolver(weights: resolution, first: firstResolution, trees: trees)
            .rounds(
                mentions, demonyms: prepared.demonyms, pool: pool, names: prepared.finder.names.count,
                prior: prior.map { PriorTerm(prior: $0, weight: priorWeight) }, needsFeatures: needsFeatures)
        CapitalNames(mentions: mentions, pool: pool).settle(&last)
        return Analysis(
            mentions: mentions, demonyms: prepared.demonyms, pool: pool, rankings: last, firstRankings: first,
            overridden: overridden ?? OverrideTable.Application())
    }

    /// The spans that the first judgement leaves, with what the second is made of.
    private func judged(_ prepared: Prepared) -> (spans: [Mention], review: SpanReview) {
        let features = RecognitionFeatures(prepared.spans, demonyms: prepared.demonyms, finder: prepared.finder)
        var spans: [Mention] = []
        var scores: [Double] = []
        spans.reserveCapacity(prepared.spans.count)
        scores.reserveCapacity(prepared.spans.count)
        var score = FeatureScore(recognition, hashed)
        // Phrases that are no places are a table's word, whatever the corpora say.
        for index in prepared.spans.indices where !prepared.spans[index].isInPhrase {
            score.reset()
            features.add(index, to: &score)
            guard score.value > SpanReview.floor else { continue }
            spans.append(prepared.spans[index])
            scores.append(score.value)
        }
        let review = SpanReview(
            spans, scores: scores, context: prepared.finder.context, names: prepared.finder.names)
        return (spans, review)
    }

    /// The spans that the first judgement leaves, with the features of the second.
    package func reviewed(_ prepared: Prepared) -> (spans: [Mention], features: [FeatureVector]) {
        let (spans, review) = judged(prepared)
        var vectors = [FeatureVector](repeating: FeatureVector(), count: spans.count)
        review.visit { index, span in review.add(index, span, to: &vectors[index]) }
        return (spans, vectors)
    }

    /// The likeliest of the spans, none over another, with their probabilities.
    private func likelySpans(_ prepared: Prepared) -> [Mention] {
        let (spans, judgement) = judged(prepared)
        var scores = [Double](repeating: 0, count: spans.count)
        var score = FeatureScore(review)
        judgement.visit { index, span in
            score.reset()
            judgement.add(index, span, to: &score)
            scores[index] = score.value
        }
        let ranges = spans.map(\.tokens)
        let probabilities = SpanLattice.marginals(ranges, scores: scores)
        return SpanLattice.choose(ranges, probabilities, floor: 0.1).map { number in
            var mention = spans[number]
            mention.probability = probabilities[number]
            return mention
        }
    }

    /// The places of the candidates that were chosen before: names come again, and a place is several texts.
    private struct KnownPlaces {
        private var entries = HashNumbers()
        private var places: [Place?] = []

        mutating func place(_ entry: Int, _ pool: CandidatePool) -> Place? {
            let number = entries.number(of: UInt64(entry) + 1)
            if number == places.count { places.append(pool.place(entry)) }
            return places[number]
        }
    }

    private func resolved(
        _ index: Int, _ analysis: Analysis, _ stated: StatedContainers.Verdict, _ places: inout KnownPlaces
    ) -> ResolvedToponym {
        let mention = analysis.mentions[index]
        let best = stated.isElsewhere ? nil : analysis.best(index)
        guard let best, let place = places.place(stated.entry < 0 ? best.entry : stated.entry, analysis.pool) else {
            return ResolvedToponym(
                range: mention.range, place: nil, unresolved: .notInGazetteer, confidence: mention.probability,
                liesIn: stated.holder < 0 ? nil : analysis.mentions[stated.holder].range)
        }
        return ResolvedToponym(
            range: mention.range, place: place,
            confidence: mention.hasOverride
                ? 1
                : calibration.confidence(
                    span: mention.probability, place: best.probability, isOnly: best.isOnly, isExact: best.isExact),
            evidence: mention.hasOverride ? .override : .text)
    }

    private func demonym(_ mention: Mention, _ pool: CandidatePool) -> ResolvedToponym? {
        // Villages may be named `German`, too.
        let range = pool[mention.candidates].range
        let own = range.filter { pool.entries[$0].kind == .demonym }
        // "Georgian" is of the country before the state.
        guard
            let entry = own.first(where: { pool.entries[$0].placeKind == .country }) ?? own.first ?? range.first,
            let place = pool.place(entry)
        else { return nil }
        return ResolvedToponym(range: mention.range, place: place, confidence: 0.9, role: .demonym)
    }
}
