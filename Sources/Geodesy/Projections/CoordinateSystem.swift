internal import CPROJ
public import GeoTypes

/// A coordinate reference system of PROJ's database, or one that a PROJ string or WKT defines.
public struct CoordinateSystem: Hashable, Sendable {
    /// As it was asked for.
    public let definition: String
    public let name: String
    public let kind: Kind
    /// Metres in a unit of the axes; 1 for degrees.
    public let metresPerUnit: Double
    /// Where it is meant to be used.
    public let area: Area?

    public enum Kind: String, Sendable {
        case geographic, projected, geocentric, other
    }

    public struct Area: Hashable, Sendable {
        public var name: String
        public var box: BoundingBox
    }

    /// - Parameter definition: `EPSG:32637`, `WGS 84 / UTM zone 37N`, `+proj=laea +lat_0=49`, WKT.
    /// - Throws: ``GeodesyError/unknownSystem(_:)``.
    public init(_ definition: String) throws(GeodesyError) {
        guard let context = proj_context_create() else { throw .unknownSystem(definition) }
        defer { proj_context_destroy(context) }
        proj_log_level(context, PJ_LOG_NONE)
        proj_context_set_enable_network(context, 0)
        guard let crs = Self.create(definition, context) else { throw .unknownSystem(definition) }
        defer { proj_destroy(crs) }
        self.definition = definition
        name = proj_get_name(crs).map { String(cString: $0) } ?? definition
        let horizontal = Self.horizontal(of: crs, context)
        defer { if let horizontal { proj_destroy(horizontal) } }
        switch proj_get_type(horizontal ?? crs) {
        case PJ_TYPE_GEOGRAPHIC_2D_CRS, PJ_TYPE_GEOGRAPHIC_3D_CRS: kind = .geographic
        case PJ_TYPE_PROJECTED_CRS: kind = .projected
        case PJ_TYPE_GEOCENTRIC_CRS: kind = .geocentric
        default: kind = .other
        }
        metresPerUnit = kind == .projected ? Self.unit(of: horizontal ?? crs, context) : 1
        area = Self.area(of: crs, context)
    }

    /// The system of that definition; a PROJ string need not say `+type=crs`.
    static func create(_ definition: String, _ context: OpaquePointer) -> OpaquePointer? {
        let isProjString = definition.contains("+proj=") && !definition.contains("+type=crs")
        guard let object = proj_create(context, isProjString ? definition + " +type=crs" : definition) else {
            return nil
        }
        if proj_is_crs(object) != 0 { return object }
        proj_destroy(object)
        return nil
    }

    /// The horizontal part of a compound system, the base of a bound one; `nil` for a plain one.
    private static func horizontal(of crs: OpaquePointer, _ context: OpaquePointer) -> OpaquePointer? {
        switch proj_get_type(crs) {
        case PJ_TYPE_COMPOUND_CRS: return proj_crs_get_sub_crs(context, crs, 0)
        case PJ_TYPE_BOUND_CRS: return proj_get_source_crs(context, crs)
        default: return nil
        }
    }

    private static func unit(of crs: OpaquePointer, _ context: OpaquePointer) -> Double {
        guard let axes = proj_crs_get_coordinate_system(context, crs) else { return 1 }
        defer { proj_destroy(axes) }
        var factor = 1.0
        return proj_cs_get_axis_info(context, axes, 0, nil, nil, nil, &factor, nil, nil, nil) != 0 ? factor : 1
    }

    private static func area(of crs: OpaquePointer, _ context: OpaquePointer) -> Area? {
        var (west, south, east, north) = (0.0, 0.0, 0.0, 0.0)
        var name: UnsafePointer<CChar>?
        guard proj_get_area_of_use(context, crs, &west, &south, &east, &north, &name) != 0, west >= -180 else {
            return nil
        }
        return Area(
            name: name.map { String(cString: $0) } ?? "",
            box: BoundingBox(west: west, south: south, east: east, north: north))
    }
}
