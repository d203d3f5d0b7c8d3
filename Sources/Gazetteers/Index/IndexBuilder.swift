import GeoTypes

/// Compiles tables into the bytes of an index. Deterministic: the same tables give the same bytes.
public struct IndexBuilder {
    private var strings = StringPool()
    private var features: [String] = []
    private var featureNumbers: [String: UInt16] = [:]
    private var postings: [Posting] = []
    private var firstWords: [[UInt8]: UInt8] = [:]

    private struct Posting {
        var key: [UInt8]
        /// The first eight bytes of the key, for a quick comparison.
        var head: UInt64
        var name: UInt32
        var nameLength: UInt16
        var place: UInt32
        var kind: NameKind
    }

    /// - Throws: ``GazetteerError`` when ids repeat, names have no place, or a limit of the format is met.
    public static func build(_ tables: GazetteerTables) throws(GazetteerError) -> [UInt8] {
        var builder = IndexBuilder()
        return try builder.compile(tables)
    }

    private mutating func compile(_ tables: GazetteerTables) throws(GazetteerError) -> [UInt8] {
        let rows = try sortedRows(tables.places)
        var numbers: [String: UInt32] = [:]
        numbers.reserveCapacity(rows.count)
        var divisions: [String: UInt32] = [:]
        for (number, row) in rows.enumerated() {
            numbers[row.id] = UInt32(number)
            if row.featureCode == "ADM1", !row.admin1Code.isEmpty {
                divisions[row.countryCode + "." + row.admin1Code] = UInt32(number)
            }
        }
        var places: [UInt8] = []
        places.reserveCapacity(rows.count * IndexFormat.placeSize)
        for (number, row) in rows.enumerated() {
            try append(row, number: UInt32(number), divisions: divisions, to: &places)
        }
        for row in tables.names {
            guard let place = numbers[row.placeID] else {
                throw .unknownPlace(path: row.path, line: row.line, id: row.placeID)
            }
            try addName(row.name, of: place, kind: row.kind)
        }
        return try assemble(places: places, rows: rows, stamp: tables.stamp)
    }

    /// By number for ids of GeoNames, then the others by text.
    private func sortedRows(_ rows: [PlaceRow]) throws(GazetteerError) -> [PlaceRow] {
        let keyed = rows.map { (PlaceID.packed($0.id) ?? .max, $0) }
        let sorted = keyed.sorted { ($0.0, $0.1.id) < ($1.0, $1.1.id) }.map(\.1)
        for (a, b) in zip(sorted, sorted.dropFirst()) where a.id == b.id {
            throw .duplicateID(path: "tables", line: 0, id: a.id)
        }
        guard sorted.count < Int(IndexFormat.none) else { throw .tooLarge(what: "places") }
        return sorted
    }

    private mutating func append(
        _ row: PlaceRow, number: UInt32, divisions: [String: UInt32], to places: inout [UInt8]
    ) throws(GazetteerError) {
        let name = try strings.add(row.name)
        if let packed = PlaceID.packed(row.id) {
            places.appendInteger(packed)
        } else {
            let id = try strings.add(row.id)
            places.appendInteger(IndexFormat.textID | UInt64(id.length) << 32 | UInt64(id.offset))
        }
        places.appendInteger(UInt64(row.population))
        places.appendInteger(Int32((row.coordinate.latitude * IndexFormat.coordinateScale).rounded()))
        places.appendInteger(Int32((row.coordinate.longitude * IndexFormat.coordinateScale).rounded()))
        places.appendInteger(name.offset)
        places.appendInteger(divisions[row.countryCode + "." + row.admin1Code] ?? IndexFormat.none)
        let code = try strings.add(row.admin1Code)
        places.appendInteger(code.offset)
        places.appendInteger(name.length)
        places.append(contentsOf: row.countryCode.isEmpty ? [0, 0] : Array(row.countryCode.utf8))
        places.appendInteger(featureNumber(row.featureCode))
        places.appendInteger(code.length)

        try addName(row.name, of: number, kind: .primary)
        for alternate in row.alternates where alternate != row.name {
            try addName(alternate, of: number, kind: .alternate)
        }
    }

    private mutating func featureNumber(_ code: String) -> UInt16 {
        if let number = featureNumbers[code] { return number }
        let number = UInt16(features.count)
        features.append(code)
        featureNumbers[code] = number
        return number
    }

    private mutating func addName(_ name: String, of place: UInt32, kind: NameKind) throws(GazetteerError) {
        let string = try strings.add(name)
        for key in FoldingKey.indexKeys(name) where !key.isEmpty {
            postings.append(
                Posting(
                    key: key, head: Self.head(key), name: string.offset, nameLength: string.length, place: place,
                    kind: kind))
        }
        let words = NameWords.split(name)
        if let first = words.first {
            let key = FoldingKey.fold(first)
            firstWords[key] = max(firstWords[key] ?? 0, UInt8(clamping: words.count))
            // Words of a name that a text writes in one, or the other way round, are found by their first part.
            let plain = FoldingKey.fold(Array(first.utf8), strippingMarks: true)
            if plain != key { firstWords[plain] = max(firstWords[plain] ?? 0, UInt8(clamping: words.count)) }
        }
    }

