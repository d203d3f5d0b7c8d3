import Tables

/// Forms of a word as they are written, one behind the other in `bytes`.
struct WrittenForms {
    private(set) var bytes: [UInt8] = []
    private(set) var tags: [FormTags] = []
    private var ends: [Int] = []

    var indices: Range<Int> { tags.indices }

    /// Where form `index` stands in ``bytes``.
    subscript(index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

    mutating func removeAll() {
        bytes.removeAll(keepingCapacity: true)
        tags.removeAll(keepingCapacity: true)
        ends.removeAll(keepingCapacity: true)
    }

    /// Adds the form that is `source[range]`.
    mutating func add(_ source: [UInt8], _ range: Range<Int>, _ tag: FormTags) { add(source, range, "", tag) }

    /// Adds the form that is `source[range]`, the letter of `doubled` and `ending`.
    mutating func add(
        _ source: [UInt8], _ range: Range<Int>, doubled: UInt8? = nil, _ ending: StaticString, _ tag: FormTags
    ) {
        for index in range { bytes.append(source[index]) }
        if let doubled { bytes.append(doubled) }
        ending.withUTF8Buffer { for byte in $0 { bytes.append(byte) } }
        close(tag)
    }

    /// Adds the form that is `stem` of `source` and `ending` of `other`.
    mutating func add(
        _ source: [UInt8], _ stem: Range<Int>, _ other: [UInt8], _ ending: Range<Int>, _ tag: FormTags
    ) {
        for index in stem { bytes.append(source[index]) }
        for index in ending { bytes.append(other[index]) }
        close(tag)
    }

    private mutating func close(_ tag: FormTags) {
        ends.append(bytes.count)
        tags.append(tag)
    }
}

/// Inflects verbs and nouns: English ones by rule, those of another language by its `paradigms.tsv`; and by the exceptions
/// of `irregular.tsv`.
struct Morphology: Sendable {
    private let bytes: [UInt8]
    /// The lemmas that have exceptions, and their exceptions in the order of the table.
    private let lemmas: WordNumbers
    private let exceptions: GroupedNumbers<(form: Range<Int>, tags: FormTags)>
    /// What a language has instead of the rules of English.
    private let paradigms: Paradigms?

    init(_ table: Table, paradigms: Paradigms? = nil) throws(EventExtractionError) {
        self.paradigms = paradigms
        var table = table
        var lemmas = WordNumbers(capacity: 512)
        var exceptions: [(list: Int32, value: (form: Range<Int>, tags: FormTags))] = []
        while try table.next() {
            guard let tags = FormTags.named(table.text(2)) else {
                throw table.bad(
                    table[2],
                    expected:
                        "past, participle, past-participle, gerund, third, plural, oblique, finite, nonpast, future, infinitive, perfective or passive"
                )
            }
            exceptions.append((lemmas.insert(table.bytes, table[1]), (table[0], tags)))
        }
        bytes = table.bytes
        self.lemmas = lemmas
        self.exceptions = GroupedNumbers(exceptions, count: lemmas.count)
    }

    private func irregular(_ source: [UInt8], _ lemma: Range<Int>) -> Range<Int> {
        exceptions.range(lemmas.find(hash: StableHash.lowercased(source, lemma).hash))
    }

    /// The forms of the verb `lemma`, the lemma itself among them, in place of what `forms` held.
    func verbForms(_ source: [UInt8], _ lemma: Range<Int>, into forms: inout WrittenForms) {
        forms.removeAll()
        forms.add(source, lemma, paradigms == nil ? .base : .infinitive)
        var covered: FormTags = []
        for index in irregular(source, lemma) {
            let (form, tags) = exceptions.values[index]
            guard !tags.isDisjoint(with: .verb) else { continue }
            covered.formUnion(tags)
            forms.add(bytes, form, tags)
        }
        if let paradigms {
            paradigms.addForms(source, lemma, isVerb: true, to: &forms)
            return
        }
        guard let last = lemma.last.map({ source[$0] }) else { return }
        if !covered.contains(.third) { Self.addS(source, lemma, .third, to: &forms) }
        let doubled = Self.doublesFinal(source, lemma) ? last : nil
        if !covered.contains(.gerund) { Self.addIng(source, lemma, doubled: doubled, to: &forms) }
        let regular = FormTags([.past, .participle]).subtracting(covered)
        if !regular.isEmpty { Self.addEd(source, lemma, doubled: doubled, regular, to: &forms) }
    }

