/// Reads numbers in digits and in words, years and ordinals.
///
/// The words come from the classes `units` (0-19), `tens`, `scale` (100, 1000, ...), `ord` (1-31, the round ones),
/// `ordsuffix`, `decadesuffix`, `and`.
struct NumberReader: Sendable {
    private let units: Int
    private let tens: Int
    private let scale: Int
    private let ordinals: Int
    private let suffix: Int
    private let and: Int
    private let dash: Int32
    private let apostrophes: [Int32]
    private let plural: Int32
    private let decadeSuffix: Int

    init(_ vocabulary: inout VocabularyBuilder) {
        units = vocabulary.classID("units")
        tens = vocabulary.classID("tens")
        scale = vocabulary.classID("scale")
        ordinals = vocabulary.classID("ord")
        suffix = vocabulary.classID("ordsuffix")
        and = vocabulary.classID("and")
        dash = vocabulary.wordID("-")
        apostrophes = [vocabulary.wordID("'"), vocabulary.wordID("’"), vocabulary.wordID("`")]
        plural = vocabulary.wordID("s")
        decadeSuffix = vocabulary.classID("decadesuffix")
    }

    func isApostrophe(_ id: Int32) -> Bool { id != WordTable.unknown && apostrophes.contains(id) }

    private func value(_ stream: TokenStream, _ index: Int, _ classID: Int) -> Int? {
        stream.vocabulary.number(stream.id(index), classID: classID)
    }

    /// A number below 100 in words: `twenty-four`, `twenty four`, `nine`.
    private func small(_ stream: TokenStream, _ index: Int) -> (value: Int, end: Int)? {
        if let ten = value(stream, index, tens) {
            var next = index + 1
            if stream.id(next) == dash { next += 1 }
            if let unit = value(stream, next, units), (1...9).contains(unit) { return (ten + unit, next + 1) }
            return (ten, index + 1)
        }
        if let unit = value(stream, index, units) { return (unit, index + 1) }
        return nil
    }

    /// A cardinal at `index`: its value and the index behind it.
    func cardinal(_ stream: TokenStream, _ index: Int) -> (value: Double, end: Int)? {
        if let number = stream.decimal(index) {
            // `24th` is an ordinal.
            if stream.isAdjacent(index + 1), stream.vocabulary.contains(stream.id(index + 1), classID: suffix) {
                return nil
            }
            if let factor = value(stream, index + 1, scale), factor >= 1000 {
                return (number * Double(factor), index + 2)
            }
            return (number, index + 1)
        }
        var end = index
        var total = 0
        var current = 0
        var read = false
        while true {
            if read, value(stream, end, and) != nil, total > 0 || current >= 100, small(stream, end + 1) != nil {
                end += 1
            }
            if let (number, next) = small(stream, end) {
                if read, current % 100 != 0 { break }
                current += number
                end = next
            } else if let factor = value(stream, end, scale), read || factor >= 12, current < 1_000_000,
                total < 1_000_000_000_000
            {
                if factor == 12 || factor == 100 {
                    current = max(current, 1) * factor
                } else {
                    total += max(current, 1) * factor
                    current = 0
                }
                end += 1
            } else {
                break
            }
            read = true
        }
        return read && total + current > 0 ? (Double(total + current), end) : nil
    }

    /// An ordinal at `index`.
    func ordinal(_ stream: TokenStream, _ index: Int) -> (value: Int, end: Int)? {
        if let (number, _) = stream.digits(index) {
            guard stream.isAdjacent(index + 1), stream.vocabulary.contains(stream.id(index + 1), classID: suffix)
            else { return nil }
            return (number, index + 2)
        }
        if let ten = value(stream, index, tens) {
            var next = index + 1
            if stream.id(next) == dash { next += 1 }
            if let unit = value(stream, next, ordinals), (1...9).contains(unit) { return (ten + unit, next + 1) }
            return nil
        }
        return value(stream, index, ordinals).map { ($0, index + 1) }
    }

    /// A year at `index`: four digits, or words such as `nineteen ninety-six` and `two thousand and six`.
    func year(_ stream: TokenStream, _ index: Int) -> (value: Int, end: Int)? {
        if let (number, count) = stream.digits(index) {
            return count == 4 && number >= 1000 && number < 3000 ? (number, index + 1) : nil
        }
        if isApostrophe(stream.id(index)), stream.isAdjacent(index + 1),
            let (number, count) = stream.digits(index + 1), count == 2, !stream.isAdjacent(index + 2)
        {
            return ((number < 40 ? 2000 : 1900) + number, index + 2)
        }
        if let century = value(stream, index, units), (10...19).contains(century) || century == 20,
            let (rest, end) = small(stream, index + 1), rest >= 10
        {
            return (century * 100 + rest, end)
        }
        if value(stream, index, units) == 2, value(stream, index + 1, scale) == 1000 {
            if let (number, end) = cardinal(stream, index), (2000...2099).contains(Int(number)) {
                return (Int(number), end)
            }
        }
        return nil
    }

    /// A decade in digits: `1990s`, `1990's`, `'90s`, or with a word of `decadesuffix` (`1990-х`): its first year.
    func decade(_ stream: TokenStream, _ index: Int) -> (value: Int, end: Int)? {
        var start = index
        if isApostrophe(stream.id(start)) { start += 1 }
        guard let (number, count) = stream.digits(start), number % 10 == 0, (2...4).contains(count) else {
            return nil
        }
        var next = start + 1
        let isHyphenated =
            stream.id(next) == dash && stream.isAdjacent(next)
            && stream.vocabulary.contains(stream.id(next + 1), classID: decadeSuffix)
        if isHyphenated || isApostrophe(stream.id(next)) && stream.isAdjacent(next) { next += 1 }
        guard isHyphenated || stream.id(next) == plural, stream.isAdjacent(next) else { return nil }
        if count == 2 { return number >= 20 ? (1900 + number, next + 1) : nil }
        return (number, next + 1)
    }
}
