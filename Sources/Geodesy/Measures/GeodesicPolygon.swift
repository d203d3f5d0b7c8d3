internal import CPROJ
public import GeoTypes

/// A polygon whose sides are geodesics.
public struct GeodesicPolygon: Hashable, Sendable {
    /// Square metres, never negative: of the two sides of the ring, the smaller.
    public let area: Double
    /// Metres.
    public let perimeter: Double

    /// - Parameters:
    ///   - ring: the corners in order; the first may be repeated at the end.
    public init(_ ring: [Coordinate], on geodesic: Geodesic = .wgs84) {
        var polygon = geod_polygon()
        geod_polygon_init(&polygon, 0)
        let corners = ring.count > 1 && ring.first == ring.last ? ring.dropLast() : ring[...]
        var area = 0.0
        var perimeter = 0.0
        withUnsafePointer(to: geodesic.constants) { constants in
            for corner in corners { geod_polygon_addpoint(constants, &polygon, corner.latitude, corner.longitude) }
            _ = geod_polygon_compute(constants, &polygon, 0, 1, &area, &perimeter)
        }
        self.area = abs(area)
        self.perimeter = perimeter
    }

    private init(area: Double, perimeter: Double) {
        self.area = area
        self.perimeter = perimeter
    }

    /// A polygon with holes: `rings` are the outer one and the holes. The perimeter counts every ring.
    public init(rings: [[Coordinate]], on geodesic: Geodesic = .wgs84) {
        let parts = rings.map { GeodesicPolygon($0, on: geodesic) }
        let holes = parts.dropFirst().reduce(0) { $0 + $1.area }
        self.init(
            area: max(0, (parts.first?.area ?? 0) - holes), perimeter: parts.reduce(0) { $0 + $1.perimeter })
    }
}
