import Articles

/// A row of `rules.tsv`: what to do where one of its patterns matches.
struct Rule: Sendable {
    enum Operation: String, Sendable {
        /// A date from its parts; what is missing comes from the anchor, the tense or the discourse.
        case date
        /// Two dates that share month or year: `4 and 7 March`, `2010-14`.
        case pair
        /// The unit of time that holds, precedes or follows the anchor: `last week`, `today`.
        case unit
        /// A distance from the anchor: `two years ago`, `a day earlier`.
        case shift
        /// `PRESENT_REF`, `PAST_REF`, `FUTURE_REF`.
        case reference
        case duration
        case set
        /// A time of day.
        case time
        /// Not a time expression, though parts of it look like one.
        case none
    }

    enum Condition: Sendable {
        case previous([Int32], [Int], isWanted: Bool)
        case next([Int32], [Int], isWanted: Bool)
        /// The word is not one that is often something else (`May`, `March`).
        case unambiguous
        /// No letter or digit follows in the sentence without punctuation before it.
        case closed
        /// A four-digit number that stands like a year.
        case yearLike
        case sentenceStart(isWanted: Bool)
        /// The first numbers captured, in their order.
        case values([Int])
        /// A first name: capitalised words follow that no table knows, and prose or an age after them.
        case personName
        /// A lower-case word follows that no table knows: `the March protests`.
        case beforeNoun
        /// No capitalised word follows that no table knows: `the daily Granma`.
        case notBeforeName
        /// Not a part of a name: in lower case, unless it begins the sentence or follows nothing but capitals.
        case lowercase
    }

    let operation: Operation
    let constants: [Capture]
    let conditions: [Condition]

    func holds(_ stream: TokenStream, _ range: Range<Int>, _ captures: [Capture], _ sentence: Range<Int>) -> Bool {
        func matches(_ index: Int, _ words: [Int32], _ classes: [Int]) -> Bool {
            guard sentence.contains(index) else { return false }
            let id = stream.id(index)
            return id != WordTable.unknown
                && (words.contains(id) || classes.contains { stream.vocabulary.contains(id, classID: $0) })
        }
        for condition in conditions {
            switch condition {
            case .previous(let words, let classes, let isWanted):
                if matches(range.lowerBound - 1, words, classes) != isWanted { return false }
            case .next(let words, let classes, let isWanted):
                if matches(range.upperBound, words, classes) != isWanted { return false }
            case .unambiguous: if captures.contains(where: \.isAmbiguous) { return false }
            case .closed:
                if range.upperBound < sentence.upperBound, stream.tokens[range.upperBound].kind != .punctuation {
                    return false
                }
            case .yearLike: if !YearContext.isYear(stream, range, sentence) { return false }
            case .lowercase:
                let first = range.lowerBound
                if stream.tokens[first].shape == .capitalized, first > sentence.lowerBound,
                    stream.tokens[first - 1].isCapitalized
                {
                    return false
                }
            case .personName: if !NameContext.isName(stream, range, sentence) { return false }
            case .notBeforeName:
                let next = range.upperBound
                if sentence.contains(next), stream.tokens[next].kind == .word,
                    stream.tokens[next].shape == .capitalized, stream.id(next) == WordTable.unknown
                {
                    return false
                }
            case .beforeNoun:
                let next = range.upperBound
                guard sentence.contains(next), stream.tokens[next].kind == .word,
                    stream.tokens[next].shape == .lowercase, stream.id(next) == WordTable.unknown
                else { return false }
            case .values(let wanted):
                guard captures.count >= wanted.count,
                    zip(captures, wanted).allSatisfy({ $0.number == Double($1) })
                else { return false }
            case .sentenceStart(let isWanted):
                if (range.lowerBound == sentence.lowerBound) != isWanted { return false }
            }
        }
        return true
    }
}

/// The rules of a language, compiled.
struct RuleSet: Sendable {
    private(set) var vocabulary: Vocabulary
    private(set) var trie = Trie()
    private(set) var rules: [Rule] = []
    let numbers: NumberReader
    /// `9/10/2022` is the ninth of October.
    let isDayFirst: Bool

