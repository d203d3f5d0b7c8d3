import Tables

/// Patterns by the words that they can begin with, the most specific first and else in the order of the table.
struct FirstWordIndex: Sendable {
    /// A pattern that can begin with a word.
    fileprivate struct Candidate: Sendable {
        /// The bits of the words that may stand second, or behind the gap that is second: most patterns are told by it to be none,
        /// without being read.
        let bits: UInt64
        let number: Int32
        let isBehindGap: Bool
    }

    /// Where a pattern lies in ``elements``.
    fileprivate struct Place: Sendable {
        var start: Int32
        var end: Int32
        var head: Int32
        var isVerb: Bool
    }

    private let candidates: GroupedNumbers<Candidate>
    private var places: [Place] = []
    /// The elements of all patterns, whose ranges of words are in ``words``.
    private var elements: [Pattern.Element] = []
    private var words: [Int32] = []

    /// - Parameter asked: for each pattern how many further things its row asks for; of two equally specific patterns the one that
    ///   asks for more comes first. None by default.
    init(_ patterns: [Pattern], asked: [Int] = [], bits: WordBits) {
        var pairs: [(list: Int32, value: Candidate)] = []
        // Sorted before they are grouped: a stable order by specificity.
        let ranks = patterns.indices.map {
            (-patterns[$0].specificity, asked.indices.contains($0) ? -asked[$0] : 0, $0)
        }
        for (_, _, number) in ranks.sorted(by: <) {
            let (mask, isBehindGap) = bits.next(of: patterns[number])
            let candidate = Candidate(
                bits: mask, number: Int32(truncatingIfNeeded: number), isBehindGap: isBehindGap)
            for word in patterns[number].firstWords { pairs.append((word, candidate)) }
        }
        candidates = GroupedNumbers(pairs, count: bits.count)
        places.reserveCapacity(patterns.count)
        for pattern in patterns {
            let start = Int32(truncatingIfNeeded: elements.count)
            let offset = Int32(truncatingIfNeeded: words.count)
            for var element in pattern.elements {
                element.words = element.words.lowerBound + offset..<element.words.upperBound + offset
                elements.append(element)
            }
            words += pattern.words
            places.append(
                Place(
                    start: start, end: Int32(truncatingIfNeeded: elements.count),
                    head: Int32(truncatingIfNeeded: pattern.head), isVerb: pattern.partOfSpeech.isVerb))
        }
    }

    /// Calls `body` with the patterns where they lie, to be matched at many tokens.
    @inline(__always)
    func withMatcher<Result>(_ body: (Matcher) -> Result) -> Result {
        candidates.withUnsafeLists { starts, candidates in
            places.withUnsafeBufferPointer { places in
                elements.withUnsafeBufferPointer { elements in
                    words.withUnsafeBufferPointer { words in
                        body(
                            Matcher(
                                starts: starts, candidates: candidates, places: places, elements: elements,
                                words: words))
                    }
                }
            }
        }
    }

    /// The patterns of a table where they lie; nothing in it is counted.
    struct Matcher {
        fileprivate let starts: UnsafeBufferPointer<Int32>
        fileprivate let candidates: UnsafeBufferPointer<Candidate>
        fileprivate let places: UnsafeBufferPointer<Place>
        fileprivate let elements: UnsafeBufferPointer<Pattern.Element>
        fileprivate let words: UnsafeBufferPointer<Int32>

        /// Calls `body` with the patterns that the text meets from token `index` on, the most specific first, until it returns
        /// `true`.
        ///
        /// - Parameters:
        ///   - end: that of the sentence.
        ///   - isCue: whether words of a date may be matched, too.
        @inline(__always)
        func match(
            at index: Int, until end: Int, in reading: Reading, isCue: Bool = false, _ body: (PatternMatch) -> Bool
        ) {
            let word = Int(reading.words[index])
            guard word >= 0, word + 1 < starts.count, starts[word] < starts[word + 1] else { return }
            let second = reading.bit(at: index + 1, until: end)
            let further = reading.bits(from: index + 1, until: end)
            for position in Int(starts[word])..<Int(starts[word + 1]) {
                let candidate = candidates[position]
                guard candidate.bits & (candidate.isBehindGap ? further : second) != 0 else { continue }
                let place = places[Int(candidate.number)]
                let view = PatternView(
                    elements: UnsafeBufferPointer(rebasing: elements[Int(place.start)..<Int(place.end)]),
                    words: words, head: Int(place.head), isVerb: place.isVerb)
                guard let (end, head) = view.match(at: index, until: end, in: reading, isCue: isCue) else { continue }
                let match = PatternMatch(
                    number: Int(candidate.number), end: end, head: head, isSingle: view.elements.count == 1)
                if body(match) { return }
            }
        }
    }
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

    /// The bits of all words that may stand second in what `pattern` matches, or behind its gap where that is second; all bits
    /// where anything may.
    fileprivate func next(of pattern: Pattern) -> (bits: UInt64, isBehindGap: Bool) {
        let elements = pattern.elements
        guard elements.count > 1 else { return (.max, false) }
        guard elements[1].kind == .gap else { return (bits(of: elements[1], pattern), false) }
        return elements.count > 2 ? (bits(of: elements[2], pattern), true) : (.max, false)
    }

    private func bits(of element: Pattern.Element, _ pattern: Pattern) -> UInt64 {
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
