import Articles
import Gazetteers

extension InflectedFinder {
    /// A mention with its candidates, before both go where all of the document are.
    struct Finding {
        var range: TextRange
        var tokens: Range<Int>
        var surface: String
        var candidates: [Candidate]
        var placeClass: Lexicon.PlaceClass?

        func mention(in finder: inout MentionFinder) -> Mention {
            var mention = Mention(
                range: range, tokens: tokens, name: finder.names.number(of: surface),
                candidates: finder.pool.add(candidates))
            mention.placeClass = placeClass
            return mention
        }
    }

    /// The mentions of spans that the input says are toponyms.
    mutating func given(_ ranges: [TextRange], in finder: inout MentionFinder) -> [Mention] {
        var mentions: [Mention] = []
        for range in ranges {
            let first = document.tokenIndex(at: range.start)
            var end = first
            while end < document.tokens.count, document.tokens[end].range.start < range.end { end += 1 }
            guard first < end else { continue }
            var found = Finding(range: range, tokens: first..<end, surface: document.text(range), candidates: [])
            if isName(first), let (read, _, _) = name(at: first, until: end) {
                found.surface = read.surface
                found.candidates = read.candidates
                found.placeClass = read.placeClass
            } else {
                found.candidates = names.candidates(found.surface)
            }
            var mention = found.mention(in: &finder)
            mention.isGiven = true
            mention.probability = 1
            mentions.append(mention)
        }
        return mentions
    }

    /// `у Покровську Донецької області`: of several places of the name those that lie in the division that follows.
    func narrow(_ mentions: inout [Mention], pool: inout CandidatePool) {
        for index in mentions.indices.dropLast() {
            let outer = mentions[index + 1]
            guard outer.tokens.lowerBound == mentions[index].tokens.upperBound, pool[outer.candidates].has(.division)
            else { continue }
            let places = Array(pool.entries[pool[outer.candidates].range])
            let inside = pool.filter(mentions[index].candidates) { inner in
                places.contains { Containment.contains($0, inner) }
            }
            if inside != 0 { mentions[index].candidates = inside }
        }
    }
}
