import Articles
import TemporalTagging

/// What speaks for a date that an event may take from elsewhere.
extension DateCarrier {
    /// The best of `candidates`, if any speaks for itself.
    func best(of candidates: [Candidate], for mention: Mention) -> Mention.Link? {
        guard !candidates.isEmpty else { return nil }
        let own = ownWeight(of: mention)
        let isPerfect = linker.isPresentPerfect(mention)
        var best: Mention.Link?
        for candidate in candidates {
            let x = own + score(candidate, mention) + (isPerfect ? perfectWeight(candidate, mention) : 0)
            if x > best?.score ?? 0 { best = Mention.Link(index: candidate.index, score: x, isCarried: true) }
        }
        return best
    }

    /// What speaks against a date for `has fled`: it is news, and of no day told before.
    private func perfectWeight(_ candidate: Candidate, _ mention: Mention) -> Double {
        if candidate.sentence < mention.sentence { return weights[.timeCarryPerfect] }
        // `Armenia has freed ten. The office announced it on Tuesday.`
        guard candidate.sentence > mention.sentence, let published, let span = reading.times[candidate.index].span
        else { return 0 }
        return span.isExact && (0...Self.fresh).contains(published.daysSinceEpoch - span.start.daysSinceEpoch)
            ? weights[.timeCarryNews] : Self.never
    }

    private static let never = -9.0
    /// How many days ago what a lead tells in the perfect may have been.
    private static let fresh = 7

    /// What the words of an event say of whether it takes a date from elsewhere.
    private func ownWeight(of mention: Mention) -> Double {
        var x = weights[.timeCarryBias]
        if reading.isTimed(mention) { x += weights[.timeCarryTimed] }
        if mention.group.isPastPerfect { x += weights[.timeCarryPluperfect] }
        if reading.isGerund(mention.head) { x += weights[.timeCarryGerund] }
        if mention.usage.isVerb, reading.isPresentBe(mention.group.start) { x += weights[.timeCarryPresent] }
        if isSimplePast(mention) { x += weights[.timeCarrySimple] }
        if mention.usage == .passive, reading.isPastBe(mention.group.start) { x += weights[.timeCarryPassive] }
        let tokens = reading.document.sentences[mention.sentence].tokens
        if let first = tokens.first, reading.classes[first].contains(.quote) { x += weights[.timeCarrySpeech] }
        return x
    }

    /// `fled`
    func isSimplePast(_ mention: Mention) -> Bool {
        mention.usage == .active && mention.group.nearest == .none && !reading.isGerund(mention.head)
            && !mention.group.isInfinitive && !reading.isPresent(mention)
    }

    /// What speaks for a date, whatever the words of the event are.
    private func score(_ candidate: Candidate, _ mention: Mention) -> Double {
        var x = 0.0
        let distance = mention.sentence - candidate.sentence
        if distance < 0 {
            x += weights[.timeCarryAhead] + weights[.timeCarryAheadSentence] * Double(min(-distance, Self.farAhead))
        } else {
            x += weights[.timeCarrySentence] * Double(min(distance, Self.far))
        }
        let span = reading.times[candidate.index].span
        let use = uses[candidate.index]
        let isBackground = use.isUsed && use.isBackground
        if candidate.isReport { x += weights[.timeCarryReport] }
        if candidate.isScene {
            x += weights[.timeCarryScene]
        } else {
            if candidate.rank > 0 { x += weights[candidate.rank == 1 ? .timeCarrySecond : .timeCarryFurther] }
            let sentences = reading.document.sentences
            if sentences[mention.sentence].paragraph == sentences[candidate.sentence].paragraph + 1 {
                x += weights[.timeCarryParagraph]
            }
            if !(span?.isExact ?? false) {
                x += weights[.timeCarryCoarse] * exactness
                if distance >= 0, distance <= Self.near, !isBackground,
                    sentences[mention.sentence].paragraph == sentences[candidate.sentence].paragraph
                {
                    x += weights[.timeCarryNear]
                }
            }
        }
        if let start = span?.start {
            if start == most { x += weights[.timeCarryMost] }
            if let published {
                let age = published.daysSinceEpoch - start.daysSinceEpoch
                if age == 0 { x += weights[.timeCarryPublished] }
                if (0...7).contains(age) { x += weights[.timeCarryRecent] }
                if age < 0 { x += weights[.timeCarryFuture] }
            }
        }
        if use.isEvent { x += weights[.timeCarryEvent] }
        if isBackground { x += weights[.timeCarryBackground] }
        if use.types.contains(mention.type) { x += weights[.timeCarrySame] }
        if let place = mention.place.map({ reading.places[$0.index] }), use.places.contains(place) {
            x += weights[.timeCarryPlace]
        }
        return x
    }
}
