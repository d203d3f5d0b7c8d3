public import Articles

/// A date of EDTF: a year with or without month or season and day, any of them with unspecified digits.
public struct EDTFDate: Hashable, Sendable {
    /// A month, season or day.
    public enum Part: Hashable, Sendable {
        /// 1...12, 21...24 for a season, 1...31 for a day.
        case number(Int)
        /// `XX`
        case unspecified
    }

    /// The year; 0 is 1 BC, -1 is 2 BC. Unspecified digits count as 0.
    public var year: Int
    /// How many digits of the year, from the right, are unspecified: 0...4 (`195X` is 1).
    public var unspecifiedYearDigits: Int
    /// The month 1...12 or season 21...24.
    public var month: Part?
    public var day: Part?
    /// `?`, or `%` together with ``isApproximate``.
    public var isUncertain = false
    /// `~`, or `%` together with ``isUncertain``.
    public var isApproximate = false

    public init(year: Int, unspecifiedYearDigits: Int = 0, month: Part? = nil, day: Part? = nil) {
        self.year = year
        self.unspecifiedYearDigits = unspecifiedYearDigits
        self.month = month
        self.day = day
    }

    public init(_ day: CalendarDay) {
        let (year, month, number) = day.components
        self.init(year: year, month: .number(month), day: .number(number))
    }
}

extension EDTFDate: CustomStringConvertible {
    public var description: String {
        func padded(_ value: Int, _ width: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        func text(_ part: Part) -> String {
            switch part {
            case .number(let value): padded(value, 2)
            case .unspecified: "XX"
            }
        }
        var result = padded(abs(year), 4)
        if unspecifiedYearDigits > 0 {
            result =
                String(result.dropLast(unspecifiedYearDigits)) + String(repeating: "X", count: unspecifiedYearDigits)
        }
        if year < 0 { result = "-" + result }
        if let month { result += "-" + text(month) }
        if let day { result += "-" + text(day) }
        if isUncertain { result += isApproximate ? "%" : "?" } else if isApproximate { result += "~" }
        return result
    }

    /// Reads what ``description`` writes; `nil` for anything else.
    init?(bytes: [UInt8]) {
        var bytes = bytes[...]
        var uncertain = false
        var approximate = false
        switch bytes.last {
        case UInt8(ascii: "?"): uncertain = true
        case UInt8(ascii: "~"): approximate = true
        case UInt8(ascii: "%"): (uncertain, approximate) = (true, true)
        default: break
        }
        if uncertain || approximate { bytes.removeLast() }
        let isNegative = bytes.first == UInt8(ascii: "-")
        if isNegative { bytes.removeFirst() }
        let parts = bytes.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
        guard (1...3).contains(parts.count), parts[0].count == 4 else { return nil }
        var year = 0
        var unspecified = 0
        for byte in parts[0] {
            year *= 10
            if byte == UInt8(ascii: "X") {
                unspecified += 1
            } else {
                guard (0x30...0x39).contains(byte), unspecified == 0 else { return nil }
                year += Int(byte - 0x30)
            }
        }
        func part(_ index: Int) -> Part?? {
            guard index < parts.count else { return .some(nil) }
            guard parts[index].count == 2 else { return nil }
            if parts[index].allSatisfy({ $0 == UInt8(ascii: "X") }) { return .some(.unspecified) }
            guard parts[index].allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
            return .some(.number(parts[index].reduce(0) { $0 * 10 + Int($1 - 0x30) }))
        }
        guard let month = part(1), let day = part(2) else { return nil }
        if case .number(let value)? = month {
            guard (1...12).contains(value) || (21...24).contains(value) && day == nil else { return nil }
        }
        if case .number(let value)? = day {
            var longest = 31
            if case .number(let number)? = month {
                longest = CalendarDay.daysInMonth(year: unspecified > 0 ? 2000 : year, month: number)
            }
            guard (1...longest).contains(value) else { return nil }
        }
        self.init(year: isNegative ? -year : year, unspecifiedYearDigits: unspecified, month: month, day: day)
        isUncertain = uncertain
        isApproximate = approximate
    }
}
