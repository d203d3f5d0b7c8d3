internal import CPROJ
public import GeoTypes

/// A way from one point to another that can be walked: a geodesic or a rhumb line.
public protocol Path: Sendable {
    /// Metres.
    var length: Double { get }
    /// The position `distance` metres from the start, 0...``length``.
    func point(at distance: Double) -> Coordinate
}

extension Path {
    public var midpoint: Coordinate { point(at: length / 2) }

    /// `count` positions that divide the path into equal parts: the two ends are not among them.
    public func points(between count: Int) -> [Coordinate] {
        guard count > 0 else { return [] }
        return (1...count).map { point(at: length * Double($0) / Double(count + 1)) }
    }
}

/// The shortest path between two points.
public struct GeodesicPath: Path {
    private let line: geod_geodesicline
    public let length: Double

    /// The path from `start` to `end`.
    public init(from start: Coordinate, to end: Coordinate, on geodesic: Geodesic = .wgs84) {
        var line = geod_geodesicline()
        withUnsafePointer(to: geodesic.constants) {
            geod_inverseline(
                &line, $0, start.latitude, start.longitude, end.latitude, end.longitude,
                UInt32(GEOD_DISTANCE_IN.rawValue | GEOD_LATITUDE.rawValue | GEOD_LONGITUDE.rawValue))
        }
        self.line = line
        length = line.s13
    }

    /// The path that leaves `start` in the direction `azimuth` (degrees clockwise from north) and is `length` metres long.
    public init(from start: Coordinate, azimuth: Double, length: Double, on geodesic: Geodesic = .wgs84) {
        var line = geod_geodesicline()
        withUnsafePointer(to: geodesic.constants) {
            geod_directline(
                &line, $0, start.latitude, start.longitude, azimuth, length,
                UInt32(GEOD_DISTANCE_IN.rawValue | GEOD_LATITUDE.rawValue | GEOD_LONGITUDE.rawValue))
        }
        self.line = line
        self.length = length
    }

    public func point(at distance: Double) -> Coordinate {
        var latitude = 0.0
        var longitude = 0.0
        withUnsafePointer(to: line) { geod_position($0, distance, &latitude, &longitude, nil) }
        return Coordinate(latitude: latitude, longitude: longitude)
    }
}
