public import GeoTypes

/// A place of a gazetteer.
public struct Place: Sendable {
    /// What is written of a place. Places are handed on a great deal: one reference is counted then, not one for each text.
    @usableFromInline
    final class Texts: Hashable, Sendable {
        @usableFromInline let id: String
        @usableFromInline let name: String
        @usableFromInline let featureCode: String
        @usableFromInline let countryCode: String?
        @usableFromInline let admin1: String?
        @usableFromInline let admin1Code: String?

        @usableFromInline
        init(
            id: String, name: String, featureCode: String, countryCode: String?, admin1: String?, admin1Code: String?
        ) {
            self.id = id
            self.name = name
            self.featureCode = featureCode
            self.countryCode = countryCode
            self.admin1 = admin1
            self.admin1Code = admin1Code
        }

        @usableFromInline
        static func == (a: Texts, b: Texts) -> Bool {
            a === b
                || a.id == b.id && a.name == b.name && a.featureCode == b.featureCode
                    && a.countryCode == b.countryCode && a.admin1 == b.admin1 && a.admin1Code == b.admin1Code
        }

        @usableFromInline
        func hash(into hasher: inout Hasher) {
            hasher.combine(id)
            hasher.combine(name)
        }
    }

    @usableFromInline var texts: Texts
    public var coordinate: Coordinate
    /// What the feature code stands for.
    public let kind: Kind
    /// Inhabitants, 0 where unknown.
    public var population: Int

    public init(
        id: String, name: String, coordinate: Coordinate, featureCode: String, countryCode: String? = nil,
        admin1: String? = nil, admin1Code: String? = nil, population: Int = 0
    ) {
        texts = Texts(
            id: id, name: name, featureCode: featureCode, countryCode: countryCode, admin1: admin1,
            admin1Code: admin1Code)
        self.coordinate = coordinate
        kind = Self.kind(ofFeatureCode: featureCode)
        self.population = population
    }

    /// `geonames:707292`, or `dateline:donbas` for what GeoNames has no number for.
    @inlinable public var id: String {
        get { texts.id }
        set { set(id: newValue, name: name, countryCode, admin1, admin1Code) }
    }

    @inlinable public var name: String {
        get { texts.name }
        set { set(id: id, name: newValue, countryCode, admin1, admin1Code) }
    }

    /// A GeoNames feature code without its class: `PPL`, `ADM1`, `PCLI`, `RGN`, ...
    @inlinable public var featureCode: String { texts.featureCode }

    /// ISO 3166-1 alpha-2; `nil` where a place is in no country or in several.
    @inlinable public var countryCode: String? {
        get { texts.countryCode }
        set { set(id: id, name: name, newValue, admin1, admin1Code) }
    }

    /// The name of the first-level division.
    @inlinable public var admin1: String? {
        get { texts.admin1 }
        set { set(id: id, name: name, countryCode, newValue, admin1Code) }
    }

    /// The GeoNames code of the first-level division, unique within its country.
    @inlinable public var admin1Code: String? {
        get { texts.admin1Code }
        set { set(id: id, name: name, countryCode, admin1, newValue) }
    }

    @usableFromInline
    mutating func set(id: String, name: String, _ countryCode: String?, _ admin1: String?, _ admin1Code: String?) {
        texts = Texts(
            id: id, name: name, featureCode: featureCode, countryCode: countryCode, admin1: admin1,
            admin1Code: admin1Code)
    }
}

extension Place: Hashable {}

extension Place {
    /// What kind of place a feature code stands for, as far as geoparsing cares.
    public enum Kind: UInt8, Sendable, CaseIterable {
        case continent, country, division, settlement, region, water, mountain, other
    }

    public static func kind(ofFeatureCode code: String) -> Kind {
        let letters = letters(of: code)
        // Most places are towns.
        if letters & 0xFF_FFFF == towns { return .settlement }
        if let kind = kinds[letters] { return kind }
        return letters & 0xFF_FFFF == states ? .country : .other
    }

    /// The first eight letters of a feature code in one number, the first lowest: comparing texts costs more than the rest of a look-up.
    private static func letters(of code: String) -> UInt64 {
        var letters: UInt64 = 0
        for (place, letter) in code.utf8.prefix(8).enumerated() { letters |= UInt64(letter) << UInt64(8 * place) }
        return letters
    }

    private static let towns = letters(of: "PPL")
    private static let states = letters(of: "PCL")
    private static let kinds: [UInt64: Kind] = {
        let codes: [(Kind, String)] = [
            (.continent, "CONT"),
            (.division, "ADM1 ADM1H ADM2 ADM2H ADM3 ADM4 ADM5 ADMD ADMDH TERR ZN"),
            (.region, "RGN RGNE RGNH RGNL PEN ISL ISLS DSRT PLN VAL CAPE UPLD"),
            (.water, "SEA OCN STM STMS LK LKS GULF STRT BAY CHN CNL RSV SD FJD"),
            (.mountain, "MT MTS PK PKS HLL HLLS PASS VLC PLAT RDGE"),
        ]
        var kinds: [UInt64: Kind] = [:]
        for (kind, list) in codes {
            for code in list.split(separator: " ") { kinds[letters(of: String(code))] = kind }
        }
        return kinds
    }()
}
