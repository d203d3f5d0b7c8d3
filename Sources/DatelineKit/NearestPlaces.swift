public import Gazetteers
public import GeoTypes
import Geodesy

/// The places nearest to a point.
public struct NearestPlaces {
    private let gazetteer: any Gazetteer

    public init(_ gazetteer: any Gazetteer) { self.gazetteer = gazetteer }

    /// At most `limit` places with their geodesic distance in metres, nearest first, then in order of id.
    public func find(_ center: Coordinate, limit: Int, minimumPopulation: Int = 0) -> [(place: Place, distance: Double)]
    {
        let geodesic = Geodesic.wgs84
        var degrees = 0.25
        while true {
            let found = gazetteer.places(around: center, degrees: degrees)
                .filter { $0.population >= minimumPopulation }
                .map { ($0, geodesic.inverse(center, $0.coordinate).distance) }
                .sorted { $0.1 < $1.1 }
            // What lies outside the square is at least this far away: a degree of latitude has 110.5 km or more, one
            // of longitude 111.3 km times the cosine of the latitude farthest from the equator.
            let north = min(90, abs(center.latitude) + degrees)
            let reach = degrees >= 180 ? .infinity : degrees * min(110_500, 111_300 * Self.cosine(degrees: north))
            if degrees >= 180 || found.count >= limit && found[limit - 1].1 <= reach {
                return found.prefix(limit).map { (place: $0.0, distance: $0.1) }
            }
            degrees = min(180, degrees * 2)
        }
    }

    /// A lower bound of the cosine: its chord from 0 to 90 degrees.
    private static func cosine(degrees: Double) -> Double { max(0, 1 - degrees / 90) }
}
