/// A place that was met: its number and how.
struct Match {
    var place: UInt32
    /// Where the spelling stands in `entries`.
    var name: UInt32
    /// Inhabitants, as far as ranking needs them.
    var population: Int
    var kind: NameKind
    var rung: Rung

    /// How well it was met: less is better.
    @inline(__always)
    fileprivate var rank: UInt8 { rung.rawValue << 4 | kind.rawValue }

    /// The best of one place first.
    @inline(__always)
    fileprivate static func byPlace(_ a: Match, _ b: Match) -> Bool {
        a.place != b.place ? a.place < b.place : a.rank < b.rank
    }

    @inline(__always)
    fileprivate static func byRank(_ a: Match, _ b: Match) -> Bool {
        if a.rank != b.rank { return a.rank < b.rank }
        return a.population != b.population ? a.population > b.population : a.place < b.place
    }
}

/// What a look-up has met so far.
struct Matches {
    private let query: UnsafeBufferPointer<UInt8>
    private let exactOnly: Bool
    /// Whether a meeting under the key alone means anything: not when the key keeps only a little of the query.
    var letsFold = true
    private var plainQuery: [UInt8]?
    private var items: [Match] = []

    init(query: UnsafeBufferPointer<UInt8>, exactOnly: Bool = false) {
        self.query = query
        self.exactOnly = exactOnly
    }

    var isEmpty: Bool { items.isEmpty }

    /// The rung on which `spelling` was met, when it is `best` or better; `nil` when it does not count.
    @inline(__always)
    mutating func rung(of spelling: UnsafeRawBufferPointer, atBest best: Rung) -> Rung? {
        guard best == .folded else { return best }
        let query = UnsafeRawBufferPointer(self.query)
        if spelling.hasSameBytes(as: query) { return .exact }
        if exactOnly { return nil }
        if PlainKey.areEqual(spelling, query) {
            // `us` is no `US`, though the source does not call it an abbreviation.
            return Self.isAcronym(spelling) && !Self.isAcronym(query) ? nil : .unaccented
        }
        return letsFold && !Self.isAcronym(spelling) ? .folded : nil
    }

    /// Whether the key is at least about half as long as the query: "zzzzqqqq" folds to two letters.
    static func isPlausible(query: UnsafeBufferPointer<UInt8>, keyCount: Int) -> Bool {
        let letters = query.reduce(0) { $0 + ($1 & 0xC0 != 0x80 ? 1 : 0) }
        return keyCount >= 2 && letters <= keyCount * 2 + 1
    }

    /// Up to four bytes, all capitals and full stops: `UK`, `U.S.`
    private static func isAcronym(_ text: UnsafeRawBufferPointer) -> Bool {
        text.count <= 4 && text.allSatisfy { (0x41...0x5A).contains($0) || $0 == UInt8(ascii: ".") }
    }

    /// The rung of a spelling that begins with the query.
    mutating func rung(ofPrefixOf spelling: UnsafeRawBufferPointer) -> Rung {
        if spelling.starts(with: query) { return .exact }
        let plain = plainQuery ?? PlainKey.of(query)
        plainQuery = plain
        return PlainKey.of(spelling).starts(with: plain) ? .unaccented : .folded
    }

    @inline(__always)
    mutating func add(_ match: Match) {
        // `us` is no `US`: an abbreviation or a demonym counts as written only.
        if match.kind == .abbreviation || match.kind == .demonym, match.rung != .exact { return }
        if items.isEmpty { items.reserveCapacity(8) }
        items.append(match)
    }

    /// Each place once, by its best rung and kind; best first.
    mutating func ranked() -> [Match] {
        guard items.count > 1 else { return items }
        sort(Match.byPlace)
        var count = 1
        for index in 1..<items.count where items[index].place != items[count - 1].place {
            items[count] = items[index]
            count += 1
        }
        if count < items.count { items.removeLast(items.count - count) }
        sort(Match.byRank)
        return items
    }

    /// A stable sort; most look-ups meet a few places only.
    @inline(__always)
    private mutating func sort(_ isBefore: (Match, Match) -> Bool) {
        guard items.count <= 24 else { return items.sort(by: isBefore) }
        for index in 1..<max(1, items.count) {
            let item = items[index]
            var position = index
            while position > 0, isBefore(item, items[position - 1]) {
                items[position] = items[position - 1]
                position -= 1
            }
            items[position] = item
        }
    }
}
