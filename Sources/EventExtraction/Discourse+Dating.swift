import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

/// The date that a sentence without one of its own takes from those before it.
extension Discourse {
    /// How many sentences a date reaches into later paragraphs.
    private static let dateReach = 6

    /// The date that `mention`, which has none in its sentence, may carry over.
    func carriedTime(for mention: Mention) -> Mention.Link? {
        guard !mention.isBackground, mention.modality.isSettled, !isTimed(mention) else { return nil }
        var best: Mention.Link?
        for (focus, isScene) in [(date, false), (sceneDate, true)] {
            guard let focus, let x = score(focus, isScene: isScene, mention) else { continue }
            if x > best?.score ?? 0 { best = Mention.Link(index: focus.index, score: x, isCarried: true) }
        }
        return best
    }

    private func isSamePlace(_ focus: DateFocus, _ mention: Mention) -> Bool {
        guard let here = mention.place, let there = focus.place, let place = reading.toponyms[here.index].place else {
            return false
        }
        return place.id == reading.toponyms[there].place?.id
    }

    private func score(_ focus: DateFocus, isScene: Bool, _ mention: Mention) -> Double? {
        let sentence = reading.document.sentences[mention.sentence]
        let distance = mention.sentence - focus.sentence
        var x = weights[.timeCarryBias] + weights[.timeCarrySentence] * Double(min(distance, 12))
        if sentence.paragraph != focus.paragraph {
            guard distance <= Self.dateReach else { return nil }
            if !isScene, !(answer == sentence.paragraph && sentence.paragraph == focus.paragraph + 1) {
                guard !focus.isWeak else { return nil }
                x += weights[.timeCarryParagraph] * Double(min(sentence.paragraph - focus.paragraph, 4))
            }
        }
        if isScene { x += weights[.timeCarryScene] }
        if focus.isWeak { x += weights[.timeCarryWeak] }
        let first = reading.window(around: mention.head, in: sentence.tokens).lowerBound
        let told = first..<max(first, mention.tokens.lowerBound)
        if mention.group.isPastPerfect || mention.group.nearest == .have,
            !told.contains(where: { reading.classes[$0].contains(.report) })
        {
            x += weights[.timeCarryPerfect]
        }
        if isPresent(mention) { x += weights[.timeCarryPresent] }
        if isSamePlace(focus, mention) { x += weights[.timeCarryPlace] }
        if focus.type == mention.type { x += weights[.timeCarrySame] }
        if reading.times[focus.index].span?.precision != .day { x += weights[.timeCarryCoarse] }
        return x
    }

    /// `had recently annexed`, `for months they attacked`, `Since the war began, they have`: a time of its own, if not one
    /// with days.
    private func isTimed(_ mention: Mention) -> Bool {
        let sentence = reading.document.sentences[mention.sentence].tokens
        let group = max(sentence.lowerBound, min(mention.group.start, mention.tokens.lowerBound) - 2)
        if group < mention.head, (group..<mention.head).contains(where: { reading.timeAt[$0] > 0 }) { return true }
        guard let first = sentence.first else { return false }
        let opening = reading.classes[first].contains(.quote) ? first + 1 : first
        if Self.frames.contains(where: { reading.has($0, at: opening) }) { return true }
        let window = reading.window(around: mention.head, in: sentence)
        var index = max(window.lowerBound, mention.head - 16)
        while index < min(window.upperBound, mention.head + 16) {
            let time = Int(reading.timeAt[index]) - 1
            if time >= 0 {
                if reading.times[time].kind == .duration, reading.times[time].value.hasPrefix("PX"),
                    reading.boundaries(between: index, and: mention.head) <= 1
                {
                    return true
                }
                index = max(index + 1, reading.timeTokens[time].upperBound)
            } else {
                index += 1
            }
        }
        return false
    }

    /// What opens a sentence that is of a longer time.
    private static let frames: [StaticString] = ["since", "until", "throughout"]

    /// `troops hold the town`, `are searching`: not of the day that was told.
    private func isPresent(_ mention: Mention) -> Bool {
        // What is quoted is said of that day.
        guard mention.usage.isVerb,
            let first = reading.document.sentences[mention.sentence].tokens.first,
            !reading.classes[first].contains(.quote)
        else { return false }
        if mention.group.nearest == .be {
            return reading.has("is", at: mention.group.start) || reading.has("are", at: mention.group.start)
        }
        guard mention.usage == .active, mention.group.start == mention.head else { return false }
        return reading.lexicon.vocabulary.forms[Int(reading.words[mention.head])].allSatisfy {
            $0.tags.isDisjoint(with: [.past, .participle, .gerund, .finite, .infinitive, .passive])
        }
    }
}
