#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// The transverse Mercator and polar stereographic projections of the WGS 84 ellipsoid that UTM and UPS are made of.
///
/// L. Krüger's series to the sixth order in the third flattening, as in C. F. F. Karney, "Transverse Mercator with an
/// accuracy of a few nanometers", J. Geodesy 85, 475-485 (2011), doi:10.1007/s00190-011-0445-3: better than 10
/// nanometres within a UTM zone and its neighbours.
enum ConformalSeries {
    private static let radius = 6_378_137.0
    private static let flattening = 1 / 298.257223563
    private static let eccentricity = (flattening * (2 - flattening)).squareRoot()
    private static let n = flattening / (2 - flattening)

    /// Radius of the sphere with the same meridian, metres.
    private static let rectifyingRadius = radius / (1 + n) * (1 + n * n * (1 / 4.0 + n * n * (1 / 64.0 + n * n / 256)))

    private static let alpha: [Double] = [
        n * (1 / 2.0 + n * (-2 / 3.0 + n * (5 / 16.0 + n * (41 / 180.0 + n * (-127 / 288.0 + n * 7891 / 37800))))),
        n * n * (13 / 48.0 + n * (-3 / 5.0 + n * (557 / 1440.0 + n * (281 / 630.0 - n * 1_983_433 / 1_935_360)))),
        n * n * n * (61 / 240.0 + n * (-103 / 140.0 + n * (15061 / 26880.0 + n * 167603 / 181440))),
        n * n * n * n * (49561 / 161280.0 + n * (-179 / 168.0 + n * 6_601_661 / 7_257_600)),
        n * n * n * n * n * (34729 / 80640.0 - n * 3_418_889 / 1_995_840),
        n * n * n * n * n * n * 212_378_941 / 319_334_400,
    ]

    private static let beta: [Double] = [
        n * (1 / 2.0 + n * (-2 / 3.0 + n * (37 / 96.0 + n * (-1 / 360.0 + n * (-81 / 512.0 + n * 96199 / 604800))))),
        n * n * (1 / 48.0 + n * (1 / 15.0 + n * (-437 / 1440.0 + n * (46 / 105.0 - n * 1_118_711 / 3_870_720)))),
        n * n * n * (17 / 480.0 + n * (-37 / 840.0 + n * (-209 / 4480.0 + n * 5569 / 90720))),
        n * n * n * n * (4397 / 161280.0 + n * (-11 / 504.0 - n * 830251 / 7_257_600)),
        n * n * n * n * n * (4583 / 161280.0 - n * 108847 / 3_991_680),
        n * n * n * n * n * n * 20_648_693 / 638_668_800,
    ]

    // MARK: Transverse Mercator

    /// Metres east of the meridian and north of the equator, before any scale.
    ///
    /// - Parameter turn: degrees of longitude from the central meridian.
    static func transverse(latitude: Double, turn: Double) -> (east: Double, north: Double) {
        let tau = conformalTangent(tan(latitude * .pi / 180))
        let (sine, cosine) = (sin(turn * .pi / 180), cos(turn * .pi / 180))
        let xi = atan2(tau, cosine)
        let eta = asinh(sine / hypot(tau, cosine))
        var (x, y) = (eta, xi)
        for (order, coefficient) in alpha.enumerated() {
            let k = Double(2 * (order + 1))
            y += coefficient * sin(k * xi) * cosh(k * eta)
            x += coefficient * cos(k * xi) * sinh(k * eta)
        }
        return (rectifyingRadius * x, rectifyingRadius * y)
    }

    /// The inverse of ``transverse(latitude:turn:)``.
    static func inverseTransverse(east: Double, north: Double) -> (latitude: Double, turn: Double) {
        let (eta, xi) = (east / rectifyingRadius, north / rectifyingRadius)
        var (x, y) = (eta, xi)
        for (order, coefficient) in beta.enumerated() {
            let k = Double(2 * (order + 1))
            y -= coefficient * sin(k * xi) * cosh(k * eta)
            x -= coefficient * cos(k * xi) * sinh(k * eta)
        }
        let sine = sinh(x)
        let tau = geographicTangent(sin(y) / hypot(sine, cos(y)))
        return (atan(tau) * 180 / .pi, atan2(sine, cos(y)) * 180 / .pi)
    }

    // MARK: Polar stereographic

    /// Metres from the north pole, before any scale.
    static func polarDistance(latitude: Double) -> Double {
        let tau = conformalTangent(tan(latitude * .pi / 180))
        // tan(pi/4 - chi/2), without cancellation near the pole.
        let t = tau >= 0 ? 1 / (hypot(1, tau) + tau) : hypot(1, tau) - tau
        return 2 * radius * t / polarFactor
    }

    static func inversePolarDistance(_ distance: Double) -> Double {
        guard distance > 0 else { return 90 }
        let t = distance * polarFactor / (2 * radius)
        return atan(geographicTangent((1 / t - t) / 2)) * 180 / .pi
    }

    private static let polarFactor =
        (pow(1 + eccentricity, 1 + eccentricity) * pow(1 - eccentricity, 1 - eccentricity)).squareRoot()

    // MARK: Conformal latitude

    /// The tangent of the conformal latitude from that of the geographic one.
    private static func conformalTangent(_ tau: Double) -> Double {
        let sigma = sinh(eccentricity * atanh(eccentricity * tau / hypot(1, tau)))
        return tau * hypot(1, sigma) - sigma * hypot(1, tau)
    }

    /// The inverse, by Newton's method; three steps reach the last bit.
    private static func geographicTangent(_ target: Double) -> Double {
        var tau = target
        for _ in 0..<5 {
            let found = conformalTangent(tau)
            let step =
                (target - found) / hypot(1, found) * (1 + (1 - eccentricity * eccentricity) * tau * tau)
                / ((1 - eccentricity * eccentricity) * hypot(1, tau))
            tau += step
            if abs(step) < 1e-16 * max(1, abs(tau)) { break }
        }
        return tau
    }
}
