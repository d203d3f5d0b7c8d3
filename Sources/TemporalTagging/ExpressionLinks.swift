import Articles

/// Makes ranges of expressions: `from March to June`, `since 24 February`, `2010-2014`.
///
/// Each end keeps its own TimeML value; the EDTF value of both is the interval, because that is when what the clause
/// tells took place. Two dates with `or` between them are one of both. Reads the classes `rangeboth`, `rangeto`, `dash`,
/// `since`, `opens`, `either`, `ended`, `article` and `ordsuffix`.
struct ExpressionLinks: Sendable {
    private let both: Int
    private let to: Int
    private let dash: Int
    private let since: Int
    private let opens: Int
    private let and: Int
    private let either: Int
    private let ended: Int
    private let article: Int
    private let suffix: Int
    private let apostrophe: Int32
    private let curly: Int32
    /// `until`, which no infinitive follows.
    private let until: [Int32]

    init(_ vocabulary: inout VocabularyBuilder) {
        both = vocabulary.classID("rangeboth")
        to = vocabulary.classID("rangeto")
        dash = vocabulary.classID("dash")
        since = vocabulary.classID("since")
        opens = vocabulary.classID("opens")
        and = vocabulary.classID("and")
        either = vocabulary.classID("either")
        ended = vocabulary.classID("ended")
        article = vocabulary.classID("article")
        suffix = vocabulary.classID("ordsuffix")
        apostrophe = vocabulary.wordID("'")
        curly = vocabulary.wordID("’")
        until = [vocabulary.wordID("until"), vocabulary.wordID("till")]
    }

    /// `from March to June 2021`: the month takes the year of what follows; `the quarter ended 30 June` is the second.
    func shareYears(_ drafts: inout [Draft], _ stream: TokenStream) {
        guard drafts.count > 1 else { return }
        for index in stride(from: drafts.count - 2, through: 0, by: -1) {
            let next = drafts[index + 1]
            let gap = drafts[index].tokens.upperBound..<next.tokens.lowerBound
            if drafts[index].rule == .unit, drafts[index].text(.unit) == "Q", gap.count == 1,
                has(stream, gap.lowerBound, ended), next.rule == .date, next.has(.month)
            {
                drafts[index].endQuarter(with: next)
                continue
            }
            if let year = goesOn(drafts[index], next, gap, stream) { drafts[index + 1].add(.year, year) }
            guard drafts[index].lacksYear, (1...2).contains(gap.count), next.rule == .date, next.has(.month),
                let month = drafts[index].int(.month), let other = next.int(.month),
                let last = gap.last, has(stream, last, to) || has(stream, last, and) || has(stream, last, dash)
            else { continue }
            if let year = next.int(.year) {
                guard !next.has(.era) else { continue }
                let fold = next.text(.fold) == "yy" && year < 100 ? (year < 40 ? 2000 : 1900) : 0
                drafts[index].add(.year, year + fold - (month > other ? 1 : 0))
            }
        }
    }

    /// How many words `and` joins with two months of one year.
    private static let chain = 8

    /// `seized the town in March 2021 and lost it in May`: the year of a later month.
    private func goesOn(_ a: Draft, _ b: Draft, _ gap: Range<Int>, _ stream: TokenStream) -> Int? {
        guard a.rule == .date, b.lacksYear, !b.has(.weekday), (2...Self.chain).contains(gap.count),
            let year = a.int(.year),
            !a.has(.era), a.text(.fold) == nil, let first = a.int(.month), let second = b.int(.month), first < second,
            gap.allSatisfy({ stream.tokens[$0].kind == .word }),
            gap.contains(where: { has(stream, $0, and) }), !has(stream, gap.upperBound - 1, and)
        else { return nil }
        return year
    }

    private func has(_ stream: TokenStream, _ index: Int, _ classID: Int) -> Bool {
        index >= 0 && index < stream.count && stream.vocabulary.contains(stream.ids[index], classID: classID)
    }

    /// Sets the EDTF of the ends of ranges and of open ranges.
    ///
    /// - Parameters:
    ///   - relative: the first tokens of those that end no range.
    ///   - weekdays: the first tokens of bare weekdays: those of one range follow each other.
    ///   - today: the day of writing.
    func link(
        _ items: inout [(tokens: Range<Int>, value: Resolved)], _ stream: TokenStream, relative: Set<Int>,
        weekdays: Set<Int>, today: CalendarDay?
    ) {
        var index = 0
        while index < items.count {
            defer { index += 1 }
            let before = items[index].tokens.lowerBound - 1
            if index + 1 < items.count,
                joins(stream, items[index].tokens, items[index + 1].tokens)
                    || reaches(stream, items[index].tokens, items[index + 1].tokens),
                !relative.contains(items[index + 1].tokens.lowerBound)
            {
                if weekdays.contains(items[index].tokens.lowerBound),
                    weekdays.contains(items[index + 1].tokens.lowerBound)
                {
                    (items[index].value, items[index + 1].value) = inOrder(
                        items[index].value, items[index + 1].value, today)
                }
                if let interval = interval(items[index].value, items[index + 1].value) {
                    items[index].value.edtf = interval
                    items[index + 1].value.edtf = interval
                }
                index += 1
                continue
            }
            if index + 1 < items.count, let both = running(items[index], items[index + 1], stream) {
                items[index].value.edtf = both
                items[index + 1].value.edtf = both
                index += 1
                continue
            }
            if index + 1 < items.count, let one = oneOf(items[index], items[index + 1], stream) {
                items[index].value.edtf = one
                items[index + 1].value.edtf = one
                index += 1
                continue
            }
            guard
                has(stream, before, since)
                    || has(stream, before, opens) && canOpen(items[index], stream)
                        && !relative.contains(items[index].tokens.lowerBound)
            else { continue }
            if let date = ends(items[index].value.edtf)?.first { items[index].value.edtf = .interval(date, nil) }
        }
    }

