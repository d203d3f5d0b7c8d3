import Articles

/// The days that vague expressions leave open: `in the past week`, `recent months`, `a few days ago`.
///
/// They are written as one unknown day, month or year of a range (`[2022-09-06..2022-09-13]`). How far `a few` and
/// `recent` reach is a convention, stated here; for years there is none, and such expressions stay without days.
enum VagueSpan {
    /// `a few days ago` is 2-7 days, `a few weeks ago` 2-6 weeks, `a few months ago` 2-9 months before.
    private static func few(_ unit: String) -> ClosedRange<Int>? {
        switch unit {
        case "D": 2...7
        case "W": 2...6
        case "M": 2...9
        default: nil
        }
    }

    /// `recent days` are the last 7 days, `recent weeks` 6 weeks, `recent months` 12 months.
    private static func recent(_ unit: String) -> Int? {
        switch unit {
        case "D": 7
        case "W": 6
        case "M": 12
        default: nil
        }
    }

    /// The time up to `today`: the last `number` units of the draft, or as many as `recent` means.
    static func upTo(_ today: CalendarDay, _ draft: Draft) -> EDTF? {
        guard let unit = draft.text(.unit) else { return nil }
        guard let number = draft.int(.number) ?? draft.int(.quantity).flatMap({ $0 > 0 ? $0 : nil }) ?? recent(unit),
            (1...1000).contains(number)
        else { return nil }
        switch unit {
        case "H": return range(today.advanced(by: -(number + 23) / 24), today, .day)
        case "TM", "S": return nil
        case "E": return range(back(today, 10 * number, .year), today, .year)
        // A few years back, the month is known too.
        case "Y" where number <= exactYears: return range(back(today, 12 * number, .month), today, .month)
        default: return Moment.Grain(unit: unit).flatMap { range(back(today, number, $0), today, $0) }
        }
    }

    /// Up to how many years `the past two years` are counted in months.
    private static let exactYears = 5

    /// From `count` units before `today` to it: `have shelled the town for six months`.
    static func lasting(_ count: Int, _ grain: Moment.Grain, until today: CalendarDay) -> EDTF? {
        let first: CalendarDay? =
            grain == .year && count <= exactYears ? back(today, 12 * count, .month) : back(today, count, grain)
        let unit = grain == .year && count <= exactYears ? .month : grain
        guard case .oneOf(let members)? = range(first, today, unit), case .range(let from, let to)? = members.first
        else { return nil }
        return .interval(from, to)
    }

    /// `overnight`, `overnight into Friday`: the night that ends on that day began on the day before.
    static func night(_ basis: String, _ moment: Moment) -> EDTF? {
        guard basis == "night" || basis == "eve", moment.grain == .day, let day = moment.bounds?.first else {
            return nil
        }
        return .interval(EDTFDate(day.advanced(by: -1)), EDTFDate(day))
    }

    /// The part of the week, weekend, month or year that is gone by `today`: what was done `this week` was not done later.
    ///
    /// - Returns: `nil` where all of it is gone, or none.
    static func begun(_ moment: Moment, by today: CalendarDay) -> EDTF? {
        guard let bounds = moment.bounds, bounds.first <= today, today < bounds.last else { return nil }
        switch moment.grain {
        case .week, .weekend, .month:
            return bounds.first == today ? .date(EDTFDate(today)) : range(bounds.first, today, .day)
        case .year, .quarter, .half, .season:
            let (first, last) = (bounds.first.components, today.components)
            return first.year == last.year && first.month == last.month
                ? .date(EDTFDate(year: last.year, month: .number(last.month))) : range(bounds.first, today, .month)
        default: return nil
        }
    }

    /// `a few months ago`, counted from `day`; `direction` is 1 for `a few days later`.
    static func few(from day: CalendarDay, direction: Int, _ draft: Draft) -> EDTF? {
        guard draft.has(.quantity), let unit = draft.text(.unit), let grain = Moment.Grain(unit: unit),
            let few = few(unit), let near = back(day, -direction * few.lowerBound, grain),
            let far = back(day, -direction * few.upperBound, grain)
        else { return nil }
        return range(min(near, far), max(near, far), grain)
    }

    /// `two hours ago`, `minutes later`: the day itself, or also its neighbour where the hours may reach it.
    static func hours(from day: CalendarDay, direction: Int, _ draft: Draft) -> EDTF? {
        guard let unit = draft.text(.unit), ["H", "TM", "S"].contains(unit) else { return nil }
        let number = draft.int(.number) ?? draft.int(.quantity) ?? 0
        let hours = unit == "H" ? number : 0
        guard (0...72).contains(hours) else { return nil }
        guard hours > 6 else { return .date(EDTFDate(day)) }
        let other = day.advanced(by: direction * ((hours + 23) / 24))
        return range(min(day, other), max(day, other), .day)
    }

    /// The day `count` units before `day`.
    private static func back(_ day: CalendarDay, _ count: Int, _ grain: Moment.Grain) -> CalendarDay? {
        switch grain {
        case .day: day.advanced(by: -count)
        case .week: day.advanced(by: -7 * count)
        default: Moment(day).shifted(by: -count, grain)?.bounds?.first
        }
    }

    private static func range(_ first: CalendarDay?, _ last: CalendarDay, _ grain: Moment.Grain) -> EDTF? {
        guard let first else { return nil }
        func date(_ day: CalendarDay) -> EDTFDate {
            let (year, month, _) = day.components
            switch grain {
            case .day, .week, .weekend: return EDTFDate(day)
            case .year, .decade, .century: return EDTFDate(year: year)
            default: return EDTFDate(year: year, month: .number(month))
            }
        }
        return .oneOf([.range(date(first), date(last))])
    }
}
