/// Why something cannot be measured. Messages say what was found and what to write instead.
public enum GeodesyError: Error, Hashable, Sendable, CustomStringConvertible {
    case unknownEllipsoid(String)
    case unknownUnit(String)
    case unknownSystem(String)
    /// A system whose coordinates are no lengths, where lengths are asked for.
    case notProjected(String, kind: String)
    case noTransformation(from: String, to: String)
    case cannotTransform(String, reason: String)
    case rhumbBeyondPole

    public var description: String {
        switch self {
        case .unknownEllipsoid(let name):
            "'\(name)' is no ellipsoid that PROJ knows; write a name such as WGS84, GRS80, krass or clrk66 (all: 'proj "
                + "-le'), or the equatorial radius in metres and the inverse flattening: 6378137,298.257223563"
        case .unknownUnit(let name):
            "'\(name)' is no unit of length; write m, km, mi, nmi, ft or another that PROJ knows, such as us-ft, yd, fath "
                + "or 'Clarke's foot' (all: 'proj -lu')"
        case .unknownSystem(let name):
            "'\(name)' is no coordinate reference system that PROJ knows; write a code such as EPSG:32637, a name or "
                + "a PROJ string"
        case .notProjected(let name, let kind):
            "'\(name)' is \(kind), in which a straight line has no length; name a projected system such as EPSG:32637"
        case .noTransformation(let from, let to):
            "PROJ knows no transformation from '\(from)' to '\(to)'"
        case .cannotTransform(let point, let reason):
            "\(point) cannot be transformed: \(reason)"
        case .rhumbBeyondPole:
            "a rhumb line ends at the pole; give a shorter distance"
        }
    }
}
