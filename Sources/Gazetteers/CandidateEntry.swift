package import GeoTypes
import Tables

/// A place that a name may stand for, in plain numbers: what is weighed of many candidates, of which only one becomes a
/// ``Place``.
package struct CandidateEntry: Hashable, Sendable {
    package struct Traits: OptionSet, Hashable, Sendable {
        package let rawValue: UInt8
        package init(rawValue: UInt8) { self.rawValue = rawValue }

        /// `PPLC` and `PPLA`.
        package static let capital = Traits(rawValue: 1)
        package static let seat = Traits(rawValue: 2)
        /// A division below the first level.
        package static let district = Traits(rawValue: 4)
        /// A division that may be called a county: not of the first level, or one whose name says so.
        package static let county = Traits(rawValue: 8)
    }

    package var latitude: Double
    package var longitude: Double
    package var population: Int
    /// The same for the same id of a place.
    package var identity: UInt64
    /// A hash of the code of the first-level division, 0 for none; and of the country's code and it, 0 without either.
    package var admin1: UInt64
    package var division: UInt64
    /// The country's code as a number in the order of the codes; 0 for none.
    package var country: UInt32
    /// What the source of the entry knows the place by.
    package var number: UInt32
    /// The bytes of the spelling that was met.
    package var nameLength: UInt32
    /// Numbers that whoever collects entries gives to country and division.
    package var countryNumber: Int32 = -1
    package var divisionNumber: Int32 = -1
    package var kind: NameKind
    package var rung: Rung
    package var placeKind: Place.Kind
    package var traits: Traits

    package var coordinate: Coordinate { Coordinate(latitude: latitude, longitude: longitude) }
    package var isDistrict: Bool { traits.contains(.district) }
    /// Small enough that its coordinate says where it is.
    package var isPoint: Bool { placeKind == .settlement || traits.contains(.district) }
}

extension CandidateEntry {
    /// The entry of a candidate that is known in full.
    package init(_ candidate: Candidate, number: UInt32) {
        let place = candidate.place
        latitude = place.coordinate.latitude
        longitude = place.coordinate.longitude
        population = place.population
        identity = Self.identity(of: place.id)
        country = place.countryCode.map(Self.country) ?? 0
        admin1 = place.admin1Code.map { Self.symbol($0.utf8) } ?? 0
        division = 0
        if let country = place.countryCode, place.admin1Code != nil {
            division = Self.division(Self.symbol(country.utf8), admin1)
        }
        self.number = number
        nameLength = UInt32(truncatingIfNeeded: candidate.name.utf8.count)
        kind = candidate.kind
        rung = candidate.rung
        placeKind = place.kind
        traits = Self.traits(place.featureCode, place.kind)
        if place.kind == .division, place.name.hasSuffix(" County") || place.name.hasSuffix(" District") {
            traits.insert(.county)
        }
    }

    /// What a feature code alone tells; of the first level no division is a county by its code.
    static func traits(_ code: String, _ kind: Place.Kind) -> Traits {
        switch kind {
        case .settlement: code == "PPLC" ? .capital : code == "PPLA" ? .seat : []
        case .division:
            switch code {
            case "ADM1": []
            case "ADM1H", "TERR": .county
            default: [.district, .county]
            }
        default: []
        }
    }

    /// Never 0.
    static func symbol(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash = StableHash.seed
        for byte in bytes { hash = StableHash.hashed(hash, byte) }
        return hash | 1
    }

    static func division(_ country: UInt64, _ code: UInt64) -> UInt64 { (country &* 31) &+ code }

    /// The number of a country's code.
    package static func country(_ code: String) -> UInt32 {
        var value: UInt32 = 0
        var count = 0
        for byte in code.utf8 {
            value = value << 8 | UInt32(byte)
            count += 1
        }
        // Codes have two letters; so that all of them are in order, shorter ones are filled up.
        return count > 0 && count < 4 ? value << UInt32(8 * (4 - count)) : value
    }

    static func identity(of id: String) -> UInt64 {
        PlaceID.packed(id).map { UInt64($0) } ?? (symbol(id.utf8) | 1 << 63)
    }
}

/// A gazetteer that gives candidates without making their places.
package protocol EntrySource: Gazetteer {
    /// Appends what `candidates(for:depth:)` gives for `name`, in the same order.
    func appendEntries(
        for name: UnsafeBufferPointer<UInt8>, depth: LookupDepth, to entries: inout [CandidateEntry])

    /// For each of `ends`, which ascend within `text`, whether a name may end there that begins with the text: the bit of its
    /// number. An unset bit is sure.
    func mayEndNames(
        in text: UnsafeBufferPointer<UInt8>, at ends: UnsafeBufferPointer<Int>
    ) -> UInt64

    /// What `longestName(beginningWith:)` gives for the key of `word`.
    func longestName(beginningWithWord word: UnsafeBufferPointer<UInt8>) -> Int

    /// The place of an entry that it gave.
    func place(of entry: CandidateEntry) -> Place?
}
