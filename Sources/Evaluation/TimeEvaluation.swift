public import Articles
internal import TemporalTagging

/// How well time expressions are found and valued, by the measures of TempEval-3 (SemEval-2013 task 1, S13-2001).
///
/// Gold and found expressions are matched one to one, first those of the same extent, then those that overlap, in the
/// order of the text. *Strict* counts the former, *relaxed* both, *type* and *value* those of the relaxed whose
/// attribute is the same text as the gold's.
public struct TimeEvaluation: Sendable {
    /// What differs from the gold.
    public struct Mistake: Hashable, Sendable {
        public enum Kind: String, Sendable, CaseIterable { case missed, spurious, type, value, extent }

        public var kind: Kind
        public var article: String
        /// Offset of the expression in Unicode code points of the text.
        public var start: Int
        public var text: String
        /// What the gold says: its text, type and value; `nil` for a spurious one.
        public var expected: String?
        public var found: String?
        /// The sentence.
        public var passage: String
    }

    /// The measures of one type.
    public struct Scores: Hashable, Sendable {
        public var strict = Score()
        public var relaxed = Score()
        public var type = Score()
        public var value = Score()

        fileprivate mutating func count(_ keyPath: WritableKeyPath<Score, Int>) {
            strict[keyPath: keyPath] += 1
            relaxed[keyPath: keyPath] += 1
            type[keyPath: keyPath] += 1
            value[keyPath: keyPath] += 1
        }
    }

    public static let types = ["DATE", "TIME", "DURATION", "SET"]

    public private(set) var all = Scores()
    /// By type: recall counts the gold of a type, precision what was found of it; a match may be of another type.
    public private(set) var byType: [String: Scores] = [:]
    public private(set) var documents = 0
    public private(set) var mistakes: [Mistake] = []

    public init() {}

    public mutating func add(_ item: TimeCorpus.Item, found: [TimeMLDocument.Expression], in document: Document) {
        documents += 1
        let gold = item.expressions
        var partner: [Int: Int] = [:]
        var taken: Set<Int> = []
        for isExact in [true, false] {
            for (number, expected) in gold.enumerated() where partner[number] == nil {
                let match = found.indices.first { index in
                    guard !taken.contains(index) else { return false }
                    let other = found[index]
                    return isExact
                        ? other.start == expected.start && other.end == expected.end
                        : other.start < expected.end && expected.start < other.end
                }
                if let match {
                    partner[number] = match
                    taken.insert(match)
                }
            }
        }
        for expected in gold {
            all.count(\.expected)
            byType[expected.type, default: Scores()].count(\.expected)
        }
        for other in found {
            all.count(\.found)
            byType[other.type, default: Scores()].count(\.found)
        }
        for (number, expected) in gold.enumerated() {
            compare(expected, partner[number].map { found[$0] }, document)
        }
        for index in found.indices where !taken.contains(index) { note(.spurious, nil, found[index], document) }
    }

    private mutating func compare(
        _ expected: TimeMLDocument.Expression, _ other: TimeMLDocument.Expression?, _ document: Document
    ) {
        guard let other else {
            note(.missed, expected, nil, document)
            return
        }
        let isSameExtent = expected.start == other.start && expected.end == other.end
        func add(_ keyPath: WritableKeyPath<Scores, Score>) {
            all[keyPath: keyPath].correct += 1
            byType[expected.type, default: Scores()][keyPath: keyPath].correct += 1
        }
        add(\.relaxed)
        if isSameExtent { add(\.strict) } else { note(.extent, expected, other, document) }
        if expected.type == other.type { add(\.type) } else { note(.type, expected, other, document) }
        if expected.value == other.value { add(\.value) } else { note(.value, expected, other, document) }
    }

    private mutating func note(
        _ kind: Mistake.Kind, _ expected: TimeMLDocument.Expression?, _ found: TimeMLDocument.Expression?,
        _ document: Document
    ) {
        guard let place = expected ?? found else { return }
        func describe(_ expression: TimeMLDocument.Expression) -> String {
            let range = TextRange(expression.start, expression.end)
            return "\(document.text(range)) \(expression.type) \(expression.value)"
        }
        let range = TextRange(place.start, place.end)
        let sentence = document.sentenceIndex(at: place.start).map { document.sentences[$0].range } ?? range
        mistakes.append(
            Mistake(
                kind: kind, article: document.article.id,
                start: CodePointMap(document.bytes).codePoints(before: place.start), text: document.text(range),
                expected: expected.map(describe), found: found.map(describe), passage: document.text(sentence)))
    }
}

extension TimeMLDocument.Expression {
    init(_ expression: TemporalExpression) {
        self.init(
            start: expression.range.start, end: expression.range.end, type: expression.kind.rawValue,
            value: expression.value, mod: expression.mod)
    }
}
