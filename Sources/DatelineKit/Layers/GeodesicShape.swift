public import GeoTypes
public import Geodesy

/// Geodesics as geometry for maps that draw straight lines between positions, cut at the antimeridian as RFC 7946,
/// section 3.1.9, asks.
public enum GeodesicShape {
    /// Metres between two positions of a line.
    private static let step = 50_000.0
    /// Positions of a circle, less the repeated one.
    private static let corners = 72

    /// Radii of circles that can be drawn, metres.
    static let radii = Double.leastNonzeroMagnitude...5_000_000

    /// The shortest path, a position at least every 50 km.
    static func line(from start: Coordinate, to end: Coordinate) -> Geometry {
        let whole = Geodesic.wgs84.inverse(start, end)
        return line(from: start, to: end, length: whole.distance) { distance in
            Geodesic.wgs84.destination(from: start, azimuth: whole.azimuth, distance: distance)
        }
    }

    /// The way along `path`, a position at least every 50 km.
    public static func line(from start: Coordinate, to end: Coordinate, along path: some Path) -> Geometry {
        line(from: start, to: end, length: path.length) { path.point(at: $0) }
    }

    private static func line(
        from start: Coordinate, to end: Coordinate, length: Double, _ point: (Double) -> Coordinate
    ) -> Geometry {
        let pieces = max(1, Int((length / step).rounded(.up)))
        var lines = [[start]]
        var last = (start, 0.0)
        for piece in 1...pieces {
            let distance = length * Double(piece) / Double(pieces)
            let next = piece == pieces ? end : point(distance)
            if abs(next.longitude - last.0.longitude) > 180 {
                let edge = last.0.longitude > 0 ? 180.0 : -180
                let latitude = crossing(from: last.1, to: distance, sign: edge, point).latitude
                lines[lines.count - 1].append(Coordinate(latitude: latitude, longitude: edge))
                lines.append([Coordinate(latitude: latitude, longitude: -edge)])
            }
            lines[lines.count - 1].append(next)
            last = (next, distance)
        }
        // A path that ends on the antimeridian leaves nothing beyond it.
        return .multiLineString(lines.filter { line in line.count > 1 && Set(line).count > 1 || lines.count == 1 })
    }

    /// Where the path changes from longitudes of the sign of `sign` to the other, by bisection to a millimetre.
    private static func crossing(
        from near: Double, to far: Double, sign: Double, _ point: (Double) -> Coordinate
    ) -> Coordinate {
        var (near, far) = (near, far)
        while far - near > 0.001 {
            let middle = (near + far) / 2
            if point(middle).longitude * sign > 0 { near = middle } else { far = middle }
        }
        return point(near)
    }

    /// All that lies within `radius` metres; `nil` for one that is not in ``radii``.
    static func circle(around centre: Coordinate, radius: Double) -> Geometry? {
        guard radii.contains(radius) else { return nil }
        // Longitudes go on beyond 180 degrees, so that neighbours are never far apart. Counterclockwise.
        var ring: [(x: Double, y: Double)] = []
        for corner in 0...corners {
            let azimuth = -360 * Double(corner) / Double(corners)
            let point = Geodesic.wgs84.destination(from: centre, azimuth: azimuth, distance: radius)
            let before = ring.last?.x ?? centre.longitude
            ring.append((point.longitude + ((before - point.longitude) / 360).rounded() * 360, point.latitude))
        }
        guard let first = ring.first, let last = ring.last else { return nil }
        if abs(last.x - first.x) > 180 {
            // A pole lies inside: the ring runs around the world and is closed along it.
            let pole = centre.latitude > 0 ? 90.0 : -90
            ring += [(last.x, pole), (first.x, pole), first]
        } else {
            ring[ring.count - 1] = first
        }
        let turns = [-360.0, 0, 360]
        let pieces = turns.compactMap { turn in clipped(ring.map { (x: $0.x + turn, y: $0.y) }) }
        return .multiPolygon(pieces.map { [$0.map { Coordinate(latitude: $0.y, longitude: $0.x) }] })
    }

    /// The part of a ring between the meridians of -180 and 180 degrees (Sutherland and Hodgman 1974,
    /// doi:10.1145/360767.360802), or `nil` when none is.
    private static func clipped(_ ring: [(x: Double, y: Double)]) -> [(x: Double, y: Double)]? {
        var points = ring.dropLast().map { $0 }
        for (edge, sign) in [(-180.0, 1.0), (180, -1)] {
            var kept: [(x: Double, y: Double)] = []
            for (index, point) in points.enumerated() {
                let before = points[index == 0 ? points.count - 1 : index - 1]
                let (isIn, wasIn) = ((point.x - edge) * sign >= 0, (before.x - edge) * sign >= 0)
                if isIn != wasIn {
                    let part = (edge - before.x) / (point.x - before.x)
                    kept.append((edge, before.y + (point.y - before.y) * part))
                }
                if isIn { kept.append(point) }
            }
            points = kept
        }
        let xs = points.map(\.x)
        guard points.count > 2, let least = xs.min(), let most = xs.max(), most - least > 1e-9 else { return nil }
        return points + [points[0]]
    }
}
