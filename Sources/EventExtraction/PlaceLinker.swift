import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

/// Links events to places: the candidates are the document's toponyms, the best one above the threshold is taken.
struct PlaceLinker {
    let reading: Reading
    let uses: [PlaceUse]
    /// The uses of each sentence, as a range of `uses`.
    private let bySentence: [Range<Int>]
    /// For each toponym 1 + the index of its use, or 0.
    private let useOf: [Int]
    /// For each sentence the first token whose place is kept secret, or `nil`.
    private let withheld: [Int?]
    private var weights: LinkerWeights { reading.lexicon.weights }

    init(_ reading: Reading) {
        self.reading = reading
        uses = PlaceUse.all(reading)
        var ranges: [Range<Int>] = []
        var index = 0
        for sentence in reading.document.sentences.indices {
            let first = index
            while index < uses.count, uses[index].sentence == sentence { index += 1 }
            ranges.append(first..<index)
        }
        bySentence = ranges
        var useOf = [Int](repeating: 0, count: reading.toponyms.count)
        for (index, use) in uses.enumerated() { useOf[use.index] = index + 1 }
        self.useOf = useOf
        withheld = Self.withheld(reading)
    }

    private static func withheld(_ reading: Reading) -> [Int?] {
        let sentences = reading.document.sentences
        var marks = [Int?](repeating: nil, count: sentences.count)
        for (number, sentence) in sentences.enumerated() {
            for index in sentence.tokens {
                for pattern in reading.lexicon.withheld[reading.words[index]] ?? []
                where TriggerMatcher.match(pattern, at: index, until: sentence.tokens.upperBound, in: reading) != nil {
                    marks[number] = sentence.tokens.lowerBound
                    if number > 0, sentences[number - 1].paragraph == sentence.paragraph, marks[number - 1] == nil {
                        // What is kept secret is told there; what somebody is quoted with is not.
                        let before = sentences[number - 1].tokens
                        marks[number - 1] = before.last { reading.classes[$0].contains(.quote) } ?? before.lowerBound
                    }
                }
            }
        }
        return marks
    }

    /// Whether the text says that where `mention` was is kept secret.
    func isWithheld(_ mention: Mention) -> Bool {
        withheld[mention.sentence].map { mention.head >= $0 } ?? false
    }

    func uses(in sentence: Int) -> ArraySlice<PlaceUse> { uses[bySentence[sentence]] }

    /// The uses in the sentence of `mention` that are within its reach.
    func uses(near mention: Mention) -> ArraySlice<PlaceUse> {
        let all = bySentence[mention.sentence]
        let window = reading.window(around: mention.head, in: reading.document.sentences[mention.sentence].tokens)
        let first = firstUse(in: all, from: window.lowerBound)
        return uses[first..<firstUse(in: first..<all.upperBound, from: window.upperBound)]
    }

