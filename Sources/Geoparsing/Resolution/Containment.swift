import Gazetteers

/// Which place lies in which, as far as the gazetteer's codes tell.
enum Containment {
    static func contains(_ outer: CandidateEntry, _ inner: CandidateEntry) -> Bool {
        guard outer.identity != inner.identity else { return false }
        switch outer.placeKind {
        case .country: return outer.country == inner.country && inner.placeKind != .country
        case .division where outer.isDistrict:
            return inner.placeKind == .settlement && areTogether(outer, inner) && isNear(outer, inner, 0.6, 0.8)
        case .division:
            return areTogether(outer, inner) && inner.placeKind != .country
                && (inner.placeKind != .division || inner.isDistrict)
        case .settlement:
            // "Montmartre, Paris": a part of a town, or a suburb.
            return inner.placeKind == .settlement && areTogether(outer, inner) && outer.population > inner.population
                && isNear(outer, inner, 0.25, 0.4)
        case .region, .water, .mountain, .continent, .other: return false
        }
    }

    /// In one country and division, or both in none.
    private static func areTogether(_ a: CandidateEntry, _ b: CandidateEntry) -> Bool {
        a.country == b.country && a.admin1 == b.admin1
    }

    private static func isNear(_ a: CandidateEntry, _ b: CandidateEntry, _ north: Double, _ east: Double) -> Bool {
        abs(a.latitude - b.latitude) < north && abs(a.longitude - b.longitude) < east
    }
}
