import Gazetteers
import GeoTypes

/// Which place lies in which, as far as the gazetteer's codes tell.
enum Containment {
    static func contains(_ outer: Place, _ inner: Place) -> Bool {
        guard outer.id != inner.id else { return false }
        switch outer.kind {
        case .country: return outer.countryCode == inner.countryCode && inner.kind != .country
        case .division where outer.isDistrict:
            return inner.kind == .settlement && outer.countryCode == inner.countryCode
                && outer.admin1Code == inner.admin1Code
                && abs(outer.coordinate.latitude - inner.coordinate.latitude) < 0.6
                && abs(outer.coordinate.longitude - inner.coordinate.longitude) < 0.8
        case .division:
            return outer.countryCode == inner.countryCode && outer.admin1Code == inner.admin1Code
                && inner.kind != .country && (inner.kind != .division || inner.isDistrict)
        case .settlement:
            // "Montmartre, Paris": a part of a town, or a suburb.
            return inner.kind == .settlement && outer.countryCode == inner.countryCode
                && outer.admin1Code == inner.admin1Code && outer.population > inner.population
                && abs(outer.coordinate.latitude - inner.coordinate.latitude) < 0.25
                && abs(outer.coordinate.longitude - inner.coordinate.longitude) < 0.4
        case .region, .water, .mountain, .continent, .other: return false
        }
    }
}
