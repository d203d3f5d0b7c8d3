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
        public init() {}
    }

    public let geoparser: Geoparser
    public let temporalTagger: TemporalTagger
    public let eventExtractor: EventExtractor
    private let options: Options

    /// - Throws: an error of the module whose data are missing or damaged.
    public init(data: DataLocator, gazetteer: any Gazetteer, options: Options = Options()) throws {
        self.options = options
        geoparser = try Geoparser(
            tables: try data.tables(module: "Geoparsing", folder: "en"), gazetteer: gazetteer,
            options: options.geoparsing)
        temporalTagger = try TemporalTagger(tables: try data.tables(module: "TemporalTagging", folder: "en"))
        eventExtractor = try EventExtractor(tables: try data.tables(module: "EventExtraction", folder: "en"))
    }

    /// What each stage found in one document.
    public struct Analysis: Sendable {
        public var document: Document
        public var toponyms: [ResolvedToponym]
        public var times: [TemporalExpression]
        public var events: [Event]
    }

    public func analyze(_ article: Article) -> Analysis {
        let document = Document(article)
        let toponyms = geoparser.toponyms(in: document)
        let times = temporalTagger.tag(document, narrative: options.narrative)
        let events = eventExtractor.extract(document, toponyms: toponyms, times: times)
        return Analysis(document: document, toponyms: toponyms, times: times, events: events)
    }

    public func annotate(_ article: Article) -> AnnotationRecord { AnnotationRecord(analyze(article)) }
}
