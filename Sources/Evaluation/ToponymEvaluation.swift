public import Articles
public import Gazetteers
import GeoTypes
import Geodesy
public import Geoparsing

/// How well toponyms are found and resolved, by the usual definitions.
///
/// Demonyms are left out on both sides. Detection asks for the exact span. End to end counts every gold toponym with
/// coordinates; a wrong or missing one counts as wrong, also where the gazetteer lacks the right place.
public struct ToponymEvaluation: Sendable {
    /// Exact spans.
    public private(set) var detection = Score()
    /// Spans that overlap, one to one: for corpora whose spans end elsewhere ("Kharkiv region").
    public private(set) var overlap = Score()
    public private(set) var documents = 0
    /// Whether any gold toponym has an id.
    public private(set) var hasIDs = false

    /// Gold toponyms with coordinates.
    public struct Tally: Sendable {
        public var linked = 0
        /// Found with the exact span.
        public var found = 0
        public var exactID = 0
        /// By id or by distance.
        public var within161km = 0

        /// 0...1.
        public func share(_ count: Int) -> Double { linked == 0 ? 0 : Double(count) / Double(linked) }
    }

    public private(set) var all = Tally()
    public private(set) var classes: [ToponymClass: Tally] = [:]
    public private(set) var distances = ErrorDistances()
    public private(set) var coverage: ToponymCoverage
    public private(set) var calibration = Calibration()
    public private(set) var mistakes: [ToponymMistake] = []

    private let gazetteer: any Gazetteer
    private let spurious: SpuriousNames
    private let includesDemonyms: Bool

    /// - Parameters:
    ///   - gazetteer: tells what demonyms are and what classes places are of.
    ///   - words: the word lists of geoparsing by name, to sort spans that are no toponyms.
    ///   - includesDemonyms: counts all gold toponyms; for spans given.
    public init(gazetteer: any Gazetteer, words: [String: String] = [:], includesDemonyms: Bool = false) {
        self.gazetteer = gazetteer
        self.includesDemonyms = includesDemonyms
        spurious = SpuriousNames(tables: words)
        coverage = ToponymCoverage(gazetteer: gazetteer)
    }

    /// 100 miles, in metres.
    public static let radius = 161_000.0

    private func isDemonym(_ gold: ToponymCorpus.Gold, in document: Document) -> Bool {
        if includesDemonyms { return false }
        if gold.isDemonym { return true }
        let found = gazetteer.candidates(for: document.text(gold.range), depth: .exact)
        return CandidateEntry.areDemonym(found.map { CandidateEntry($0, number: 0) }[...])
    }

    /// Compares what was found in a document with the gold.
    public mutating func add(_ item: ToponymCorpus.Item, document: Document, toponyms: [ResolvedToponym]) {
        documents += 1
        let offsets = CodePointMap(document.bytes)
        var gold: [ToponymCorpus.Gold] = []
        var skipped: [TextRange] = []
        for entry in item.toponyms {
            if isDemonym(entry, in: document) { skipped.append(entry.range) } else { gold.append(entry) }
        }
        let found = toponyms.filter { toponym in
            (includesDemonyms || toponym.role != .demonym) && !skipped.contains { $0.overlaps(toponym.range) }
        }
        detection.expected += gold.count
        detection.found += found.count
        overlap.expected += gold.count
        overlap.found += found.count
        var taken: Set<Int> = []
        var unsure: Set<Int> = []
        for entry in gold {
            let exact = found.indices.first { found[$0].range == entry.range }
            if exact != nil { detection.correct += 1 }
            let match = exact ?? found.indices.first { !taken.contains($0) && found[$0].range.overlaps(entry.range) }
            if let match, taken.insert(match).inserted { overlap.correct += 1 }
            // Whether an unlinked toponym is resolved right nobody can say.
            if let exact, entry.coordinate == nil { unsure.insert(exact) }
            score(entry, exact.map { found[$0] }, overlapping: match != nil, in: document, offsets)
        }
        let names = Set(gold.map { document.text($0.range) })
        for (index, toponym) in found.enumerated() {
            if !unsure.contains(index), toponym.place != nil {
                calibration.add(confidence: toponym.confidence, isRight: isRight(toponym, gold))
            }
            guard !taken.contains(index) else { continue }
            let isMarked = names.contains(document.text(toponym.range))
            let kind = isMarked ? .markedElsewhere : spurious.kind(toponym.range, in: document)
            note(kind, toponym.range, in: document, offsets, found: toponym.place?.id)
        }
    }

