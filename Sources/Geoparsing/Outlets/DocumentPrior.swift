package import Gazetteers
public import GeoTypes
import Geodesy

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What is known of where a document plays before it is read: where its outlet is at home.
public struct DocumentPrior: Hashable, Sendable {
    public var home: Coordinate
    /// ISO 3166-1 alpha-2.
    public var countryCode: String?
    /// Metres within which three in four of the outlet's local places lie.
    public var radius: Double
    /// How far the home is to be believed, 0...1.
    public var strength: Double

    public init(home: Coordinate, countryCode: String?, radius: Double, strength: Double) {
        self.home = home
        self.countryCode = countryCode
        self.radius = radius
        self.strength = strength
    }

    /// 1 at home, falling with the logarithm of the distance in radii to 0 on the other side of the Earth, times the
    /// strength. A country is as near as its parts where it is the outlet's own.
    package func nearness(_ place: Place) -> Double {
        nearness(
            place.coordinate,
            isOwnCountry: place.kind == .country && countryCode != nil && place.countryCode == countryCode)
    }

    fileprivate func nearness(_ coordinate: Coordinate, isOwnCountry: Bool) -> Double {
        let scale = max(radius, 25_000)
        let distance = Geodesic.wgs84.inverse(coordinate, home).distance
        var nearness = 1 - log(1 + distance / scale) / log(1 + 20_039_000 / scale)
        if isOwnCountry { nearness = max(nearness, 0.8) }
        return nearness * strength
    }
}

/// The term by which a prior re-ranks candidates: weight times nearness, added to the logarithm of the odds.
struct PriorTerm: Sendable {
    var prior: DocumentPrior
    var weight: Double

    func score(_ place: CandidateEntry) -> Double {
        let country = prior.countryCode.map(CandidateEntry.country) ?? 0
        return weight
            * prior.nearness(
                place.coordinate, isOwnCountry: place.placeKind == .country && country != 0 && place.country == country)
    }
}

/// The one feature of a prior, for its table of weights.
package enum PriorFeature: Int, ModelFeature {
    case home
}