    private static func head(_ key: [UInt8]) -> UInt64 {
        var head: UInt64 = 0
        for index in 0..<8 { head = head << 8 | (index < key.count ? UInt64(key[index]) : 0) }
        return head
    }

    private mutating func assemble(places: [UInt8], rows: [PlaceRow], stamp: UInt64) throws(GazetteerError) -> [UInt8] {
        postings.sort {
            if $0.head != $1.head { return $0.head < $1.head }
            if $0.key != $1.key { return $0.key.lexicographicallyPrecedes($1.key) }
            return ($0.place, $0.kind.rawValue, $0.name) < ($1.place, $1.kind.rawValue, $1.name)
        }
        var postingBytes: [UInt8] = []
        var keys: [UInt8] = []
        var keyBytes: [UInt8] = []
        var hashes: [UInt64] = []
        var stems: [(UInt64, UInt32)] = []
        var previous: [UInt8]?
        for (number, posting) in postings.enumerated() {
            if posting.key != previous {
                keys.appendInteger(UInt32(keyBytes.count))
                keys.appendInteger(UInt32(number))
                if let stem = FoldingKey.stem(posting.key) {
                    stems.append((IndexFormat.hash(stem), UInt32(hashes.count)))
                }
                hashes.append(IndexFormat.hash(posting.key))
                keyBytes.append(contentsOf: posting.key)
                previous = posting.key
            }
            postingBytes.appendInteger(posting.name)
            postingBytes.appendInteger(posting.place)
            postingBytes.appendInteger(posting.nameLength)
            postingBytes.append(posting.kind.rawValue)
            postingBytes.append(0)
        }
        keys.appendInteger(UInt32(keyBytes.count))
        keys.appendInteger(UInt32(postings.count))
        guard keyBytes.count < Int(UInt32.max) else { throw .tooLarge(what: "names") }

        let (cells, cellPlaces) = grid(rows)
        let sections: [[UInt8]] = [
            strings.bytes, places, featureBytes(), postingBytes, keys, keyBytes,
            HashTable.slots(hashes.enumerated().map { ($1, UInt32($0) + 1) }),
            HashTable.slots(stems.map { ($0.0, $0.1 + 1) }), firstWordSlots(), cells, cellPlaces,
        ]
        return Self.file(sections: sections, stamp: stamp, places: rows.count, names: postings.count)
    }

    private func featureBytes() -> [UInt8] {
        features.flatMap { code in
            Array(code.utf8.prefix(8)) + [UInt8](repeating: 0, count: max(0, 8 - code.utf8.count))
        }
    }

    private func firstWordSlots() -> [UInt8] {
        let entries = firstWords.map { (IndexFormat.hash($0.key), $0.value) }.sorted { $0 < $1 }
        return HashTable.slots(entries.map { ($0.0, IndexFormat.fingerprint($0.0) | UInt32($0.1)) })
    }

    private func grid(_ rows: [PlaceRow]) -> ([UInt8], [UInt8]) {
        var members = [[UInt32]](repeating: [], count: IndexFormat.cellCount)
        for (number, row) in rows.enumerated() {
            let cell = IndexFormat.cell(latitude: row.coordinate.latitude, longitude: row.coordinate.longitude)
            members[cell].append(UInt32(number))
        }
        var starts: [UInt8] = []
        var places: [UInt8] = []
        for cell in members {
            starts.appendInteger(UInt32(places.count / 4))
            for place in cell { places.appendInteger(place) }
        }
        starts.appendInteger(UInt32(places.count / 4))
        return (starts, places)
    }

    private static func file(sections: [[UInt8]], stamp: UInt64, places: Int, names: Int) -> [UInt8] {
        var header = [UInt8](repeating: 0, count: IndexFormat.headerSize)
        header.replaceSubrange(0..<8, with: IndexFormat.magic)
        header.store(IndexFormat.version, at: IndexFormat.versionOffset)
        header.store(UInt32(sections.count), at: IndexFormat.sectionCountOffset)
        header.store(stamp, at: IndexFormat.stampOffset)
        header.store(UInt64(places), at: IndexFormat.placeCountOffset)
        header.store(UInt64(names), at: IndexFormat.nameCountOffset)
        var body: [UInt8] = []
        body.reserveCapacity(sections.reduce(0) { $0 + $1.count + 8 })
        for (number, section) in sections.enumerated() {
            let entry = IndexFormat.sectionTableOffset + number * IndexFormat.sectionEntrySize
            header.store(UInt64(IndexFormat.headerSize + body.count), at: entry)
            header.store(UInt64(section.count), at: entry + 8)
            header.store(section.withUnsafeBytes { IndexFormat.checksum($0) }, at: entry + 16)
            body.append(contentsOf: section)
            while body.count % 8 != 0 { body.append(0) }
        }
        header.store(UInt64(IndexFormat.headerSize + body.count), at: IndexFormat.fileSizeOffset)
        let sum = header.withUnsafeBytes {
            IndexFormat.checksum(UnsafeRawBufferPointer(rebasing: $0[..<IndexFormat.headerChecksumOffset]))
        }
        header.store(sum, at: IndexFormat.headerChecksumOffset)
        return header + body
    }
}
