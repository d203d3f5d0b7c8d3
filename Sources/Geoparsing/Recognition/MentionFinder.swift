import Articles
import Gazetteers

/// Finds the spans of a document that may be toponyms: the longest names of the gazetteer, and what stands where only
/// a place can.
struct MentionFinder {
    let context: DocumentContext
    let gazetteer: any Gazetteer
    let lexicon: Lexicon
    private var cache: [String: [Candidate]] = [:]

    init(context: DocumentContext, gazetteer: any Gazetteer, lexicon: Lexicon) {
        self.context = context
        self.gazetteer = gazetteer
        self.lexicon = lexicon
    }

    var document: Document { context.document }

    /// The mentions in order, and the demonyms by the way: they tell which countries a text is about.
    mutating func find() -> (mentions: [Mention], demonyms: [Mention]) {
        var mentions: [Mention] = []
        var adjectives: [Mention] = []
        for sentence in document.sentences {
            var index = sentence.tokens.lowerBound
            while index < sentence.tokens.upperBound {
                guard let mention = mention(at: index, in: sentence) else {
                    index += 1
                    continue
                }
                if mention.isDemonym { adjectives.append(mention) } else { mentions.append(mention) }
                index = mention.tokens.upperBound
            }
        }
        shareClassWords(&mentions)
        for index in mentions.indices { keepClass(&mentions[index]) }
        return (mentions, adjectives)
    }

    /// The mentions of spans that the input says are toponyms.
    mutating func given(_ ranges: [TextRange]) -> [Mention] {
        ranges.compactMap { range in
            let first = document.tokenIndex(at: range.start)
            var end = first
            while end < document.tokens.count, document.tokens[end].range.start < range.end { end += 1 }
            // White space has no token, and is no name.
            guard first < end else { return nil }
            let tokens = first..<end
            var mention = Mention(
                range: range, tokens: tokens, surface: document.text(range), candidates: [], features: FeatureVector())
            mention.isGiven = true
            attach(&mention, surfaces: NameVariants.of(document.text(range)))
            return mention
        }
    }

    private mutating func mention(at index: Int, in sentence: Sentence) -> Mention? {
        let token = document.tokens[index]
        guard token.kind == .word, token.isCapitalized || token.shape == .none else { return nil }
        let longest = gazetteer.longestName(beginningWith: FoldingKey.fold(document.text(token)))
        let found = longest > 0 ? longestMatch(at: index, words: min(longest, 8), in: sentence) : nil
        if let end = notPlace(at: index, limit: sentence.tokens.upperBound), end >= found?.tokens.upperBound ?? 0 {
            // A phrase that is no place hides the names in it, but "Soviet" not the Soviet Union.
            return skipped(index..<end)
        }
        return found ?? unknownName(at: index, in: sentence)
    }

    /// A mention without candidates that only moves the search on.
    private func skipped(_ tokens: Range<Int>) -> Mention {
        var mention = Mention(
            range: range(of: tokens), tokens: tokens, surface: "", candidates: [], features: FeatureVector())
        mention.isDemonym = true
        return mention
    }

    private func notPlace(at index: Int, limit: Int) -> Int? {
        guard let phrases = lexicon.notPlaces[context.lower[index]] else { return nil }
        for phrase in phrases {
            var position = index
            var matched = 0
            while matched < phrase.count, position < limit {
                if context.lower[position] == phrase[matched] {
                    matched += 1
                } else if document.tokens[position].kind != .punctuation {
                    break
                }
                position += 1
            }
            if matched == phrase.count { return position }
        }
        return nil
    }

    private mutating func longestMatch(at start: Int, words: Int, in sentence: Sentence) -> Mention? {
        var ends: [Int] = []
        var index = start
        var count = 0
        while index < sentence.tokens.upperBound, count < words {
            let token = document.tokens[index]
            if index > start, !continues(from: index - 1, to: index) { break }
            if token.kind != .punctuation {
                count += 1
                // A name ends in a capitalised word or a number, never in "de" or "of".
                if token.shape != .lowercase || index == start || isNaturalClass(context.lower[index]) {
                    ends.append(index + 1)
                }
            }
            index += 1
        }
        for end in ends.reversed() {
            if let mention = abbreviation(start..<end, in: sentence) { return mention }
            let surface = document.text(range(of: start..<end))
            let found = candidates(surface).filter { isAcceptable($0, tokens: start..<end) }
            guard !found.isEmpty else { continue }
            if isDemonym(found) {
                var mention = self.mention(start..<end, surface: surface, candidates: found)
                mention.isDemonym = true
                return mention
            }
            var mention = self.mention(start..<end, surface: surface, candidates: found.filter { $0.kind != .demonym })
            extendByClassWord(&mention, in: sentence)
            return mention
        }
        return nil
    }

    /// "Ukrainian"; also "English", though there is a town of that name.
    private func isDemonym(_ candidates: [Candidate]) -> Bool {
        guard candidates.contains(where: { $0.kind == .demonym }) else { return false }
        return candidates.allSatisfy { candidate in
            candidate.kind == .demonym || candidate.place.kind == .settlement && candidate.place.population < 100_000
        }
    }

