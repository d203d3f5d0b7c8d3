import Tables

/// One step of a rule's pattern, in 32 bits.
struct PatternElement: Hashable, Sendable {
    enum Kind: Sendable {
        case word(Int32)
        case wordClass(Int32)
        case reader(Reader)
    }

    /// What is read by code, not by table.
    enum Reader: UInt8, CaseIterable, Sendable {
        /// A cardinal number in digits or words: `#n`.
        case number
        /// A day of a month: 1...31, with or without ordinal ending, or an ordinal word: `#day`.
        case day
        /// A day of a month in digits, without ordinal ending: `#d`.
        case plainDay
        /// A year: four digits, or words: `#year`.
        case year
        /// Digits of any year of up to four digits: `#anyyear`.
        case shortYear
        /// Two digits, 00...99: `#yy`.
        case twoDigits
        /// An ordinal: `24th`, `third`, `twenty-first`: `#ord`.
        case ordinal
        /// 0...24: `#hour`.
        case hour
        /// Two digits, 00...59: `#min`.
        case minute
        /// Four digits that are a clock time: `0618`: `#hhmm`.
        case clock
        /// `2022-09-13`, `2022/09/13`, `2022.09.13`: `#iso`.
        case iso
        /// `9/13/2022`, `13.9.2022`, `13-09-2022`: `#numeric`.
        case numeric
        /// A decade in digits: `1990s`, `1990's`, `'90s`: `#decade`.
        case decade

        /// The reader of a name in `rules.tsv`.
        static let named: [String: Reader] = [
            "n": .number, "day": .day, "d": .plainDay, "year": .year, "anyyear": .shortYear, "yy": .twoDigits,
            "ord": .ordinal, "hour": .hour, "min": .minute, "hhmm": .clock, "iso": .iso, "numeric": .numeric,
            "decade": .decade,
        ]
    }

    /// The number, above it the kind, above that whether it is adjacent.
    private let bits: UInt32

    init(_ kind: Kind, isAdjacent: Bool) {
        let adjacency: UInt32 = isAdjacent ? 1 << 31 : 0
        switch kind {
        case .word(let word): bits = UInt32(truncatingIfNeeded: word) & 0xFFF_FFFF | adjacency
        case .wordClass(let id): bits = UInt32(truncatingIfNeeded: id) & 0xFFF_FFFF | 1 << 28 | adjacency
        case .reader(let reader): bits = UInt32(reader.rawValue) | 2 << 28 | adjacency
        }
    }

    private init(bits: UInt32) { self.bits = bits }

    var kind: Kind {
        let number = Int32(truncatingIfNeeded: bits & 0xFFF_FFFF)
        switch bits >> 28 & 3 {
        case 0: return .word(number)
        case 1: return .wordClass(number)
        default: return .reader(Reader(rawValue: UInt8(truncatingIfNeeded: number)) ?? .number)
        }
    }

    /// No space between it and what stands before.
    var isAdjacent: Bool { bits >> 31 != 0 }

    var adjacent: PatternElement { PatternElement(bits: bits | 1 << 31) }
}

/// Reads patterns such as `the? $mod? $month #day ( , | of )? #year` as the steps of a small machine.
///
/// - `word`, `one|other`: literal words; `$class`: a word or phrase of a class; `#reader`: see ``PatternElement/Reader``;
///   `@name`: a macro; `( a b | c )`: a choice of sequences; a final `?` makes optional; `~` before an element
///   forbids white space before it.
struct PatternParser {
    enum Step {
        case element(PatternElement)
        /// Goes on with the next step, and then again at this one.
        case split(Int)
        case jump(Int)
        /// The next element is adjacent, up to `closes`.
        case opensAdjacent
        case closesAdjacent
        case end
    }

    enum Failure: Error {
        case unknown(String)
        case unbalanced
        case tooManyForms
    }

    /// The text of macros and patterns.
    private let bytes: [UInt8]
    private var macros: [String: Range<Int>] = [:]
    /// The machine of the pattern read last.
    private(set) var steps: [Step] = []

    private static let maximum = 20_000

    init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func define(_ name: Range<Int>, as pattern: Range<Int>) { macros[bytes.text(name)] = pattern }

    /// Reads a pattern; ``steps`` holds it afterwards.
    mutating func read(_ pattern: Range<Int>, vocabulary: inout VocabularyBuilder) throws(Failure) {
        steps.removeAll(keepingCapacity: true)
        var rest = pattern
        _ = try alternatives(&rest, &vocabulary, depth: 0, isGroup: false)
        steps.append(.end)
    }

