public import GeoTypes
import Geodesy
public import MapExport

/// The columns `distance_km` and `bearing` of `map --distance-to`: how far a feature is from a place, and in which
/// direction it lies as seen from there.
public struct DistanceColumns: Sendable {
    /// What the place is called.
    public var name: String
    public var centre: Coordinate

    public init(name: String, centre: Coordinate) {
        self.name = name
        self.centre = centre
    }

    public var fields: [Field] {
        [
            Field("distance_km", .number, "Kilometres from \(name), geodesic on WGS 84."),
            Field("bearing", .number, "Direction in which it lies as seen from \(name), degrees clockwise from north."),
        ]
    }

    /// `layer` with the two columns behind its own; a line or an area counts by the nearest of its positions.
    public func added(to layer: Layer) -> Layer {
        let features = FeatureList(count: layer.features.count) {
            layer.features.geometry(at: $0)
        } feature: { position in
            var feature = layer.features[position]
            let found = feature.geometry.flatMap { NearestFeatures.nearest($0, to: centre) }
            feature.properties += [
                found.map { .number($0.distance / 1000, decimals: 3) } ?? .null,
                found.map { .number($0.azimuth, decimals: 1) } ?? .null,
            ]
            return feature
        }
        return Layer(name: layer.name, title: layer.title, fields: layer.fields + fields, features: features)
    }
}
