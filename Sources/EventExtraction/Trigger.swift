/// A row of `triggers.tsv`.
final class Trigger: Sendable {
    /// What a verb does with places.
    enum Movement: String, Sendable {
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

    enum Casualty: String, Sendable { case killed, wounded, displaced }

    init(_ row: Table.Row, lexicon: inout LexiconBuilder) throws(EventExtractionError) {
        guard let partOfSpeech = Pattern.PartOfSpeech(rawValue: String(row[1])) else {
            throw row.bad(row[1], expected: "v, va, vp, n or x")
        }
        pattern = try Pattern(row[0], partOfSpeech: partOfSpeech, row: row, lexicon: &lexicon)
        type = String(row[2])
        mode = row[3].isEmpty ? nil : String(row[3])
        contexts = row[4].split(separator: "|").map(String.init).sorted()
        guard let strength = Int(row[5]), (1...3).contains(strength) else {
            throw row.bad(row[5], expected: "a strength of 1, 2 or 3")
        }
        self.strength = strength
        var constraints: [Constraint] = []
        var movement: Movement?
        var isResult = false
        var counts: Casualty?
        for item in row[6].split(separator: ",") {
            if let found = Movement(rawValue: String(item)) {
                movement = found
            } else if item == "result" {
                isResult = true
            } else if let found = Casualty(rawValue: String(item)) {
                counts = found
            } else {
                constraints.append(try Constraint(item, row: row, lexicon: &lexicon))
            }
        }
        self.constraints = constraints
        self.movement = movement
        self.isResult = isResult
        self.counts = counts
    }
}

/// The rows of `triggers.tsv`, found by the first word of their patterns.
struct TriggerTable: Sendable {
    let triggers: [Trigger]
    /// For each word the triggers that can begin with it, the most specific first.
    private let byFirstWord: [Int32: [Int]]
    private var mayBegin: [Bool]

    init(_ tables: [String: String], lexicon: inout LexiconBuilder) throws(EventExtractionError) {
        var triggers: [Trigger] = []
        var byFirstWord: [Int32: [Int]] = [:]
        for row in try Table("triggers.tsv", in: tables, columns: 7).rows {
            let trigger = try Trigger(row, lexicon: &lexicon)
            for word in trigger.pattern.firstWords { byFirstWord[word, default: []].append(triggers.count) }
            triggers.append(trigger)
        }
        self.triggers = triggers
        self.byFirstWord = byFirstWord.mapValues { indices in
            // Verbs before nouns among equals, otherwise the order of the table.
            indices.sorted { a, b in
                let (x, y) = (triggers[a].pattern.specificity, triggers[b].pattern.specificity)
                return x != y ? x > y : a < b
            }
        }
        mayBegin = []
    }

    /// Fits the table of first words to a vocabulary that is complete.
    mutating func seal(_ vocabulary: Vocabulary) {
        mayBegin = Array(repeating: false, count: vocabulary.count)
        for word in byFirstWord.keys { mayBegin[Int(word)] = true }
    }

    func candidates(for word: Int32) -> [Int] {
        mayBegin[Int(word)] ? byFirstWord[word] ?? [] : []
    }
}
