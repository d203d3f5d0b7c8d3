import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

/// How a form that the triggers know is used where it stands.
enum Usage: Sendable {
    case noun
    case active
    case passive
    /// A past form without an object or auxiliary: `three people killed in`, `troops attacked from`.
    case bare
    /// `the occupied city`
    case adjective
    case none

    var isVerb: Bool { self == .active || self == .passive || self == .bare }
}

/// The auxiliaries, negations and adverbs before a verb.
struct VerbGroup: Sendable {
    enum Nearest: Sendable { case none, be, have, auxDo, modal, infinitiveTo }
    /// The first token of the group, the verb itself if it stands alone.
    var start: Int
    var nearest = Nearest.none
    var isInfinitive = false
    var isNegated = false
    var hasModal = false
    /// `had attacked`
    var isPastPerfect = false
}

extension Reading {
    func verbGroup(before index: Int, from first: Int) -> VerbGroup {
        var group = VerbGroup(start: index)
        var position = index - 1
        while position >= first, index - position < 7 {
            let c = classes[position]
            var nearest: VerbGroup.Nearest?
            if c.contains(.infinitiveTo) {
                nearest = .infinitiveTo
                group.isInfinitive = true
            } else if c.contains(.be) {
                nearest = .be
            } else if c.contains(.have) {
                nearest = .have
                if c.contains(.pastAuxiliary) { group.isPastPerfect = true }
            } else if c.contains(.auxDo) {
                nearest = .auxDo
            } else if c.contains(.modal) {
                nearest = .modal
                group.hasModal = true
            } else if c.contains(.quote), position == index - 1 {
                // `has been “liberated”`
            } else if !c.hasAny([.adverb, .negation]) || c.hasAny([.determiner, .preposition, .subordinator]) {
                break
            }
            if c.contains(.negation) { group.isNegated = true }
            if let nearest, group.nearest == .none { group.nearest = nearest }
            if nearest != nil || c.contains(.negation) { group.start = position }
            position -= 1
            if nearest == .infinitiveTo { break }
        }
        return group
    }

    /// Whether a noun phrase can begin at `index`.
    func beginsNounPhrase(_ index: Int) -> Bool {
        guard index < words.count, document.tokens[index].kind != .punctuation else { return false }
        let c = classes[index]
        // `that` before another determiner or a pronoun opens a clause.
        if c.contains(.relative), c.contains(.determiner),
            classes(at: index + 1).hasAny([.determiner, .possessive, .subjectPronoun, .quantifier])
                || isPlace(index + 1) || index + 1 < words.count && isName(index + 1)
        {
            return false
        }
        if c.hasAny([.determiner, .possessive, .objectPronoun, .quantifier, .adjective, .demonstrative]) {
            return true
        }
        if toponymAt[index] > 0 { return true }
        if timeAt[index] > 0 { return false }
        if c.contains(.number) { return true }
        return !c.hasAny([
            .preposition, .be, .have, .auxDo, .modal, .conjunction, .subordinator, .relative, .adverb, .report, .by,
            .of, .infinitiveTo, .subjectPronoun, .negation,
        ])
    }

