public import Articles
public import EventExtraction
public import Gazetteers
public import Geoparsing
public import TemporalTagging

/// From an article to what it says: segmentation, toponyms, times, events.
///
/// A value without state: the same article gives the same record on any thread.
public struct Pipeline: Sendable {
    public struct Options: Sendable {
        public var geoparsing = Geoparser.Options()
        /// Anchor dates in the narrative rather than on the document's date.
        public var narrative = false
        /// Where outlets are at home, to resolve their articles' places by.
        public var outlets: OutletTable?
        /// Give events that are most likely none, too: training learns from them.
        package var keepsDoubtfulEvents = false
        public init() {}
    }

    public var geoparser: Geoparser { english.geoparser }
    public var temporalTagger: TemporalTagger { english.temporalTagger }
    public var eventExtractor: EventExtractor { english.eventExtractor }
    private let english: LanguageStages.Stages
    private let languages: LanguageStages
    private let options: Options
    /// What an analyst said of names, where there is such a table.
    public var overrides: OverrideTable? { options.geoparsing.overrides }

    /// - Throws: an error of the module whose data are missing or damaged.
    public init(data: DataLocator, gazetteer: any Gazetteer, options: Options = Options()) throws {
        self.options = options
        languages = LanguageStages(data: data, gazetteer: gazetteer, options: options.geoparsing)
        english = try languages.compile(.english, keepsDoubtfulEvents: options.keepsDoubtfulEvents)
    }

    /// What each stage found in one document.
    public struct Analysis: Sendable {
        public var document: Document
        /// The language whose tables were read.
        public var language = Language.english
        /// With the demonyms, which events may refer to.
        public var toponyms: [ResolvedToponym]
        /// Whether demonyms are reported, too.
        public var reportsDemonyms = false
        public var times: [TemporalExpression]
        public var events: [Event]
        /// The numbers of the overrides that met a name.
        public var overrides: [Int] = []
    }

    public func analyze(_ article: Article) -> Analysis { analyze(article, in: Language(of: article)) }

    func analyze(_ article: Article, in language: Language) -> Analysis { analyze([(article, language)])[0] }

    /// What each article says. Every stage reads all of them before the next one begins: its code and its tables stay in the
    /// caches of the processor, which the stages of one article after the other drive out of them.
    func analyze(_ articles: [(article: Article, language: Language)]) -> [Analysis] {
        let stages = articles.map { languages.stages(for: $0.language) }
        var analyses = articles.indices.map { index in
            Analysis(
                document: Document(articles[index].article),
                language: stages[index] == nil ? .english : articles[index].language, toponyms: [],
                reportsDemonyms: options.geoparsing.demonyms, times: [], events: [])
        }
        for index in analyses.indices {
            let reading = (stages[index] ?? english).geoparser.read(
                analyses[index].document, prior: options.outlets?.prior(for: articles[index].article))
            analyses[index].toponyms = reading.toponyms
            if !options.geoparsing.demonyms, !reading.demonyms.isEmpty {
                analyses[index].toponyms = (reading.toponyms + reading.demonyms).sorted { $0.range < $1.range }
            }
            analyses[index].overrides = reading.overrides
        }
        for index in analyses.indices {
            analyses[index].times = (stages[index] ?? english).temporalTagger.tag(
                analyses[index].document, narrative: options.narrative)
        }
        for index in analyses.indices {
            let analysis = analyses[index]
            analyses[index].events = (stages[index] ?? english).eventExtractor.extract(
                analysis.document, toponyms: analysis.toponyms, times: analysis.times)
        }
        return analyses
    }

    /// Only the toponyms of an article.
    public func toponyms(_ article: Article) -> [ResolvedToponym] {
        (languages.stages(for: Language(of: article)) ?? english).geoparser
            .toponyms(in: Document(article), prior: options.outlets?.prior(for: article))
    }

    public func annotate(_ article: Article) -> AnnotationRecord { AnnotationRecord(analyze(article)) }
}
