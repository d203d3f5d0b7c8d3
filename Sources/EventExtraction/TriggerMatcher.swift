import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

/// Finds the triggers of a sentence.
struct TriggerMatcher {
    let reading: Reading
    var lexicon: Lexicon { reading.lexicon }

    init(_ reading: Reading) { self.reading = reading }

    func mentions(in sentence: Int) -> [Mention] {
        let tokens = reading.document.sentences[sentence].tokens
        return lexicon.triggers.patterns.withMatcher { mentions(of: $0, in: sentence, tokens) }
    }

    private func mentions(of patterns: PatternTable.Matcher, in sentence: Int, _ tokens: Range<Int>) -> [Mention] {
        var found: [Mention] = []
        var index = tokens.lowerBound
        while index < tokens.upperBound {
            var next = index + 1
            // A name is no trigger, nor is part of a time expression.
            if reading.toponymAt[index] == 0, reading.timeAt[index] == 0 {
                patterns.match(at: index, until: tokens.upperBound, in: reading) { match in
                    guard let mention = mention(match, at: index, sentence: sentence, in: tokens, after: found) else {
                        return false
                    }
                    if found.isEmpty { found.reserveCapacity(4) }
                    found.append(mention)
                    if !match.isSingle { next = max(next, match.head + 1) }
                    return true
                }
            }
            index = next
        }
        return found
    }

    /// - Parameter found: the triggers before it in the sentence.
    private func mention(
        _ match: PatternMatch, at index: Int, sentence: Int, in tokens: Range<Int>, after found: [Mention]
    ) -> Mention? {
        let trigger = lexicon.triggers.triggers[match.number]
        let (end, head) = (match.end, match.head)
        var usage = Usage.none
        var group = VerbGroup(start: index)
        switch trigger.pattern.partOfSpeech {
        case .any: group = reading.verbGroup(before: index, from: tokens.lowerBound)
        case .noun:
            usage = self.usage(at: head, of: index, from: tokens.lowerBound)
            guard usage == .noun else { return nil }
        case .verb, .activeVerb, .passiveVerb:
            usage = self.usage(at: head, of: index, from: tokens.lowerBound)
            // `cut off the network`: a form that is past and present tells nothing, but the particle does.
            if usage == .none, trigger.pattern.partOfSpeech != .passiveVerb, end > head + 1,
                reading.classes[head + 1].contains(.preposition) || isParticle(head + 1), isPastAndBase(head)
            {
                usage = .active
            }
            // `stood by the deal`: no agent, for the preposition is the trigger's.
            if usage == .passive || usage == .adjective, end > head + 1, reading.classes[head + 1].contains(.by),
                reading.verbGroup(before: head, from: tokens.lowerBound).nearest != .be
            {
                usage = .active
            }
            guard usage.isVerb else { return nil }
            // `took in twenty families`: the object stands behind the particle.
            // `denied claims`: the object is part of the trigger.
            if usage == .bare, end > head + 1, trigger.pattern.partOfSpeech != .passiveVerb,
                reading.beginsNounPhrase(end) || reading.classes[head + 1].contains(.report)
            {
                usage = .active
            }
            if trigger.pattern.partOfSpeech == .activeVerb, usage == .passive { return nil }
            if trigger.pattern.partOfSpeech == .passiveVerb, usage == .active { return nil }
            group = reading.verbGroup(
                before: reading.isJoinedHyphen(head - 1) ? index : head, from: tokens.lowerBound)
            if isInfinitive(head) {
                group.isInfinitive = true
                if group.nearest == .none { group.nearest = .infinitiveTo }
            }
        }
        var mention = Mention(
            trigger: match.number, tokens: index..<end, head: head, usage: usage, group: group, sentence: sentence,
            type: trigger.type, mode: trigger.mode)
        if reading.lexicon.isInflected {
            InflectedParticipants(reading).set(&mention, in: tokens)
        } else {
            setParticipants(&mention, in: tokens, previous: found.last)
        }
        for index in trigger.constraints {
            guard holds(lexicon.triggers.constraints.all[Int(index)], mention, in: tokens) else { return nil }
        }
        return mention
    }

