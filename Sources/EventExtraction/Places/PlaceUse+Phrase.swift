import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

/// What stands right before and after the name: `in the besieged city of X`, `X Armed Forces`.
extension PlaceUse {
    /// More adjectives do not stand before a name.
    private static let mostDescribing = 5

    /// The token before the name and all that describes it: that of the preposition, if there is one.
    ///
    /// - Parameters:
    ///   - first: the first token of the sentence.
    ///   - end: the one after its last.
    mutating func positionBefore(_ reading: Reading, from first: Int, until end: Int) -> Int {
        var position = tokens.lowerBound - 1
        var isKind = false
        let skipped: WordClasses = [.determiner, .possessive, .adjective, .compass, .settlement, .divisionWord]
        while position >= first, tokens.lowerBound - position < 7 {
            let c = reading.classes[position]
            // `in what X called a success`
            if reading.has("what", at: position) { return position }
            if c.contains(.compass) { hasCompass = true }
            if c.contains(.of), position > first,
                reading.classes[position - 1].hasAny([.settlement, .divisionWord, .compass])
            {
                if reading.classes[position - 1].contains(.compass) { hasCompass = true }
                isKind = true
                position -= 1
            } else if c.contains(.example)
                || c.hasAny(skipped) && (!c.hasAny([.preposition, .of, .relative]) || c.contains(.compass))
            {
                if c.hasAny([.settlement, .divisionWord]) { isKind = true }
                position -= 1
            } else if reading.isJoinedHyphen(position) || position + 1 < end && reading.isJoinedHyphen(position + 1) {
                position -= 1
            } else if isApposition(to: position, reading, from: first, until: end) {
                isKind = true
                position -= 2
            } else {
                break
            }
        }
        return described(before: position, isKind: isKind, reading, from: first, until: end) ?? position
    }

    /// `in the capital, X, where`: the comma at `index` stands between what the place is and its name.
    private func isApposition(to index: Int, _ reading: Reading, from first: Int, until end: Int) -> Bool {
        index == tokens.lowerBound - 1 && index - 2 >= first && reading.classes[index].contains(.comma)
            && reading.classes[index - 1].hasAny([.settlement, .divisionWord])
            && reading.classes[index - 2].hasAny([.determiner, .possessive, .adjective, .settlement])
            && (tokens.upperBound >= end || reading.classes[tokens.upperBound].hasAny([.comma, .stop]))
    }

    /// The token of the preposition before words that no table has: `in the besieged city of X`, `in rebel-held X`,
    /// `in the Leeds suburb of X`.
    ///
    /// - Parameter isKind: `city`, `suburb of` stands between, so that any words before it describe the name.
    private func described(
        before index: Int, isKind: Bool, _ reading: Reading, from first: Int, until end: Int
    ) -> Int? {
        var position = index
        while position > first, index - position < Self.mostDescribing {
            let c = reading.classes[position]
            let token = reading.document.tokens[position]
            if c.hasAny([.determiner, .possessive]), !c.contains(.relative), position < index || isKind {
                let before = reading.classes[position - 1]
                return before.hasAny([.preposition, .of, .by, .destination]) && !before.contains(.stop)
                    ? position - 1 : nil
            }
            if c.hasAny([.preposition, .of, .by, .destination]), !c.contains(.adverb) {
                return position < index ? position : nil
            }
            if c.hasAny(Self.barrier) || reading.timeAt[position] > 0 { return nil }
            if reading.isJoinedHyphen(position) {
                position -= 1
                continue
            }
            guard token.kind == .word else { return nil }
            let isHyphenated = reading.isJoinedHyphen(position - 1)
            guard isKind || isHyphenated || describes(token.range, reading) else { return nil }
            position -= 1
        }
        return nil
    }

    private static let barrier: WordClasses = [
        .comma, .stop, .quote, .conjunction, .subordinator, .relative, .be, .have, .auxDo, .modal, .report,
        .infinitiveTo, .subjectPronoun, .happening, .negation, .apostrophe,
    ]

    /// Whether a word ends like an adjective, an adverb or a participle: `besieged`, `recently`, `northernmost`.
    private func describes(_ range: TextRange, _ reading: Reading) -> Bool {
        let bytes = reading.document.bytes
        guard range.count > 4 else { return false }
        return Self.endings.contains { ending in
            bytes[(range.end - ending.utf8CodeUnitCount)..<range.end].elementsEqual(
                UnsafeBufferPointer(start: ending.utf8Start, count: ending.utf8CodeUnitCount))
        }
    }

