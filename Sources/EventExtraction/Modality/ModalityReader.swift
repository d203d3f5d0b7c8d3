import Articles
import Gazetteers
import Geoparsing
import Tables
import TemporalTagging

/// Reads from the cues of a sentence whether its events happened.
struct ModalityReader {
    struct Found {
        var cue: Int
        var tokens: Range<Int>
        var head: Int
        /// Whether the cue is a verb in one of its forms.
        var isVerb: Bool
    }

    let reading: Reading
    let tokens: Range<Int>
    let found: [Found]
    private let isQuestion: Bool

    init(_ reading: Reading, sentence: Int) {
        self.reading = reading
        let tokens = reading.document.sentences[sentence].tokens
        self.tokens = tokens
        found = reading.lexicon.modality.patterns.withMatcher(of: reading) { Self.cues($0, tokens, reading) }
        isQuestion = reading.asks(sentence)
    }

    private static func cues(
        _ patterns: PatternTable.Matcher, _ tokens: Range<Int>, _ reading: Reading
    ) -> [Found] {
        var found: [Found] = []
        for index in tokens {
            patterns.match(at: index, until: tokens.upperBound, isCue: true) { match in
                // `reports that`, but `the agency reports that`; `police suspect that`, but `the suspect had a bomb`
                if match.partOfSpeech == .noun {
                    let tags = reading.tags(at: match.head)
                    guard reading.usage(at: match.head, tags: tags, from: tokens.lowerBound) == .noun else {
                        return false
                    }
                } else if match.partOfSpeech.isVerb, isNamed(match.head, from: tokens.lowerBound, reading),
                    reading.lexicon.modality.cues[match.number].scopes == .following
                {
                    return false
                }
                if found.isEmpty { found.reserveCapacity(8) }
                found.append(
                    Found(
                        cue: match.number, tokens: index..<match.end, head: match.head,
                        isVerb: match.partOfSpeech.isVerb))
                // A verb of one word may be an adjective as well: `failed to attack`, `the failed attack`.
                return !match.isSingle || !match.partOfSpeech.isVerb
            }
        }
        return found
    }

    /// Whether the word at `index` has an article, and so is a noun.
    private static func isNamed(_ index: Int, from first: Int, _ reading: Reading) -> Bool {
        guard index > first, reading.tags(at: index).contains(.base) else { return false }
        let before = reading.classes[index - 1]
        return before.hasAny([.determiner, .possessive, .adjective])
            && !before.hasAny([.relative, .conjunction, .adverb, .quantifier])
    }

    /// The modality of `mention`: that of the nearest cue that governs it.
    func modality(of mention: Mention) -> Event.Modality {
        if hasNegatedParticipant(mention) { return .negated }
        var best: (distance: Int, modality: Event.Modality, cue: Found)?
        // What hangs over a future: `fear that it will be bombed`.
        var doubt: (distance: Int, modality: Event.Modality)?
        // `cancelled the march planned for May`: what did not take place was planned all the same.
        var undone: Event.Modality?
        let window = reading.window(around: mention.head, in: tokens)
        let first = found.partitioningIndex { $0.tokens.lowerBound >= window.lowerBound }
        for candidate in found[first...] {
            if candidate.tokens.lowerBound >= window.upperBound { break }
            let cue = reading.lexicon.modality.cues[candidate.cue]
            guard let distance = governs(candidate, cue.scopes, cue.modality, mention),
                !isUnderWay(mention, against: candidate, cue), !isKnownReport(candidate, cue, mention)
            else { continue }
            let modality = effect(of: candidate, cue)
            if best == nil || distance < best?.distance ?? 0 { best = (distance, modality, candidate) }
            if isDoubt(candidate, cue, mention),
                doubt == nil || modality == .denied || distance < doubt?.distance ?? 0 && doubt?.modality != .denied
            {
                doubt = (distance, modality)
            }
            if cue.modality == .negated, mention.usage == .noun { undone = modality }
        }
        if let best {
            // `denied the allegation that he attacked`
            if doubt?.modality == .denied, [.alleged, .hypothetical].contains(best.modality), !best.cue.isVerb {
                return .denied
            }
            if best.modality == .alleged || isReport(best.cue) { return verdict(on: mention, .denied) ?? best.modality }
            guard best.modality == .planned else { return best.modality }
            if let doubt, reading.classes[best.cue.tokens.lowerBound].contains(.modal) { return doubt.modality }
            if isVow(best.cue, mention) { return .threatened }
            if followsCondition(best.cue, mention) { return .hypothetical }
            // `plans to deploy troops have been dropped`
            if isPlan(best.cue), undone == nil, verdict(on: mention, .negated) != nil { return .negated }
            return undone ?? .planned
        }
        if isInvertedCondition(mention) { return .hypothetical }
        if mention.usage == .active || mention.usage == .passive {
            if mention.group.isNegated { return .negated }
            if isFuture(mention) { return .planned }
            if mention.group.isInfinitive, (mention.group.nearest == .infinitiveTo) == (mention.usage == .active) {
                return .planned
            }
        }
        // `the coup attempt`
        if mention.usage == .noun, reading.has("attempt", at: mention.head) || reading.has("attempts", at: mention.head)
        {
            return .attempted
        }
        if isQuestion { return .hypothetical }
        if let habit = habitual(mention) { return habit }
        return .asserted
    }

