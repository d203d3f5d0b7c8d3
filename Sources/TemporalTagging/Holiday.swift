import Articles

/// The day of a named day in a year, from its value in `words.tsv`.
///
/// `12-25`: month and day. `nth:11:4:4`: the fourth Thursday of November (weekday 1 Monday; ordinal -1 the last).
/// `easter:-2`: days from Western Easter Sunday. `orthodox:0`: from Orthodox Easter. `election`: the Tuesday after
/// the first Monday of November.
enum Holiday {
    static func day(_ value: String, year: Int) -> CalendarDay? {
        let parts = value.split(separator: ":")
        switch parts.first {
        case "easter": return parts.count == 2 ? Int(parts[1]).map { easter(year).advanced(by: $0) } : nil
        case "orthodox": return parts.count == 2 ? Int(parts[1]).map { orthodoxEaster(year).advanced(by: $0) } : nil
        case "election":
            let first = CalendarDay(year: year, month: 11, day: 1)
            return first.advanced(by: (8 - first.weekday) % 7 + 1)
        case "nth":
            guard parts.count == 4, let month = Int(parts[1]), let weekday = Int(parts[2]), let count = Int(parts[3])
            else { return nil }
            if count < 0 {
                let last = CalendarDay(
                    year: year, month: month, day: CalendarDay.daysInMonth(year: year, month: month))
                return last.advanced(by: -((last.weekday - weekday + 7) % 7))
            }
            let first = CalendarDay(year: year, month: month, day: 1)
            return first.advanced(by: (weekday - first.weekday + 7) % 7 + (count - 1) * 7)
        default:
            let fields = value.split(separator: "-").compactMap { Int($0) }
            guard fields.count == 2, (1...12).contains(fields[0]), (1...31).contains(fields[1]) else { return nil }
            return CalendarDay(year: year, month: fields[0], day: fields[1])
        }
    }

    /// Western Easter Sunday, by the anonymous Gregorian algorithm (Meeus, Astronomical Algorithms, 1991).
    static func easter(_ year: Int) -> CalendarDay {
        let a = year % 19
        let b = year / 100
        let c = year % 100
        let g = (8 * b + 13) / 25
        let h = (19 * a + b - b / 4 - g + 15) % 30
        let m = (a + 11 * h) / 319
        let r = (2 * (b % 4) + 2 * (c / 4) - c % 4 - h + m + 32) % 7
        let n = (h - m + r + 90) / 25
        return CalendarDay(year: year, month: n, day: (h - m + r + n + 19) % 32)
    }

    /// Orthodox Easter Sunday in the Gregorian calendar (Meeus; Julian calendar, 13 days apart in 1900-2099).
    static func orthodoxEaster(_ year: Int) -> CalendarDay {
        let d = (19 * (year % 19) + 15) % 30
        let e = (2 * (year % 4) + 4 * (year % 7) - d + 34) % 7
        let total = d + e + 114
        return CalendarDay(year: year, month: total / 31, day: total % 31 + 1)
            .advanced(by: year / 100 - year / 400 - 2)
    }
}
