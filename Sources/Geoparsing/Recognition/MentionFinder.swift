import Articles
import Gazetteers

/// Finds the spans of a document that may be toponyms: the longest names of the gazetteer, and what stands where only
/// a place can.
struct MentionFinder: Sendable {
    let context: DocumentContext
    let gazetteer: any Gazetteer
    let lexicon: Lexicon
    var pool: CandidatePool
    var names = NameTable()
    /// The words of the longest name that begins with a word, by the number of the word; -1 before it is asked for.
    private var longest: [Int8]
    private var start = Start()

    /// What stands before the names that begin at a token.
    struct Start: Sendable {
        var index = -1
        var strength = 0
        var announced: Lexicon.PlaceClass?
        var placeClass: Lexicon.PlaceClass?
        var isAfterCapital = false
    }

    init(context: DocumentContext, gazetteer: any Gazetteer, source: (any EntrySource)?, lexicon: Lexicon) {
        self.context = context
        self.gazetteer = gazetteer
        self.lexicon = lexicon
        pool = CandidatePool(gazetteer: gazetteer, source: source)
        longest = [Int8](repeating: -1, count: context.wordCount)
    }

    /// All spans that may be toponyms, in order of their starts and ends, which may overlap; and the demonyms by the way:
    /// they tell which countries a text is about.
    mutating func find() -> (mentions: [Mention], demonyms: [Mention]) {
        var mentions: [Mention] = []
        mentions.reserveCapacity(context.tokens.count / 6)
        var adjectives: [Mention] = []
        var spans: [Mention] = []
        for sentence in context.document.sentences {
            var phraseEnd = 0
            var adjectiveEnd = 0
            var coveredEnd = 0
            let limit = sentence.tokens.upperBound
            for index in sentence.tokens {
                let token = context.tokens[index]
                guard token.kind == .word, token.isCapitalized || token.shape == .none else { continue }
                if let end = notPlace(at: index, limit: limit) { phraseEnd = max(phraseEnd, end) }
                spans.removeAll(keepingCapacity: true)
                addNames(at: index, limit: limit, to: &spans)
                if let adjective = spans.first(where: { $0.isDemonym }) {
                    if index >= adjectiveEnd, index >= phraseEnd { adjectives.append(adjective) }
                    adjectiveEnd = max(adjectiveEnd, adjective.tokens.upperBound)
                    spans.removeAll { $0.isDemonym }
                }
                var longest = 0
                for span in spans { longest = max(longest, span.tokens.upperBound) }
                for number in spans.indices {
                    let end = spans[number].tokens.upperBound
                    spans[number].isCovered = end < longest || end <= coveredEnd
                }
                if index >= adjectiveEnd { addUnknownNames(at: index, limit: limit, to: &spans) }
                coveredEnd = max(coveredEnd, longest)
                let first = mentions.count
                for var span in spans {
                    span.isInPhrase = span.tokens.upperBound <= phraseEnd
                    keepClass(&span)
                    // By their ends; equals stay in order.
                    var position = mentions.count
                    while position > first, mentions[position - 1].tokens.upperBound > span.tokens.upperBound {
                        position -= 1
                    }
                    mentions.insert(span, at: position)
                }
            }
        }
        return (mentions, adjectives)
    }

    /// What a chosen span takes from the spans beside it: the class words of a list.
    mutating func settle(_ mentions: inout [Mention]) {
        shareClassWords(&mentions)
        for index in mentions.indices {
            keepClass(&mentions[index])
            keepTown(&mentions[index])
        }
    }

    /// A bare name is the town: a division named after a town in it takes its class word along.
    private mutating func keepTown(_ mention: inout Mention) {
        guard mention.placeClass == nil, pool[mention.candidates].hasShort else { return }
        mention.candidates = pool.droppingNamesakes(mention.candidates)
    }

