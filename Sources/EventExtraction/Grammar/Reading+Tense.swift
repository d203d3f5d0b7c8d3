import Articles
import TemporalTagging

/// What the words of an event say of its time without naming a day.
extension Reading {
    /// `had recently annexed`, `for months they attacked`, `Since the war began, they have`: a time of its own, if not one
    /// with days.
    func isTimed(_ mention: Mention) -> Bool {
        let sentence = document.sentences[mention.sentence].tokens
        let group = max(sentence.lowerBound, min(mention.group.start, mention.tokens.lowerBound) - 2)
        if group < mention.head, (group..<mention.head).contains(where: { timeAt[$0] > 0 }) { return true }
        guard let first = sentence.first else { return false }
        let opening = classes[first].contains(.quote) ? first + 1 : first
        if Self.frames.contains(where: { has($0, at: opening) }) { return true }
        let window = window(around: mention.head, in: sentence)
        var index = max(window.lowerBound, mention.head - 16)
        while index < min(window.upperBound, mention.head + 16) {
            let time = Int(timeAt[index]) - 1
            if time >= 0 {
                if times[time].kind == .duration, times[time].value.hasPrefix("PX"),
                    boundaries(between: index, and: mention.head) <= 1
                {
                    return true
                }
                index = max(index + 1, timeTokens[time].upperBound)
            } else {
                index += 1
            }
        }
        return false
    }

    /// What opens a sentence that is of a longer time.
    private static let frames: [StaticString] = ["since", "until", "throughout"]

    /// `is`, `are`
    func isPresentBe(_ index: Int) -> Bool { has("is", at: index) || has("are", at: index) }

    /// `was`, `were`
    func isPastBe(_ index: Int) -> Bool { has("was", at: index) || has("were", at: index) }

    /// `was`, `were`, `had`
    func isPastAuxiliary(_ index: Int) -> Bool {
        classes[index].contains(.pastAuxiliary) || classes[index].contains(.be) && isPastBe(index)
    }

    /// Whether a day is named among `tokens`.
    func hasDay(in tokens: Range<Int>) -> Bool {
        tokens.contains { timeAt[$0] > 0 && times[Int(timeAt[$0]) - 1].span?.precision == .day }
    }

    /// `troops hold the town`, `are searching`: not of the day that was told.
    func isPresent(_ mention: Mention) -> Bool {
        // What is quoted is said of that day.
        guard mention.usage.isVerb, let first = document.sentences[mention.sentence].tokens.first,
            !classes[first].contains(.quote)
        else { return false }
        if mention.group.nearest == .be {
            return isPresentBe(mention.group.start)
        }
        guard mention.usage == .active, mention.group.start == mention.head else { return false }
        return lexicon.vocabulary.forms[Int(words[mention.head])].allSatisfy {
            $0.tags.isDisjoint(with: [.past, .participle, .gerund, .finite, .infinitive, .passive])
        }
    }
}
