/// The names of the members of an event.
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
    private static let eventNames = MemberNames<EventMember>()

    mutating func event() throws(Unusual) -> EventRecord {
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
