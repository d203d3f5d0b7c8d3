import Articles

extension Moment {
    private static func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }

    private static func padded(_ value: Int, _ width: Int) -> String {
        let digits = String(value)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    /// The year as TimeML writes it: `1998`, `BC0490`, `XXXX`.
    private var yearText: String {
        guard let year else { return "XXXX" }
        return year <= 0 ? "BC" + Self.padded(1 - year, 4) : Self.padded(year, 4)
    }

    /// The value of TIMEX3 (ISO-TimeML).
    var timeML: String {
        let head: String
        func digits(_ count: Int) -> String {
            guard let year else { return String("XXXX".prefix(4 - count)) }
            let isBC = year < 0
            let base = isBC ? 1 - year : year
            return (isBC ? "BC" : "") + String(Self.padded(base, 4).dropLast(count))
        }
        switch grain {
        case .century: head = digits(2)
        case .decade: head = digits(1)
        case .year: head = yearText
        case .half: head = yearText + "-H" + (index.map(String.init) ?? "X")
        case .quarter: head = yearText + "-Q" + (index.map(String.init) ?? "X")
        case .season:
            let names = ["SP", "SU", "FA", "WI"]
            head = yearText + "-" + (index.map { names[min(max($0, 1), 4) - 1] } ?? "XX")
        case .month: head = yearText + "-" + (index.map(Self.two) ?? "XX")
        case .week: head = yearText + "-W" + (index.map(Self.two) ?? "XX")
        case .weekend: head = yearText + "-W" + (index.map(Self.two) ?? "XX") + "-WE"
        case .day where index == nil && day == nil && weekday != nil: head = "XXXX-WXX-\(weekday ?? 1)"
        case .day: head = yearText + "-" + (index.map(Self.two) ?? "XX") + "-" + (day.map(Self.two) ?? "XX")
        }
        if let clock { return head + "T" + clock }
        if let part { return head + "T" + part }
        return head
    }

    /// The value in EDTF, `nil` where nothing of it is known.
    ///
    /// A unit that EDTF has no notation for (week, weekend, quarter, half) is one unknown day or month of it:
    /// a set in brackets.
    var edtf: EDTF? {
        switch grain {
        case .century, .decade:
            let digits = grain == .century ? 2 : 1
            // There is no year -0: the first decade and century before our era cannot be written so.
            guard let year, year >= 0 || year <= (digits == 2 ? -100 : -10) else { return nil }
            return .date(EDTFDate(year: year, unspecifiedYearDigits: digits))
        case .week, .weekend:
            guard let (first, last) = bounds else { return nil }
            return .oneOf([.range(EDTFDate(first), EDTFDate(last))])
        case .quarter, .half:
            guard let year, let (first, last) = bounds else { return nil }
            return .oneOf([
                .range(
                    EDTFDate(year: year, month: .number(first.components.month)),
                    EDTFDate(year: year, month: .number(last.components.month)))
            ])
        case .year: return year.map { .date(EDTFDate(year: $0)) }
        case .season: return index.map { .date(dated(.number($0 + 20))) }
        case .month: return index.map { .date(dated(.number($0))) }
        case .day:
            guard let index else { return day == nil ? nil : .date(dated(.unspecified, part(of: day))) }
            return .date(dated(.number(index), part(of: day)))
        }
    }

    private func part(of number: Int?) -> EDTFDate.Part { number.map { .number($0) } ?? .unspecified }

    private func dated(_ month: EDTFDate.Part, _ day: EDTFDate.Part? = nil) -> EDTFDate {
        EDTFDate(year: year ?? 0, unspecifiedYearDigits: year == nil ? 4 : 0, month: month, day: day)
    }
}
