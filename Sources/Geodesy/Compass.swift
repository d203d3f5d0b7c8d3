/// The compass rose.
public enum Compass {
    private static let points = [
        "N", "NNE", "NE", "ENE", "E", "ESE", "SE", "SSE", "S", "SSW", "SW", "WSW", "W", "WNW", "NW", "NNW",
    ]

    /// The nearest of the sixteen points to `azimuth`, degrees clockwise from north; "" for what is no number.
    public static func point(_ azimuth: Double) -> String {
        guard azimuth.isFinite else { return "" }
        return points[Int((Geodesic.normalized(azimuth) / 22.5).rounded()) % 16]
    }

    /// The azimuth of one of the sixteen points, in any case: degrees clockwise from north. `nil` for no point.
    public static func azimuth(of point: String) -> Double? {
        points.firstIndex(of: point.uppercased()).map { Double($0) * 22.5 }
    }
}
