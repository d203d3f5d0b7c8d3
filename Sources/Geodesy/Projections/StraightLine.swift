public import GeoTypes

/// A straight line on a map: what a ruler on a projected plane measures, and how wrong it is.
public struct StraightLine: Hashable, Sendable {
    /// Metres on the plane.
    public let length: Double
    /// Clockwise from the grid's north, 0..<360 degrees.
    public let gridAzimuth: Double
    /// The plane's length over the geodesic one, less 1: -0.0004 is 0.4 metres short in a kilometre. `nil` for no
    /// length.
    public let distortion: Double?

    /// - Parameter transform: from degrees on WGS 84 to a projected system.
    /// - Throws: ``GeodesyError/notProjected(_:kind:)``, or what the transformation throws.
    public init(
        from start: Coordinate, to end: Coordinate, by transform: CoordinateTransform
    ) throws(GeodesyError) {
        let target = transform.target
        guard target.kind == .projected else { throw .notProjected(target.name, kind: target.kind.rawValue) }
        let a = try transform(.init(x: start.longitude, y: start.latitude))
        let b = try transform(.init(x: end.longitude, y: end.latitude))
        let (east, north) = ((b.x - a.x) * target.metresPerUnit, (b.y - a.y) * target.metresPerUnit)
        length = (east * east + north * north).squareRoot()
        gridAzimuth = PlaneAngle.azimuth(east: east, north: north)
        let geodesic = Geodesic.wgs84.distance(start, end)
        distortion = geodesic > 0 ? length / geodesic - 1 : nil
    }
}
