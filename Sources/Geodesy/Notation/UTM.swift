public import GeoTypes

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A position in Universal Transverse Mercator (80 degrees south to 84 north) or, around the poles, Universal Polar
/// Stereographic, on WGS 84. NGA.SIG.0012_2.0.0_UTMUPS (2014).
public struct UTM: Hashable, Sendable {
    /// 1...60; 0 is UPS.
    public let zone: Int
    public let isNorthern: Bool
    /// Metres, with the false easting of 500 km, or of 2,000 km in UPS.
    public let easting: Double
    /// Metres, with the false northing of 10,000 km in the south, or of 2,000 km in UPS.
    public let northing: Double

    public init(zone: Int, isNorthern: Bool, easting: Double, northing: Double) {
        self.zone = zone
        self.isNorthern = isNorthern
        self.easting = easting
        self.northing = northing
    }

    private static let scale = 0.9996
    private static let polarScale = 0.994

    /// The position of `coordinate` in its standard zone.
    public init(_ coordinate: Coordinate) {
        let zone = Self.standardZone(coordinate)
        guard zone > 0 else {
            let isNorthern = coordinate.latitude > 0
            let distance = Self.polarScale * ConformalSeries.polarDistance(latitude: abs(coordinate.latitude))
            let angle = coordinate.longitude * .pi / 180
            self.init(
                zone: 0, isNorthern: isNorthern, easting: 2_000_000 + distance * sin(angle),
                northing: 2_000_000 + (isNorthern ? -distance : distance) * cos(angle))
            return
        }
        self.init(coordinate, zone: zone)
    }

    /// The position of `coordinate` in the zone `zone`, 1...60.
    init(_ coordinate: Coordinate, zone: Int) {
        let turn = (coordinate.longitude - Self.centralMeridian(zone)).remainder(dividingBy: 360)
        let (east, north) = ConformalSeries.transverse(latitude: coordinate.latitude, turn: turn)
        let isNorthern = coordinate.latitude >= 0
        self.init(
            zone: zone, isNorthern: isNorthern, easting: 500_000 + Self.scale * east,
            northing: Self.scale * north + (isNorthern ? 0 : 10_000_000))
    }

    /// The zone that maps use at `coordinate`, with the exceptions of south-west Norway and Svalbard; 0 is UPS.
    public static func standardZone(_ coordinate: Coordinate) -> Int {
        let (latitude, longitude) = (coordinate.latitude, coordinate.longitude)
        guard latitude >= -80, latitude < 84 else { return 0 }
        if latitude >= 56, latitude < 64, longitude >= 3, longitude < 12 { return 32 }
        if latitude >= 72, longitude >= 0, longitude < 42 {
            return longitude < 9 ? 31 : longitude < 21 ? 33 : longitude < 33 ? 35 : 37
        }
        // The sum rounds to 360 a hair before the antimeridian.
        return longitude >= 180 ? 1 : min(60, Int((longitude + 180) / 6) + 1)
    }

    static func centralMeridian(_ zone: Int) -> Double { Double(6 * zone - 183) }

    /// The position in degrees; `nil` for what lies outside the zone's reach.
    public var coordinate: Coordinate? {
        if zone == 0 {
            let x = easting - 2_000_000
            let y = northing - 2_000_000
            guard abs(x) <= 1_400_000, abs(y) <= 1_400_000 else { return nil }
            let latitude = ConformalSeries.inversePolarDistance(hypot(x, y) / Self.polarScale)
            let longitude = x == 0 && y == 0 ? 0 : atan2(x, isNorthern ? -y : y) * 180 / .pi
            return Coordinate(checkedLatitude: isNorthern ? latitude : -latitude, longitude: longitude)
        }
        guard (1...60).contains(zone), (0...1_000_000).contains(easting), (-1_000_000...10_000_000).contains(northing)
        else { return nil }
        let (latitude, turn) = ConformalSeries.inverseTransverse(
            east: (easting - 500_000) / Self.scale, north: (northing - (isNorthern ? 0 : 10_000_000)) / Self.scale)
        let longitude = (Self.centralMeridian(zone) + turn).remainder(dividingBy: 360)
        return Coordinate(checkedLatitude: latitude, longitude: longitude)
    }

    /// `37n 373918.171 5452209.809`: zone, hemisphere, easting, northing; `n` or `s` alone is UPS.
    ///
    /// - Parameter decimals: of a metre, 0...9.
    public func text(decimals: Int = 3) -> String {
        (zone == 0 ? "" : String(zone)) + (isNorthern ? "n " : "s ")
            + String(fixed: easting, decimals: decimals, trimmed: true) + " "
            + String(fixed: northing, decimals: decimals, trimmed: true)
    }
}
