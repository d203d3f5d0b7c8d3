public import GeoTypes

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

/// A line of constant bearing (a loxodrome) on an ellipsoid, the shorter way around.
///
/// The bearing's tangent is the difference of longitude over that of isometric latitude; the length follows from the arc
/// of the meridian, which is itself a geodesic. G. G. Bennett, "Practical rhumb line calculations on the spheroid",
/// J. Navigation 49, 112-119 (1996), doi:10.1017/S0373463300013151.
public struct RhumbLine: Path {
    public let length: Double
    /// Degrees clockwise from north, 0..<360; the way back is opposite everywhere.
    public let azimuth: Double
    private let start: Coordinate
    private let geodesic: Geodesic

    /// The line from `start` to `end`.
    public init(from start: Coordinate, to end: Coordinate, on geodesic: Geodesic = .wgs84) {
        self.start = start
        self.geodesic = geodesic
        let shape = Shape(geodesic)
        var turn = end.longitude - start.longitude
        if turn > 180 { turn -= 360 } else if turn < -180 { turn += 360 }
        let arc = shape.meridian(from: start.latitude, to: end.latitude)
        let turned = turn * .pi / 180
        if abs(start.latitude) == 90 || abs(end.latitude) == 90 {
            // All meridians meet there: the way is along one.
            azimuth = arc >= 0 ? 0 : 180
            length = abs(arc)
            return
        }
        let rate = shape.metresPerIsometric(from: start.latitude, to: end.latitude, arc: arc)
        // Both in metres on the Mercator chart of this stretch.
        let (north, east) = (arc, rate * turned)
        length = hypot(north, east)
        azimuth = Geodesic.normalized(atan2(east, north) * 180 / .pi)
    }

    /// The line that leaves `start` at `azimuth` (degrees clockwise from north) and is `length` metres long.
    ///
    /// - Throws: ``GeodesyError/rhumbBeyondPole`` when it would pass a pole.
    public init(
        from start: Coordinate, azimuth: Double, length: Double, on geodesic: Geodesic = .wgs84
    ) throws(GeodesyError) {
        self.start = start
        self.geodesic = geodesic
        self.azimuth = Geodesic.normalized(azimuth)
        self.length = length
        let north = length * Self.cosine(azimuth)
        let shape = Shape(geodesic)
        guard abs(north) <= shape.meridian(from: start.latitude, to: north >= 0 ? 90 : -90).magnitude else {
            throw .rhumbBeyondPole
        }
    }

    public func point(at distance: Double) -> Coordinate {
        let shape = Shape(geodesic)
        let north = distance * Self.cosine(azimuth)
        let east = distance * Self.cosine(azimuth - 90)
        let latitude = geodesic.destination(
            from: Coordinate(latitude: start.latitude, longitude: 0), azimuth: north >= 0 ? 0 : 180,
            distance: abs(north)
        ).latitude
        guard east != 0, abs(latitude) < 90, abs(start.latitude) < 90 else {
            return Coordinate(latitude: latitude, longitude: start.longitude)
        }
        let rate = shape.metresPerIsometric(from: start.latitude, to: latitude, arc: north)
        var longitude = (start.longitude + east / rate * 180 / .pi).remainder(dividingBy: 360)
        if longitude == -180, start.longitude > 0 { longitude = 180 }
        return Coordinate(latitude: latitude, longitude: longitude)
    }

    /// The cosine of degrees, exact at multiples of 90.
    private static func cosine(_ degrees: Double) -> Double {
        let turned = abs(degrees.remainder(dividingBy: 360))
        if turned == 90 { return 0 }
        return turned < 45
            ? cos(turned * .pi / 180)
            : turned <= 135 ? sin((90 - turned) * .pi / 180) : -cos((180 - turned) * .pi / 180)
    }

    /// What the ellipsoid says of meridians and parallels.
    private struct Shape {
        let geodesic: Geodesic
        let radius: Double
        let squaredEccentricity: Double

        init(_ geodesic: Geodesic) {
            self.geodesic = geodesic
            radius = geodesic.ellipsoid.equatorialRadius
            squaredEccentricity = geodesic.ellipsoid.flattening * (2 - geodesic.ellipsoid.flattening)
        }

        /// Metres along a meridian, negative to the south.
        func meridian(from a: Double, to b: Double) -> Double {
            let arc = geodesic.distance(
                Coordinate(latitude: a, longitude: 0), Coordinate(latitude: b, longitude: 0))
            return b >= a ? arc : -arc
        }

        /// The arc of the meridian over the difference of isometric latitude: on a parallel, its radius.
        func metresPerIsometric(from a: Double, to b: Double, arc: Double) -> Double {
            if a == b { return parallel(a) }
            guard abs(b - a) < 0.5 else { return arc / (isometric(b) - isometric(a)) }
            // Near each other both differences would lose digits: Gauss's rule with five points over their slopes.
            let (middle, half) = ((a + b) / 2, (b - a) / 2)
            var sums = (arc: 0.0, isometric: 0.0)
            for (node, weight) in [
                (0.0, 128.0 / 225), (0.538469310105683091, 0.478628670499366468),
                (0.906179845938663993, 0.236926885056189088),
            ] {
                for side in node == 0 ? [0.0] : [node, -node] {
                    let latitude = middle + half * side
                    let radius = weight * meridianRadius(latitude)
                    sums.arc += radius
                    sums.isometric += radius / parallel(latitude)
                }
            }
            return sums.arc / sums.isometric
        }

        /// Metres: the radius of the parallel.
        private func parallel(_ latitude: Double) -> Double {
            let (sine, cosine) = Self.sineAndCosine(latitude)
            return radius * cosine / (1 - squaredEccentricity * sine * sine).squareRoot()
        }

        private func meridianRadius(_ latitude: Double) -> Double {
            let sine = Self.sineAndCosine(latitude).sine
            let root = (1 - squaredEccentricity * sine * sine).squareRoot()
            return radius * (1 - squaredEccentricity) / (root * root * root)
        }

        /// Isometric latitude, radians.
        private func isometric(_ latitude: Double) -> Double {
            let (sine, cosine) = Self.sineAndCosine(latitude)
            let plain = asinh(sine / cosine)
            if squaredEccentricity >= 0 {
                let eccentricity = squaredEccentricity.squareRoot()
                return plain - eccentricity * atanh(eccentricity * sine)
            }
            let eccentricity = (-squaredEccentricity).squareRoot()
            return plain + eccentricity * atan(eccentricity * sine)
        }

        private static func sineAndCosine(_ latitude: Double) -> (sine: Double, cosine: Double) {
            let size = abs(latitude)
            let sine = size <= 45 ? sin(size * .pi / 180) : cos((90 - size) * .pi / 180)
            let cosine = size <= 45 ? cos(size * .pi / 180) : sin((90 - size) * .pi / 180)
            return (latitude < 0 ? -sine : sine, cosine)
        }
    }
}
