import Articles
import Tables

/// What a mention is of: the word that names it, its family of words, its target.
extension Coreference {
    /// A row of `synonyms.tsv`, or three letters: they tell `invite` and `invitation` from other words of their type. What is done
    /// tells the noun where the verb is empty: `launched an attack`, `took into custody`.
    func kin(of mention: Mention) -> UInt32 {
        // `marched`, `held placards`, `chanted`: one demonstration. Above what three bytes can be.
        if mention.type == "PROTEST", mention.mode == "demo" { return .max }
        let head = naming(mention)
        let synonyms = reading.synonyms(at: head)
        if synonyms > 0 { return 1 << 31 | UInt32(synonyms) }
        let range = reading.document.tokens[head].range
        return reading.document.bytes[range.start..<min(range.end, range.start + 3)].reduce(0) {
            $0 << 8 | UInt32(StableHash.lowercased($1))
        }
    }

    /// The token of the trigger that names what was done.
    func naming(_ mention: Mention) -> Int {
        var head = mention.head
        // `the attack on`, `the invasion of`
        while head > mention.tokens.lowerBound, reading.classes[head].hasAny([.preposition, .of]) { head -= 1 }
        if mention.usage.isVerb, reading.synonyms(at: head) == 0, let last = mention.tokens.last, last > head {
            if let named = (head + 1...last).last(where: { reading.synonyms(at: $0) > 0 }) {
                head = named
            } else if reading.classes[head].contains(.light),
                let noun = (head + 1...last).last(where: {
                    !reading.classes[$0].hasAny([.preposition, .of, .determiner, .infinitiveTo])
                })
            {
                head = noun
            }
        }
        return head
    }

    /// The object of `launched an attack` is no target.
    func target(of mention: Mention) -> Range<Int>? {
        let target = reading.ownTarget(of: mention)
        guard reading.classes[mention.head].contains(.light), let target, target.contains(naming(mention)) else {
            return target
        }
        return nil
    }

    /// Whether `phrase` tells no more than that people were meant: `dozens`, `12 individuals`, `several people`.
    func isAnybody(_ phrase: Range<Int>) -> Bool {
        !phrase.contains { index in
            reading.document.tokens[index].kind == .word
                && !reading.classes[index].hasAny([.determiner, .quantifier, .number, .of, .adjective, .preposition])
                && !Self.anybody.contains { reading.begins(with: $0, at: index) }
        }
    }

    private static let anybody: [StaticString] = [
        "people", "person", "individual", "dozen", "other", "score", "hundred", "thousand", "protester", "demonstrator",
        "suspect", "civilian",
    ]
}
