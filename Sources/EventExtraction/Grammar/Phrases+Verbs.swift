import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

/// Forms within or behind a noun phrase that may be verbs.
extension Reading {
    /// Whether at `index`, behind `and`, a verb with its own object begins: `raided the farm and | seized two tractors`, but
    /// `tractors and seized goods`.
    func isPredicate(_ index: Int) -> Bool {
        guard isVerbForm(index), !document.tokens[index].isCapitalized, toponymAt[index] == 0,
            !tags(at: index).isDisjoint(with: [.past, .third])
        else { return false }
        return classes(at: index + 1).hasAny([
            .determiner, .possessive, .number, .approximator, .quantifier, .objectPronoun, .demonstrative,
        ]) || isPlace(index + 1) && index + 1 < words.count
    }

    /// `an air | strike on a town killed nine`: a form that may be a verb, with a noun before and a preposition behind.
    func isStrike(_ index: Int, before end: Int) -> Bool {
        let form = tags(at: index)
        return index + 1 < end && has("on", at: index + 1) && form.contains(.base) && !form.isDisjoint(with: .noun)
            && document.tokens[index - 1].kind == .word
            && !classes[index - 1].hasAny([.person, .official, .adverb, .comma, .stop, .conjunction])
            && !tags(at: index - 1).contains(.plural)
    }
}
