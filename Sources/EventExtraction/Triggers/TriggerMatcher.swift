import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

/// Finds the triggers of a sentence.
struct TriggerMatcher {
    var reading: Reading { patterns.text.reading }
    /// Those of the triggers.
    let patterns: PatternTable.Matcher
    /// For each word of the vocabulary the bits of its lists.
    let lists: [UInt64]
    var lexicon: Lexicon { reading.lexicon }

    init(_ patterns: PatternTable.Matcher) {
        self.patterns = patterns
        lists = patterns.text.reading.lexicon.triggers.constraints.lists
    }

    /// A trigger whose words stand there, before it is known that the rest of its row holds.
    struct Draft {
        let match: PatternMatch
        let tokens: Range<Int>
        var usage = Usage.none
        var group: VerbGroup
        var actor: Range<Int>?
        var target: Range<Int>?
        var head: Int { match.head }
    }

    /// How a head is used. Most of the patterns that begin at a token have the same.
    private struct Head {
        var index = -1
        /// Where the patterns begin.
        var start = -1
        var usage = Usage.none
        var group: VerbGroup?
    }

    func mentions(in sentence: Int) -> [Mention] {
        let tokens = reading.document.sentences[sentence].tokens
        var found: [Mention] = []
        var head = Head()
        var contents: SentenceContents?
        var known: KnownParticipants?
        var index = tokens.lowerBound
        while index < tokens.upperBound {
            var next = index + 1
            // A name is no trigger, nor is part of a time expression.
            if reading.toponymAt[index] == 0, reading.timeAt[index] == 0 {
                patterns.match(at: index, until: tokens.upperBound) { match in
                    guard var draft = draft(match, at: index, in: tokens, &head) else { return false }
                    let whole = contents ?? SentenceContents(sentence, of: reading)
                    contents = whole
                    guard holds(&draft, in: whole, after: found, &known) else { return false }
                    if found.isEmpty { found.reserveCapacity(4) }
                    found.append(mention(draft, sentence: sentence))
                    if !match.isSingle { next = max(next, match.head + 1) }
                    return true
                }
            }
            index = next
        }
        return found
    }

    private func mention(_ draft: Draft, sentence: Int) -> Mention {
        let code = lexicon.triggers.triggers[draft.match.number].code
        var mention = Mention(
            trigger: draft.match.number, tokens: draft.tokens, head: draft.head, usage: draft.usage,
            group: draft.group, sentence: sentence, type: code.type, mode: code.mode)
        mention.actor = draft.actor
        mention.target = draft.target
        return mention
    }

    /// - Parameter head: the head that was read last.
    private func draft(
        _ match: PatternMatch, at index: Int, in tokens: Range<Int>, _ head: inout Head
    ) -> Draft? {
        var draft = Draft(match: match, tokens: index..<match.end, group: VerbGroup(start: index))
        if match.partOfSpeech == .any {
            draft.group = reading.verbGroup(before: index, from: tokens.lowerBound)
        } else {
            if match.head != head.index || index != head.start {
                let usage = usage(at: match.head, of: index, from: tokens.lowerBound)
                head = Head(index: match.head, start: index, usage: usage)
            }
            draft.usage = head.usage
            if match.partOfSpeech == .noun {
                guard draft.usage == .noun else { return nil }
            } else {
                guard isUsedAsVerb(&draft, from: tokens.lowerBound) else { return nil }
                let group = head.group ?? verbGroup(of: match.head, index, from: tokens.lowerBound)
                head.group = group
                draft.group = group
            }
        }
        return draft
    }