    /// Types whose conditions do not make them hypothetical.
    static let conditional: Set<String> = ["THREATEN", "AGREE", "REQUEST", "REJECT"]

    /// How near the cue is if it governs `mention`.
    private func governs(
        _ candidate: Found, _ scopes: ModalityCue.Scopes, _ cueModality: Event.Modality, _ mention: Mention
    ) -> Int? {
        let start = min(mention.group.start, mention.tokens.lowerBound)
        let end = candidate.tokens.upperBound
        if candidate.tokens.lowerBound >= mention.tokens.upperBound {
            // After the trigger: adverbs of the clause, and passives of which the noun is the subject. A threat, a demand or a
            // promise with a condition is made all the same.
            if cueModality == .hypothetical, Self.conditional.contains(mention.type) { return nil }
            let distance = candidate.tokens.lowerBound - mention.tokens.upperBound
            if scopes.contains(.clause), distance <= (isAppended(candidate) ? 14 : 4),
                boundaries(candidate, mention) <= 1
            {
                return distance + 2
            }
            if scopes.contains(.subject), mention.usage == .noun || isGerundSubject(mention), distance <= 10 {
                if isPlannedApposition(candidate, mention) { return distance }
                if distance <= 8, boundaries(candidate, mention) == 0 || !candidate.isVerb && distance == 1,
                    !candidate.isVerb && isFirstVerb(candidate, mention) || distance == 0 && isReduced(candidate)
                        || reading.verbGroup(before: candidate.head, from: tokens.lowerBound).nearest == .be
                {
                    return distance
                }
            }
            return isAttribution(candidate, scopes, cueModality, of: mention) ? Reading.reach : nil
        }
        // A cue that is part of the trigger says nothing about it, unless it is in the verb group.
        guard end <= mention.tokens.lowerBound else {
            // `may hold a protest`: a trigger that is a cue's verb.
            if reading.classes[candidate.tokens.lowerBound].contains(.modal), candidate.tokens.lowerBound >= start,
                mention.usage.isVerb, end <= mention.head + 1
            {
                return 0
            }
            if isCalledFor(candidate, scopes, cueModality, mention) { return 0 }
            // `attempt on the life of`, `try to flee`
            guard cueModality == .attempted, end < mention.tokens.upperBound, scopes != .modifier,
                candidate.tokens.lowerBound <= mention.head
            else { return nil }
            return mention.usage == .noun || reading.classes(at: end).contains(.infinitiveTo) ? 0 : nil
        }
        let distance = mention.tokens.lowerBound - end
        let crossed = reading.boundaries(between: candidate.tokens.upperBound - 1, and: mention.tokens.lowerBound)
        if scopes.contains(.verb), mention.usage.isVerb, candidate.tokens.lowerBound >= start || distance <= 1 {
            return distance
        }
        if scopes.contains(.verb), mention.usage.isVerb, coordinated(candidate, mention) { return distance }
        if scopes.contains(.modifier), mention.usage == .noun, distance <= 3, crossed == 0,
            !(end..<mention.tokens.lowerBound).contains(where: { reading.classes[$0].hasAny([.preposition, .of]) })
        {
            return distance
        }
        if scopes.contains(.infinitive), mention.usage.isVerb, mention.group.isInfinitive, distance <= 9, crossed <= 1 {
            return distance
        }
        if scopes.contains(.infinitive), goesOn(candidate, mention) { return distance }
        if scopes.contains(.object), mention.usage == .noun, continuesList(candidate, mention) { return distance }
        if scopes.contains(.object), crossed == 0, distance <= 6 {
            if mention.usage == .noun { return leavesObject(candidate, mention) ? nil : distance }
            let isGerund = !reading.tags(at: mention.head).isDisjoint(with: .gerund)
            if isGerund, mention.group.nearest != .be { return distance }
        }
        if scopes.contains(.clause), distance <= (followsRelative(candidate) ? 1 : 6), crossed <= 1 {
            return distance + 2
        }
        if scopes.contains(.present), isPresent(mention), distance <= 12, noStop(candidate, mention) {
            return distance + 3
        }
        if scopes.contains(.following), distance <= 22, !isMainVerb(mention, after: candidate, scopes),
            !(scopes.contains(.object) && mention.usage == .noun && leavesObject(candidate, mention)),
            !isAfterwards(candidate, mention),
            noStop(candidate, mention)
        {
            return distance + 3
        }
        return nil
    }

