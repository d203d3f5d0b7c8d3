public import Articles
public import Gazetteers
public import GeoTypes

/// A place name found in a text, with the place it stands for where that is known.
public struct ResolvedToponym: Hashable, Sendable {
    /// How the text uses the name; a hint for linking.
    public enum Role: UInt8, Sendable {
        /// Names a place as such.
        case literal
        /// Stands before another noun or as an adjective ("Ukrainian"); only with `--demonyms`.
        case demonym
    }

    /// What says that the name stands for its place.
    public enum Evidence: String, Sendable {
        case text
        /// A line of the analyst's table (`--overrides`).
        case override
    }

    /// Why a name has no place.
    public enum Unresolved: String, Sendable {
        case notInGazetteer = "not in the gazetteer"
    }

    public var range: TextRange
    public var place: Place?
    public var unresolved: Unresolved?
    /// The probability that the span is a toponym and stands for `place`, 0...1.
    public var confidence: Double
    public var role: Role
    /// For a relative place ("around 50 km south of Balakliia"): the distance and the bearing of the words.
    public var offset: PlaceOffset?
    public var evidence: Evidence
    /// For a name without a place the name of what the text says that it lies in: "X, a village in the Kharkiv region".
    public var liesIn: TextRange?

    public init(
        range: TextRange, place: Place?, unresolved: Unresolved? = nil, confidence: Double, role: Role = .literal,
        offset: PlaceOffset? = nil, evidence: Evidence = .text, liesIn: TextRange? = nil
    ) {
        self.range = range
        self.place = place
        self.unresolved = unresolved
        self.confidence = confidence
        self.role = role
        self.offset = offset
        self.evidence = evidence
        self.liesIn = liesIn
    }
}

/// A distance and direction from a named place, as written, and the point they give.
public struct PlaceOffset: Hashable, Sendable {
    /// The whole phrase, from the distance to the end of the anchor's name.
    public var range: TextRange
    /// Metres.
    public var distance: Double
    /// Degrees clockwise from north, 0..<360; `nil` where only a distance is given ("50 km from Izium").
    public var bearing: Double?
    /// The anchor's position moved by distance and bearing; the anchor's own without a bearing.
    public var point: Coordinate
    /// Metres around `point` within which the words allow the place to be.
    public var radius: Double

    public init(range: TextRange, distance: Double, bearing: Double?, point: Coordinate, radius: Double) {
        self.range = range
        self.distance = distance
        self.bearing = bearing
        self.point = point
        self.radius = radius
    }
}