    /// Whether the head is used as the verb that the pattern asks for, and how.
    private func isUsedAsVerb(_ draft: inout Draft, from first: Int) -> Bool {
        let (end, head, partOfSpeech) = (draft.match.end, draft.head, draft.match.partOfSpeech)
        // `cut off the network`: a form that is past and present tells nothing, but the particle does.
        if draft.usage == .none, partOfSpeech != .passiveVerb, end > head + 1,
            reading.classes[head + 1].contains(.preposition) || isParticle(head + 1), isPastAndBase(head)
        {
            draft.usage = .active
        }
        if draft.usage == .noun, partOfSpeech != .passiveVerb, end > head + 1, leads(head, from: first) {
            draft.usage = .active
        }
        // `stood by the deal`: no agent, for the preposition is the trigger's.
        if draft.usage == .passive || draft.usage == .adjective, end > head + 1,
            reading.classes[head + 1].contains(.by), reading.verbGroup(before: head, from: first).nearest != .be
        {
            draft.usage = .active
        }
        // `alone in calling for talks`, `accused of harassing and beating`: more of the trigger follows, or another verb.
        if draft.usage == .none, partOfSpeech != .passiveVerb, reading.isGerund(head),
            reading.classes(at: head - 1).hasAny([.preposition, .of]), end > head + 1 || isFollowedByGerund(head)
        {
            draft.usage = .active
        }
        // `they turn and run away`: no participle.
        if draft.usage == .passive, end > head + 1, isParticle(head + 1), isParticipleAndBase(head),
            reading.classes(at: head - 1).hasAny([.subjectPronoun, .conjunction, .relative])
        {
            draft.usage = .active
        }
        guard draft.usage.isVerb else { return false }
        // `took in twenty families`: the object stands behind the particle.
        // `denied claims`: the object is part of the trigger.
        if draft.usage == .bare, end > head + 1, partOfSpeech != .passiveVerb,
            reading.beginsNounPhrase(end) || reading.classes[head + 1].contains(.report)
        {
            draft.usage = .active
        }
        if partOfSpeech == .activeVerb, draft.usage == .passive { return false }
        return partOfSpeech != .passiveVerb || draft.usage != .active
    }

    /// - Parameter start: where the trigger begins.
    private func verbGroup(of head: Int, _ start: Int, from first: Int) -> VerbGroup {
        var group = reading.verbGroup(before: reading.isJoinedHyphen(head - 1) ? start : head, from: first)
        if isInfinitive(head) {
            group.isInfinitive = true
            if group.nearest == .none { group.nearest = .infinitiveTo }
        }
        return group
    }

    /// Whether all that the row of the draft asks for is there; sets who takes part. Who takes part costs most: what does not ask for
    /// it is looked for first.
    ///
    /// - Parameters:
    ///   - found: the triggers before it in the sentence.
    ///   - known: those that were read last: rows of the same words share them.
    private func holds(
        _ draft: inout Draft, in contents: SentenceContents, after found: [Mention], _ known: inout KnownParticipants?
    ) -> Bool {
        let constraints = lexicon.triggers.triggers[draft.match.number].constraints
        for index in constraints {
            let constraint = lexicon.triggers.constraints.all[Int(index)]
            guard constraint.slot.isParticipant || holds(constraint, draft, in: contents) else { return false }
        }
        if lexicon.isInflected {
            var mention = mention(draft, sentence: 0)
            InflectedParticipants(reading).set(&mention, in: contents.tokens)
            (draft.actor, draft.target) = (mention.actor, mention.target)
        } else {
            setParticipants(&draft, in: contents.tokens, after: found, &known)
        }
        for index in constraints {
            let constraint = lexicon.triggers.constraints.all[Int(index)]
            guard !constraint.slot.isParticipant || holds(constraint, draft, in: contents) else { return false }
        }
        if isMarch(draft) { return false }
        if !lexicon.isInflected { refine(&draft, in: contents.tokens, after: found) }
        return true
    }

    /// `hundreds of soldiers crossed into Syria`: no flight, though the row asks for hundreds.
    private func isMarch(_ draft: Draft) -> Bool {
        let trigger = lexicon.triggers.triggers[draft.match.number]
        guard trigger.type == "RETREAT", trigger.counts == .displaced || trigger.code.contexts.contains("migration"),
            !lexicon.isInflected, draft.usage == .active || draft.usage == .bare, let actor = draft.actor
        else { return false }
        return actor.contains { reading.has("soldiers", at: $0) || reading.has("troops", at: $0) }
    }

    private func holds(_ constraint: Constraint, _ draft: Draft, in contents: SentenceContents) -> Bool {
        if constraint.slot == .about { return reading.speaks(ofAny: constraint.lists) != constraint.negated }
        let (mayMeet, isThere) = contents.meets(constraint)
        if !mayMeet, constraint.negated || !constraint.slot.isParticipant { return constraint.negated }
        let tokens = contents.tokens
        let range: Range<Int>?
        let head = draft.tokens
        switch constraint.slot {
        case .obj: range = draft.target
        case .subj: range = draft.actor ?? (draft.usage == .bare ? draft.target : nil)
        case .prev: range = max(tokens.lowerBound, head.lowerBound - 2)..<head.lowerBound
        case .next: range = head.upperBound..<min(tokens.upperBound, head.upperBound + 2)
        case .sent: range = reading.window(around: draft.head, in: tokens)
        case .after: range = head.upperBound..<min(tokens.upperBound, head.upperBound + 8)
        case .before: range = max(tokens.lowerBound, head.lowerBound - 8)..<head.lowerBound
        case .about: range = nil
        }
        guard let range else {
            return constraint.negated || constraint.slot == .subj && containsImplied(constraint, draft, in: contents)
        }
        if mayMeet, isThere && range == tokens || contains(range, constraint) { return !constraint.negated }
        if constraint.negated { return true }
        return (constraint.slot == .obj ? isThird(range) : constraint.slot == .subj && isPlural(range, draft))
            && contains(antecedents(of: draft, in: contents), constraint)
    }

