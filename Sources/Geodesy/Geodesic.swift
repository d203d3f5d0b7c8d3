internal import CPROJ
public import GeoTypes

/// Shortest paths on an ellipsoid, by PROJ's `geodesic.h`.
///
/// C. F. F. Karney, "Algorithms for geodesics", J. Geodesy 87, 43-55 (2013), doi:10.1007/s00190-012-0578-z;
/// accurate to about 15 nanometres.
public struct Geodesic: Sendable {
    private let ellipsoid: geod_geodesic

    /// - Parameters:
    ///   - equatorialRadius: metres.
    ///   - flattening: (a - b) / a.
    public init(equatorialRadius: Double, flattening: Double) {
        var ellipsoid = geod_geodesic()
        geod_init(&ellipsoid, equatorialRadius, flattening)
        self.ellipsoid = ellipsoid
    }

    /// The WGS 84 ellipsoid.
    public static let wgs84 = Geodesic(equatorialRadius: 6_378_137, flattening: 1 / 298.257223563)

    /// The answer to the inverse problem.
    public struct Inverse: Hashable, Sendable {
        /// Metres.
        public var distance: Double
        /// Direction at the first point towards the second: degrees clockwise from north, 0..<360.
        public var azimuth: Double
        /// Direction at the second point back towards the first: degrees clockwise from north, 0..<360.
        public var backAzimuth: Double
    }

    /// Distance and azimuths between two positions.
    public func inverse(_ a: Coordinate, _ b: Coordinate) -> Inverse {
        var distance = 0.0
        var azimuth = 0.0
        var forwardAtEnd = 0.0
        withUnsafePointer(to: ellipsoid) {
            geod_inverse(
                $0, a.latitude, a.longitude, b.latitude, b.longitude, &distance, &azimuth, &forwardAtEnd)
        }
        return Inverse(
            distance: distance, azimuth: Self.normalized(azimuth), backAzimuth: Self.normalized(forwardAtEnd + 180))
    }

    /// The position `distance` metres from `start` in the direction `azimuth` (degrees clockwise from north).
    public func destination(from start: Coordinate, azimuth: Double, distance: Double) -> Coordinate {
        var latitude = 0.0
        var longitude = 0.0
        var azimuthAtEnd = 0.0
        withUnsafePointer(to: ellipsoid) {
            geod_direct($0, start.latitude, start.longitude, azimuth, distance, &latitude, &longitude, &azimuthAtEnd)
        }
        return Coordinate(latitude: latitude, longitude: longitude)
    }

    /// An azimuth in 0..<360.
    static func normalized(_ azimuth: Double) -> Double {
        var value = azimuth.truncatingRemainder(dividingBy: 360)
        if value < 0 { value += 360 }
        // -1e-20 + 360 rounds to 360; and -0 is 0.
        return value >= 360 ? 0 : value + 0
    }
}
