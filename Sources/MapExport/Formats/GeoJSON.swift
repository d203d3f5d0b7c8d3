public import GeoTypes

/// GeoJSON (RFC 7946): one FeatureCollection with `name` and `bbox`, a feature a line, and the `time` member of
/// JSON-FG (OGC 21-045). Read by QGIS, GitHub, geojson.io and nearly everything else.
public struct GeoJSON: MapFormat {
    public let name = "geojson"
    public let fileExtension = "geojson"
    public let summary = "GeoJSON (RFC 7946), one FeatureCollection"

    public init() {}

    public func write(_ layer: Layer, style: MapStyle, to sink: any ByteSink) throws {
        var json = JSONWriter(capacity: chunkSize + 4096)
        json.beginObject()
        json.key("type")
        json.string("FeatureCollection")
        json.key("name")
        json.string(layer.name)
        if let box = layer.boundingBox {
            json.key("bbox")
            json.beginArray()
            for edge in [box.west, box.south, box.east, box.north] { json.degrees(edge) }
            json.endArray()
        }
        json.key("features")
        json.beginArray()
        for feature in layer.features {
            json.newline()
            json.feature(feature, fields: layer.fields)
            try json.drain(to: sink, atLeast: chunkSize)
        }
        json.newline()
        json.endArray()
        json.endObject()
        json.newline()
        try json.drain(to: sink)
    }
}

extension Layer {
    /// The smallest box around every position, or `nil` when there is none. It does not cross the antimeridian.
    public var boundingBox: BoundingBox? {
        BoundingBox(around: features.geometries.lazy.flatMap(\.coordinates))
    }
}

extension JSONWriter {
    /// Decimals of a degree in every format: 11 centimetres, as RFC 7946 section 11.2 advises.
    static let degreeDecimals = 6

    mutating func degrees(_ value: Double) { number(value, decimals: Self.degreeDecimals) }

    /// A GeoJSON Feature. Members stand in the order type, id, geometry, time, properties.
    mutating func feature(_ feature: Feature, fields: [Field]) {
        beginObject()
        key("type")
        string("Feature")
        key("id")
        string(feature.id)
        key("geometry")
        geometry(feature.geometry)
        if let time = feature.time {
            key("time")
            self.time(time)
        }
        key("properties")
        beginObject()
        for (position, field) in fields.enumerated() {
            key(field.name)
            property(position < feature.properties.count ? feature.properties[position] : .null)
        }
        endObject()
        endObject()
    }

    /// A property. What is unknown is null and never an empty string, which would turn a date column into text.
    mutating func property(_ value: PropertyValue) {
        switch value {
        case .null: null()
        case .string(let text): if text.isEmpty { null() } else { string(text.withoutNulls) }
        case .integer(let value): integer(value)
        case .number(let value, let decimals): number(value, decimals: decimals)
        case .strings(let values): strings(values.map(\.withoutNulls))
        }
    }

    private mutating func time(_ time: FeatureTime) {
        beginObject()
        switch time {
        case .date(let day):
            key("date")
            string(day)
        case .interval(let start, let end):
            key("interval")
            strings([start ?? "..", end ?? ".."])
        }
        endObject()
    }

    private mutating func geometry(_ geometry: Geometry?) {
        guard let geometry else { return null() }
        beginObject()
        key("type")
        switch geometry {
        case .point(let point):
            string("Point")
            key("coordinates")
            position(point)
        case .lineString(let line):
            string("LineString")
            key("coordinates")
            positions(line)
        case .multiLineString(let lines):
            string("MultiLineString")
            key("coordinates")
            beginArray()
            for line in lines { positions(line) }
            endArray()
        case .polygon(let rings):
            string("Polygon")
            key("coordinates")
            polygon(rings)
        case .multiPolygon(let polygons):
            string("MultiPolygon")
            key("coordinates")
            beginArray()
            for rings in polygons { polygon(rings) }
            endArray()
        }
        endObject()
    }

    private mutating func polygon(_ rings: [[Coordinate]]) {
        beginArray()
        for (number, ring) in rings.enumerated() {
            // RFC 7946, section 3.1.6: the outer ring counterclockwise, holes clockwise.
            positions((signedArea(of: ring) >= 0) == (number == 0) ? ring : ring.reversed())
        }
        endArray()
    }

    private mutating func position(_ point: Coordinate) {
        beginArray()
        degrees(point.longitude)
        degrees(point.latitude)
        endArray()
    }

    private mutating func positions(_ points: [Coordinate]) {
        beginArray()
        for point in points { position(point) }
        endArray()
    }
}

/// In square degrees, positive for a counterclockwise ring.
private func signedArea(of ring: [Coordinate]) -> Double {
    zip(ring, ring.dropFirst()).reduce(0) { sum, edge in
        sum + edge.0.longitude * edge.1.latitude - edge.1.longitude * edge.0.latitude
    } / 2
}
