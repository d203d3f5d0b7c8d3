extension IndexWriter {
    /// The index in memory. Ends the writer.
    public func bytes(stamp: UInt64) throws(GazetteerError) -> [UInt8] {
        let sink = MemorySink()
        try assemble(into: sink, stamp: stamp)
        return sink.bytes
    }

    /// Writes the index to `path`, which takes its place only when it is complete. Ends the writer.
    public func write(to path: String, stamp: UInt64) throws(GazetteerError) {
        try assemble(into: try FileSink(path: path), stamp: stamp)
    }

    private func assemble(into sink: any IndexSink, stamp: UInt64) throws(GazetteerError) {
        let (order, numberOf) = placeOrder()
        ids = NumberTable()
        textIDs = [:]
        var file = IndexFile(sink: sink)
        try file.begin()

        var entries = EntryWriter(placeCount: places.count, expected: sorter.count)
        try file.section { write throws(GazetteerError) in
            try sorter.merge { posting throws(GazetteerError) in
                let ordinal = Int(posting.ordinal)
                try entries.add(
                    posting, place: numberOf[ordinal], population: population(places[ordinal]), to: write)
            }
            try entries.finish(to: write)
        }
        try file.section { write throws(GazetteerError) in
            var bytes: [UInt8] = []
            for (number, ordinal) in order.enumerated() {
                let place = places[Int(ordinal)]
                bytes.appendInteger(place.id)
                bytes.appendInteger(place.latitude)
                bytes.appendInteger(place.longitude)
                bytes.appendInteger(place.population)
                bytes.appendInteger(entries.names[number])
                bytes.appendInteger(place.packed)
                if bytes.count > 1 << 20 {
                    try write(bytes)
                    bytes.removeAll(keepingCapacity: true)
                }
            }
            try write(bytes)
        }
        let divisionBytes = try divisions.bytes(texts: &texts) { numberOf[Int($0)] }
        try file.section(texts.bytes)
        try file.section(
            features.flatMap { code in
                Array(code.utf8.prefix(8)) + [UInt8](repeating: 0, count: max(0, 8 - code.utf8.count))
            })
        try file.section(divisionBytes)
        try file.section(words(numbers))
        let pairs = parents.map { (numberOf[Int($0.child)], numberOf[Int($0.parent)]) }.sorted { $0 < $1 }
        try file.section(words(pairs.flatMap { [$0.0, $0.1] }))
        try file.section(words(entries.samples))
        try file.section(entries.buckets())
        try file.section(words(firstWordSlots()))
        let (cells, cellPlaces) = grid(order)
        try file.section(words(cells))
        try file.section(words(cellPlaces))
        try file.finish(
            stamp: stamp, places: places.count, names: entries.nameCount, keys: entries.keyCount)
    }

    private func population(_ place: RawPlace) -> Int {
        let packed = place.population
        if packed & IndexFormat.elsewhere == 0 { return Int(packed) }
        return Int(clamping: numbers[Int(packed & ~IndexFormat.elsewhere)])
    }

    /// Ordinals in order of id, and the place of each in it.
    private func placeOrder() -> (order: [UInt32], numberOf: [UInt32]) {
        var order = (0..<UInt32(places.count)).map { $0 }
        let isSorted = zip(places, places.dropFirst()).allSatisfy { $0.id < $1.id && $1.id < IndexFormat.elsewhere }
        if !isSorted {
            order.sort { a, b in
                let (idA, idB) = (places[Int(a)].id, places[Int(b)].id)
                guard idA & idB & IndexFormat.elsewhere != 0 else { return idA < idB }
                return (texts.string(idA) ?? "").utf8.lexicographicallyPrecedes((texts.string(idB) ?? "").utf8)
            }
        }
        var numberOf = [UInt32](repeating: 0, count: places.count)
        for (number, ordinal) in order.enumerated() { numberOf[Int(ordinal)] = UInt32(number) }
        return (order, numberOf)
    }

    private func firstWordSlots() -> [UInt32] {
        let capacity = IndexFormat.capacity(for: firstWords.count)
        var slots = [UInt32](repeating: 0, count: capacity)
        for (hash, count) in firstWords.sorted(by: { $0.key < $1.key }) {
            var slot = IndexFormat.slot(hash, capacity: capacity)
            while slots[slot] != 0 { slot = slot + 1 == capacity ? 0 : slot + 1 }
            slots[slot] = IndexFormat.fingerprint(hash) | UInt32(count)
        }
        firstWords = [:]
        return slots
    }

    /// Starts of the cells, and place numbers by cell.
    private func grid(_ order: [UInt32]) -> ([UInt32], [UInt32]) {
        func cell(_ ordinal: UInt32) -> Int {
            let place = places[Int(ordinal)]
            return IndexFormat.cell(
                latitude: Double(place.latitude) / IndexFormat.coordinateScale,
                longitude: Double(place.longitude) / IndexFormat.coordinateScale)
        }
        var starts = [UInt32](repeating: 0, count: IndexFormat.cellCount + 1)
        for ordinal in order { starts[cell(ordinal) + 1] += 1 }
        for index in 1...IndexFormat.cellCount { starts[index] += starts[index - 1] }
        var next = starts
        var members = [UInt32](repeating: 0, count: order.count)
        for (number, ordinal) in order.enumerated() {
            let cell = cell(ordinal)
            members[Int(next[cell])] = UInt32(number)
            next[cell] += 1
        }
        return (starts, members)
    }

    private func words(_ values: [some FixedWidthInteger]) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(values.count * 8)
        for value in values { bytes.appendInteger(value) }
        return bytes
    }
}

