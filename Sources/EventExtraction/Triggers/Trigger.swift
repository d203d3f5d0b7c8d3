import Tables

/// A row of `triggers.tsv`.
struct Trigger: Sendable {
    /// What a verb does with places.
    enum Movement: UInt8, Sendable {
        /// `flee`, `withdraw`: `from X` or a direct object is where it began, `to X` where it led.
        case departure
        /// `arrive`, `enter`, `deploy`: `to X` is where.
        case arrival
        /// `annex`, `retake`: the object is the place.
        case territory
    }

    enum Casualty: UInt8, Sendable { case killed, wounded, displaced }

    /// The PLOVER code of an event. Hundreds of rows share one.
    final class Code: Sendable {
        let type: String
        let mode: String?
        let contexts: [String]

        init(type: String, mode: String?, contexts: [String]) {
            self.type = type
            self.mode = mode
            self.contexts = contexts
        }
    }

    let code: Code
    var type: String { code.type }
    var mode: String? { code.mode }
    var contexts: [String] { code.contexts }
    let pattern: Pattern
    /// How far the words alone may be trusted: 3 an event wherever it stands, 2 with some argument, 1 only with
    /// strong evidence in the clause.
    let strength: Int
    /// Where its constraints stand in ``TriggerTable/constraints``.
    var constraints: Range<Int32>
    var movement: Movement?
    /// A result (`killed`, `destroyed`) rather than a cause (`shelling`): the cause names the event where both stand.
    var isResult = false
    /// The kind of casualties that its object is.
    var counts: Casualty?

    init(_ code: Code, _ pattern: Pattern, strength: Int, constraints first: Int) {
        self.code = code
        self.pattern = pattern
        self.strength = strength
        let first = Int32(truncatingIfNeeded: first)
        constraints = first..<first
    }
}

/// The rows of `triggers.tsv`, found by the first word of their patterns.
struct TriggerTable: Sendable {
    let triggers: [Trigger]
    let patterns: PatternTable
    /// What all rows ask for.
    let constraints: ConstraintList

    /// - Parameters:
    ///   - lexicon: what numbered the words.
    ///   - bits: of all words of all tables.
    init(_ rows: Rows, lexicon: LexiconBuilder, bits: WordBits) {
        triggers = rows.triggers
        var constraints = rows.constraints.list
        constraints.lists = lexicon.lists.bits(count: lexicon.vocabulary.count)
        self.constraints = constraints
        // How many things around the words a row asks for: subject, object and so on; what blocks it is not counted. A row that
        // needs the article to be about something trusts the words themselves least: it comes last.
        let asked = rows.triggers.map { trigger in
            let asks = trigger.constraints.filter { !constraints.all[Int($0)].negated }
            return asks.contains { constraints.all[Int($0)].slot == .about } ? 0 : asks.count
        }
        patterns = PatternTable(rows.patterns, asked: asked, lexicon: lexicon, bits: bits)
    }

    /// Triggers as they are read.
    struct Rows {
        fileprivate var triggers: [Trigger] = []
        fileprivate var patterns = PatternList()
        fileprivate var constraints = ConstraintReader()
        private var codes = RepeatedTexts<Trigger.Code>(capacity: 512)

        init(_ tables: [String: [UInt8]], lexicon: inout LexiconBuilder) throws(EventExtractionError) {
            var table = try Table("triggers.tsv", in: tables, columns: 7)
            while try table.next() { try add(table, &lexicon) }
        }

        private mutating func add(_ table: Table, _ lexicon: inout LexiconBuilder) throws(EventExtractionError) {
            let bytes = table.bytes
            guard let partOfSpeech = Pattern.PartOfSpeech(table, 1) else {
                throw table.bad(table[1], expected: "v, va, vp, n or x")
            }
            try patterns.add(table, column: 0, partOfSpeech: partOfSpeech, lexicon: &lexicon)
            let code = code(table)
            guard let strength = bytes.integer(table[5]), (1...3).contains(strength) else {
                throw table.bad(table[5], expected: "a strength of 1, 2 or 3")
            }
            let first = constraints.list.all.count
            var trigger = Trigger(
                code, patterns.patterns[patterns.patterns.count - 1], strength: strength, constraints: first)
            var rest = table[6]
            while let item = bytes.nextPart(of: &rest, separator: UInt8(ascii: ",")) {
                if !trigger.take(bytes, item) { try constraints.add(table, item, lexicon: &lexicon) }
            }
            trigger.constraints =
                Int32(truncatingIfNeeded: first)..<Int32(truncatingIfNeeded: constraints.list.all.count)
            triggers.append(trigger)
        }

        /// What columns 2, 3 and 4 say: type, mode and contexts.
        private mutating func code(_ table: Table) -> Trigger.Code {
            let bytes = table.bytes
            let number = codes.number(bytes, table[2].lowerBound..<table[4].upperBound)
            if let known = codes[number] { return known }
            var rest = table[4]
            var contexts: [String] = []
            while let part = bytes.nextPart(of: &rest, separator: UInt8(ascii: "|")) {
                contexts.append(bytes.text(part))
            }
            let code = Trigger.Code(
                type: table.text(2), mode: table[3].isEmpty ? nil : table.text(3), contexts: contexts.sorted())
            codes.set(number, code)
            return code
        }
    }
}

extension Trigger {
    /// Takes the word at `item` that says what the trigger is; `false` where it is a constraint.
    fileprivate mutating func take(_ bytes: [UInt8], _ item: Range<Int>) -> Bool {
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
            return false
        }
        return true
    }
}
