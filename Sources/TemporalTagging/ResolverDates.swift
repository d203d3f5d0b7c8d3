import Articles

extension Resolver {
    /// The value of a date from its parts.
    func date(_ draft: Draft) -> Resolved? {
        switch draft.text(.kind) {
        case "nth": return partOfMonth(draft)
        case "then":
            // `since then`: what was named before.
            guard var focus else { return nil }
            focus.part = nil
            focus.clock = nil
            return Resolved(focus)
        case "anchor":
            // `the second day of the war`
            guard let day = draft.anchorDay, case let number = draft.int(.ordinal) ?? 1, (1...400).contains(number)
            else { return nil }
            // `the first days of the war`
            if let unit = draft.text(.unit) { return beginning(day, unit) }
            return Resolved(Moment(day.advanced(by: number - 1)))
        case "running": return running(draft)
        case "quarterend":
            return monthDate(draft).map { month in
                Resolved(Moment(.quarter, year: month.year, index: month.index.map { ($0 + 2) / 3 }))
            }
        default: break
        }
        if draft.has(.month) { return monthDate(draft).map { Resolved(addTime(draft, to: $0)) } }
        if let value = draft.text(.holiday) { return holiday(value, draft).map { Resolved(addTime(draft, to: $0)) } }
        if draft.has(.weekday) { return Resolved(addTime(draft, to: weekday(draft))) }
        for (slot, grain) in [(Slot.season, Moment.Grain.season), (.quarter, .quarter), (.half, .half)] {
            if let index = draft.int(slot) { return Resolved(partOfYear(grain, index, draft)) }
        }
        if draft.text(.kind) == "quarter" {
            guard let index = draft.int(.ordinal) ?? draft.int(.day), (1...4).contains(index) else { return nil }
            return Resolved(partOfYear(.quarter, index, draft))
        }
        if let decade = draft.int(.decade) {
            let year: Int
            if draft.has(.era) {
                year = 1 - decade * 10
                var moment = Moment(.decade, year: year - 9)
                moment.year = -(decade * 10)
                return Resolved(moment)
            }
            year = decade < 10 ? 1900 + decade * 10 : decade * 10
            return Resolved(Moment(.decade, year: year))
        }
        if let century = draft.int(.ordinal), draft.text(.kind) == "century" {
            guard (1...30).contains(century) else { return nil }
            if draft.has(.era) { return Resolved(Moment(.century, year: -(century - 1) * 100 - 1)) }
            return Resolved(Moment(.century, year: (century - 1) * 100))
        }
        if let year = year(draft) {
            if draft.text(.kind) == "sameperiod", let lastQuarter {
                return Resolved(Moment(.quarter, year: year, index: lastQuarter.index))
            }
            return Resolved(Moment(.year, year: year))
        }
        if let number = draft.int(.day) { return dayOfMonth(number, draft).map { Resolved(addTime(draft, to: $0)) } }
        return nil
    }

    /// The year that two digits mean in news of these decades: 1940-2039.
    static func unfold(_ year: Int) -> Int { year + (year < 40 ? 2000 : 1900) }

    /// The year a draft states, by itself or by its distance from another.
    func year(_ draft: Draft) -> Int? {
        if let year = draft.int(.year) {
            if draft.has(.era) { return 1 - year }
            if draft.text(.fold) == "yy", year < 100 { return Self.unfold(year) }
            return year
        }
        guard draft.text(.fold) == "year", let relation = draft.relation else { return nil }
        if relation.isDiscourse || isNarrative { return discourse?.year.map { $0 + relation.count } }
        return today.map { $0.components.year + relation.count }
    }

    func monthDate(_ draft: Draft) -> Moment? {
        guard let month = draft.int(.month) else { return nil }
        let number = draft.int(.day)
        if let number {
            guard number <= CalendarDay.daysInMonth(year: 2000, month: month) else { return nil }
        }
        var moment = Moment(number == nil ? .month : .day, year: nil, index: month, day: number)
        if let year = year(draft) {
            moment.year = year
        } else if let relation = draft.relation, draft.text(.fold) != "year" {
            moment.year = relatedYear(relation, month)
        } else {
            moment.year = nearYear(month, number, weekday: draft.int(.weekday))
        }
        if let year = moment.year, let number, number > CalendarDay.daysInMonth(year: year, month: month) { return nil }
        return moment
    }