    /// "Calif.", "W.Va.": an abbreviation with its full stop.
    private mutating func abbreviation(_ tokens: Range<Int>, in sentence: Sentence) -> Mention? {
        let stop = tokens.upperBound
        guard stop < sentence.tokens.upperBound, context.lower[stop] == ".",
            document.tokens[stop].range.start == document.tokens[stop - 1].range.end
        else { return nil }
        let whole = tokens.lowerBound..<(stop + 1)
        let surface = document.text(range(of: whole))
        let found = candidates(surface).filter { $0.kind == .abbreviation }
        return found.isEmpty ? nil : mention(whole, surface: surface, candidates: found)
    }

    /// Whether a name can go on over the gap between two tokens.
    func continues(from a: Int, to b: Int) -> Bool {
        let (left, right) = (document.tokens[a], document.tokens[b])
        let gap = right.range.start - left.range.end
        if left.kind == .punctuation || right.kind == .punctuation {
            let mark = document.text(left.kind == .punctuation ? left : right)
            if mark == "." { return right.kind != .punctuation ? gap <= 1 : gap == 0 }
            return gap == 0 && (mark == "-" || mark == "‐" || mark == "'" || mark == "’")
        }
        return gap == 1
    }

    /// Words that English writes small at the end of a name: "Crimean peninsula".
    private func isNaturalClass(_ word: String) -> Bool {
        switch lexicon.classAfter[word] {
        case .peninsula, .island, .water, .mountain: true
        default: false
        }
    }

    /// Names met only under the folding key must be long enough to mean something.
    private func isAcceptable(_ candidate: Candidate, tokens: Range<Int>) -> Bool {
        if candidate.kind == .abbreviation, range(of: tokens).count == 2, candidate.place.kind == .division {
            // A postal code of a state counts after the name of a town only: "Reno, NV".
            guard let before = context.previous(tokens.lowerBound), context.lower[before] == "," else { return false }
        }
        switch candidate.rung {
        case .exact: return true
        case .unaccented: return candidate.name.utf8.count > 2 && (candidate.kind != .abbreviation)
        case .folded: return range(of: tokens).count >= 5
        case .edited, .stemmed: return false
        }
    }

    /// A capitalised name that the gazetteer lacks, where the words around it want a place.
    private mutating func unknownName(at start: Int, in sentence: Sentence) -> Mention? {
        guard !context.isAllCapitals, document.tokens[start].shape == .capitalized,
            !context.isSentenceInitial(start), !lexicon.titles.contains(context.lower[start]),
            !lexicon.givenNames.contains(context.lower[start]), lexicon.commonWords[context.lower[start]] == nil
        else { return nil }
        var end = start + 1
        while end < sentence.tokens.upperBound, end - start < 6,
            document.tokens[end].shape == .capitalized && continues(from: end - 1, to: end)
                || context.lower[end] == "-" && end + 1 < sentence.tokens.upperBound
                    && document.tokens[end + 1].shape == .capitalized && continues(from: end - 1, to: end)
        {
            end += 1
        }
        let tokens = start..<end
        let surface = document.text(range(of: tokens))
        let strength = context.prepositionStrength(before: start, lexicon: lexicon)
        let classAfter = end < sentence.tokens.upperBound ? lexicon.classAfter[context.lower[end]] : nil
        let announced = classBefore(start) != nil || classAfter != nil && document.tokens[end].shape == .lowercase
        guard announced || strength >= 2 else { return nil }
        var found: [Candidate] = []
        if tokens.count == 1, surface.utf8.count >= 6 {
            found = gazetteer.candidates(for: surface, depth: .fuzzy)
                .filter { $0.kind != .demonym && $0.kind != .abbreviation && $0.place.population >= 1000 }
        }
        var mention = self.mention(tokens, surface: surface, candidates: found)
        if mention.placeClass == nil { mention.placeClass = classAfter }
        return mention
    }

    private func mention(_ tokens: Range<Int>, surface: String, candidates: [Candidate]) -> Mention {
        var mention = Mention(
            range: range(of: tokens), tokens: tokens, surface: surface, candidates: candidates,
            features: FeatureVector())
        mention.placeClass = classBefore(tokens.lowerBound)
        return mention
    }

    private mutating func attach(_ mention: inout Mention, surfaces: [String]) {
        for surface in surfaces {
            var found = candidates(surface)
            if found.isEmpty, surface.utf8.count >= 6 { found = gazetteer.candidates(for: surface, depth: .fuzzy) }
            guard !found.isEmpty else { continue }
            mention.surface = surface
            mention.candidates = found
            break
        }
        let next = mention.tokens.upperBound
        if next < context.lower.count, context.sentence[next] == context.sentence[max(0, next - 1)] {
            mention.placeClass = lexicon.classAfter[context.lower[next]]
        }
        if mention.placeClass == nil { mention.placeClass = classBefore(mention.tokens.lowerBound) }
    }

    private mutating func candidates(_ surface: String) -> [Candidate] {
        if let known = cache[surface] { return known }
        let found = gazetteer.candidates(for: surface, depth: .folded)
        cache[surface] = found
        return found
    }

    func range(of tokens: Range<Int>) -> TextRange {
        TextRange(
            document.tokens[tokens.lowerBound].range.start,
            document.tokens[max(tokens.lowerBound, tokens.upperBound - 1)].range.end)
    }
}
