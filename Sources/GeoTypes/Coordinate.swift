/// A position on the Earth.
///
/// # Units
/// Degrees on the WGS 84 ellipsoid (EPSG:4326). Latitude is in -90...90, positive to the north;
/// longitude in -180...180, positive to the east.
public struct Coordinate: Hashable, Sendable {
    public let latitude: Double
    public let longitude: Double

    /// A position from numbers that are known to be in range, such as those of a checked table.
    public init(latitude: Double, longitude: Double) {
        self.latitude = latitude
        self.longitude = longitude
    }

    /// A position from numbers of unknown origin, or `nil` when one is out of range or not finite.
    public init?(checkedLatitude latitude: Double, longitude: Double) {
        guard latitude.isFinite, longitude.isFinite, abs(latitude) <= 90, abs(longitude) <= 180 else { return nil }
        self.init(latitude: latitude, longitude: longitude)
    }
}
