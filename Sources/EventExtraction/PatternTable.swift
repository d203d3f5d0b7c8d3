import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

/// Patterns by the words that they can begin with, and where they stand in a text.
struct PatternTable: Sendable {
    private let list: PatternList
    private let byFirstWord: FirstWordIndex

    /// - Parameters:
    ///   - asked: see ``FirstWordIndex``.
    ///   - lexicon: what numbered the words.
    ///   - bits: of all words of all tables.
    init(_ list: PatternList, asked: [Int] = [], lexicon: LexiconBuilder, bits: WordBits) {
        self.list = list
        byFirstWord = FirstWordIndex(list, asked: asked, lexicon: lexicon, bits: bits)
    }

    /// How many elements pattern `number` has.
    func length(_ number: Int) -> Int { list.patterns[number].elements.count }

    /// For each word the patterns that can begin with it, the most specific first.
    func candidates(for word: Int32) -> ArraySlice<FirstWordIndex.Candidate> { byFirstWord[word] }

    /// Whether a pattern stands somewhere in `tokens`.
    func contains(_ tokens: Range<Int>, in reading: Reading) -> Bool {
        tokens.contains { stands(at: $0, until: tokens.upperBound, in: reading) { _, _ in true } }
    }

    /// Whether a pattern begins with token `index` of which `condition` holds: its number, and where it ends.
    func stands(
        at index: Int, until end: Int, in reading: Reading, where condition: (_ number: Int, _ end: Int) -> Bool
    ) -> Bool {
        let candidates = byFirstWord[reading.words[index]]
        guard !candidates.isEmpty else { return false }
        let second = reading.bit(at: index + 1, until: end)
        for entry in candidates where entry.second & second != 0 {
            if let (last, _) = match(Int(entry.number), at: index, until: end, in: reading),
                condition(Int(entry.number), last)
            {
                return true
            }
        }
        return false
    }

    /// Whether the words of pattern `number` leave room for an object behind its verb: `hold * hostage`.
    func holdsObject(_ number: Int) -> Bool {
        let pattern = list.patterns[number]
        guard pattern.elements.count > 2 else { return false }
        let first = Int(pattern.elements.lowerBound)
        let gap = list.elements[first + 1]
        return list.elements[first].kind == .lemma && gap.kind == .gap && gap.value > 3
    }

    /// Matches pattern `number` from token `index`: where it ends and where its head is.
    ///
    /// - Parameter isCue: whether words of a date may be matched, too.
    func match(
        _ number: Int, at index: Int, until end: Int, in reading: Reading, isCue: Bool = false
    ) -> (end: Int, head: Int)? {
        var head = index
        guard let result = rest(of: list.patterns[number], from: 0, at: index, until: end, in: reading, isCue, &head)
        else { return nil }
        return (result, head)
    }

    /// Where the elements of `pattern` from number `first` end that begin at token `start`.
    private func rest(
        of pattern: Pattern, from first: Int, at start: Int, until end: Int, in reading: Reading, _ isCue: Bool,
        _ head: inout Int
    ) -> Int? {
        var position = start
        var own: Int?
        for number in first..<pattern.elements.count {
            let element = list.elements[Int(pattern.elements.lowerBound) + number]
            if element.kind == .gap {
                guard
                    let result = restAfterGap(
                        of: pattern, from: number + 1, length: Int(element.value), at: position, until: end,
                        in: reading, isCue, &head)
                else { return nil }
                if let own { head = own }
                return result
            }
            guard position < end, fits(element, number, of: pattern, at: position, in: reading, isCue) else {
                return nil
            }
            if number == Int(pattern.head) { own = position }
            position += 1
        }
        if let own { head = own }
        return position
    }

    private func restAfterGap(
        of pattern: Pattern, from next: Int, length: Int, at position: Int, until end: Int, in reading: Reading,
        _ isCue: Bool, _ head: inout Int
    ) -> Int? {
        var passed = position
        var counted = 0
        while counted <= length, passed <= end {
            if let result = rest(of: pattern, from: next, at: passed, until: end, in: reading, isCue, &head) {
                return result
            }
            guard passed < end, !reading.classes[passed].contains(.comma),
                !reading.classes[passed].hasAny([.stop, .relative]) || reading.isJoinedHyphen(passed)
            else { return nil }
            // Quotation marks and the parts of a hyphenated word do not count.
            if !reading.classes[passed].contains(.quote), !reading.isJoinedHyphen(passed),
                !reading.isJoinedHyphen(passed - 1)
            {
                counted += 1
            }
            passed += 1
        }
        return nil
    }

    /// Whether element `number` of `pattern` is met by the token at `position`.
    @inline(__always)
    private func fits(
        _ element: Pattern.Element, _ number: Int, of pattern: Pattern, at position: Int, in reading: Reading,
        _ isCue: Bool
    ) -> Bool {
        switch element.kind {
        case .words:
            // A word of a date is no other word: `be held March 17`.
            guard reading.timeAt[position] == 0 || isCue else { return false }
            let word = reading.words[position]
            let words = Int(element.words.lowerBound)..<Int(element.words.upperBound)
            for index in words where list.words[index] == word { return true }
            guard number > 0 else { return false }
            for index in words
            where !reading.lexicon.vocabulary.tags(of: word, lemma: list.words[index]).isEmpty { return true }
            return false
        case .lemma:
            guard reading.timeAt[position] == 0 || isCue else { return false }
            let tags = reading.lexicon.vocabulary.tags(of: reading.words[position], lemma: element.value)
            return !tags.isDisjoint(with: pattern.partOfSpeech.isVerb ? .verb : .noun)
        case .place: return reading.isPlace(position)
        case .number: return reading.classes[position].contains(.number)
        case .gap: return false
        }
    }
}
