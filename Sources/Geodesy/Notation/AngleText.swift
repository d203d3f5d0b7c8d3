/// Angles as text: decimal degrees, or degrees with minutes and seconds, with signs, letters or colons, and with the
/// hemisphere before or behind.
enum AngleText {
    /// An angle and the axis its letter names.
    struct Angle {
        var degrees: Double
        var hemisphere: UInt8?
        var isLatitude: Bool? { hemisphere.map { $0 == UInt8(ascii: "N") || $0 == UInt8(ascii: "S") } }
    }

    /// What is wrong, and at which byte.
    struct Fault: Error {
        var range: Range<Int>
        var expected: String
    }

    /// The angle that `tokens` are as a whole.
    static func parse(_ tokens: ArraySlice<AngleToken>, end: Int) throws(Fault) -> Angle {
        var tokens = tokens
        var hemisphere: UInt8?
        if let letter = tokens.first?.hemisphere {
            hemisphere = letter
            tokens.removeFirst()
        }
        if let last = tokens.last, let letter = last.hemisphere {
            guard hemisphere == nil else {
                throw Fault(range: last.range, expected: "one letter for the hemisphere, before or behind")
            }
            hemisphere = letter
            tokens.removeLast()
        }
        let degrees = try value(tokens, hasHemisphere: hemisphere != nil, end: end)
        let isNegative = hemisphere == UInt8(ascii: "S") || hemisphere == UInt8(ascii: "W")
        return Angle(degrees: isNegative ? -degrees : degrees, hemisphere: hemisphere)
    }

    /// Degrees, then minutes, then seconds; the signs behind them may be left out together.
    private static func value(
        _ tokens: ArraySlice<AngleToken>, hasHemisphere: Bool, end: Int
    ) throws(Fault) -> Double {
        var total = 0.0
        var isNegative = false
        var rank = 0
        var last: (range: Range<Int>, whole: Bool)?
        var index = tokens.startIndex
        while index < tokens.endIndex {
            let token = tokens[index]
            guard case .number(let number, let signed, let whole) = token.kind else {
                throw Fault(range: token.range, expected: rank == 0 ? "a number of degrees" : Self.names[min(rank, 2)])
            }
            if let last, !last.whole {
                throw Fault(
                    range: token.range, expected: "nothing after \(Self.units[rank - 1]) with a fraction")
            }
            guard rank < 3 else { throw Fault(range: token.range, expected: "nothing after the seconds") }
            if signed {
                guard rank == 0 else { throw Fault(range: token.range, expected: "a sign before the degrees only") }
                guard !hasHemisphere else {
                    throw Fault(range: token.range, expected: "either a sign or a letter for the hemisphere")
                }
                isNegative = number.sign == .minus
            }
            let size = abs(number)
            guard rank == 0 || size < 60 else {
                throw Fault(range: token.range, expected: "\(Self.units[rank]) from 0 up to 60")
            }
            total += size / Self.parts[rank]
            last = (token.range, whole)
            index += 1
            if index < tokens.endIndex, let written = Self.rank(of: tokens[index].kind) {
                guard written == rank || written == -1 && index + 1 < tokens.endIndex else {
                    throw Fault(
                        range: tokens[index].range, expected: "the sign of \(Self.units[rank]), as in 49°12′35″")
                }
                index += 1
            }
            rank += 1
        }
        guard rank > 0 else { throw Fault(range: end..<end, expected: "a number of degrees") }
        return isNegative ? -total : total
    }

    private static func rank(of kind: AngleToken.Kind) -> Int? {
        switch kind {
        case .degrees: 0
        case .minutes: 1
        case .seconds: 2
        case .colon: -1
        default: nil
        }
    }

    private static let parts = [1.0, 60, 3600]
    private static let units = ["degrees", "minutes", "seconds"]
    private static let names = ["a number of degrees", "a number of minutes", "a number of seconds"]

    /// `49°12'34.92"N`, rounded to `decimals` of a second.
    static func sexagesimal(_ degrees: Double, letters: (UInt8, UInt8), decimals: Int) -> String {
        let power = [1.0, 10, 100, 1000, 10_000, 100_000, 1_000_000][max(0, min(6, decimals))]
        let units = (abs(degrees) * 3600 * power).rounded(.toNearestOrEven)
        let seconds = (units / power / 60).rounded(.down) * 60
        let rest = (units - seconds * power) / power
        let minutes = Int(seconds) / 60
        let letter = degrees < 0 && units > 0 ? letters.1 : letters.0
        func two(_ text: String) -> String {
            text.utf8.prefix { $0 != UInt8(ascii: ".") }.count < 2 ? "0" + text : text
        }
        return "\(minutes / 60)°\(two(String(minutes % 60)))'\(two(String(fixed: rest, decimals: decimals)))\""
            + String(UnicodeScalar(letter))
    }
}
