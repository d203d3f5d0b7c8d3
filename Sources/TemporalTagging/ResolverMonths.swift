import Articles

extension Resolver {
    /// `the second week of June`, `the last weekend of May`, `the first Monday in September`; counted from the end for
    /// an ordinal of -1.
    ///
    /// The nth week of a month is its days 7n-6...7n; the TimeML value is the ISO week most of them are in.
    func partOfMonth(_ draft: Draft) -> Resolved? {
        guard let ordinal = draft.int(.ordinal), (1...5).contains(ordinal) || ordinal == -1 else { return nil }
        var bare = draft
        bare.remove(.weekday)
        guard let base = monthDate(bare) else { return nil }
        guard let year = base.year, let month = base.index else { return Resolved(base) }
        let length = CalendarDay.daysInMonth(year: year, month: month)
        if draft.text(.unit) == "W" {
            let start = ordinal < 0 ? length - 6 : ordinal * 7 - 6
            guard start <= length else { return nil }
            let first = CalendarDay(year: year, month: month, day: start)
            let last = CalendarDay(year: year, month: month, day: min(start + 6, length))
            var result = Resolved(Moment(first.advanced(by: 3), grain: .week))
            result.edtf = .oneOf([.range(EDTFDate(first), EDTFDate(last))])
            return result
        }
        let weekday = draft.int(.weekday) ?? 6
        let first = CalendarDay(year: year, month: month, day: 1)
        var number = 1 + (weekday - first.weekday + 7) % 7 + (ordinal - 1) * 7
        if ordinal < 0 {
            let last = CalendarDay(year: year, month: month, day: length)
            number = length - (last.weekday - weekday + 7) % 7
        }
        guard (1...length).contains(number) else { return nil }
        let day = CalendarDay(year: year, month: month, day: number)
        return Resolved(Moment(day, grain: draft.text(.unit) == "WE" ? .weekend : .day))
    }

    /// `the first days of the war`: one of the days from its first on.
    func beginning(_ day: CalendarDay, _ unit: String) -> Resolved {
        var result = Resolved(Moment(day))
        if unit == "M" {
            // `at the start of the war`: that month; near its end, that one or the next.
            func month(_ day: CalendarDay) -> EDTFDate {
                EDTFDate(year: day.components.year, month: .number(day.components.month))
            }
            let (from, to) = (month(day), month(day.advanced(by: 10)))
            result.edtf = from == to ? .date(from) : .oneOf([.range(from, to)])
            return result
        }
        let length = unit == "D" ? 7 : 28
        result.edtf = .oneOf([.range(EDTFDate(day), EDTFDate(day.advanced(by: length - 1)))])
        return result
    }
}
