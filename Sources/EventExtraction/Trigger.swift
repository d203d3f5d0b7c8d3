import Tables

/// A row of `triggers.tsv`.
final class Trigger: Sendable {
    /// What a verb does with places.
    enum Movement: Sendable {
        /// `flee`, `withdraw`: `from X` or a direct object is where it began, `to X` where it led.
        case departure
        /// `arrive`, `enter`, `deploy`: `to X` is where.
        case arrival
        /// `annex`, `retake`: the object is the place.
        case territory
    }

    let pattern: Pattern
    let type: String
    let mode: String?
    let contexts: [String]
    /// How far the words alone may be trusted: 3 an event wherever it stands, 2 with some argument, 1 only with
    /// strong evidence in the clause.
    let strength: Int
    let constraints: [Constraint]
    let movement: Movement?
    /// A result (`killed`, `destroyed`) rather than a cause (`shelling`): the cause names the event where both stand.
    let isResult: Bool
    /// The kind of casualties that its object is.
    let counts: Casualty?

    enum Casualty: Sendable { case killed, wounded, displaced }

    /// How many things around the words it asks for: subject, object and so on; what blocks it is not counted.
    var asked: Int { constraints.reduce(0) { $0 + ($1.negated ? 0 : 1) } }

    fileprivate init(
        _ table: Table, lexicon: inout LexiconBuilder, names: inout RepeatedTexts<String>,
        contexts: inout RepeatedTexts<[String]>
    ) throws(EventExtractionError) {
        let bytes = table.bytes
        guard let partOfSpeech = Pattern.PartOfSpeech(table, 1) else {
            throw table.bad(table[1], expected: "v, va, vp, n or x")
        }
        pattern = try Pattern(table, column: 0, partOfSpeech: partOfSpeech, lexicon: &lexicon)
        type = names.value(bytes, table[2]) { bytes.text($0) }
        mode = table[3].isEmpty ? nil : names.value(bytes, table[3]) { bytes.text($0) }
        self.contexts = contexts.value(bytes, table[4]) { range in
            var rest = range
            var contexts: [String] = []
            while let part = bytes.nextPart(of: &rest, separator: UInt8(ascii: "|")) {
                contexts.append(bytes.text(part))
            }
            return contexts.sorted()
        }
        guard let strength = bytes.integer(table[5]), (1...3).contains(strength) else {
            throw table.bad(table[5], expected: "a strength of 1, 2 or 3")
        }
        self.strength = strength
        var constraints: [Constraint] = []
        var movement: Movement?
        var isResult = false
        var counts: Casualty?
        var rest = table[6]
        while let item = bytes.nextPart(of: &rest, separator: UInt8(ascii: ",")) {
            if bytes.holds("result", item) {
                isResult = true
            } else if bytes.holds("departure", item) {
                movement = .departure
            } else if bytes.holds("arrival", item) {
                movement = .arrival
            } else if bytes.holds("territory", item) {
                movement = .territory
            } else if bytes.holds("killed", item) {
                counts = .killed
            } else if bytes.holds("wounded", item) {
                counts = .wounded
            } else if bytes.holds("displaced", item) {
                counts = .displaced
            } else {
                constraints.append(try Constraint(table, item, lexicon: &lexicon))
            }
        }
        self.constraints = constraints
        self.movement = movement
        self.isResult = isResult
        self.counts = counts
    }

    /// The rows of `triggers.tsv`.
    static func all(
        _ tables: [String: String], lexicon: inout LexiconBuilder
    ) throws(EventExtractionError) -> [Trigger] {
        var triggers: [Trigger] = []
        var names = RepeatedTexts<String>()
        var contexts = RepeatedTexts<[String]>()
        var table = try Table("triggers.tsv", in: tables, columns: 7)
        while try table.next() {
            triggers.append(try Trigger(table, lexicon: &lexicon, names: &names, contexts: &contexts))
        }
        return triggers
    }
}

/// The rows of `triggers.tsv`, found by the first word of their patterns.
struct TriggerTable: Sendable {
    let triggers: [Trigger]
    /// By their first words, the most specific first.
    let patterns: FirstWordIndex

    /// - Parameter bits: of all words of all tables.
    init(_ triggers: [Trigger], bits: WordBits) {
        self.triggers = triggers
        patterns = FirstWordIndex(triggers.map(\.pattern), asked: triggers.map(\.asked), bits: bits)
    }
}
