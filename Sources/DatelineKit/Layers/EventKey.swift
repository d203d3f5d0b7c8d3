import Tables

/// What is kept in memory of a report.
struct EventKey: Sendable {
    struct Flags: OptionSet, Sendable {
        let rawValue: UInt8
        static let placed = Flags(rawValue: 1)
        /// Has a first day.
        static let dated = Flags(rawValue: 2)
        /// A movement between two places that are known.
        static let route = Flags(rawValue: 4)
        /// Has a radius that is drawn.
        static let area = Flags(rawValue: 8)
        /// Passes the filter of the run.
        static let admitted = Flags(rawValue: 16)
    }

    /// Bytes a report.
    static var size: Int { MemoryLayout<EventKey>.stride }

    /// Reports of one event have it in common: that of type, modality and place, not yet of the day; or of a vague one
    /// (``isVague``), that of all it has besides the passage.
    let block: UInt64
    private let lowOffset: UInt32
    private let firstDay: Int32
    let article: Int32
    private let highOffset: UInt8
    private let dayCount: UInt8
    let flags: Flags

    init(_ event: EventRecord, article: Int32, offset: Int, filter: EventFilter) {
        let grains = offset / Spill.grain
        lowOffset = UInt32(truncatingIfNeeded: grains)
        highOffset = UInt8(truncatingIfNeeded: grains >> 32)
        self.article = article
        var flags: Flags = []
        if let location = event.location {
            flags.insert(.placed)
            if let origin = event.origin, origin.coordinate != location.place.coordinate { flags.insert(.route) }
            if let radius = location.radius, GeodesicShape.radii.contains(radius) { flags.insert(.area) }
        }
        if event.time?.start != nil { flags.insert(.dated) }
        if filter.admits(event) { flags.insert(.admitted) }
        self.flags = flags
        if let place = EventMerger.place(of: event), let days = EventMerger.days(of: event) {
            block = Self.hash([event.type, event.modality, place])
            firstDay = Int32(clamping: days.lowerBound)
            dayCount = UInt8(clamping: days.count)
        } else {
            block = StableHash.mixed(
                Self.hash([
                    event.type, event.modality, event.trigger.text, event.location?.place.id ?? "",
                    event.time?.edtf ?? "",
                ]))
            (firstDay, dayCount) = (0, 0)
        }
    }

    /// Where the report is in its ``Spill``.
    var offset: Int { (Int(highOffset) << 32 | Int(lowOffset)) * Spill.grain }

    /// Without a town or a day.
    var isVague: Bool { dayCount == 0 }

    /// Counted from 1970.
    var days: Range<Int32> { firstDay..<firstDay &+ Int32(dayCount) }

    /// A hash of type, modality, place and a day.
    func block(day: Int32) -> UInt64 { StableHash.mixed(Self.hash(["\(day)"], after: block)) }

    private static func hash(_ parts: [String], after seed: UInt64 = StableHash.seed) -> UInt64 {
        var hash = seed
        for part in parts {
            for byte in part.utf8 { hash = StableHash.hashed(hash, byte) }
            hash = StableHash.hashed(hash, 0)
        }
        return hash
    }
}
