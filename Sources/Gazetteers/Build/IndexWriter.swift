import GeoTypes

/// Compiles places and names into an index, in memory that does not grow with the names: they are sorted in runs that
/// go to temporary files when there are many. A place costs 36 bytes until the index is written.
///
/// Deterministic: the same places and names in the same order give the same bytes.
public final class IndexWriter {
    /// What is kept of a place until its record is written.
    struct RawPlace {
        var id: UInt32
        var latitude: Int32
        var longitude: Int32
        var population: UInt32
        var packed: UInt32
    }

    var places: [RawPlace] = []
    var ids = NumberTable()
    var textIDs: [String: UInt32] = [:]
    var texts = TextPool()
    var divisions = DivisionTable()
    var features: [String] = []
    private var featureNumbers: [String: UInt32] = [:]
    var numbers: [UInt64] = []
    var parents: [(child: UInt32, parent: UInt32)] = []
    var firstWords: [UInt64: UInt8] = [:]
    var sorter: PostingSorter

    /// - Parameters:
    ///   - temporaryFolder: where sorted runs go when the names outgrow `memory`.
    ///   - memory: bytes for names in memory, at least a megabyte.
    public init(temporaryFolder: String = "/tmp", memory: Int = 256 << 20) {
        sorter = PostingSorter(folder: temporaryFolder, memory: max(1 << 20, memory))
    }

    public var placeCount: Int { places.count }

    /// Adds a place with its name and alternates.
    ///
    /// - Returns: false when a place with its id was added before; the row is not taken then.
    /// - Throws: ``GazetteerError/tooLarge(what:)``, or ``GazetteerError/unwritable(path:reason:)`` for a run.
    public func add(_ row: PlaceRow) throws(GazetteerError) -> Bool {
        guard places.count < 1 << 29 else { throw .tooLarge(what: "over 536 million places") }
        let ordinal = UInt32(places.count)
        let id: UInt32
        if let packed = PlaceID.packed(row.id) {
            guard ids.insert(packed, ordinal, key: { places[Int($0)].id }) else { return false }
            id = packed
        } else {
            guard textIDs[row.id] == nil else { return false }
            textIDs[row.id] = ordinal
            id = IndexFormat.elsewhere | (try texts.append(row.id))
        }
        let division = try divisions.number(row, texts: &texts)
        if row.featureCode == "ADM1" || row.featureCode == "ADM2" || row.featureCode.hasPrefix("PCL") {
            divisions.note(row, ordinal: ordinal)
        }
        places.append(
            RawPlace(
                id: id, latitude: Int32((row.coordinate.latitude * IndexFormat.coordinateScale).rounded()),
                longitude: Int32((row.coordinate.longitude * IndexFormat.coordinateScale).rounded()),
                population: packed(population: row.population),
                packed: try featureNumber(row.featureCode) << IndexFormat.divisionBits | division))
        try add(row.name, ordinal: ordinal, kind: .primary)
        for alternate in row.alternates where alternate != row.name {
            try add(alternate, ordinal: ordinal, kind: .alternate)
        }
        return true
    }

    /// Adds a name to a place that was added before.
    ///
    /// - Returns: false when there is no such place.
    public func add(name: String, of id: String, kind: NameKind) throws(GazetteerError) -> Bool {
        guard let ordinal = ordinal(of: id) else { return false }
        try add(name, ordinal: ordinal, kind: kind)
        return true
    }

    /// Says that a place lies in another. False when one of them is unknown.
    public func add(parent: String, of child: String) -> Bool {
        guard let parent = ordinal(of: parent), let child = ordinal(of: child) else { return false }
        parents.append((child, parent))
        return true
    }

    /// Names a first-level division that has no place of its own.
    public func nameDivision(country: String, admin1Code: String, name: String) {
        divisions.names[country + "\t" + admin1Code] = name
    }

    /// Adds a name to the place with a GeoNames number.
    func add(name: String, number: UInt32, kind: NameKind) throws(GazetteerError) -> Bool {
        guard let ordinal = ids.find(number, key: { places[Int($0)].id }) else { return false }
        try add(name, ordinal: ordinal, kind: kind)
        return true
    }

    func hasPlace(_ id: String) -> Bool { ordinal(of: id) != nil }

    private func ordinal(of id: String) -> UInt32? {
        guard let packed = PlaceID.packed(id) else { return textIDs[id] }
        return ids.find(packed, key: { places[Int($0)].id })
    }

    private func packed(population: Int) -> UInt32 {
        if population >= 0, population < Int(IndexFormat.elsewhere) { return UInt32(population) }
        numbers.append(UInt64(clamping: population))
        return IndexFormat.elsewhere | UInt32(numbers.count - 1)
    }

    private func featureNumber(_ code: String) throws(GazetteerError) -> UInt32 {
        if let number = featureNumbers[code] { return number }
        guard features.count < 1 << (32 - IndexFormat.divisionBits) else { throw .tooLarge(what: "feature codes") }
        let number = UInt32(features.count)
        features.append(code)
        featureNumbers[code] = number
        return number
    }

    private func add(_ name: String, ordinal: UInt32, kind: NameKind) throws(GazetteerError) {
        var name = name
        let failure: GazetteerError? = name.withUTF8 { name in
            do throws(GazetteerError) {
                try add(name, ordinal: ordinal, kind: kind)
                return nil
            } catch {
                return error
            }
        }
        if let failure { throw failure }
    }

    private func add(
        _ name: UnsafeBufferPointer<UInt8>, ordinal: UInt32, kind: NameKind
    ) throws(GazetteerError) {
        guard name.count <= 16_000 else { throw .tooLarge(what: "a name of \(name.count) bytes") }
        let key = KeyFolder.fold(name)
        if name.contains(where: { $0 >= 0x80 }) {
            let keys = FoldingKey.indexKeys(String(decoding: name, as: UTF8.self)).filter { !$0.isEmpty }
            for key in keys { try sorter.add(key: key, name: name, ordinal: ordinal, kind: kind) }
            // A place is shown under its name also when nothing of it folds.
            if keys.isEmpty { try sorter.add(key: [], name: name, ordinal: ordinal, kind: kind) }
        } else {
            try sorter.add(key: key, name: name, ordinal: ordinal, kind: kind)
        }
        let (word, count) = NameWords.first(name)
        guard count > 0 else { return }
        let first = UnsafeBufferPointer(rebasing: name[word])
        note(firstWord: count == 1 && word.count == name.count ? key : KeyFolder.fold(first), count: count)
        // Words of a name that a text writes in one, or the other way round, are found by their first part.
        if first.contains(where: { $0 >= 0x80 }) {
            note(firstWord: KeyFolder.fold(first, strippingMarks: true), count: count)
        }
    }

    private func note(firstWord key: [UInt8], count: Int) {
        let hash = KeyHash.of(key)
        let count = UInt8(clamping: count)
        if firstWords[hash, default: 0] < count { firstWords[hash] = count }
    }
}
