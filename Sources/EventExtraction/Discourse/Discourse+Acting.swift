import Articles
import Gazetteers
import Geoparsing

/// Who acts, and what that says of where: the government of a state, a person whose home the text told.
extension Discourse {
    /// What acts without the name of a place: the place whose `government`, `mayor` was named last, and persons.
    func takeActor(of mention: Mention, into situation: inout Situation) {
        // `Wong was arrested`
        guard situation.nation == nil, let actor = mention.actor ?? (mention.usage == .passive ? mention.target : nil)
        else { return }
        situation.home = homes.home(of: actor, reading)
        if mention.actor == nil {
            situation.home?.isOffice = false
            if situation.home?.place ?? 0 < 0 { situation.home = nil }
        }
        situation.isAbroad = PlaceLinker.mayBeAbroad(mention)
    }

    /// `the government` is that of the state whose government was named last, `the president` another's.
    mutating func noteStates(_ uses: ArraySlice<PlaceUse>) {
        for use in uses where use.kind == .country ? use.institution == .national : use.institution == .local {
            let place = reading.places[use.index]
            guard place >= 0 else { continue }
            let end = min(use.tokens.upperBound + Self.reachOfState, reading.words.count)
            for index in use.tokens.upperBound..<max(use.tokens.upperBound, end)
            where reading.lexicon.institutions[reading.words[index]] == use.institution {
                states[reading.words[index]] = place
                break
            }
        }
    }

    private static let reachOfState = 5

    /// The town that the text is at, where the governor of the region of `link` speaks of `mention`.
    func town(in link: Mention.Link, for mention: Mention, in tokens: Range<Int>) -> Mention.Link? {
        guard let carried = carriedPlace(for: mention, in: tokens, uses: []),
            let outer = reading.toponyms[link.index].place, let inner = reading.toponyms[carried.index].place,
            outer.holds(inner)
        else { return nil }
        return carried
    }

    /// The number of the state that attacks: `Russia bombed`.
    func attacker(of mention: Mention, among uses: ArraySlice<PlaceUse>) -> Int32? {
        guard mention.type == "ASSAULT", mention.usage == .active,
            !Self.undergone.contains(where: { reading.begins(with: $0, at: mention.head) })
        else { return nil }
        let use = uses.first { use in
            use.kind == .country && use.institution == nil && !use.isPossessive && !use.isModifier
                && (mention.actor?.contains(use.tokens.lowerBound)
                    ?? (use.preposition == .none && use.tokens.upperBound == mention.group.start))
        }
        return use.map { reading.places[$0.index] }
    }

    /// How verbs begin that tell of what a state does or suffers at home.
    private static let undergone: [StaticString] = ["execut", "suffer", "face", "saw", "see", "witness", "endur"]

    /// Adds what the institutions of the clause and of the text say of `candidate`.
    func weighInstitutions(
        _ candidate: CarryCandidate, _ situation: Situation, _ add: (LinkerWeights.Key, Double) -> Void
    ) {
        let isCountry = candidate.kind == .country
        if isCountry, candidate.countryCode == shares.country { add(.carryHome, 1) }
        if candidate.isAdjective { add(.carryAdjective, 1) }
        if let word = situation.institution?.word, states[word] == candidate.place {
            add(isCountry ? .carryState : .carrySeat, 1)
        }
        switch situation.institution?.kind {
        case .national? where isCountry: add(.carryNational, 1)
        case .national?: add(.carryBeneath, 1)
        case .local? where !isCountry: add(.carryLocal, 1)
        default: break
        }
        weighHome(candidate, situation, add)
        guard let nation = situation.nation else { return }
        if candidate.countryCode != nation {
            add(.carryAlien, 1)
        } else if isCountry, situation.isAbroad {
            add(.placeAbroad, 1)
        } else if !isCountry, situation.isState {
            add(.carryBeneath, 1)
        } else {
            add(.carryCompatriot, 1)
        }
    }

    /// Adds what is known of the one who acts: `Razak dismissed his critics`, wherever the text was.
    private func weighHome(
        _ candidate: CarryCandidate, _ situation: Situation, _ add: (LinkerWeights.Key, Double) -> Void
    ) {
        guard let home = situation.home else { return }
        if home.place < 0 {
            if !situation.isAbroad { add(candidate.kind == .country ? .carryNational : .carryBeneath, 1) }
        } else if candidate.place == home.place {
            if situation.isAbroad { return }
            add(home.isOffice ? .carryOffice : .carryCitizen, 1)
            // Named with the one who holds the office only: that is no passing word.
            if candidate.named == 0 { add(.carryPassing, -1) }
            if candidate.isAdjective { add(.carryAdjective, -1) }
        } else if candidate.countryCode != home.countryCode {
            if !situation.isAbroad { add(.carryStrange, 1) }
        }
    }
}
