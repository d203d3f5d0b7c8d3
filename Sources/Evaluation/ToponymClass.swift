public import Gazetteers

/// The classes by which results on toponyms are told apart.
public enum ToponymClass: String, Sendable, CaseIterable {
    case country
    case adm1 = "ADM1"
    case adm2 = "ADM2"
    case lowerDivision = "other division"
    case populatedPlace = "populated place"
    case region
    case water
    case mountain
    case continent
    case other
    /// The corpus links to a place that the gazetteer has not, so its class is unknown.
    case unknown = "not in the gazetteer"

    public init(_ place: Place?) {
        guard let place else {
            self = .unknown
            return
        }
        switch place.kind {
        case .country: self = .country
        case .division:
            self =
                place.featureCode.hasPrefix("ADM1")
                ? .adm1 : place.featureCode.hasPrefix("ADM2") ? .adm2 : .lowerDivision
        case .settlement: self = .populatedPlace
        case .region: self = .region
        case .water: self = .water
        case .mountain: self = .mountain
        case .continent: self = .continent
        case .other: self = .other
        }
    }
}
