import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

/// How the head of a trigger is used where it stands.
extension TriggerMatcher {
    /// Whether the form at `head` is an infinitive by itself.
    func isInfinitive(_ head: Int) -> Bool {
        let word = reading.words[head]
        let forms = lexicon.vocabulary.forms
        return forms.contains(word) { $0.contains(.infinitive) } && !forms.contains(word) { $0.contains(.finite) }
    }

    /// Whether the form at `head` is one for past and present: `cut`, `put`.
    func isPastAndBase(_ head: Int) -> Bool {
        lexicon.vocabulary.forms.contains(reading.words[head]) { $0.contains([.past, .base]) }
    }

    /// Whether the form at `head` is a participle that looks like the infinitive, and no past: `run`, `overcome`.
    func isParticipleAndBase(_ head: Int) -> Bool {
        let tags = reading.tags(at: head)
        return tags.contains(.participle) && tags.contains(.base) && !tags.contains(.past)
    }

    /// `harassing and beating`
    func isFollowedByGerund(_ head: Int) -> Bool {
        reading.classes(at: head + 1).hasAny([.conjunction, .comma]) && head + 2 < reading.words.count
            && reading.isGerund(head + 2)
    }

    /// `tanks push into the town`, `armour pushes deeper`: whether the form at `head`, which may be a noun, stands between who
    /// moves and where to.
    func leads(_ head: Int, from first: Int) -> Bool {
        guard head > first, reading.document.tokens[head - 1].kind == .word,
            Self.ways.contains(where: { reading.has($0, at: head + 1) })
        else { return false }
        let before = reading.classes[head - 1]
        if before.hasAny([
            .determiner, .possessive, .preposition, .adjective, .compass, .number, .quantifier, .conjunction, .of, .be,
            .have,
        ]) {
            return false
        }
        let tags = reading.tags(at: head)
        if tags.contains(.third) { return true }
        return tags.contains(.base) && before.hasAny(reading.lexicon.violence.union(.person))
            && reading.document.bytes[reading.document.tokens[head - 1].range.end - 1] | 0x20 == UInt8(ascii: "s")
    }

    private static let ways: [StaticString] = [
        "into", "towards", "toward", "onto", "through", "across", "past", "deeper", "further", "closer", "forward",
    ]

    /// The reading of the form at `head` by all the lemmas it may belong to.
    ///
    /// - Parameter index: where its trigger begins: `missile` in `missile hit`, `re` in `re-elected`.
    func usage(at head: Int, of index: Int, from first: Int) -> Usage {
        let tags = reading.tags(at: head)
        let isNamed =
            index < head && (reading.isJoinedHyphen(head - 1) || !tags.isDisjoint(with: [.past, .participle]))
        let usage = reading.usage(at: head, tags: tags, from: first, start: isNamed ? index : nil)
        if usage == .adjective, tags.contains(.past), followsRelative(head, from: first) { return .active }
        if usage == .adjective, tags.contains(.past), followsCount(head, from: first) { return .active }
        if usage == .noun, endsClause(head, tags, from: first) || isListed(head, tags, from: first) { return .active }
        return usage == .noun && tags.contains(.third) && isVerbOfHeading(head, from: first) ? .active : usage
    }

    /// `people flee as government forces advance.`: a form that may be a noun is the verb where the clause ends behind it and
    /// those who do it stand before.
    private func endsClause(_ head: Int, _ tags: FormTags, from first: Int) -> Bool {
        guard tags.contains(.base), head > first + 1, reading.document.tokens[head - 1].kind == .word,
            reading.classes[head - 1].hasAny(reading.lexicon.violence.union(.person)),
            reading.document.bytes[reading.document.tokens[head - 1].range.end - 1] | 0x20 == UInt8(ascii: "s")
        else { return false }
        let next = reading.classes(at: head + 1)
        guard head + 1 >= reading.words.count || next.hasAny([.stop, .comma, .quote]) else { return false }
        // A conjunction opens the clause.
        var index = head - 2
        while index >= first, head - index < 5 {
            if reading.classes[index].hasAny([.subordinator, .relative])
                || Self.openings.contains(where: { reading.has($0, at: index) })
            {
                return true
            }
            index -= 1
        }
        return false
    }

    private static let openings: [StaticString] = ["as", "when", "while", "where", "if"]

    /// `soldiers beat residents, search their homes and steal`: a verb among others of a list.
    private func isListed(_ head: Int, _ tags: FormTags, from first: Int) -> Bool {
        head > first && tags.contains(.base) && reading.classes[head - 1].contains(.comma)
            && reading.classes(at: head + 1).hasAny([.possessive, .objectPronoun])
    }

    /// How long a heading is at most, in tokens.
    private static let heading = 16

    /// `County lifts ban`: in a heading a verb has its object without an article.
    private func isVerbOfHeading(_ head: Int, from first: Int) -> Bool {
        guard first == 0, head > first, let title = reading.document.sentences.first?.tokens,
            title.count <= Self.heading, head + 1 < title.upperBound
        else { return false }
        let before = reading.classes[head - 1]
        let next = reading.classes[head + 1]
        let forms = lexicon.vocabulary.forms[Int(reading.words[head + 1])]
        let isVerb = !forms.isEmpty && forms.allSatisfy { $0.tags.isDisjoint(with: .noun) }
        return reading.document.tokens[head - 1].kind == .word && !isVerb && reading.beginsNounPhrase(head + 1)
            && reading.document.tokens[head + 1].kind == .word
            && !before.hasAny([
                .determiner, .possessive, .preposition, .adjective, .number, .quantifier, .conjunction, .of, .be,
                .have, .modal, .adverb, .infinitiveTo,
            ])
            && !next.hasAny([.happening, .light, .report])
    }

    /// `The 34-year-old shot a man`, `Thousands occupied the square`: who acts is told by age or number alone.
    private func followsCount(_ head: Int, from first: Int) -> Bool {
        guard head > first,
            reading.classes(at: head + 1).hasAny([.determiner, .possessive, .objectPronoun, .number, .approximator]),
            reading.timeAt[min(head + 1, reading.words.count - 1)] == 0
        else { return false }
        if reading.has("old", at: head - 1) { return head - 2 > first && reading.isJoinedHyphen(head - 2) }
        return reading.classes[head - 1].hasAny([.number, .quantifier])
            && (head - 1 == first || reading.classes[head - 2].hasAny([.comma, .stop, .quote, .conjunction]))
    }

    /// `countries that expelled diplomats`, but not `in that occupied town`.
    private func followsRelative(_ head: Int, from first: Int) -> Bool {
        guard head - 2 >= first, reading.has("that", at: head - 1), reading.beginsNounPhrase(head + 1) else {
            return false
        }
        return reading.document.tokens[head - 2].kind == .word
            && !reading.classes[head - 2].hasAny([
                .preposition, .of, .be, .have, .modal, .auxDo, .report, .conjunction, .subordinator, .adverb,
                .happening,
            ])
    }
}
