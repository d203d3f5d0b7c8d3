import Gazetteers
import GeoTypes

/// A gazetteer of a few invented places.
struct SmallGazetteer: Gazetteer {
    var entries: [(name: String, kind: NameKind, place: Place)]

    init(_ entries: [(name: String, kind: NameKind, place: Place)]) { self.entries = entries }

    func candidates(for name: String, depth: LookupDepth) -> [Candidate] {
        entries.filter { $0.name == name }.map {
            Candidate(place: $0.place, name: $0.name, kind: $0.kind, rung: .exact)
        }
    }

    func longestName(beginningWith key: [UInt8]) -> Int { 2 }
    func contains(key: [UInt8]) -> Bool { entries.contains { FoldingKey.fold($0.name) == key } }
    func place(id: String) -> Place? { entries.first { $0.place.id == id }?.place }

    func places(around center: Coordinate, degrees: Double) -> [Place] {
        entries.map(\.place).filter {
            abs($0.coordinate.latitude - center.latitude) <= degrees
                && abs($0.coordinate.longitude - center.longitude) <= degrees
        }
    }
}

extension Place {
    static func town(
        _ number: Int, _ name: String, _ latitude: Double, _ longitude: Double, country: String = "AA",
        code: String = "PPL"
    ) -> Place {
        Place(
            id: "geonames:\(number)", name: name, coordinate: Coordinate(latitude: latitude, longitude: longitude),
            featureCode: code, countryCode: country)
    }
}
