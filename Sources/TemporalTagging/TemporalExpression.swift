public import Articles

/// A time expression of a text with its value.
public struct TemporalExpression: Hashable, Sendable {
    /// The types of TIMEX3 (ISO-TimeML).
    public enum Kind: String, Sendable {
        case date = "DATE"
        case time = "TIME"
        case duration = "DURATION"
        case set = "SET"
    }

    public var range: TextRange
    public var kind: Kind
    /// The TimeML value: `2022-09-09`, `2022-W36`, `P6M`, `PRESENT_REF`, `XXXX-07`, ...
    public var value: String
    /// The TimeML modifier: `APPROX`, `START`, `MID`, `END`, `BEFORE`, `AFTER`, `MORE_THAN`, ...
    public var mod: String?
    /// The value in EDTF (ISO 8601-2:2019, levels 0-2), `nil` where there is none (a duration, an unanchored
    /// relative expression).
    public var edtf: String?
    /// The days meant, where they are known.
    public var span: TimeSpan?

    public init(
        range: TextRange, kind: Kind, value: String, mod: String? = nil, edtf: String? = nil, span: TimeSpan? = nil
    ) {
        self.range = range
        self.kind = kind
        self.value = value
        self.mod = mod
        self.edtf = edtf
        self.span = span
    }
}

/// A half-open span of days (UTC). `end` is the day after the last; `nil` for an open range.
public struct TimeSpan: Hashable, Sendable {
    public var start: CalendarDay
    public var end: CalendarDay?
    public var precision: Precision

    /// How finely the source states the date; `date_precision` of the layer.
    public enum Precision: String, Sendable { case day, range, week, month, season, year, unknown }

    public init(start: CalendarDay, end: CalendarDay?, precision: Precision) {
        self.start = start
        self.end = end
        self.precision = precision
    }

    /// The last day of the span; `nil` for an open one.
    public var last: CalendarDay? { end?.advanced(by: -1) }

    /// The one day the span is, or `nil` if it is longer.
    public var singleDay: CalendarDay? { end == start.advanced(by: 1) ? start : nil }
}
