/// The geometries a layer can hold, named as in RFC 7946. Coordinates are WGS 84 degrees.
public enum Geometry: Hashable, Sendable {
    case point(Coordinate)
    case lineString([Coordinate])
    case multiLineString([[Coordinate]])
    /// Rings, the outer one first; each closed, the first position repeated at the end.
    case polygon([[Coordinate]])
    /// Polygons, such as the halves of one that the antimeridian cuts.
    case multiPolygon([[[Coordinate]]])

    /// Every position of the geometry, in order.
    public var coordinates: [Coordinate] {
        switch self {
        case .point(let point): [point]
        case .lineString(let line): line
        case .multiLineString(let lines), .polygon(let lines): lines.flatMap { $0 }
        case .multiPolygon(let polygons): polygons.flatMap { $0.flatMap { $0 } }
        }
    }
}
