import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

/// Makes one mention of several that tell the same happening.
struct MentionMerger {
    let reading: Reading

    /// How many mentions back one may be taken up again.
    private static let nearest = 48

    init(_ reading: Reading) { self.reading = reading }

    /// Merges the mentions of one sentence: same type and modality, no two different places or dates.
    func merged(_ mentions: [Mention]) -> [Mention] {
        guard mentions.count > 1 else { return mentions }
        var kept: [Mention] = []
        kept.reserveCapacity(mentions.count)
        for mention in mentions where !isNamedByVerb(mention, mentions) {
            // Those farther back are too far off.
            if let index = kept.suffix(Self.nearest).firstIndex(where: { areOne($0, mention) }) {
                kept[index] = merge(kept[index], mention)
            } else {
                kept.append(mention)
            }
        }
        return kept
    }

    /// `the strike killed three`: with such a verb it is no strike of workers.
    private func isNamedByVerb(_ mention: Mention, _ others: [Mention]) -> Bool {
        mention.type == "PROTEST" && mention.mode == "strike" && mention.usage == .noun
            && others.contains { other in
                other.type == "ASSAULT" && other.usage == .active && other.actor?.contains(mention.head) ?? false
            }
    }

    private func areOne(_ a: Mention, _ b: Mention) -> Bool {
        guard a.type == b.type, a.modality == b.modality || overlaps(a, b) else { return false }
        if a.tokens.overlaps(b.tokens) { return true }
        if a.isBackground != b.isBackground { return false }
        // `the bombing, which killed 19 and injured 50`: the nearest word of it counts.
        let last = a.repeats.last { $0.upperBound <= b.tokens.lowerBound } ?? a.tokens
        if reading.boundaries(between: max(a.tokens.upperBound, last.upperBound) - 1, and: b.tokens.lowerBound) > 3
            || b.head - a.head > 18
        {
            return false
        }
        if isApart(a.tokens.upperBound..<max(a.tokens.upperBound, b.tokens.lowerBound)) { return false }
        if a.type == "COERCE" || a.type == "RETREAT" || a.type == "SANCTION", let x = a.mode, let y = b.mode, x != y {
            return false
        }
        return agree(a.place, b.place) { reading.toponyms[$0].place?.id }
            && agree(a.time, b.time) { reading.times[$0].edtf }
    }

    /// `killed since the invasion`, `captured before the attack`: two times.
    private func isApart(_ between: Range<Int>) -> Bool {
        between.prefix(18).contains { index in
            reading.classes[index].hasAny([.subordinator, .preposition])
                && (reading.has("since", at: index) || reading.has("before", at: index)
                    || reading.has("until", at: index))
        }
    }

    private func overlaps(_ a: Mention, _ b: Mention) -> Bool { a.tokens.overlaps(b.tokens) }

    private func agree(_ a: Mention.Link?, _ b: Mention.Link?, _ value: (Int) -> String?) -> Bool {
        guard let a, let b, a.index != b.index else { return true }
        guard let x = value(a.index) else { return false }
        return x == value(b.index)
    }

    private func merge(_ a: Mention, _ b: Mention) -> Mention {
        var main = isMain(a, over: b) ? a : b
        let other = isMain(a, over: b) ? b : a
        main.killed = main.killed ?? other.killed
        main.wounded = main.wounded ?? other.wounded
        main.displaced = main.displaced ?? other.displaced
        // `the attack killed nine`: nobody that acts, but `suicide bombers killed nine`.
        if main.actor == nil, let actor = other.actor,
            !actor.contains(main.head) || reading.classes[main.head].contains(.person)
        {
            main.actor = actor
        }
        // A cause may well have a result's object; of two results the first keeps its own.
        let triggers = reading.lexicon.triggers.triggers
        if main.target == nil
            || triggers[other.trigger].isResult && !triggers[main.trigger].isResult
                && reading.ownTarget(of: main).map(reading.isWhere) ?? false
        {
            main.target = other.target ?? main.target
        }
        main.mode = main.mode ?? other.mode
        main.origin = main.origin ?? other.origin
        if (other.place?.score ?? 0) > (main.place?.score ?? 0) { main.place = other.place }
        if (other.time?.score ?? 0) > (main.time?.score ?? 0) { main.time = other.time }
        main.evidence = max(main.evidence, other.evidence)
        main.isBackground = a.isBackground && b.isBackground
        main.repeats += other.repeats + [other.tokens]
        return main
    }

