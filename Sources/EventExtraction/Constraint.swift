import Tables

/// What a trigger asks of, or is blocked by, the words around it.
///
/// Written `[!]slot=item/item...`: an item is a word, `@class`, `@place` (a toponym) or `@name` (a word with a capital that no
/// table knows, and no toponym). Without `=` the slot itself must
/// be there (`obj`).
struct Constraint: Sendable {
    enum Slot: Sendable {
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
    }

    var slot: Slot
    var negated: Bool
    var words: [Int32] = []
    var classes: WordClasses = []
    var place = false
    var name = false
    /// Whether anything at all in the slot will do.
    var anything: Bool { words.isEmpty && classes.isEmpty && !place && !name }

    init(_ table: Table, _ text: Range<Int>, lexicon: inout LexiconBuilder) throws(EventExtractionError) {
        let bytes = table.bytes
        var rest = text
        negated = !rest.isEmpty && bytes[rest.lowerBound] == UInt8(ascii: "!")
        if negated { rest = (rest.lowerBound + 1)..<rest.upperBound }
        guard let name = bytes.nextPart(of: &rest, separator: UInt8(ascii: "=")), let slot = Slot(bytes, name) else {
            throw table.bad(text, expected: "a constraint such as obj, !obj=@abstract or prev=legal/price")
        }
        self.slot = slot
        guard !rest.isEmpty else { return }
        rest = (rest.lowerBound + 1)..<rest.upperBound
        while let item = bytes.nextPart(of: &rest, separator: UInt8(ascii: "/")) {
            if bytes.holds("@place", item) {
                place = true
            } else if bytes.holds("@name", item) {
                self.name = true
            } else if bytes[item.lowerBound] == UInt8(ascii: "@") {
                guard let found = lexicon.classNames[bytes.text((item.lowerBound + 1)..<item.upperBound)] else {
                    throw table.bad(item, expected: "a class of classes.tsv")
                }
                classes.formUnion(found)
            } else {
                words.append(lexicon.vocabulary.intern(bytes, item))
            }
        }
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
        } else {
            return nil
        }
    }
}
