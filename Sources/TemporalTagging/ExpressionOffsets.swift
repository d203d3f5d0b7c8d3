import Articles

/// Dates `two days after` and `a week before` from another date of their sentence.
///
/// `On Tuesday, two days after the blast`: the blast was on Sunday. `Two days after the blast on Sunday, police`: the rest
/// was on Tuesday. Their TimeML value stays that of a duration. Reads the class `offset`, whose value is the direction.
struct ExpressionOffsets: Sendable {
    private let offset: Int

    init(_ vocabulary: inout VocabularyBuilder) { offset = vocabulary.classID("offset") }

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
            if let later, later.tokens.lowerBound < end {
                guard let base = day(later.value), let there = shifted(base, period, direction),
                    let first = there.bounds?.first
                else { continue }
                if let today, base <= today, first > today { continue }
                items[index].value.edtf = there.edtf
            } else if let base = earlier.flatMap({ day($0.value) }) ?? later.flatMap({ day($0.value) }),
                let there = shifted(base, period, -direction)
            {
                items[index].value.edtf = there.edtf
            }
        }
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
