import Articles
import Gazetteers
import Geoparsing

/// What the part that a place has in the clause says of whether it happened there.
extension PlaceLinker {
    func role(
        _ use: PlaceUse, _ mention: Mention, _ trigger: Trigger, after: Bool, near: Bool, inTarget: Bool, inActor: Bool
    ) -> Double {
        let close = reading.boundaries(between: after ? use.start : use.tokens.upperBound - 1, and: mention.head) == 0
        if let value = institutional(use, mention, inActor: inActor, inTarget: inTarget) { return value }
        if undergoes(use, mention) { return weights[.placeLocative] }
        if use.isCompound || use.isOwner && use.kind != .country { return weights[.placeActor] }
        if use.isTopic { return weights[.placeActor] }
        if use.isModifier {
            // `100 US soldiers` are not in their country, `the Syria strike` is.
            if use.kind == .country, !mention.tokens.contains(use.tokens.upperBound) {
                return weights[.placeActor] + (inActor ? domestic(use, mention) : 0)
            }
            // `in a Leeds hospital`
            if use.preposition == .locative || use.preposition == .nearby {
                return weights[.placeLocative] + weights[.placeModifier]
            }
            return weights[.placeModifier] + (inTarget ? 1 : 0)
        }
        if inActor, use.preposition == .none || use.preposition == .agent || isAbsolute(use, mention) {
            return weights[use.isPossessive ? .placePossessive : .placeActor] + domestic(use, mention)
                + (attacks(use, mention) ? weights[.placeAggressor] : 0)
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
        // `the restoration of Moscow's control`: the preposition is that of what is possessed.
        if use.isPossessive, isGovernment(use) { return weights[.placePossessive] }
        // `in the course of Russia's long assault`
        if use.isPossessive, !after, close, mention.usage == .noun, attacks(use, mention) {
            return weights[.placePossessive] + weights[.placeAggressor]
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
            if after, clears(use, mention) {
                return weights[.placeOrigin] - (use.isPersonal ? weights[.placePersonal] : 0)
            }
            // `warnings from X`, `calls from the X capital`: that is where they were spoken.
            if after, close, near, mention.usage == .noun, isVoice(mention), isState(use) {
                return weights[.placeOrigin] + weights[.placeAttached]
            }
            // `drove the rebels from X`: the trigger itself ends with the preposition.
            let isDriven = after && use.start < mention.tokens.upperBound && mention.type == "ASSAULT"
            return weights[isDriven && use.kind != .country ? .placeOrigin : .placeFrom]
        case .destination:
            if use.isArrival, !after { return weights[.placeArrival] }
            return mention.type == "CONSULT" || near ? weights[.placeLocative] : weights[.placeOtherPreposition] + 0.5
        case .other where mention.type == "ASSAULT" && after && close && near && reading.has("against", at: use.start):
            return weights[.placeOf] + 0.3
        case .other:
            // `spied for X`, `its border with X`
            let party = use.kind == .country ? weights[.placeParty] : 0
            return party + (inTarget && near ? weights[.placeOf] + 0.3 : weights[.placeOtherPreposition])
        case .agent: return weights[.placeActor]
        case .none:
            if use.isPossessive {
                // `Jordan's king sacked a minister after protests in Amman`: of what is nearer.
                // `As X's hold on the city grew, protests were put down`: of another clause.
                let isNearest =
                    after || mention.previousHead < use.tokens.upperBound && (close || !isSubordinate(use))
                return weights[.placePossessive] + (isNearest ? domestic(use, mention) : 0)
            }
            if use.isApposed { return weights[.placeApposed] }
            // `обстріл Харкова`: the case says `of`.
            if reading.lexicon.isInflected, after, close, near, mention.usage == .noun {
                return weights[.placeAttached] + weights[.placeOf]
            }
            // `an explosion rocked X`
            if after, close, mention.usage == .noun, reading.classes(at: use.start - 1).contains(.happening) {
                return weights[.placeObject] + (use.kind == .country ? -1.2 : 0)
            }
            // `were killed when X bombed`
            if after, use.kind == .country, isSubjectOfNext(use) { return weights[.placeActor] }
            if inTarget, close { return weights[.placeObject] + (use.kind == .country ? -1.2 : -0.3) }
            return weights[.placeBare]
        }
    }

    /// What governments say and refuse, they do at home.
    private static let speech: Set<String> = ["THREATEN", "REJECT", "REQUEST", "AGREE", "SUPPORT", "CONCEDE"]

    /// A state's own police and streets: `Turkey jailed`, `Belarus's leader faced protests`.
    private func domestic(_ use: PlaceUse, _ mention: Mention) -> Double {
        guard use.kind == .country else { return 0 }
        let isSaid = Self.speech.contains(mention.type) || mention.type == "ACCUSE" && mention.mode != "allege"
        if isSaid, use.preposition == .none, mention.usage != .passive {
            return weights[.placeSpeaker]
        }
        if mention.type == "ASSAULT", regains(mention) { return weights[.placeExpelling] }
        switch (mention.type, mention.mode) {
        case ("PROTEST", _), ("COERCE", "arrest"), ("COERCE", "curfew"), ("COERCE", "censor"),
            ("COERCE", "martial-law"), ("SANCTION", "convict"), ("ACCUSE", "allege"), ("RETREAT", "release"):
            return weights[.placeDomestic]
        case ("SANCTION", _), ("COERCE", "restrict"): return weights[.placeExpelling]
        default: return 0
        }
    }

    /// What acts for a place acts there: `Canadian police arrested`, `Leeds Crown Court sentenced`. `nil` where the place
    /// stands for itself.
    private func institutional(_ use: PlaceUse, _ mention: Mention, inActor: Bool, inTarget: Bool) -> Double? {
        let isCountry = use.kind == .country
        let isActor = use.preposition == .agent || use.preposition == .none && inActor
        // `the governors of X and Y backed the move`
        if use.preposition == .of, use.isPersonal, inActor, !isCountry, !Self.mayBeAbroad(mention),
            reading.classes(at: use.start - 1).contains(.official)
        {
            return weights[.placeSeat] - weights[.placePersonal]
        }
        switch use.institution {
        case .national?, .local?: break
        case .land? where use.isDemonym && (use.preposition == .locative || use.preposition == .nearby):
            return weights[.placeLocative] + weights[.placeDemonym]
        // `bombarded Syrian cities`, `the shelling of Syrian villages`
        case .land?
        where use.isDemonym && mention.type == "ASSAULT" && (inTarget || isObjectOfAll(use, mention))
            && (use.preposition == .none || use.preposition == .of):
            return weights[.placeObject] + weights[.placeDemonym] + weights[.placeAttached]
        default:
            // `a French tourist was killed`
            return use.isDemonym ? weights[.placeNationality] : nil
        }
        let base = use.isDemonym ? weights[.placeDemonym] : 0
        guard isActor || use.isDemonym else { return nil }
        if isActor {
            if !isCountry { return base + weights[.placeSeat] }
            if Self.mayBeAbroad(mention) { return base + weights[.placeAbroad] }
            return base + weights[use.institution == .national ? .placeGovernment : .placePolice]
        }
        switch use.preposition {
        case .locative, .nearby: return base + weights[.placeLocative]
        // `was summoned to the Spanish foreign ministry`
        case .destination where use.institution == .national: return base + weights[.placeLocative]
        // `the visit of the Spanish minister`
        case .of where mention.type == "CONSULT": return base + weights[.placeAbroad]
        case .none where inTarget, .of: return base + weights[.placeAddressed]
        default: return base + weights[.placeOtherPreposition]
        }
    }

    /// A minister visits and troops attack anywhere, but he resigns at home.
    static func mayBeAbroad(_ mention: Mention) -> Bool { abroad.contains(mention.type) && mention.mode != "resign" }

    /// What governments also do where they are not.
    private static let abroad: Set<String> = ["CONSULT", "COOPERATE", "ASSAULT", "MOBILIZE", "AID", "RETREAT"]

    /// `COLOMBO, Sri Lanka - Crowds stormed Sri Lanka's presidential palace`: what a state has one of is in the capital of the
    /// dateline.
    func isInDateline(_ use: PlaceUse) -> Bool {
        guard use.kind == .country, use.isPossessive, use.sentence == 0, let first = uses.first,
            first.kind == .settlement,
            first.tokens.upperBound <= use.tokens.lowerBound, first.tokens.lowerBound <= 2,
            let city = reading.toponyms[first.index].place, city.featureCode == "PPLC",
            city.countryCode == reading.toponyms[use.index].place?.countryCode
        else { return false }
        let isDateline = reading.endOfDateline(in: first.tokens.upperBound..<use.tokens.lowerBound) != nil
        let next = reading.afterPossessive(use.tokens.upperBound)
        return isDateline && Self.central.contains { reading.has($0, at: next) }
    }

    /// What says of a thing that there is one in the state.
    private static let central: [StaticString] = [
        "main", "central", "largest", "biggest", "presidential", "supreme", "national", "parliament",
    ]
}