    /// The first use of `range` at or after `token`.
    private func firstUse(in range: Range<Int>, from token: Int) -> Int {
        var (low, high) = (range.lowerBound, range.upperBound)
        while low < high {
            let middle = (low + high) / 2
            if uses[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
        }
        return low
    }

    /// The tokens of the places near `mention` that are not its own place, nor that place's container.
    func neighbours(of mention: Mention) -> [Range<Int>] {
        guard let own = mention.place, let place = reading.toponyms[own.index].place else { return [] }
        return uses(near: mention).filter {
            !$0.isContainer && !$0.isSource && reading.toponyms[$0.index].place?.id != place.id
        }.map(\.tokens)
    }

    /// The best place within the sentence of `mention`.
    ///
    /// - Parameter isTold: an event of its type was told before.
    func link(_ mention: Mention, isTold: Bool = false) -> Mention.Link? {
        var best: Mention.Link?
        let isWithheld = isWithheld(mention)
        for use in uses(near: mention) {
            if isWithheld,
                use.preposition != .locative || reading.boundaries(between: use.start, and: mention.head) > 0
            {
                continue
            }
            var value = score(use, mention)
            // `In Leeds, the mayor condemned the attack`: the one that was told.
            if isTold, mention.isDefinite, mention.usage == .noun, use.isOpening,
                use.tokens.upperBound <= mention.tokens.lowerBound,
                reading.boundaries(between: use.tokens.upperBound - 1, and: mention.head) >= 2
            {
                value += weights[.placeRepeat]
            }
            if value > best?.score ?? 0 { best = Mention.Link(index: use.index, score: value) }
        }
        return best
    }

    /// Whether the place of `link` stands at most `distance` tokens after the mention.
    func isWithin(_ link: Mention.Link, _ distance: Int, of mention: Mention) -> Bool {
        let start = reading.toponymTokens[link.index].lowerBound
        return start >= mention.tokens.upperBound && start - mention.tokens.upperBound <= distance
    }

    /// Where a movement began.
    func origin(_ mention: Mention) -> Int? {
        guard reading.lexicon.triggers.triggers[mention.trigger].movement == .departure else { return nil }
        for use in uses(near: mention)
        where use.tokens.lowerBound >= mention.tokens.upperBound && isOrigin(use, mention)
            && reading.boundaries(between: use.start, and: mention.head) == 0
        {
            return use.index
        }
        return nil
    }

    private func isOrigin(_ use: PlaceUse, _ mention: Mention) -> Bool {
        use.preposition == .from || use.preposition == .none && use.tokens.lowerBound - mention.tokens.upperBound <= 1
    }

    /// Log-odds that `use` is where `mention` happened.
    func score(_ use: PlaceUse, _ mention: Mention) -> Double {
        let trigger = reading.lexicon.triggers.triggers[mention.trigger]
        let after = use.tokens.lowerBound >= mention.tokens.upperBound
        let inTarget = mention.target.map { $0.contains(use.tokens.lowerBound) } ?? false
        let inActor = mention.actor.map { $0.contains(use.tokens.lowerBound) } ?? false
        var x = weights[.placeBias]
        switch use.kind {
        case .country: x += weights[.placeCountry]
        case .continent: x += weights[.placeContinent]
        case .water where !isSea(use): x += weights[.placeWater]
        default: break
        }
        if use.hasCompass, use.kind == .country { x -= weights[.placeCountry] / 2 }
        let clause = after ? nil : use.clause.flatMap { $0 < mention.tokens.lowerBound ? $0 : nil }
        let last = clause ?? use.tokens.upperBound - 1
        let bounds = reading.boundaries(between: after ? use.start : last, and: mention.head)
        let distance =
            after
            ? max(0, use.start - mention.tokens.upperBound) : max(0, mention.tokens.lowerBound - last - 1)
        x += weights[.placeBoundary] * Double(min(bounds, 6)) + weights[.placeDistance] * Double(min(distance, 25))
        if let clause, reading.boundaries(between: clause, and: mention.head) <= 2 {
            return x + weights[.placeLocative] + weights[.placeAttached]
        }
        if !after { x += weights[.placeBefore] }
        if after, !use.isContainer, reading.startsClause(after: mention.head, before: use.start) {
            x += weights[.placeClause]
        }
        if isTaken(use, mention, after: after) { x += weights[.placeTaken] }
        if after, !use.isContainer, trigger.movement == nil || trigger.movement == .departure,
            reading.hasPurpose(from: mention.tokens.upperBound, to: use.start)
        {
            x += weights[.placePurpose]
        }
        // `in the east of X men had to flee to the hills`
        if !after, trigger.movement == .departure || trigger.movement == .arrival,
            reading.hasUnnamedPlace(after: mention, in: reading.document.sentences[mention.sentence].tokens)
        {
            x += weights[.carryUnnamed]
        }
        if use.isFurther { x += weights[.placeLater] }
        if use.isPersonal { x += weights[.placePersonal] }
        if reading.toponyms[use.index].offset != nil { x += weights[.placeRelative] }
        if bySentence[use.sentence].count == 1, !use.isSource { x += weights[.placeSole] }
        if use.isOpening {
            x +=
                weights[.placeOpening]
                + (use.preposition == .locative ? -weights[.placeBoundary] * Double(min(bounds, 3)) * 0.7 : 0)
        }
        if use.isContainer { x += weights[.placeContainer] }
        if use.listPosition > 0 { x += weights[.placeLater] * Double(min(use.listPosition, 3)) }
        if reading.toponyms[use.index].confidence < 0.5 { x += weights[.placeUnsure] }
        if use.isSource, !inTarget { x += weights[.placeSource] }
        x += role(
            use, mention, trigger, after: after, near: distance <= 3 && bounds == 0, inTarget: inTarget,
            inActor: inActor)
        return x
    }

    /// Whether another event, in another clause, stands between `mention` and the place.
    private func isTaken(_ use: PlaceUse, _ mention: Mention, after: Bool) -> Bool {
        if after {
            return mention.nextHead < use.start && reading.boundaries(between: mention.head, and: mention.nextHead) > 0
        }
        return !use.isOpening && mention.previousHead >= use.tokens.upperBound
            && reading.boundaries(between: mention.previousHead, and: mention.head) > 0
    }

    private func role(
        _ use: PlaceUse, _ mention: Mention, _ trigger: Trigger, after: Bool, near: Bool, inTarget: Bool, inActor: Bool
    ) -> Double {
        let close = reading.boundaries(between: after ? use.start : use.tokens.upperBound - 1, and: mention.head) == 0
        if use.isCompound || use.isOwner && use.kind != .country { return weights[.placeActor] }
        if use.isTopic { return weights[.placeActor] }
        if use.isModifier {
            // `100 US soldiers` are not in their country, `the Syria strike` is.
            if use.kind == .country, !mention.tokens.contains(use.tokens.upperBound) {
                return weights[.placeActor] + domestic(use, mention)
            }
            // `in a Leeds hospital`
            if use.preposition == .locative || use.preposition == .nearby {
                return weights[.placeLocative] + weights[.placeModifier]
            }
            return weights[.placeModifier] + (inTarget ? 1 : 0)
        }
        if inActor, use.preposition == .none || use.preposition == .agent {
            return weights[use.isPossessive ? .placePossessive : .placeActor] + domestic(use, mention)
        }
        if after, close, let movement = trigger.movement {
            switch (movement, use.preposition) {
            case (.departure, .destination), (.arrival, .destination): return weights[.placeDestination]
            case (.departure, .from): return weights[.placeOrigin]
            // `left X for Y`
            case (.departure, .other) where reading.has("for", at: use.start): return weights[.placeDestination]
            case (.departure, .none) where isOrigin(use, mention): return weights[.placeOrigin]
            case (.departure, .locative), (.departure, .nearby): return weights[.placeLocative] + 0.4
            case (.arrival, .none) where inTarget: return weights[.placeDestination]
            case (.territory, .none) where inTarget: return weights[.placeObject]
            // `let troops invade X`: whatever the verb was taken for.
            case (.territory, .none) where use.start == mention.tokens.upperBound: return weights[.placeObject]
            // `drove the rebels from the town`
            case (.territory, .from) where use.kind != .country: return weights[.placeOrigin]
            default: break
            }
        }
        if trigger.movement == .territory, inTarget, use.preposition != .from { return weights[.placeObject] }
        switch use.preposition {
        case .locative, .nearby:
            return weights[.placeLocative] + (near && after ? weights[.placeAttached] : 0)
        case .of:
            return near && after && mention.usage == .noun
                ? weights[.placeAttached] + weights[.placeOf] : weights[.placeOf]
        case .from:
            // `were displaced from X`: it happened there.
            if after, close, mention.usage == .passive, mention.type == "COERCE" || mention.type == "AID" {
                return weights[.placeOrigin]
            }
            // `drove the rebels from X`: the trigger itself ends with the preposition.
            let isDriven = after && use.start < mention.tokens.upperBound && mention.type == "ASSAULT"
            return weights[isDriven && use.kind != .country ? .placeOrigin : .placeFrom]
        case .destination:
            if use.isArrival, !after { return weights[.placeArrival] }
            return mention.type == "CONSULT" || near ? weights[.placeLocative] : weights[.placeOtherPreposition] + 0.5
        case .other: return inTarget && near ? weights[.placeOf] + 0.3 : weights[.placeOtherPreposition]
        case .agent: return weights[.placeActor]
        case .none:
            if use.isPossessive { return weights[.placePossessive] + domestic(use, mention) }
            if use.isApposed { return weights[.placeApposed] }
            // `обстріл Харкова`: the case says `of`.
            if reading.lexicon.isInflected, after, close, near, mention.usage == .noun {
                return weights[.placeAttached] + weights[.placeOf]
            }
            // `an explosion rocked X`
            if after, close, mention.usage == .noun, reading.classes(at: use.start - 1).contains(.happening) {
                return weights[.placeObject] + (use.kind == .country ? -1.2 : 0)
            }
            if inTarget, close { return weights[.placeObject] + (use.kind == .country ? -1.2 : -0.3) }
            return weights[.placeBare]
        }
    }

    /// What governments say and refuse, they do at home.
    private static let speech: Set<String> = ["THREATEN", "REJECT", "REQUEST", "AGREE", "SUPPORT", "CONCEDE"]

    /// A state's own police and streets: `Turkey jailed`, `Belarus's leader faced protests`.
    private func domestic(_ use: PlaceUse, _ mention: Mention) -> Double {
        guard use.kind == .country else { return 0 }
        if Self.speech.contains(mention.type), use.preposition == .none { return weights[.placeSpeaker] }
        switch (mention.type, mention.mode) {
        case ("PROTEST", _), ("COERCE", "arrest"), ("COERCE", "curfew"), ("COERCE", "censor"),
            ("COERCE", "martial-law"), ("SANCTION", "convict"), ("ACCUSE", "allege"), ("RETREAT", "release"):
            return weights[.placeDomestic]
        default: return 0
        }
    }

    /// Where a movement of the same sentence began, of which `mention` tells the reason: `fled X when police`.
    func startingPoint(of mention: Mention, after earlier: ArraySlice<Mention>) -> Mention.Link? {
        guard let movement = earlier.last(where: { $0.origin != nil }), let origin = movement.origin,
            mention.place.map({ $0.index == movement.place?.index || $0.isCarried }) ?? true
        else { return nil }
        for index in movement.tokens.upperBound..<max(movement.tokens.upperBound, mention.tokens.lowerBound)
        where Self.reasons.contains(where: { reading.has($0, at: index) }) {
            return Mention.Link(index: origin, score: 0.8)
        }
        return nil
    }

    /// What opens the reason of a movement, or what came before it.
    private static let reasons: [StaticString] = ["when", "after", "because", "amid"]

    /// Waters in which ships are, not those that a town lies at.
    private static let seas: Set<String> = ["SEA", "OCN", "GULF", "STRT", "BAY", "SD", "CHN"]

    private func isSea(_ use: PlaceUse) -> Bool {
        reading.toponyms[use.index].place.map { Self.seas.contains($0.featureCode) } ?? false
    }

    /// UCDP `where_prec`: 1...7.
    func precision(_ link: Mention.Link) -> Int {
        let index = link.index
        guard let place = reading.toponyms[index].place else { return 6 }
        let use = useOf[index] > 0 ? uses[useOf[index] - 1] : nil
        switch place.kind {
        case .settlement, .other:
            return reading.toponyms[index].offset != nil || use?.preposition == .nearby ? 2 : 1
        case .division:
            return ["ADM2", "ADM2H", "ADM3", "ADM4", "ADM5"].contains(place.featureCode)
                ? 3 : use?.hasCompass == true ? 5 : 4
        case .region, .mountain, .continent: return 5
        case .water: return Self.seas.contains(place.featureCode) ? 7 : 5
        case .country: return use?.hasCompass == true || link.isPart ? 5 : 6
        }
    }
}
