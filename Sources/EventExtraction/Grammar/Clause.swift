import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

/// What the linkers ask about the clauses of a sentence.
extension Reading {
    /// How far from a trigger anything is looked for, in tokens to either side: farther off nothing links.
    static let reach = 120

    /// The tokens of `sentence` that are within reach of token `index`.
    func window(around index: Int, in sentence: Range<Int>) -> Range<Int> {
        let first = max(sentence.lowerBound, index - Self.reach)
        return first..<max(first, min(sentence.upperBound, index + Self.reach))
    }

    /// The `where`, `in which` or, after a date, `when` that opens a clause told of the place or date that ends before
    /// `index`; further places and dates may stand between: `in Perth, Scotland, in 1996, where`.
    func relativeClause(after index: Int, dated: Bool) -> Int? {
        var position = index
        var isDated = dated
        while position < words.count, position - index < 12 {
            let c = classes[position]
            if timeAt[position] > 0 {
                isDated = true
            } else if toponymAt[position] == 0 {
                if has("where", at: position) { return position }
                if has("when", at: position) { return isDated ? position : nil }
                if has("which", at: position) {
                    return position > index && classes[position - 1].contains(.locative) ? position : nil
                }
                guard c.hasAny([.comma, .locative, .determiner, .compass, .of]), !c.hasAny([.stop, .quote]) else {
                    return nil
                }
            }
            position += 1
        }
        return nil
    }

    /// Whether another event, in another clause, stands between `mention` and token `index` after it.
    func isTaken(_ index: Int, after mention: Mention) -> Bool {
        mention.nextHead < index && boundaries(between: mention.head, and: mention.nextHead) > 0
    }

    /// Whether another event, in another clause, stands between `mention` and what ends before token `end` before it.
    func isTaken(until end: Int, before mention: Mention) -> Bool {
        mention.previousHead >= end && boundaries(between: mention.previousHead, and: mention.head) > 0
    }

    /// Whether a clause with a verb of its own begins between token `head` of a trigger and the later token `index`.
    func startsClause(after head: Int, before index: Int) -> Bool {
        var isOpen = false
        for position in (head + 1)..<max(head + 1, min(index, head + 40)) {
            let c = classes[position]
            if c.hasAny([.conjunction, .comma, .stop]) {
                isOpen = isOpen || c.contains(.conjunction) && toponymAt[position] == 0
            } else if isOpen, c.hasAny([.be, .have, .auxDo, .modal]), !c.hasAny([.preposition, .determiner]),
                !classes[position - 1].hasAny([.infinitiveTo, .conjunction, .relative])
            {
                return true
            }
        }
        return false
    }

    /// Whether token `index`, the first of a date with its preposition, opens a clause after `and`: `, and today it is`.
    func opensClause(_ index: Int) -> Bool {
        var position = index - 1
        while position > 0, index - position <= 2, classes[position].hasAny([.preposition, .determiner]),
            !classes[position].contains(.comma)
        { position -= 1 }
        guard position > 0, classes[position].hasAny([.conjunction, .stop]), !isJoinedHyphen(position) else {
            return false
        }
        return classes[position].contains(.stop) || classes[position - 1].contains(.comma)
    }

    /// Whether a comma and `who` or `which` stand between two tokens: what comes after tells of something else's past.
    func hasRelative(from start: Int, to end: Int) -> Bool {
        guard start < end, end - start < 40 else { return false }
        for index in (start + 1)..<max(start + 1, end)
        where classes[index].contains(.relative) && !classes[index].hasAny([.subordinator, .determiner])
            && classes[index - 1].contains(.comma)
        { return true }
        return false
    }

    /// Whether the word at `index` can be read as a gerund.
    func isGerund(_ index: Int) -> Bool {
        lexicon.vocabulary.forms[Int(words[index])].contains { $0.tags.contains(.gerund) }
    }

    /// Whether the verb of `mention` is that of a relative clause: `who fled`, `where police shot`.
    func isRelative(_ mention: Mention, from first: Int) -> Bool {
        guard mention.usage.isVerb else { return false }
        var position = mention.group.start - 1
        while position >= first, mention.group.start - position <= 6 {
            let c = classes[position]
            if c.contains(.relative), !c.contains(.subordinator) { return true }
            if c.contains(.subordinator) { return document.lowercasedText(at: position) == "where" }
            if c.hasAny([.comma, .stop, .quote, .conjunction, .report]) { return false }
            position -= 1
        }
        return false
    }

    /// The target of a verb, or what a preposition hangs on a noun: in `the attack killed nine` the nine are those who were
    /// killed, not what was attacked.
    func ownTarget(of mention: Mention) -> Range<Int>? {
        guard mention.usage == .noun else { return mention.target }
        if let target = mention.target,
            target.lowerBound < mention.head || classes(at: target.lowerBound - 1).hasAny([.preposition, .of])
        {
            return target
        }
        // `the attack on the clinic killed nine`
        for index in (mention.tokens.upperBound - 1)...mention.tokens.upperBound
        where Self.targetPrepositions.contains(where: { has($0, at: index) }) {
            return nounPhrase(from: index + 1, until: document.sentences[mention.sentence].tokens.upperBound)
        }
        return nil
    }

    /// `in the town`: not what was aimed at.
    func isWhere(_ phrase: Range<Int>) -> Bool {
        isPlace(phrase.lowerBound) && has("in", at: phrase.lowerBound - 1)
    }

    private static let targetPrepositions: [StaticString] = ["on", "against", "of"]

    /// Whether the token at `index` is the ASCII word `word`, given in lower case.
    func has(_ word: StaticString, at index: Int) -> Bool {
        guard document.tokens.indices.contains(index),
            document.tokens[index].range.count == word.utf8CodeUnitCount
        else { return false }
        return begins(with: word, at: index)
    }

    /// Whether the token at `index` begins with the ASCII letters `stem`, given in lower case.
    func begins(with stem: StaticString, at index: Int) -> Bool {
        guard document.tokens.indices.contains(index) else { return false }
        let range = document.tokens[index].range
        guard range.count >= stem.utf8CodeUnitCount else { return false }
        return stem.withUTF8Buffer { letters in
            for (offset, letter) in letters.enumerated()
            where document.bytes[range.start + offset] | 0x20 != letter { return false }
            return true
        }
    }

    /// Whether a verb of motion stands right before the `to` at `index`, or a word before it: `went back to`.
    func isMotion(before index: Int, from first: Int) -> Bool {
        for position in stride(from: index - 1, through: max(first, index - 2), by: -1) {
            if Self.motionStems.contains(where: { begins(with: $0, at: position) }) { return true }
            if !classes[position].contains(.adverb) { return false }
        }
        return false
    }

    private static let motionStems: [StaticString] = [
        "came", "come", "coming", "went", "travel", "returned", "returning", "flew", "drove", "moved", "moving",
    ]

    /// Whether `to` and a verb stand between two tokens: what comes after is where something is meant to be done.
    func hasPurpose(from start: Int, to end: Int) -> Bool {
        guard start < end else { return false }
        for index in start..<min(end, start + 25)
        where classes[index].contains(.infinitiveTo) && index + 1 < end && toponymAt[index + 1] == 0
            && document.tokens[index + 1].kind == .word
            && !classes[index + 1].hasAny([
                .determiner, .possessive, .objectPronoun, .adjective, .compass, .settlement, .divisionWord, .person,
                .official, .number, .quantifier, .demonstrative, .conjunction, .comma, .stop, .quote,
            ])
            && (isAllCapitals || !document.tokens[index + 1].isCapitalized)
        { return true }
        return false
    }
}
