import Articles

/// Dates `two days after` and `a week before` from another date of their sentence.
///
/// `On Tuesday, two days after the blast`: the blast was on Sunday. `Two days after the blast on Sunday, police`: the rest
/// was on Tuesday. `It comes two days after the blast`: two days before the day that the text named last. Their TimeML value
/// stays that of a duration. Reads the classes `offset`, whose value is the direction, and `comes`, which is 0 in the present.
struct ExpressionOffsets: Sendable {
    private let offset: Int
    private let comes: Int

    init(_ vocabulary: inout VocabularyBuilder) {
        offset = vocabulary.classID("offset")
        comes = vocabulary.classID("comes")
    }

    /// How many days before that of writing the text may have named the day from which `it comes two days after` counts.
    private static let fresh = 7

    /// - Parameters:
    ///   - today: the day of writing: what is told is no later.
    ///   - sentences: the tokens of the sentence of each item.
    func date(
        _ items: inout [(tokens: Range<Int>, value: Resolved)], _ stream: TokenStream, today: CalendarDay?,
        sentences: [Range<Int>]
    ) {
        for index in items.indices where items[index].value.kind == .duration && items[index].value.edtf == nil {
            let next = items[index].tokens.upperBound
            guard let period = items[index].value.period else { continue }
            let tokens = sentences[index]
            guard tokens.contains(next), stream.id(next) != WordTable.unknown,
                let entry = stream.vocabulary.entries(stream.id(next), classID: offset).first,
                let direction = Int(entry.value)
            else { continue }
            let end = clause(from: next, tokens, stream)
            let later = index + 1 < items.count && sentences[index + 1] == tokens ? items[index + 1] : nil
            let earlier = index > 0 && sentences[index - 1] == tokens ? items[index - 1] : nil
            let told = earlier.flatMap { day($0.value) }
            // `on Monday, two days after they stormed a court that was built in 2014`
            if let later, later.tokens.lowerBound < end, let base = day(later.value),
                told == nil || agrees(later.value, period, direction, told)
            {
                guard let there = shifted(base, period, direction),
                    let first = there.bounds?.first
                else { continue }
                if let today, base <= today, first > today { continue }
                items[index].value.edtf = there.edtf
            } else if let base = told ?? later.flatMap({ day($0.value) })
                ?? dayBefore(items[..<index], items[index].tokens, stream, today, tokens),
                let there = shifted(base, period, -direction)
            {
                items[index].value.edtf = there.edtf
            }
        }
    }

    /// Whether so long after `later` is `told`, the other day of the sentence.
    private func agrees(
        _ later: Resolved, _ period: (count: Int, grain: Moment.Grain), _ direction: Int, _ told: CalendarDay?
    ) -> Bool {
        day(later).flatMap { shifted($0, period, direction)?.bounds?.first } == told
    }

    /// The day from which `it comes two days after` and `the raid came a week after` count: the last that the text named, if
    /// that is recent; for what comes the day of writing.
    ///
    /// - Parameters:
    ///   - told: the expressions before it; of these the nearest are looked at.
    ///   - expression: its tokens.
    private func dayBefore(
        _ told: ArraySlice<(tokens: Range<Int>, value: Resolved)>, _ expression: Range<Int>, _ stream: TokenStream,
        _ today: CalendarDay?,
        _ sentence: Range<Int>
    ) -> CalendarDay? {
        guard let today,
            let verb = (max(sentence.lowerBound, expression.lowerBound - 2)..<expression.lowerBound).reversed()
                .first(where: { stream.has(comes, at: $0, in: sentence) }),
            let entry = stream.vocabulary.entries(stream.id(verb), classID: comes).first
        else { return nil }
        let last = told.suffix(Self.looked).reversed().lazy.compactMap { day($0.value) }.first
        if let last, (0...Self.fresh).contains(today.daysSinceEpoch - last.daysSinceEpoch) { return last }
        return entry.value == "0" ? today : nil
    }

    /// `on Sunday for a third day`: the other day of its sentence is meant.
    ///
    /// - Parameter starts: the first tokens of such expressions.
    func repeatDays(
        of starts: Set<Int>, in items: inout [(tokens: Range<Int>, value: Resolved)], sentences: [Range<Int>]
    ) {
        guard !starts.isEmpty else { return }
        for index in items.indices where starts.contains(items[index].tokens.lowerBound) {
            let other = items.indices.first {
                $0 != index && sentences[$0] == sentences[index] && day(items[$0].value) != nil
            }
            if let other { items[index].value.edtf = items[other].value.edtf }
        }
    }

    /// How many expressions before it are looked at for the day from which one counts.
    private static let looked = 64

    private func day(_ value: Resolved) -> CalendarDay? {
        guard value.kind != .duration, case .date(let date)? = value.edtf, date.precision == .day else { return nil }
        return date.bounds?.first
    }

    private func shifted(_ base: CalendarDay, _ period: (count: Int, grain: Moment.Grain), _ direction: Int) -> Moment?
    {
        switch period.grain {
        case .week: Moment(base.advanced(by: 7 * direction * period.count))
        default: Moment(base).shifted(by: direction * period.count, period.grain)
        }
    }

    /// The first comma or semicolon after `start`, or the end of the sentence.
    private func clause(from start: Int, _ sentence: Range<Int>, _ stream: TokenStream) -> Int {
        (start..<sentence.upperBound).first {
            stream.mark($0) == UInt8(ascii: ",") || stream.mark($0) == UInt8(ascii: ";")
        } ?? sentence.upperBound
    }
}

extension Resolved {
    /// The number and unit of a duration in whole days, weeks, months or years.
    var period: (count: Int, grain: Moment.Grain)? {
        guard kind == .duration, value.utf8.first == UInt8(ascii: "P"), let last = value.last,
            let grain = Moment.Grain(unit: String(last)), let count = Int(value.dropFirst().dropLast()),
            (1...400).contains(count)
        else { return nil }
        switch grain {
        case .day, .week, .month, .year: return (count, grain)
        default: return nil
        }
    }
}
