public import Articles

/// Recognises time expressions and gives them their values, by the tables of one language.
///
/// Rules, vocabulary, holidays and cues of tense are rows of `words.tsv` and `rules.tsv`; what the code knows is the
/// calendar. Values follow TIMEX3 (ISO-TimeML, ISO 24617-1) and EDTF (ISO 8601-2:2019).
///
/// A date coarser than a day that EDTF has no notation for (a week, a weekend, a quarter) is one unknown day or month
/// of it, in brackets: `[2022-09-05..2022-09-11]`. The two ends of a stated range both carry the interval
/// (`2022-03-04/2022-03-07`), and what follows `since` an open one (`2022-02-24/..`).
public struct TemporalTagger: Sendable {
    /// The tables of a language's folder.
    public static let requiredTables = ["words.tsv", "rules.tsv"]

    private let rules: RuleSet
    private let tenses: TenseReader
    private let links: ExpressionLinks
    private let joins: ExpressionJoins
    private let offsets: ExpressionOffsets
    private let lasting: LastingSpans
    private let stamp: Int
    private let suffix: Int

    /// Compiles the tables of a language.
    ///
    /// - Parameter tables: the text of every table by its file name; see ``requiredTables``.
    /// - Throws: ``TemporalTableError`` for a table that is missing or a row that cannot be read.
    public init(tables: [String: String]) throws(TemporalTableError) {
        try self.init(files: tables.mapValues { Array($0.utf8) })
    }

    /// The same with texts as they stand in their files, in UTF-8.
    package init(files: [String: [UInt8]]) throws(TemporalTableError) {
        let words = try Table("words.tsv", in: files)
        var endings: [[UInt8]] = []
        var rows = words
        while rows.next() {
            if rows.holds("pastending", 1) { endings.append(Array(rows.bytes[rows[0]])) }
        }
        var tenses: TenseReader?
        var links: ExpressionLinks?
        var joins: ExpressionJoins?
        var offsets: ExpressionOffsets?
        var lasting: LastingSpans?
        var stamp = 0
        var suffix = 0
        rules = try RuleSet(words: words, rules: Table("rules.tsv", in: files)) { vocabulary in
            tenses = TenseReader(&vocabulary, endings: endings)
            links = ExpressionLinks(&vocabulary)
            joins = ExpressionJoins(&vocabulary)
            offsets = ExpressionOffsets(&vocabulary)
            lasting = LastingSpans(&vocabulary)
            stamp = vocabulary.classID("stamp")
            suffix = vocabulary.classID("ordsuffix")
        }
        guard let tenses, let links, let joins, let offsets, let lasting else { throw .missingTable("words.tsv") }
        self.tenses = tenses
        self.links = links
        self.joins = joins
        self.offsets = offsets
        self.lasting = lasting
        self.stamp = stamp
        self.suffix = suffix
    }

