import Tables

/// Patterns by the words that they can begin with, the most specific first and else in the order of the table.
struct PatternTable: Sendable {
    /// A pattern that can begin with a word.
    struct Candidate: Sendable {
        /// The bits of the words that may stand second, or behind the gap that is second: most patterns are told by it to be none,
        /// without being read.
        let bits: UInt64
        let number: Int32
        /// Where its elements begin in ``PatternList/elements``, how many they are and which of them is the head: as its
        /// ``Pattern`` says, which lies anywhere in memory.
        let start: Int32
        let count: UInt8
        let head: UInt8
        let partOfSpeech: Pattern.PartOfSpeech
        /// The length of the gap that is second, 0 where none is.
        let gap: UInt8
        /// Which of the words ahead may meet ``bits``, as ``PatternText/Ahead`` has them.
        let reach: PatternText.Reach

        /// - Parameters:
        ///   - bits, gap: as ``WordBits/next(of:in:)`` gives them.
        init(_ pattern: Pattern, number: Int32, bits: UInt64, gap: UInt8) {
            self.bits = bits
            self.number = number
            start = pattern.elements.lowerBound
            count = UInt8(clamping: pattern.elements.count)
            head = UInt8(clamping: pattern.head)
            partOfSpeech = pattern.partOfSpeech
            self.gap = gap
            reach = PatternText.Reach(gap: gap)
        }
    }

    let list: PatternList
    let candidates: GroupedNumbers<Candidate>

    /// - Parameters:
    ///   - asked: for each pattern how many further things its row asks for; of two equally specific patterns the one that
    ///     asks for more comes first. None by default.
    ///   - lexicon: what numbered the words.
    ///   - bits: of all words of all tables.
    init(_ list: PatternList, asked: [Int] = [], lexicon: LexiconBuilder, bits: WordBits) {
        var list = list
        for index in list.elements.indices { list.elements[index].bits = bits.bits(of: list.elements[index], list) }
        self.list = list
        // Sorted before they are grouped: a stable order by specificity. The most specific has the least rank.
        var ranks: [UInt64] = []
        ranks.reserveCapacity(list.patterns.count)
        for number in list.patterns.indices {
            let specific = UInt64(clamping: 0xFFFF - Int(list.patterns[number].specificity))
            let asks = UInt64(clamping: 0xFFFF - (asked.isEmpty ? 0 : asked[number]))
            ranks.append(specific << 48 | asks << 32 | UInt64(number))
        }
        ranks.sort()
        let ranked = ranks.map { rank in
            let number = Int32(truncatingIfNeeded: rank & 0xFFFF_FFFF)
            let (mask, gap) = bits.next(of: list.patterns[Int(number)], in: list)
            return Candidate(list.patterns[Int(number)], number: number, bits: mask, gap: gap)
        }
        let none = Candidate(
            Pattern(elements: 0..<0, head: 0, specificity: 0, partOfSpeech: .any), number: 0, bits: 0, gap: 0)
        candidates = GroupedNumbers(count: bits.count, filler: none) { body in
            for candidate in ranked {
                list.forEachFirstWord(of: list.patterns[Int(candidate.number)], lexicon) { body($0, candidate) }
            }
        }
    }

    init(_ list: PatternList, candidates: GroupedNumbers<Candidate>) {
        self.list = list
        self.candidates = candidates
    }

    /// Calls `body` with the patterns where they lie, to be matched at many tokens of a text.
    @inline(__always)
    func withMatcher<Result>(of reading: Reading, _ body: (Matcher) -> Result) -> Result {
        reading.withPatternText { text in withMatcher(of: text, body) }
    }

    @inline(__always)
    private func withMatcher<Result>(of text: PatternText, _ body: (Matcher) -> Result) -> Result {
        candidates.withUnsafeLists { starts, candidates in
            list.patterns.withUnsafeBufferPointer { patterns in
                list.elements.withUnsafeBufferPointer { elements in
                    list.words.withUnsafeBufferPointer { words in
                        body(
                            Matcher(
                                text: text, starts: starts, candidates: candidates, patterns: patterns,
                                elements: elements, words: words))
                    }
                }
            }
        }
    }

    /// The patterns of a table where they lie, and a text; nothing in it is counted.
    struct Matcher {
        let text: PatternText
        fileprivate let starts: UnsafeBufferPointer<Int32>
        fileprivate let candidates: UnsafeBufferPointer<Candidate>
        fileprivate let patterns: UnsafeBufferPointer<Pattern>
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
            at index: Int, until end: Int, isCue: Bool = false, _ body: (PatternMatch) -> Bool
        ) {
            let word = Int(text.words[index])
            guard word >= 0, word + 1 < starts.count, starts[word] < starts[word + 1] else { return }
            withUnsafeTemporaryAllocation(of: UInt64.self, capacity: 4) { ahead in
                text.setBits(ahead, aheadOf: index, until: end)
                for position in Int(starts[word])..<Int(starts[word + 1]) {
                    // Of most no more than this is read.
                    guard candidates[position].bits & ahead[Int(candidates[position].reach.rawValue)] != 0 else {
                        continue
                    }
                    let candidate = candidates[position]
                    let range = Int(candidate.start)..<Int(candidate.start) + Int(candidate.count)
                    let view = PatternView(
                        elements: UnsafeBufferPointer(rebasing: elements[range]), words: words,
                        head: Int(candidate.head), isVerb: candidate.partOfSpeech.isVerb)
                    guard let (end, head) = view.match(at: index, until: end, in: text, isCue: isCue) else { continue }
                    let match = PatternMatch(
                        number: Int(candidate.number), end: end, head: head, isSingle: candidate.count == 1,
                        partOfSpeech: candidate.partOfSpeech)
                    if body(match) { return }
                }
            }
        }

        /// Whether the words of pattern `number` leave room for an object behind its verb: `hold * hostage`.
        func holdsObject(_ number: Int) -> Bool {
            let pattern = patterns[number]
            guard pattern.elements.count > 2 else { return false }
            let first = Int(pattern.elements.lowerBound)
            let gap = elements[first + 1]
            return elements[first].kind == .lemma && gap.kind == .gap && gap.value > 3
        }

        /// Whether a pattern stands somewhere in `tokens`.
        func matches(in tokens: Range<Int>) -> Bool {
            for index in tokens {
                var isThere = false
                match(at: index, until: tokens.upperBound) { _ in
                    isThere = true
                    return true
                }
                if isThere { return true }
            }
            return false
        }
    }
}
