/// What a trigger asks of, or is blocked by, the words around it.
///
/// Written `[!]slot=item/item...`: an item is a word, `@class`, `@place` (a toponym) or `@name` (a word with a capital that no
/// table knows, and no toponym). Without `=` the slot itself must
/// be there (`obj`).
struct Constraint: Sendable {
    enum Slot: String, Sendable {
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

    init(_ text: Substring, row: Table.Row, lexicon: inout LexiconBuilder) throws(EventExtractionError) {
        var rest = text
        negated = rest.first == "!"
        if negated { rest = rest.dropFirst() }
        let parts = rest.split(separator: "=", maxSplits: 1)
        guard let name = parts.first, let slot = Slot(rawValue: String(name)) else {
            throw row.bad(text, expected: "a constraint such as obj, !obj=@abstract or prev=legal/price")
        }
        self.slot = slot
        guard parts.count == 2 else { return }
        for item in parts[1].split(separator: "/") {
            if item == "@place" {
                place = true
            } else if item == "@name" {
                self.name = true
            } else if item.first == "@" {
                guard let found = lexicon.classNames[String(item.dropFirst())] else {
                    throw row.bad(item, expected: "a class of classes.tsv")
                }
                classes.formUnion(found)
            } else {
                words.append(lexicon.vocabulary.intern(item))
            }
        }
    }
}
