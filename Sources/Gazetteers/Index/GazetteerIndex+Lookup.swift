extension GazetteerIndex: Gazetteer {
    public func candidates(for name: String, depth: LookupDepth) -> [Candidate] {
        matches(for: name, depth: depth).compactMap { candidate($0) }
    }

    /// The number of places that ``candidates(for:depth:)`` would give; counts without making them.
    public func candidateCount(for name: String, depth: LookupDepth) -> Int { matches(for: name, depth: depth).count }

    public func contains(key: [UInt8]) -> Bool {
        key.withUnsafeBufferPointer { entry($0, KeyHash.of($0)) != nil }
    }

    public func longestName(beginningWith key: [UInt8]) -> Int { longestName(KeyHash.of(key)) }

    /// The words of the longest name whose first word has the hash.
    func longestName(_ hash: UInt64) -> Int {
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
        var cursor = EntryCursor(entries, at: Int(match.name))
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
            collect(key, rung: .folded, into: &found)
            if name.contains(where: { $0 >= 0x80 }) { collectOtherKeys(of: name, than: key, into: &found) }
            if depth == .fuzzy, found.isEmpty {
                EditNeighbors.visit(key) { neighbor, hash in
                    guard let entry = entry(hash, where: { neighbor.isEqual($0, from: key) }) else { return }
                    collect(spellingsAt: entry, into: &found) { _, _ in .edited }
                }
                if found.isEmpty { collectStems(Array(key), into: &found) }
            }
            return found.ranked()
        }
    }

    /// Where the spellings of `key` begin in `entries`.
    @inline(__always)
    func entry(_ key: UnsafeBufferPointer<UInt8>, _ hash: UInt64) -> Int? {
        entry(hash) { $0.hasSameBytes(as: UnsafeRawBufferPointer(key)) }
    }

    /// Where the spellings of the key begin that has `hash` and is the one sought.
    @inline(__always)
    private func entry(_ hash: UInt64, where isSought: (UnsafeRawBufferPointer) -> Bool) -> Int? {
        let count = buckets.count / IndexFormat.bucketSize
        guard count > 0, let table = buckets.baseAddress else { return nil }
        // Four tags are compared at a time: a lane of zeros has its high bit set. A lane above one may err.
        let ones: UInt64 = 0x0001_0001_0001_0001
        let wanted = UInt64(IndexFormat.tag(hash)) &* ones
        var bucket = IndexFormat.slot(hash, capacity: count)
        for _ in 0..<count {
            let start = table + bucket * IndexFormat.bucketSize
            for group in 0..<3 {
                let word = start.loadUnaligned(fromByteOffset: group * 8, as: UInt64.self).littleEndian
                let lanes = word ^ wanted
                var hits = (lanes &- ones) & ~lanes & (ones << 15)
                // The last two lanes hold no tags.
                if group == 2 { hits &= 0xFFFF_FFFF }
                while hits != 0 {
                    let lane = group * 4 + hits.trailingZeroBitCount / 16
                    hits &= hits &- 1
                    let offset = start.loadUnaligned(
                        fromByteOffset: IndexFormat.bucketOffsets + lane * 4, as: UInt32.self)
                    var cursor = EntryCursor(entries, at: Int(offset.littleEndian))
                    if isSought(cursor.text()) { return cursor.position }
                }
            }
            if start.loadUnaligned(fromByteOffset: IndexFormat.bucketOverflow, as: UInt8.self) == 0 { return nil }
            bucket = bucket + 1 == count ? 0 : bucket + 1
        }
        return nil
    }

    @inline(__always)
    private func collect(_ key: UnsafeBufferPointer<UInt8>, rung: Rung, into found: inout Matches) {
        guard let entry = entry(key, KeyHash.of(key)) else { return }
        collect(spellingsAt: entry, into: &found) { query, spelling in query.rung(of: spelling, atBest: rung) }
    }

    /// The keys of a name with letters outside ASCII that ``FoldingKey/indexKeys(_:)`` gives besides the first.
    private func collectOtherKeys(
        of name: UnsafeBufferPointer<UInt8>, than key: UnsafeBufferPointer<UInt8>, into found: inout Matches
    ) {
        let other = KeyFolder.fold(name, strippingMarks: true)
        if !other.elementsEqual(key) {
            other.withUnsafeBufferPointer { collect($0, rung: .folded, into: &found) }
        }
        guard let spelled = FoldingKey.spelledKey(name), !spelled.elementsEqual(key), spelled != other else { return }
        spelled.withUnsafeBufferPointer { collect($0, rung: .folded, into: &found) }
    }

    /// Adds the places of an entry; `rung` judges each spelling, `nil` drops it.
    @inline(__always)
    func collect(
        spellingsAt position: Int, into found: inout Matches,
        rung: (inout Matches, UnsafeRawBufferPointer) -> Rung?
    ) {
        var cursor = EntryCursor(entries, at: position)
        _ = cursor.enterSpellings()
        while !cursor.isAtEnd {
            let start = UInt32(truncatingIfNeeded: cursor.position)
            let spelling = cursor.text()
            let end = cursor.endOfPart()
            guard let rung = rung(&found, spelling) else {
                cursor.skip(to: end)
                continue
            }
            var place = 0
            while cursor.position < end {
                let posting = cursor.number()
                place += posting >> 4
                let population = posting & 8 != 0 ? cursor.number() : 0
                guard place < placeCount, let kind = NameKind(rawValue: UInt8(posting & 7)) else { continue }
                found.add(
                    Match(place: UInt32(place), name: start, population: population, kind: kind, rung: rung))
            }
        }
    }

    private func collectStems(_ key: [UInt8], into found: inout Matches) {
        let stem = FoldingKey.stem(key) ?? key
        // The query's own stem may be a key as it is, or the stem of one.
        for other in (stem == key ? [] : [stem]) + FoldingKey.keys(withStem: stem) {
            other.withUnsafeBufferPointer { collect($0, rung: .stemmed, into: &found) }
        }
    }
}
