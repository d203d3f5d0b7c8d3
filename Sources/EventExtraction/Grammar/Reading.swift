import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

/// A document as the extractor reads it: each token with its number, classes and what stands on it. Made in one pass.
final class Reading {
    let document: Document
    let lexicon: Lexicon
    /// Those of places that the gazetteer lacks have the place of what they lie in.
    let toponyms: [ResolvedToponym]
    /// The index of what a toponym without a place of its own lies in, by that of the toponym.
    private let holders: [Int: Int]
    let times: [TemporalExpression]
    let words: [Int32]
    /// For each token its bit among ``WordBits``.
    let wordBits: [UInt64]
    let classes: [WordClasses]
    /// For each token 1 + the index of the toponym on it, or 0.
    let toponymAt: [Int32]
    /// For each token 1 + the index of the time expression on it, or 0.
    let timeAt: [Int32]
    /// Sums of the boundary weights before each token: ``boundaries(between:and:)``.
    private var boundarySums: [Int32]
    /// What patterns ask of each token.
    let marks: [TokenMarks]
    /// For each toponym the number of its place, the same wherever the text names it; -1 where it has none.
    let places: [Int32]
    /// How many places the text names.
    let placeCount: Int
    /// Whether most words are in capitals, so that they tell nothing.
    let isAllCapitals: Bool
    /// The tokens of each toponym and time expression.
    let toponymTokens: [Range<Int>]
    let timeTokens: [Range<Int>]
    /// What it speaks of, and what kind of article that makes it.
    private(set) lazy var cohesion = Cohesion(self)
    private(set) lazy var topics = DocumentTopics(self)
    private lazy var spokenOf = topics.spokenOf
    private(set) lazy var kind = ArticleKind(self)

    init(_ document: Document, lexicon: Lexicon, toponyms: [ResolvedToponym], times: [TemporalExpression]) {
        self.document = document
        self.lexicon = lexicon
        let holders = Self.holders(toponyms)
        var toponyms = toponyms
        for (index, holder) in holders { toponyms[index].place = toponyms[holder].place }
        self.holders = holders
        self.toponyms = toponyms
        self.times = times
        let tokens = document.tokens
        var words = [Int32](repeating: 0, count: tokens.count)
        var wordBits = [UInt64](repeating: 0, count: tokens.count)
        var classes = [WordClasses](repeating: [], count: tokens.count)
        var scratch: [UInt8] = []
        var capitals = 0
        var letters = 0
        let vocabulary = lexicon.vocabulary
        for (index, token) in tokens.enumerated() {
            let id = vocabulary.id(of: document.words[index], in: document.bytes, token.range, scratch: &scratch)
            words[index] = id
            wordBits[index] = WordBits.bit(of: id)
            classes[index] = vocabulary.classes[Int(id)]
            switch token.kind {
            case .number: classes[index].insert(.number)
            case .word:
                letters += 1
                if token.shape == .allCapitals { capitals += 1 }
                if id == 0, Self.looksLikeAdverb(document.bytes, token.range) { classes[index].insert(.adverb) }
            case .punctuation: break
            }
        }
        isAllCapitals = capitals * 2 > letters
        toponymTokens = toponyms.indices.map { Self.tokens(of: toponyms[$0].range, in: document) }
        timeTokens = times.indices.map { Self.tokens(of: times[$0].range, in: document) }
        // A demonym is an adjective like any other.
        toponymAt = Self.marks(
            zip(toponyms.indices, toponymTokens).map {
                toponyms[$0].role == .literal ? $1 : $1.lowerBound..<$1.lowerBound
            }, count: tokens.count)
        timeAt = Self.marks(timeTokens, count: tokens.count)
        marks = TokenMarks.all(document, classes)
        (places, placeCount) = Self.places(toponyms)
        self.words = words
        self.wordBits = wordBits
        self.classes = classes
        boundarySums = []
        boundarySums = Self.sums(self)
    }

    /// Whether the document speaks enough of one of the topics with `bits` to be about it.
    func speaks(ofAny bits: UInt64) -> Bool { spokenOf & bits != 0 }

    private static func looksLikeAdverb(_ bytes: [UInt8], _ range: TextRange) -> Bool {
        range.count > 4 && (bytes[range.end - 1] | 0x20) == UInt8(ascii: "y")
            && (bytes[range.end - 2] | 0x20) == UInt8(ascii: "l")
    }

    private static func tokens(of range: TextRange, in document: Document) -> Range<Int> {
        let first = document.tokenIndex(at: range.start)
        var end = first
        while end < document.tokens.count, document.tokens[end].range.start < range.end { end += 1 }
        return first..<max(first, end)
    }

    private static func marks(_ ranges: [Range<Int>], count: Int) -> [Int32] {
        var marks = [Int32](repeating: 0, count: count)
        for (index, range) in ranges.enumerated() {
            for token in range where marks[token] == 0 { marks[token] = Int32(index + 1) }
        }
        return marks
    }

