import GeoTypes
import Geodesy
public import MapExport

/// The `routes` layer: a geodesic line from where a movement began to where it led.
public enum RouteLayer {
    public static let fields: [Field] =
        DerivedLayer.leadingFields + [
            Field("moved_from", .string, "Where the movement began."),
            Field("moved_to", .string, "Where it led."),
            Field("distance_m", .number, "Length of the shortest path in metres."),
        ] + DerivedLayer.trailingFields

    /// A route for every event whose two ends are known and differ.
    public static func layer(_ clusters: EventClusters, style: MapStyle) -> Layer {
        DerivedLayer.layer(name: "routes", title: "Routes", fields: fields, clusters, style: style, flag: .route) {
            event in
            guard let from = event.origin, let to = event.location?.place else { return nil }
            let distance = Geodesic.wgs84.inverse(from.coordinate, to.coordinate).distance
            return (
                GeodesicShape.line(from: from.coordinate, to: to.coordinate),
                [.string(from.name), .string(to.name), .number(distance, decimals: 0)]
            )
        }
    }
}

/// The `areas` layer: the circle within which an event happened, where its radius is known.
public enum AreaLayer {
    public static let fields: [Field] =
        DerivedLayer.leadingFields + [
            Field("place_name", .string, "The place in the middle."),
            Field("geo_precision", .integer, "UCDP where_prec: 1 exact to 7 at sea."),
            Field("radius_m", .number, "Radius of uncertainty in metres."),
        ] + DerivedLayer.trailingFields

    /// An area for every event with a radius; a region without one is not drawn as a circle.
    public static func layer(_ clusters: EventClusters, style: MapStyle) -> Layer {
        DerivedLayer.layer(name: "areas", title: "Areas", fields: fields, clusters, style: style, flag: .area) {
            event in
            guard let location = event.location, let radius = location.radius,
                let circle = GeodesicShape.circle(around: location.place.coordinate, radius: radius)
            else { return nil }
            return (
                circle, [.string(location.place.name), .integer(location.geoPrecision), .number(radius, decimals: 0)]
            )
        }
    }
}

/// What the layers have in common whose features are other views of events: ids and names are those of the events.
enum DerivedLayer {
    static let leadingFields = Array(EventLayer.fields.filter { ["name", "event_type", "modality"].contains($0.name) })
    static let trailingFields = EventLayer.fields.filter {
        [
            "start", "end", "date", "confidence", "reports", "passage", "article_id", "article_title", "article_url",
            "publisher", "published",
        ].contains($0.name)
    }

    /// - Parameters:
    ///   - flag: what events have that have a shape.
    ///   - shape: the shape of one that has, and the values of the fields between ``leadingFields`` and
    ///     ``trailingFields``.
    static func layer(
        name: String, title: String, fields: [Field], _ clusters: EventClusters, style: MapStyle,
        flag: EventKey.Flags,
        shape: @escaping @Sendable (EventRecord) -> (Geometry, [PropertyValue])?
    ) -> Layer {
        let events = EventLayer.layer(clusters, style: style)
        func positions(_ fields: [Field]) -> [Int] { fields.compactMap { events.fieldIndex($0.name) } }
        let (leading, trailing) = (positions(leadingFields), positions(trailingFields))
        let shown = clusters.numbers { $0.contains(flag) }
        let features = FeatureList(count: shown.count) { position in
            shape(clusters[Int(shown[position])].event)?.0
        } feature: { position in
            let event = events.features[Int(shown[position])]
            let found = shape(clusters[Int(shown[position])].event)
            return Feature(
                id: event.id, geometry: found?.0, time: event.time,
                properties: leading.map { event.properties[$0] } + (found?.1 ?? [])
                    + trailing.map { event.properties[$0] })
        }
        return Layer(name: name, title: title, fields: fields, features: features)
    }
}
