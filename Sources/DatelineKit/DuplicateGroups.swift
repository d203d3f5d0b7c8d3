internal import Articles
import Tables

/// Which articles are nearly the same text, as when several outlets run one wire story: they count as one report.
///
/// Every article is compared with the originals before it in order of (published, id) that share hashes with it, so that the result
/// does not depend on the order of input and the work grows with the number of articles.
public struct DuplicateGroups: Sendable {
    /// An article and the one that it repeats.
    public struct Pair: Hashable, Sendable {
        public var article: String
        public var original: String
    }

    /// From which resemblance on (0...1) two articles are one report: a story that was cut to a half, or grew by as much.
    static let threshold = 0.4
    /// Hashes that two articles with a paragraph in common share, out of ``TextSketch/size``.
    static let leastRelated = 4
    /// A hash that so many originals share is a phrase of the trade, not of a story.
    static let mostOriginals = 256

    private struct Article {
        /// Undated articles come last.
        var published: String
        var id: String
        /// The number of its sketch.
        var sketch: Int32
    }

    private var sketches = Sketches()
    private var articles: [Article] = []
    /// The articles in order of their ids.
    private var byID: [Int32] = []
    /// For each article the one that it repeats, or -1.
    private var originals: [Int32] = []

    public init() {}

    /// Takes a record of an article that none before it was of.
    public mutating func add(_ record: AnnotationRecord) {
        guard let sketch = record.sketch.flatMap(TextSketch.init(text:)), !sketch.hashes.isEmpty else { return }
        articles.append(
            Article(
                published: record.published ?? "\u{10FFFF}", id: record.id,
                sketch: Int32(truncatingIfNeeded: sketches.count)))
        sketches.append(sketch)
    }

    /// Finds the duplicates among what was added.
    public mutating func group() {
        articles.sort { ($0.published, $0.id) < ($1.published, $1.id) }
        byID = articles.indices.sorted { articles[$0].id < articles[$1].id }.map { Int32(truncatingIfNeeded: $0) }
        originals = [Int32](repeating: -1, count: articles.count)
        let common = sketches.common()
        let places = HashPlaces(common)
        // The originals that have each of the common hashes.
        var index = LinkedLists<Int32>(count: common.count)
        var counts = [UInt16](repeating: 0, count: common.count)
        // How many of these the originals share with the article in hand.
        var shared = [UInt8](repeating: 0, count: articles.count)
        var met: [Int32] = []
        for (number, article) in articles.enumerated() {
            let hashes = sketches[Int(article.sketch)].compactMap { places[$0] }
            for hash in hashes {
                index.forEach(in: hash) { original in
                    if shared[Int(original)] == 0 { met.append(original) }
                    shared[Int(original)] += 1
                    return true
                }
            }
            // Originals beyond the first of a hash are not known by it.
            let unknown = hashes.count { counts[$0] >= Self.mostOriginals }
            if let original = original(of: article, among: met, shared: shared, unknown: unknown) {
                originals[number] = original
            } else {
                for hash in hashes where counts[hash] < Self.mostOriginals {
                    index.append(Int32(truncatingIfNeeded: number), to: hash)
                    counts[hash] += 1
                }
            }
            for original in met { shared[Int(original)] = 0 }
            met.removeAll(keepingCapacity: true)
        }
    }

    /// The one of `candidates` that `article` resembles most, the first of several; `nil` if none is near enough.
    ///
    /// - Parameters:
    ///   - shared: how many hashes each of the articles shares with it,
    ///   - unknown: and how many more it may.
    private func original(
        of article: Article, among candidates: [Int32], shared: [UInt8], unknown: Int
    ) -> Int32? {
        let (own, size) = (Int(article.sketch), sketches[Int(article.sketch)].count)
        // Fewer common hashes than this cannot make the threshold.
        let least = max(4, Int(Self.threshold * Double(size) / 2))
        var best: (number: Int32, resemblance: Double)?
        func compare(_ candidate: Int32) {
            let count = Int(shared[Int(candidate)])
            let floor = best?.resemblance ?? Self.threshold
            guard count >= least, size < TextSketch.size || Double(count + unknown) >= floor * Double(size),
                let found = sketches.resemblance(own, Int(articles[Int(candidate)].sketch), least: floor)
            else { return }
            if let best, found == best.resemblance, candidate >= best.number { return }
            best = (candidate, found)
        }
        // First the likeliest, so that the others are soon seen to be less like it.
        guard let likely = candidates.max(by: { shared[Int($0)] < shared[Int($1)] }) else { return nil }
        compare(likely)
        for candidate in candidates { compare(candidate) }
        return best?.number
    }

    /// Makes room: after this, only what ``group()`` found and ``isRelated(_:_:)`` are known.
    mutating func putAway(in spill: Spill) throws { try sketches.putAway(in: spill) }

    /// The number of the article with `id`.
    private func number(of id: String) -> Int? {
        let place = byID.partitioningIndex { articles[Int($0)].id >= id }
        guard place < byID.count, articles[Int(byID[place])].id == id else { return nil }
        return Int(byID[place])
    }

    /// The article that `id` repeats; `nil` for an original.
    public func original(of id: String) -> String? {
        guard let number = number(of: id), originals[number] >= 0 else { return nil }
        return articles[Int(originals[number])].id
    }

    /// Whether two articles have text in common, a paragraph or two at least.
    public func isRelated(_ a: String, _ b: String) -> Bool {
        guard let first = number(of: a), let second = number(of: b) else { return false }
        return sketches.shared(Int(articles[first].sketch), Int(articles[second].sketch)) >= Self.leastRelated
    }

    /// How many reports these articles are: those that repeat one another count once, as a whole or by `passages`, pairs of an
    /// article and the one whose passage it has.
    public func reports(of sources: [String], passages: [Pair] = []) -> Int {
        guard sources.count > 1 else { return sources.count }
        var parents: [String: String] = [:]
        func root(_ id: String) -> String {
            var id = id
            while let parent = parents[id] { id = parent }
            return id
        }
        func join(_ a: String, _ b: String) {
            let (first, second) = (root(a), root(b))
            // Towards the least, so that chains stay short and the order does not matter.
            if first < second { parents[second] = first } else if second < first { parents[first] = second }
        }
        for id in sources { if let original = original(of: id) { join(id, original) } }
        for pair in passages { join(pair.article, pair.original) }
        return Set(sources.map(root)).count
    }

    /// All articles that repeat another, in order of their ids.
    public var pairs: [Pair] {
        byID.compactMap { number in
            let original = originals[Int(number)]
            guard original >= 0 else { return nil }
            return Pair(article: articles[Int(number)].id, original: articles[Int(original)].id)
        }
    }
}
