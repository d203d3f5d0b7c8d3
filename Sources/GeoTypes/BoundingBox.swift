/// A box between two parallels and two meridians, in degrees on WGS 84.
///
/// As in RFC 7946, section 5.2, a box whose `west` is greater than its `east` crosses the antimeridian.
public struct BoundingBox: Hashable, Sendable {
    public var west: Double
    public var south: Double
    public var east: Double
    public var north: Double

    public init(west: Double, south: Double, east: Double, north: Double) {
        self.west = west
        self.south = south
        self.east = east
        self.north = north
    }

    /// The smallest box around `coordinates` that does not cross the antimeridian, or `nil` for none.
    public init?(around coordinates: some Sequence<Coordinate>) {
        var box: BoundingBox?
        for point in coordinates {
            guard var grown = box else {
                box = BoundingBox(
                    west: point.longitude, south: point.latitude, east: point.longitude, north: point.latitude)
                continue
            }
            grown.west = min(grown.west, point.longitude)
            grown.east = max(grown.east, point.longitude)
            grown.south = min(grown.south, point.latitude)
            grown.north = max(grown.north, point.latitude)
            box = grown
        }
        guard let box else { return nil }
        self = box
    }

    /// Whether `point` lies in the box or on its border.
    public func contains(_ point: Coordinate) -> Bool {
        guard point.latitude >= south, point.latitude <= north else { return false }
        return west <= east
            ? point.longitude >= west && point.longitude <= east
            : point.longitude >= west || point.longitude <= east
    }
}