    /// Adds the names of the gazetteer that begin at `start`, with a demonym among them when that is the longest.
    private mutating func addNames(at start: Int, limit: Int, to spans: inout [Mention]) {
        let words = longestName(at: start)
        guard words > 0 else { return }
        // A bit for each token from `start` on that a name may end with.
        var ends: UInt64 = 0
        var index = start
        var count = 0
        while index < limit, count < words, index - start < 64 {
            let token = context.tokens[index]
            if index > start, !continues(from: index - 1, to: index) { break }
            if token.kind != .punctuation {
                count += 1
                // A name ends in a capitalised word or a number, never in "de" or "of".
                if token.shape != .lowercase || index == start || isNaturalClass(index) {
                    ends |= 1 << UInt64(index - start)
                }
            }
            index += 1
        }
        // Of several, most are known at once to be none.
        let known = ends & (ends &- 1) == 0 ? ends : namesMayEnd(at: ends, from: start)
        while ends != 0 {
            let last = 63 - ends.leadingZeroBitCount
            ends &= ~(1 << UInt64(last))
            let tokens = start..<(start + last + 1)
            if let mention = abbreviation(tokens, limit: limit) {
                spans.append(mention)
                continue
            }
            if known >> UInt64(last) & 1 == 0 { continue }
            let range = range(of: tokens)
            let name = number(of: range)
            let found = self.found(name, range)
            if found.isDemonym {
                guard spans.isEmpty else { break }
                var mention = self.mention(tokens, name: name, candidates: found.list)
                mention.isDemonym = true
                spans.append(mention)
                break
            }
            guard found.list != 0 else { continue }
            // A postal code of a state counts after the name of a town only: "Reno, NV".
            let list = range.count == 2 && !isAfterComma(start) ? written(name) : found.list
            guard list != 0, !endsInPlainClassWord(tokens) else { continue }
            var mention = self.mention(tokens, name: name, candidates: list)
            if let extended = extendByClassWord(&mention, limit: limit),
                !spans.contains(where: { $0.tokens == extended.tokens })
            {
                spans.append(extended)
            }
            spans.append(mention)
        }
    }

    /// The words of the longest name that begins with the token, at most 8.
    private mutating func longestName(at index: Int) -> Int {
        let word = Int(context.words[index])
        if longest[word] >= 0 { return Int(longest[word]) }
        let range = context.tokens[index].range
        let words = min(
            context.document.bytes.withUnsafeBufferPointer { bytes in
                let text = UnsafeBufferPointer(rebasing: bytes[range.start..<range.end])
                return pool.longestName(beginningWith: text)
            }, 8)
        longest[word] = Int8(truncatingIfNeeded: words)
        return words
    }

    /// "Calif.", "W.Va.": an abbreviation with its full stop.
    private mutating func abbreviation(_ tokens: Range<Int>, limit: Int) -> Mention? {
        let stop = tokens.upperBound
        guard stop < limit, context.isWord(stop, context.known.stop),
            context.tokens[stop].range.start == context.tokens[stop - 1].range.end
        else { return nil }
        let whole = tokens.lowerBound..<(stop + 1)
        let range = range(of: whole)
        let name = number(of: range)
        let found = pool.filter(self.found(name, range).list) { $0.kind == .abbreviation }
        return found == 0 ? nil : mention(whole, name: name, candidates: found)
    }

    /// Whether a name can go on over the gap between two tokens.
    func continues(from a: Int, to b: Int) -> Bool {
        let (left, right) = (context.tokens[a], context.tokens[b])
        let gap = right.range.start - left.range.end
        if left.kind == .punctuation || right.kind == .punctuation {
            let mark = context.hashes[left.kind == .punctuation ? a : b]
            if mark == context.known.stop { return right.kind != .punctuation ? gap <= 1 : gap == 0 }
            return gap == 0
                && (mark == context.known.hyphen || mark == context.known.longHyphen
                    || mark == context.known.apostrophe)
        }
        return gap == 1
    }

    private func isAfterComma(_ index: Int) -> Bool {
        context.previous(index).map { context.isWord($0, context.known.comma) } ?? false
    }

