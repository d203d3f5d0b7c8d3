import Articles
import Gazetteers

/// Finds the spans of a document that may be toponyms: the longest names of the gazetteer, and what stands where only
/// a place can.
struct MentionFinder: Sendable {
    let context: DocumentContext
    let gazetteer: any Gazetteer
    let lexicon: Lexicon
    /// What the gazetteer has for a spelling, met once a document.
    private struct Found {
        var candidates: [Candidate]
        var isDemonym: Bool
    }
    private var cache: [String: Found] = [:]
    private var longest: [UInt64: Int] = [:]

    init(context: DocumentContext, gazetteer: any Gazetteer, lexicon: Lexicon) {
        self.context = context
        self.gazetteer = gazetteer
        self.lexicon = lexicon
    }

    var document: Document { context.document }

    /// All spans that may be toponyms, in order of their starts and ends, which may overlap; and the demonyms by the way:
    /// they tell which countries a text is about.
    mutating func find() -> (mentions: [Mention], demonyms: [Mention]) {
        var mentions: [Mention] = []
        var adjectives: [Mention] = []
        for sentence in document.sentences {
            var phraseEnd = 0
            var adjectiveEnd = 0
            var coveredEnd = 0
            for index in sentence.tokens {
                let token = document.tokens[index]
                guard token.kind == .word, token.isCapitalized || token.shape == .none else { continue }
                if let end = notPlace(at: index, limit: sentence.tokens.upperBound) { phraseEnd = max(phraseEnd, end) }
                var spans = names(at: index, in: sentence)
                if let adjective = spans.first(where: \.isDemonym) {
                    if index >= adjectiveEnd, index >= phraseEnd { adjectives.append(adjective) }
                    adjectiveEnd = max(adjectiveEnd, adjective.tokens.upperBound)
                    spans.removeAll { $0.isDemonym }
                }
                let longest = spans.map(\.tokens.upperBound).max() ?? 0
                for number in spans.indices {
                    let end = spans[number].tokens.upperBound
                    spans[number].isCovered = end < longest || end <= coveredEnd
                }
                if index >= adjectiveEnd { addUnknownNames(at: index, in: sentence, to: &spans) }
                coveredEnd = max(coveredEnd, longest)
                for number in spans.indices {
                    spans[number].isInPhrase = spans[number].tokens.upperBound <= phraseEnd
                    keepClass(&spans[number])
                }
                spans.sort { $0.tokens.upperBound < $1.tokens.upperBound }
                mentions += spans
            }
        }
        return (mentions, adjectives)
    }

    /// What a chosen span takes from the spans beside it: the class words of a list.
    func settle(_ mentions: inout [Mention]) {
        shareClassWords(&mentions)
        for index in mentions.indices {
            keepClass(&mentions[index])
            keepTown(&mentions[index])
        }
    }

