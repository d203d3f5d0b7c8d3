import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

/// Reads the numbers of killed, wounded and displaced people.
struct CasualtyReader {
    let reading: Reading

    init(_ reading: Reading) { self.reading = reading }

    /// Adds to `mention` the number that its own object or the words around it state.
    func read(_ mention: inout Mention) {
        let tokens = reading.document.sentences[mention.sentence].tokens
        if let kind = reading.lexicon.triggers.triggers[mention.trigger].counts ?? implied(mention) {
            let value =
                reading.lexicon.isInflected ? inflected(mention, in: tokens) : plain(mention, kind, in: tokens)
            switch kind {
            case .killed: mention.killed = value
            case .wounded: mention.wounded = value
            case .displaced: mention.displaced = value
            }
        }
        adjectives(&mention, tokens)
    }

    /// `killed in an airstrike`: what rows of other types than of killing leave unsaid.
    private func implied(_ mention: Mention) -> Trigger.Casualty? {
        guard mention.usage.isVerb, !reading.lexicon.isInflected else { return nil }
        // `1,200 people fled`
        if mention.type == "RETREAT", mention.usage != .passive, reading.begins(with: "fle", at: mention.head),
            let actor = mention.actor, !actor.contains(where: { reading.classes[$0].hasAny(reading.lexicon.violence) })
        {
            return .displaced
        }
        guard mention.type == "ASSAULT" else { return nil }
        let c = reading.classes[mention.head]
        return c.contains(.deadAdjective) ? .killed : c.contains(.woundedAdjective) ? .wounded : nil
    }

    /// The number that the participants or the words next to the trigger state, in a language without cases.
    private func plain(_ mention: Mention, _ kind: Trigger.Casualty, in tokens: Range<Int>) -> Int? {
        var value: Int?
        // `more than 2,500 refugees fled`
        if kind == .displaced, mention.usage != .passive, let actor = mention.actor { value = number(in: actor) }
        if value == nil, let target = mention.target { value = number(in: own(target, kind)) }
        if value == nil, mention.usage == .active {
            value = number(in: mention.tokens.upperBound..<min(tokens.upperBound, mention.tokens.upperBound + 5))
        }
        if value == nil, mention.usage != .active, mention.usage != .noun, mention.group.start > tokens.lowerBound {
            value = number(in: max(tokens.lowerBound, mention.group.start - 2)..<mention.group.start)
        }
        if value == nil, mention.usage == .noun {
            value = number(in: mention.tokens.upperBound..<min(tokens.upperBound, mention.tokens.upperBound + 4))
        }
        return value
    }

    /// `nine dead and | more than 30 wounded`: without those that are counted otherwise.
    private func own(_ phrase: Range<Int>, _ kind: Trigger.Casualty) -> Range<Int> {
        let other: WordClasses = kind == .killed ? .woundedAdjective : .deadAdjective
        guard let last = phrase.dropFirst().last(where: { reading.classes[$0].hasAny(other) }),
            reading.classes(at: last + 1).hasAny([.conjunction, .comma])
        else { return phrase }
        return last + 1..<phrase.upperBound
    }

    /// `two dead`, `left five people injured`, `three wounded` in the same sentence.
    private func adjectives(_ mention: inout Mention, _ tokens: Range<Int>) {
        guard mention.type == "ASSAULT" else { return }
        let first = max(tokens.lowerBound, mention.head - 20)
        for index in first..<max(first, min(tokens.upperBound, mention.head + 21)) {
            let c = reading.classes[index]
            let isLoss = isLoss(index)
            let isDeath = c.contains(.deadAdjective) || reading.has("died", at: index) || isLoss
            guard isDeath || c.contains(.woundedAdjective), index > tokens.lowerBound,
                isLoss || !reading.classes(at: index + 1).hasAny([.number, .quantifier, .determiner, .approximator])
            else { continue }
            // `were killed`: a verb, which has its own.
            if reading.classes[index - 1].contains(.be) { continue }
            let isVerb = isDeath && !c.contains(.deadAdjective)
            let counted =
                isVerb
                ? reading.nounPhrase(endingBefore: index, from: tokens.lowerBound)
                : max(tokens.lowerBound, index - 3)..<index
            guard let counted, let value = number(in: counted) else { continue }
            if isDeath { mention.killed = mention.killed ?? value }
            if c.contains(.woundedAdjective) { mention.wounded = mention.wounded ?? value }
        }
        if mention.killed == nil { mention.killed = toll(reading.window(around: mention.head, in: tokens)) }
    }

