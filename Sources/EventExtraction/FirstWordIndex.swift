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

    /// - Parameters:
    ///   - asked: for each pattern how many further things its row asks for; of two equally specific patterns the one that
    ///     asks for more comes first. None by default.
    ///   - lexicon: what numbered the words.
    init(_ list: PatternList, asked: [Int] = [], lexicon: LexiconBuilder, bits: WordBits) {
        // Sorted before they are grouped: a stable order by specificity. The most specific has the least rank.
        var ranks: [UInt64] = []
        ranks.reserveCapacity(list.patterns.count)
        for number in list.patterns.indices {
            let specific = UInt64(clamping: 0xFFFF - Int(list.patterns[number].specificity))
            let asks = UInt64(clamping: 0xFFFF - (asked.isEmpty ? 0 : asked[number]))
            ranks.append(specific << 48 | asks << 32 | UInt64(number))
        }
        ranks.sort()
        let candidates = ranks.map { rank in
            let number = Int32(truncatingIfNeeded: rank & 0xFFFF_FFFF)
            return Candidate(number: number, second: bits.second(of: list.patterns[Int(number)], in: list))
        }
        patterns = GroupedNumbers(count: bits.count, filler: Candidate(number: 0, second: 0)) { body in
            for candidate in candidates {
                list.forEachFirstWord(of: list.patterns[Int(candidate.number)], lexicon) { body($0, candidate) }
            }
        }
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
        var forms = [UInt64](repeating: 0, count: vocabulary.count)
        vocabulary.forms.visit { word, form in forms[Int(form.lemma)] |= Self.bit(of: word) }
        self.forms = forms
    }

    var count: Int { forms.count }

    @inline(__always)
    static func bit(of word: Int32) -> UInt64 {
        word == 0 ? none : 1 << UInt64(((UInt32(bitPattern: word) &* 2_654_435_761) >> 8) % 63)
    }

    /// The bits of all words that may stand second in what `pattern` matches; all bits where anything may.
    fileprivate func second(of pattern: Pattern, in list: PatternList) -> UInt64 {
        guard pattern.elements.count > 1 else { return .max }
        let element = list.elements[Int(pattern.elements.lowerBound) + 1]
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
