internal import Articles

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

    private var articles: [(published: String, id: String, sketch: TextSketch)] = []
    private var originals: [String: String] = [:]
    private var numbers: [String: Int32] = [:]

    public init() {}

    public mutating func add(_ record: AnnotationRecord) {
        guard let sketch = record.sketch.flatMap(TextSketch.init(text:)), !sketch.hashes.isEmpty else { return }
        // Undated articles come last.
        articles.append((record.published ?? "\u{10FFFF}", record.id, sketch))
    }

    /// Finds the duplicates among what was added.
    public mutating func group() {
        articles.sort { ($0.published, $0.id) < ($1.published, $1.id) }
        numbers = [:]
        for (number, article) in articles.enumerated() { numbers[article.id] = Int32(truncatingIfNeeded: number) }
        let common = commonHashes()
        var index: [UInt32: [Int32]] = [:]
        originals = [:]
        for (number, article) in articles.enumerated() {
            var shared: [Int32: Int] = [:]
            let hashes = article.sketch.hashes.filter(common.contains)
            for hash in hashes {
                for original in index[hash] ?? [] { shared[original, default: 0] += 1 }
            }
            var best: (number: Int, resemblance: Double)?
            // Fewer common hashes than this cannot make the threshold.
            let least = Int(Self.threshold * Double(article.sketch.hashes.count) / 2)
            for (original, count) in shared where count >= max(4, least) {
                let found = article.sketch.resemblance(articles[Int(original)].sketch)
                guard found >= Self.threshold else { continue }
                if let best, (found, -Int(original)) <= (best.resemblance, -best.number) { continue }
                best = (Int(original), found)
            }
            if let best {
                originals[article.id] = articles[best.number].id
            } else {
                for hash in hashes where index[hash, default: []].count < Self.mostOriginals {
                    index[hash, default: []].append(Int32(number))
                }
            }
        }
    }

    /// The hashes that several articles have: few, and those of all would take most of the memory of a map.
    private func commonHashes() -> Set<UInt32> {
        // All hashes at once would take as much memory again.
        let parts: UInt32 = articles.count < 1_000 ? 1 : 16
        var common: Set<UInt32> = []
        var all: [UInt32] = []
        for part in 0..<parts {
            all.removeAll(keepingCapacity: true)
            for article in articles {
                for hash in article.sketch.hashes where hash % parts == part { all.append(hash) }
            }
            all.sort()
            for index in all.indices.dropFirst() where all[index] == all[index - 1] { common.insert(all[index]) }
        }
        return common
    }

    /// The article that `id` repeats; `nil` for an original.
    public func original(of id: String) -> String? { originals[id] }

    /// Whether two articles have text in common, a paragraph or two at least.
    public func isRelated(_ a: String, _ b: String) -> Bool {
        guard let first = numbers[a], let second = numbers[b] else { return false }
        let hashes = Set(articles[Int(first)].sketch.hashes)
        return articles[Int(second)].sketch.hashes.count(where: hashes.contains) >= Self.leastRelated
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
        for id in sources { if let original = originals[id] { join(id, original) } }
        for pair in passages { join(pair.article, pair.original) }
        return Set(sources.map(root)).count
    }

    /// All articles that repeat another, in order of their ids.
    public var pairs: [Pair] {
        originals.map { Pair(article: $0.key, original: $0.value) }.sorted { $0.article < $1.article }
    }
}