    private static func holders(_ toponyms: [ResolvedToponym]) -> [Int: Int] {
        var holders: [Int: Int] = [:]
        for (index, toponym) in toponyms.enumerated() where toponym.place == nil {
            guard let range = toponym.liesIn,
                let holder = toponyms.firstIndex(where: { $0.range == range && $0.place != nil })
            else { continue }
            holders[index] = holder
        }
        return holders
    }

    /// Whether toponym `index` has the place of what it lies in.
    func standsIn(_ index: Int) -> Bool { holders[index] != nil }

    /// The toponym whose place toponym `index` has: its own, or that of what it lies in.
    func placed(_ index: Int) -> Int { holders[index] ?? index }

    private static func places(_ toponyms: [ResolvedToponym]) -> (numbers: [Int32], count: Int) {
        var known: [String: Int32] = [:]
        known.reserveCapacity(toponyms.count)
        let numbers = toponyms.indices.map { index -> Int32 in
            guard let id = toponyms[index].place?.id else { return -1 }
            if let number = known[id] { return number }
            let next = Int32(truncatingIfNeeded: known.count)
            known[id] = next
            return next
        }
        return (numbers, known.count)
    }

    /// A boundary of 1 is a comma or an `and`, of 2 a `but`, a relative or a subordinate clause, of 3 a semicolon.
    private static func sums(_ reading: Reading) -> [Int32] {
        var sums = [Int32](repeating: 0, count: reading.words.count + 1)
        for index in reading.words.indices { sums[index + 1] = sums[index] + reading.boundary(before: index) }
        return sums
    }

    private func boundary(before index: Int) -> Int32 {
        let c = classes[index]
        guard c.hasAny([.comma, .stop, .quote, .conjunction, .subordinator, .relative]) else { return 0 }
        if c.contains(.stop) { return isJoinedHyphen(index) ? 0 : isBracket(index) ? 1 : 3 }
        if c.contains(.quote) { return 2 }
        if c.contains(.comma) {
            let placeBefore = index > 0 && (toponymAt[index - 1] > 0 || timeAt[index - 1] > 0)
            let placeAfter = index + 1 < words.count && (toponymAt[index + 1] > 0 || timeAt[index + 1] > 0)
            return placeBefore && placeAfter || timeAt[index] > 0 || toponymAt[index] > 0 ? 0 : 1
        }
        if c.hasAny([.subordinator, .relative]) {
            // `used that to attack`: a pronoun.
            if c.contains(.determiner), classes(at: index + 1).hasAny([.infinitiveTo, .preposition, .comma, .stop]) {
                return 0
            }
            return timeAt[index] > 0 ? 0 : 2
        }
        // Between two places `and` makes a list.
        let list = index > 0 && toponymAt[index - 1] > 0 && index + 1 < words.count && toponymAt[index + 1] > 0
        return list ? 0 : 1
    }

    /// The weight of the boundaries from token `a` up to token `b`, in either order.
    func boundaries(between a: Int, and b: Int) -> Int {
        let (low, high) = a < b ? (a, b) : (b, a)
        guard low >= 0, high < boundarySums.count else { return 0 }
        return Int(boundarySums[high] - boundarySums[min(low + 1, high)])
    }

    /// The classes of token `index`; none past either end.
    func classes(at index: Int) -> WordClasses { classes.indices.contains(index) ? classes[index] : [] }

    func word(at index: Int) -> Int32 { words.indices.contains(index) ? words[index] : 0 }

    /// Whether the token at `index` is a hyphen between two words without spaces.
    func isJoinedHyphen(_ index: Int) -> Bool { marks.indices.contains(index) && marks[index].contains(.joinedHyphen) }

    private func isBracket(_ index: Int) -> Bool {
        switch document.bytes[document.tokens[index].range.start] {
        case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"): true
        default: false
        }
    }

    /// Whether `'s` begins at token `index`.
    func isPossessive(at index: Int) -> Bool {
        classes(at: index).contains(.apostrophe) && index > 0
            && document.tokens[index - 1].range.end == document.tokens[index].range.start
    }

    /// The token after the `'` or `'s` that begins at token `index`; `index` where none does.
    func afterPossessive(_ index: Int) -> Int {
        isPossessive(at: index) ? index + (has("s", at: index + 1) ? 2 : 1) : index
    }

    /// A place stands on the token at `index`.
    func isPlace(_ index: Int) -> Bool {
        guard toponymAt.indices.contains(index), toponymAt[index] > 0 else { return false }
        let number = Int(toponymAt[index]) - 1
        return toponyms[number].place != nil && toponyms[number].role == .literal
    }

    func text(_ range: Range<Int>) -> String {
        guard let first = range.first, let last = range.last else { return "" }
        return document.text(TextRange(document.tokens[first].range.start, document.tokens[last].range.end))
    }

    func textRange(_ range: Range<Int>) -> TextRange {
        guard let first = range.first, let last = range.last else { return TextRange(0, 0) }
        return TextRange(document.tokens[first].range.start, document.tokens[last].range.end)
    }
}