    /// A bare name is the town: a division named after a town in it takes its class word along.
    private func keepTown(_ mention: inout Mention) {
        guard mention.placeClass == nil, mention.candidates.contains(where: { $0.kind == .short }) else { return }
        let towns = mention.candidates.filter {
            $0.place.kind == .settlement && ($0.kind == .primary || $0.kind == .common || $0.rung == .exact)
        }
        mention.candidates.removeAll { division in
            division.kind == .short && division.place.kind == .division
                && towns.contains { town in
                    town.place.countryCode == division.place.countryCode
                        && town.place.admin1Code == division.place.admin1Code
                }
        }
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
            mention.probability = 1
            attach(&mention, surfaces: NameVariants.of(document.text(range)))
            return mention
        }
    }

    private func notPlace(at index: Int, limit: Int) -> Int? {
        guard context.roles[index].startsPhrase, let phrases = lexicon.notPlaces[context.hashes[index]] else {
            return nil
        }
        for phrase in phrases {
            var position = index
            var matched = 0
            while matched < phrase.count, position < limit {
                if context.hashes[position] == phrase[matched] {
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

    /// The names of the gazetteer that begin at `start`, with a demonym among them when that is the longest.
    private mutating func names(at start: Int, in sentence: Sentence) -> [Mention] {
        let words = longestName(at: start)
        guard words > 0 else { return [] }
        var ends: [Int] = []
        var index = start
        var count = 0
        while index < sentence.tokens.upperBound, count < words {
            let token = document.tokens[index]
            if index > start, !continues(from: index - 1, to: index) { break }
            if token.kind != .punctuation {
                count += 1
                // A name ends in a capitalised word or a number, never in "de" or "of".
                if token.shape != .lowercase || index == start || isNaturalClass(index) {
                    ends.append(index + 1)
                }
            }
            index += 1
        }
        var mentions: [Mention] = []
        for end in ends.reversed() {
            if let mention = abbreviation(start..<end, in: sentence) {
                mentions.append(mention)
                continue
            }
            let surface = document.text(range(of: start..<end))
            let found = self.found(surface)
            if found.isDemonym {
                var mention = self.mention(start..<end, surface: surface, candidates: found.candidates)
                mention.isDemonym = mentions.isEmpty
                if mentions.isEmpty { mentions.append(mention) }
                break
            }
            // A postal code of a state counts after the name of a town only: "Reno, NV".
            let candidates =
                surface.utf8.count == 2 && !isAfterComma(start)
                ? found.candidates.filter { $0.kind != .abbreviation || $0.place.kind != .division } : found.candidates
            guard !candidates.isEmpty, !endsInPlainClassWord(start..<end) else { continue }
            var mention = self.mention(start..<end, surface: surface, candidates: candidates)
            if let extended = extendByClassWord(&mention, in: sentence),
                !mentions.contains(where: { $0.tokens == extended.tokens })
            {
                mentions.append(extended)
            }
            mentions.append(mention)
        }
        return mentions
    }

    /// The words of the longest name that begins with the token, at most 8.
    private mutating func longestName(at index: Int) -> Int {
        if let known = longest[context.hashes[index]] { return known }
        let range = document.tokens[index].range
        let words = min(
            gazetteer.longestName(beginningWith: FoldingKey.fold(document.bytes[range.start..<range.end])), 8)
        longest[context.hashes[index]] = words
        return words
    }

    /// "Ukrainian"; also "English", though there is a town of that name, and "Syrian", though the folding key of Sirjan is the
    /// same.
    private func isDemonym(_ candidates: [Candidate]) -> Bool {
        let isWritten = candidates.contains { $0.kind == .demonym && $0.rung < .folded }
        guard isWritten || candidates.contains(where: { $0.kind == .demonym }) else { return false }
        return candidates.allSatisfy { candidate in
            candidate.kind == .demonym || candidate.place.kind == .settlement && candidate.place.population < 100_000
                || isWritten && candidate.rung >= .folded
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
        let found = self.found(surface).candidates.filter { $0.kind == .abbreviation }
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

    private func isAfterComma(_ index: Int) -> Bool {
        context.previous(index).map { context.lower[$0] == "," } ?? false
    }

    /// Names met only under the folding key must be long enough to mean something.
    private func isAcceptable(_ candidate: Candidate, _ surface: String) -> Bool {
        switch candidate.rung {
        case .exact: true
        case .unaccented: candidate.name.utf8.count > 2 && (candidate.kind != .abbreviation || surface.hasSuffix("."))
        case .folded: surface.utf8.count >= 5
        case .edited, .stemmed: false
        }
    }

    /// Capitalised words from `start` that the gazetteer lacks: streets, buildings, small places.
    private mutating func addUnknownNames(at start: Int, in sentence: Sentence, to mentions: inout [Mention]) {
        let role = context.roles[start]
        guard !context.isAllCapitals, !context.isAllCapitalSentence(context.sentence[start]),
            document.tokens[start].isCapitalized, !role.isTitle,
            role.common < 3 || context.lower[start].utf8.count > 4
        else { return }
        let isCommon = role.common > 0
        let isPlain = isCommon || role.isGivenName
        if isCommon, context.isSentenceInitial(start) { return }
        var end = start + 1
        var connectors = 0
        while end - start <= 6 {
            if end > start + 1 || !isPlain, !mentions.contains(where: { $0.tokens == start..<end }),
                document.tokens[end - 1].shape != .singleCapital || end > start + 1
            {
                mentions.append(unknownName(start..<end, in: sentence))
            }
            guard end < sentence.tokens.upperBound, continues(from: end - 1, to: end) else { break }
            if document.tokens[end].isCapitalized {
                end += 1
            } else if connectors == 0, end + 1 < sentence.tokens.upperBound, isConnector(context.lower[end]),
                document.tokens[end + 1].isCapitalized, continues(from: end, to: end + 1)
            {
                connectors += 1
                end += 2
            } else {
                break
            }
        }
    }

    private func isConnector(_ word: String) -> Bool {
        switch word {
        case "of", "de", "du", "la", "and", "&", "-", "del": true
        default: false
        }
    }

    private mutating func unknownName(_ tokens: Range<Int>, in sentence: Sentence) -> Mention {
        let surface = document.text(range(of: tokens))
        var found: [Candidate] = []
        var mention = self.mention(tokens, surface: surface, candidates: [])
        let next = tokens.upperBound
        if mention.placeClass == nil, next < sentence.tokens.upperBound, document.tokens[next].shape == .lowercase {
            mention.placeClass = context.roles[next].classAfter
        }
        if tokens.count == 1, surface.utf8.count >= 6, document.tokens[tokens.lowerBound].shape == .capitalized,
            context.roles[tokens.lowerBound].common == 0,
            mention.placeClass != nil || context.prepositionStrength(before: tokens.lowerBound, lexicon: lexicon) >= 2
        {
            found = gazetteer.candidates(for: surface, depth: .fuzzy)
                .filter { $0.kind != .demonym && $0.kind != .abbreviation && $0.place.population >= 1000 }
        }
        mention.candidates = found
        return mention
    }

    private func mention(_ tokens: Range<Int>, surface: String, candidates: [Candidate]) -> Mention {
        var mention = Mention(
            range: range(of: tokens), tokens: tokens, surface: surface, candidates: candidates,
            features: FeatureVector())
        mention.placeClass = classBefore(tokens.lowerBound)
        mention.isFragment = isFragment(tokens)
        return mention
    }

    /// Whether a capitalised word stands right beside the span.
    private func isFragment(_ tokens: Range<Int>) -> Bool {
        if let before = context.previous(tokens.lowerBound), context.isCapitalizedWord(before),
            continues(from: before, to: tokens.lowerBound)
        {
            return true
        }
        guard let after = context.next(tokens.upperBound - 1) else { return false }
        return context.isCapitalizedWord(after) && continues(from: tokens.upperBound - 1, to: after)
    }

    private mutating func attach(_ mention: inout Mention, surfaces: [String]) {
        for surface in surfaces {
            var found = gazetteer.candidates(for: surface, depth: .folded)
            if found.isEmpty, surface.utf8.count >= 6 { found = gazetteer.candidates(for: surface, depth: .fuzzy) }
            guard !found.isEmpty else { continue }
            mention.surface = surface
            mention.candidates = found
            break
        }
        let next = mention.tokens.upperBound
        if next < context.lower.count, context.sentence[next] == context.sentence[max(0, next - 1)] {
            mention.placeClass = context.roles[next].classAfter
        }
        if mention.placeClass == nil { mention.placeClass = classBefore(mention.tokens.lowerBound) }
    }

    /// The candidates of a spelling; those of a demonym with it, all others without.
    private mutating func found(_ surface: String) -> Found {
        if let known = cache[surface] { return known }
        let all = gazetteer.candidates(for: surface, depth: .folded).filter { isAcceptable($0, surface) }
        let isDemonym = self.isDemonym(all)
        let found = Found(
            candidates: isDemonym ? all : all.filter { $0.kind != .demonym }, isDemonym: isDemonym)
        cache[surface] = found
        return found
    }

    func range(of tokens: Range<Int>) -> TextRange {
        TextRange(
            document.tokens[tokens.lowerBound].range.start,
            document.tokens[max(tokens.lowerBound, tokens.upperBound - 1)].range.end)
    }
}
