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
            if lower[before] == ".", before > 0, document.tokens[before - 1].shape == .singleCapital {
                score += weight(.initial)
            }
        }
        if isFollowed, isSingle { score += weight(.capitalBeside) }
        let word = Array(lower[end - 1].utf8)
        if isSingle, strength < 2,
            tables.surnameEndings.contains(where: {
                word.count > $0.count + 2 && word.suffix($0.count).elementsEqual($0)
            })
        {
            score += weight(.surname)
        }
        return score
    }
}
