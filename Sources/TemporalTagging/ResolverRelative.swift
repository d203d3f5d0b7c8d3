import Articles

extension Resolver {
    private func unresolved(_ grain: Moment.Grain, _ draft: Draft) -> Resolved {
        Resolved(addTime(draft, to: Moment(grain, year: nil)))
    }

    /// `last week`, `this year`, `the following month`, `today`.
    func unit(_ draft: Draft) -> Resolved? {
        guard let unit = draft.text(.unit), let grain = Moment.Grain(unit: unit) else { return nil }
        let (count, isDiscourse) = draft.relation ?? (0, false)
        if isDiscourse, grain == .quarter, count == 0, let lastQuarter { return Resolved(lastQuarter) }
        if isDiscourse, grain == .quarter, count == 0, tense != .future, !isNarrative, let today {
            // Results are told of a quarter that has ended.
            return Moment(today, grain: .quarter).shifted(by: -1, .quarter).map { Resolved($0) }
        }
        if isDiscourse {
            // What follows something unnamed does not follow the day of writing.
            guard let base = discourse, focus != nil || count <= 0 else { return unresolved(grain, draft) }
            // `that year`: the year of what was named, if that is no coarser.
            if base.grain < grain {
                if base.grain == .month, grain == .day, count == 0, draft.text(.mod) == nil {
                    var moment = base
                    moment.grain = .day
                    moment.day = nil
                    return Resolved(addTime(draft, to: moment))
                }
                if grain != .day, let lastDay, lastDay.year == base.year {
                    return shifted(lastDay, count, grain, draft)
                }
                return unresolved(grain, draft)
            }
            return shifted(base, count, grain, draft)
        }
        if grain == .weekend { return weekend(count, draft) }
        guard let day = deicticDay else { return unresolved(grain, draft) }
        var result = shifted(Moment(day), count, grain, draft)
        if draft.text(.basis) == "recent", !isNarrative {
            result.edtf = VagueSpan.upTo(day, draft)
        } else if count == 0 {
            endIfPast(&result, on: day)
        }
        return result
    }

    /// What was done `this week` was done by `day`.
    private func endIfPast(_ result: inout Resolved, on day: CalendarDay) {
        guard tense == .past, !isNarrative, let moment = result.moment, let edtf = VagueSpan.begun(moment, by: day)
        else { return }
        result.edtf = edtf
    }

    private func shifted(_ base: Moment, _ count: Int, _ grain: Moment.Grain, _ draft: Draft) -> Resolved {
        var base = base
        base.part = nil
        base.clock = nil
        if let (first, _) = base.bounds, let moment = Moment(first, grain: grain).shifted(by: count, grain) {
            return Resolved(addTime(draft, to: moment))
        }
        if grain == .year, let year = base.year { return Resolved(Moment(.year, year: year + count)) }
        return unresolved(grain, draft)
    }

    /// The weekend the tense asks for: in a past clause the latest that has begun.
    private func weekend(_ count: Int, _ draft: Draft) -> Resolved {
        guard let day = deicticDay else { return unresolved(.weekend, draft) }
        let monday = day.advanced(by: 1 - day.weekday)
        let isOn = day.weekday >= 6
        var weeks = count
        if count == 0 { weeks = tense == .future || isOn ? 0 : -1 }
        var result = Resolved(Moment(monday.advanced(by: weeks * 7), grain: .weekend))
        endIfPast(&result, on: day)
        return result
    }

    /// `two years ago`, `a day earlier`, `three weeks later`.
    func shift(_ draft: Draft) -> Resolved? {
        guard let unit = draft.text(.unit), let direction = draft.int(.dir) else { return nil }
        let vague = direction < 0 ? "PAST_REF" : "FUTURE_REF"
        guard let number = draft.capture(.number)?.number ?? draft.capture(.quantity).flatMap({ Double($0.text) }),
            number.magnitude < 100_000, let grain = Moment.Grain(unit: unit)
        else {
            var result = Resolved(kind: .date, value: vague)
            if draft.isAnchored { return nil }
            let base = draft.text(.basis) != "text" ? deicticDay : focus?.grain == .day ? focus?.bounds?.first : nil
            if let base {
                result.edtf =
                    VagueSpan.few(from: base, direction: direction, draft)
                    ?? VagueSpan.hours(from: base, direction: direction, draft)
            }
            return result
        }
        let count = Int(number)
        let isWhole = Double(count) == number
        let isDiscourse = draft.text(.basis) == "text"
        if draft.isAnchored, draft.anchorDay == nil { return nil }
        if isDiscourse, direction > 0, focus == nil { return Resolved(kind: .date, value: vague) }
        var base = isDiscourse ? discourse : (draft.anchorDay ?? deicticDay).map { Moment($0) }
        base?.part = nil
        base?.clock = nil
        guard isWhole, let base else { return unresolved(grain, draft) }
        if let fine = draft.text(.grain).flatMap(Moment.Grain.init(unit:)), let day = base.bounds?.first,
            let there = far(day, direction * count, grain)
        {
            return Resolved(Moment(there, grain: fine))
        }
        if grain == .year, count == 1, !draft.isAnchored, let lastQuarter, draft.text(.grain) == nil, !isNarrative {
            return lastQuarter.shifted(by: 4 * direction, .quarter).map { Resolved($0) }
        }
        // A year before a quarter is that quarter; a day cannot count from a month.
        if base.grain == .quarter || base.grain == .season || base.grain == .half, grain == .year, var year = base.year
        {
            year += direction * count
            return Resolved(Moment(base.grain, year: year, index: base.index))
        }
        if isDiscourse, base.grain < grain { return Resolved(kind: .date, value: vague) }
        if isDiscourse, draft.text(.grain) == nil, base.grain == .month, grain == .year, let year = base.year {
            return Resolved(Moment(.month, year: year + direction * count, index: base.index))
        }
        if !isDiscourse, grain == .decade || grain == .century, let year = base.year,
            case let there = year + direction * count * (grain == .decade ? 10 : 100), (1...9999).contains(there)
        {
            // The decade is TimeML's; what is meant is about so many years ago.
            var result = Resolved(Moment(grain, year: there - ((there % 10) + 10) % 10))
            if grain == .century { result = Resolved(Moment(grain, year: there - ((there % 100) + 100) % 100)) }
            var date = EDTFDate(year: there)
            date.isApproximate = true
            result.edtf = .date(date)
            return result
        }
        guard let day = base.bounds?.first, let moment = Moment(day).shifted(by: direction * count, grain) else {
            return unresolved(grain, draft)
        }
        var result = Resolved(addTime(draft, to: moment))
        // A round number of years is about so many.
        if !isDiscourse, !draft.isAnchored, count >= 10, count % 10 == 0, grain == .year { result.mod = "APPROX" }
        return result
    }

    /// The day `count` units from `day`: the same day of the month where there is one.
    private func far(_ day: CalendarDay, _ count: Int, _ grain: Moment.Grain) -> CalendarDay? {
        let (year, month, number) = day.components
        switch grain {
        case .day: return day.advanced(by: count)
        case .week, .weekend: return day.advanced(by: count * 7)
        case .year, .decade, .century:
            let target = year + count * (grain == .year ? 1 : grain == .decade ? 10 : 100)
            guard (1...9999).contains(target) else { return nil }
            return CalendarDay(
                year: target, month: month, day: min(number, CalendarDay.daysInMonth(year: target, month: month)))
        default: return Moment(day).shifted(by: count, grain)?.bounds?.first
        }
    }
}
