/// A day, a month or a year of the proleptic Gregorian calendar: what is known of a publication date.
///
/// Written as EDTF level 0 (ISO 8601-2): `2022-09-13`, `2022-09` or `2022`.
public struct PartialDate: Hashable, Sendable {
    /// 0...9999.
    public let year: Int
    /// 1...12.
    public let month: Int?
    /// 1...31; `nil` where `month` is.
    public let day: Int?

    public init?(year: Int, month: Int? = nil, day: Int? = nil) {
        guard (0...9999).contains(year) else { return nil }
        if let month {
            guard (1...12).contains(month) else { return nil }
            if let day, !(1...CalendarDay.daysInMonth(year: year, month: month)).contains(day) { return nil }
        } else if day != nil {
            return nil
        }
        self.year = year
        self.month = month
        self.day = day
    }

    /// Reads `YYYY`, `YYYY-MM` or `YYYY-MM-DD`; a time of day after the day (`T10:00Z`, ` 12:24:52-05`) is
    /// allowed and left out. `nil` for everything else.
    public init?(edtf text: some StringProtocol) {
        let bytes = Array(text.utf8)
        func number(_ range: Range<Int>) -> Int? {
            guard range.upperBound <= bytes.count else { return nil }
            var value = 0
            for byte in bytes[range] {
                guard (0x30...0x39).contains(byte) else { return nil }
                value = value * 10 + Int(byte - 0x30)
            }
            return value
        }
        guard let year = number(0..<4) else { return nil }
        switch bytes.count {
        case 4: self.init(year: year)
        case 7:
            guard bytes[4] == UInt8(ascii: "-"), let month = number(5..<7) else { return nil }
            self.init(year: year, month: month)
        case 10...:
            guard bytes[4] == UInt8(ascii: "-"), bytes[7] == UInt8(ascii: "-"), let month = number(5..<7),
                let day = number(8..<10),
                bytes.count == 10 || Self.isTimeOfDay(bytes[10...])
            else { return nil }
            self.init(year: year, month: month, day: day)
        default: return nil
        }
    }

    /// Whether `text` is `T` or a space and then something like a time: digits, colons, full stops, a zone.
    private static func isTimeOfDay(_ text: ArraySlice<UInt8>) -> Bool {
        guard let first = text.first, first == UInt8(ascii: "T") || first == UInt8(ascii: " ") else { return false }
        var time = text.dropFirst()
        for zone in [" UTC", " GMT"] where time.reversed().starts(with: zone.utf8.reversed()) {
            time = time.dropLast(zone.utf8.count)
        }
        guard time.count >= 2, time.prefix(2).allSatisfy({ (0x30...0x39).contains($0) }) else { return false }
        return time.allSatisfy { (0x30...0x39).contains($0) || ":.Z+- ".utf8.contains($0) }
    }

    /// The EDTF text, to the grain that is known.
    public var edtf: String {
        func padded(_ value: Int, _ width: Int) -> String {
            let digits = String(value)
            return String(repeating: "0", count: max(0, width - digits.count)) + digits
        }
        var text = padded(year, 4)
        if let month { text += "-" + padded(month, 2) }
        if let day { text += "-" + padded(day, 2) }
        return text
    }

    /// The first day of the day, month or year.
    public var firstDay: CalendarDay { CalendarDay(year: year, month: month ?? 1, day: day ?? 1) }

    /// The last day of the day, month or year.
    public var lastDay: CalendarDay {
        let month = self.month ?? 12
        return CalendarDay(year: year, month: month, day: day ?? CalendarDay.daysInMonth(year: year, month: month))
    }
}
