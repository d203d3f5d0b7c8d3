import GeoTypes

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A point of a drawing: metres to the east and north of its middle, or pixels.
struct PlanePoint {
    var x: Double
    var y: Double
}

/// Lambert's azimuthal equal-area projection of the sphere: for drawing, never for measuring.
struct AzimuthalPlane {
    private static let radius = 6_371_007.0
    private let longitude: Double
    private let sine: Double
    private let cosine: Double
    private let antipode: Coordinate

    /// Centred on the middle of `points`, as seen from the Earth's centre.
    init(around points: [Coordinate]) {
        var sum = (x: 0.0, y: 0.0, z: 0.0)
        for point in points {
            let (latitude, longitude) = (point.latitude * .pi / 180, point.longitude * .pi / 180)
            sum.x += cos(latitude) * cos(longitude)
            sum.y += cos(latitude) * sin(longitude)
            sum.z += sin(latitude)
        }
        let latitude = atan2(sum.z, hypot(sum.x, sum.y))
        longitude = atan2(sum.y, sum.x)
        sine = sin(latitude)
        cosine = cos(latitude)
        let opposite = longitude * 180 / .pi
        antipode = Coordinate(
            latitude: -latitude * 180 / .pi, longitude: opposite > 0 ? opposite - 180 : opposite + 180)
    }

    /// Metres from the middle; `y` to the north.
    func project(_ point: Coordinate) -> PlanePoint {
        let latitude = point.latitude * .pi / 180
        let turn = point.longitude * .pi / 180 - longitude
        let towards = sine * sin(latitude) + cosine * cos(latitude) * cos(turn)
        let scale = Self.radius * (2 / max(1e-9, 1 + towards)).squareRoot()
        return PlanePoint(
            x: scale * cos(latitude) * sin(turn),
            y: scale * (cosine * sin(latitude) - sine * cos(latitude) * cos(turn)))
    }

    /// Whether the point opposite the middle lies in `ring`, drawn straight between longitudes and latitudes.
    func antipodeLies(in ring: [Coordinate]) -> Bool {
        var isInside = false
        for (a, b) in zip(ring, ring.dropFirst())
        where (a.latitude > antipode.latitude) != (b.latitude > antipode.latitude) {
            let part = (antipode.latitude - a.latitude) / (b.latitude - a.latitude)
            if a.longitude + part * (b.longitude - a.longitude) > antipode.longitude { isInside.toggle() }
        }
        return isInside
    }
}

/// The part of a plane that a picture shows.
struct PictureFrame {
    let width = 1200.0
    let height: Double
    let pixelsPerMetre: Double
    private let west: Double
    private let north: Double

    /// All of `points` with room around them, at least 20 km high, between 2:1 and 4:3.
    init(around points: [PlanePoint]) {
        let (xs, ys) = (points.map(\.x), points.map(\.y))
        let (left, right) = (xs.min() ?? 0, xs.max() ?? 0)
        let (bottom, top) = (ys.min() ?? 0, ys.max() ?? 0)
        // Names stand to the right of their points.
        let up = max(20_000, (right - left) * 1.5 / 2, (top - bottom) * 1.35)
        let across = max((right - left) * 1.5, up / 0.75)
        pixelsPerMetre = width / across
        height = (up * pixelsPerMetre).rounded()
        west = (left + right - across) / 2
        north = (top + bottom + up) / 2
    }

    func pixel(_ point: PlanePoint) -> PlanePoint {
        PlanePoint(x: (point.x - west) * pixelsPerMetre, y: (north - point.y) * pixelsPerMetre)
    }

    /// Whether the box around pixels meets the picture.
    func meets(_ points: [PlanePoint]) -> Bool {
        var box = (left: Double.infinity, right: -Double.infinity, top: Double.infinity, bottom: -Double.infinity)
        for point in points {
            box = (min(box.left, point.x), max(box.right, point.x), min(box.top, point.y), max(box.bottom, point.y))
        }
        return box.left <= width && box.right >= 0 && box.top <= height && box.bottom >= 0
    }
}
