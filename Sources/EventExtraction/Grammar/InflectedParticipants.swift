import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

/// Who did what to whom in a language where cases, not places in the sentence, tell it.
///
/// What stands behind a preposition takes no part. In front of an active verb stands who did it, behind it to whom; a verb
/// of dying has only the latter. Behind a passive the instrumental is who did it.
struct InflectedParticipants {
    private let reading: Reading

    private static let noPhrase: WordClasses = [
        .be, .modal, .subordinator, .relative, .report, .stop, .quote, .comma, .negation, .preposition, .light,
        .happening, .subjectPronoun, .conjunction, .habitual,
    ]
    /// Words that the tables know as somebody, whatever their ending.
    private var somebody: WordClasses { WordClasses.person.union(.official).union(reading.lexicon.violence) }

    init(_ reading: Reading) { self.reading = reading }

    func set(_ mention: inout Mention, in tokens: Range<Int>) {
        let clause = clause(around: mention, in: tokens)
        let last = mention.tokens.upperBound
        switch mention.usage {
        case .active: setActive(&mention, clause)
        case .passive, .bare:
            var after = phrase(from: last, until: clause.range.upperBound)
            if let agent = after, isInstrumental(agent.lowerBound) {
                mention.actor = agent
                after = phrase(from: agent.upperBound, until: clause.range.upperBound)
            }
            mention.target = phrase(endingBefore: clause.subjectEnd, from: clause.range.lowerBound) ?? after
        case .noun:
            var start = last
            // `переговори з Туреччиною`, `напад на табір`
            if start < clause.range.upperBound {
                let c = reading.classes[start]
                if c.contains(.preposition), !c.hasAny([.background, .nearby]),
                    !c.contains(.locative) || reading.toponymAt[min(start + 1, clause.range.upperBound - 1)] == 0
                {
                    start += 1
                }
            }
            guard let next = phrase(from: start, until: min(clause.range.upperBound, last + 8), steps: 0) else {
                return
            }
            if start == last, isInstrumental(next.lowerBound) {
                mention.actor = next
                mention.target = phrase(
                    from: next.upperBound, until: min(clause.range.upperBound, last + 12), steps: 0)
            } else {
                mention.target = next
            }
        case .adjective, .none: break
        }
    }

    private func setActive(_ mention: inout Mention, _ clause: (range: Range<Int>, subjectEnd: Int)) {
        let isBound = mention.group.isInfinitive
        let before = isBound ? nil : subject(clause.range.lowerBound, clause.subjectEnd)
        var after = phrase(from: mention.tokens.upperBound, until: clause.range.upperBound)
        // `пригрозила відповіддю`: with what, not whom.
        if let means = after, isInstrumental(means.lowerBound) {
            after = phrase(from: means.upperBound, until: clause.range.upperBound)
        }
        if isUndergone(mention), before == nil || after == nil {
            mention.target = before ?? after
        } else if let before, isOblique(before), after.map({ !isOblique($0) }) ?? true {
            // `Ракету збили`
            mention.target = before
            mention.actor = after
        } else if isReflexive(mention.head) {
            mention.actor = before ?? (isBound ? nil : after)
        } else {
            mention.actor = before
            mention.target = after
        }
    }

    /// Verbs of dying, and `дістати поранення`: nobody does it.
    private func isUndergone(_ mention: Mention) -> Bool {
        reading.classes[mention.head].contains(.casualtyNoun)
            || mention.tokens.count > 1 && reading.lexicon.triggers.triggers[mention.trigger].counts == .wounded
    }

    /// The phrase before a verb, or the pronoun right before it: `він здався`.
    private func subject(_ first: Int, _ end: Int) -> Range<Int>? {
        var index = end - 1
        while index > first, reading.classes[index].hasAny([.adverb, .negation]) { index -= 1 }
        if index >= first, reading.classes[index].contains(.subjectPronoun) { return index..<(index + 1) }
        return phrase(endingBefore: end, from: first)
    }

    // MARK: Clauses and phrases