    private func nextToken(_ rest: inout Range<Int>) -> Range<Int>? {
        bytes.nextPart(of: &rest, separator: UInt8(ascii: " "))
    }

    /// Reads sequences separated by `|`, up to the end or the bracket that closes a group.
    ///
    /// - Returns: how many sequences they stand for.
    private mutating func alternatives(
        _ rest: inout Range<Int>, _ vocabulary: inout VocabularyBuilder, depth: Int, isGroup: Bool
    ) throws(Failure) -> Int {
        guard depth < 12 else { throw .unbalanced }
        var choice = Choice(&steps)
        var all = 0
        var current = 1
        var isClosed = false
        while let token = nextToken(&rest) {
            let isOptional = bytes.holds(")?", token)
            if isOptional || bytes.holds(")", token) {
                guard isGroup else { throw .unbalanced }
                isClosed = true
                if isOptional {
                    choice.leaveOut(&steps)
                    all += 1
                }
                break
            }
            if bytes.holds("|", token) {
                all += current
                current = 1
                choice.next(&steps)
                continue
            }
            let count =
                bytes.holds("(", token)
                ? try alternatives(&rest, &vocabulary, depth: depth + 1, isGroup: true)
                : try element(token, &vocabulary, depth: depth)
            guard current * count <= Self.maximum else { throw .tooManyForms }
            current *= count
        }
        guard isClosed == isGroup else { throw .unbalanced }
        choice.close(&steps)
        return all + current
    }

    private mutating func element(
        _ token: Range<Int>, _ vocabulary: inout VocabularyBuilder, depth: Int
    ) throws(Failure) -> Int {
        var text = token
        let isOptional = text.count > 1 && bytes[text.upperBound - 1] == UInt8(ascii: "?")
        if isOptional { text = text.dropLast() }
        let isAdjacent = text.count > 1 && bytes[text.lowerBound] == UInt8(ascii: "~")
        if isAdjacent { text = text.dropFirst() }
        var choice = Choice(&steps)
        var count = 0
        while let part = bytes.nextPart(of: &text, separator: UInt8(ascii: "|")) {
            if count > 0 { choice.next(&steps) }
            let name = part.dropFirst()
            switch part.count > 1 ? bytes[part.lowerBound] : 0 {
            case UInt8(ascii: "@"):
                guard var macro = macros[bytes.text(name)] else { throw .unknown(bytes.text(part)) }
                if isAdjacent { steps.append(.opensAdjacent) }
                count += try alternatives(&macro, &vocabulary, depth: depth + 1, isGroup: false)
                if isAdjacent { steps.append(.closesAdjacent) }
                continue
            case UInt8(ascii: "$"):
                guard let id = vocabulary.knownClassID(bytes.text(name)) else { throw .unknown(bytes.text(part)) }
                add(.wordClass(Int32(truncatingIfNeeded: id)), isAdjacent)
            case UInt8(ascii: "#"):
                guard let reader = PatternElement.Reader.named[bytes.text(name)] else {
                    throw .unknown(bytes.text(part))
                }
                add(.reader(reader), isAdjacent)
            default: add(.word(vocabulary.wordID(bytes, part)), isAdjacent)
            }
            count += 1
        }
        guard count > 0 else { throw .unbalanced }
        if isOptional {
            choice.leaveOut(&steps)
            count += 1
        }
        choice.close(&steps)
        return count
    }

    private mutating func add(_ kind: PatternElement.Kind, _ isAdjacent: Bool) {
        steps.append(.element(PatternElement(kind, isAdjacent: isAdjacent)))
    }

    /// The steps of a choice: each alternative begins with a split to the next and ends with a jump behind the last.
    private struct Choice {
        private var split: Int
        private var jumps: [Int] = []

        init(_ steps: inout [Step]) {
            split = steps.count
            steps.append(.jump(split + 1))
        }

        /// Another alternative begins.
        mutating func next(_ steps: inout [Step]) {
            jumps.append(steps.count)
            steps.append(.jump(0))
            steps[split] = .split(steps.count)
            split = steps.count
            steps.append(.jump(split + 1))
        }

        /// The last alternative is nothing at all.
        mutating func leaveOut(_ steps: inout [Step]) { steps[split] = .split(steps.count) }

        mutating func close(_ steps: inout [Step]) {
            for jump in jumps { steps[jump] = .jump(steps.count) }
        }
    }
}
