import Articles

/// A time expression with its value.
struct Resolved: Sendable {
    var kind: TemporalExpression.Kind = .date
    var value: String
    var mod: String?
    var edtf: EDTF?
    /// Where it lies in the calendar, for what counts from it.
    var moment: Moment?

    init(_ moment: Moment, kind: TemporalExpression.Kind? = nil) {
        self.kind = kind ?? (moment.part != nil || moment.clock != nil ? .time : .date)
        value = moment.timeML
        edtf = moment.edtf
        self.moment = moment
    }

    init(kind: TemporalExpression.Kind, value: String) {
        self.kind = kind
        self.value = value
    }

    /// The same so many days later; `nil` where it is no known day.
    func advanced(by days: Int) -> Resolved? {
        guard let moment, moment.grain == .day, let first = moment.bounds?.first else { return nil }
        var there = Moment(first.advanced(by: days))
        there.part = moment.part
        there.clock = moment.clock
        var result = Resolved(there, kind: kind)
        result.mod = mod
        return result
    }

    /// Whether its year can be written with four digits.
    var isInCalendar: Bool { (moment?.year ?? 0).magnitude < 10_000 }

    /// What can be said when the anchor is known to lie between two days only: the value that both give, or any day
    /// from the one to the other.
    static func between(_ a: Resolved, _ b: Resolved) -> Resolved {
        guard a.value != b.value else {
            guard a.edtf != b.edtf else { return a }
            var result = a
            result.edtf = nil
            if let first = a.edtf?.span?.start, let last = b.edtf?.span?.last, first <= last {
                result.edtf = .oneOf([.range(EDTFDate(first), EDTFDate(last))])
            }
            return result
        }
        var result = a
        result.value = common(a.value, b.value)
        result.edtf = nil
        result.moment = nil
        guard let first = a.moment?.bounds?.first, let last = b.moment?.bounds?.last, first <= last else {
            return result
        }
        let (year, month, day) = first.components
        let end = last.components
        if day == 1, year == end.year, month == end.month,
            end.day == CalendarDay.daysInMonth(year: year, month: month)
        {
            result.edtf = .date(EDTFDate(year: year, month: .number(month)))
            result.moment = Moment(.month, year: year, index: month)
        } else if day == 1, month == 1, end.month == 12, end.day == 31 {
            result.edtf =
                year == end.year
                ? .date(EDTFDate(year: year)) : .oneOf([.range(EDTFDate(year: year), EDTFDate(year: end.year))])
        } else {
            result.edtf = .oneOf([.range(EDTFDate(first), EDTFDate(last))])
        }
        return result
    }

    /// What two TimeML values share, with `X` for the digits that differ.
    private static func common(_ a: String, _ b: String) -> String {
        let left = Array(a.utf8)
        let right = Array(b.utf8)
        guard left.count == right.count else { return "XXXX" }
        var differs = false
        var result: [UInt8] = []
        for (x, y) in zip(left, right) {
            let isDigit = (0x30...0x39).contains(x)
            if x != y { differs = true }
            result.append(differs && isDigit ? UInt8(ascii: "X") : x)
        }
        // A field is known as a whole or not at all.
        var fields = result.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).map(Array.init)
        for index in fields.indices where index > 0 && fields[index].contains(UInt8(ascii: "X")) {
            for position in fields[index].indices where (0x30...0x39).contains(fields[index][position]) {
                fields[index][position] = UInt8(ascii: "X")
            }
        }
        return String(decoding: Array(fields.joined(separator: [UInt8(ascii: "-")])), as: UTF8.self)
    }
}
