import Gazetteers

/// The places that a name of a document may stand for, as a run of a ``CandidatePool``, and what is asked of them together.
struct CandidateList: Sendable {
    var range: Range<Int>
    /// Of the first.
    var bestKind = NameKind.primary
    var bestRung = Rung.exact
    /// The least of all.
    var kind = NameKind.demonym
    /// The greatest, and its logarithm.
    var population = 0
    var logPopulation = 0.0
    /// A bit for each kind of place.
    var placeKinds: UInt32 = 0
    var hasCapital = false
    var hasShort = false

    var count: Int { range.count }

    func has(_ kind: Place.Kind) -> Bool { placeKinds >> UInt32(kind.rawValue) & 1 == 1 }
}

/// All candidates of one document, in runs that mentions of the same name share.
struct CandidatePool: Sendable {
    private let gazetteer: any Gazetteer
    private let source: (any EntrySource)?
    private(set) var entries: [CandidateEntry] = []
    /// Number 0 is the empty list.
    private(set) var lists: [CandidateList] = [CandidateList(range: 0..<0)]
    /// The places that do not come from `source`; they have this bit in their number.
    private var places: [Place] = []
    private static let isKept: UInt32 = 1 << 31
    /// The countries and divisions that occur.
    private(set) var countries = HashNumbers()
    private(set) var divisions = HashNumbers(capacity: 100)

    /// - Parameter source: the gazetteer, where it can give entries.
    init(gazetteer: any Gazetteer, source: (any EntrySource)?) {
        self.gazetteer = gazetteer
        self.source = source
        entries.reserveCapacity(256)
        lists.reserveCapacity(64)
    }

    @inline(__always)
    subscript(list: Int32) -> CandidateList { lists[Int(list)] }

    func isEmpty(_ list: Int32) -> Bool { list == 0 }

    /// For each of `ends` whether a name may end there that begins with `text`: the bit of its number. An unset bit is sure.
    func mayEndNames(in text: UnsafeBufferPointer<UInt8>, at ends: UnsafeBufferPointer<Int>) -> UInt64 {
        source?.mayEndNames(in: text, at: ends) ?? .max
    }

    func place(_ entry: Int) -> Place? {
        let entry = entries[entry]
        if entry.number & Self.isKept != 0 { return places[Int(entry.number & ~Self.isKept)] }
        return source?.place(of: entry)
    }

    /// Adds what the gazetteer has under `name` and `keep` holds of.
    @inline(__always)
    mutating func add(
        _ name: UnsafeBufferPointer<UInt8>, depth: LookupDepth, where keep: (CandidateEntry) -> Bool
    ) -> Int32 {
        let start = append(name, depth: depth)
        var end = start
        for index in start..<entries.count where keep(entries[index]) {
            entries[end] = entries[index]
            end += 1
        }
        return close(start, end)
    }

    /// The words of the longest name of the gazetteer that begins with `word`.
    func longestName(beginningWith word: UnsafeBufferPointer<UInt8>) -> Int {
        source?.longestName(beginningWithWord: word) ?? gazetteer.longestName(beginningWith: FoldingKey.fold(word))
    }

    /// Adds candidates whose places are known.
    mutating func add(_ candidates: [Candidate]) -> Int32 {
        let start = entries.count
        append(candidates)
        return close(start, entries.count)
    }

    /// The list of those that `keep` holds of; the same one when it holds of all.
    @inline(__always)
    mutating func filter(_ list: Int32, _ keep: (CandidateEntry) -> Bool) -> Int32 {
        let range = lists[Int(list)].range
        guard let first = range.first(where: { !keep(entries[$0]) }) else { return list }
        let start = entries.count
        for index in range where index < first || index > first && keep(entries[index]) {
            entries.append(entries[index])
        }
        return close(start, entries.count)
    }

    @inline(__always)
    func contains(_ list: Int32, where holds: (CandidateEntry) -> Bool) -> Bool {
        for index in lists[Int(list)].range where holds(entries[index]) { return true }
        return false
    }

