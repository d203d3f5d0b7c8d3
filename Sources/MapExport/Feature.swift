public import GeoTypes

/// A value of a feature's property.
public enum PropertyValue: Hashable, Sendable {
    case null
    case string(String)
    case integer(Int)
    /// Written with at most the number of decimals given.
    case number(Double, decimals: Int)
    case strings([String])
}

/// The `time` member of JSON-FG (OGC 21-045): a day or an interval of days; `nil` ends are open.
public enum FeatureTime: Hashable, Sendable {
    /// `YYYY-MM-DD`.
    case date(String)
    /// ISO 8601 UTC timestamps with `Z`, or `nil` for `..`.
    case interval(start: String?, end: String?)
}

/// A feature of a layer. It knows nothing of events: `DatelineKit` turns events into features.
public struct Feature: Hashable, Sendable {
    /// Unique in its layer; an NCName (it serves as an XML id).
    public var id: String
    public var geometry: Geometry?
    public var time: FeatureTime?
    /// One value a field of the layer's schema, in its order.
    public var properties: [PropertyValue]

    public init(id: String, geometry: Geometry?, time: FeatureTime? = nil, properties: [PropertyValue]) {
        self.id = id
        self.geometry = geometry
        self.time = time
        self.properties = properties
    }
}

/// A column of a layer.
public struct Field: Hashable, Sendable {
    public enum Kind: Sendable { case string, integer, number, dateTime, strings }
    public var name: String
    public var kind: Kind
    /// One sentence for people, shown where a format has room for it.
    public var summary: String

    public init(_ name: String, _ kind: Kind, _ summary: String) {
        self.name = name
        self.kind = kind
        self.summary = summary
    }
}

/// A named set of features of one geometry type.
public struct Layer: Sendable {
    /// The layer's name, the base name of its file: `events`, `places`.
    public var name: String
    /// For people.
    public var title: String
    public var fields: [Field]
    public var features: FeatureList

    public init(name: String, title: String, fields: [Field], features: FeatureList) {
        self.name = name
        self.title = title
        self.fields = fields
        self.features = features
    }

    /// The position of the field called `name`.
    public func fieldIndex(_ name: String) -> Int? { fields.firstIndex { $0.name == name } }
}
