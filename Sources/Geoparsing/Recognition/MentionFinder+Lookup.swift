import Articles
import Gazetteers

/// What the gazetteer has for the names of a document.
extension MentionFinder {
    /// Where a phrase that begins at the token, and names no place, ends; `nil` where none begins.
    func notPlace(at index: Int, limit: Int) -> Int? {
        guard context.roles[index].startsPhrase else { return nil }
        for range in lexicon.notPlaces.phrases(from: context.hashes[index]) {
            let phrase = lexicon.notPlaces.words(of: range)
            var position = index
            var matched = phrase.startIndex
            while matched < phrase.endIndex, position < limit {
                if context.hashes[position] == phrase[matched] {
                    matched += 1
                } else if context.tokens[position].kind != .punctuation {
                    break
                }
                position += 1
            }
            if matched == phrase.endIndex { return position }
        }
        return nil
    }

    /// The mentions of spans that the input says are toponyms.
    mutating func given(_ ranges: [TextRange]) -> [Mention] {
        var mentions: [Mention] = []
        for range in ranges {
            let first = context.document.tokenIndex(at: range.start)
            var end = first
            while end < context.tokens.count, context.tokens[end].range.start < range.end { end += 1 }
            // White space has no token, and is no name.
            guard first < end else { continue }
            let text = context.document.text(range)
            var mention = Mention(range: range, tokens: first..<end, name: names.number(of: text))
            mention.isGiven = true
            mention.probability = 1
            attach(&mention, surfaces: NameVariants.of(text))
            mentions.append(mention)
        }
        return mentions
    }

    private mutating func attach(_ mention: inout Mention, surfaces: [String]) {
        for surface in surfaces {
            var surface = surface
            let list = surface.withUTF8 { bytes in
                let found = pool.add(bytes, depth: .folded) { _ in true }
                return found == 0 && bytes.count >= 6 ? pool.add(bytes, depth: .fuzzy) { _ in true } : found
            }
            guard list != 0 else { continue }
            mention.name = names.number(of: surface)
            mention.candidates = list
            break
        }
        let next = mention.tokens.upperBound
        if next < context.tokens.count, context.sentence[next] == context.sentence[max(0, next - 1)] {
            mention.placeClass = context.roles[next].classAfter
        }
        if mention.placeClass == nil { mention.placeClass = classBefore(mention.tokens.lowerBound) }
    }

    /// The number of the name that is written at `range`.
    mutating func number(of range: TextRange) -> Int32 {
        names.number(of: range, in: context.document.bytes)
    }

    /// Those of `ends`, a bit for each token from `start` on, that the gazetteer may have a name for.
    func namesMayEnd(at ends: UInt64, from start: Int) -> UInt64 {
        context.document.bytes.withUnsafeBufferPointer { bytes in
            withUnsafeTemporaryAllocation(of: Int.self, capacity: 64) { offsets in
                let first = context.tokens[start].range.start
                var count = 0
                var left = ends
                while left != 0 {
                    offsets[count] = context.tokens[start + left.trailingZeroBitCount].range.end - first
                    count += 1
                    left &= left - 1
                }
                let text = UnsafeBufferPointer(rebasing: bytes[first..<first + offsets[count - 1]])
                let found = pool.mayEndNames(
                    in: text, at: UnsafeBufferPointer(rebasing: UnsafeBufferPointer(offsets)[..<count]))
                var known: UInt64 = 0
                left = ends
                for number in 0..<count {
                    if found >> UInt64(number) & 1 == 1 { known |= left & (~left &+ 1) }
                    left &= left - 1
                }
                return known
            }
        }
    }

    /// The candidates of a spelling; those of a demonym with it, all others without.
    mutating func found(_ name: Int32, _ range: TextRange) -> NameTable.Found {
        if names[name].list >= 0 { return names[name] }
        let all = context.document.bytes.withUnsafeBufferPointer { bytes in
            let text = UnsafeBufferPointer(rebasing: bytes[range.start..<range.end])
            return pool.add(text, depth: .folded) { Self.isAcceptable($0, text) }
        }
        var found = names[name]
        found.isDemonym = CandidateEntry.areDemonym(pool.entries[pool[all].range])
        let isDemonym = found.isDemonym
        found.list = pool.filter(all) { ($0.kind == .demonym) == isDemonym }
        names[name] = found
        return found
    }

    /// The candidates of a name without the abbreviations of divisions.
    mutating func written(_ name: Int32) -> Int32 {
        if names[name].written < 0 {
            names[name].written = pool.filter(names[name].list) {
                $0.kind != .abbreviation || $0.placeKind != .division
            }
        }
        return names[name].written
    }

    /// Names met only under the folding key must be long enough to mean something.
    private static func isAcceptable(_ candidate: CandidateEntry, _ text: UnsafeBufferPointer<UInt8>) -> Bool {
        switch candidate.rung {
        case .exact: true
        case .unaccented:
            candidate.nameLength > 2 && (candidate.kind != .abbreviation || text.last == UInt8(ascii: "."))
        case .folded: text.count >= 5
        case .edited, .stemmed: false
        }
    }
}
