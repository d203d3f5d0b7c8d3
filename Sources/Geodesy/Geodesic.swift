internal import CPROJ
public import GeoTypes

/// Shortest paths on an ellipsoid, by PROJ's `geodesic.h`.
///
/// C. F. F. Karney, "Algorithms for geodesics", J. Geodesy 87, 43-55 (2013), doi:10.1007/s00190-012-0578-z;
/// accurate to about 15 nanometres.
public struct Geodesic: Sendable {
    let constants: geod_geodesic
    public let ellipsoid: Ellipsoid

    /// - Parameters:
    ///   - equatorialRadius: metres.
    ///   - flattening: (a - b) / a.
    public init(equatorialRadius: Double, flattening: Double) {
        self.init(Ellipsoid(name: "", equatorialRadius: equatorialRadius, flattening: flattening))
    }

    public init(_ ellipsoid: Ellipsoid) {
        var constants = geod_geodesic()
        geod_init(&constants, ellipsoid.equatorialRadius, ellipsoid.flattening)
        self.constants = constants
        self.ellipsoid = ellipsoid
    }

    /// The WGS 84 ellipsoid.
    public static let wgs84 = Geodesic(.wgs84)

    /// The answer to the inverse problem.
    public struct Inverse: Hashable, Sendable {
        /// Metres.
        public var distance: Double
        /// Direction at the first point towards the second: degrees clockwise from north, 0..<360.
        public var azimuth: Double
        /// Direction at the second point back towards the first: degrees clockwise from north, 0..<360.
        public var backAzimuth: Double

        public init(distance: Double, azimuth: Double, backAzimuth: Double) {
            self.distance = distance
            self.azimuth = azimuth
            self.backAzimuth = backAzimuth
        }
    }

    /// Distance and azimuths between two positions.
    public func inverse(_ a: Coordinate, _ b: Coordinate) -> Inverse {
        var distance = 0.0
        var azimuth = 0.0
        var forwardAtEnd = 0.0
        withUnsafePointer(to: constants) {
            geod_inverse(
                $0, a.latitude, a.longitude, b.latitude, b.longitude, &distance, &azimuth, &forwardAtEnd)
        }
        return Inverse(
            distance: distance, azimuth: Self.normalized(azimuth), backAzimuth: Self.reversed(forwardAtEnd))
    }

    /// Metres between two positions: what costs least.
    public func distance(_ a: Coordinate, _ b: Coordinate) -> Double {
        var distance = 0.0
        withUnsafePointer(to: constants) {
            geod_inverse($0, a.latitude, a.longitude, b.latitude, b.longitude, &distance, nil, nil)
        }
        return distance
    }

    /// The position `distance` metres from `start` in the direction `azimuth` (degrees clockwise from north).
    public func destination(from start: Coordinate, azimuth: Double, distance: Double) -> Coordinate {
        direct(from: start, azimuth: azimuth, distance: distance).end
    }

    /// The answer to the direct problem: the position, and the direction there back towards `start` (degrees clockwise
    /// from north, 0..<360).
    public func direct(
        from start: Coordinate, azimuth: Double, distance: Double
    ) -> (end: Coordinate, backAzimuth: Double) {
        var latitude = 0.0
        var longitude = 0.0
        var azimuthAtEnd = 0.0
        withUnsafePointer(to: constants) {
            geod_direct($0, start.latitude, start.longitude, azimuth, distance, &latitude, &longitude, &azimuthAtEnd)
        }
        return (Coordinate(latitude: latitude, longitude: longitude), Self.reversed(azimuthAtEnd))
    }

    /// An azimuth in 0..<360.
    static func normalized(_ azimuth: Double) -> Double {
        // geod_inverse answers in -180...180; the remainder is for what people give.
        if azimuth >= 0, azimuth < 360 { return azimuth + 0 }
        var value = azimuth.truncatingRemainder(dividingBy: 360)
        if value < 0 { value += 360 }
        // -1e-20 + 360 rounds to 360; and -0 is 0.
        return value >= 360 ? 0 : value + 0
    }

    /// The direction opposite to an azimuth in -180...180, without the rounding of a sum that passes 360.
    static func reversed(_ azimuth: Double) -> Double {
        azimuth >= 180 ? azimuth - 180 : normalized(azimuth + 180)
    }
}
