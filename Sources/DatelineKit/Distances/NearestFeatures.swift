public import GeoTypes
import Geodesy

/// The features of a layer nearest to a point.
public enum NearestFeatures {
    public struct Found: Hashable, Sendable {
        public var feature: FeatureFile.Feature
        /// Metres.
        public var distance: Double
        /// From the point to the feature, degrees clockwise from north.
        public var azimuth: Double
    }

    /// At most `limit` features with a point, within `radius` metres, nearest first, then in the order of the file. A
    /// line or an area counts by the nearest of its positions.
    public static func find(
        _ centre: Coordinate, in file: FeatureFile, limit: Int, radius: Double? = nil
    ) -> [Found] {
        var found: [Found] = []
        for feature in file.features {
            guard let geometry = feature.geometry, let nearest = nearest(geometry, to: centre),
                nearest.distance <= radius ?? .infinity
            else { continue }
            found.append(Found(feature: feature, distance: nearest.distance, azimuth: nearest.azimuth))
        }
        let order = found.indices.sorted { (found[$0].distance, $0) < (found[$1].distance, $1) }
        return order.prefix(limit).map { found[$0] }
    }

    /// The position of `geometry` nearest to `centre`; `nil` for none.
    static func nearest(_ geometry: Geometry, to centre: Coordinate) -> Geodesic.Inverse? {
        if case .point(let point) = geometry { return Geodesic.wgs84.inverse(centre, point) }
        var best: (Double, Coordinate)?
        for point in geometry.coordinates {
            let distance = Geodesic.wgs84.distance(centre, point)
            if distance < best?.0 ?? .infinity { best = (distance, point) }
        }
        return best.map { Geodesic.wgs84.inverse(centre, $0.1) }
    }
}
