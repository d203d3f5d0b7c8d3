internal import Articles
internal import EventExtraction

/// What a record says that cannot be: found by ``AnnotationRecord/check()``.
struct AnnotationFault: Error {
    /// The member, such as `events[0].time.end`.
    var member: String
    var found: String
    var expected: String
}

extension AnnotationRecord {
    /// Checks what types alone do not: ranges, days, names.
    func check() throws(AnnotationFault) {
        try Check.nonEmpty(id, "id")
        for (index, toponym) in toponyms.enumerated() {
            let member = "toponyms[\(index)]"
            try Check.offsets(toponym.start, toponym.end, member)
            try Check.share(toponym.confidence, member + ".confidence")
            if let passage = toponym.passage { try Check.offsets(passage.start, passage.end, member + ".passage") }
        }
        for (index, time) in times.enumerated() { try Check.offsets(time.start, time.end, "times[\(index)]") }
        for (index, event) in events.enumerated() { try event.check("events[\(index)]") }
    }
}

extension EventRecord {
    fileprivate func check(_ member: String) throws(AnnotationFault) {
        try Check.nonEmpty(id, member + ".id")
        guard !type.isEmpty, type.utf8.allSatisfy({ (0x41...0x5A).contains($0) || $0 == UInt8(ascii: "_") }) else {
            throw AnnotationFault(
                member: member + ".event_type", found: Check.quoted(type),
                expected: "a name of capital letters and underscores, such as ASSAULT")
        }
        guard Event.Modality(rawValue: modality) != nil else {
            throw AnnotationFault(
                member: member + ".modality", found: Check.quoted(modality),
                expected: "one of " + Event.Modality.allCases.map(\.rawValue).joined(separator: ", "))
        }
        try Check.share(confidence, member + ".confidence")
        try Check.offsets(trigger.start, trigger.end, member + ".trigger")
        try Check.offsets(passage.start, passage.end, member + ".passage")
        for (index, mention) in (mentions ?? []).enumerated() {
            try Check.offsets(mention.start, mention.end, member + ".mentions[\(index)]")
        }
        for (index, participant) in (participants ?? []).enumerated() {
            try Check.offsets(participant.start, participant.end, member + ".participants[\(index)]")
        }
        for (name, count) in [("killed", killed), ("wounded", wounded), ("displaced", displaced)] {
            guard let count, count < 0 else { continue }
            throw AnnotationFault(member: member + "." + name, found: "\(count)", expected: "a number of at least 0")
        }
        if let location { try location.check(member + ".place") }
        if let time { try time.check(member + ".time") }
    }
}

extension EventRecord.Location {
    fileprivate func check(_ member: String) throws(AnnotationFault) {
        try Check.nonEmpty(place.id, member + ".id")
        guard (1...7).contains(geoPrecision) else {
            throw AnnotationFault(
                member: member + ".geo_precision", found: "\(geoPrecision)", expected: "a number from 1 to 7")
        }
        if let confidence { try Check.share(confidence, member + ".confidence") }
        if let radius, !(radius >= 0 && radius.isFinite) {
            throw AnnotationFault(
                member: member + ".radius_m", found: "\(radius)", expected: "a number of metres of at least 0")
        }
    }
}

extension EventRecord.When {
    fileprivate func check(_ member: String) throws(AnnotationFault) {
        let first = try Check.day(start, member + ".start")
        let after = try Check.day(end, member + ".end")
        let final = try Check.day(last, member + ".last")
        if let first, let after, let end, let start, after <= first {
            throw AnnotationFault(
                member: member + ".end", found: Check.quoted(end), expected: "a day after the start, \(start)")
        }
        if let first, let final, let last, let start, final < first {
            throw AnnotationFault(
                member: member + ".last", found: Check.quoted(last),
                expected: "a day that is not before the start, \(start)")
        }
    }
}

private enum Check {
    static func quoted(_ text: String) -> String { "\"\(text.prefix(60))\"" }

    static func nonEmpty(_ text: String, _ member: String) throws(AnnotationFault) {
        if text.isEmpty { throw AnnotationFault(member: member, found: "\"\"", expected: "a name") }
    }

    static func share(_ value: Double, _ member: String) throws(AnnotationFault) {
        guard (0.0...1.0).contains(value) else {
            throw AnnotationFault(member: member, found: "\(value)", expected: "a number from 0 to 1")
        }
    }

    static func offsets(_ start: Int, _ end: Int, _ member: String) throws(AnnotationFault) {
        guard start >= 0 else {
            throw AnnotationFault(member: member + ".start", found: "\(start)", expected: "an offset of at least 0")
        }
        guard end >= start else {
            throw AnnotationFault(
                member: member + ".end", found: "\(end)", expected: "an offset that is not before the start, \(start)")
        }
    }

    /// The day written `YYYY-MM-DD`, or the first one after the year 9999, where a span may end.
    static func day(_ text: String?, _ member: String) throws(AnnotationFault) -> CalendarDay? {
        guard let text else { return nil }
        if text.utf8.count == 10, let date = PartialDate(edtf: text), date.day != nil { return date.firstDay }
        if text == "10000-01-01" { return CalendarDay(year: 10_000, month: 1, day: 1) }
        throw AnnotationFault(member: member, found: quoted(text), expected: "a day such as 2022-09-13")
    }
}
