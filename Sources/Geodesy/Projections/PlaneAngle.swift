#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#else
    internal import Darwin
#endif

enum PlaneAngle {
    /// Degrees clockwise from north, 0..<360.
    static func azimuth(east: Double, north: Double) -> Double {
        Geodesic.normalized(atan2(east, north) * 180 / .pi)
    }
}
