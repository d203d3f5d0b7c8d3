import Articles
import Gazetteers

/// What the words around a name say of the class of its place: "Kharkiv region", "the city of Luhansk".
extension MentionFinder {
    /// "Izium Raion", "Clark County": a capitalised class word may belong to the name; where the gazetteer knows no such
    /// place, the name of the town would be wrong.
    ///
    /// - Returns: the longer mention; a class word in lower case only sets the class of `mention`.
    func extendByClassWord(_ mention: inout Mention, in sentence: Sentence) -> Mention? {
        let next = mention.tokens.upperBound
        guard next < sentence.tokens.upperBound, let kind = context.roles[next].classAfter else { return nil }
        guard context.areAdjacent(next - 1, next) else { return nil }
        guard document.tokens[next].isCapitalized, !context.isAllCapitals else {
            mention.placeClass = kind
            return nil
        }
        // "U.S. Department of State" is no division, nor is "Kyiv District Court".
        guard kind != .settlement, !mention.candidates.contains(where: { $0.place.kind == .country }),
            context.roles[next].head == nil || isEndOfName(next)
        else { return nil }
        var longer = mention
        longer.placeClass = kind
        longer.tokens = mention.tokens.lowerBound..<(next + 1)
        longer.range = range(of: longer.tokens)
        longer.candidates = mention.candidates.filter { kind.fits($0.place) }
        return longer
    }

    /// "Kharkiv region": a class word in lower case is no part of the name, though the gazetteer may have it so.
    func endsInPlainClassWord(_ tokens: Range<Int>) -> Bool {
        let last = tokens.upperBound - 1
        return tokens.count > 1 && document.tokens[last].shape == .lowercase && context.roles[last].classAfter != nil
            && !isNaturalClass(last)
    }

    /// Words that English writes small at the end of a name: "Crimean peninsula".
    func isNaturalClass(_ index: Int) -> Bool {
        switch context.roles[index].classAfter {
        case .peninsula, .island, .water, .mountain: true
        default: false
        }
    }

    /// A class word decides between places of one name where it can: "Kharkiv region" is no town.
    func keepClass(_ mention: inout Mention) {
        guard let kind = mention.placeClass else { return }
        let fitting = mention.candidates.filter { kind.fits($0.place) }
        if !fitting.isEmpty { mention.candidates = fitting }
    }

    /// Whether the capitalised words end with the token at `index`.
    private func isEndOfName(_ index: Int) -> Bool {
        guard let after = context.next(index) else { return true }
        return !(context.isCapitalizedWord(after) && context.areAdjacent(index, after)) && context.lower[after] != "of"
    }

    /// "Luhansk and Donetsk Oblasts", "Kyiv, Kharkiv and Kherson regions": a plural class word counts for the list.
    func shareClassWords(_ mentions: inout [Mention]) {
        for index in mentions.indices.dropLast() where mentions[index + 1].placeClass == nil {
            guard let kind = classOfExamples(before: mentions[index].tokens.lowerBound) else { continue }
            var next = index + 1
            while next < mentions.count, mentions[next].placeClass == nil,
                isJoint(mentions[next - 1].tokens.upperBound..<mentions[next].tokens.lowerBound)
            {
                mentions[next].placeClass = kind
                next += 1
            }
        }
        for index in mentions.indices.reversed() {
            guard let kind = mentions[index].placeClass, index > 0 else { continue }
            let last = mentions[index].tokens.upperBound
            let hasPlural = [last - 1, last].contains { token in
                token < context.lower.count && context.lower[token].hasSuffix("s")
                    && context.roles[token].classAfter == kind
            }
            if hasPlural { propagatePlural(&mentions, from: index, kind: kind) }
        }
    }

    private func propagatePlural(_ mentions: inout [Mention], from start: Int, kind: Lexicon.PlaceClass) {
        var index = start
        while index > 0, mentions[index - 1].placeClass == nil,
            isJoint(mentions[index - 1].tokens.upperBound..<mentions[index].tokens.lowerBound)
        {
            mentions[index - 1].placeClass = kind
            index -= 1
        }
    }

    /// Whether only commas and "and" stand between two names.
    func isJoint(_ tokens: Range<Int>) -> Bool {
        !tokens.isEmpty && tokens.count <= 2
            && tokens.allSatisfy { context.isJoint($0) }
    }

    /// The class announced by the words before: "the city of".
    func classBefore(_ start: Int) -> Lexicon.PlaceClass? {
        context.announcedClass(before: start, lexicon: lexicon) ?? classOfExamples(before: start)
    }

    /// "regions such as Kherson and Zaporizhzhia": the class of the list stands before it.
    private func classOfExamples(before start: Int) -> Lexicon.PlaceClass? {
        guard start > 1 else { return nil }
        let last = context.lower[start - 1]
        let length =
            switch last {
            case "like", "including", "namely": 1
            case "as": context.lower[start - 2] == "such" ? 2 : 0
            default: 0
            }
        if length > 0 {
            var index = start - length
            guard index > 0, context.sentence[index - 1] == context.sentence[start] else { return nil }
            if context.lower[index - 1] == ",", index > 1 { index -= 1 }
            let word = context.lower[index - 1]
            if word.hasSuffix("s"), let kind = context.roles[index - 1].classAfter { return kind }
        }
        return nil
    }
}

extension Lexicon.PlaceClass {
    /// Whether `place` is of this class. A place below the first level is of a district's class; one of the first level
    /// only when its name says so ("Pest County"), so that "Washington County" is not the state.
    func fits(_ place: Place) -> Bool {
        let kind = place.kind
        return switch self {
        case .settlement: kind == .settlement
        case .division: kind == .division
        case .district:
            kind == .division
                && (place.featureCode != "ADM1" || place.name.hasSuffix(" County") || place.name.hasSuffix(" District"))
        case .country: kind == .country || kind == .division
        case .region: kind == .region
        case .water: kind == .water
        case .mountain: kind == .mountain
        case .island, .peninsula: kind == .region || kind == .country || kind == .division
        }
    }
}
