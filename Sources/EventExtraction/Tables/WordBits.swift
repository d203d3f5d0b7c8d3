/// A bit for each word of a vocabulary, which it shares with others, and for each lemma those of its forms.
struct WordBits: Sendable {
    /// The bit of what is no word that a table knows: only what takes anything has it.
    static let none: UInt64 = 1 << 63

    private var forms: [UInt64]

    /// - Parameter vocabulary: complete.
    init(_ vocabulary: Vocabulary) {
        var forms = [UInt64](repeating: 0, count: vocabulary.count)
        vocabulary.forms.visit { word, form in forms[Int(form.lemma)] |= Self.bit(of: word) }
        self.forms = forms
    }

    var count: Int { forms.count }

    @inline(__always)
    static func bit(of word: Int32) -> UInt64 {
        word == 0 ? none : 1 << UInt64(((UInt32(bitPattern: word) &* 2_654_435_761) >> 8) % 63)
    }

    /// The bits of all words that may stand second in what `pattern` matches, or behind its gap where that is second; all bits
    /// where anything may.
    ///
    /// - Parameter list: whose elements have their bits.
    /// - Returns: the length of the gap, too; 0 where there is none.
    func next(of pattern: Pattern, in list: PatternList) -> (bits: UInt64, gap: UInt8) {
        let second = Int(pattern.elements.lowerBound) + 1
        guard pattern.elements.count > 1 else { return (.max, 0) }
        guard list.elements[second].kind == .gap else { return (list.elements[second].bits, 0) }
        return pattern.elements.count > 2
            ? (list.elements[second + 1].bits, UInt8(clamping: list.elements[second].value)) : (.max, 0)
    }

    /// The bits of all words that `element` may be met by; all where any word may.
    func bits(of element: Pattern.Element, _ list: PatternList) -> UInt64 {
        switch element.kind {
        case .gap, .place, .number: return .max
        case .lemma: return forms[Int(element.value)]
        case .words:
            var bits: UInt64 = 0
            for index in element.words {
                let word = list.words[Int(index)]
                bits |= Self.bit(of: word) | forms[Int(word)]
            }
            return bits
        }
    }
}
