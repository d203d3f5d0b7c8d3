/// One step of a rule's pattern.
struct PatternElement: Hashable, Sendable {
    enum Kind: Hashable, Sendable {
        case word(Int32)
        case wordClass(Int)
        case reader(Reader)
    }

    /// What is read by code, not by table.
    enum Reader: String, Hashable, Sendable {
        /// A cardinal number in digits or words.
        case number = "n"
        /// A day of a month: 1...31, with or without ordinal ending, or an ordinal word.
        case day = "day"
        /// A day of a month in digits, without ordinal ending.
        case plainDay = "d"
        /// A year: four digits, or words.
        case year = "year"
        /// Digits of any year of up to four digits.
        case shortYear = "anyyear"
        /// Two digits, 00...99.
        case twoDigits = "yy"
        /// An ordinal: `24th`, `third`, `twenty-first`.
        case ordinal = "ord"
        /// 0...24.
        case hour = "hour"
        /// Two digits, 00...59.
        case minute = "min"
        /// Four digits that are a clock time: `0618`.
        case clock = "hhmm"
        /// `2022-09-13`, `2022/09/13`, `2022.09.13`.
        case iso = "iso"
        /// `9/13/2022`, `13.9.2022`, `13-09-2022`.
        case numeric = "numeric"
        /// A decade in digits: `1990s`, `1990's`, `'90s`.
        case decade = "decade"
    }

    var kind: Kind
    /// No space between it and what stands before.
    var isAdjacent: Bool
}

/// Reads patterns such as `the? $mod? $month #day ( , | of )? #year` and writes them out as plain sequences.
///
/// - `word`, `one|other`: literal words; `$class`: a word or phrase of a class; `#reader`: see ``PatternElement/Reader``;
///   `@name`: a macro; `( a b | c )`: a choice of sequences; a final `?` makes optional; `~` before an element
///   forbids white space before it.
struct PatternParser {
    var macros: [String: String] = [:]

    enum Failure: Error {
        case unknown(String)
        case unbalanced
        case tooManyForms
    }

    private static let maximum = 20_000

    func sequences(of pattern: String, vocabulary: inout Vocabulary) throws(Failure) -> [[PatternElement]] {
        var tokens = words(of: pattern)[...]
        let result = try alternatives(&tokens, &vocabulary, depth: 0)
        guard tokens.isEmpty else { throw .unbalanced }
        return result.filter { !$0.isEmpty }
    }

    private func alternatives(
        _ tokens: inout ArraySlice<String>, _ vocabulary: inout Vocabulary, depth: Int
    ) throws(Failure) -> [[PatternElement]] {
        guard depth < 12 else { throw .unbalanced }
        var all: [[PatternElement]] = []
        var current: [[PatternElement]] = [[]]
        while let token = tokens.first {
            if token == ")" || token == ")?" { break }
            tokens.removeFirst()
            if token == "|" {
                all += current
                current = [[]]
                continue
            }
            var choices: [[PatternElement]]
            if token == "(" {
                choices = try alternatives(&tokens, &vocabulary, depth: depth + 1)
                guard let close = tokens.first else { throw .unbalanced }
                tokens.removeFirst()
                if close == ")?" { choices.append([]) }
            } else {
                choices = try element(token, &vocabulary, depth: depth)
            }
            guard current.count * choices.count <= Self.maximum else { throw .tooManyForms }
            current = current.flatMap { head in choices.map { head + $0 } }
        }
        return all + current
    }

    private func element(
        _ token: String, _ vocabulary: inout Vocabulary, depth: Int
    ) throws(Failure) -> [[PatternElement]] {
        var text = Substring(token)
        let isOptional = text.count > 1 && text.last == "?"
        if isOptional { text.removeLast() }
        let isAdjacent = text.count > 1 && text.first == "~"
        if isAdjacent { text.removeFirst() }
        var choices: [[PatternElement]] = []
        for part in text.split(separator: "|") {
            let name = String(part.dropFirst())
            switch part.first {
            case "@" where part.count > 1:
                guard let macro = macros[name] else { throw .unknown(String(part)) }
                var inner = words(of: macro)[...]
                for sequence in try alternatives(&inner, &vocabulary, depth: depth + 1) {
                    var sequence = sequence
                    if isAdjacent, !sequence.isEmpty { sequence[0].isAdjacent = true }
                    choices.append(sequence)
                }
            case "$" where part.count > 1:
                guard let id = vocabulary.knownClassID(name) else { throw .unknown(String(part)) }
                choices.append([PatternElement(kind: .wordClass(id), isAdjacent: isAdjacent)])
            case "#" where part.count > 1:
                guard let reader = PatternElement.Reader(rawValue: name) else { throw .unknown(String(part)) }
                choices.append([PatternElement(kind: .reader(reader), isAdjacent: isAdjacent)])
            default:
                choices.append([
                    PatternElement(kind: .word(vocabulary.wordID(String(part))), isAdjacent: isAdjacent)
                ])
            }
        }
        if isOptional { choices.append([]) }
        return choices
    }
}
