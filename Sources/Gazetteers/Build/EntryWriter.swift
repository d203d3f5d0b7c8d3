/// Writes the section `entries` from postings in order of key.
struct EntryWriter {
    /// By place number, where its first name stands.
    private(set) var names: [UInt32]
    private(set) var samples: [UInt32] = []
    private(set) var nameCount = 0
    private(set) var keyCount = 0
    /// Where each entry begins, and the parts of its hash that the table wants.
    private var offsets: [UInt32] = []
    private var slots: [UInt32] = []
    private var tags: [UInt16] = []

    private var chunk: [UInt8] = []
    private var written = 0
    /// The postings of the key at hand.
    private var key: [UInt8] = []
    private var isFirst = true
    private var arena: [UInt8] = []
    private var group: [(name: Range<Int>, place: UInt32, kind: UInt8, population: Int)] = []
    private var body: [UInt8] = []
    private var postings: [UInt8] = []

    init(placeCount: Int, expected: Int) {
        names = [UInt32](repeating: IndexFormat.none, count: placeCount)
        offsets.reserveCapacity(expected)
        slots.reserveCapacity(expected)
        tags.reserveCapacity(expected)
    }

    mutating func add(
        _ posting: Posting, place: UInt32, population: Int,
        to write: ([UInt8]) throws(GazetteerError) -> Void
    ) throws(GazetteerError) {
        if isFirst || posting.key.count != key.count || !posting.key.elementsEqual(key) {
            try endGroup()
            key.removeAll(keepingCapacity: true)
            key.append(contentsOf: posting.key)
            isFirst = false
            if chunk.count > 1 << 20 { try flush(to: write) }
        }
        group.append((arena.count..<(arena.count + posting.name.count), place, posting.kind, population))
        arena.append(contentsOf: posting.name)
    }

    mutating func finish(to write: ([UInt8]) throws(GazetteerError) -> Void) throws(GazetteerError) {
        try endGroup()
        try flush(to: write)
    }

    private mutating func flush(to write: ([UInt8]) throws(GazetteerError) -> Void) throws(GazetteerError) {
        try write(chunk)
        written += chunk.count
        chunk.removeAll(keepingCapacity: true)
    }

    private mutating func endGroup() throws(GazetteerError) {
        guard !group.isEmpty else { return }
        if group.count > 1 { sortGroup() }
        body.removeAll(keepingCapacity: true)
        var firstNames: [(place: UInt32, offset: Int)] = []
        var index = 0
        while index < group.count {
            let spelling = arena[group[index].name]
            var end = index + 1
            while end < group.count, arena[group[end].name].elementsEqual(spelling) { end += 1 }
            let start = body.count
            body.appendNumber(spelling.count)
            body.append(contentsOf: spelling)
            // Of one place under one spelling the best kind counts; it stands first.
            postings.removeAll(keepingCapacity: true)
            var last: UInt32?
            for item in group[index..<end] where last != item.place {
                let population = min(max(0, item.population), IndexFormat.greatestPopulation)
                postings.appendNumber(
                    Int(item.place - (last ?? 0)) << 4 | (population > 0 ? 8 : 0) | Int(item.kind))
                if population > 0 { postings.appendNumber(population) }
                if item.kind == NameKind.primary.rawValue { firstNames.append((item.place, start)) }
                last = item.place
                nameCount += 1
            }
            body.appendNumber(postings.count)
            body.append(contentsOf: postings)
            index = end
        }
        try endEntry(firstNames)
        group.removeAll(keepingCapacity: true)
        arena.removeAll(keepingCapacity: true)
    }

    private mutating func endEntry(_ firstNames: [(place: UInt32, offset: Int)]) throws(GazetteerError) {
        let start = written + chunk.count
        guard start + body.count < Int(UInt32.max) - 64 else { throw .tooLarge(what: "names") }
        chunk.appendNumber(key.count)
        chunk.append(contentsOf: key)
        chunk.appendNumber(body.count)
        let base = written + chunk.count
        chunk.append(contentsOf: body)
        for (place, offset) in firstNames where names[Int(place)] == IndexFormat.none {
            names[Int(place)] = UInt32(base + offset)
        }
        // The entry of names of which nothing folds is there to be shown, not to be found.
        guard !key.isEmpty else { return }
        if keyCount % IndexFormat.sampleStep == 0 { samples.append(UInt32(start)) }
        let hash = KeyHash.of(key)
        offsets.append(UInt32(start))
        slots.append(UInt32(truncatingIfNeeded: hash >> 32))
        tags.append(IndexFormat.tag(hash))
        keyCount += 1
    }

    private mutating func sortGroup() {
        arena.withUnsafeBytes { arena in
            group.sort { a, b in
                let order = Posting.compare(
                    UnsafeRawBufferPointer(rebasing: arena[a.name]), UnsafeRawBufferPointer(rebasing: arena[b.name]))
                return order != 0 ? order < 0 : (a.place, a.kind) < (b.place, b.kind)
            }
        }
    }

    /// The hash table over the entries.
    func buckets() -> [UInt8] {
        let count = IndexFormat.bucketCount(for: offsets.count)
        var fill = [UInt8](repeating: 0, count: count)
        var table = [UInt8](repeating: 0, count: count * IndexFormat.bucketSize)
        table.withUnsafeMutableBytes { table in
            for index in offsets.indices {
                var bucket = IndexFormat.slot(UInt64(slots[index]) << 32, capacity: count)
                while fill[bucket] == IndexFormat.bucketCapacity {
                    table[bucket * IndexFormat.bucketSize + IndexFormat.bucketOverflow] = 1
                    bucket = bucket + 1 == count ? 0 : bucket + 1
                }
                let place = Int(fill[bucket])
                let start = bucket * IndexFormat.bucketSize
                table.storeBytes(of: tags[index].littleEndian, toByteOffset: start + place * 2, as: UInt16.self)
                table.storeBytes(
                    of: offsets[index].littleEndian, toByteOffset: start + IndexFormat.bucketOffsets + place * 4,
                    as: UInt32.self)
                fill[bucket] += 1
            }
        }
        return table
    }
}
