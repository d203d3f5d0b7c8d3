import Tables

/// Patterns by the words that they can begin with, the most specific first and else in the order of the table.
struct FirstWordIndex: Sendable {
    /// A pattern that can begin with a word.
    struct Candidate: Sendable {
        let number: Int32
        /// The bits of the words that may stand second: most patterns are told by it to be none, without being read.
        let second: UInt64
    }

    private let patterns: GroupedNumbers<Candidate>

    /// - Parameter asked: for each pattern how many further things its row asks for; of two equally specific patterns the one that
    ///   asks for more comes first. None by default.
    init(_ patterns: [Pattern], asked: [Int] = [], bits: WordBits) {
        var pairs: [(list: Int32, value: Candidate)] = []
        // Sorted before they are grouped: a stable order by specificity.
        let ranks = patterns.indices.map {
            (-patterns[$0].specificity, asked.indices.contains($0) ? -asked[$0] : 0, $0)
        }
        for (_, _, number) in ranks.sorted(by: <) {
            let candidate = Candidate(
                number: Int32(truncatingIfNeeded: number), second: bits.second(of: patterns[number]))
            for word in patterns[number].firstWords { pairs.append((word, candidate)) }
        }
        self.patterns = GroupedNumbers(pairs, count: bits.count)
    }

    subscript(word: Int32) -> ArraySlice<Candidate> { patterns[word] }
}

/// A bit for each word of a vocabulary, which it shares with others, and for each lemma those of its forms.
struct WordBits: Sendable {
    /// The bit of what is no word that a table knows: only what takes anything has it.
    static let none: UInt64 = 1 << 63

    private var forms: [UInt64]

    /// - Parameter vocabulary: complete.
    init(_ vocabulary: Vocabulary) {
        forms = [UInt64](repeating: 0, count: vocabulary.count)
        vocabulary.forms.visit { word, form in forms[Int(form.lemma)] |= Self.bit(of: word) }
    }

    var count: Int { forms.count }

    @inline(__always)
    static func bit(of word: Int32) -> UInt64 {
        word == 0 ? none : 1 << UInt64(((UInt32(bitPattern: word) &* 2_654_435_761) >> 8) % 63)
    }

    /// The bits of all words that may stand second in what `pattern` matches; all bits where anything may.
    fileprivate func second(of pattern: Pattern) -> UInt64 {
        guard pattern.elements.count > 1 else { return .max }
        let element = pattern.elements[1]
        switch element.kind {
        case .gap, .place, .number: return .max
        case .lemma: return forms[Int(element.value)]
        case .words:
            var bits: UInt64 = 0
            for index in Int(element.words.lowerBound)..<Int(element.words.upperBound) {
                bits |= Self.bit(of: pattern.words[index]) | forms[Int(pattern.words[index])]
            }
            return bits
        }
    }
}