    /// A light tagger: decides by the neighbours how the form with `tags` at `index` is used.
    ///
    /// - Parameter start: where the words of a trigger begin that end with it: `re` in `re-elected`.
    func usage(at index: Int, tags: FormTags, from first: Int, start: Int? = nil) -> Usage {
        let isVerb = !tags.isDisjoint(with: .verb)
        let isNoun = !tags.isDisjoint(with: .noun)
        guard isVerb else { return isNoun ? (isJoinedHyphen(index + 1) ? .adjective : .noun) : .none }
        if !tags.isDisjoint(with: .plain) { return tags.contains(.passive) ? .passive : .active }
        let start = start ?? index
        if start == index, index > first, isJoinedHyphen(index - 1), !isNoun { return .adjective }
        let group = verbGroup(before: start, from: first)
        var previous = start - 1
        while previous >= first, classes[previous].contains(.adverb),
            !classes[previous].hasAny([.determiner, .preposition, .conjunction])
        { previous -= 1 }
        var before = previous >= first ? classes[previous] : []
        // `had since January 24 seized`: the number is a date's.
        if previous >= first, timeAt[previous] > 0 { before.remove(.number) }
        // `the military captured the town`
        if tags.contains(.past), isMilitaryNoun(previous, from: first) { before.remove(.adjective) }
        let nominal: WordClasses = [
            .determiner, .possessive, .preposition, .adjective, .quantifier, .of, .demonstrative,
        ]
        let afterNominal =
            before.hasAny(nominal) && group.nearest == .none || previous >= first && isPossessive(at: previous)
            || previous > first && isPossessive(at: previous - 1)
        let takesObject =
            beginsNounPhrase(index + 1) || isNumbered(index + 1) || sharedObject(of: index, tags) != nil
            || objectBehindDate(of: index) != nil
        if !tags.isDisjoint(with: [.past, .participle]) {
            // `a direct hit`
            if isNoun, afterNominal, !before.contains(.preposition), !takesObject { return .noun }
            return pastUsage(
                index, tags: tags, group: group, before: before, afterNominal: afterNominal, takesObject: takesObject)
        }
        if tags.contains(.gerund) {
            if group.nearest == .be { return isNoun && !takesObject && before.hasAny(.adjective) ? .noun : .active }
            if afterNominal, !before.hasAny([.preposition, .of]) { return isNoun ? .noun : .none }
            if takesObject, !before.hasAny(.adjective) { return .active }
            if isNoun { return .noun }
            return before.hasAny([.preposition, .of]) && !takesObject ? .none : .active
        }
        if [.infinitiveTo, .modal, .auxDo].contains(group.nearest), tags.contains(.base) { return .active }
        if isNoun {
            if afterNominal || before.contains(.number) { return .noun }
            if before.hasAny([.subjectPronoun, .relative]) { return .active }
            // `rebels often attack villages`
            if previous < start - 1, previous >= first, classes[start - 1].contains(.habitual), takesObject,
                document.tokens[previous].kind == .word, group.nearest == .none
            {
                return .active
            }
            // `rebels attack the town`, `Russia attacks a port`: a name or a plural before, an object after.
            let object = classes(at: index + 1)
            let strongObject =
                object.hasAny([.determiner, .possessive, .objectPronoun, .number])
                && timeAt[min(index + 1, words.count - 1)] == 0
                || isPlace(index + 1)
            if before.contains(.conjunction), tags.contains(.base),
                object.hasAny([.determiner, .possessive, .adjective, .number])
                    || isPlace(index + 1)
            {
                return .active
            }
            if strongObject, previous >= first, document.tokens[previous].kind == .word, timeAt[previous] == 0,
                !before.hasAny([.conjunction, .subordinator, .preposition])
            {
                return .active
            }
            return .noun
        }
        if afterNominal || previous < first { return .none }
        // `these storms can be`: a verb follows, so this is its subject.
        if classes(at: index + 1).hasAny([.modal, .be, .have, .auxDo]), !classes(at: index + 1).contains(.infinitiveTo)
        {
            return .none
        }
        if tags.contains(.third) { return .active }
        // A bare form needs a plural subject, a pronoun or another verb before it.
        if before.hasAny([.subjectPronoun, .relative, .conjunction, .person, .quantifier]) { return .active }
        if hasPluralSubject(before: index, from: first) { return .active }
        // `Police detain three men`: a form that is no noun, between a noun and an object.
        return takesObject && isSubject(previous) ? .active : .none
    }

    /// Where the object begins that the past form at `index` has together with the next verb: `seized and held the bridge`.
    func sharedObject(of index: Int, _ tags: FormTags) -> Int? {
        guard tags.contains(.past), classes(at: index + 1).contains(.conjunction), index + 3 < words.count,
            self.tags(at: index + 2).contains(.past), toponymAt[index + 2] == 0, timeAt[index + 3] == 0,
            classes[index + 3].hasAny([.determiner, .possessive, .objectPronoun, .quantifier])
                || toponymAt[index + 3] > 0 || isNumbered(index + 3)
        else { return nil }
        return index + 3
    }

