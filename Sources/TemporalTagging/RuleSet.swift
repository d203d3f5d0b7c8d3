import Articles
import Tables

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
        /// A happening follows whose day is known: `the invasion`, in a text about it.
        case anchored
        /// A happening follows, and that it began: `when the war broke out`.
        case begun
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
            case .anchored: if NamedAnchor.day(at: range.upperBound, stream, sentence) == nil { return false }
            case .begun: if !NamedAnchor.begins(at: range.upperBound, stream, sentence) { return false }
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
                    stream.tokens[next].shape == .lowercase, stream.vocabulary.isPlain(stream.id(next))
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
final class RuleSet: Sendable {
    let vocabulary: Vocabulary
    let trie: Trie
    let rules: [Rule]
    let numbers: NumberReader
    /// `9/10/2022` is the ninth of October.
    let isDayFirst: Bool

    /// - Parameter intern: makes word numbers of tables that are read before the index is built.
    init(
        words: Table, rules ruleTable: Table, intern: (inout VocabularyBuilder) -> Void
    ) throws(TemporalTableError) {
        var vocabulary = VocabularyBuilder()
        numbers = NumberReader(&vocabulary)
        var words = words
        var isDayFirst = false
        while words.next() {
            try vocabulary.read(words)
            if words.holds("setting", 1), words.holds("dayfirst", 2) { isDayFirst = true }
        }
        self.isDayFirst = isDayFirst
        intern(&vocabulary)
        var table = ruleTable
        var parser = PatternParser(table.bytes)
        var trie = TrieBuilder()
        var rules: [Rule] = []
        while table.next() {
            if let first = table[0].first, table.bytes[first] == UInt8(ascii: "@") {
                parser.define(table[0].dropFirst(), as: table[1])
                continue
            }
            guard let operation = Rule.Operation(rawValue: table.text(0)), !table[1].isEmpty else {
                throw table.error(found: table[0], expected: "an operation or @macro, a pattern")
            }
            let constants = try Rule.constants(table)
            let conditions = try Rule.conditions(table, &vocabulary)
            do {
                try parser.read(table[1], vocabulary: &vocabulary)
            } catch {
                throw table.error(found: table[1], expected: "a pattern of known classes (\(error))")
            }
            trie.insert(parser.steps, rule: rules.count)
            rules.append(Rule(operation: operation, constants: constants, conditions: conditions))
        }
        self.rules = rules
        self.trie = Trie(trie, vocabulary: vocabulary)
        self.vocabulary = Vocabulary(vocabulary)
    }
}

extension Rule {
    /// The constants of a row: `slot=value`.
    fileprivate static func constants(_ table: Table) throws(TemporalTableError) -> [Capture] {
        var result: [Capture] = []
        var words = table[2]
        while let word = table.nextWord(of: &words) {
            var rest = word
            guard let name = table.bytes.nextPart(of: &rest, separator: UInt8(ascii: "=")),
                let slot = Slot(rawValue: table.bytes.text(name)), rest.count > 1
            else { throw table.error(found: word, expected: "slot=value") }
            let text = table.bytes.text(rest.dropFirst())
            result.append(Capture(slot: slot, number: Double(text) ?? 0, text: text, token: -1))
        }
        return result
    }

    /// The conditions of a row.
    fileprivate static func conditions(
        _ table: Table, _ vocabulary: inout VocabularyBuilder
    ) throws(TemporalTableError) -> [Condition] {
        var result: [Condition] = []
        var words = table[3]
        while let word = table.nextWord(of: &words) {
            switch table.bytes.text(word) {
            case "unambiguous": result.append(.unambiguous)
            case "closed": result.append(.closed)
            case "year": result.append(.yearLike)
            case "name": result.append(.personName)
            case "nextlower": result.append(.beforeNoun)
            case "nonextname": result.append(.notBeforeName)
            case "start": result.append(.sentenceStart(isWanted: true))
            case "lower": result.append(.lowercase)
            case "anchored": result.append(.anchored)
            case "begun": result.append(.begun)
            case "inner": result.append(.sentenceStart(isWanted: false))
            default: result.append(try listed(word, table, &vocabulary))
            }
        }
        return result
    }

    /// A condition with a list: `prev:in|since`.
    private static func listed(
        _ word: Range<Int>, _ table: Table, _ vocabulary: inout VocabularyBuilder
    ) throws(TemporalTableError) -> Condition {
        let bytes = table.bytes
        var rest = word
        guard let name = bytes.nextPart(of: &rest, separator: UInt8(ascii: ":")), rest.count > 1 else {
            throw table.error(found: word, expected: "a condition such as prev:in|since")
        }
        rest = rest.dropFirst()
        if bytes.holds("values", name) {
            var values: [Int] = []
            while let choice = bytes.nextPart(of: &rest, separator: UInt8(ascii: "|")) {
                if let value = bytes.integer(choice) { values.append(value) }
            }
            return .values(values)
        }
        var ids: [Int32] = []
        var classes: [Int] = []
        while let choice = bytes.nextPart(of: &rest, separator: UInt8(ascii: "|")) {
            if choice.count > 1, bytes[choice.lowerBound] == UInt8(ascii: "$") {
                classes.append(vocabulary.classID(bytes.text(choice.dropFirst())))
            } else {
                ids.append(vocabulary.wordID(bytes, choice))
            }
        }
        switch bytes.text(name) {
        case "prev": return .previous(ids, classes, isWanted: true)
        case "noprev": return .previous(ids, classes, isWanted: false)
        case "next": return .next(ids, classes, isWanted: true)
        case "nonext": return .next(ids, classes, isWanted: false)
        default: throw table.error(found: word, expected: "prev, noprev, next or nonext")
        }
    }
}
