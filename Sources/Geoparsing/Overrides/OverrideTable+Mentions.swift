import Articles
import Gazetteers

extension OverrideTable {
    /// What came of a table in one document.
    struct Application {
        /// The entries that met a name, in order.
        var applied: [Int] = []
        /// Spans that are no places.
        var dropped: [TextRange] = []
    }

    /// Sets the mentions of a document right before anything is made of them, so that what an analyst says of one name
    /// helps the others. A name inside a longer one is left alone: an override of "York" is none of "New York".
    func apply(
        to mentions: inout [Mention], demonyms: inout [Mention], in document: Document, pool: inout CandidatePool,
        names: inout NameTable
    ) -> Application {
        var application = Application()
        for match in matches(in: document) {
            let entry = entries[match.entry]
            let range = TextRange(
                document.tokens[match.tokens.lowerBound].range.start,
                document.tokens[match.tokens.upperBound - 1].range.end)
            let isInside = mentions.contains { $0.range.contains(range) && $0.range != range && $0.hasCandidates }
            guard !isInside else { continue }
            mentions.removeAll { $0.range.overlaps(range) }
            demonyms.removeAll { $0.range.overlaps(range) }
            application.applied.append(match.entry)
            guard case .place(let place) = entry.decision else {
                application.dropped.append(range)
                continue
            }
            let candidate = Candidate(place: place, name: entry.name, kind: .primary, rung: .exact)
            var mention = Mention(
                range: range, tokens: match.tokens, name: names.number(of: document.text(range)),
                candidates: pool.add([candidate]))
            mention.isGiven = true
            mention.override = Int32(truncatingIfNeeded: match.entry)
            mentions.append(mention)
        }
        if !application.applied.isEmpty { mentions.sort { $0.range < $1.range } }
        return application
    }
}