    /// `it took them days to dig trenches`, `the soldiers spoke of mining the road`: what a verb without a subject of its own may
    /// have as one stands before it in its sentence.
    private func containsImplied(_ constraint: Constraint, _ draft: Draft, in contents: SentenceContents) -> Bool {
        guard draft.usage == .active, !constraint.anything,
            EvidenceGate.conflict.contains(lexicon.triggers.triggers[draft.match.number].type),
            draft.group.isInfinitive || reading.isGerund(draft.head) && dependsOnWord(draft.tokens.lowerBound - 1)
        else { return false }
        let first = max(contents.tokens.lowerBound, draft.tokens.lowerBound - Self.impliedReach)
        let before = first..<draft.tokens.lowerBound
        return contains(before, constraint)
            || before.contains(where: { reading.has("they", at: $0) || reading.has("them", at: $0) })
                && contains(antecedents(of: draft, in: contents), constraint)
    }

    /// Whether what begins behind the word at `index` hangs on it: `spoke of`, `began`; no clause begins there.
    private func dependsOnWord(_ index: Int) -> Bool {
        index >= 0
            && (reading.classes[index].hasAny([.preposition, .of, .conjunction]) || reading.isVerbForm(index))
    }

    /// `they`, of who does something: everybody says something.
    private func isPlural(_ phrase: Range<Int>, _ draft: Draft) -> Bool {
        phrase.count == 1 && reading.has("they", at: phrase.lowerBound) && !isVerbal(draft)
    }

    private func isVerbal(_ draft: Draft) -> Bool {
        EvidenceGate.verbalTypes.contains(lexicon.triggers.triggers[draft.match.number].type)
    }

    /// How far before a verb its subject is looked for where grammar does not tell it, in tokens.
    private static let impliedReach = 16

    /// Whether `phrase` is only `it`, `them` or `they`.
    private func isThird(_ phrase: Range<Int>) -> Bool {
        phrase.count == 1 && Self.thirdPersons.contains { reading.has($0, at: phrase.lowerBound) }
    }

    private static let thirdPersons: [StaticString] = ["it", "them", "they"]

    /// What a pronoun of `draft` may take up: what stands before it in its sentence and in the one before, if not far off.
    private func antecedents(of draft: Draft, in contents: SentenceContents) -> Range<Int> {
        let first = contents.number > 0 ? reading.document.sentences[contents.number - 1].tokens.lowerBound : 0
        return max(first, draft.tokens.lowerBound - Self.antecedentReach)..<draft.tokens.lowerBound
    }

    /// How far before a trigger stands what its pronouns take up, in tokens.
    private static let antecedentReach = 40

    private func contains(_ range: Range<Int>, _ constraint: Constraint) -> Bool {
        if constraint.anything { return !range.isEmpty }
        let hasWords = constraint.bits != 0 || constraint.lists != 0
        for index in range {
            var classes = reading.classes[index]
            // `her appeal`: it is not she.
            if classes.contains(.possessive), index + 1 < range.upperBound { classes.remove(.person) }
            if classes.hasAny(constraint.classes) { return true }
            if hasWords, isWord(index, of: constraint) { return true }
            if constraint.place, reading.isPlace(index) { return true }
            if constraint.name, reading.isName(index) { return true }
        }
        return false
    }

    /// Whether the word at `index` is one of those of `constraint`.
    @inline(__always)
    private func isWord(_ index: Int, of constraint: Constraint) -> Bool {
        if constraint.lists != 0, lists[Int(reading.words[index])] & constraint.lists != 0 { return true }
        guard constraint.bits & reading.wordBits[index] != 0 else { return false }
        return lexicon.triggers.constraints.contains(reading.words[index], in: constraint.words)
    }
}