    /// The list without the divisions that are named after a town which is a candidate too: "Kharkiv" is no oblast.
    mutating func droppingNamesakes(_ list: Int32) -> Int32 {
        let range = lists[Int(list)].range
        let start = entries.count
        for index in range where entries[index].kind != .short || !isNamesake(entries[index], of: range) {
            entries.append(entries[index])
        }
        guard entries.count - start < range.count else {
            entries.removeLast(entries.count - start)
            return list
        }
        return close(start, entries.count)
    }

    /// Whether a division has its name from a town among `candidates`, which lies in it or is a capital apart: "Kyiv" for Kyiv
    /// Oblast, "Dubai" for the emirate; "Goiás", a state of seven million, is not called after the small town in it.
    func isNamesake(_ division: CandidateEntry, of candidates: Range<Int>) -> Bool {
        guard division.placeKind == .division, division.kind == .short || division.kind == .primary else {
            return false
        }
        for index in candidates {
            let town = entries[index]
            guard town.placeKind == .settlement, town.country == division.country,
                town.kind == .primary || town.kind == .common || division.kind == .short && town.rung == .exact
            else { continue }
            if town.admin1 == division.admin1 {
                if division.kind == .short
                    || town.rung <= division.rung && division.population < Self.townShare * town.population
                {
                    return true
                }
            } else if division.kind == .short, town.kind != .alternate,
                town.traits.contains(.capital) || town.population > division.population
            {
                return true
            }
        }
        return false
    }

    /// A division of so many times the people of the town named like it is better known than the town.
    private static let townShare = 30

    /// Whether a candidate of `inner` lies in one of `outer`.
    func isInside(_ inner: Int32, _ outer: Int32) -> Bool {
        contains(inner) { inner in contains(outer) { Containment.contains($0, inner) } }
    }

    /// Appends entries without closing a list, and returns where they begin.
    private mutating func append(_ name: UnsafeBufferPointer<UInt8>, depth: LookupDepth) -> Int {
        let start = entries.count
        if let source {
            source.appendEntries(for: name, depth: depth, to: &entries)
        } else {
            append(gazetteer.candidates(for: String(decoding: name, as: UTF8.self), depth: depth))
        }
        return start
    }

    private mutating func append(_ candidates: [Candidate]) {
        for candidate in candidates {
            entries.append(CandidateEntry(candidate, number: Self.isKept | UInt32(truncatingIfNeeded: places.count)))
            places.append(candidate.place)
        }
    }

    /// Makes a list of the entries from `start` to `end` and drops those after.
    private mutating func close(_ start: Int, _ end: Int) -> Int32 {
        entries.removeLast(entries.count - end)
        guard end > start else { return 0 }
        var list = CandidateList(
            range: start..<end, bestKind: entries[start].kind, bestRung: entries[start].rung,
            kind: entries[start].kind)
        for index in start..<end {
            if entries[index].countryNumber < 0, entries[index].country != 0 {
                entries[index].countryNumber = Int32(
                    truncatingIfNeeded: countries.number(of: UInt64(entries[index].country)))
            }
            if entries[index].divisionNumber < 0, entries[index].division != 0 {
                entries[index].divisionNumber = Int32(
                    truncatingIfNeeded: divisions.number(of: entries[index].division))
            }
            let kind = entries[index].kind
            if kind.rawValue < list.kind.rawValue { list.kind = kind }
            list.population = max(list.population, entries[index].population)
            list.placeKinds |= 1 << UInt32(entries[index].placeKind.rawValue)
            if entries[index].traits.contains(.capital) { list.hasCapital = true }
            if kind == .short { list.hasShort = true }
        }
        list.logPopulation = Geoparsing.logPopulation(list.population)
        lists.append(list)
        return Int32(truncatingIfNeeded: lists.count - 1)
    }
}
