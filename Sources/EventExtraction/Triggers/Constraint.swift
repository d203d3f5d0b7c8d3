import Tables

/// What a trigger asks of, or is blocked by, the words around it.
///
/// Written `[!]slot=item/item...`: an item is a word, `@class`, `@list`, `@place` (a toponym) or `@name` (a word with a capital that no
/// table knows, and no toponym), behind `about` a topic. Without `=` the slot itself must
/// be there (`obj`).
struct Constraint: Sendable {
    enum Slot: UInt8, Sendable {
        /// The object of an active verb, the subject of a passive one.
        case obj
        /// The subject of an active verb, the agent of a passive one.
        case subj
        /// One of the two words before the trigger.
        case prev
        /// One of the two words after it.
        case next
        /// Any word of the sentence.
        case sent
        /// One of the eight words after it.
        case after
        /// One of the eight words before it.
        case before
        /// What the article speaks of: topics of `topics.tsv`.
        case about

        /// Whether it holds who takes part.
        var isParticipant: Bool { self == .obj || self == .subj }
    }

    let slot: Slot
    let negated: Bool
    var place = false
    var name = false
    /// Where its words stand in those of its ``ConstraintList``.
    var words: Range<Int32> = 0..<0
    /// Their ``WordBits``: most words are told by it to be none of them.
    var bits: UInt64 = 0
    var classes: WordClasses = []
    /// The bits of its ``WordLists``, behind `about` those of its topics.
    var lists: UInt64 = 0
    /// Whether anything at all in the slot will do.
    var anything: Bool { words.isEmpty && classes.isEmpty && lists == 0 && !place && !name }
}

/// What all rows ask for, one row behind the other, with the words of all of it in one array.
struct ConstraintList: Sendable {
    var all: [Constraint] = []
    var words: [Int32] = []
    /// For each word of the vocabulary the bits of its lists.
    var lists: [UInt64] = []

    /// Whether `word` is one of those that stand at `range`.
    @inline(__always)
    func contains(_ word: Int32, in range: Range<Int32>) -> Bool {
        for index in range where words[Int(index)] == word { return true }
        return false
    }
}

/// Reads constraints. What is written as before is the same again.
struct ConstraintReader {
    private(set) var list = ConstraintList()
    private var known = RepeatedTexts<Constraint>()
    private var classes = RepeatedTexts<WordClasses>(capacity: 64)

    /// Adds the constraint that stands at `text` of the row.
    mutating func add(
        _ table: Table, _ text: Range<Int>, lexicon: inout LexiconBuilder
    ) throws(EventExtractionError) {
        let number = known.number(table.bytes, text)
        if let constraint = known[number] {
            list.all.append(constraint)
        } else {
            let constraint = try read(table, text, &lexicon)
            known.set(number, constraint)
            list.all.append(constraint)
        }
    }

    private mutating func read(
        _ table: Table, _ text: Range<Int>, _ lexicon: inout LexiconBuilder
    ) throws(EventExtractionError) -> Constraint {
        let bytes = table.bytes
        var rest = text
        let isNegated = !rest.isEmpty && bytes[rest.lowerBound] == UInt8(ascii: "!")
        if isNegated { rest = (rest.lowerBound + 1)..<rest.upperBound }
        guard let name = bytes.nextPart(of: &rest, separator: UInt8(ascii: "=")),
            let slot = Constraint.Slot(bytes, name)
        else { throw table.bad(text, expected: "a constraint such as obj, !obj=@abstract or prev=legal/price") }
        var constraint = Constraint(slot: slot, negated: isNegated)
        guard !rest.isEmpty else { return constraint }
        rest = (rest.lowerBound + 1)..<rest.upperBound
        let start = Int32(truncatingIfNeeded: list.words.count)
        while let item = bytes.nextPart(of: &rest, separator: UInt8(ascii: "/")) {
            if slot == .about {
                guard let topic = Topic(rawValue: bytes.text(item)) else {
                    throw table.bad(item, expected: "a topic of topics.tsv")
                }
                constraint.lists |= UInt64(topic.bit)
            } else if bytes[item.lowerBound] != UInt8(ascii: "@") {
                guard table.isOneWord(item) else {
                    throw table.bad(
                        item, expected: "one word without a space or a hyphen: a text's words are compared one by one")
                }
                let word = lexicon.vocabulary.intern(bytes, item)
                list.words.append(word)
                constraint.bits |= WordBits.bit(of: word)
            } else if bytes.holds("@place", item) {
                constraint.place = true
            } else if bytes.holds("@name", item) {
                constraint.name = true
            } else {
                let number = classes.number(bytes, item)
                let name = bytes.text((item.lowerBound + 1)..<item.upperBound)
                if let list = lexicon.lists.names[name] {
                    constraint.lists |= list
                    continue
                }
                guard let found = classes[number] ?? lexicon.classNames[name] else {
                    throw table.bad(item, expected: "a class of classes.tsv or a list of lists.tsv")
                }
                classes.set(number, found)
                constraint.classes.formUnion(found)
            }
        }
        constraint.words = start..<Int32(truncatingIfNeeded: list.words.count)
        return constraint
    }
}

extension Constraint.Slot {
    /// The slot that is named at `name`.
    init?(_ bytes: [UInt8], _ name: Range<Int>) {
        if bytes.holds("obj", name) {
            self = .obj
        } else if bytes.holds("subj", name) {
            self = .subj
        } else if bytes.holds("prev", name) {
            self = .prev
        } else if bytes.holds("next", name) {
            self = .next
        } else if bytes.holds("sent", name) {
            self = .sent
        } else if bytes.holds("after", name) {
            self = .after
        } else if bytes.holds("before", name) {
            self = .before
        } else if bytes.holds("about", name) {
            self = .about
        } else {
            return nil
        }
    }
}
