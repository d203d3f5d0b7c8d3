public import Articles
public import EventExtraction
public import GeoTypes

/// Which events go on the map.
public struct EventFilter: Sendable {
    /// PLOVER types; empty for all.
    public var types: Set<String> = []
    public var modalities: Set<Event.Modality> = []
    /// Events whose time ends before this day, or that have no date, are left out.
    public var since: CalendarDay?
    /// Events whose time begins after this day, or that have no date, are left out.
    public var until: CalendarDay?
    /// Events outside, or without a place, are left out.
    public var box: BoundingBox?
    public var minimumConfidence = 0.0

    public init() {}

    func admits(_ event: EventRecord) -> Bool {
        guard types.isEmpty || types.contains(event.type), event.confidence >= minimumConfidence else { return false }
        if !modalities.isEmpty {
            guard let modality = Event.Modality(rawValue: event.modality), modalities.contains(modality) else {
                return false
            }
        }
        if let box {
            guard let location = event.location, box.contains(location.place.coordinate) else { return false }
        }
        return admits(event.time)
    }

    private func admits(_ time: EventRecord.When?) -> Bool {
        guard since != nil || until != nil else { return true }
        guard let start = time?.start.flatMap({ PartialDate(edtf: $0) })?.firstDay else { return false }
        if let until, start > until { return false }
        if let since {
            let last = time?.last.flatMap { PartialDate(edtf: $0) }?.firstDay
            // Without a last day the time is open.
            if let last, last < since { return false }
        }
        return true
    }
}