    /// The year of `last May`, `next March`, `this June`.
    private func relatedYear(_ relation: (count: Int, isDiscourse: Bool), _ month: Int) -> Int? {
        let base = relation.isDiscourse || isNarrative ? discourse?.bounds?.first : today
        guard let (year, current, _) = base?.components else { return nil }
        if relation.count < 0 { return month < current ? year : year - 1 }
        if relation.count > 0 { return month > current ? year : year + 1 }
        return year
    }

    /// The year of a month or day without one: by tense from the anchor, or by what was named before.
    func nearYear(_ month: Int, _ number: Int?, weekday: Int?) -> Int? {
        if isNarrative {
            guard var focus = self.focus else { return nil }
            // A bare year out of line is an aside: the story goes on where it was.
            if focus.grain <= .year, let lastFine, let story = lastFine.year, let aside = focus.year,
                aside <= story || aside > story + 1
                    || aside > story && (month, number ?? 0) > lastFine.monthAndDay
            {
                focus = lastFine
            }
            return Self.next(month, after: focus)
        }
        guard let anchor else { return nil }
        // `In March 2003 ... . In April ...`: a sentence that begins so goes on with the story.
        if isFronted, weekday == nil, tense != .future, let story, sentence - storySentence <= 1, let told = story.year,
            told + 1 < anchor.first.components.year, let year = Self.next(month, after: story),
            CalendarDay(year: year, month: month, day: number ?? 1) <= anchor.last
        {
            return year
        }
        let day = number ?? 1
        func first(_ year: Int) -> CalendarDay { CalendarDay(year: year, month: month, day: day) }
        func last(_ year: Int) -> CalendarDay {
            CalendarDay(
                year: year, month: month, day: number ?? CalendarDay.daysInMonth(year: year, month: month))
        }
        let year = anchor.last.components.year
        if let weekday {
            // `Sunday 11 December`: the nearest year in which it was one.
            for candidate in [year, year - 1, year + 1, year - 2, year + 2] where first(candidate).weekday == weekday {
                if !(candidate == year + 1 && tense == .past) { return candidate }
            }
        }
        let past = first(year) <= anchor.last ? year : year - 1
        let early = anchor.first.components.year
        let next = last(early) >= anchor.first ? early : early + 1
        let gone = anchor.last.daysSinceEpoch - last(past).daysSinceEpoch
        let ahead = first(next).daysSinceEpoch - anchor.first.daysSinceEpoch
        switch tense {
        // A day of last year is named with its year; one soon to come is not, unless the verb itself tells that it is past.
        case .past: return !isFirm && anchor.isDay && gone > 270 && ahead < (number == nil ? 32 : 62) ? next : past
        // What is long gone is not announced for a year later.
        case .future: return gone >= 0 && gone < 100 && ahead > 240 ? past : next
        case .unknown: return ahead >= 0 && ahead < 75 && ahead < gone ? next : past
        }
    }

    /// The year of a month that a story goes on with: after December, January is of the next.
    private static func next(_ month: Int, after story: Moment) -> Int? {
        guard let year = story.year else { return nil }
        guard story.grain >= .month, let last = story.bounds?.first.components.month, last - month >= 8 else {
            return year
        }
        return year + 1
    }

    private func weekday(_ draft: Draft) -> Moment {
        guard let weekday = draft.int(.weekday) else { return Moment(.day, year: nil) }
        let base: CalendarDay?
        if let relation = draft.relation, relation.isDiscourse {
            base = lastDay?.bounds?.first ?? deicticDay
        } else {
            base = deicticDay
        }
        guard let base else {
            var moment = Moment(.day, year: nil)
            moment.weekday = weekday
            return moment
        }
        let back = (base.weekday - weekday + 7) % 7
        let ahead = (weekday - base.weekday + 7) % 7
        if let relation = draft.relation {
            if draft.text(.fold) == "week" {
                return Moment(base.advanced(by: weekday - base.weekday + 7 * relation.count))
            }
            // Yesterday is not called `last Thursday`.
            if relation.count < 0 {
                return Moment(base.advanced(by: back <= (isNarrative ? 0 : Self.nearest) ? -7 - back : -back))
            }
            if relation.count > 0 { return Moment(base.advanced(by: ahead == 0 ? 7 : ahead)) }
            return Moment(base.advanced(by: tense == .past ? -back : ahead))
        }
        if isNarrative { return Moment(base.advanced(by: ahead)) }
        return Moment(base.advanced(by: tense == .future ? ahead : -back))
    }

    /// How many days back a weekday is that nobody calls the last one.
    private static let nearest = 1

