import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

/// Which of the places named so far `the city`, `the region`, `there` may be.
extension Discourse {
    /// Adds what `the city`, `the region`, `the country` say of `candidate`.
    ///
    /// - Returns: whether the words mean a part of it.
    func takesUp(
        _ candidate: CarryCandidate, _ situation: Situation, isTaken: Bool, isTown: Bool, isMost: Bool,
        _ add: (LinkerWeights.Key, Double) -> Void
    ) -> Bool {
        guard let anaphor = situation.anaphor else { return false }
        let isKind =
            switch anaphor {
            case .settlement(let at):
                isTown && (candidate.named > 0 || isMost) && (candidate.isStandIn || !isLarge(candidate.focus, for: at))
            case .capital: false
            case .area: candidate.kind != .country && candidate.kind != .continent
            case .division: candidate.kind == .division || candidate.kind == .region
            case .country, .nation: candidate.kind == .country
            case .facility, .origin, .it: false
            }
        if case .area = anaphor {
            // Where nothing else is named, the country says more than the capital that the report was sent from.
            if isTaken { add(.carryThere, 1) }
            if !isKind { add(.carryMismatch, Self.wholeForPart) }
            return false
        }
        switch anaphor {
        case .facility, .origin, .it:
            // No building is as large as a country.
            if !isTaken, candidate.kind == .country { add(.carryMismatch, Self.wholeForPart) }
            if isTaken { add(.carryFacility, 1) }
            if case .facility = anaphor { return false }
            if isTaken { add(.carryAnaphor, 1) }
            return false
        default: break
        }
        add(isTaken ? .carryAnaphor : isKind ? .carryMatch : .carryMismatch, 1)
        if case .country = anaphor {
            if isTaken { add(.carryCountry, 1) }
            return isTaken
        }
        if case .settlement = anaphor, isKind, isMost || candidate.isTitled { add(.carryTown, 1) }
        return false
    }

    /// Whether the word at `index` is `village` or `town` and the place larger.
    func isLarge(_ focus: Focus, for index: Int) -> Bool { reading.isLarge(focus.index, for: index) }

    /// How much a country speaks against `the area`, of what another kind does.
    private static let wholeForPart = 0.4

    /// Whether `mention` has a date of its own and what was at the place another: a new scene.
    func isOtherDate(_ mention: Mention, _ focus: Focus) -> Bool {
        guard let own = mention.time, !own.isCarried, let time = focus.time ?? date,
            let a = reading.times[own.index].span, let b = reading.times[time].span
        else { return false }
        guard let endA = a.end, let endB = b.end else { return false }
        return a.start >= endB || b.start >= endA
    }
}

extension Reading {
    /// Whether the word at `index` is `village` or `town` and the place of the toponym larger.
    func isLarge(_ toponym: Int, for index: Int) -> Bool {
        guard let place = toponyms[toponym].place, place.kind == .settlement else { return false }
        if has("village", at: index) {
            return Self.seats.contains(place.featureCode) || place.population > Self.largestVillage
        }
        return has("town", at: index) && (place.featureCode == "PPLC" || place.population > Self.largestTown)
    }

    private static let seats: Set<String> = ["PPLC", "PPLA"]
    /// More people do not live there.
    private static let (largestVillage, largestTown) = (50_000, 700_000)
}
