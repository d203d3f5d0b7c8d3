public import Gazetteers
public import GeoTypes

/// What the program says about one article: the record that `dateline annotate` writes, one JSON object a line, and
/// that `dateline map` reads.
///
/// Offsets count Unicode code points in the article's text. Days are ISO 8601; `end` is exclusive.
public struct AnnotationRecord: Hashable, Sendable, Decodable {
    public var id: String
    public var title: String?
    public var published: String?
    public var publisher: String?
    public var url: String?
    /// The code of the language it was read in; `nil` for English.
    public var language: String?
    /// `true` for an article in a language without tables, of which nothing is said; else `nil`.
    public var unread: Bool?
    /// ``TextSketch/text`` of the article: tells whether another one is nearly the same.
    public var sketch: String?
    public var toponyms: [ToponymRecord]
    public var times: [TimeRecord]
    public var events: [EventRecord]
    /// The numbers of the overrides that met a name in this run; not written.
    public var overrides: [Int] = []

    enum CodingKeys: String, CodingKey {
        case id, title, published, publisher, url, language, unread, sketch, toponyms, times, events
    }
}

/// A phrase of the text.
public struct PhraseRecord: Hashable, Sendable, Codable {
    public var start: Int
    public var end: Int
    public var text: String
}

/// A place as records and layers know it.
public struct PlaceRecord: Hashable, Sendable {
    public var id: String
    public var name: String
    public var coordinate: Coordinate
    public var countryCode: String?
    public var admin1: String?
    public var featureCode: String

    public init(_ place: Place) {
        id = place.id
        name = place.name
        coordinate = place.coordinate
        countryCode = place.countryCode
        admin1 = place.admin1
        featureCode = place.featureCode
    }
}

extension PlaceRecord: Decodable {
    enum CodingKeys: String, CodingKey {
        case id, name, latitude, longitude, admin1
        case countryCode = "country_code"
        case featureCode = "feature_code"
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        id = try container.decode(String.self, forKey: .id)
        name = try container.decode(String.self, forKey: .name)
        let latitude = try container.decode(Double.self, forKey: .latitude)
        let longitude = try container.decode(Double.self, forKey: .longitude)
        guard let checked = Coordinate(checkedLatitude: latitude, longitude: longitude) else {
            throw DecodingError.dataCorruptedError(
                forKey: .latitude, in: container, debugDescription: "latitude or longitude out of range")
        }
        coordinate = checked
        countryCode = try container.decodeIfPresent(String.self, forKey: .countryCode)
        admin1 = try container.decodeIfPresent(String.self, forKey: .admin1)
        featureCode = try container.decode(String.self, forKey: .featureCode)
    }
}

/// A toponym; without a place it says why, and in which passage it stands.
public struct ToponymRecord: Hashable, Sendable, Decodable {
    public var start: Int
    public var end: Int
    public var text: String
    public var confidence: Double
    public var place: PlaceRecord?
    public var reason: String?
    public var passage: PhraseRecord?
    /// `override` where an analyst's table says so; `nil` where the text does.
    public var evidence: String?
}

/// A time expression with its TimeML and EDTF values.
public struct TimeRecord: Hashable, Sendable, Decodable {
    public var start: Int
    public var end: Int
    public var text: String
    public var type: String
    public var value: String
    public var mod: String?
    public var edtf: String?
}

/// Who takes part in an event: a phrase of the text, `actor` or `target`.
public struct ParticipantRecord: Hashable, Sendable, Codable {
    public var role: String
    public var start: Int
    public var end: Int
    public var text: String
}

/// An event with its evidence.
public struct EventRecord: Hashable, Sendable, Decodable {
    /// Where it happened.
    public struct Location: Hashable, Sendable, Decodable {
        public var place: PlaceRecord
        public var asWritten: String
        /// UCDP `where_prec`, 1...7.
        public var geoPrecision: Int
        public var confidence: Double?
        /// Metres around the place within which it happened, where known.
        public var radius: Double?

        enum CodingKeys: String, CodingKey {
            case asWritten = "as_written"
            case geoPrecision = "geo_precision"
            case confidence
            case radius = "radius_m"
        }

        public init(from decoder: any Decoder) throws {
            place = try PlaceRecord(from: decoder)
            let container = try decoder.container(keyedBy: CodingKeys.self)
            asWritten = try container.decode(String.self, forKey: .asWritten)
            geoPrecision = try container.decode(Int.self, forKey: .geoPrecision)
            confidence = try container.decodeIfPresent(Double.self, forKey: .confidence)
            radius = try container.decodeIfPresent(Double.self, forKey: .radius)
        }

        init(place: PlaceRecord, asWritten: String, geoPrecision: Int, confidence: Double?, radius: Double? = nil) {
            self.radius = radius
            self.place = place
            self.asWritten = asWritten
            self.geoPrecision = geoPrecision
            self.confidence = confidence
        }
    }

    /// When it happened.
    public struct When: Hashable, Sendable, Codable {
        public var edtf: String
        public var start: String?
        public var end: String?
        public var last: String?
        /// `day`, `range`, `week`, `month`, `season`, `year` or `unknown`.
        public var precision: String?
    }

    public var id: String
    public var type: String
    public var mode: String?
    public var modality: String
    public var confidence: Double
    public var trigger: PhraseRecord
    public var passage: PhraseRecord
    /// Every trigger that tells of it, in the order of the text: as many as it has mentions. `nil` in records that do not say.
    public var mentions: [PhraseRecord]?
    public var contexts: [String]
    public var actor: String?
    public var target: String?
    /// Where the actor and the target stand.
    public var participants: [ParticipantRecord]?
    public var killed: Int?
    public var wounded: Int?
    public var displaced: Int?
    public var movedFrom: String?
    /// The place of that name, where it could be resolved.
    public var origin: PlaceRecord?
    public var location: Location?
    public var time: When?

    enum CodingKeys: String, CodingKey {
        case id, modality, confidence, trigger, passage, mentions, contexts, actor, target, participants, killed
        case wounded, displaced, time
        case type = "event_type"
        case mode = "event_mode"
        case movedFrom = "moved_from"
        case origin = "moved_from_place"
        case location = "place"
    }
}
