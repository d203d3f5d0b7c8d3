import Articles
import Geoparsing
import Tables

/// What of a phrase is somebody or something that takes part.
extension Reading {
    /// `range` as somebody or something that takes part: without what hangs loose at its ends; `nil` for what is no noun phrase,
    /// such as `the`, `admitted` or `convicted of crimes`.
    func participant(_ range: Range<Int>) -> Range<Int>? {
        var (start, end) = (range.lowerBound, range.upperBound)
        let loose: WordClasses = [.conjunction, .of, .comma, .stop, .quote, .apostrophe]
        while end > start, classes[end - 1].hasAny(loose), !isPossessive(at: end - 1) { end -= 1 }
        while start < end, classes[start].hasAny(loose) { start += 1 }
        guard start < end else { return nil }
        // `the town | went on`
        if let verb = (start + 1..<max(start + 1, end)).first(where: isVerb(inside:)) { end = verb }
        // `gave Ukraine | 31 tanks`
        if let second = (start + 1..<max(start + 1, end)).first(where: isSecondObject) { end = second }
        let first = classes[start]
        if end - start == 1, first.hasAny([.determiner, .preposition, .adverb, .quantifier]) { return nil }
        let range = document.tokens[start].range
        // `merely`
        if end - start == 1, words[start] == 0, !document.tokens[start].isCapitalized, range.count > 4,
            has("ly", endingAt: range.end)
        {
            return nil
        }
        if start > 0, classes[start - 1].contains(.infinitiveTo), isVerbForm(start), !first.contains(.determiner) {
            return nil
        }
        let next = classes(at: start + 1)
        if isVerbForm(start), !document.tokens[start].isCapitalized,
            end - start == 1 || next.hasAny([.preposition, .of, .determiner])
        {
            return nil
        }
        return start..<end
    }

    private func isSecondObject(_ index: Int) -> Bool {
        isPlace(index - 1) && timeAt[index] == 0 && toponymAt[index] == 0
            && classes[index].hasAny([.number, .determiner, .possessive, .approximator])
            && !classes[index].hasAny([.conjunction, .preposition])
    }

    /// Whether the word at `index`, within a phrase, is a verb behind its noun: `a man accused`, but `two captured men`.
    private func isVerb(inside index: Int) -> Bool {
        let token = document.tokens[index]
        guard isVerbForm(index), !token.isCapitalized, !isJoinedHyphen(index - 1), !isJoinedHyphen(index + 1),
            document.tokens[index - 1].kind == .word,
            !classes[index - 1].hasAny([
                .determiner, .possessive, .number, .adjective, .preposition, .of, .adverb, .quantifier, .conjunction,
                .demonstrative, .approximator,
            ]), !has("ly", endingAt: document.tokens[index - 1].range.end)
        else { return false }
        let tags = tags(at: index)
        return !tags.isDisjoint(with: [.past, .third]) && !tags.contains(.base)
    }

    private func has(_ ending: StaticString, endingAt end: Int) -> Bool {
        ending.withUTF8Buffer { document.bytes[..<end].suffix($0.count).elementsEqual($0) }
    }
}
