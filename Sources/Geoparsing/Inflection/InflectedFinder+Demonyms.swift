import Articles
import Gazetteers

extension InflectedFinder {
    /// The demonyms of the document, `український`, `росіяни`, in order, with the countries that they are of.
    func demonyms(in finder: inout MentionFinder) -> [Mention] {
        guard !tables.demonyms.isEmpty else { return [] }
        let document = context.document
        var known: [String: [Candidate]] = [:]
        var found: [Mention] = []
        // The shortest has five letters.
        for (index, token) in document.tokens.enumerated() where token.kind == .word && token.range.count >= 10 {
            guard let name = tables.demonyms[lower[index]] else { continue }
            let candidates = known[name] ?? names.candidates(name).filter { $0.place.kind == .country }
            known[name] = candidates
            guard !candidates.isEmpty else { continue }
            let finding = Finding(
                range: token.range, tokens: index..<(index + 1), surface: document.text(token.range),
                candidates: candidates)
            var mention = finding.mention(in: &finder)
            mention.isDemonym = true
            mention.probability = 0.9
            found.append(mention)
        }
        return found
    }
}