    /// Singular and plural of the noun `lemma`, in place of what `forms` held.
    func nounForms(_ source: [UInt8], _ lemma: Range<Int>, into forms: inout WrittenForms) {
        forms.removeAll()
        forms.add(source, lemma, .singular)
        var isRegular = true
        for index in irregular(source, lemma) where exceptions.values[index].tags == .plural {
            forms.add(bytes, exceptions.values[index].form, .plural)
            isRegular = false
        }
        guard isRegular else { return }
        if let paradigms {
            paradigms.addForms(source, lemma, isVerb: false, to: &forms)
        } else {
            Self.addS(source, lemma, .plural, to: &forms)
        }
    }

    private static func isVowel(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a"), UInt8(ascii: "e"), UInt8(ascii: "i"), UInt8(ascii: "o"), UInt8(ascii: "u"): true
        default: false
        }
    }

    private static func addS(_ source: [UInt8], _ word: Range<Int>, _ tag: FormTags, to forms: inout WrittenForms) {
        guard let end = word.last else { return forms.add(source, word, tag) }
        let before = word.count > 1 ? source[end - 1] : 0
        switch source[end] {
        case UInt8(ascii: "s"), UInt8(ascii: "x"), UInt8(ascii: "z"): forms.add(source, word, "es", tag)
        case UInt8(ascii: "h") where before == UInt8(ascii: "c") || before == UInt8(ascii: "s"):
            forms.add(source, word, "es", tag)
        case UInt8(ascii: "o") where !isVowel(before): forms.add(source, word, "es", tag)
        case UInt8(ascii: "y") where !isVowel(before): forms.add(source, word.dropLast(), "ies", tag)
        default: forms.add(source, word, "s", tag)
        }
    }

    private static func addIng(
        _ source: [UInt8], _ word: Range<Int>, doubled: UInt8?, to forms: inout WrittenForms
    ) {
        guard let end = word.last else { return }
        let before = word.count > 1 ? source[end - 1] : 0
        if source[end] == UInt8(ascii: "e") {
            switch before {
            case UInt8(ascii: "i"): return forms.add(source, word.dropLast(2), "ying", .gerund)
            case UInt8(ascii: "e"), UInt8(ascii: "o"), UInt8(ascii: "y"): break
            default: return forms.add(source, word.dropLast(), "ing", .gerund)
            }
        }
        forms.add(source, word, doubled: doubled, "ing", .gerund)
    }

    private static func addEd(
        _ source: [UInt8], _ word: Range<Int>, doubled: UInt8?, _ tag: FormTags, to forms: inout WrittenForms
    ) {
        guard let end = word.last else { return }
        if source[end] == UInt8(ascii: "e") {
            forms.add(source, word, "d", tag)
        } else if word.count > 1, source[end] == UInt8(ascii: "y"), !isVowel(source[end - 1]) {
            forms.add(source, word.dropLast(), "ied", tag)
        } else {
            forms.add(source, word, doubled: doubled, "ed", tag)
        }
    }

    /// One syllable that ends in consonant, vowel, consonant (not w, x, y): `stop`, `ban`. Longer words with a
    /// stressed last syllable are in the table of exceptions.
    private static func doublesFinal(_ source: [UInt8], _ word: Range<Int>) -> Bool {
        guard word.count >= 3 else { return false }
        let end = word.upperBound
        let (first, vowel, last) = (source[end - 3], source[end - 2], source[end - 1])
        guard !isVowel(last), last != UInt8(ascii: "w"), last != UInt8(ascii: "x"), last != UInt8(ascii: "y"),
            isVowel(vowel),
            !isVowel(first)
                || first == UInt8(ascii: "u") && word.count > 3 && source[end - 4] == UInt8(ascii: "q")
        else { return false }
        var groups = 0
        var inVowel = false
        for index in word {
            let isVowel = isVowel(source[index])
            if isVowel, !inVowel { groups += 1 }
            inVowel = isVowel
        }
        return groups == 1
    }
}