    /// The tokens around a mention up to what begins or ends a clause, and where its subject ends: before the verb, or before
    /// another that a conjunction joins it to.
    private func clause(around mention: Mention, in tokens: Range<Int>) -> (range: Range<Int>, subjectEnd: Int) {
        var first = mention.group.start
        var subjectEnd = first
        while first > tokens.lowerBound {
            let c = reading.classes[first - 1]
            if c.hasAny([.stop, .quote, .subordinator, .relative]), !reading.isJoinedHyphen(first - 1) { break }
            if c.contains(.comma), !isParenthesis(first - 1, tokens) { break }
            if c.contains(.conjunction), first == subjectEnd {
                // `Поліція застосувала газ і затримала`: the verbs have one subject.
                guard let verb = verb(before: first - 1, tokens) else { break }
                first = verb
                subjectEnd = verb
                continue
            }
            first -= 1
        }
        var last = mention.tokens.upperBound
        while last < tokens.upperBound {
            let c = reading.classes[last]
            if c.hasAny([.stop, .quote, .subordinator, .relative]), !reading.isJoinedHyphen(last) { break }
            if c.contains(.comma), !isParenthesis(last, tokens) { break }
            if c.contains(.conjunction), last + 1 < tokens.upperBound, isVerb(last + 1) { break }
            last += 1
        }
        return (first..<max(last, mention.tokens.upperBound), subjectEnd)
    }

    /// The verb of the clause that ends before token `conjunction`.
    private func verb(before conjunction: Int, _ tokens: Range<Int>) -> Int? {
        var index = conjunction - 1
        while index > tokens.lowerBound, conjunction - index < 14 {
            if reading.classes[index].hasAny([.comma, .stop, .quote]) { return nil }
            if isVerb(index) { return index }
            index -= 1
        }
        return nil
    }

    /// A comma within a date or between places ends no clause.
    private func isParenthesis(_ index: Int, _ tokens: Range<Int>) -> Bool {
        guard index > tokens.lowerBound, index + 1 < tokens.upperBound else { return false }
        if reading.timeAt[index] > 0 { return true }
        return (reading.timeAt[index - 1] > 0 || reading.toponymAt[index - 1] > 0)
            && (reading.timeAt[index + 1] > 0 || reading.toponymAt[index + 1] > 0)
    }

    private func isVerb(_ index: Int) -> Bool {
        reading.lexicon.vocabulary.forms[Int(reading.words[index])].contains {
            !$0.tags.isDisjoint(with: .plain)
        } || reading.classes[index].hasAny([.be, .modal, .report, .light, .happening])
    }

    private func isWord(_ index: Int) -> Bool {
        reading.document.tokens[index].kind != .punctuation && reading.timeAt[index] == 0
            && !reading.classes[index].hasAny(Self.noPhrase) && !isVerb(index)
            && !(reading.lexicon.caseEndings?.isVerb(bytes(index)) ?? false)
    }

    /// The first noun phrase from `index` that no preposition governs, over at most `steps` that one does.
    private func phrase(from index: Int, until end: Int, steps: Int = 3) -> Range<Int>? {
        var index = index
        var left = steps
        while index < end {
            let c = reading.classes[index]
            if reading.timeAt[index] > 0 || c.contains(.adverb) || c.contains(.quote) {
                index += 1
            } else if c.contains(.approximator), index + 1 < end,
                reading.classes[index + 1].hasAny([.number, .quantifier])
            {
                return extent(index, end)
            } else if c.contains(.preposition) {
                guard left > 0 else { return nil }
                left -= 1
                index = prepositional(index, end)
            } else {
                guard isWord(index) else { return nil }
                return extent(index, end)
            }
        }
        return nil
    }

    /// The noun phrase that begins at `start`: an instrumental begins another.
    private func extent(_ start: Int, _ end: Int) -> Range<Int> {
        var index = start + 1
        let isInstrumentalPhrase = isInstrumental(start)
        while index < end, index - start < 9 {
            let c = reading.classes[index]
            if reading.isJoinedHyphen(index) || reading.isJoinedHyphen(index - 1) {
                index += 1
                continue
            }
            if c.contains(.conjunction), index + 1 < end, isWord(index + 1), index - start < 5 {
                index += 2
                continue
            }
            guard isWord(index), !c.contains(.adverb) || c.contains(.approximator) else { break }
            if isInstrumental(index) != isInstrumentalPhrase, isInstrumental(index) || c.contains(.number) { break }
            index += 1
        }
        return start..<index
    }

