import Articles
import Geoparsing
import TemporalTagging

/// What all tokens of a sentence are together: most constraints are told by it not to be met anywhere in it.
struct SentenceContents {
    /// Of the sentence.
    let number: Int
    let tokens: Range<Int>
    private var classes: WordClasses = []
    private var lists: UInt64 = 0
    private var bits: UInt64 = 0

    init(_ number: Int, of reading: Reading) {
        self.number = number
        tokens = reading.document.sentences[number].tokens
        for index in tokens {
            let word = reading.words[index]
            classes.formUnion(reading.classes[index])
            lists |= reading.lexicon.triggers.constraints.lists[Int(word)]
            bits |= WordBits.bit(of: word)
        }
    }

    func mayMeet(_ constraint: Constraint) -> Bool {
        constraint.place || constraint.name || constraint.anything || classes.hasAny(constraint.classes)
            || lists & constraint.lists != 0 || bits & constraint.bits != 0
    }
}
