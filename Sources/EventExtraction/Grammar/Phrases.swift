import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

extension Reading {
    private static var nounPhraseStops: WordClasses {
        [
            .be, .have, .auxDo, .modal, .subordinator, .relative, .report, .by, .infinitiveTo, .stop, .quote, .comma,
            .subjectPronoun, .negation, .happening,
        ]
    }

    /// The noun phrase that begins at or, after adverbs, soon after `index`; `of` phrases belong to it.
    func nounPhrase(from index: Int, until end: Int) -> Range<Int>? {
        var start = index
        while start < end, classes[start].hasAny([.adverb, .quote]), start < index + 2 { start += 1 }
        guard start < end, beginsNounPhrase(start) || classes[start].contains(.approximator) || isNumbered(start) else {
            return nil
        }
        var position = start
        while position < end, position - start < 12 {
            let c = classes[position]
            if isPossessive(at: position) || isJoinedHyphen(position) {
                position += 1
                continue
            }
            // `the last newspaper`, `the Islamic State group`: no verb.
            let isModifier =
                c.hasAny([.happening, .report]) && position > start
                && (classes[position - 1].hasAny([.determiner, .possessive, .number, .demonstrative])
                    || isNamePart(position))
            if c.hasAny(Self.nounPhraseStops), position > start, !isModifier { break }
            // `legislators over a meeting`, but `over 30 legislators`
            if c.contains(.preposition), !c.contains(.of), position > start,
                !c.contains(.approximator) || !classes(at: position + 1).contains(.number)
            {
                break
            }
            // `accused the mayor of taking`
            if c.contains(.of), position + 1 < end, isGerund(position + 1), beginsNounPhrase(position + 2) { break }
            if c.contains(.conjunction),
                !beginsNounPhrase(position + 1) || position - start > 6 || isPredicate(position + 1)
            {
                break
            }
            if timeAt[position] > 0, position > start { break }
            if endsSentence(position) { break }
            position += 1
        }
        while position > start, classes[position - 1].hasAny([.conjunction, .adverb, .of]) { position -= 1 }
        return position > start ? start..<position : nil
    }

    /// Whether the word before `index` is a verb with an object: `police detained | 32 volunteers`.
    private func isVerb(before index: Int) -> Bool {
        guard index > 0, toponymAt[index - 1] == 0,
            classes[index].hasAny([.number, .determiner, .possessive, .objectPronoun]) || isPlace(index)
                || isName(index)
        else { return false }
        let tags = tags(at: index - 1)
        return !tags.isDisjoint(with: [.past, .third, .gerund]) && tags.isDisjoint(with: .noun)
    }

    private func endsSentence(_ index: Int) -> Bool {
        let range = document.tokens[index].range
        guard range.count == 1 else { return false }
        let byte = document.bytes[range.start]
        return byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!")
    }

    /// The noun phrase that ends before `index`, with the phrases that hang on it; a relative pronoun and a
    /// parenthesis between commas are stepped over.
    func nounPhrase(endingBefore index: Int, from first: Int) -> Range<Int>? {
        var end = index
        while end > first, classes[end - 1].hasAny([.adverb, .relative]) { end -= 1 }
        // `Benin on Tuesday opened`, `the minister late on Friday strongly condemned`
        if end > first, timeAt[end - 1] > 0, !classes[end..<index].contains(where: { $0.contains(.relative) }) {
            var position = end
            while position > first, timeAt[position - 1] > 0 { position -= 1 }
            if position > first, classes[position - 1].contains(.preposition) { position -= 1 }
            while position > first, classes[position - 1].contains(.adverb) || isLateOrEarly(position - 1) {
                position -= 1
            }
            if position > first, !classes[position - 1].hasAny([.comma, .stop, .conjunction]) { end = position }
        }
        if end > first, classes[end - 1].contains(.comma) {
            // `the men, who were`; `Igor, a former officer, was arrested`
            if end < index {
                end -= 1
            } else {
                var opening = end - 2
                while opening > first, end - opening < 14, !classes[opening].hasAny([.comma, .stop]) { opening -= 1 }
                guard opening > first, classes[opening].contains(.comma) else { return nil }
                end = opening
            }
        }
        if end > first, classes[end - 1].contains(.subjectPronoun) { return (end - 1)..<end }
        var start = end
        while start > first, end - start < 14 {
            let c = classes[start - 1]
            if isPossessive(at: start - 1) || isJoinedHyphen(start - 1) {
                start -= 1
                continue
            }
            // `secretary of state`, `the injured`: no verb.
            let isNoun =
                c.hasAny([.report, .happening]) && start - 2 >= first
                && (classes[start - 2].contains(.of) || isNamePart(start - 1)
                    || c.contains(.happening)
                        && (classes[start - 2].hasAny([.determiner, .possessive, .number, .quantifier])
                            || isStrike(start - 1, before: end)))
            // `the flats, as relatives of his had left`
            // `troops loyal to the general`
            let isLoyalty = c.contains(.infinitiveTo) && start - 2 >= first && has("loyal", at: start - 2)
            if c.hasAny(Self.nounPhraseStops) || has("as", at: start - 1), !isNoun, !isLoyalty { break }
            if c.contains(.conjunction), start - 2 < first || !beginsNounPhrase(start) || end - start > 4 { break }
            if timeAt[start - 1] > 0 || isVerb(before: start) { break }
            start -= 1
        }
        while start < end, classes[start].hasAny([.preposition, .conjunction, .adverb]),
            !classes[start].contains(.approximator), !isNumbered(start)
        {
            // A phrase in front, such as `In Minsk police`: the noun phrase is what follows it.
            if classes[start].contains(.preposition), let inner = nounPhrase(from: start + 1, until: end),
                inner.upperBound < end
            {
                start = inner.upperBound
            } else {
                start += 1
            }
        }
        guard start < end else { return nil }
        // Up to the first preposition but `of`.
        var stop = start
        while stop < end,
            stop == start || !classes[stop].contains(.preposition) || classes[stop].contains(.of)
                || has("loyal", at: stop - 1)
        {
            stop += 1
        }
        return start..<stop
    }

