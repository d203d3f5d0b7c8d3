import Gazetteers
public import GeoTypes
public import Geodesy

/// Reads points as people write them: coordinates in any notation, features of files, gazetteer ids, names.
public final class PointReader {
    /// What a text is, before the gazetteer is asked.
    public enum Written: Hashable, Sendable {
        case coordinate(CoordinateNotation.Parsed)
        case feature(path: String, id: String)
        /// An id of a gazetteer, or a name.
        case name(String)
    }

    private let open: () throws -> NameResolver
    private lazy var resolver = Result { try open() }
    private var files: [String: FeatureFile] = [:]

    /// - Parameter open: opens the gazetteer; called only when a name or an id asks for it.
    public init(open: @escaping () throws -> NameResolver) { self.open = open }

    /// - Throws: ``CoordinateError`` for what is meant as a coordinate and is none.
    public static func classify(_ text: String) throws(CoordinateError) -> Written {
        if let feature = FeatureFile.reference(text) { return .feature(path: feature.path, id: feature.id) }
        if let parsed = try CoordinateNotation.parse(text) { return .coordinate(parsed) }
        return .name(text)
    }

    /// The points that `texts` stand for.
    ///
    /// - Throws: ``CoordinateError``, ``PlaceError``, or what opening the gazetteer throws.
    public func points(_ texts: [String]) throws -> [PlacePoint] {
        var points: [PlacePoint?] = []
        var items: [NameResolver.Item] = []
        for text in texts {
            let point = try known(text)
            points.append(point)
            items.append(point.map { .known($0.coordinate, $0.place) } ?? .name(text))
        }
        guard points.contains(where: { $0 == nil }) else { return points.compactMap { $0 } }
        let resolved = try resolver.get().resolve(items)
        return zip(points, resolved).map { $0 ?? $1 }
    }

    /// The point of one text by itself.
    public func point(_ text: String) throws -> PlacePoint { try points([text])[0] }

    /// The point of a text that is no name; `nil` for a name.
    private func known(_ text: String) throws -> PlacePoint? {
        switch try Self.classify(text) {
        case .coordinate(let parsed): return PlacePoint(text: text, coordinate: parsed.coordinate)
        case .feature(let path, let id):
            let feature = try file(path).feature(id)
            guard case .point(let coordinate) = feature.geometry else {
                throw PlaceError.noPoint(path: path, id: id, geometry: feature.geometryName)
            }
            return PlacePoint(text: text, coordinate: coordinate, feature: feature.name ?? id)
        case .name(let name):
            guard Self.looksLikeID(name) else { return nil }
            guard let place = try resolver.get().gazetteer.place(id: name) else { throw PlaceError.unknownID(name) }
            return PlacePoint(text: text, coordinate: place.coordinate, place: place)
        }
    }

    /// The geometry of a feature `file.geojson#id`, whatever it is; `nil` when `text` names none.
    public func geometry(_ text: String) throws -> Geometry? {
        guard let (path, id) = FeatureFile.reference(text) else { return nil }
        return try file(path).feature(id).geometry
    }

    private func file(_ path: String) throws -> FeatureFile {
        if let file = files[path] { return file }
        let file = try FeatureFile(path: path)
        files[path] = file
        return file
    }

    /// `geonames:707292`: a word, a colon, and no space.
    private static func looksLikeID(_ text: String) -> Bool {
        guard let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) else { return false }
        let source = text.utf8[..<colon]
        let rest = text.utf8[text.utf8.index(after: colon)...]
        return !source.isEmpty && !rest.isEmpty && !text.utf8.contains(0x20)
            && source.allSatisfy {
                (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || $0 == 0x5F || $0 == 0x2D
            }
    }
}