    private func setParticipants(_ mention: inout Mention, in tokens: Range<Int>, previous: Mention?) {
        switch mention.usage {
        case .active:
            if !mention.group.isInfinitive {
                mention.actor =
                    reading.sharedSubject(of: mention.group, from: tokens.lowerBound)
                    ?? coordinatedSubject(of: mention, previous)
                    ?? reading.nounPhrase(endingBefore: mention.group.start, from: tokens.lowerBound)
            }
            // `held him in prison`: the object stands within the trigger.
            if lexicon.triggers.patterns.holdsObject(mention.trigger) {
                mention.target = reading.nounPhrase(from: mention.head + 1, until: mention.tokens.upperBound)
            }
            if mention.target == nil {
                mention.target = reading.nounPhrase(from: mention.tokens.upperBound, until: tokens.upperBound)
            }
            if mention.target == nil, mention.tokens.upperBound > mention.head + 1 {
                let first = mention.head + (isParticle(mention.head + 1) ? 2 : 1)
                mention.target = reading.nounPhrase(from: first, until: tokens.upperBound)
            }
        case .passive, .bare:
            mention.target =
                reading.sharedSubject(of: mention.group, from: tokens.lowerBound)
                ?? reading.nounPhrase(endingBefore: mention.group.start, from: tokens.lowerBound)
            if reading.classes(at: mention.tokens.upperBound).contains(.by) {
                mention.actor = reading.nounPhrase(from: mention.tokens.upperBound + 1, until: tokens.upperBound)
            }
            // `the minister resigned`, `troops arrived`: whoever resigns or arrives acts.
            if mention.usage == .bare, mention.actor == nil, Self.own.contains(mention.type),
                lexicon.triggers.triggers[mention.trigger].pattern.partOfSpeech != .passiveVerb
            {
                mention.actor = mention.target
                mention.target = nil
            }
        case .noun:
            // `capture of`, `attack on`: what follows hangs on a preposition of the trigger.
            if mention.tokens.count > 1, reading.classes[mention.tokens.upperBound - 1].hasAny([.of, .preposition]),
                !reading.classes[mention.tokens.upperBound - 1].contains(.by)
            {
                mention.target = reading.nounPhrase(from: mention.tokens.upperBound, until: tokens.upperBound)
            }
            var position = mention.tokens.upperBound
            var steps = 0
            while position < tokens.upperBound, steps < 4 {
                let c = reading.classes[position]
                if c.contains(.by) {
                    mention.actor = mention.actor ?? reading.nounPhrase(from: position + 1, until: tokens.upperBound)
                } else if c.hasAny([.of, .preposition]),
                    !c.hasAny([.locative, .fromPreposition, .background, .example]),
                    !Self.circumstances.contains(where: { reading.has($0, at: position) })
                {
                    if mention.target == nil {
                        mention.target = reading.nounPhrase(from: position + 1, until: tokens.upperBound)
                    }
                }
                if let target = mention.target, target.upperBound > position {
                    position = target.upperBound
                } else {
                    position += 1
                }
                steps += 1
            }
        case .adjective, .none: break
        }
    }

    /// `the strike after the talks`, `amid protests`: nothing that it was aimed at.
    private static let circumstances: [StaticString] = ["after", "during", "amid", "following", "due", "via"]

    /// `blew up two bridges`, `hit back at critics`
    private func isParticle(_ index: Int) -> Bool { Self.particles.contains { reading.has($0, at: index) } }

    private static let particles: [StaticString] = ["up", "off", "out", "down", "away", "back"]

    /// Types of verbs that, without an object, have who acts as their subject.
    private static let own: Set<String> = ["RETREAT", "MOBILIZE", "CONSULT", "PROTEST", "REJECT", "AGREE", "CONCEDE"]

    /// The subject of the verb before that goes on with this one: `police arrested him and searched his flat`.
    private func coordinatedSubject(of mention: Mention, _ previous: Mention?) -> Range<Int>? {
        guard let previous, previous.usage == .active || previous.usage == .bare,
            previous.tokens.upperBound < mention.group.start,
            mention.group.start - previous.tokens.upperBound <= 16
        else { return nil }
        var position = mention.group.start - 1
        while position > previous.head, reading.classes[position].contains(.adverb) { position -= 1 }
        guard reading.classes[position].hasAny([.conjunction, .comma]) else { return nil }
        let between = previous.tokens.upperBound..<position
        guard !between.contains(where: { reading.classes[$0].hasAny([.relative, .subordinator, .stop, .quote]) }) else {
            return nil
        }
        return previous.actor ?? (previous.usage == .bare ? previous.target : nil)
    }

    private func holds(_ constraint: Constraint, _ mention: Mention, in tokens: Range<Int>) -> Bool {
        let range: Range<Int>?
        let head = mention.tokens
        switch constraint.slot {
        case .obj: range = mention.target
        case .subj: range = mention.actor ?? (mention.usage == .bare ? mention.target : nil)
        case .prev: range = max(tokens.lowerBound, head.lowerBound - 2)..<head.lowerBound
        case .next: range = head.upperBound..<min(tokens.upperBound, head.upperBound + 2)
        case .sent: range = reading.window(around: mention.head, in: tokens)
        case .after: range = head.upperBound..<min(tokens.upperBound, head.upperBound + 8)
        case .before: range = max(tokens.lowerBound, head.lowerBound - 8)..<head.lowerBound
        }
        guard let range else { return constraint.negated }
        if contains(range, constraint) { return !constraint.negated }
        if constraint.negated { return true }
        return constraint.slot == .obj && isThird(range)
            && contains(antecedents(of: mention, in: tokens), constraint)
    }

    /// Whether `phrase` is only `it`, `them` or `they`.
    private func isThird(_ phrase: Range<Int>) -> Bool {
        phrase.count == 1 && Self.thirdPersons.contains { reading.has($0, at: phrase.lowerBound) }
    }

    private static let thirdPersons: [StaticString] = ["it", "them", "they"]

    /// What a pronoun of `mention` may take up: what stands before it in its sentence and in the one before, if not far off.
    private func antecedents(of mention: Mention, in tokens: Range<Int>) -> Range<Int> {
        let first = mention.sentence > 0 ? reading.document.sentences[mention.sentence - 1].tokens.lowerBound : 0
        return max(first, mention.tokens.lowerBound - Self.antecedentReach)..<mention.tokens.lowerBound
    }

    /// How far before a trigger stands what its pronouns take up, in tokens.
    private static let antecedentReach = 40

    private func contains(_ range: Range<Int>, _ constraint: Constraint) -> Bool {
        if constraint.anything { return !range.isEmpty }
        for index in range {
            if reading.classes[index].hasAny(constraint.classes) { return true }
            if lexicon.triggers.constraints.contains(reading.words[index], in: constraint) { return true }
            if constraint.place, reading.isPlace(index) { return true }
            if constraint.name, reading.isName(index) { return true }
        }
        return false
    }
}
