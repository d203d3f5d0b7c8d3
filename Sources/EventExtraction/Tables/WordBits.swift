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
    func next(of pattern: Pattern, in list: PatternList) -> (bits: UInt64, isBehindGap: Bool) {
        let elements = list.elements[Int(pattern.elements.lowerBound)..<Int(pattern.elements.upperBound)]
        let second = elements.startIndex + 1
        guard elements.count > 1 else { return (.max, false) }
        guard elements[second].kind == .gap else { return (bits(of: elements[second], list), false) }
        return elements.count > 2 ? (bits(of: elements[second + 1], list), true) : (.max, false)
    }

    private func bits(of element: Pattern.Element, _ list: PatternList) -> UInt64 {
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
