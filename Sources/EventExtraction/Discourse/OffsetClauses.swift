import Articles
import TemporalTagging

/// The clauses that `two days after` and `a week before` open: what they tell was not when the rest of the sentence was.
///
/// `On Tuesday, a day after police shot a student`: the expression dates the clause. `Two days after the blast on Sunday,
/// police`: the clause has a date of its own, and the expression dates the rest. So it does where the tagger knows the day
/// of the happening: `three days after the invasion`.
struct OffsetClauses {
    private struct Clause {
        var tokens: Range<Int>
        /// Index into the document's time expressions.
        var date: Int
        /// Whether the date is of the clause.
        var isOwn: Bool
    }

    private var bySentence: [Int: [Clause]] = [:]

    init(_ reading: Reading) {
        for (index, time) in reading.times.enumerated() {
            let tokens = reading.timeTokens[index]
            guard !tokens.isEmpty, let sentence = reading.document.sentenceIndex(at: time.range.start) else { continue }
            let end = reading.document.sentences[sentence].tokens.upperBound
            func opens(_ position: Int) -> Bool {
                position < end && (reading.has("after", at: position) || reading.has("before", at: position))
            }
            let isKnown = time.kind == .date && opens(tokens.upperBound - 1)
            guard
                isKnown
                    || time.kind == .duration && time.value.utf8.dropFirst().first != UInt8(ascii: "T")
                        && opens(tokens.upperBound)
            else { continue }
            let start = tokens.upperBound + (isKnown ? 0 : 1)
            // `in the days after 11 July`: of that day on.
            guard start < end, time.span != nil || reading.timeAt[start] == 0 else { continue }
            let stop = (start..<end).first { reading.classes[$0].hasAny([.comma, .stop]) } ?? end
            // `on Sunday, two days after troops entered the town that rebels took in 2014`: counted from Sunday.
            let hasDate = reading.timeTokens.indices.dropFirst(index + 1).first.map {
                (time.span == nil ? reading.times[$0].span != nil : reading.times[$0].span?.singleDay != nil)
                    && reading.timeTokens[$0].lowerBound < stop
            }
            bySentence[sentence, default: []].append(
                Clause(tokens: start..<stop, date: index, isOwn: !isKnown && !(hasDate ?? false)))
        }
    }

    /// Whether `date` is that of a clause which it opens: `a day after police shot a student`.
    func isOwn(_ date: Int, in sentence: Int) -> Bool {
        bySentence[sentence]?.contains { $0.date == date && $0.isOwn } ?? false
    }

    /// How many of the clauses keep a date and an event apart.
    func strangeness(of date: Int, to mention: Mention, _ reading: Reading) -> Int {
        guard let clauses = bySentence[mention.sentence] else { return 0 }
        return clauses.count { clause in
            let isInside = clause.tokens.contains(mention.head)
            if date == clause.date { return isInside != clause.isOwn }
            return isInside != clause.tokens.contains(reading.timeTokens[date].lowerBound)
        }
    }
}
