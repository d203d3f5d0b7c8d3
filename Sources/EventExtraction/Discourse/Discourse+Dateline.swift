import Articles
import Gazetteers
import Geoparsing

/// Where a report was sent from: `KANO, Nigeria (AP) -`.
extension PlaceLinker {
    /// The town of the dateline, for `a city in eastern X` that a report from X begins with; the toponym of `X` is that of `link`.
    func townOfReport(_ link: Mention.Link) -> Int? {
        guard dateline.names > 0, useOf[link.index] > dateline.names, let town = uses.first,
            let inner = reading.toponyms[town.index].place, let outer = reading.toponyms[link.index].place,
            outer.holds(inner)
        else { return nil }
        let use = uses[useOf[link.index] - 1]
        let kind = use.start - 1
        guard use.sentence == 0, use.preposition == .locative, kind > 1,
            Self.townWords.contains(where: { reading.has($0, at: kind) }), !reading.isLarge(town.index, for: kind)
        else { return nil }
        let isAny = (max(1, kind - 3)..<kind).contains {
            reading.has("a", at: $0) || reading.has("an", at: $0) || reading.has("this", at: $0)
        }
        return isAny ? town.index : nil
    }

    private static let townWords: [StaticString] = ["city", "town", "village"]
}

extension Discourse {
    /// The toponym of the dateline, and how many names of places it has with the country.
    static func dateline(of uses: [PlaceUse], _ reading: Reading) -> (index: Int?, names: Int) {
        // `LVIV, 3 May --`: a settlement at the very beginning, followed by a date or a dash.
        guard let first = uses.first, first.tokens.lowerBound <= 2, first.sentence == 0, first.kind == .settlement
        else { return (nil, 0) }
        let isDateline =
            reading.endOfDateline(in: first.tokens.upperBound..<reading.words.count) != nil
            // `KANO, Nigeria: Gunmen`
            || reading.document.tokens[first.tokens.lowerBound].shape == .allCapitals
                && (first.tokens.upperBound..<reading.words.count).prefix(4).contains { isColon($0, reading) }
        guard isDateline else { return (nil, 0) }
        // The country only says which Kano it is.
        if uses.count > 1, uses[1].isContainer, uses[1].sentence == 0,
            uses[1].tokens.lowerBound - first.tokens.upperBound <= 1
        {
            return (first.index, 2)
        }
        return (first.index, 1)
    }

    private static func isColon(_ index: Int, _ reading: Reading) -> Bool {
        reading.document.bytes[reading.document.tokens[index].range.start] == UInt8(ascii: ":")
    }

    /// `this city`, in a report: the one of its dateline, where the word at `index` fits it.
    func datelineTown(at index: Int) -> Focus? {
        guard reading.has("this", at: index - 1), let focus = reportedFrom, !isLarge(focus, for: index) else {
            return nil
        }
        return focus
    }

    /// A report that was sent from another country than it is about says nothing of the one that it was sent from.
    static func shares(
        _ reading: Reading, uses: [PlaceUse], demonyms: [PlaceUse], dateline: Int
    ) -> PlaceShares {
        let whole = PlaceShares(reading, uses: uses, demonyms: demonyms)
        guard dateline > 0, uses.count > dateline else { return whole }
        let rest = PlaceShares(reading, uses: Array(uses[dateline...]), demonyms: demonyms)
        return rest.country == nil || rest.country == reading.toponyms[uses[0].index].place?.countryCode ? whole : rest
    }

    /// Takes note of the places of the dateline among `uses`, and leaves the others.
    mutating func noteDateline(
        _ uses: ArraySlice<PlaceUse>, sentence: Int, paragraph: Int
    ) -> ArraySlice<PlaceUse> {
        guard sentence == 0, datelineNames > 0 else { return uses }
        for use in uses.prefix(datelineNames) {
            let focus = Focus(index: use.index, sentence: sentence, paragraph: paragraph, ofEvent: false)
            remember(use, focus)
            guard let place = reading.toponyms[use.index].place else { continue }
            candidates.name(place, reading.places[use.index], focus, use, isPassing: true, shares)
            candidates.open(reading.places[use.index])
        }
        return uses.dropFirst(datelineNames)
    }

    /// The town of the dateline, in a text about its country.
    var reportedFrom: Focus? {
        guard let dateline, reading.toponyms[dateline].place?.countryCode == shares.country else { return nil }
        return Focus(index: dateline, sentence: 0, paragraph: 0, ofEvent: false)
    }
}

extension Reading {
    /// The last of the dashes or brackets that end a dateline among the first of `tokens`: `(Reuters) -`.
    func endOfDateline(in tokens: Range<Int>) -> Int? {
        tokens.prefix(Self.longestDateline).last { classes[$0].contains(.stop) && !isJoinedHyphen($0) }
    }

    /// How long a dateline is behind its first name, in tokens.
    private static let longestDateline = 12
}
