internal import Articles
public import TemporalTagging

/// Runs the tagger, or reads what another one wrote, over a corpus.
public struct TimeTagging: Sendable {
    /// The time expressions compared with the gold.
    public enum Source: Sendable {
        case tagger(TemporalTagger, narrative: Bool)
        /// A folder of TimeML files with the names and the text of the gold's.
        case folder(String)
    }

    /// What was read and how long that took, on one core.
    public struct Speed: Hashable, Sendable {
        public var bytes = 0
        public var sentences = 0
        /// Seconds of cutting the text into sentences and tokens.
        public var segmentation = 0.0
        /// Seconds of finding and valuing time expressions.
        public var tagging = 0.0
    }

    public private(set) var evaluation = TimeEvaluation()
    public private(set) var speed = Speed()

    /// - Parameter repeats: how often each text is tagged, for measuring speed; at least once.
    /// - Throws: ``ArticleError`` or ``TimeMLError`` for a file of the other tagger that is missing or has another text.
    public init(_ corpus: TimeCorpus, source: Source, repeats: Int = 1) throws {
        let clock = ContinuousClock()
        for item in corpus.items {
            var document = Document(item.article)
            var found: [TimeMLDocument.Expression] = []
            switch source {
            case .tagger(let tagger, let narrative):
                for _ in 0..<max(1, repeats) {
                    var tagged: [TemporalExpression] = []
                    speed.segmentation += Self.seconds(clock.measure { document = Document(item.article) })
                    speed.tagging += Self.seconds(
                        clock.measure { tagged = tagger.tag(document, narrative: narrative) })
                    speed.bytes += document.bytes.count
                    speed.sentences += document.sentences.count
                    found = tagged.map { TimeMLDocument.Expression($0) }
                }
            case .folder(let folder):
                let path = folder + "/" + item.article.id
                let file = try TimeMLDocument(bytes: try FileBytes.read(path), path: path)
                guard file.text == item.article.text else {
                    throw TimeMLError(path: path, line: 0, detail: "the text differs from the gold file's")
                }
                found = file.expressions
            }
            evaluation.add(item, found: found, in: document)
        }
    }

    private static func seconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }
}