    /// `five guards lost their lives`
    private func isLoss(_ index: Int) -> Bool {
        reading.has("lost", at: index) && reading.classes(at: index + 1).contains(.possessive)
            && (reading.has("lives", at: index + 2) || reading.has("life", at: index + 2))
    }

    /// The first number of people in `range`; `nil` for none, for a vague one and for one with a unit or in a date.
    func number(in range: Range<Int>) -> Int? {
        var index = range.lowerBound
        while index < range.upperBound {
            defer { index += 1 }
            let c = reading.classes[index]
            guard reading.timeAt[index] == 0, reading.toponymAt[index] == 0 else { continue }
            if c.contains(.quantifier), reading.lexicon.numbers.entries[reading.words[index]] != nil { return nil }
            // `a policeman and wounded two`: what another verb counts.
            if index > range.lowerBound, c.hasAny([.deadAdjective, .woundedAdjective]),
                reading.classes[index - 1].contains(.conjunction)
            {
                return nil
            }
            guard c.contains(.number) else { continue }
            if isAge(index) || isJoined(index) { continue }
            // `no one`, `not one soldier`
            if index > 0, reading.has("no", at: index - 1) || reading.has("not", at: index - 1) { return nil }
            // `one of the guards`, but `one of the houses`
            if reading.classes(at: index + 1).contains(.of), reading.has("one", at: index) {
                return (index + 2..<index + 6).contains { reading.classes(at: $0).contains(.person) } ? 1 : nil
            }
            var value = 0
            var position = index
            if let many = decimal(at: index) {
                value = many
                position += 2
            }
            while position < reading.words.count, let part = self.value(at: position) {
                switch part {
                case .number(let number):
                    value = value > 0 && value >= 20 && number < 10 ? value + number : max(value, number)
                case .scale(let scale): value = min(max(value, 1), 1_000_000) * scale
                }
                position += 1
                // `two hundred and fifty`
                if case .scale = part, reading.has("and", at: position),
                    case .number(let rest)? = self.value(at: position + 1),
                    rest < 100
                {
                    value += rest
                    position += 2
                    break
                }
                if position < reading.words.count, reading.isJoinedHyphen(position), self.value(at: position + 1) != nil
                {
                    position += 1
                }
            }
            let next = reading.classes(at: position)
            if next.contains(.unit) || reading.isJoinedHyphen(position) { continue }
            if reading.lexicon.numbers.entries[reading.word(at: position)]?.kind == .vague { return nil }
            // `half a million`
            if reading.has("a", at: index - 1), reading.has("half", at: index - 2) { value /= 2 }
            guard value > 0 else { return nil }
            return value + further(from: position, until: range.upperBound) + (isBesideOne(index, in: range) ? 1 : 0)
        }
        return nil
    }

    /// The numbers that are added to one: `five soldiers | and three civilians`.
    private func further(from start: Int, until end: Int) -> Int {
        var index = start + 1
        while index < end, !reading.classes[index].hasAny([.comma, .stop, .preposition, .of]) {
            // `three farmers and a child`
            if reading.has("and", at: index), reading.has("a", at: index + 1) || reading.has("an", at: index + 1),
                index + 2 < end, reading.classes[index + 2].contains(.person),
                !reading.tags(at: index + 2).contains(.plural)
            {
                return 1
            }
            if reading.has("and", at: index), reading.classes(at: index + 1).contains(.number),
                (index + 2..<index + 5).contains(where: { reading.classes(at: $0).contains(.person) })
            {
                return number(in: (index + 1)..<end) ?? 0
            }
            index += 1
        }
        return 0
    }