    /// `the talks will be held`, but `the attack was condemned and talks will be held`; `against the vote to be held`: the vote.
    private func isFirstVerb(_ cue: Found, _ mention: Mention) -> Bool {
        let between = mention.tokens.upperBound..<cue.tokens.lowerBound
        let isAfterBe = between.last.map { reading.classes[$0].contains(.be) } ?? false
        if between.count > 1, !isAfterBe, reading.has("to", at: cue.tokens.lowerBound) { return false }
        return !between.dropLast(isAfterBe ? 1 : 0).contains {
            reading.classes[$0].hasAny([.be, .have, .auxDo, .modal, .report])
        }
    }

    /// `an offensive planned for May`: the passive of a cue without its auxiliary, but not `an attack planned for months`.
    func isReduced(_ cue: Found) -> Bool {
        let end = cue.tokens.upperBound
        let time = cue.isVerb ? end + 1 : end
        if reading.timeAt.indices.contains(time), reading.timeAt[time] > 0,
            reading.times[Int(reading.timeAt[time]) - 1].kind == .duration
        {
            return false
        }
        let next = reading.classes(at: end)
        return !cue.isVerb || next.contains(.preposition) && !next.contains(.determiner)
    }

    /// `two men suspected of killing a nun were held`: a preposition governs nouns and gerunds, and no verb of its own time.
    private func isMainVerb(_ mention: Mention, after cue: Found, _ scopes: ModalityCue.Scopes) -> Bool {
        let last = cue.tokens.upperBound - 1
        guard mention.usage.isVerb, !cue.isVerb, scopes.contains(.object), !reading.lexicon.isInflected,
            reading.classes[last].hasAny([.of, .preposition]), !reading.classes[last].contains(.infinitiveTo)
        else { return false }
        let group = mention.group
        if (group.start..<mention.head).contains(where: {
            reading.has("having", at: $0) || reading.has("being", at: $0)
        }) {
            return false
        }
        // `convicted of killing a man and sentenced`: without an auxiliary it may go on with the cue.
        return [.be, .have, .modal, .auxDo].contains(group.nearest)
    }

    /// `gunmen who allegedly belong to a gang killed`: the adverb belongs to the clause between.
    private func followsRelative(_ cue: Found) -> Bool {
        cue.tokens.lowerBound > tokens.lowerBound && reading.classes[cue.tokens.lowerBound - 1].contains(.relative)
    }

    func boundaries(_ candidate: Found, _ mention: Mention) -> Int {
        reading.boundaries(between: mention.tokens.upperBound - 1, and: candidate.tokens.lowerBound)
    }

    /// `will capture and kill`: the cue's verb group goes on over `and`.
    private func coordinated(_ candidate: Found, _ mention: Mention) -> Bool {
        guard mention.group.start > tokens.lowerBound, reading.classes[mention.group.start - 1].contains(.conjunction),
            mention.group.nearest == .none, mention.tokens.lowerBound - candidate.tokens.upperBound <= 14,
            !(candidate.tokens.upperBound..<mention.group.start).contains(where: {
                reading.classes[$0].hasAny([.comma, .subjectPronoun, .relative, .stop])
            })
        else { return false }
        return reading.tags(at: mention.head).contains(.base)
    }

    /// `if` and `claimed that` reach to the next semicolon or the end of a clause that a comma closes after a verb.
    private func noStop(_ candidate: Found, _ mention: Mention) -> Bool {
        var commas = 0
        var first = candidate.tokens.upperBound
        // `In the film, aliens attack`, `According to rumours, troops attacked`
        if [.generic, .alleged].contains(reading.lexicon.modality.cues[candidate.cue].modality), !candidate.isVerb,
            first < mention.tokens.lowerBound, reading.classes[first].contains(.comma)
        {
            first += 1
        }
        for index in first..<mention.tokens.lowerBound {
            if reading.classes[index].hasAny([.stop, .quote]), !reading.isJoinedHyphen(index) { return false }
            if reading.classes[index].contains(.comma), reading.toponymAt[index] == 0, reading.timeAt[index] == 0 {
                commas += 1
            }
        }
        return commas == 0
    }
}
