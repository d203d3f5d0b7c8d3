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

    func analyze(_ article: Article, in language: Language) -> Analysis {
        let document = Document(article)
        let own = languages.stages(for: language)
        let stages = own ?? english
        let reading = stages.geoparser.read(document, prior: options.outlets?.prior(for: article))
        let reportsDemonyms = options.geoparsing.demonyms
        var toponyms = reading.toponyms
        if !reportsDemonyms, !reading.demonyms.isEmpty {
            toponyms = (toponyms + reading.demonyms).sorted { $0.range < $1.range }
        }
        let times = stages.temporalTagger.tag(document, narrative: options.narrative)
        let events = stages.eventExtractor.extract(document, toponyms: toponyms, times: times)
        return Analysis(
            document: document, language: own == nil ? .english : language, toponyms: toponyms,
            reportsDemonyms: reportsDemonyms, times: times, events: events, overrides: reading.overrides)
    }

    /// Only the toponyms of an article.
    public func toponyms(_ article: Article) -> [ResolvedToponym] {
        (languages.stages(for: Language(of: article)) ?? english).geoparser
            .toponyms(in: Document(article), prior: options.outlets?.prior(for: article))
    }

    public func annotate(_ article: Article) -> AnnotationRecord { AnnotationRecord(analyze(article)) }
}
