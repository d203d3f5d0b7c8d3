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
        let ofWords = reading.lexicon.triggers.constraints.lists
        for index in tokens {
            classes.formUnion(reading.classes[index])
            lists |= ofWords[Int(reading.words[index])]
            bits |= reading.wordBits[index]
        }
    }

    /// Whether anything in the sentence may be what `constraint` asks for, and whether something surely is.
    func meets(_ constraint: Constraint) -> (maybe: Bool, surely: Bool) {
        if classes.hasAny(constraint.classes) || lists & constraint.lists != 0 { return (true, true) }
        return (constraint.place || constraint.name || constraint.anything || bits & constraint.bits != 0, false)
    }
}
