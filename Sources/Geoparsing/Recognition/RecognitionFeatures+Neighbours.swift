import Articles
import Gazetteers

/// What the words before and after a mention say.
extension RecognitionFeatures {
    func addBefore(_ mention: Mention, to vector: inout some FeatureSink) {
        let start = mention.tokens.lowerBound
        vector.add(
            RecognitionFeature.afterClassWord, when: mention.announcedClass != nil)
        guard let before = context.previous(start) else { return }
        let word = context.hashes[before]
        let known = context.known
        vector.add(RecognitionFeature.afterPlaceVerb, when: context.roles[before].takesPlaces)
        switch mention.prepositionStrength {
        case 1: vector.add(RecognitionFeature.preposition1)
        case 2: vector.add(RecognitionFeature.preposition2)
        case 3...: vector.add(RecognitionFeature.preposition3)
        default: break
        }
        vector.add(RecognitionFeature.afterThe, when: word == known.the)
        let list = pool[mention.candidates]
        vector.add(
            RecognitionFeature.regionAfterThe,
            when: word == known.the && (list.has(.region) || list.has(.water) || list.has(.mountain)))
        vector.add(RecognitionFeature.afterNumber, when: context.tokens[before].kind == .number)
        vector.add(RecognitionFeature.quoted, when: known.quotes.contains(word))
        guard context.areAdjacent(before, start) else { return }
        let capitalized = context.isCapitalizedWord(before)
        let role = context.roles[before]
        if role.isTitle {
            vector.add(capitalized ? RecognitionFeature.afterTitle : RecognitionFeature.afterRole)
        } else if role.isGivenName, capitalized, !role.isAlsoPlace {
            vector.add(RecognitionFeature.afterGivenName)
        } else if word == known.stop, before > 0, context.tokens[before - 1].shape == .singleCapital {
            vector.add(RecognitionFeature.afterInitial)
        } else if capitalized, !context.isSentenceInitial(before) {
            vector.add(RecognitionFeature.afterCapitalized)
        }
    }

    func addAfter(_ mention: Mention, to vector: inout some FeatureSink) {
        let last = mention.tokens.upperBound - 1
        vector.add(
            RecognitionFeature.hasClassWord,
            when: context.roles[last].classAfter != nil && mention.tokens.count > 1)
        guard let after = context.next(last) else { return }
        let word = context.hashes[after]
        let known = context.known
        vector.add(RecognitionFeature.beforePlaceVerb, when: isBeforePlaceVerb(after))
        let isAdjacent = context.areAdjacent(last, after)
        let capitalized = context.isCapitalizedWord(after)
        vector.add(RecognitionFeature.beforeComma, when: word == known.comma)
        vector.add(RecognitionFeature.beforePossessive, when: isPossessive(after))
        vector.add(RecognitionFeature.beforeHyphen, when: word == known.hyphen && isAdjacent)
        vector.add(RecognitionFeature.beforeSpeech, when: known.speech.contains(context.hashes[after]))
        vector.add(RecognitionFeature.beforeClassWord, when: context.roles[after].classAfter != nil)
        vector.add(
            RecognitionFeature.beforeLowercaseNoun,
            when: context.tokens[after].shape == .lowercase && context.lowercaseLength(after) > 3
                && !context.isPreposition(after))
        vector.add(RecognitionFeature.dateline, when: isDateline(mention))
        if capitalized, isAdjacent {
            vector.add(RecognitionFeature.givenNameThenName, when: isFullName(mention))
            vector.add(RecognitionFeature.beforeStreetWord, when: context.roles[after].isStreetWord)
            addOrganization(of: mention, from: after, to: &vector)
        }
    }

    /// "Jordan Miller": two capitalised words and no more, the first a given name, the second no head of anything.
    private func isFullName(_ mention: Mention) -> Bool {
        let first = mention.tokens.lowerBound
        guard mention.tokens.count == 1, context.roles[first].isGivenName,
            let second = context.next(first), context.tokens[second].shape == .capitalized
        else { return false }
        let role = context.roles[second]
        if role.head != nil || role.classAfter != nil || role.isStreetWord { return false }
        for neighbor in [context.previous(first), context.next(second)] {
            guard let neighbor else { continue }
            if context.isCapitalizedWord(neighbor), !context.isSentenceInitial(neighbor) { return false }
        }
        return mention.prepositionStrength < 3
    }

    /// Reads on over capitalised words to the head of an organisation's name.
    private func addOrganization(of mention: Mention, from start: Int, to vector: inout some FeatureSink) {
        var index = start
        var head: Lexicon.OrganizationHead?
        while index < context.tokens.count, index - start < 6 {
            guard context.isCapitalizedWord(index) else { break }
            if let found = context.roles[index].head { head = found }
            guard let next = context.next(index), context.areAdjacent(index, next) else { break }
            index = next
        }
        switch head {
        case .company: vector.add(RecognitionFeature.inCompany)
        case .education: vector.add(RecognitionFeature.inEducation)
        case .facility: vector.add(RecognitionFeature.inFacility)
        case .government: vector.add(RecognitionFeature.inGovernment)
        case .health: vector.add(RecognitionFeature.inHealth)
        case .media: vector.add(RecognitionFeature.inMedia)
        case .military: vector.add(RecognitionFeature.inMilitary)
        case .organization: vector.add(RecognitionFeature.inOrganization)
        case .party: vector.add(RecognitionFeature.inParty)
        case .religion: vector.add(RecognitionFeature.inReligion)
        case .sports: vector.add(RecognitionFeature.inSports)
        case nil: vector.add(RecognitionFeature.beforeCapitalized)
        }
        if let before = context.previous(mention.tokens.lowerBound), context.isCapitalizedWord(before),
            context.areAdjacent(before, mention.tokens.lowerBound), !context.isSentenceInitial(before)
        {
            vector.add(RecognitionFeature.capitalizedBothSides)
        }
    }

    /// "was shelled", "has been recaptured".
    private func isBeforePlaceVerb(_ start: Int) -> Bool {
        var index = start
        while index < min(start + 3, context.tokens.count), context.known.auxiliaries.contains(context.hashes[index]) {
            index += 1
        }
        return index > start && index < context.tokens.count && context.roles[index].isDoneToPlaces
    }

    private func isPossessive(_ index: Int) -> Bool {
        context.isWord(index, context.known.apostrophe) && index + 1 < context.tokens.count
            && context.isWord(index + 1, context.known.s)
    }

    /// "KYIV, Ukraine (AP) —", "KHARKIV, Sept. 12 (Reuters) -" at the head of a paragraph.
    private func isDateline(_ mention: Mention) -> Bool {
        let sentence = context.document.sentences[context.sentence[mention.tokens.lowerBound]]
        guard mention.tokens.lowerBound - sentence.tokens.lowerBound <= 3 else { return false }
        let upper = min(sentence.tokens.upperBound, mention.tokens.upperBound + 10)
        return (mention.tokens.upperBound..<max(upper, mention.tokens.upperBound)).contains { index in
            context.tokens[index].kind == .punctuation && context.known.dashes.contains(context.hashes[index])
                && context.tokens[index].range.start > context.tokens[index - 1].range.end
        }
    }
}
