import Articles
import TemporalTagging

/// Which dates of a sentence are those of a clause that an event is not in.
extension TimeLinker {
    /// `has jailed`
    func isPresentPerfect(_ mention: Mention) -> Bool {
        mention.usage.isVerb && !mention.group.isPastPerfect
            && (mention.group.nearest == .have || reading.classes[mention.group.start].contains(.have))
    }

    /// Whether date `index` is that of a clause behind `mention` that tells of something else's past: `gathered in Nairobi,
    /// where police shot three last week`, `the biggest swap since fighting broke out in October`.
    func isOfOther(_ index: Int, _ mention: Mention) -> Bool {
        let start = reading.timeTokens[index].lowerBound
        // `The raid came a day after police shot a boy.`
        if clauses.isOwn(index, in: mention.sentence), clauses.strangeness(of: index, to: mention, reading) > 0 {
            return true
        }
        if start < mention.tokens.lowerBound { return isAside(index, mention) }
        guard mention.tokens.upperBound < start, start - mention.tokens.upperBound < Self.clauseReach else {
            return false
        }
        let between = mention.tokens.upperBound..<start
        if let since = between.suffix(Self.sinceReach).last(where: { reading.has("since", at: $0) }),
            !(since..<start).contains(where: { reading.classes[$0].hasAny([.comma, .stop, .quote]) }),
            Self.comparesRecords(since + 1, reading)
        {
            return true
        }
        // The perfect goes with no day: `has jailed two over a raid on Friday`.
        if isPresentPerfect(mention), reading.times[index].span?.end != nil,
            between.contains(where: { index in Self.causes.contains { reading.has($0, at: index) } }),
            !between.contains(where: { reading.classes[$0].hasAny([.stop, .quote]) || reading.has("since", at: $0) })
        {
            return true
        }
        // `would resign after gunmen burned his house a day earlier`
        if datesBack(index),
            let opening = between.last(where: { index in Self.clauseWords.contains { reading.has($0, at: index) } }),
            !(opening..<start).contains(where: { reading.classes[$0].hasAny([.comma, .stop, .quote]) })
        {
            return true
        }
        // A comma ends the clause: `, who fled, on Monday`.
        guard let opening = between.last(where: { opensRelative($0, mention) }),
            !(opening..<start).contains(where: { reading.classes[$0].hasAny([.comma, .stop, .quote]) })
        else { return false }
        // `fired missiles that hit a school on Monday`: one day, unless it had been done before, or long ago.
        return reading.times[index].span?.precision != .day || isOld(index)
            || (opening..<start).contains { reading.has("had", at: $0) }
    }

    /// Whether date `index`, before `mention`, is of a relative clause about its subject: `Turkey, which had a quake in
    /// February, has sent tents`.
    private func isAside(_ index: Int, _ mention: Mention) -> Bool {
        guard reading.times[index].span?.precision != .day || isPresentPerfect(mention) else { return false }
        let tokens = reading.timeTokens[index]
        let first = max(
            reading.document.sentences[mention.sentence].tokens.lowerBound, tokens.lowerBound - Self.asideReach)
        guard
            let opening = (first..<tokens.lowerBound).last(where: {
                reading.classes[$0].hasAny([.comma, .stop, .quote])
            }),
            reading.has("who", at: opening + 1) || reading.has("which", at: opening + 1)
        else { return false }
        // The clause ends with the date.
        return reading.classes(at: tokens.upperBound).contains(.comma) || tokens.upperBound == mention.group.start
    }

    /// How far before a date the clause opens that it ends.
    private static let asideReach = 15

    /// What stands before what was done about: `over the killing`, `after an attack`, `who led a raid`.
    private static let causes: [StaticString] = ["over", "after", "following", "who", "which", "that", "whose"]

    /// The last word that opens a relative clause between `start` and `mention`.
    func relative(from start: Int, to mention: Mention) -> Int? {
        guard start < mention.head else { return nil }
        return (start..<mention.head).last {
            reading.has("where", at: $0) || reading.has("whose", at: $0)
                || reading.classes[$0].contains(.relative) && !reading.classes[$0].hasAny([.subordinator, .determiner])
        }
    }

    /// Whether a date is long before the day of publication.
    private func isOld(_ index: Int) -> Bool {
        guard let published, let start = reading.times[index].span?.start else { return false }
        return published.daysSinceEpoch - start.daysSinceEpoch > Self.news
    }

    /// How many days back what a text tells as news may lie.
    private static let news = 31

    /// `a day earlier`, `two weeks before`
    private func datesBack(_ index: Int) -> Bool {
        let last = reading.timeTokens[index].upperBound - 1
        return reading.timeTokens[index].count > 1
            && (reading.has("earlier", at: last) || reading.has("before", at: last)
                || reading.has("previously", at: last))
    }

    /// What opens a clause that dates of its own lie further back in.
    private static let clauseWords: [StaticString] = ["after", "when", "because", "where"]

    /// Whether the token at `index` opens a relative clause, not one of what was said: `warned that`.
    private func opensRelative(_ index: Int, _ mention: Mention) -> Bool {
        if reading.has("where", at: index) { return true }
        guard reading.classes[index].contains(.relative), !reading.classes[index].contains(.subordinator) else {
            return false
        }
        return !reading.has("that", at: index)
            || index > mention.tokens.upperBound && !reading.classes[index - 1].contains(.report)
                && !reading.isVerbForm(index - 1)
    }

    /// How far behind an event a date of its sentence is asked whose it is, and how far `since` stands before one.
    private static let clauseReach = 30
    private static let sinceReach = 6
}
