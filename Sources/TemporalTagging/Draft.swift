import Articles

/// A time expression as its rule read it, before it is given a value.
struct Draft: Sendable {
    var tokens: Range<Int>
    var rule: Rule.Operation
    var captures: [Capture]

    func capture(_ slot: Slot) -> Capture? { captures.first { $0.slot == slot } }

    func has(_ slot: Slot) -> Bool { captures.contains { $0.slot == slot } }

    func text(_ slot: Slot) -> String? { capture(slot)?.text }

    func int(_ slot: Slot) -> Int? {
        guard let number = capture(slot)?.number, number.magnitude < 1e9 else { return nil }
        return Int(number)
    }

    /// `rel`: the distance and whether it counts from the discourse (`t-1`) and not from the anchor (`-1`).
    var relation: (count: Int, isDiscourse: Bool)? {
        guard let text = text(.rel) else { return nil }
        if text.first == "t" { return (Int(text.dropFirst()) ?? 0, true) }
        return (Int(text) ?? 0, false)
    }

    /// Whether it counts from a happening: see ``NamedAnchor``.
    var isAnchored: Bool { text(.basis) == "anchor" || text(.kind) == "anchor" }

    /// The day of that happening.
    var anchorDay: CalendarDay? { isAnchored ? int(.value).map { CalendarDay(daysSinceEpoch: $0) } : nil }

    mutating func add(_ slot: Slot, _ number: Int, text: String = "") {
        captures.append(Capture(slot: slot, number: Double(number), text: text, token: -1))
    }

    mutating func remove(_ slot: Slot) { captures.removeAll { $0.slot == slot } }

    /// Makes it the quarter that ends in the month of `date`.
    mutating func endQuarter(with date: Draft) {
        rule = .date
        captures.removeAll { [.unit, .rel].contains($0.slot) }
        captures += date.captures.filter { [.month, .year, .era, .fold, .rel].contains($0.slot) }
        captures.append(Capture(slot: .kind, number: 0, text: "quarterend", token: -1))
    }

    /// Whether it is a day of the week and nothing else is said of its date.
    var isBareWeekday: Bool { rule == .date && has(.weekday) && !has(.month) && !has(.rel) && !has(.kind) }

    /// Whether it names a day, so that a time of day can join it.
    var isDay: Bool {
        switch rule {
        case .date: has(.weekday) || has(.holiday) || has(.day) && has(.month)
        case .unit: text(.unit) == "D"
        default: false
        }
    }

    /// Whether it is a bare month, with or without a day, whose year stands elsewhere.
    var lacksYear: Bool { rule == .date && has(.month) && !has(.year) && !has(.rel) }

    /// Whether it states its month and year itself.
    var isExplicit: Bool { rule == .date && has(.month) && has(.year) }

    /// Whether it counts from the day of writing: `yesterday`, `on Friday`.
    var isDeictic: Bool {
        switch rule {
        case .date: has(.weekday) && !has(.month) || relation.map { !$0.isDiscourse } ?? false
        case .unit: !(relation?.isDiscourse ?? false)
        case .shift: text(.basis) != "text" && !isAnchored
        default: false
        }
    }
}
