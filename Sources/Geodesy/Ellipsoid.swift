internal import CPROJ

/// A reference ellipsoid of revolution.
public struct Ellipsoid: Hashable, Sendable {
    public let name: String
    /// Metres.
    public let equatorialRadius: Double
    /// (a - b) / a; 0 for a sphere.
    public let flattening: Double

    public init(name: String, equatorialRadius: Double, flattening: Double) {
        self.name = name
        self.equatorialRadius = equatorialRadius
        self.flattening = flattening
    }

    /// World Geodetic System 1984.
    public static let wgs84 = Ellipsoid(name: "WGS84", equatorialRadius: 6_378_137, flattening: 1 / 298.257223563)

    /// Those that PROJ lists, in its order.
    public static let all: [Ellipsoid] = {
        var all: [Ellipsoid] = []
        guard var entry = proj_list_ellps() else { return all }
        while let id = entry.pointee.id {
            if let major = entry.pointee.major, let shape = entry.pointee.ell,
                let radius = value(String(cString: major), of: "a")
            {
                let text = String(cString: shape)
                let flattening: Double? =
                    if let inverse = value(text, of: "rf") { 1 / inverse } else {
                        value(text, of: "b").map { (radius - $0) / radius }
                    }
                if let flattening {
                    all.append(
                        Ellipsoid(
                            name: String(cString: id), equatorialRadius: radius, flattening: flattening))
                }
            }
            entry += 1
        }
        return all
    }()

    /// The number of `key=number`.
    private static func value(_ text: String, of key: String) -> Double? {
        text.hasPrefix(key + "=") ? DecimalNumber.parse(String(text.dropFirst(key.count + 1))) : nil
    }

    /// The ellipsoid that PROJ calls `text`, in any case, or that of `a,rf`: the equatorial radius in metres and the
    /// inverse flattening, 0 for a sphere.
    ///
    /// - Throws: ``GeodesyError/unknownEllipsoid(_:)``.
    public static func named(_ text: String) throws(GeodesyError) -> Ellipsoid {
        let wanted = text.lowercased()
        if let found = all.first(where: { $0.name.lowercased() == wanted }) { return found }
        let parts = text.split(separator: ",", omittingEmptySubsequences: false).map { DecimalNumber.parse(String($0)) }
        guard parts.count == 2, let radius = parts[0], let inverse = parts[1], radius >= 1, radius <= 1e9,
            inverse == 0 || abs(inverse) >= 50
        else { throw .unknownEllipsoid(text) }
        return Ellipsoid(name: text, equatorialRadius: radius, flattening: inverse == 0 ? 0 : 1 / inverse)
    }
}
