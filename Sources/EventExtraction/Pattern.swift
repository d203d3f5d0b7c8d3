/// A pattern over tokens: `attack`, `open fire`, `take * hostage`, `flee ~ to <place>`.
///
/// Elements: a word (any form of it, where it is the head), `a|b` alternatives, `~` up to three words, `*` up to six
/// words, `<place>` a toponym, `<number>`. The head is the first word of a verb pattern and the last of a noun
/// pattern, or the one marked `^`. Gaps do not cross a clause boundary.
struct Pattern: Sendable {
    enum PartOfSpeech: String, Sendable {
        case verb = "v"
        case activeVerb = "va"
        case passiveVerb = "vp"
        case noun = "n"
        /// As written, whatever it is.
        case any = "x"

        var isVerb: Bool { self == .verb || self == .activeVerb || self == .passiveVerb }
    }

    enum Element: Sendable {
        case words([Int32])
        /// The head: any form of the lemma.
        case lemma(Int32)
        case gap(Int)
        case place
        case number
    }

    var elements: [Element] = []
    var head = 0
    var partOfSpeech: PartOfSpeech
    /// The words that can stand first, in any form.
    private(set) var firstWords: [Int32] = []

    init(
        _ text: Substring, partOfSpeech: PartOfSpeech, row: Table.Row, lexicon: inout LexiconBuilder
    ) throws(EventExtractionError) {
        self.partOfSpeech = partOfSpeech
        let parts = text.split(separator: " ")
        let words = parts.indices.filter { !["~", "*", "<place>", "<number>"].contains(parts[$0]) }
        guard let first = words.first, let last = words.last, first == 0 else {
            throw row.bad(text, expected: "a pattern that begins with a word")
        }
        head = words.first { parts[$0].hasPrefix("^") } ?? (partOfSpeech == .noun ? last : first)
        for (index, part) in parts.enumerated() {
            switch part {
            case "~": elements.append(.gap(3))
            case "*": elements.append(.gap(6))
            case "<place>": elements.append(.place)
            case "<number>": elements.append(.number)
            default:
                let word = part.hasPrefix("^") ? part.dropFirst() : part
                if index == head, partOfSpeech.isVerb {
                    elements.append(.lemma(lexicon.verb(word)))
                } else if index == head, partOfSpeech == .noun {
                    elements.append(.lemma(lexicon.noun(word)))
                } else {
                    elements.append(.words(word.split(separator: "|").map { lexicon.vocabulary.intern($0) }))
                }
            }
        }
        switch elements[0] {
        case .words(let ids): firstWords = ids
        case .lemma:
            let lemma = String(parts[0].hasPrefix("^") ? parts[0].dropFirst() : parts[0])
            let forms =
                partOfSpeech.isVerb ? lexicon.morphology.verbForms(lemma) : lexicon.morphology.nounForms(lemma)
            var seen: Set<Int32> = []
            for form in forms {
                let id = lexicon.vocabulary.intern(form.form)
                if seen.insert(id).inserted { firstWords.append(id) }
            }
        default: break
        }
    }

    /// How specific the pattern is: longer ones are tried first.
    var specificity: Int {
        elements.reduce(0) { sum, element in
            switch element {
            case .gap: sum
            case .place, .number: sum + 1
            case .words, .lemma: sum + 2
            }
        }
    }
}
