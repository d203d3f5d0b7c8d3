import Articles
import Gazetteers

/// What the words around a name say of the class of its place: "Kharkiv region", "the city of Luhansk".
extension MentionFinder {
    /// "Izium Raion", "Clark County": a capitalised class word may belong to the name; where the gazetteer knows no such
    /// place, the name of the town would be wrong.
    ///
    /// - Returns: the longer mention; a class word in lower case only sets the class of `mention`.
    mutating func extendByClassWord(_ mention: inout Mention, limit: Int) -> Mention? {
        let next = mention.tokens.upperBound
        guard next < limit, let kind = context.roles[next].classAfter else { return nil }
        guard context.areAdjacent(next - 1, next) else { return nil }
        guard context.tokens[next].isCapitalized, !context.isAllCapitals else {
            mention.placeClass = kind
            return nil
        }
        // "U.S. Department of State" is no division, nor is "Kyiv District Court".
        guard kind != .settlement, !pool[mention.candidates].has(.country),
            context.roles[next].head == nil || isEndOfName(next)
        else { return nil }
        var longer = mention
        longer.placeClass = kind
        longer.tokens = mention.tokens.lowerBound..<(next + 1)
        longer.range = range(of: longer.tokens)
        longer.candidates = pool.filter(mention.candidates) { kind.fits($0) }
        return longer
    }

    /// "Kharkiv region": a class word in lower case is no part of the name, though the gazetteer may have it so.
    func endsInPlainClassWord(_ tokens: Range<Int>) -> Bool {
        let last = tokens.upperBound - 1
        return tokens.count > 1 && context.tokens[last].shape == .lowercase && context.roles[last].classAfter != nil
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
    mutating func keepClass(_ mention: inout Mention) {
        guard let kind = mention.placeClass, mention.hasCandidates else { return }
        let fitting = pool.filter(mention.candidates) { kind.fits($0) }
        if fitting != 0 { mention.candidates = fitting }
    }

    /// Whether the capitalised words end with the token at `index`.
    private func isEndOfName(_ index: Int) -> Bool {
        guard let after = context.next(index) else { return true }
        return !(context.isCapitalizedWord(after) && context.areAdjacent(index, after))
            && !context.isWord(after, context.known.of)
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
                token < context.tokens.count && context.roles[token].classAfter == kind && isPlural(token)
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

    /// "the Oromia region of Ethiopia": the class word belongs to the name before it.
    func isOfAnother(before start: Int) -> Bool {
        guard let link = context.previous(start), context.isWord(link, context.known.of),
            let kind = context.previous(link), context.tokens[kind].shape == .lowercase,
            let owner = context.previous(kind)
        else { return false }
        return context.isCapitalizedWord(owner) && !context.isSentenceInitial(owner)
            && context.roles[kind].classAfter != nil
    }

    /// The class announced by the words before: "the city of".
    func classBefore(_ start: Int) -> Lexicon.PlaceClass? {
        context.announcement(before: start).placeClass ?? classOfExamples(before: start)
    }

    /// "regions such as Kherson and Zaporizhzhia": the class of the list stands before it.
    func classOfExamples(before start: Int) -> Lexicon.PlaceClass? {
        guard start > 1 else { return nil }
        let last = context.hashes[start - 1]
        let known = context.known
        let length =
            if last == known.like || last == known.including || last == known.namely {
                1
            } else if last == known.as, context.isWord(start - 2, known.such) {
                2
            } else {
                0
            }
        guard length > 0 else { return nil }
        var index = start - length
        guard index > 0, context.sentence[index - 1] == context.sentence[start] else { return nil }
        if context.isWord(index - 1, known.comma), index > 1 { index -= 1 }
        guard let kind = context.roles[index - 1].classAfter, isPlural(index - 1) else { return nil }
        return kind
    }

    /// Whether a token ends in "s".
    private func isPlural(_ index: Int) -> Bool {
        guard let last = context.document.bytes[..<context.tokens[index].range.end].last else { return false }
        return last | 0x20 == UInt8(ascii: "s")
    }
}

extension Lexicon.PlaceClass {
    /// Whether `place` is of this class. A place below the first level is of a district's class; one of the first level
    /// only when its name says so ("Pest County"), so that "Washington County" is not the state.
    func fits(_ place: CandidateEntry) -> Bool {
        let kind = place.placeKind
        return switch self {
        case .settlement: kind == .settlement
        case .division: kind == .division
        case .district: kind == .division && place.traits.contains(.county)
        case .country: kind == .country || kind == .division
        case .region: kind == .region
        case .water: kind == .water
        case .mountain: kind == .mountain
        case .island, .peninsula: kind == .region || kind == .country || kind == .division
        }
    }
}
