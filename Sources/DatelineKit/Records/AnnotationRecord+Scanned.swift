internal import Articles
internal import GeoTypes

extension AnnotationRecord {
    /// Reads a line of the usual form, as `dateline annotate` writes it; `nil` for any other, of which ``init(line:path:number:)`` knows more.
    public init?(usual line: [UInt8]) {
        do {
            var scanner = RecordScanner(line)
            self = try scanner.record()
            try scanner.finish()
            try check()
        } catch { return nil }
    }

    fileprivate enum Member: String, CaseIterable {
        case id, title, published, publisher, url, language, unread, sketch, toponyms, times, events
        /// What an article has, and no record.
        case text
    }
}

extension DocumentOutcome {
    /// What comes of a document that is plainly a record, which need not be taken apart to be told from an article; `nil` for others.
    init?(record document: PendingDocument, writesLine: Bool) {
        guard let object = document.object, var record = AnnotationRecord(usual: object) else { return nil }
        record.round()
        self.init(content: .record(record, line: writesLine ? record.line : []), path: document.path)
        line = document.line
    }
}

private enum PhraseMember: String, CaseIterable { case start, end, text }

private enum ParticipantMember: String, CaseIterable { case role, start, end, text }

private enum ToponymMember: String, CaseIterable {
    case start, end, text, confidence, evidence, place, reason, passage
}

private enum TimeMember: String, CaseIterable { case start, end, text, type, value, mod, edtf }

private enum SpanMember: String, CaseIterable { case edtf, start, end, last, precision }

/// Those of a place, and those that it has where an event is.
private enum PlaceMember: String, CaseIterable {
    case id, name, latitude, longitude
    case countryCode = "country_code"
    case admin1
    case featureCode = "feature_code"
    case asWritten = "as_written"
    case geoPrecision = "geo_precision"
    case confidence
    case radius = "radius_m"
}

private enum EventMember: String, CaseIterable {
    case id
    case type = "event_type"
    case mode = "event_mode"
    case modality, confidence, trigger, passage, mentions, contexts, actor, target, participants, killed, wounded
    case displaced
    case movedFrom = "moved_from"
    case origin = "moved_from_place"
    case location = "place"
    case time
}

extension RecordScanner {
    private static let recordNames = MemberNames<AnnotationRecord.Member>()
    private static let phraseNames = MemberNames<PhraseMember>()
    private static let participantNames = MemberNames<ParticipantMember>()
    private static let toponymNames = MemberNames<ToponymMember>()
    private static let timeNames = MemberNames<TimeMember>()
    private static let spanNames = MemberNames<SpanMember>()
    private static let placeNames = MemberNames<PlaceMember>()
    private static let eventNames = MemberNames<EventMember>()

    private mutating func text() throws(Unusual) -> String? {
        try optional { scanner throws(Unusual) in try scanner.string() }
    }

    private mutating func count() throws(Unusual) -> Int? {
        try optional { scanner throws(Unusual) in try scanner.integer() }
    }

    private mutating func share() throws(Unusual) -> Double? {
        try optional { scanner throws(Unusual) in try scanner.number() }
    }

    private func required<Value>(_ value: Value?) throws(Unusual) -> Value {
        guard let value else { throw Unusual() }
        return value
    }

    fileprivate mutating func record() throws(Unusual) -> AnnotationRecord {
        var id: String?
        var record = AnnotationRecord(id: "", toponyms: [], times: [], events: [])
        var lists = 0
        try object(Self.recordNames) { scanner, member throws(Unusual) in
            switch member {
            // `--engine` passes ids on as they come: numbers, too.
            case .id: id = scanner.isAtString() ? try scanner.string() : String(try scanner.integer())
            case .title: record.title = try scanner.text()
            case .published: record.published = try scanner.text()
            case .publisher: record.publisher = try scanner.text()
            case .url: record.url = try scanner.text()
            case .language: record.language = try scanner.text()
            case .unread: record.unread = try scanner.optional { scanner throws(Unusual) in try scanner.bool() }
            case .sketch: record.sketch = try scanner.text()
            case .toponyms:
                record.toponyms = try scanner.list { scanner throws(Unusual) in try scanner.toponym() }
                lists += 1
            case .times:
                record.times = try scanner.list { scanner throws(Unusual) in try scanner.time() }
                lists += 1
            case .events:
                record.events = try scanner.list { scanner throws(Unusual) in try scanner.event() }
                lists += 1
            case .text: throw Unusual()
            }
        }
        record.id = try required(id)
        guard lists == 3 else { throw Unusual() }
        return record
    }