    /// Where the phrase of the preposition at `index` ends: over adjectives to the noun, and its genitives.
    private func prepositional(_ index: Int, _ end: Int) -> Int {
        var position = index + 1
        while position < end, reading.classes[position].contains(.preposition) { position += 1 }
        if position < end, reading.timeAt[position] > 0 {
            while position < end, reading.timeAt[position] > 0 { position += 1 }
            return position
        }
        if position < end, reading.isPlace(position) {
            while position < end, reading.isPlace(position) { position += 1 }
            return position
        }
        while position < end, isWord(position), isAdjective(position) || reading.classes[position].contains(.number) {
            position += 1
        }
        guard position < end, isWord(position) else { return max(position, index + 1) }
        position += 1
        while position < end, isWord(position) || reading.isJoinedHyphen(position) {
            let c = reading.classes[position]
            if !reading.isPlace(position) {
                let word = bytes(position)
                let endings = reading.lexicon.caseEndings
                if c.hasAny(somebody), !(endings?.isOblique(word) ?? false) { break }
                guard endings?.isGenitive(word) ?? false || endings?.isOblique(word) ?? false else { break }
            }
            position += 1
        }
        return position
    }

    /// The noun phrase before `index` that no preposition governs; the last one.
    private func phrase(endingBefore index: Int, from first: Int) -> Range<Int>? {
        var position = first
        var found: Range<Int>?
        while position < index {
            let c = reading.classes[position]
            if c.contains(.preposition), !c.contains(.approximator) {
                position = prepositional(position, index)
            } else if isWord(position), !c.contains(.adverb) || c.contains(.approximator) {
                let range = extent(position, index)
                found = range
                position = range.upperBound
            } else {
                position += 1
            }
        }
        return found
    }

    // MARK: Endings

    private func bytes(_ index: Int) -> ArraySlice<UInt8> {
        let range = reading.document.tokens[index].range
        return reading.document.bytes[range.start..<range.end]
    }

    private func isInstrumental(_ index: Int) -> Bool {
        reading.lexicon.caseEndings?.isInstrumental(bytes(index)) ?? false
    }

    private func isAdjective(_ index: Int) -> Bool {
        reading.lexicon.caseEndings?.isAdjective(bytes(index)) ?? false
    }

    /// Whether no word of the phrase may be a subject.
    private func isOblique(_ range: Range<Int>) -> Bool {
        guard let endings = reading.lexicon.caseEndings else { return false }
        return !range.contains { reading.classes[$0].contains(.number) } && endings.isOblique(bytes(range.lowerBound))
    }

    /// Verbs in `ся` have no object.
    private func isReflexive(_ index: Int) -> Bool {
        let word = bytes(index)
        return word.suffix(4).elementsEqual("ся".utf8) || word.suffix(4).elementsEqual("сь".utf8)
    }
}

extension CasualtyReader {
    /// The number beside a verb or noun of casualties: `загинули троє людей`, `ще п'ятеро поранені`; a comma ends it.
    func inflected(_ mention: Mention, in tokens: Range<Int>) -> Int? {
        if let target = mention.target, let value = number(in: target) { return value }
        var last = mention.tokens.upperBound
        while last < tokens.upperBound, last - mention.tokens.upperBound < 6,
            !reading.classes[last].hasAny([.comma, .stop, .quote, .conjunction])
        { last += 1 }
        var first = mention.group.start
        while first > tokens.lowerBound, mention.group.start - first < 6,
            !reading.classes[first - 1].hasAny([.comma, .stop, .quote, .conjunction])
        { first -= 1 }
        let before = mention.usage == .noun ? nil : number(in: first..<mention.group.start)
        return before ?? number(in: mention.tokens.upperBound..<last)
    }
}
