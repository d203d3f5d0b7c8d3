/// Inflects verbs and nouns: English ones by rule, those of another language by its `paradigms.tsv`; and by the exceptions
/// of `irregular.tsv`.
struct Morphology: Sendable {
    /// The exceptions of each lemma, in the order of the table.
    private var exceptions: [String: [(form: String, tags: FormTags)]] = [:]

    /// What a language has instead of the rules of English.
    private let paradigms: Paradigms?

    init(_ table: Table, paradigms: Paradigms? = nil) throws(EventExtractionError) {
        self.paradigms = paradigms
        for row in table.rows {
            guard let tags = FormTags.named(row[2]) else {
                throw row.bad(
                    row[2],
                    expected:
                        "past, participle, past-participle, gerund, third, plural, oblique, finite, nonpast, future, infinitive, perfective or passive"
                )
            }
            exceptions[String(row[1]), default: []].append((String(row[0]), tags))
        }
    }

    /// The forms of the verb `lemma`, the lemma itself among them.
    func verbForms(_ lemma: String) -> [(form: String, tags: FormTags)] {
        let irregular = (exceptions[lemma] ?? []).filter { !$0.tags.isDisjoint(with: .verb) }
        if let paradigms { return [(lemma, .infinitive)] + irregular + paradigms.forms(lemma, isVerb: true) }
        var forms: [(form: String, tags: FormTags)] = [(lemma, .base)]
        forms += irregular
        var covered: FormTags = []
        for entry in irregular { covered.formUnion(entry.tags) }
        if !covered.contains(.third) { forms.append((Self.withS(lemma), .third)) }
        let stem = Self.doublesFinal(lemma) ? lemma + String(lemma.suffix(1)) : lemma
        if !covered.contains(.gerund) { forms.append((Self.withIng(lemma, stem: stem), .gerund)) }
        let regular = FormTags([.past, .participle]).subtracting(covered)
        if !regular.isEmpty { forms.append((Self.withEd(lemma, stem: stem), regular)) }
        return forms
    }

    /// Singular and plural of the noun `lemma`.
    func nounForms(_ lemma: String) -> [(form: String, tags: FormTags)] {
        let irregular = (exceptions[lemma] ?? []).filter { $0.tags == .plural }
        if let paradigms {
            return [(lemma, .singular)] + irregular + (irregular.isEmpty ? paradigms.forms(lemma, isVerb: false) : [])
        }
        return [(lemma, .singular)] + (irregular.isEmpty ? [(Self.withS(lemma), .plural)] : irregular)
    }

    private static let vowels = Set("aeiou".utf8)

    private static func withS(_ word: String) -> String {
        let bytes = Array(word.utf8)
        guard let last = bytes.last else { return word }
        let before = bytes.count > 1 ? bytes[bytes.count - 2] : 0
        switch last {
        case UInt8(ascii: "s"), UInt8(ascii: "x"), UInt8(ascii: "z"): return word + "es"
        case UInt8(ascii: "h") where before == UInt8(ascii: "c") || before == UInt8(ascii: "s"): return word + "es"
        case UInt8(ascii: "o") where !vowels.contains(before): return word + "es"
        case UInt8(ascii: "y") where !vowels.contains(before): return word.dropLast() + "ies"
        default: return word + "s"
        }
    }

    private static func withIng(_ word: String, stem: String) -> String {
        if word.hasSuffix("ie") { return word.dropLast(2) + "ying" }
        if word.hasSuffix("e"), !word.hasSuffix("ee"), !word.hasSuffix("oe"), !word.hasSuffix("ye") {
            return word.dropLast() + "ing"
        }
        return stem + "ing"
    }

    private static func withEd(_ word: String, stem: String) -> String {
        if word.hasSuffix("e") { return word + "d" }
        let bytes = Array(word.utf8)
        if bytes.count > 1, bytes[bytes.count - 1] == UInt8(ascii: "y"), !vowels.contains(bytes[bytes.count - 2]) {
            return word.dropLast() + "ied"
        }
        return stem + "ed"
    }

    /// One syllable that ends in consonant, vowel, consonant (not w, x, y): `stop`, `ban`. Longer words with a
    /// stressed last syllable are in the table of exceptions.
    private static func doublesFinal(_ word: String) -> Bool {
        let bytes = Array(word.utf8)
        guard bytes.count >= 3 else { return false }
        let last = bytes[bytes.count - 1]
        let vowel = bytes[bytes.count - 2]
        let first = bytes[bytes.count - 3]
        guard !vowels.contains(last), last != UInt8(ascii: "w"), last != UInt8(ascii: "x"), last != UInt8(ascii: "y"),
            vowels.contains(vowel),
            !vowels.contains(first) || first == UInt8(ascii: "u") && bytes.dropLast(3).last == UInt8(ascii: "q")
        else { return false }
        var groups = 0
        var inVowel = false
        for byte in bytes {
            let isVowel = vowels.contains(byte)
            if isVowel, !inVowel { groups += 1 }
            inVowel = isVowel
        }
        return groups == 1
    }
}