    /// `a woman and her | three children`, `his wife and | two daughters`: whether one person stands before the number.
    private func isBesideOne(_ index: Int, in range: Range<Int>) -> Bool {
        let and = reading.classes(at: index - 1).contains(.possessive) ? index - 2 : index - 1
        let one = and - 1
        guard one > range.lowerBound, reading.has("and", at: and), reading.classes[one].contains(.person),
            !reading.tags(at: one).contains(.plural)
        else { return false }
        return (range.lowerBound..<one).contains {
            reading.has("a", at: $0) || reading.has("an", at: $0) || reading.has("the", at: $0)
                || reading.classes[$0].contains(.possessive)
        }
    }

    /// `a man aged 45`, `at the age of 45`, `Petrov, 45,`, `a couple in their 50s`
    private func isAge(_ index: Int) -> Bool {
        guard index > 0 else { return false }
        let (before, next) = (reading.classes[index - 1], reading.classes(at: index + 1))
        if before.contains(.comma), next.contains(.comma) { return true }
        return reading.has("aged", at: index - 1)
            || before.contains(.of) && index > 1 && reading.has("age", at: index - 2)
            || before.contains(.possessive) && index > 1 && reading.has("in", at: index - 2)
    }

    /// `the 3rd brigade`, `12km`: a number that letters follow without a space counts nobody.
    private func isJoined(_ index: Int) -> Bool {
        let tokens = reading.document.tokens
        guard tokens[index].kind == .number, index + 1 < tokens.count, tokens[index + 1].kind == .word else {
            return false
        }
        return tokens[index].range.end == tokens[index + 1].range.start
    }

    /// `the death toll rose to 14`, `the number of dead reached nine`
    private func toll(_ tokens: Range<Int>) -> Int? {
        guard
            let word = tokens.first(where: { index in
                reading.has("toll", at: index)
                    || reading.has("number", at: index) && reading.classes(at: index + 1).contains(.of)
                        && (index + 2..<index + 4).contains { reading.classes(at: $0).contains(.deadAdjective) }
            })
        else { return nil }
        for index in word + 1..<max(word + 1, min(tokens.upperBound, word + 14)) {
            if reading.classes[index].hasAny([.stop, .quote, .comma]) { return nil }
            guard Self.risen.contains(where: { reading.has($0, at: index) }) else { continue }
            if let value = number(in: (index + 1)..<min(tokens.upperBound, index + 5)) { return value }
        }
        return nil
    }

    /// What stands before the number of a toll.
    private static let risen: [StaticString] = ["to", "at", "reached", "hit", "passed", "exceeded", "topped"]

    /// `1.2 million`
    private func decimal(at index: Int) -> Int? {
        let token = reading.document.tokens[index]
        guard token.kind == .number, token.range.count < 8,
            let entry = reading.lexicon.numbers.entries[reading.word(at: index + 1)], entry.kind == .scale,
            reading.document.bytes[token.range.start..<token.range.end].contains(UInt8(ascii: ".")),
            let number = Double(reading.document.lowercasedText(at: index)), number > 0, number < 10_000
        else { return nil }
        return Int(exactly: (number * Double(entry.value)).rounded())
    }

    private enum Part {
        case number(Int)
        case scale(Int)
    }

    private func value(at index: Int) -> Part? {
        guard index < reading.words.count else { return nil }
        if let entry = reading.lexicon.numbers.entries[reading.words[index]] {
            switch entry.kind {
            case .value: return .number(entry.value)
            case .scale: return .scale(entry.value)
            case .vague: return nil
            }
        }
        guard reading.document.tokens[index].kind == .number else { return nil }
        var value = 0
        for byte in reading.document.bytes[
            reading.document.tokens[index].range.start..<reading.document.tokens[index].range.end]
        {
            if byte == UInt8(ascii: ",") { continue }
            guard (0x30...0x39).contains(byte), value < 1_000_000_000 else { return nil }
            value = value * 10 + Int(byte - 0x30)
        }
        return .number(value)
    }
}
