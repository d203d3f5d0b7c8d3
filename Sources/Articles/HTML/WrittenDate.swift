/// Finds days written in running text, as pages show them beside a headline: `13 September 2022`, `Sept. 13, 2022`,
/// `13.09.2022`, `2022-09-13`, `2022年9月13日`.
enum WrittenDate {
    /// Beginnings of the months' names, month by month, in the languages of most news sites. A word counts when one of them is its
    /// beginning and it has no more than seven further letters.
    private static let months: [[String]] = [
        ["jan", "ene", "gen", "янв", "січ", "яну", "sty", "led", "ιαν", "oca", "ocak"],
        ["feb", "fév", "fev", "фев", "лют", "lut", "úno", "φεβ", "şub"],
        ["mar", "mär", "maa", "мар", "бер", "bře", "μαρ"],
        ["apr", "avr", "abr", "апр", "кві", "kwi", "dub", "απρ", "nis"],
        ["may", "mai", "maj", "mag", "mei", "мая", "май", "тра", "kvě", "μαΐ", "μαϊ", "toukok"],
        ["jun", "juin", "giu", "июн", "чер", "юни", "cze", "červn", "ιουν", "haz"],
        ["jul", "juil", "lug", "июл", "лип", "юли", "lip", "červe", "ιουλ", "tem"],
        ["aug", "aoû", "ago", "авг", "сер", "sie", "srp", "αυγ", "ağu"],
        ["sep", "set", "сен", "вер", "wrz", "zář", "σεπ", "eyl", "syys"],
        ["oct", "okt", "out", "ott", "окт", "жов", "paź", "říj", "οκτ", "eki", "loka"],
        ["nov", "ноя", "лис", "ное", "lis", "νοε", "kas", "marras"],
        ["dec", "dez", "déc", "dic", "дек", "гру", "gru", "pro", "δεκ", "ara", "joulu"],
    ]

    private enum Piece {
        case number(Int, digits: Int)
        case month(Int)
        case mark(UInt32)
        case word
    }

    /// The first day in `text` that lies between 1990 and 2100.
    static func first(in text: String) -> PartialDate? {
        let pieces = pieces(of: text)
        for index in pieces.indices {
            if let date = date(pieces[index...]) { return date }
        }
        return nil
    }

    /// The day that begins with the first piece.
    private static func date(_ pieces: ArraySlice<Piece>) -> PartialDate? {
        let list = Array(pieces.prefix(8))
        guard let first = list.first else { return nil }
        /// The pieces after the first, marks and words such as "de" and "th" left out.
        func numberOrMonth(after index: Int, words: Int) -> (piece: Piece, index: Int, mark: UInt32?)? {
            var index = index + 1
            var mark: UInt32?
            var skipped = 0
            while index < list.count {
                switch list[index] {
                case .mark(let scalar): mark = scalar
                case .word:
                    skipped += 1
                    if skipped > words { return nil }
                case .number, .month: return (list[index], index, mark)
                }
                index += 1
            }
            return nil
        }
        switch first {
        case .number(let year, digits: 4) where (1990...2100).contains(year):
            guard let (piece, at, mark) = numberOrMonth(after: 0, words: 1), case .number(let month, let width) = piece,
                width <= 2, mark.map({ "-/.年년".unicodeScalars.map(\.value).contains($0) }) ?? false,
                let (last, _, _) = numberOrMonth(after: at, words: 1), case .number(let day, let digits) = last,
                digits <= 2
            else { return nil }
            return PartialDate(year: year, month: month, day: day)
        case .number(let day, let width) where width <= 2 && day <= 31:
            guard let (piece, at, mark) = numberOrMonth(after: 0, words: 1) else { return nil }
            if case .month(let month) = piece {
                guard let (last, _, _) = numberOrMonth(after: at, words: 1), case .number(let year, digits: 4) = last,
                    (1990...2100).contains(year)
                else { return nil }
                return PartialDate(year: year, month: month, day: day)
            }
            guard case .number(let second, let digits) = piece, digits <= 2,
                let separator = mark, separator == 0x2E || separator == 0x2F || separator == 0x2D,
                let (last, _, other) = numberOrMonth(after: at, words: 0), other == separator,
                case .number(let year, digits: 4) = last, (1990...2100).contains(year)
            else { return nil }
            // 9/13/2022 can only be September; 9/10/2022 is read as in most of the world, with the day first.
            return PartialDate(year: year, month: second, day: day) ?? PartialDate(year: year, month: day, day: second)
        case .month(let month):
            guard let (piece, at, _) = numberOrMonth(after: 0, words: 0), case .number(let day, let width) = piece,
                width <= 2, let (last, _, _) = numberOrMonth(after: at, words: 1),
                case .number(let year, digits: 4) = last, (1990...2100).contains(year)
            else { return nil }
            return PartialDate(year: year, month: month, day: day)
        default: return nil
        }
    }

    private static func pieces(of text: String) -> [Piece] {
        var pieces: [Piece] = []
        var word = ""
        var number = 0
        var digits = 0
        func end() {
            if digits > 0 { pieces.append(.number(number, digits: digits)) }
            if !word.isEmpty { pieces.append(month(word).map { .month($0) } ?? .word) }
            (word, number, digits) = ("", 0, 0)
        }
        for scalar in text.unicodeScalars {
            switch scalar.value {
            case 0x30...0x39:
                if !word.isEmpty { end() }
                // More digits than any date has: the value no longer matters.
                number = digits < 5 ? number * 10 + Int(scalar.value - 0x30) : number
                digits += 1
            case 0x20, 0x09, 0x0A, 0x0D, 0xA0: end()
            case 0x5E74, 0x6708, 0x65E5, 0xB144, 0xC6D4, 0xC77C:
                // Year, month and day in Chinese, Japanese and Korean.
                end()
                pieces.append(.mark(scalar.value))
            case _ where scalar.properties.isAlphabetic || scalar.properties.isDiacritic:
                if digits > 0 { end() }
                word.unicodeScalars.append(scalar)
            default:
                end()
                pieces.append(.mark(scalar.value))
            }
        }
        end()
        return pieces
    }

    private static func month(_ word: String) -> Int? {
        let lower = word.lowercased()
        guard lower.unicodeScalars.count >= 3 else { return nil }
        for (index, names) in months.enumerated() {
            for name in names
            where lower.hasPrefix(name) && lower.unicodeScalars.count <= name.unicodeScalars.count + 7 {
                return index + 1
            }
        }
        return nil
    }
}
