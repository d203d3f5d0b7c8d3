/// A value of the Extended Date/Time Format (ISO 8601-2:2019), as far as the tagger writes it.
///
/// Dates of levels 0-2 without time of day, seasons 21-24, unspecified digits, the qualifiers `?`, `~` and `%` of
/// the whole date, intervals with open ends, and sets: one of `[...]`, all of `{...}`.
public enum EDTF: Hashable, Sendable {
    case date(EDTFDate)
    /// `start/end`; `nil` is an open end (`..`).
    case interval(EDTFDate?, EDTFDate?)
    /// One of the members: `[2022-09-05..2022-09-11]`.
    case oneOf([Member])
    /// All of the members: `{2022-09-05,2022-09-07}`.
    case allOf([Member])

    /// A member of a set: a date, or all dates between two; `nil` is an open end.
    public enum Member: Hashable, Sendable {
        case date(EDTFDate)
        case range(EDTFDate?, EDTFDate?)
    }
}

extension EDTF: CustomStringConvertible {
    /// The value in EDTF.
    public var description: String {
        func text(_ date: EDTFDate?) -> String { date?.description ?? "" }
        func list(_ members: [Member]) -> String {
            members.map { member in
                switch member {
                case .date(let date): date.description
                case .range(let from, let to): text(from) + ".." + text(to)
                }
            }.joined(separator: ",")
        }
        switch self {
        case .date(let date): return date.description
        case .interval(let start, let end): return (start?.description ?? "..") + "/" + (end?.description ?? "..")
        case .oneOf(let members): return "[" + list(members) + "]"
        case .allOf(let members): return "{" + list(members) + "}"
        }
    }
}

extension EDTF {
    /// Reads what ``description`` writes; `nil` for anything else.
    public init?(_ text: String) {
        let bytes = Array(text.utf8)
        guard let first = bytes.first, let last = bytes.last else { return nil }
        if first == UInt8(ascii: "[") || first == UInt8(ascii: "{") {
            guard bytes.count > 2, last == (first == UInt8(ascii: "[") ? UInt8(ascii: "]") : UInt8(ascii: "}")) else {
                return nil
            }
            var members: [Member] = []
            let inner = bytes[1..<(bytes.count - 1)]
            for part in inner.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false) {
                guard let member = Self.member(Array(part)) else { return nil }
                members.append(member)
            }
            self = first == UInt8(ascii: "[") ? .oneOf(members) : .allOf(members)
            return
        }
        let parts = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
        if parts.count == 2 {
            let open = Array("..".utf8)
            let start = EDTFDate(bytes: Array(parts[0]))
            let end = EDTFDate(bytes: Array(parts[1]))
            guard start != nil || Array(parts[0]) == open, end != nil || Array(parts[1]) == open,
                start != nil || end != nil
            else { return nil }
            self = .interval(start, end)
            return
        }
        guard parts.count == 1, let date = EDTFDate(bytes: bytes) else { return nil }
        self = .date(date)
    }

    private static func member(_ bytes: [UInt8]) -> Member? {
        let dot = UInt8(ascii: ".")
        guard let index = bytes.indices.dropLast().first(where: { bytes[$0] == dot && bytes[$0 + 1] == dot }) else {
            return EDTFDate(bytes: bytes).map { .date($0) }
        }
        let head = Array(bytes[..<index])
        let tail = Array(bytes[(index + 2)...])
        let from = EDTFDate(bytes: head)
        let to = EDTFDate(bytes: tail)
        guard from != nil || head.isEmpty, to != nil || tail.isEmpty, from != nil || to != nil else { return nil }
        return .range(from, to)
    }
}