    /// `from Friday` opens a range; `from Friday's attack` does not.
    private func canOpen(_ item: (tokens: Range<Int>, value: Resolved), _ stream: TokenStream) -> Bool {
        let next = stream.id(item.tokens.upperBound)
        guard next != apostrophe, next != curly || next == WordTable.unknown else { return false }
        switch item.value.moment?.grain {
        case .day, .month: return true
        default: return false
        }
    }

    /// `Monday to Wednesday`: both are of one week, before the day of writing or after it.
    private func inOrder(_ a: Resolved, _ b: Resolved, _ today: CalendarDay?) -> (Resolved, Resolved) {
        guard let first = a.moment?.bounds?.first, let last = b.moment?.bounds?.first, first > last else {
            return (a, b)
        }
        let isAhead = today.map { first > $0 } ?? true
        return isAhead ? (a, b.advanced(by: 7) ?? b) : (a.advanced(by: -7) ?? a, b)
    }

    /// `on Friday and Saturday`: two days, or months, of which one follows the other, are the time of both.
    private func running(
        _ a: (tokens: Range<Int>, value: Resolved), _ b: (tokens: Range<Int>, value: Resolved), _ stream: TokenStream
    ) -> EDTF? {
        guard b.tokens.lowerBound - a.tokens.upperBound == 1, has(stream, a.tokens.upperBound, and),
            canOpen(a, stream), canOpen(b, stream), case .date(let first)? = a.value.edtf,
            case .date(let second)? = b.value.edtf, first.precision == second.precision,
            let last = first.bounds?.last, last.advanced(by: 1) == second.bounds?.first
        else { return nil }
        return .interval(first, second)
    }

    /// `in May or June`: one of both.
    private func oneOf(
        _ a: (tokens: Range<Int>, value: Resolved), _ b: (tokens: Range<Int>, value: Resolved), _ stream: TokenStream
    ) -> EDTF? {
        guard b.tokens.lowerBound - a.tokens.upperBound == 1, has(stream, a.tokens.upperBound, either),
            a.value.moment?.grain == b.value.moment?.grain, case .date(let first)? = a.value.edtf,
            case .date(let second)? = b.value.edtf, let from = first.bounds?.first, let to = second.bounds?.first,
            from != to
        else { return nil }
        return .oneOf(from < to ? [.date(first), .date(second)] : [.date(second), .date(first)])
    }

    private func joins(_ stream: TokenStream, _ a: Range<Int>, _ b: Range<Int>) -> Bool {
        var gap = a.upperBound..<b.lowerBound
        // `the 3rd to the 5th of May`
        if gap.count > 1, has(stream, gap.lowerBound, suffix) { gap.removeFirst() }
        if gap.count > 1, let last = gap.last, has(stream, last, article) { gap.removeLast() }
        guard (1...2).contains(gap.count), let last = gap.last else { return false }
        let before = a.lowerBound - 1
        if gap.count == 1, has(stream, last, dash) { return true }
        guard gap.count == 1 || has(stream, gap.lowerBound, to) else { return false }
        if has(stream, last, to) { return true }
        return has(stream, last, and) && has(stream, before, both)
    }

    /// `from March 11 until an exchange on March 19`
    private func reaches(_ stream: TokenStream, _ a: Range<Int>, _ b: Range<Int>) -> Bool {
        let gap = a.upperBound..<b.lowerBound
        return (2...Self.chain).contains(gap.count) && has(stream, a.lowerBound - 1, opens)
            && until.contains(stream.id(gap.lowerBound)) && gap.allSatisfy { stream.tokens[$0].kind == .word }
    }

    private func ends(_ value: EDTF?) -> (first: EDTFDate, last: EDTFDate)? {
        switch value {
        case .date(let date): return (date, date)
        case .oneOf(let members):
            guard members.count == 1, case .range(let from?, let to?) = members[0] else { return nil }
            return (from, to)
        default: return nil
        }
    }

    private func interval(_ a: Resolved, _ b: Resolved) -> EDTF? {
        guard let first = ends(a.edtf)?.first, let last = ends(b.edtf)?.last, first != last else { return nil }
        if let from = first.bounds?.first, let to = last.bounds?.last, from > to { return nil }
        return .interval(first, last)
    }
}
