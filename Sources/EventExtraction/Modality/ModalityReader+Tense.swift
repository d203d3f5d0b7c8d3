import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

/// What the verb itself says: its tense, and how often.
extension ModalityReader {
    /// Whether the verb is the future of a perfective verb: `проведуть`.
    func isFuture(_ mention: Mention) -> Bool {
        guard reading.lexicon.isInflected, mention.usage == .active else { return false }
        let forms = reading.lexicon.vocabulary.forms
        var isFuture = false
        for form in forms[Int(reading.words[mention.head])] where form.tags.contains(.finite) {
            let isPerfective = reading.lexicon.vocabulary.tags(of: form.lemma, lemma: form.lemma).contains(.perfective)
            guard form.tags.contains(.future) || form.tags.contains(.nonpast) && isPerfective else { return false }
            isFuture = true
        }
        return isFuture
    }

    func habitual(_ mention: Mention) -> Event.Modality? {
        // `herders often clash with farmers`
        if mention.usage == .noun, mention.tokens.lowerBound > tokens.lowerBound {
            let before = reading.classes[mention.tokens.lowerBound - 1]
            return before.contains(.habitual) && !before.contains(.determiner) ? .generic : nil
        }
        guard mention.usage == .active || mention.usage == .passive else { return nil }
        let first = max(tokens.lowerBound, mention.group.start - 3)
        let last = min(tokens.upperBound, mention.tokens.upperBound + 1)
        for index in first..<last where reading.classes[index].contains(.habitual) { return .generic }
        return isOfEachTime(mention) ? .generic : nil
    }

    private static let presentForms: [StaticString] = ["is", "are", "be"]

    func isPresent(_ mention: Mention) -> Bool {
        let tags = reading.tags(at: mention.head)
        guard mention.usage == .active, mention.group.nearest == .none else {
            // `before the town is attacked`
            return mention.usage == .passive && mention.group.nearest == .be
                && (mention.group.start..<mention.head).contains { index in
                    Self.presentForms.contains { reading.has($0, at: index) }
                }
        }
        return !tags.isDisjoint(with: [.base, .third]) && !tags.contains(.past)
    }
}
