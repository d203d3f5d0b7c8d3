public import Articles

extension EDTFDate {
    /// The first and the last day it may be, `nil` with no digit of the year known or with a day of an unknown month.
    public var bounds: (first: CalendarDay, last: CalendarDay)? {
        guard unspecifiedYearDigits < 4 else { return nil }
        var lastYear = year
        var scale = 1
        for _ in 0..<unspecifiedYearDigits { scale *= 10 }
        lastYear += year < 0 ? 0 : scale - 1
        let firstYear = year < 0 ? year - (scale - 1) : year
        switch month {
        case .number(let number) where number <= 12:
            guard unspecifiedYearDigits == 0 else { return nil }
            if case .number(let value)? = day {
                let date = CalendarDay(year: year, month: number, day: value)
                return (date, date)
            }
            return (
                CalendarDay(year: year, month: number, day: 1),
                CalendarDay(year: year, month: number, day: CalendarDay.daysInMonth(year: year, month: number))
            )
        case .number(let season):
            // Meteorological seasons of the northern hemisphere; winter begins in December of its year.
            guard unspecifiedYearDigits == 0 else { return nil }
            let month = (season - 20) * 3
            let next = month == 12 ? (year + 1, 3) : (year, month + 3)
            return (
                CalendarDay(year: year, month: month, day: 1),
                CalendarDay(year: next.0, month: next.1, day: 1).advanced(by: -1)
            )
        case .unspecified, nil:
            if case .number? = day { return nil }
            return (
                CalendarDay(year: firstYear, month: 1, day: 1), CalendarDay(year: lastYear, month: 12, day: 31)
            )
        }
    }

    /// How finely it states the date.
    public var precision: TimeSpan.Precision {
        if unspecifiedYearDigits > 0 { return unspecifiedYearDigits < 4 ? .range : .unknown }
        switch month {
        case .number(let number):
            if number > 12 { return .season }
            if case .number? = day { return .day }
            return .month
        case .unspecified, nil: return .year
        }
    }
}

extension EDTF {
    /// The days meant: from the first possible one to the last; `nil` where the first is not known.
    public var span: TimeSpan? {
        switch self {
        case .date(let date):
            guard let (first, last) = date.bounds else { return nil }
            return TimeSpan(start: first, end: last.advanced(by: 1), precision: date.precision)
        case .interval(let start, let end):
            return Self.span(from: start, to: end)
        case .oneOf(let members), .allOf(let members):
            guard let head = members.first, let tail = members.last else { return nil }
            let from: EDTFDate?
            let to: EDTFDate?
            switch head {
            case .date(let date): from = date
            case .range(let start, _): from = start
            }
            switch tail {
            case .date(let date): to = date
            case .range(_, let end): to = end
            }
            guard var span = Self.span(from: from, to: to) else { return nil }
            if members.count == 1, span.end == span.start.advanced(by: 7) {
                span.precision = .week
            }
            return span
        }
    }

    private static func span(from start: EDTFDate?, to end: EDTFDate?) -> TimeSpan? {
        guard let first = start?.bounds?.first else { return nil }
        guard let end else { return TimeSpan(start: first, end: nil, precision: .range) }
        guard let last = end.bounds?.last, last >= first else { return nil }
        return TimeSpan(start: first, end: last.advanced(by: 1), precision: last == first ? .day : .range)
    }
}
