import Articles

/// Joins a time of day and the day it belongs to: `10 p.m. Wednesday`, `Friday night`, `Sept. 9 at 5 a.m.`
///
/// What may stand between is in the class `timejoin`; `zone` may follow a clock time.
struct ExpressionJoins: Sendable {
    private let between: Int
    private let to: Int
    private let and: Int

    init(_ vocabulary: inout VocabularyBuilder) {
        between = vocabulary.classID("timejoin")
        to = vocabulary.classID("rangeto")
        and = vocabulary.classID("and")
    }

    func join(_ drafts: inout [Draft], _ stream: TokenStream) {
        guard drafts.count > 1 else { return }
        var result: [Draft] = [drafts[0]]
        for draft in drafts.dropFirst() {
            guard let last = result.last, touches(last, draft, stream) else {
                result.append(draft)
                continue
            }
            let day = last.isDay ? last : draft
            let time = last.isDay ? draft : last
            // `the early hours of Friday morning`, `Friday evening around 7 p.m.`: the part of the day comes twice.
            let isSaidTwice =
                day.has(.part) && !day.has(.hour)
                && (time.has(.hour) || time.has(.part) && last.tokens.upperBound == draft.tokens.lowerBound)
            guard day.isDay, time.rule == .time, !time.has(.rel), !(day.has(.part) || day.has(.hour)) || isSaidTwice
            else {
                result.append(draft)
                continue
            }
            var joined = day
            joined.tokens = last.tokens.lowerBound..<draft.tokens.upperBound
            joined.captures += time.captures
            result[result.count - 1] = joined
        }
        drafts = result
        shareDays(&drafts, stream)
        shareDaysOfZones(&drafts, stream)
    }

    /// `9:20 p.m. (1820 GMT) Sunday`, `Friday at 8 p.m. (2000 GMT)`: one hour by two clocks, of one day.
    private func shareDaysOfZones(_ drafts: inout [Draft], _ stream: TokenStream) {
        for index in drafts.indices.dropLast() where drafts[index].has(.hour) && drafts[index + 1].has(.hour) {
            let inner = drafts[index + 1].tokens
            guard inner.lowerBound == drafts[index].tokens.upperBound + 1, !drafts[index + 1].isDay,
                stream.mark(inner.lowerBound - 1) == UInt8(ascii: "("),
                stream.mark(inner.upperBound) == UInt8(ascii: ")")
            else { continue }
            if drafts[index].isDay {
                drafts[index + 1].takeDay(of: drafts[index])
            } else if index + 2 < drafts.count, drafts[index + 2].isDay, !drafts[index + 2].has(.hour),
                isJoined(inner.upperBound + 1, drafts[index + 2].tokens.lowerBound, stream)
            {
                drafts[index].takeDay(of: drafts[index + 2])
                drafts[index + 1].takeDay(of: drafts[index + 2])
            }
        }
    }

    /// `9 a.m. to 2 p.m. May 16`, `between 9 and 11 a.m. on Monday`: both times are of that day.
    private func shareDays(_ drafts: inout [Draft], _ stream: TokenStream) {
        for index in drafts.indices.dropLast() where drafts[index].rule == .time && drafts[index].has(.hour) {
            let next = drafts[index + 1]
            let gap = drafts[index].tokens.upperBound..<next.tokens.lowerBound
            guard gap.count == 1, next.isDay, next.has(.hour),
                [to, and].contains(where: { stream.vocabulary.contains(stream.ids[gap.lowerBound], classID: $0) })
            else { continue }
            drafts[index].takeDay(of: next)
        }
    }

    private func touches(_ a: Draft, _ b: Draft, _ stream: TokenStream) -> Bool {
        isJoined(a.tokens.upperBound, b.tokens.lowerBound, stream)
    }

    private func isJoined(_ start: Int, _ end: Int, _ stream: TokenStream) -> Bool {
        start <= end && end - start <= 2
            && (start..<end).allSatisfy { stream.vocabulary.contains(stream.ids[$0], classID: between) }
    }
}

extension Draft {
    /// Makes a time of day one of the day that `other` names.
    fileprivate mutating func takeDay(of other: Draft) {
        rule = other.rule
        captures += other.captures.filter { ![.hour, .minute, .ampm, .part].contains($0.slot) }
    }
}

/// Dates that share a part: `4 and 7 March`, `April 24-25, 1999`, `June 3, 4 and 5`, `1979-80`.
enum DraftPair {
    static func split(_ draft: Draft) -> [Draft] {
        if draft.text(.kind) == "hours" { return splitHours(draft) }
        let days = draft.captures.filter { $0.slot == .day }
        let years = draft.captures.filter { $0.slot == .year }
        if days.count >= 2 {
            let shared = draft.captures.filter { $0.slot != .day }
            return days.indices.map { index in
                let start = index == 0 ? draft.tokens.lowerBound : days[index].token
                let end = index == days.count - 1 ? draft.tokens.upperBound : days[index].token + 1
                return Draft(tokens: start..<end, rule: .date, captures: [days[index]] + shared)
            }
        }
        var first = draft
        var second = draft
        first.rule = .date
        second.rule = .date
        if years.count == 2 {
            var later = Int(years[1].number)
            let earlier = Int(years[0].number)
            if later < 100, !draft.has(.era) {
                later += earlier / 100 * 100
                if later < earlier { later += 100 }
                // `2021/09`: not the years to 2109.
                if later - earlier > 60 {
                    first.captures = [years[0]]
                    first.tokens = draft.tokens.lowerBound..<years[0].token + 1
                    return [first]
                }
            }
            let shared = draft.captures.filter { $0.slot == .era }
            first.captures = [years[0]] + shared
            second.captures = shared
            second.add(.year, later)
            first.tokens = draft.tokens.lowerBound..<years[0].token + 1
            second.tokens = years[1].token..<draft.tokens.upperBound
        }
        return [first, second]
    }

    /// `5 and 6 a.m.`: both hours are of that half of the day.
    private static func splitHours(_ draft: Draft) -> [Draft] {
        let hours = draft.captures.filter { $0.slot == .hour }
        guard hours.count == 2 else { return [] }
        let shared = draft.captures.filter { $0.slot == .ampm }
        return [
            Draft(
                tokens: draft.tokens.lowerBound..<hours[0].token + 1, rule: .time, captures: [hours[0]] + shared),
            Draft(tokens: hours[1].token..<draft.tokens.upperBound, rule: .time, captures: [hours[1]] + shared),
        ]
    }
}