    private func isRight(_ toponym: ResolvedToponym, _ gold: [ToponymCorpus.Gold]) -> Bool {
        guard let place = toponym.place, let entry = gold.first(where: { $0.range == toponym.range }) else {
            return false
        }
        return place.id == entry.placeID || (Self.distance(place, entry) ?? .infinity) <= Self.radius
    }

    private static func distance(_ place: Place, _ gold: ToponymCorpus.Gold) -> Double? {
        gold.coordinate.map { Geodesic.wgs84.inverse(place.coordinate, $0).distance }
    }

    private mutating func score(
        _ gold: ToponymCorpus.Gold, _ toponym: ResolvedToponym?, overlapping: Bool, in document: Document,
        _ offsets: CodePointMap
    ) {
        let missed: ToponymMistake.Kind = overlapping ? .otherBoundaries : .notFound
        guard gold.coordinate != nil else {
            if toponym == nil { note(missed, gold.range, in: document, offsets) }
            return
        }
        if gold.placeID != nil { hasIDs = true }
        let goldPlace = gold.placeID.flatMap { gazetteer.place(id: $0) }
        let reach = coverage.add(gold, name: document.text(gold.range))
        var tally = Tally()
        tally.linked = 1
        defer { count(tally, ToponymClass(goldPlace)) }
        guard let toponym else {
            distances.add(nil)
            note(missed, gold.range, in: document, offsets, expected: gold.placeID)
            return
        }
        tally.found = 1
        guard let place = toponym.place, let distance = Self.distance(place, gold) else {
            distances.add(nil)
            note(.noCandidate, gold.range, in: document, offsets, expected: gold.placeID)
            return
        }
        let isSame = place.id == gold.placeID
        distances.add(isSame ? 0 : distance)
        if isSame { tally.exactID = 1 }
        if isSame || distance <= Self.radius { tally.within161km = 1 }
        guard !isSame else { return }
        let kind: ToponymMistake.Kind
        if distance <= Self.radius {
            kind = .otherID
        } else if reach.nearest > Self.radius {
            kind = .notInGazetteer
        } else {
            kind = country(of: gold, goldPlace) == place.countryCode ? .sameCountry : .otherCountry
        }
        // A corpus without ids cannot say that the id is another.
        if kind == .otherID, gold.placeID == nil { return }
        note(kind, gold.range, in: document, offsets, expected: gold.placeID, found: place.id, distance: distance)
    }

    /// The country of the right place: the gazetteer's, else that of the nearest place it has.
    private func country(of gold: ToponymCorpus.Gold, _ place: Place?) -> String? {
        if let place { return place.countryCode }
        guard let coordinate = gold.coordinate else { return nil }
        return gazetteer.places(around: coordinate, degrees: 0.5)
            .map { (Geodesic.wgs84.inverse($0.coordinate, coordinate).distance, $0.countryCode) }
            .min { $0.0 < $1.0 }?.1
    }

    private mutating func count(_ tally: Tally, _ type: ToponymClass) {
        for path in [\Tally.linked, \.found, \.exactID, \.within161km] {
            all[keyPath: path] += tally[keyPath: path]
            classes[type, default: Tally()][keyPath: path] += tally[keyPath: path]
        }
    }

    private mutating func note(
        _ kind: ToponymMistake.Kind, _ range: TextRange, in document: Document, _ offsets: CodePointMap,
        expected: String? = nil, found: String? = nil, distance: Double? = nil
    ) {
        let sentence = document.sentenceIndex(at: range.start).map { document.sentences[$0].range } ?? range
        mistakes.append(
            ToponymMistake(
                kind: kind, article: document.article.id, start: offsets.codePoints(before: range.start),
                text: document.text(range), passage: document.text(sentence), expected: expected, found: found,
                distance: distance))
    }

    /// Gold toponyms with coordinates that are found and placed within 161 km, 0...1.
    public var endToEnd: Double { all.share(all.within161km) }
    public var endToEndExact: Double { all.share(all.exactID) }
    /// Of the gold toponyms found, those placed within 161 km, 0...1.
    public var resolution: Double { all.found == 0 ? 0 : Double(all.within161km) / Double(all.found) }

    /// How many mistakes there are of each kind, in the order of the kinds.
    public var mistakeCounts: [(kind: ToponymMistake.Kind, count: Int)] {
        ToponymMistake.Kind.allCases.map { kind in (kind, mistakes.count { $0.kind == kind }) }
    }
}