    /// Whether the word at `index` is `military` with what goes before a noun, and not before one itself.
    private func isMilitaryNoun(_ index: Int, from first: Int) -> Bool {
        index > first && has("military", at: index)
            && (classes[index - 1].hasAny([.determiner, .adjective, .possessive])
                || document.tokens[index - 1].isCapitalized
                || has("s", at: index - 1) && isPossessive(at: index - 2))
    }

    /// Whether the word at `index` may be the last of a subject: a noun or a name.
    private func isSubject(_ index: Int) -> Bool {
        let c = classes[index]
        return document.tokens[index].kind == .word && timeAt[index] == 0
            && !c.hasAny([
                .determiner, .possessive, .preposition, .of, .be, .have, .auxDo, .modal, .negation, .infinitiveTo,
                .adverb, .subordinator, .report, .happening, .light, .objectPronoun,
            ])
    }

    /// `over 30 students`, `at least nine people`
    func isNumbered(_ index: Int) -> Bool {
        let next = classes(at: index + 1)
        if classes(at: index).contains(.approximator), next.contains(.number) { return true }
        return has("at", at: index) && next.contains(.approximator) && classes(at: index + 2).contains(.number)
    }

    private func pastUsage(
        _ index: Int, tags: FormTags, group: VerbGroup, before: WordClasses, afterNominal: Bool, takesObject: Bool
    ) -> Usage {
        switch group.nearest {
        case .be: return .passive
        case .have: return .active
        case .infinitiveTo, .modal, .auxDo:
            if tags.contains(.base) { return .active }
        default: break
        }
        let next = classes(at: index + 1)
        // `escaping occupied territory`
        if takesObject, index > 0, !next.hasAny([.determiner, .number, .possessive, .quantifier, .approximator]),
            isGerundForm(index - 1)
        {
            return .adjective
        }
        if next.contains(.by) { return afterNominal ? .adjective : .passive }
        if afterNominal, !before.contains(.number) {
            return takesObject || before.hasAny([.determiner, .adjective]) ? .adjective : .bare
        }
        if before.contains(.number) {
            return takesObject && toponymAt[min(index + 1, words.count - 1)] == 0 ? .adjective : .bare
        }
        if tags.contains(.past), takesObject || next.contains(.subordinator) && next.contains(.relative) {
            return .active
        }
        // `Moscow vowed to respond`
        if next.contains(.infinitiveTo), Self.willing.contains(where: { has($0, at: index) }) { return .active }
        if !tags.contains(.past) { return takesObject && index == 0 ? .adjective : .passive }
        return tags.contains(.base) ? .none : .bare
    }

    /// Verbs of which nobody is the object before an infinitive.
    private static let willing: [StaticString] = [
        "vowed", "promised", "pledged", "threatened",
    ]

    /// Whether the word at `index` ends as a gerund, and is not a noun such as `king` or `the building`.
    private func isGerundForm(_ index: Int) -> Bool {
        let token = document.tokens[index]
        return token.range.count > 5 && !token.isCapitalized
            && document.bytes[..<token.range.end].suffix(3).elementsEqual("ing".utf8)
            && !classes(at: index - 1).hasAny([.determiner, .possessive, .adjective])
    }

    /// Whether a plural noun stands before, with at most a few words that hang on it between.
    private func hasPluralSubject(before index: Int, from first: Int) -> Bool {
        var position = index - 1
        while position >= first, index - position < 7 {
            let c = classes[position]
            if c.hasAny([.comma, .stop, .quote, .be, .have, .modal, .auxDo, .relative, .report]) { return false }
            if c.contains(.person)
                || document.bytes[document.tokens[position].range.end - 1] | 0x20 == UInt8(ascii: "s")
            {
                return !c.hasAny([.possessive, .determiner])
            }
            position -= 1
        }
        return false
    }
}