    /// Adds capitalised words from `start` that the gazetteer lacks: streets, buildings, small places.
    private mutating func addUnknownNames(at start: Int, limit: Int, to spans: inout [Mention]) {
        let role = context.roles[start]
        guard !context.isAllCapitals, !context.isAllCapitalSentence(context.sentence[start]),
            context.tokens[start].isCapitalized, !role.isTitle,
            role.common < 3 || context.lowercaseLength(start) > 4
        else { return }
        let isCommon = role.common > 0
        let isPlain = isCommon || role.isGivenName
        if isCommon, context.isSentenceInitial(start) { return }
        var end = start + 1
        var connectors = 0
        while end - start <= 6 {
            if end > start + 1 || !isPlain, !spans.contains(where: { $0.tokens == start..<end }),
                context.tokens[end - 1].shape != .singleCapital || end > start + 1
            {
                spans.append(unknownName(start..<end, limit: limit))
            }
            guard end < limit, continues(from: end - 1, to: end) else { break }
            if context.tokens[end].isCapitalized {
                end += 1
            } else if connectors == 0, end + 1 < limit, context.known.connectors.contains(context.hashes[end]),
                context.tokens[end + 1].isCapitalized, continues(from: end, to: end + 1)
            {
                connectors += 1
                end += 2
            } else {
                break
            }
        }
    }

    private mutating func unknownName(_ tokens: Range<Int>, limit: Int) -> Mention {
        let range = range(of: tokens)
        let name = number(of: range)
        var mention = self.mention(tokens, name: name, candidates: 0)
        let next = tokens.upperBound
        if mention.placeClass == nil, next < limit, context.tokens[next].shape == .lowercase {
            mention.placeClass = context.roles[next].classAfter
        }
        if tokens.count == 1, range.count >= 6, context.tokens[tokens.lowerBound].shape == .capitalized,
            context.roles[tokens.lowerBound].common == 0,
            mention.placeClass != nil || mention.prepositionStrength >= 2
        {
            if names[name].fuzzy < 0 {
                names[name].fuzzy = context.document.bytes.withUnsafeBufferPointer { bytes in
                    pool.add(UnsafeBufferPointer(rebasing: bytes[range.start..<range.end]), depth: .fuzzy) {
                        $0.kind != .demonym && $0.kind != .abbreviation && $0.population >= 1000
                    }
                }
            }
            mention.candidates = names[name].fuzzy
            mention.isFuzzy = mention.hasCandidates
        }
        return mention
    }

    private mutating func mention(_ tokens: Range<Int>, name: Int32, candidates: Int32) -> Mention {
        if start.index != tokens.lowerBound { begin(tokens.lowerBound) }
        var mention = Mention(range: range(of: tokens), tokens: tokens, name: name, candidates: candidates)
        mention.placeClass = start.placeClass
        mention.announcedClass = start.announced
        mention.prepositionStrength = UInt8(truncatingIfNeeded: start.strength)
        mention.isFragment = start.isAfterCapital || isBeforeCapital(tokens.upperBound - 1)
        return mention
    }

    private mutating func begin(_ index: Int) {
        let (strength, announced) = context.announcement(before: index)
        start = Start(index: index, strength: strength, announced: announced)
        start.placeClass = isOfAnother(before: index) ? nil : announced ?? classOfExamples(before: index)
        if let before = context.previous(index), context.isCapitalizedWord(before) {
            start.isAfterCapital = continues(from: before, to: index)
        }
    }

    /// Whether a capitalised word stands right behind the token.
    private func isBeforeCapital(_ last: Int) -> Bool {
        guard let after = context.next(last) else { return false }
        return context.isCapitalizedWord(after) && continues(from: last, to: after)
    }

    func range(of tokens: Range<Int>) -> TextRange {
        TextRange(
            context.tokens[tokens.lowerBound].range.start,
            context.tokens[max(tokens.lowerBound, tokens.upperBound - 1)].range.end)
    }
}
