import Articles
import Gazetteers
import Geoparsing

/// Which part a state has in the clause: it acts, it attacks, it is asked or accused.
extension PlaceLinker {
    /// Whether a country that nothing else is told of is what acts: `that Russia would retaliate`, `Russia announces
    /// expulsions`.
    func isSubject(_ use: PlaceUse, _ mention: Mention) -> Bool {
        if isAbsolute(use, mention) { return true }
        guard use.kind == .country, use.preposition == .none, use.tokens.upperBound <= mention.tokens.lowerBound else {
            return false
        }
        // `the regions that X annexed`, `since X invaded`
        let before = use.tokens.lowerBound - 1
        if mention.usage.isVerb, use.tokens.upperBound == mention.head,
            reading.classes(at: before).hasAny([.relative, .subordinator]) || use.opensClause(at: before, reading)
        {
            return true
        }
        return mention.usage.isVerb
            ? mention.usage == .active && isRightBefore(mention.group.start, use)
            : reading.boundaries(between: use.tokens.upperBound - 1, and: mention.head) == 0
                // `to attack X over the arrest`: the object of another verb.
                && mention.previousHead != use.start - 1
    }

    /// `with Moscow shelling the town`: the subject of a participle.
    func isAbsolute(_ use: PlaceUse, _ mention: Mention) -> Bool {
        use.preposition == .other && use.tokens.upperBound == mention.group.start && mention.usage.isVerb
            && (use.kind == .country || isGovernment(use)) && reading.isGerund(mention.head)
            && reading.has("with", at: use.start)
    }

    /// A state that something is asked of, or that is accused or warned: `called on Russia to`, `accused Bogota`.
    func isAddressee(_ use: PlaceUse, _ mention: Mention) -> Bool {
        guard !use.isDemonym, use.preposition != .locative, use.preposition != .nearby, mention.usage.isVerb else {
            return false
        }
        return isState(use) && Self.addressing.contains(mention.type)
    }

    private static let addressing: Set<String> = ["REQUEST", "ACCUSE", "REJECT", "THREATEN", "SUPPORT", "CONCEDE"]

    /// Whether the name begins a subordinate clause: `As X's hold on the city grew`.
    func isSubordinate(_ use: PlaceUse) -> Bool {
        let before = use.tokens.lowerBound - 1
        return reading.classes(at: before).contains(.subordinator) || reading.has("as", at: before)
    }

    /// Whether a verb of the tables follows the name in a clause that a conjunction opens.
    func isSubjectOfNext(_ use: PlaceUse) -> Bool {
        let next = use.tokens.upperBound
        guard next < reading.document.tokens.count, reading.document.tokens[next].shape == .lowercase,
            reading.classes(at: use.start - 1).contains(.subordinator)
        else { return false }
        return reading.classes[next].hasAny([.be, .have, .modal, .auxDo])
            || reading.lexicon.vocabulary.forms[Int(reading.words[next])].contains { $0.tags.isDisjoint(with: .noun) }
    }

    /// A state attacks elsewhere: `since Russia invaded`; but it executes people at home.
    func attacks(_ use: PlaceUse, _ mention: Mention) -> Bool {
        (use.kind == .country || isGovernment(use)) && !use.hasCompass && mention.type == "ASSAULT"
            // `Norway's jets bombed`
            && (use.institution == nil || use.isPossessive && use.institution == .forces)
            && !reading.begins(with: "execut", at: mention.head) && !regains(mention)
            && !(use.isPossessive && reading.isDefence(mention.head))
    }

    /// A state that wins back land does so at home: `recaptured 20 villages from the rebels`.
    func regains(_ mention: Mention) -> Bool {
        mention.usage == .active
            && (Self.regaining.contains { reading.begins(with: $0, at: mention.head) }
                || reading.has("won", at: mention.head) && reading.has("back", at: mention.head + 1))
    }

    private static let regaining: [StaticString] = ["recaptur", "retake", "retook", "regain", "reclaim"]

    /// Whether the place is what an attack or a riot befalls: `X has suffered a series of bombings`.
    func undergoes(_ use: PlaceUse, _ mention: Mention) -> Bool {
        guard mention.usage == .noun, mention.type == "ASSAULT" || mention.type == "PROTEST", use.preposition == .none,
            !use.isDemonym, !use.isPossessive, !use.isModifier, use.tokens.upperBound < mention.tokens.lowerBound,
            mention.head - use.tokens.upperBound <= Self.reachOfSuffering
        else { return false }
        let between = use.tokens.upperBound..<mention.head
        let verb = between.first { index in Self.suffering.contains { reading.begins(with: $0, at: index) } }
        guard let verb else { return false }
        return (use.tokens.upperBound..<verb).allSatisfy {
            reading.classes[$0].hasAny([.be, .have, .adverb]) || reading.timeAt[$0] > 0
        } && reading.boundaries(between: verb, and: mention.head) == 0
    }

    private static let reachOfSuffering = 14
    private static let suffering: [StaticString] = [
        "suffer", "saw", "seen", "witness", "endur", "experienc", "faced", "facing", "face",
    ]

    /// `bombing, shelling and besieging Syrian towns`: the object of all the verbs of a list.
    func isObjectOfAll(_ use: PlaceUse, _ mention: Mention) -> Bool {
        guard mention.usage == .active, use.tokens.lowerBound > mention.head + 1,
            use.tokens.lowerBound - mention.head <= Self.reachOfSuffering
        else { return false }
        let between = (mention.head + 1)..<use.tokens.lowerBound
        return between.contains { reading.classes[$0].contains(.conjunction) }
            && between.allSatisfy {
                reading.isGerund($0) || reading.classes[$0].hasAny([.comma, .conjunction, .adverb])
            }
    }

    /// `their invasion`: that of those who act.
    func isTheirs(_ mention: Mention) -> Bool {
        reading.classes(at: mention.tokens.lowerBound - 1).contains(.possessive)
    }

    /// Words that are spoken: `a warning`, `calls for`.
    func isVoice(_ mention: Mention) -> Bool {
        Self.addressing.contains(mention.type) && mention.type != "CONCEDE"
    }

    /// A country, or a capital that stands for it.
    func isState(_ use: PlaceUse) -> Bool {
        use.kind == .country || reading.toponyms[use.index].place?.featureCode == "PPLC"
    }

    /// Whether the verb at `verb` follows the name, with at most one word between: `X began waging`.
    private func isRightBefore(_ verb: Int, _ use: PlaceUse) -> Bool {
        let next = use.tokens.upperBound
        return next == verb
            || next == verb - 1 && reading.document.tokens[next].shape == .lowercase
                && !reading.classes[next].hasAny([.preposition, .of, .conjunction, .relative, .subordinator, .comma])
    }
}