    private static let endings: [StaticString] = [
        "ed", "ly", "al", "ic", "ous", "ful", "ive", "ish", "ent", "ant", "aken", "torn", "most", "urban", "olitan",
    ]

    /// Whether the name of a person, of two words, ends before `index`.
    func followsPerson(_ index: Int, from first: Int, _ reading: Reading) -> Bool {
        index - 2 >= first && reading.isName(index - 1)
            && (reading.isName(index - 2) || reading.document.tokens[index - 2].range.count <= 2)
    }

    /// `police said protesters in X`: those of whom it is said, unless they say it themselves: `, said protesters in X`.
    static func begins(whatIsSaidBy verb: Int, before end: Int, _ reading: Reading) -> Bool {
        guard Self.sayings.contains(where: { reading.has($0, at: verb) }), verb > 0,
            !reading.classes[verb - 1].hasAny([.comma, .quote, .stop])
        else { return false }
        return ((verb + 1)..<max(verb + 1, end)).contains { index in
            reading.classes[index].contains(.person) && reading.timeAt[index] == 0
        }
    }

    /// Verbs that have no hearer as an object.
    private static let sayings: [StaticString] = ["say", "says", "said"]

    /// `after X fell`: no preposition, but the beginning of a clause with the place as its subject.
    func opensClause(at position: Int, _ reading: Reading) -> Bool {
        let next = tokens.upperBound
        guard kind == .country || reading.classes[position].contains(.subordinator), position == tokens.lowerBound - 1,
            next < reading.document.tokens.count, Self.openers.contains(where: { reading.has($0, at: position) })
        else { return false }
        let token = reading.document.tokens[next]
        return token.kind == .word && token.shape == .lowercase
            && !reading.classes[next].hasAny([.preposition, .of, .conjunction, .relative, .by, .adverb])
    }

    private static let openers: [StaticString] = ["after", "before", "since", "until", "as"]

    /// The comma behind the words that the name begins: `brought to Leeds Crown Court, where`.
    func endOfInstitution(from index: Int, until end: Int, _ reading: Reading) -> Int? {
        guard preposition == .destination || preposition == .locative || preposition == .none else { return nil }
        var position = index
        while position < end, position - index < 4, reading.document.tokens[position].kind == .word,
            reading.document.tokens[position].isCapitalized
                || reading.lexicon.institutions[reading.words[position]] != nil
        {
            position += 1
        }
        return position > index && position < end && reading.classes[position].contains(.comma) ? position : nil
    }

    /// `In Geneva, Sudan and Chad agreed`: a town and a country that a comma parts are no list.
    func isNext(to previous: PlaceUse, _ reading: Reading) -> Bool {
        kind == .country && previous.kind == .settlement && tokens.lowerBound == previous.tokens.upperBound + 1
            && reading.classes[previous.tokens.upperBound].contains(.comma)
    }

    /// `the mayor of X`, `X police`, `officials in X`: those who govern a town or a region, not a state.
    func isOfLocals(_ reading: Reading) -> Bool {
        guard kind == .settlement || kind == .division, !isContainer,
            reading.toponyms[index].place?.featureCode != "PPLC"
        else { return false }
        return Self.governing.contains(institution)
            || (preposition == .of || preposition == .locative) && start > 0
                && (reading.classes[start - 1].contains(.official)
                    || Self.governing.contains(reading.lexicon.institutions[reading.words[start - 1]]))
    }

    private static let governing: Set<Institution?> = [.local, .national]

    func isList(_ between: Range<Int>, _ reading: Reading) -> Bool {
        guard !between.isEmpty, between.count <= 4 else { return false }
        return between.allSatisfy {
            reading.classes[$0].hasAny([.comma, .conjunction, .determiner, .divisionWord, .settlement])
        }
    }

    /// `to focus its means on X`, `blamed the blast on X`: what is thought of or dealt with, not where.
    func isAbout(_ position: Int, from first: Int, _ reading: Reading) -> Bool {
        guard reading.has("on", at: position) else { return false }
        for index in stride(from: position - 1, through: max(first, position - Self.reachOfBlame), by: -1) {
            if reading.classes[index].hasAny([.comma, .stop, .quote]) { return false }
            if reading.begins(with: "blam", at: index) { return true }
            if position - index <= 3, Self.topicStems.contains(where: { reading.begins(with: $0, at: index) }) {
                return true
            }
        }
        return false
    }

