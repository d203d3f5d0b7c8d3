import Articles
import Gazetteers

extension InflectedFinder {
    /// What speaks for a person: a given name, a title, an initial, a surname's ending, capitals beside.
    func persons(_ start: Int, _ end: Int, isSingle: Bool, strength: Int) -> Double {
        var score = 0.0
        let before = context.previous(start)
        let after = context.next(end - 1)
        let isFollowed = after.map { isName($0) && isSpaced(end - 1, $0) } ?? false
        if context.roles[start].isGivenName, isFollowed || strength < 2 { score += weight(.givenName) }
        if let before {
            if context.roles[before].isGivenName, isName(before) {
                score += weight(.givenName)
            } else if isName(before), !context.isSentenceInitial(before) {
                score += weight(.capitalBeside)
            }
            if context.roles[before].isTitle { score += weight(.title) }
            if context.lower[before] == ".", before > 0, document.tokens[before - 1].shape == .singleCapital {
                score += weight(.initial)
            }
        }
        if isFollowed, isSingle { score += weight(.capitalBeside) }
        let word = Array(context.lower[end - 1].utf8)
        if isSingle, strength < 2,
            tables.surnameEndings.contains(where: {
                word.count > $0.count + 2 && word.suffix($0.count).elementsEqual($0)
            })
        {
            score += weight(.surname)
        }
        return score
    }

    /// `у Покровську Донецької області`: of several places of the name those that lie in the division that follows.
    func narrow(_ mentions: inout [Mention]) {
        for index in mentions.indices.dropLast() {
            let outer = mentions[index + 1]
            guard outer.tokens.lowerBound == mentions[index].tokens.upperBound,
                outer.candidates.contains(where: { $0.place.kind == .division })
            else { continue }
            let inside = mentions[index].candidates.filter { inner in
                outer.candidates.contains { Containment.contains($0.place, inner.place) }
            }
            if !inside.isEmpty { mentions[index].candidates = inside }
        }
    }
}