    /// - Parameter intern: makes word numbers of tables that are read before the index is built.
    init(
        words wordTable: Table, rules ruleTable: Table, isDayFirst: Bool = false,
        intern: (inout Vocabulary) throws(TemporalTableError) -> Void
    ) throws(TemporalTableError) {
        var vocabulary = Vocabulary()
        numbers = NumberReader(&vocabulary)
        self.isDayFirst = isDayFirst
        try vocabulary.read(wordTable)
        try intern(&vocabulary)
        var parser = PatternParser()
        for row in ruleTable.rows {
            if row[0].hasPrefix("@") {
                parser.macros[String(row[0].dropFirst())] = row[1]
                continue
            }
            guard let operation = Rule.Operation(rawValue: row[0]), !row[1].isEmpty else {
                throw ruleTable.error(row, found: row[0], expected: "an operation or @macro, a pattern")
            }
            let constants = try Self.constants(row, ruleTable)
            let conditions = try Self.conditions(row, ruleTable, &vocabulary)
            let sequences: [[PatternElement]]
            do {
                sequences = try parser.sequences(of: row[1], vocabulary: &vocabulary)
            } catch {
                throw ruleTable.error(row, found: row[1], expected: "a pattern of known classes (\(error))")
            }
            for sequence in sequences { trie.insert(sequence, rule: rules.count) }
            rules.append(Rule(operation: operation, constants: constants, conditions: conditions))
        }
        vocabulary.index()
        trie.finish(vocabulary)
        self.vocabulary = vocabulary
    }

    private static func constants(_ row: Table.Row, _ table: Table) throws(TemporalTableError) -> [Capture] {
        var result: [Capture] = []
        for word in words(of: row[2]) {
            let parts = word.split(separator: "=", maxSplits: 1)
            guard parts.count == 2, let slot = Slot(rawValue: String(parts[0])) else {
                throw table.error(row, found: word, expected: "slot=value")
            }
            let text = String(parts[1])
            result.append(Capture(slot: slot, number: Double(text) ?? 0, text: text, token: -1))
        }
        return result
    }

    private static func conditions(
        _ row: Table.Row, _ table: Table, _ vocabulary: inout Vocabulary
    ) throws(TemporalTableError) -> [Rule.Condition] {
        var result: [Rule.Condition] = []
        for word in words(of: row[3]) {
            switch word {
            case "unambiguous": result.append(.unambiguous)
            case "closed": result.append(.closed)
            case "year": result.append(.yearLike)
            case "name": result.append(.personName)
            case "nextlower": result.append(.beforeNoun)
            case "nonextname": result.append(.notBeforeName)
            case "start": result.append(.sentenceStart(isWanted: true))
            case "lower": result.append(.lowercase)
            case "inner": result.append(.sentenceStart(isWanted: false))
            default:
                let parts = word.split(separator: ":", maxSplits: 1)
                guard parts.count == 2 else {
                    throw table.error(row, found: word, expected: "a condition such as prev:in|since")
                }
                if parts[0] == "values" {
                    result.append(.values(parts[1].split(separator: "|").compactMap { Int($0) }))
                    continue
                }
                var ids: [Int32] = []
                var classes: [Int] = []
                for choice in parts[1].split(separator: "|") {
                    if choice.first == "$", choice.count > 1 {
                        classes.append(vocabulary.classID(String(choice.dropFirst())))
                    } else {
                        ids.append(vocabulary.wordID(String(choice)))
                    }
                }
                switch parts[0] {
                case "prev": result.append(.previous(ids, classes, isWanted: true))
                case "noprev": result.append(.previous(ids, classes, isWanted: false))
                case "next": result.append(.next(ids, classes, isWanted: true))
                case "nonext": result.append(.next(ids, classes, isWanted: false))
                default: throw table.error(row, found: word, expected: "prev, noprev, next or nonext")
                }
            }
        }
        return result
    }
}