    private mutating func phrase() throws(Unusual) -> PhraseRecord {
        var (start, end): (Int?, Int?)
        var text: String?
        try object(Self.phraseNames) { scanner, member throws(Unusual) in
            switch member {
            case .start: start = try scanner.integer()
            case .end: end = try scanner.integer()
            case .text: text = try scanner.string()
            }
        }
        return PhraseRecord(start: try required(start), end: try required(end), text: try required(text))
    }

    private mutating func participant() throws(Unusual) -> ParticipantRecord {
        var (start, end): (Int?, Int?)
        var (role, text): (String?, String?)
        try object(Self.participantNames) { scanner, member throws(Unusual) in
            switch member {
            case .role: role = try scanner.string()
            case .start: start = try scanner.integer()
            case .end: end = try scanner.integer()
            case .text: text = try scanner.string()
            }
        }
        return ParticipantRecord(
            role: try required(role), start: try required(start), end: try required(end), text: try required(text))
    }

    private mutating func toponym() throws(Unusual) -> ToponymRecord {
        var (start, end): (Int?, Int?)
        var confidence: Double?
        var text: String?
        var (reason, evidence): (String?, String?)
        var place: PlaceRecord?
        var passage: PhraseRecord?
        try object(Self.toponymNames) { scanner, member throws(Unusual) in
            switch member {
            case .start: start = try scanner.integer()
            case .end: end = try scanner.integer()
            case .text: text = try scanner.string()
            case .confidence: confidence = try scanner.number()
            case .evidence: evidence = try scanner.text()
            case .place: place = try scanner.optional { scanner throws(Unusual) in try scanner.place() }
            case .reason: reason = try scanner.text()
            case .passage: passage = try scanner.optional { scanner throws(Unusual) in try scanner.phrase() }
            }
        }
        return ToponymRecord(
            start: try required(start), end: try required(end), text: try required(text),
            confidence: try required(confidence), place: place, reason: reason, passage: passage, evidence: evidence)
    }

    private mutating func time() throws(Unusual) -> TimeRecord {
        var (start, end): (Int?, Int?)
        var (text, type, value): (String?, String?, String?)
        var (mod, edtf): (String?, String?)
        try object(Self.timeNames) { scanner, member throws(Unusual) in
            switch member {
            case .start: start = try scanner.integer()
            case .end: end = try scanner.integer()
            case .text: text = try scanner.string()
            case .type: type = try scanner.string()
            case .value: value = try scanner.string()
            case .mod: mod = try scanner.text()
            case .edtf: edtf = try scanner.text()
            }
        }
        return TimeRecord(
            start: try required(start), end: try required(end), text: try required(text), type: try required(type),
            value: try required(value), mod: mod, edtf: edtf)
    }

    private mutating func span() throws(Unusual) -> EventRecord.When {
        var edtf: String?
        var span = EventRecord.When(edtf: "")
        try object(Self.spanNames) { scanner, member throws(Unusual) in
            switch member {
            case .edtf: edtf = try scanner.string()
            case .start: span.start = try scanner.text()
            case .end: span.end = try scanner.text()
            case .last: span.last = try scanner.text()
            case .precision: span.precision = try scanner.text()
            }
        }
        span.edtf = try required(edtf)
        return span
    }
}

// MARK: Places

/// The members of a place, and those that it has where an event is.
private struct Located {
    var (id, name, featureCode): (String?, String?, String?)
    var (latitude, longitude): (Double?, Double?)
    var (countryCode, admin1): (String?, String?)
    var asWritten: String?
    var geoPrecision: Int?
    var (confidence, radius): (Double?, Double?)
}

