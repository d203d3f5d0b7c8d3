import Articles

/// Gives drafts their values, from the first to the last: what was named before is what `a day earlier` counts from.
struct Resolver {
    let anchor: Anchor?
    /// Partial dates count from the last explicit date, not from the anchor.
    let isNarrative: Bool
    /// The day that stands for the anchor in this pass; `nil` without an anchor.
    var today: CalendarDay?
    /// The last date named.
    var focus: Moment?
    /// The last named season or finer date.
    var lastFine: Moment?
    /// The last named month, day or finer date.
    var lastDay: Moment?
    /// The last quarter of a year named: `a year ago` in reports of results.
    var lastQuarter: Moment?
    var tense: Tense = .unknown
    /// The last month or day that gave its own year, while the text goes on with it, and the sentence that last did.
    private(set) var story: Moment?
    private(set) var storySentence = -2
    /// Whether the draft in hand begins its sentence.
    private(set) var isFronted = false
    /// Whether the verb of the draft in hand leaves no doubt that it is past.
    private(set) var isFirm = false
    /// The sentence of the draft in hand, and the one that named ``lastDay``.
    private(set) var sentence = 0
    private var lastDaySentence = -1

    init(anchor: Anchor?, isNarrative: Bool) {
        self.anchor = anchor
        self.isNarrative = isNarrative
        today = anchor?.last
    }

    /// The value of `draft`, whose clause has `tense`; `nil` if it turns out not to be a time expression.
    ///
    /// - Parameters:
    ///   - isFronted: it begins its sentence, but for a preposition.
    ///   - isFirm: the verb next to it is past without doubt.
    ///   - isAside: it stands in parentheses; what follows does not count from it.
    mutating func resolve(
        _ draft: Draft, tense: Tense, sentence: Int, isFronted: Bool = false, isFirm: Bool = false,
        isAside: Bool = false
    ) -> Resolved? {
        self.isFronted = isFronted
        self.isFirm = isFirm
        guard isAside else { return resolve(draft, tense, sentence) }
        let before = self
        defer { self = before }
        return resolve(draft, tense, sentence)
    }

    private mutating func resolve(_ draft: Draft, _ tense: Tense, _ sentence: Int) -> Resolved? {
        self.tense = tense
        self.sentence = sentence
        guard let anchor, !anchor.isDay, !isNarrative, dependsOnDay(draft) else {
            today = anchor?.last
            let result = value(draft).flatMap { $0.isInCalendar ? $0 : nil }
            remember(result, draft)
            return result
        }
        let (oldFocus, oldDay) = (focus, lastDay)
        today = anchor.first
        let early = value(draft)
        (focus, lastDay) = (oldFocus, oldDay)
        today = anchor.last
        guard let early, let late = value(draft) else { return nil }
        let result = Resolved.between(early, late)
        guard result.isInCalendar, early.isInCalendar, late.isInCalendar else { return nil }
        remember(result, draft)
        return result
    }

    /// Whether the day of the anchor matters, and not only its month or year.
    private func dependsOnDay(_ draft: Draft) -> Bool {
        switch draft.rule {
        case .unit, .shift, .time: true
        case .duration: draft.text(.basis) == "recent"
        case .date: draft.has(.weekday) && !draft.has(.month) || draft.has(.day) && !draft.has(.month)
        default: false
        }
    }

    private mutating func remember(_ result: Resolved?, _ draft: Draft) {
        // `in the nine months, against ... a year earlier`: the quarter is no longer what is compared.
        if draft.rule == .duration, draft.text(.unit) == "M", let count = draft.int(.number), count % 3 == 0 {
            lastQuarter = nil
        }
        if draft.isDeictic { story = nil }
        guard let moment = result?.moment else { return }
        guard moment.year != nil else { return }
        if draft.rule == .date, draft.has(.month), draft.has(.year) || moment.year == story?.year {
            story = moment
            storySentence = sentence
        }
        // Results are of a quarter that has ended; the one that is on is a forecast's.
        if moment.grain == .quarter, draft.rule == .date, let last = moment.bounds?.last,
            today.map({ last < $0 }) ?? true
        {
            lastQuarter = moment
        }
        if moment.grain >= .season { lastFine = moment }
        focus = moment
        if moment.grain == .day {
            lastDay = moment
            lastDaySentence = sentence
        }
    }

    private func value(_ draft: Draft) -> Resolved? {
        var result: Resolved?
        switch draft.rule {
        case .date, .pair: result = date(draft)
        case .unit: result = unit(draft)
        case .shift: result = shift(draft)
        case .reference:
            if draft.text(.basis) == "tense", tense == .past { return nil }
            result = Resolved(
                kind: draft.text(.kind).flatMap(TemporalExpression.Kind.init) ?? .date,
                value: draft.text(.reference) ?? "PRESENT_REF")
        case .duration:
            result = DurationValues.duration(draft)
            if draft.text(.basis) == "recent", let today, !isNarrative {
                result?.edtf = VagueSpan.upTo(today, draft)
            }
        case .set: result = DurationValues.set(draft)
        case .time: result = time(draft)
        case .none: return nil
        }
        if let basis = draft.text(.basis), let moment = result?.moment, draft.rule == .time || basis == "eve",
            let night = VagueSpan.night(basis, moment)
        {
            result?.edtf = night
        }
        if let mod = draft.text(.mod), result?.mod == nil { result?.mod = mod }
        if result?.mod == "APPROX", case .date(var date)? = result?.edtf {
            date.isApproximate = true
            result?.edtf = .date(date)
        }
        return result
    }

    // MARK: Where to count from

    /// The day that deictic words count from.
    var deicticDay: CalendarDay? {
        if isNarrative { return lastDay?.bounds?.first ?? focus?.bounds?.first }
        return today
    }

    /// What `that year` and `a day earlier` count from.
    var discourse: Moment? { focus ?? (isNarrative ? nil : today.map { Moment($0) }) }

    /// The time of day of a draft: clock and part.
    func addTime(_ draft: Draft, to moment: Moment) -> Moment {
        var moment = moment
        if let part = draft.text(.part) { moment.part = part }
        if var hour = draft.int(.hour) {
            if let half = draft.text(.ampm) {
                if half == "pm", hour < 12 { hour += 12 }
                if half == "am", hour == 12 { hour = 0 }
            }
            func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
            moment.clock = two(hour) + ":" + two(draft.int(.minute) ?? 0)
        }
        return moment
    }

    private func time(_ draft: Draft) -> Resolved? {
        var moment = Moment(.day, year: nil)
        if let relation = draft.relation, relation.isDiscourse || isNarrative {
            if let day = lastDay?.bounds?.first { moment = Moment(day.advanced(by: relation.count)) }
        } else if let lastDay, isNarrative || lastDaySentence == sentence || goesOn(lastDay, draft) {
            moment = lastDay
        } else if let today, !isNarrative {
            moment = Moment(today)
        }
        moment.clock = nil
        moment.part = nil
        return Resolved(addTime(draft, to: moment), kind: .time)
    }

    /// `Rebels shelled the town on Monday. A school was hit at 9 a.m.`: the day that the text told just before.
    private func goesOn(_ day: Moment, _ draft: Draft) -> Bool {
        guard let today, let told = day.bounds?.first, !draft.has(.basis), tense != .future else { return false }
        return sentence - lastDaySentence <= Self.near
            && (0...Self.recent).contains(today.daysSinceEpoch - told.daysSinceEpoch)
    }

    /// How many sentences a day that was told reaches, and how many days before that of writing it may be.
    private static let near = 2
    private static let recent = 7
}
