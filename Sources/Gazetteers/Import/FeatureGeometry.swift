import GeoTypes

/// Where a GeoJSON geometry is labelled.
enum FeatureGeometry {
    private typealias Point = (x: Double, y: Double)

    /// The point itself; the middle vertex of a line; a point inside the largest part of an area; the first that has one
    /// of a collection. `nil` where there is none.
    static func labelPoint(_ geometry: JSONValue) -> Coordinate? {
        let coordinates = geometry["coordinates"] ?? .null
        switch geometry["type"]?.text {
        case "Point": return coordinate(point(coordinates))
        case "MultiPoint": return coordinates.elements.first.flatMap { coordinate(point($0)) }
        case "LineString": return middle(coordinates)
        case "MultiLineString":
            return coordinates.elements.max { $0.elements.count < $1.elements.count }.flatMap { middle($0) }
        case "Polygon": return inside(coordinates.elements.map(ring))
        case "MultiPolygon":
            let areas = coordinates.elements.map { $0.elements.map(ring) }
            return areas.max { size($0.first ?? []) < size($1.first ?? []) }.flatMap { inside($0) }
        case "GeometryCollection":
            return geometry["geometries"]?.elements.lazy
                .filter { $0["type"]?.text != "GeometryCollection" }
                .compactMap { labelPoint($0) }.first
        default: return nil
        }
    }

    private static func point(_ value: JSONValue) -> Point? {
        let numbers = value.elements
        guard numbers.count >= 2, case .number(let x) = numbers[0], case .number(let y) = numbers[1] else { return nil }
        return (x, y)
    }

    private static func coordinate(_ point: Point?) -> Coordinate? {
        point.flatMap { Coordinate(checkedLatitude: $0.y, longitude: $0.x) }
    }

    private static func middle(_ line: JSONValue) -> Coordinate? {
        let points = line.elements
        return points.isEmpty ? nil : coordinate(point(points[points.count / 2]))
    }

    private static func ring(_ value: JSONValue) -> [Point] { value.elements.compactMap { point($0) } }

    /// Twice the area in square degrees.
    private static func size(_ ring: [Point]) -> Double {
        var sum = 0.0
        for (a, b) in zip(ring, ring.dropFirst()) { sum += a.x * b.y - b.x * a.y }
        return abs(sum)
    }

    /// The middle of the widest stretch inside the rings at the latitude of the outer one's centre.
    private static func inside(_ rings: [[Point]]) -> Coordinate? {
        guard let outer = rings.first, outer.count >= 4 else { return nil }
        let heights = outer.map(\.y)
        guard let low = heights.min(), let high = heights.max() else { return nil }
        let y = (low + high) / 2
        var crossings: [Double] = []
        for ring in rings {
            for (a, b) in zip(ring, ring.dropFirst()) where (a.y > y) != (b.y > y) {
                crossings.append(a.x + (y - a.y) / (b.y - a.y) * (b.x - a.x))
            }
        }
        crossings.sort()
        var best: (start: Double, width: Double)?
        for index in stride(from: 0, to: crossings.count - 1, by: 2) {
            let width = crossings[index + 1] - crossings[index]
            if width > best?.width ?? 0 { best = (crossings[index], width) }
        }
        return best.flatMap { Coordinate(checkedLatitude: y, longitude: $0.start + $0.width / 2) }
    }
}