extension PlaceRecord {
    fileprivate init?(_ found: Located) {
        guard let id = found.id, let name = found.name, let featureCode = found.featureCode,
            let latitude = found.latitude, let longitude = found.longitude,
            let coordinate = Coordinate(checkedLatitude: latitude, longitude: longitude)
        else { return nil }
        (self.id, self.name, self.featureCode) = (id, name, featureCode)
        self.coordinate = coordinate
        (countryCode, admin1) = (found.countryCode, found.admin1)
    }
}

extension RecordScanner {
    /// - Parameter isEvent: whether the members that only the place of an event has count.
    private mutating func located(isEvent: Bool) throws(Unusual) -> Located {
        var found = Located()
        try object(Self.placeNames) { scanner, member throws(Unusual) in
            switch member {
            case .id: found.id = try scanner.string()
            case .name: found.name = try scanner.string()
            case .latitude: found.latitude = try scanner.number()
            case .longitude: found.longitude = try scanner.number()
            case .countryCode: found.countryCode = try scanner.text()
            case .admin1: found.admin1 = try scanner.text()
            case .featureCode: found.featureCode = try scanner.string()
            case .asWritten where isEvent: found.asWritten = try scanner.string()
            case .geoPrecision where isEvent: found.geoPrecision = try scanner.integer()
            case .confidence where isEvent: found.confidence = try scanner.share()
            case .radius where isEvent: found.radius = try scanner.share()
            case .asWritten, .geoPrecision, .confidence, .radius: try scanner.passOver()
            }
        }
        return found
    }

    private mutating func place() throws(Unusual) -> PlaceRecord {
        try required(PlaceRecord(try located(isEvent: false)))
    }

    private mutating func location() throws(Unusual) -> EventRecord.Location {
        let found = try located(isEvent: true)
        return EventRecord.Location(
            place: try required(PlaceRecord(found)), asWritten: try required(found.asWritten),
            geoPrecision: try required(found.geoPrecision), confidence: found.confidence, radius: found.radius)
    }
}

// MARK: Events

extension RecordScanner {
    private mutating func event() throws(Unusual) -> EventRecord {
        var (id, type, modality): (String?, String?, String?)
        var confidence: Double?
        var (trigger, passage): (PhraseRecord?, PhraseRecord?)
        var contexts: [String]?
        let nothing = PhraseRecord(start: 0, end: 0, text: "")
        var event = EventRecord(
            id: "", type: "", modality: "", confidence: 0, trigger: nothing, passage: nothing, contexts: [])
        try object(Self.eventNames) { scanner, member throws(Unusual) in
            switch member {
            case .id: id = try scanner.string()
            case .type: type = try scanner.string()
            case .mode: event.mode = try scanner.text()
            case .modality: modality = try scanner.string()
            case .confidence: confidence = try scanner.number()
            case .trigger: trigger = try scanner.phrase()
            case .passage: passage = try scanner.phrase()
            case .mentions:
                event.mentions = try scanner.optional { scanner throws(Unusual) in
                    try scanner.list { scanner throws(Unusual) in try scanner.phrase() }
                }
            case .contexts: contexts = try scanner.list { scanner throws(Unusual) in try scanner.string() }
            case .actor: event.actor = try scanner.text()
            case .target: event.target = try scanner.text()
            case .participants:
                event.participants = try scanner.optional { scanner throws(Unusual) in
                    try scanner.list { scanner throws(Unusual) in try scanner.participant() }
                }
            case .killed: event.killed = try scanner.count()
            case .wounded: event.wounded = try scanner.count()
            case .displaced: event.displaced = try scanner.count()
            case .movedFrom: event.movedFrom = try scanner.text()
            case .origin: event.origin = try scanner.optional { scanner throws(Unusual) in try scanner.place() }
            case .location: event.location = try scanner.optional { scanner throws(Unusual) in try scanner.location() }
            case .time: event.time = try scanner.optional { scanner throws(Unusual) in try scanner.span() }
            }
        }
        (event.id, event.type, event.modality) = (try required(id), try required(type), try required(modality))
        event.confidence = try required(confidence)
        (event.trigger, event.passage) = (try required(trigger), try required(passage))
        event.contexts = try required(contexts)
        return event
    }
}
