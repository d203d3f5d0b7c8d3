public import Articles
public import Gazetteers
import GeoTypes
import Geodesy
public import Geoparsing

/// How well toponyms are found and resolved, by the usual definitions.
///
/// Demonyms are left out on both sides. Detection asks for the exact span; end to end counts every linked gold toponym,
/// and a wrong or missing one as wrong.
public struct ToponymEvaluation: Sendable {
    /// Exact spans.
    public private(set) var detection = Score()
    /// Spans that overlap, one to one: for corpora whose spans end elsewhere ("Kharkiv region").
    public private(set) var overlap = Score()
    public private(set) var linked = 0
    public private(set) var exactID = 0
    public private(set) var within161km = 0
    /// Of the gold toponyms found: how many have coordinates, and how many of them are within 161 km.
    public private(set) var foundLinked = 0
    public private(set) var mistakes: [Mistake] = []

    /// A gold toponym missed or misplaced, or a span that is none.
    public struct Mistake: Sendable {
        public enum Kind: String, Sendable {
            case missed
            case spurious
            case unresolved
            case misplaced
        }
        public var kind: Kind
        public var article: String
        public var text: String
        public var passage: String
        public var expected: String?
        public var found: String?
    }

    private let isDemonym: @Sendable (String) -> Bool

    /// - Parameter isDemonym: whether a word such as "Ukrainian" names no place; corpora do not always say.
    public init(isDemonym: @escaping @Sendable (String) -> Bool) { self.isDemonym = isDemonym }

    /// Demonyms are those of a gazetteer.
    public init(gazetteer: any Gazetteer) {
        self.init { text in
            let found = gazetteer.candidates(for: text, depth: .exact)
            return !found.isEmpty && found.allSatisfy { $0.kind == .demonym }
        }
    }

    /// 100 miles.
    public static let radius = 161_000.0

    public mutating func add(_ item: ToponymCorpus.Item, document: Document, toponyms: [ResolvedToponym]) {
        let gold = item.toponyms.filter { !$0.isDemonym && !isDemonym(document.text($0.range)) }
        let skipped = item.toponyms.filter { $0.isDemonym || isDemonym(document.text($0.range)) }.map(\.range)
        let found = toponyms.filter { toponym in
            toponym.role != .demonym && !skipped.contains { $0.overlaps(toponym.range) }
        }
        detection.expected += gold.count
        detection.found += found.count
        overlap.expected += gold.count
        overlap.found += found.count
        var taken: Set<Int> = []
        for entry in gold {
            let exact = found.indices.first { found[$0].range == entry.range }
            if exact != nil { detection.correct += 1 }
            let match = exact ?? found.indices.first { !taken.contains($0) && found[$0].range.overlaps(entry.range) }
            if let match, taken.insert(match).inserted { overlap.correct += 1 }
            score(entry, exact.map { found[$0] }, overlapping: match != nil, in: document)
        }
        for (index, toponym) in found.enumerated() where !taken.contains(index) {
            note(.spurious, toponym.range, in: document, found: toponym.place?.id)
        }
    }

    private mutating func score(
        _ gold: ToponymCorpus.Gold, _ toponym: ResolvedToponym?, overlapping: Bool, in document: Document
    ) {
        guard let coordinate = gold.coordinate else { return }
        linked += 1
        guard let toponym else {
            note(.missed, gold.range, in: document, expected: gold.placeID)
            return
        }
        foundLinked += 1
        guard let place = toponym.place else {
            note(.unresolved, gold.range, in: document, expected: gold.placeID)
            return
        }
        if place.id == gold.placeID { exactID += 1 }
        if Geodesic.wgs84.inverse(place.coordinate, coordinate).distance <= Self.radius || place.id == gold.placeID {
            within161km += 1
        } else {
            note(.misplaced, gold.range, in: document, expected: gold.placeID, found: place.id)
        }
    }

    private mutating func note(
        _ kind: Mistake.Kind, _ range: TextRange, in document: Document, expected: String? = nil, found: String? = nil
    ) {
        let sentence = document.sentenceIndex(at: range.start).map { document.sentences[$0].range } ?? range
        mistakes.append(
            Mistake(
                kind: kind, article: document.article.id, text: document.text(range), passage: document.text(sentence),
                expected: expected, found: found))
    }

    /// Gold toponyms with coordinates that are found and placed within 161 km, 0...1.
    public var endToEnd: Double { linked == 0 ? 0 : Double(within161km) / Double(linked) }
    public var endToEndExact: Double { linked == 0 ? 0 : Double(exactID) / Double(linked) }
    /// Of the gold toponyms found, those placed within 161 km, 0...1.
    public var resolution: Double { foundLinked == 0 ? 0 : Double(within161km) / Double(foundLinked) }
}