    /// Where the object of the verb at `index` begins that a date stands before: `condemned on Friday | the attack`.
    func objectBehindDate(of index: Int) -> Int? {
        var position = index + 1
        if classes(at: position).contains(.preposition) { position += 1 }
        guard position < words.count, timeAt[position] > 0 else { return nil }
        while position < words.count, timeAt[position] > 0 { position += 1 }
        guard classes(at: position).hasAny([.determiner, .possessive]),
            sentence(of: position) == sentence(of: index)
        else { return nil }
        return position
    }

    private func sentence(of index: Int) -> Int? { document.sentenceIndex(at: document.tokens[index].range.start) }

    /// `late Tuesday`, `early on Sunday`
    private func isLateOrEarly(_ index: Int) -> Bool { has("late", at: index) || has("early", at: index) }

    /// The pronoun that is the subject of several verbs: `he told them nothing and was released`.
    func sharedSubject(of group: VerbGroup, from first: Int) -> Range<Int>? {
        guard group.start > first, classes[group.start - 1].contains(.conjunction) else { return nil }
        var position = group.start - 2
        while position >= first, group.start - position < 16 {
            let c = classes[position]
            if c.contains(.subjectPronoun), !c.contains(.objectPronoun) { return position..<(position + 1) }
            if c.hasAny([.stop, .quote, .relative, .subordinator]) { return nil }
            position -= 1
        }
        return nil
    }

    /// The grammatical tags of all forms that the word at `index` may be.
    func tags(at index: Int) -> FormTags { lexicon.vocabulary.forms.tags(of: words[index]) }

    /// The lemma that the word at `index` is a form of first, or itself; `nil` for a word that no table knows.
    func lemma(at index: Int) -> Int32? { lexicon.vocabulary.lemma(of: words[index]) }

    /// Whether the word at `index` is a form of a verb that the tables know, and of no noun.
    func isVerbForm(_ index: Int) -> Bool {
        let forms = lexicon.vocabulary.forms[Int(words[index])]
        return !forms.isEmpty && forms.allSatisfy { $0.tags.isDisjoint(with: .noun) }
            && !classes[index].contains(.person)
    }

    /// Whether the token at `index` is a name that is no place: a capital, and no word of the tables.
    func isName(_ index: Int) -> Bool {
        let token = document.tokens[index]
        return token.kind == .word && token.isCapitalized && words[index] == 0 && toponymAt[index] == 0
            && timeAt[index] == 0 && !isAllCapitals
    }

    /// Whether the word at `index` has a capital, and so has the one before it: `the Islamic State`.
    private func isNamePart(_ index: Int) -> Bool {
        index > 0 && !isAllCapitals && document.tokens[index].isCapitalized && document.tokens[index - 1].isCapitalized
            && document.tokens[index - 1].kind == .word
    }

    /// The `.`, `?` or `!` that closes the sentence, before a quotation mark or a bracket.
    func closing(_ tokens: Range<Int>) -> UInt8? {
        for index in tokens.suffix(3).reversed() {
            let token = document.tokens[index]
            guard token.kind == .punctuation else { return nil }
            let byte = document.bytes[token.range.start]
            if byte == UInt8(ascii: ".") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "!") { return byte }
        }
        return nil
    }

    /// Whether sentence number `sentence` is a question; none is where there is no such sentence. A question that is quoted within
    /// the sentence is not: `He sent a message that read “Where are you?”`
    func asks(_ sentence: Int) -> Bool {
        guard document.sentences.indices.contains(sentence) else { return false }
        let tokens = document.sentences[sentence].tokens
        guard let first = tokens.first, let last = tokens.last, closing(tokens) == UInt8(ascii: "?") else {
            return false
        }
        guard classes[last].contains(.quote) else { return true }
        return classes[first].contains(.quote) || !tokens.dropLast().contains { classes[$0].contains(.quote) }
    }

    /// `I`, `we`, `you`.
    func isConversational(_ index: Int) -> Bool {
        guard classes[index].contains(.subjectPronoun), document.tokens[index].kind == .word else { return false }
        let range = document.tokens[index].range
        switch document.bytes[range.start] | 0x20 {
        case UInt8(ascii: "i"):
            return range.count == 1
                || !classes[index].contains(.determiner) && range.count > 2
                    && !document.lowercasedText(at: index).hasPrefix("it")
        case UInt8(ascii: "y"): return true
        case UInt8(ascii: "w"): return begins(with: "we", at: index)
        default: return false
        }
    }

    /// Whether `range` is nothing but a pronoun.
    func isPronoun(_ range: Range<Int>) -> Bool {
        range.count == 1
            && classes[range.lowerBound].hasAny([
                .subjectPronoun, .objectPronoun, .possessive, .demonstrative, .relative,
            ])
    }
}