    private static let reachOfBlame = 9

    /// How verbs begin that have `on` before what they are about.
    private static let topicStems: [StaticString] = [
        "focus", "concentrat", "rely", "relie", "depend", "insist", "comment", "based",
    ]

    /// `Georgia's resistance against X`: whom those fight who defend themselves, at home.
    func isFoughtAtHome(_ position: Int, _ reading: Reading) -> Bool {
        kind == .country && reading.has("against", at: position) && reading.isDefence(position - 1)
    }

    /// `US troops`, `the UK government`: states whose short names stand for an adjective.
    func isAbbreviatedAdjective(_ reading: Reading) -> Bool {
        guard kind == .country, tokens.count <= 4, isModifier || institution != nil || precedesNoun(reading),
            !isPossessive, !reading.isJoinedHyphen(tokens.upperBound)
        else { return false }
        let bytes = reading.document.bytes[reading.toponyms[index].range.start..<reading.toponyms[index].range.end]
        // `U.S. AID`: full stops tell an abbreviation where all is in capitals.
        return bytes.count <= 4 && (!reading.isAllCapitals || bytes.contains(UInt8(ascii: ".")))
            && bytes.allSatisfy { $0 == UInt8(ascii: ".") || ($0 >= UInt8(ascii: "A") && $0 <= UInt8(ascii: "Z")) }
    }

    /// Whether a word in lower case that may be a noun follows the name: `US beef`.
    private func precedesNoun(_ reading: Reading) -> Bool {
        let next = tokens.upperBound
        guard next < reading.document.sentences[sentence].tokens.upperBound,
            reading.document.tokens[next].kind == .word, reading.document.tokens[next].shape == .lowercase,
            !reading.classes[next].hasAny([
                .preposition, .be, .have, .auxDo, .modal, .conjunction, .subordinator, .relative, .report, .by, .of,
                .infinitiveTo, .negation, .determiner, .subjectPronoun, .adverb,
            ])
        else { return false }
        let forms = reading.lexicon.vocabulary.forms[Int(reading.words[next])]
        return forms.isEmpty || forms.contains { !$0.tags.isDisjoint(with: .noun) }
    }

    /// `pro-X`, `anti-X`: what somebody is for or against; `the Leeds-X road`: between two places.
    func isSided(_ reading: Reading) -> Bool {
        let hyphen = tokens.lowerBound - 1
        return hyphen > 0 && reading.isJoinedHyphen(hyphen)
            && (reading.isPlace(hyphen - 1) || Self.sides.contains { reading.has($0, at: hyphen - 1) })
    }

    private static let sides: [StaticString] = ["pro", "anti", "non"]

    /// `the X regiment`: troops that bear the name.
    func namesUnit(_ next: Int, _ reading: Reading) -> Bool { Self.units.contains { reading.has($0, at: next) } }

    private static let units: [StaticString] = [
        "regiment", "battalion", "brigade", "regiments", "battalions", "brigades", "legion",
    ]

    /// `Sudan Armed Forces`: a name that begins with a state and is no place.
    func beginsName(_ next: Int, _ reading: Reading) -> Bool {
        let token = reading.document.tokens[next]
        return !reading.isAllCapitals && token.kind == .word && token.isCapitalized && reading.toponymAt[next] == 0
            && reading.timeAt[next] == 0
            && (reading.classes[next].hasAny([.official, .adjective]) || institution == .forces)
            || reading.begins(with: "arm", at: next) && token.isCapitalized
    }
}

extension Reading {
    /// `Georgia's resistance`: what somebody does who is attacked.
    func isDefence(_ index: Int) -> Bool {
        (isPossessive(at: index - 1) || isPossessive(at: index - 2)) && Self.defences.contains { has($0, at: index) }
    }

    private static let defences: [StaticString] = ["fight", "struggle", "resistance", "defence", "defense", "battle"]

    /// `Kenya's capital`, `the Kenyan capital`: the toponym of the text that is the capital of `country`, whose name or
    /// adjective `tokens` are.
    func capital(of country: Place, after tokens: Range<Int>) -> Int? {
        let next = afterPossessive(tokens.upperBound)
        guard has("capital", at: next) else { return nil }
        return toponyms.firstIndex { toponym in
            toponym.place.map { $0.featureCode == "PPLC" && $0.countryCode == country.countryCode } ?? false
        }
    }
}
