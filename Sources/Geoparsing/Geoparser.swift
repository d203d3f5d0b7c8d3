public import Articles
public import Gazetteers

/// Finds the toponyms of a document and the places they stand for.
public struct Geoparser: Sendable {
    public struct Options: Sendable {
        /// Also return demonyms ("Ukrainian"), with the country as their place.
        public var demonyms = false
        /// Spans less likely than this are left out, 0...1.
        public var threshold = 0.5
        /// What an analyst says of names; goes before all else.
        public var overrides: OverrideTable?
        public init() {}
    }

    private let gazetteer: any Gazetteer
    private let lexicon: Lexicon
    private let relativePlaces: RelativePlaceVocabulary
    private let recognition: Weights
    private let resolution: Weights
    /// The weight of a document's prior.
    private let priorWeight: Double
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
        let analysis = analyze(context, prior: prior)
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

    /// Mentions with their features and rankings: what training and explanations read.
    package struct Analysis {
        package var mentions: [Mention]
        package var demonyms: [Mention]
        var rankings: [ToponymResolver.Ranking]
        var overridden = OverrideTable.Application()

        /// The features and probabilities of the candidates of mention `index`.
        package func candidateFeatures(_ index: Int) -> [FeatureVector] { rankings[index].features }
        package func candidateProbabilities(_ index: Int) -> [Double] { rankings[index].probabilities }
    }

    package func analyze(_ document: Document, prior: DocumentPrior? = nil) -> Analysis {
        analyze(DocumentContext(document, lexicon: lexicon), prior: prior)
    }

    private func analyze(_ context: DocumentContext, prior: DocumentPrior?) -> Analysis {
        let document = context.document
        var finder = MentionFinder(context: context, gazetteer: gazetteer, lexicon: lexicon)
        var (mentions, demonyms) = finder.find()
        if let given = document.article.givenToponyms { mentions = finder.given(given) }
        let overridden = options.overrides?.apply(to: &mentions, demonyms: &demonyms, in: document)
        Containers.link(&mentions, context: context)
        RecognitionFeatures(context: context, lexicon: lexicon).fill(&mentions)
        for index in mentions.indices {
            mentions[index].probability =
                mentions[index].isGiven ? 1 : logistic(recognition.score(mentions[index].features))
        }
        let rankings = ToponymResolver(weights: resolution).rank(
            mentions, demonyms: demonyms, prior: prior.map { PriorTerm(prior: $0, weight: priorWeight) })
        return Analysis(
            mentions: mentions, demonyms: demonyms, rankings: rankings,
            overridden: overridden ?? OverrideTable.Application())
    }

    private func resolved(_ mention: Mention, _ ranking: ToponymResolver.Ranking) -> ResolvedToponym {
        guard let best = ranking.best else {
            return ResolvedToponym(
                range: mention.range, place: nil, unresolved: .notInGazetteer, confidence: mention.probability)
        }
        return ResolvedToponym(
            range: mention.range, place: mention.candidates[best].place,
            confidence: mention.override != nil ? 1 : mention.probability * ranking.probabilities[best],
            evidence: mention.override != nil ? .override : .text)
    }

    private func demonym(_ mention: Mention) -> ResolvedToponym? {
        guard let place = mention.candidates.first?.place else { return nil }
        return ResolvedToponym(range: mention.range, place: place, confidence: 0.9, role: .demonym)
    }
}

/// Finds "X, Y" and "X (Y)", where Y contains X.
enum Containers {
    static func link(_ mentions: inout [Mention], context: DocumentContext) {
        for index in mentions.indices.dropLast() {
            let gap =
                mentions[index].tokens
                .upperBound..<max(
                    mentions[index].tokens.upperBound, mentions[index + 1].tokens.lowerBound)
            let words = gap.map { context.lower[$0] }
            let joins =
                words == [","] || words == ["("] || words == ["(", "in"] || words == ["in"] || words == [",", "in"]
            guard joins, context.sentence[mentions[index].tokens.lowerBound] == context.sentence[gap.lowerBound]
            else { continue }
            let isInside = mentions[index].candidates.contains { inner in
                mentions[index + 1].candidates.contains { Containment.contains($0.place, inner.place) }
            }
            if isInside {
                mentions[index].container = index + 1
                mentions[index + 1].containing = index
            }
        }
    }
}
