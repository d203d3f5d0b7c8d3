internal import Articles

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

extension RecordScanner {
    private static let recordNames = MemberNames<AnnotationRecord.Member>()
    private static let phraseNames = MemberNames<PhraseMember>()
    private static let participantNames = MemberNames<ParticipantMember>()
    private static let toponymNames = MemberNames<ToponymMember>()
    private static let timeNames = MemberNames<TimeMember>()
    private static let spanNames = MemberNames<SpanMember>()

    mutating func text() throws(Unusual) -> String? {
        try optional { scanner throws(Unusual) in try scanner.string() }
    }

    mutating func count() throws(Unusual) -> Int? {
        try optional { scanner throws(Unusual) in try scanner.integer() }
    }

    mutating func share() throws(Unusual) -> Double? {
        try optional { scanner throws(Unusual) in try scanner.number() }
    }

    func required<Value>(_ value: Value?) throws(Unusual) -> Value {
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

    mutating func phrase() throws(Unusual) -> PhraseRecord {
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

    mutating func participant() throws(Unusual) -> ParticipantRecord {
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

    mutating func span() throws(Unusual) -> EventRecord.When {
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
