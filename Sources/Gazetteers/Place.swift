public import GeoTypes

/// A place of a gazetteer.
public struct Place: Hashable, Sendable {
    /// `geonames:707292`, or `dateline:donbas` for what GeoNames has no number for.
    public var id: String
    public var name: String
    public var coordinate: Coordinate
    /// A GeoNames feature code without its class: `PPL`, `ADM1`, `PCLI`, `RGN`, ...
    public let featureCode: String
    /// What the feature code stands for.
    public let kind: Kind
    /// ISO 3166-1 alpha-2; `nil` where a place is in no country or in several.
    public var countryCode: String?
    /// The name of the first-level division.
    public var admin1: String?
    /// The GeoNames code of the first-level division, unique within its country.
    public var admin1Code: String?
    /// Inhabitants, 0 where unknown.
    public var population: Int

    public init(
        id: String, name: String, coordinate: Coordinate, featureCode: String, countryCode: String? = nil,
        admin1: String? = nil, admin1Code: String? = nil, population: Int = 0
    ) {
        self.id = id
        self.name = name
        self.coordinate = coordinate
        self.featureCode = featureCode
        kind = Self.kind(ofFeatureCode: featureCode)
        self.countryCode = countryCode
        self.admin1 = admin1
        self.admin1Code = admin1Code
        self.population = population
    }
}

extension Place {
    /// What kind of place a feature code stands for, as far as geoparsing cares.
    public enum Kind: UInt8, Sendable, CaseIterable {
        case continent, country, division, settlement, region, water, mountain, other
    }

    public static func kind(ofFeatureCode code: String) -> Kind {
        // Most places are towns.
        if code.hasPrefix("PPL") { return .settlement }
        return switch code {
        case "CONT": .continent
        case "ADM1", "ADM1H", "ADM2", "ADM2H", "ADM3", "ADM4", "ADM5", "ADMD", "ADMDH", "TERR", "ZN": .division
        case "RGN", "RGNE", "RGNH", "RGNL", "PEN", "ISL", "ISLS", "DSRT", "PLN", "VAL", "CAPE", "UPLD": .region
        case "SEA", "OCN", "STM", "STMS", "LK", "LKS", "GULF", "STRT", "BAY", "CHN", "CNL", "RSV", "SD", "FJD": .water
        case "MT", "MTS", "PK", "PKS", "HLL", "HLLS", "PASS", "VLC", "PLAT", "RDGE": .mountain
        default:
            code.hasPrefix("PCL") ? .country : .other
        }
    }
}
