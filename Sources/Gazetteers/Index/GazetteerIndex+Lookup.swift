extension GazetteerIndex: Gazetteer {
    public func candidates(for name: String, depth: LookupDepth) -> [Candidate] {
        matches(for: name, depth: depth).compactMap { candidate($0) }
    }

    /// The number of places that ``candidates(for:depth:)`` would give; counts without making them.
    public func candidateCount(for name: String, depth: LookupDepth) -> Int { matches(for: name, depth: depth).count }

    public func contains(key: [UInt8]) -> Bool {
        key.withUnsafeBufferPointer { entry($0, IndexFormat.hash($0)) != nil }
    }

    public func longestName(beginningWith key: [UInt8]) -> Int {
        let hash = key.withUnsafeBufferPointer { IndexFormat.hash($0) }
        let capacity = length(.firstWords) / 4
        guard capacity > 0 else { return 0 }
        let wanted = IndexFormat.fingerprint(hash)
        var slot = IndexFormat.slot(hash, capacity: capacity)
        var longest = 0
        for _ in 0..<capacity {
            let entry: UInt32 = bytes.integer(offset(.firstWords) + slot * 4)
            if entry == 0 { break }
            if entry & 0xFFFF_FF00 == wanted { longest = max(longest, Int(entry & 0xFF)) }
            slot += 1
            if slot == capacity { slot = 0 }
        }
        return longest
    }

    func candidate(_ match: Match) -> Candidate? {
        guard let place = place(number: Int(match.place)) else { return nil }
        var cursor = EntryCursor(section(.entries), at: Int(match.name))
        return Candidate(
            place: place, name: String(decoding: cursor.text(), as: UTF8.self), kind: match.kind, rung: match.rung)
    }

    func matches(for name: String, depth: LookupDepth) -> [Match] {
        var name = name
        return name.withUTF8 { matches(for: $0, depth: depth) }
    }

    func matches(for name: UnsafeBufferPointer<UInt8>, depth: LookupDepth) -> [Match] {
        var found = Matches(query: name, exactOnly: depth == .exact)
        let capacity = KeyFolder.capacity(for: name.count)
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { buffer in
            let count = KeyFolder.fold(name, into: buffer, strippingMarks: false)
            guard count > 0 else { return [] }
            let key = UnsafeBufferPointer(rebasing: buffer[..<count])
            found.letsFold = Matches.isPlausible(query: name, keyCount: count)
            collect(key, IndexFormat.hash(key), rung: .folded, into: &found)
            if name.contains(where: { $0 >= 0x80 }) {
                for other in FoldingKey.indexKeys(String(decoding: name, as: UTF8.self))
                where !other.elementsEqual(key) {
                    other.withUnsafeBufferPointer { collect($0, IndexFormat.hash($0), rung: .folded, into: &found) }
                }
            }
            if depth == .fuzzy, found.isEmpty {
                EditNeighbors.visit(key) { collect($0, $1, rung: .edited, into: &found) }
                if found.isEmpty { collectStems(Array(key), into: &found) }
            }
            return found.ranked { population(number: $0) }
        }
    }

    /// Where the spellings of `key` begin in `entries`.
    @inline(__always)
    func entry(_ key: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int? {
        let capacity = length(.tags)
        guard capacity > 0, length(.slots) == capacity * 4 else { return nil }
        let wanted = IndexFormat.tag(hash)
        let tags = section(.tags)
        var slot = IndexFormat.slot(hash, capacity: capacity)
        for _ in 0..<capacity {
            let tag = tags[slot]
            if tag == 0 { return nil }
            if tag == wanted {
                let offset: UInt32 = bytes.integer(self.offset(.slots) + slot * 4)
                var cursor = EntryCursor(section(.entries), at: Int(offset) - 1)
                let found = cursor.text()
                if found.count == key.count, found.elementsEqual(key) { return cursor.position }
            }
            slot += 1
            if slot == capacity { slot = 0 }
        }
        return nil
    }

    @inline(__always)
    private func collect(
        _ key: UnsafeBufferPointer<UInt8>, _ hash: UInt64, rung: Rung, into found: inout Matches
    ) {
        guard let entry = entry(key, hash) else { return }
        collect(spellingsAt: entry, into: &found) { query, spelling in query.rung(of: spelling, atBest: rung) }
    }

    /// Adds the places of an entry; `rung` judges each spelling, `nil` drops it.
    func collect(
        spellingsAt position: Int, into found: inout Matches,
        rung: (inout Matches, UnsafeRawBufferPointer) -> Rung?
    ) {
        var cursor = EntryCursor(section(.entries), at: position)
        _ = cursor.enterSpellings()
        while !cursor.isAtEnd {
            let start = UInt32(truncatingIfNeeded: cursor.position)
            let spelling = cursor.text()
            let count = cursor.number()
            let rung = rung(&found, spelling)
            var place = 0
            for _ in 0..<count where !cursor.isAtEnd {
                let posting = cursor.number()
                place += posting >> 3
                guard let rung, place < placeCount, let kind = NameKind(rawValue: UInt8(posting & 7)) else { continue }
                found.add(Match(place: UInt32(place), name: start, kind: kind, rung: rung))
            }
        }
    }

    private func collectStems(_ key: [UInt8], into found: inout Matches) {
        let stem = FoldingKey.stem(key) ?? key
        // The query's own stem may be a key as it is, or the stem of one.
        for other in (stem == key ? [] : [stem]) + FoldingKey.keys(withStem: stem) {
            other.withUnsafeBufferPointer { collect($0, IndexFormat.hash($0), rung: .stemmed, into: &found) }
        }
    }
}

/// A place that was met: its number and how.
struct Match {
    var place: UInt32
    /// Where the spelling stands in `entries`.
    var name: UInt32
    var kind: NameKind
    var rung: Rung
}

/// What a look-up has met so far.
struct Matches {
    private let query: UnsafeBufferPointer<UInt8>
    private let exactOnly: Bool
    /// Whether a meeting under the key alone means anything: not when the key keeps only a little of the query.
    var letsFold = true
    private var plain: [UInt8]?
    private var items: [Match] = []

    init(query: UnsafeBufferPointer<UInt8>, exactOnly: Bool = false) {
        self.query = query
        self.exactOnly = exactOnly
    }

    var isEmpty: Bool { items.isEmpty }

    /// The rung on which `spelling` was met, when it is `best` or better; `nil` when it does not count.
    mutating func rung(of spelling: UnsafeRawBufferPointer, atBest best: Rung) -> Rung? {
        guard best == .folded else { return best }
        if spelling.count == query.count, spelling.elementsEqual(query) { return .exact }
        if exactOnly { return nil }
        if plain == nil { plain = PlainKey.of(query) }
        if PlainKey.of(spelling) == plain {
            // `us` is no `US`, though the source does not call it an abbreviation.
            return Self.isAcronym(spelling) && !Self.isAcronym(UnsafeRawBufferPointer(query)) ? nil : .unaccented
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
        if plain == nil { plain = PlainKey.of(query) }
        return PlainKey.of(spelling).starts(with: plain ?? []) ? .unaccented : .folded
    }

    mutating func add(_ match: Match) {
        // `us` is no `US`: an abbreviation or a demonym counts as written only.
        if match.kind == .abbreviation || match.kind == .demonym, match.rung != .exact { return }
        items.append(match)
    }

    /// Each place once, by its best rung and kind; best first.
    mutating func ranked(population: (Int) -> Int) -> [Match] {
        guard items.count > 1 else { return items }
        items.sort { ($0.place, $0.rung.rawValue, $0.kind.rawValue) < ($1.place, $1.rung.rawValue, $1.kind.rawValue) }
        var keyed: [(rank: UInt8, population: Int, match: Match)] = []
        keyed.reserveCapacity(items.count)
        var last: UInt32?
        for item in items where item.place != last {
            last = item.place
            keyed.append((item.rung.rawValue << 4 | item.kind.rawValue, population(Int(item.place)), item))
        }
        keyed.sort {
            if $0.rank != $1.rank { return $0.rank < $1.rank }
            if $0.population != $1.population { return $0.population > $1.population }
            return $0.match.place < $1.match.place
        }
        return keyed.map(\.match)
    }
}