    /// A cause before its result, a mention with a mode before one without, the first before the second.
    private func isMain(_ a: Mention, over b: Mention) -> Bool {
        let triggers = reading.lexicon.triggers.triggers
        let (x, y) = (triggers[a.trigger], triggers[b.trigger])
        if x.isResult != y.isResult { return !x.isResult }
        if a.isBackground != b.isBackground { return !a.isBackground }
        return (x.strength, x.pattern.specificity) >= (y.strength, y.pattern.specificity)
    }

    /// The earlier mention that `mention` (`the attack`) only takes up again; `nil` when it tells something new.
    func antecedent(of mention: Mention, in earlier: [Mention]) -> Int? {
        guard mention.isDefinite, mention.usage == .noun, mention.place?.isPart != true else { return nil }
        let paragraph = reading.document.sentences[mention.sentence].paragraph
        for index in earlier.indices.suffix(Self.nearest).reversed() {
            let other = earlier[index]
            guard mention.sentence - other.sentence <= 4,
                paragraph - reading.document.sentences[other.sentence].paragraph <= 2
            else { return nil }
            guard other.sentence != mention.sentence, other.type == mention.type, other.modality == mention.modality,
                other.mode == mention.mode || mention.type == "ASSAULT",
                sharesTarget(other, mention),
                areKin(other, mention)
            else { continue }
            if let a = other.place, let b = mention.place, !refines(b, a) { continue }
            if let a = other.time, let b = mention.time, reading.times[a.index].span != reading.times[b.index].span {
                continue
            }
            return index
        }
        return nil
    }

    /// Whether the words may tell the same: `the invasion` takes up no `occupied`, which stands in another row of `synonyms.tsv`.
    private func areKin(_ a: Mention, _ b: Mention) -> Bool {
        let (x, y) = (reading.synonyms(of: a), reading.synonyms(of: b))
        return x == 0 || y == 0 || x == y
    }

    /// Whether the targets have a word in common, or one is not told.
    private func sharesTarget(_ a: Mention, _ b: Mention) -> Bool {
        guard let x = a.target, let y = reading.ownTarget(of: b), y.lowerBound - b.tokens.upperBound <= 2,
            y.lowerBound >= b.tokens.upperBound - 1
        else { return true }
        // `attacked a northern city` ... `the attack on Kunduz`
        if reading.isWhere(y) || reading.isUnnamedTown(x) && reading.isPlace(y.lowerBound) { return true }
        return y.contains { index in
            reading.words[index] != 0 && !reading.classes[index].hasAny([.determiner, .of, .adjective])
                && x.contains { reading.words[$0] == reading.words[index] }
        }
    }

    /// Whether the place of `b` is that of `a`, or a finer one within it, or coarser.
    private func refines(_ b: Mention.Link, _ a: Mention.Link) -> Bool {
        guard let x = reading.toponyms[a.index].place, let y = reading.toponyms[b.index].place else { return false }
        if x.id == y.id { return true }
        if reading.isThroughout(a.index) || reading.isThroughout(b.index) { return false }
        if x.kind == .country || y.kind == .country { return x.countryCode == y.countryCode }
        guard x.kind == .division || y.kind == .division, x.kind != y.kind else { return false }
        return x.countryCode == y.countryCode && (x.admin1 == y.admin1 || x.name == y.admin1 || y.name == x.admin1)
    }

    /// What `mention` adds to the one that it takes up again.
    func take(_ mention: Mention, into other: inout Mention) {
        if let place = mention.place {
            let old = other.place.flatMap { reading.toponyms[$0.index].place }
            let new = reading.toponyms[place.index].place
            if other.place == nil || other.place?.isCarried == true
                || PlaceUse.rank(new) < PlaceUse.rank(old)
            {
                if let coarse = other.place, !coarse.isPart, coarse.index != place.index { other.coarse = coarse.index }
                other.place = place
            }
        }
        if other.time == nil || other.time?.isCarried == true { other.time = mention.time ?? other.time }
        other.killed = other.killed ?? mention.killed
        other.wounded = other.wounded ?? mention.wounded
        other.displaced = other.displaced ?? mention.displaced
        other.actor = other.actor ?? mention.actor
        other.target = other.target ?? mention.target
        other.repeats.append(mention.tokens)
    }
}