    /// `entered the fourth day of a strike`: since its first one; `for a fourth day`: today.
    private func running(_ draft: Draft) -> Resolved? {
        guard let today, !isNarrative, anchor?.isDay ?? false, let number = draft.int(.ordinal),
            (2...400).contains(number)
        else { return nil }
        var result = Resolved(Moment(today))
        if draft.text(.basis) == "begun" {
            result.edtf = VagueSpan.lasting(number - 1, .day, until: today)
        }
        return result
    }

    /// A season, quarter or half with its year, or the one the tense asks for.
    private func partOfYear(_ grain: Moment.Grain, _ index: Int, _ draft: Draft) -> Moment {
        if let year = year(draft) { return Moment(grain, year: year, index: index) }
        let base = isNarrative ? discourse?.bounds?.first : anchor?.last
        guard let base else { return Moment(grain, year: nil, index: index) }
        let year = base.components.year
        if let relation = draft.relation {
            let candidates = (-2...2).map { Moment(grain, year: year + $0, index: index) }
            // `that winter`: the one of what was named before, or the next after it.
            if relation.isDiscourse, relation.count == 0, grain == .season, let told = discourse?.bounds?.first {
                let years = (-1...1).map { Moment(grain, year: told.components.year + $0, index: index) }
                return years.first { $0.bounds.map { $0.last >= told } ?? false } ?? years[1]
            }
            let current = Moment(base, grain: grain)
            if relation.count < 0 {
                return candidates.last { $0.bounds.map { $0.last < base } ?? false } ?? candidates[1]
            }
            if relation.count > 0 {
                return candidates.first { $0.bounds.map { $0.first > base } ?? false } ?? candidates[3]
            }
            return current.index == index ? current : Moment(grain, year: year, index: index)
        }
        let here = Moment(grain, year: year, index: index)
        if isNarrative { return here }
        guard let bounds = here.bounds else { return here }
        if tense != .future, bounds.first > base {
            if tense == .unknown, bounds.first.daysSinceEpoch - base.daysSinceEpoch < 60 { return here }
            return Moment(grain, year: year - 1, index: index)
        }
        // The season that has only just begun is not told of as gone.
        if tense == .past, grain == .season, base.daysSinceEpoch - bounds.first.daysSinceEpoch < 21 {
            return Moment(grain, year: year - 1, index: index)
        }
        if tense == .future, bounds.last < base, base.daysSinceEpoch - bounds.last.daysSinceEpoch > 120 {
            return Moment(grain, year: year + 1, index: index)
        }
        return here
    }

    private func holiday(_ value: String, _ draft: Draft) -> Moment? {
        func moment(_ year: Int) -> Moment? { Holiday.day(value, year: year).map { Moment($0) } }
        if let year = year(draft) { return moment(year) }
        let base = isNarrative ? discourse?.bounds?.first : anchor?.last
        guard let base else {
            return Holiday.day(value, year: 2001).flatMap { day in
                value.utf8.first.map { (0x30...0x39).contains($0) } == true
                    ? Moment(.day, year: nil, index: day.components.month, day: day.components.day) : nil
            } ?? Moment(.day, year: nil)
        }
        let year = base.components.year
        guard let here = Holiday.day(value, year: year) else { return nil }
        if let relation = draft.relation, relation.count != 0 {
            if relation.count < 0 { return moment(here < base ? year : year - 1) }
            return moment(here > base ? year : year + 1)
        }
        if isNarrative { return Moment(here) }
        let distance = here.daysSinceEpoch - base.daysSinceEpoch
        switch tense {
        case .past: return moment(distance > 0 ? year - 1 : year)
        case .future: return moment(distance < 0 ? year + 1 : year)
        case .unknown: return moment(distance > 75 ? year - 1 : year)
        }
    }

    /// `the 24th`: in the month named last, or the anchor's.
    private func dayOfMonth(_ number: Int, _ draft: Draft) -> Moment? {
        let base: Moment? =
            if draft.text(.fold) == "month", let relation = draft.relation {
                // `the 9th of last month`
                (relation.isDiscourse || isNarrative ? discourse : today.map { Moment($0, grain: .month) })
                    .flatMap { $0.shifted(by: relation.count, .month) }
            } else if let focus, focus.grain == .day || focus.grain == .month { focus } else {
                today.map { Moment($0) }
            }
        guard let base, let year = base.year, let month = base.index,
            number <= CalendarDay.daysInMonth(year: year, month: month)
        else { return Moment(.day, year: nil, index: nil, day: number) }
        return Moment(.day, year: year, index: month, day: number)
    }
}
