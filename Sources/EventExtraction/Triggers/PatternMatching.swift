import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

/// A pattern that a text meets.
struct PatternMatch {
    /// Of the pattern in its table.
    var number: Int
    /// Behind its last token.
    var end: Int
    /// The token of its head.
    var head: Int
    /// Whether it has one element only.
    var isSingle: Bool
    var partOfSpeech: Pattern.PartOfSpeech
}

/// The elements of a pattern where they lie: nothing in it is counted, for millions of them are tried.
struct PatternView {
    let elements: UnsafeBufferPointer<Pattern.Element>
    /// What the elements' ranges of words are in.
    let words: UnsafeBufferPointer<Int32>
    /// The number of the head among the elements.
    let head: Int
    let isVerb: Bool

    /// Matches from token `index`: where the pattern ends and where its head is.
    ///
    /// - Parameter isCue: whether words of a date may be matched, too.
    func match(at index: Int, until end: Int, in text: PatternText, isCue: Bool) -> (end: Int, head: Int)? {
        var head = index
        guard let result = rest(from: 0, at: index, until: end, in: text, isCue, &head) else { return nil }
        return (result, head)
    }

    /// Where the elements from number `first` on end that begin at token `start`.
    private func rest(
        from first: Int, at start: Int, until end: Int, in text: PatternText, _ isCue: Bool, _ head: inout Int
    ) -> Int? {
        var position = start
        var own: Int?
        for number in first..<elements.count {
            let element = elements[number]
            if element.kind == .gap {
                guard
                    let result = restAfterGap(
                        from: number + 1, length: Int(element.value), at: position, until: end, in: text, isCue,
                        &head)
                else { return nil }
                if let own { head = own }
                return result
            }
            guard position < end, fits(element, number, at: position, in: text, isCue) else { return nil }
            if number == self.head { own = position }
            position += 1
        }
        if let own { head = own }
        return position
    }

    private func restAfterGap(
        from next: Int, length: Int, at position: Int, until end: Int, in text: PatternText, _ isCue: Bool,
        _ head: inout Int
    ) -> Int? {
        // A pattern that ends with a gap ends where the gap begins.
        guard next < elements.count else { return position }
        let bits = elements[next].bits
        var passed = position
        var counted = 0
        while counted <= length, passed < end {
            if text.wordBits[passed] & bits != 0,
                let result = rest(from: next, at: passed, until: end, in: text, isCue, &head)
            {
                return result
            }
            guard !text.marks[passed].contains(.endsGap) else { return nil }
            if !text.marks[passed].contains(.uncounted) { counted += 1 }
            passed += 1
        }
        return nil
    }

    /// Whether element `number` is met by the token at `position`.
    @inline(__always)
    private func fits(
        _ element: Pattern.Element, _ number: Int, at position: Int, in text: PatternText, _ isCue: Bool
    ) -> Bool {
        guard element.bits & text.wordBits[position] != 0 else { return false }
        switch element.kind {
        case .words:
            // A word of a date is no other word: `be held March 17`.
            guard text.timeAt[position] == 0 || isCue else { return false }
            let word = text.words[position]
            if has(word, element) { return true }
            guard number > 0 else { return false }
            for form in text.forms(of: word) where !form.tags.isEmpty && has(form.lemma, element) { return true }
            return false
        case .lemma:
            guard text.timeAt[position] == 0 || isCue else { return false }
            for form in text.forms(of: text.words[position]) where form.lemma == element.value {
                return !form.tags.isDisjoint(with: isVerb ? .verb : .noun)
            }
            return false
        case .place: return text.reading.isPlace(position)
        case .number: return text.reading.classes[position].contains(.number)
        case .gap: return false
        }
    }

    /// Whether `word` is among the words of `element`.
    @inline(__always)
    private func has(_ word: Int32, _ element: Pattern.Element) -> Bool {
        var index = Int(element.words.lowerBound)
        let end = Int(element.words.upperBound)
        guard index < end, word <= words[end - 1] else { return false }
        while words[index] < word { index += 1 }
        return words[index] == word
    }
}