    /// The time expressions of `document`, sorted, without overlap.
    ///
    /// - Parameters:
    ///   - document: its article's `published` is what relative expressions count from, made finer by a dateline.
    ///   - narrative: count from the last explicit date instead. A document without any date is read so when it
    ///     states more dates in full than it counts from the day of writing; else what is relative stays open.
    public func tag(_ document: Document, narrative: Bool = false) -> [TemporalExpression] {
        let stream = TokenStream(document, vocabulary: rules.vocabulary)
        var matcher = Matcher(rules: rules, stream: stream)
        var drafts: [Draft] = []
        var sentenceOf: [Int: Int] = [:]
        for (number, sentence) in document.sentences.enumerated() {
            let first = drafts.count
            matcher.sentence = sentence.tokens
            read(matcher, into: &drafts)
            guard drafts.count > first else { continue }
            var found = Array(drafts[first...])
            joins.join(&found, stream)
            drafts.replaceSubrange(first..., with: found)
            for draft in found { sentenceOf[draft.tokens.lowerBound] = number }
        }
        guard !drafts.isEmpty else { return [] }
        links.shareYears(&drafts, stream)
        var anchor = document.article.published.map { Anchor($0) }
        let dateline = DatelineReader(stream: stream, document: document, stamp: stamp)
        if let draft = dateline.draft(of: drafts) { anchor = dateline.refine(anchor, with: draft) }
        var resolver = Resolver(
            anchor: anchor, isNarrative: narrative || anchor == nil && Self.isNarrative(drafts))
        var items: [(tokens: Range<Int>, value: Resolved)] = []
        var relative: Set<Int> = []
        var weekdays: Set<Int> = []
        var again: Set<Int> = []
        var undated: Set<Int> = []
        for draft in drafts {
            let number = sentenceOf[draft.tokens.lowerBound] ?? 0
            let tense = tenses.tense(stream, draft.tokens, document.sentences[number].tokens)
            let first = document.sentences[number].tokens.lowerBound
            let start = draft.tokens.lowerBound
            guard
                let value = resolver.resolve(
                    draft, tense: tense, sentence: number, isFronted: start - first <= 1,
                    isFirm: tense == .past
                        && tenses.isFirmlyPast(stream, draft.tokens, document.sentences[number].tokens),
                    isAside: stream.isInParentheses(start, from: first))
            else { continue }
            if draft.rule == .unit || draft.rule == .shift { relative.insert(draft.tokens.lowerBound) }
            if draft.text(.kind) == "running", !draft.has(.basis) { again.insert(draft.tokens.lowerBound) }
            if draft.text(.basis) == "offset" { undated.insert(draft.tokens.lowerBound) }
            if draft.isBareWeekday { weekdays.insert(draft.tokens.lowerBound) }
            items.append((draft.tokens, value))
        }
        links.link(&items, stream, relative: relative, weekdays: weekdays, today: resolver.deicticDay)
        let sentences = items.map { document.sentences[sentenceOf[$0.tokens.lowerBound] ?? 0].tokens }
        offsets.date(&items, stream, today: resolver.deicticDay, sentences: sentences)
        offsets.repeatDays(of: again, in: &items, sentences: sentences)
        if let anchor, anchor.isDay, !resolver.isNarrative {
            lasting.date(&items, stream, today: anchor.last, sentences: sentences)
        }
        // `a day after` that leads to no day is none.
        items.removeAll { $0.value.edtf == nil && undated.contains($0.tokens.lowerBound) }
        return items.map { expression($0.tokens, $0.value, stream) }
    }

    private static func isNarrative(_ drafts: [Draft]) -> Bool {
        let deictic = drafts.count { $0.isDeictic }
        let full = drafts.count { $0.isExplicit || $0.rule == .date && $0.has(.year) && $0.has(.era) }
        if full >= 4, full > 2 * deictic { return true }
        let months = drafts.count { $0.rule == .date && $0.has(.month) }
        let years = drafts.count { $0.rule == .date && $0.has(.year) }
        return years >= 3 && months > 4 * deictic && deictic <= 2
    }

    /// Adds what stands in the sentence of `matcher`.
    private func read(_ matcher: Matcher, into drafts: inout [Draft]) {
        let stream = matcher.stream
        var index = matcher.sentence.lowerBound
        while index < matcher.sentence.upperBound {
            guard let match = matcher.longest(at: index) else {
                index += 1
                continue
            }
            let rule = rules.rules[match.rule]
            var draft = Draft(
                tokens: index..<match.end, rule: rule.operation, captures: match.captures + rule.constants)
            if draft.isAnchored, let day = NamedAnchor.day(at: match.end, stream, matcher.sentence) {
                draft.add(.value, day.daysSinceEpoch)
            }
            index = match.end
            switch rule.operation {
            case .none: break
            case .pair:
                for var part in DraftPair.split(draft) {
                    // The suffix of `3rd`.
                    let next = part.tokens.upperBound
                    if stream.isAdjacent(next), rules.vocabulary.contains(stream.id(next), classID: suffix) {
                        part.tokens = part.tokens.lowerBound..<next + 1
                    }
                    drafts.append(part)
                }
            default: drafts.append(draft)
            }
        }
    }

    private func expression(_ tokens: Range<Int>, _ value: Resolved, _ stream: TokenStream) -> TemporalExpression {
        var last = tokens.upperBound - 1
        // The full stop of an abbreviation at the end of the text or line is the sentence's.
        if last > tokens.lowerBound, stream.mark(last) == UInt8(ascii: "."), stream.tokens[last].kind == .punctuation,
            last + 1 >= stream.count || stream.tokens[last + 1].shape != .lowercase
        {
            last -= 1
        }
        let range = TextRange(stream.tokens[tokens.lowerBound].range.start, stream.tokens[last].range.end)
        return TemporalExpression(
            range: range, kind: value.kind, value: value.value, mod: value.mod, edtf: value.edtf?.description,
            span: value.edtf?.span)
    }
}