/// Writes sections one after another with their checksums, and the header at the end.
private struct IndexFile {
    let sink: any IndexSink
    private var header = [UInt8](repeating: 0, count: IndexFormat.headerSize)
    private var position = IndexFormat.headerSize
    private var number = 0

    init(sink: any IndexSink) { self.sink = sink }

    mutating func begin() throws(GazetteerError) { try put(header) }

    mutating func section(_ bytes: [UInt8]) throws(GazetteerError) {
        try section { write throws(GazetteerError) in try write(bytes) }
    }

    mutating func section(
        _ body: (([UInt8]) throws(GazetteerError) -> Void) throws(GazetteerError) -> Void
    ) throws(GazetteerError) {
        var checksum = IndexChecksum()
        var count = 0
        let sink = sink
        try body { bytes throws(GazetteerError) in
            bytes.withUnsafeBytes { checksum.add($0) }
            count += bytes.count
            try Self.put(bytes, to: sink)
        }
        let entry = IndexFormat.sectionTableOffset + number * IndexFormat.sectionEntrySize
        header.store(UInt64(position), at: entry)
        header.store(UInt64(count), at: entry + 8)
        header.store(checksum.value, at: entry + 16)
        let padding = (IndexFormat.alignment - count % IndexFormat.alignment) % IndexFormat.alignment
        try put([UInt8](repeating: 0, count: padding))
        position += count + padding
        number += 1
    }

    mutating func finish(stamp: UInt64, places: Int, names: Int, keys: Int) throws(GazetteerError) {
        header.replaceSubrange(0..<8, with: IndexFormat.magic)
        header.store(IndexFormat.version, at: IndexFormat.versionOffset)
        header.store(UInt32(number), at: IndexFormat.sectionCountOffset)
        header.store(stamp, at: IndexFormat.stampOffset)
        header.store(UInt64(places), at: IndexFormat.placeCountOffset)
        header.store(UInt64(names), at: IndexFormat.nameCountOffset)
        header.store(UInt64(keys), at: IndexFormat.keyCountOffset)
        header.store(UInt64(position), at: IndexFormat.fileSizeOffset)
        let sum = header.withUnsafeBytes {
            IndexChecksum.of(UnsafeRawBufferPointer(rebasing: $0[..<IndexFormat.headerChecksumOffset]))
        }
        header.store(sum, at: IndexFormat.headerChecksumOffset)
        try sink.finish(header: header)
    }

    private func put(_ bytes: [UInt8]) throws(GazetteerError) { try Self.put(bytes, to: sink) }

    private static func put(_ bytes: [UInt8], to sink: any IndexSink) throws(GazetteerError) {
        var failure: GazetteerError?
        bytes.withUnsafeBytes { bytes in
            do throws(GazetteerError) { try sink.write(bytes) } catch { failure = error }
        }
        if let failure { throw failure }
    }
}
