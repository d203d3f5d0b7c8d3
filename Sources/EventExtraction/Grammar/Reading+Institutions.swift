import Articles
import Geoparsing
import TemporalTagging

extension Reading {
    /// How many words may stand between a name and what acts for it: `Canadian federal border police`.
    private static let reachOfName = 5

    /// What acts for the place whose name ends before token `index`: the last word of the noun phrase decides, `government
    /// soldiers` are soldiers.
    func institution(after index: Int, until end: Int) -> Institution? {
        var position = afterPossessive(index)
        var found: Institution?
        let last = min(end, position + Self.reachOfName)
        while position < last {
            guard document.tokens[position].kind == .word || isJoinedHyphen(position) else { break }
            let c = classes[position]
            if let kind = lexicon.institutions[words[position]], toponymAt[position] == 0 {
                // `military authorities` are where the troops are.
                if found != .forces || kind != .national { found = kind }
            } else if found != nil || endsName(position, c) {
                break
            } else if c.contains(.person) {
                found = .person
            }
            position += 1
        }
        return found
    }

    private func endsName(_ index: Int, _ c: WordClasses) -> Bool {
        if toponymAt[index] > 0 || timeAt[index] > 0 { return true }
        if c.hasAny([
            .preposition, .of, .be, .have, .auxDo, .modal, .comma, .stop, .quote, .conjunction, .subordinator,
            .relative, .determiner, .report, .negation, .infinitiveTo, .subjectPronoun, .adverb,
        ]) {
            return !c.contains(.adjective)
        }
        // A verb, unless it is a capital in a name: `Crown Court`.
        let forms = lexicon.vocabulary.forms[Int(words[index])]
        return !forms.isEmpty && !document.tokens[index].isCapitalized
            && forms.allSatisfy { $0.tags.isDisjoint(with: .noun) }
    }
}
