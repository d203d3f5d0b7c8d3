public import Gazetteers
public import GeoTypes

/// A point to measure from or to, and where it comes from.
public struct PlacePoint: Hashable, Sendable {
    /// As it was written.
    public var text: String
    public var coordinate: Coordinate
    /// The gazetteer's place, where a name or an id was given.
    public var place: Place?
    /// The feature's name or id, where a feature of a file was given.
    public var feature: String?
    /// Another place of that name that may be meant as well.
    public var alternative: Place?

    public init(
        text: String, coordinate: Coordinate, place: Place? = nil, feature: String? = nil, alternative: Place? = nil
    ) {
        self.text = text
        self.coordinate = coordinate
        self.place = place
        self.feature = feature
        self.alternative = alternative
    }
}

/// Why a text is no point.
public enum PlaceError: Error, Hashable, Sendable, CustomStringConvertible {
    case unknownName(String, country: String?, suggestions: [String])
    case unknownID(String)
    case unknownCountry(String)
    case ambiguous(String, places: [String])
    case missingFile(path: String)
    case badFile(path: String, detail: String)
    case unknownFeature(path: String, id: String, ids: [String])
    case noPoint(path: String, id: String, geometry: String)

    /// As in `sysexits.h`: 65 bad data, 66 input missing.
    public var exitCode: Int32 { if case .missingFile = self { 66 } else { 65 } }

    public var description: String {
        switch self {
        case .unknownName(let name, let country, let suggestions):
            "'\(name)' is no place that the gazetteer knows\(country.map { " in \($0)" } ?? ""); "
                + (suggestions.isEmpty
                    ? "check its spelling, or give latitude,longitude"
                    : "did you mean \(suggestions.joined(separator: ", "))?")
        case .unknownID(let id): "no gazetteer that is open has the id '\(id)'"
        case .unknownCountry(let text): "'\(text)' is no country; write its ISO 3166 code, such as UA, or its name"
        case .ambiguous(let name, let places):
            "'\(name)' may be \(places.joined(separator: " or ")); say which with 'NAME, COUNTRY', --country, --near or "
                + "coordinates"
        case .missingFile(let path): "\(path): no such file; check the path"
        case .badFile(let path, let detail): "\(path): \(detail)"
        case .unknownFeature(let path, let id, let ids):
            "\(path) has no feature with the id '\(id)'"
                + (ids.isEmpty
                    ? "" : "; it has \(ids.prefix(3).joined(separator: ", "))\(ids.count > 3 ? ", ..." : "")")
        case .noPoint(let path, let id, let geometry):
            "\(path)#\(id) is a \(geometry), and only a point has a distance; 'distance --area' measures polygons"
        }
    }
}

extension Place {
    /// "Izyum, Kharkiv Oblast, UA".
    package var described: String {
        var parts = [name]
        if let admin1, admin1 != name { parts.append(admin1) }
        if let countryCode { parts.append(countryCode) }
        return parts.joined(separator: ", ")
    }
}
