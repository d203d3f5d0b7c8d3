import Articles
import Gazetteers
public import GeoTypes

/// The features of a GeoJSON file (RFC 7946): a FeatureCollection, a Feature, or a feature a line.
public struct FeatureFile: Sendable {
    public struct Feature: Hashable, Sendable {
        /// The member `id`, else the property `id`; `nil` where there is neither.
        public var id: String?
        /// The property `name`.
        public var name: String?
        public var geometry: Geometry?
        /// `Point`, `Polygon`, ... as the file says, `feature without a geometry` for null.
        public var geometryName: String
    }

    public let path: String
    public let features: [Feature]

    private static let endings = [".geojson", ".json", ".geojsons", ".geojsonl", ".ndjson", ".jsonl"]

    /// `path` and `id` of `file.geojson#id`; `nil` for every other text.
    public static func reference(_ text: String) -> (path: String, id: String)? {
        guard let mark = text.lastIndex(of: "#") else { return nil }
        let path = String(text[..<mark])
        let id = String(text[text.index(after: mark)...])
        return isPath(path) && !id.isEmpty ? (path, id) : nil
    }

    /// Whether `text` ends like the name of a GeoJSON file.
    public static func isPath(_ text: String) -> Bool {
        let lower = text.lowercased()
        return endings.contains { lower.hasSuffix($0) }
    }

    /// - Throws: ``PlaceError/missingFile(path:)`` or ``PlaceError/badFile(path:detail:)``.
    public init(path: String) throws(PlaceError) {
        self.path = path
        let bytes: [UInt8]
        do {
            bytes = try FileBytes.read(path)
        } catch {
            if case .missing = error { throw .missingFile(path: path) }
            throw .badFile(path: path, detail: "cannot be read")
        }
        if let whole = bytes.withUnsafeBufferPointer({ JSONValue($0) }) {
            features = try Self.features(of: whole, path: path)
            return
        }
        // A feature a line, perhaps after a record separator.
        var features: [Feature] = []
        for (number, line) in bytes.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let text = line.drop { $0 == 0x1E || $0 == 0x20 || $0 == 0x0D || $0 == 0x09 }
            guard !text.isEmpty else { continue }
            guard let value = text.withUnsafeBufferPointer({ JSONValue($0) }) else {
                throw .badFile(path: path + ":\(number + 1)", detail: "no JSON; expected GeoJSON features")
            }
            features += try Self.features(of: value, path: path + ":\(number + 1)")
        }
        self.features = features
    }

    /// The feature with the id `id`.
    public func feature(_ id: String) throws(PlaceError) -> Feature {
        guard let found = features.first(where: { $0.id == id }) else {
            throw .unknownFeature(path: path, id: id, ids: features.compactMap(\.id))
        }
        return found
    }

    private static func features(of value: JSONValue, path: String) throws(PlaceError) -> [Feature] {
        switch value["type"]?.text {
        case "FeatureCollection":
            var features: [Feature] = []
            for element in value["features"]?.elements ?? [] { features.append(try feature(element, path: path)) }
            return features
        case "Feature": return [try feature(value, path: path)]
        default:
            throw .badFile(path: path, detail: "no GeoJSON; expected a FeatureCollection or features, one a line")
        }
    }

    private static func feature(_ value: JSONValue, path: String) throws(PlaceError) -> Feature {
        guard value["type"]?.text == "Feature" else {
            throw .badFile(path: path, detail: "a member of \"features\" is no Feature")
        }
        let id = value["id"]?.text ?? value["properties"]?["id"]?.text
        let type = value["geometry"]?["type"]?.text
        return Feature(
            id: id, name: value["properties"]?["name"]?.text,
            geometry: try type.flatMap { (type) throws(PlaceError) in
                try geometry(type, value["geometry"]?["coordinates"], path: "\(path)#\(id ?? "?")")
            }, geometryName: type ?? "feature without a geometry")
    }

    private static func geometry(
        _ type: String, _ coordinates: JSONValue?, path: String
    ) throws(PlaceError) -> Geometry? {
        func position(_ value: JSONValue) throws(PlaceError) -> Coordinate {
            let numbers = value.elements.map { if case .number(let number) = $0 { number } else { Double.nan } }
            guard numbers.count >= 2, let point = Coordinate(checkedLatitude: numbers[1], longitude: numbers[0]) else {
                throw .badFile(path: path, detail: "a position that is no longitude and latitude in degrees")
            }
            return point
        }
        func line(_ value: JSONValue) throws(PlaceError) -> [Coordinate] {
            var points: [Coordinate] = []
            for element in value.elements { points.append(try position(element)) }
            return points
        }
        func lines(_ value: JSONValue) throws(PlaceError) -> [[Coordinate]] {
            var all: [[Coordinate]] = []
            for element in value.elements { all.append(try line(element)) }
            return all
        }
        guard let coordinates else { return nil }
        switch type {
        case "Point": return .point(try position(coordinates))
        case "LineString": return .lineString(try line(coordinates))
        case "MultiLineString": return .multiLineString(try lines(coordinates))
        case "Polygon": return .polygon(try lines(coordinates))
        case "MultiPolygon":
            var polygons: [[[Coordinate]]] = []
            for element in coordinates.elements { polygons.append(try lines(element)) }
            return .multiPolygon(polygons)
        default: return nil
        }
    }
}
