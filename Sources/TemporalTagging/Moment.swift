import Articles

/// A point or period of the calendar at some grain, with or without its year.
struct Moment: Hashable, Sendable {
    enum Grain: Int, Comparable, Sendable {
        case century, decade, year, half, season, quarter, month, week, weekend, day

        static func < (a: Grain, b: Grain) -> Bool { a.rawValue < b.rawValue }

        /// The grain of a unit of `words.tsv`.
        init?(unit: String) {
            switch unit {
            case "C": self = .century
            case "E": self = .decade
            case "Y": self = .year
            case "H6": self = .half
            case "Q": self = .quarter
            case "M": self = .month
            case "W": self = .week
            case "WE": self = .weekend
            case "D": self = .day
            default: return nil
            }
        }
    }

    var grain: Grain
    /// The year; of the ISO week for weeks and weekends, the first of a decade or century. `nil` if not known.
    var year: Int?
    /// Month, quarter, half or season (1-4, spring first), ISO week. `nil`: not known.
    var index: Int?
    /// The day of the month. `nil`: not known.
    var day: Int?
    /// The day of the week 1-7, where that is all that is known.
    var weekday: Int?
    /// Part of the day as TimeML writes it: `MO`, `NI`, ...
    var part: String?
    /// `22:00`
    var clock: String?

    init(_ grain: Grain, year: Int?, index: Int? = nil, day: Int? = nil) {
        self.grain = grain
        self.year = year
        self.index = index
        self.day = day
    }

    init(_ date: CalendarDay, grain: Grain = .day) {
        let (year, month, number) = date.components
        switch grain {
        case .century: self.init(.century, year: Self.floor(year, 100))
        case .decade: self.init(.decade, year: Self.floor(year, 10))
        case .year: self.init(.year, year: year)
        case .half: self.init(.half, year: year, index: (month + 5) / 6)
        case .quarter: self.init(.quarter, year: year, index: (month + 2) / 3)
        case .season:
            let season = month < 3 ? 4 : month / 3
            self.init(.season, year: month < 3 ? year - 1 : year, index: season)
        case .month: self.init(.month, year: year, index: month)
        case .week, .weekend:
            let (weekYear, week) = Self.week(of: date)
            self.init(grain, year: weekYear, index: week)
        case .day: self.init(.day, year: year, index: month, day: number)
        }
    }

    private static func floor(_ value: Int, _ step: Int) -> Int {
        value - ((value % step) + step) % step
    }

    /// The ISO 8601 week of `date` and the year it belongs to.
    static func week(of date: CalendarDay) -> (year: Int, week: Int) {
        let thursday = date.advanced(by: 4 - date.weekday)
        let year = thursday.components.year
        let first = CalendarDay(year: year, month: 1, day: 1)
        return (year, (thursday.daysSinceEpoch - first.daysSinceEpoch) / 7 + 1)
    }

    /// The Monday of an ISO week.
    static func monday(year: Int, week: Int) -> CalendarDay {
        let fourth = CalendarDay(year: year, month: 1, day: 4)
        return fourth.advanced(by: 1 - fourth.weekday + (week - 1) * 7)
    }

    /// First and last day; `nil` when something is not known.
    var bounds: (first: CalendarDay, last: CalendarDay)? {
        guard let year else { return nil }
        func months(_ first: Int, _ count: Int) -> (first: CalendarDay, last: CalendarDay) {
            let total = year * 12 + first - 1 + count
            let end = Self.floor(total, 12) / 12
            return (
                CalendarDay(year: year, month: first, day: 1),
                CalendarDay(year: end, month: total - end * 12 + 1, day: 1).advanced(by: -1)
            )
        }
        switch grain {
        case .century: return (months(1, 12).first, CalendarDay(year: year + 99, month: 12, day: 31))
        case .decade: return (months(1, 12).first, CalendarDay(year: year + 9, month: 12, day: 31))
        case .year: return months(1, 12)
        case .half: return index.map { months($0 * 6 - 5, 6) }
        case .quarter: return index.map { months($0 * 3 - 2, 3) }
        case .season: return index.map { months($0 * 3, 3) }
        case .month: return index.map { months($0, 1) }
        case .week:
            return index.map { (Self.monday(year: year, week: $0), Self.monday(year: year, week: $0).advanced(by: 6)) }
        case .weekend:
            return index.map {
                let monday = Self.monday(year: year, week: $0)
                return (monday.advanced(by: 5), monday.advanced(by: 6))
            }
        case .day:
            guard let index, let day else { return nil }
            let date = CalendarDay(year: year, month: index, day: day)
            return (date, date)
        }
    }

    /// Of its first day, as far as known; else the last day of a year.
    var monthAndDay: (month: Int, day: Int) {
        guard let first = bounds?.first.components else { return (12, 31) }
        return (first.month, grain == .day ? first.day : 31)
    }

    /// The moment `count` units on, at the grain of the unit or of this moment, whichever is coarser.
    func shifted(by count: Int, _ unit: Grain) -> Moment? {
        guard count.magnitude < 20_000 else { return nil }
        guard let bounds else {
            if let year, unit == .year {
                var result = self
                result.year = year + count
                return result
            }
            return nil
        }
        let (first, _) = bounds
        let (year, month, day) = first.components
        switch unit {
        case .day: return Moment(first.advanced(by: count))
        case .week, .weekend: return Moment(first.advanced(by: count * 7), grain: unit)
        case .month, .quarter, .season, .half:
            let step = unit == .month ? 1 : unit == .half ? 6 : 3
            let total = year * 12 + month - 1 + count * step
            let target = Self.floor(total, 12) / 12
            let number = min(day, CalendarDay.daysInMonth(year: target, month: total - target * 12 + 1))
            return Moment(CalendarDay(year: target, month: total - target * 12 + 1, day: number), grain: unit)
        case .year: return Moment(.year, year: year + count)
        case .decade: return Moment(.decade, year: Self.floor(year, 10) + 10 * count)
        case .century: return Moment(.century, year: Self.floor(year, 100) + 100 * count)
        }
    }
}
