import GeoTypes

/// What a row of the table of feature codes means.
struct FeatureMeaning: Sendable {
    var kind: Place.Kind
    var traits: CandidateEntry.Traits

    init(_ code: UnsafeRawBufferPointer) {
        let code = String(decoding: code.prefix { $0 != 0 }, as: UTF8.self)
        kind = Place.kind(ofFeatureCode: code)
        traits = CandidateEntry.traits(code, kind)
    }
}

extension GazetteerIndex: EntrySource {
    package func appendEntries(
        for name: UnsafeBufferPointer<UInt8>, depth: LookupDepth, to entries: inout [CandidateEntry]
    ) {
        for match in matches(for: name, depth: depth) { entries.append(entry(match)) }
    }

    package func mayEndNames(
        in text: UnsafeBufferPointer<UInt8>, at ends: UnsafeBufferPointer<Int>
    ) -> UInt64 {
        // Names with other letters have several keys.
        guard ends.count <= 64, !text.contains(where: { $0 >= 0x80 }) else { return .max }
        var found: UInt64 = 0
        KeyFolder.forEachPrefix(of: text, at: ends) { number, key in
            let isFound = key.map { $0.count > 0 && entry($0, KeyHash.of($0)) != nil } ?? true
            found |= isFound ? 1 << UInt64(number) : 0
        }
        return found
    }

    package func longestName(beginningWithWord word: UnsafeBufferPointer<UInt8>) -> Int {
        let capacity = KeyFolder.capacity(for: word.count)
        return withUnsafeTemporaryAllocation(of: UInt8.self, capacity: capacity) { buffer in
            let count = KeyFolder.fold(word, into: buffer, strippingMarks: false)
            return longestName(KeyHash.of(UnsafeBufferPointer(rebasing: buffer[..<count])))
        }
    }

    package func place(of entry: CandidateEntry) -> Place? { place(number: Int(entry.number)) }

    /// The entry of a match, whose place is in the table.
    private func entry(_ match: Match) -> CandidateEntry {
        let number = Int(match.place)
        let record = offset(.places) + number * IndexFormat.placeSize
        let packed: UInt32 = bytes.integer(record + 20)
        let row = Int(packed >> IndexFormat.divisionBits)
        let meaning = row < features.count ? features[row] : unknownFeature
        var spelling = EntryCursor(entries, at: Int(match.name))
        var entry = CandidateEntry(
            latitude: Double(bytes.integer(record + 4, as: Int32.self)) / IndexFormat.coordinateScale,
            longitude: Double(bytes.integer(record + 8, as: Int32.self)) / IndexFormat.coordinateScale,
            population: population(number: number), identity: identity(number: number), admin1: 0, division: 0,
            country: 0, number: match.place, nameLength: UInt32(truncatingIfNeeded: spelling.text().count),
            kind: match.kind, rung: match.rung, placeKind: meaning.kind, traits: meaning.traits)
        setDivision(Int(packed & (1 << IndexFormat.divisionBits - 1)), of: &entry)
        if meaning.kind == .division, !meaning.traits.contains(.county) {
            var name = EntryCursor(entries, at: Int(bytes.integer(record + 16, as: UInt32.self)))
            let text = name.text()
            if Self.ends(text, " County") || Self.ends(text, " District") { entry.traits.insert(.county) }
        }
        return entry
    }

    private func setDivision(_ row: Int, of entry: inout CandidateEntry) {
        guard (row + 1) * IndexFormat.divisionSize <= length(.divisions) else { return }
        let start = offset(.divisions) + row * IndexFormat.divisionSize
        let country = bytes.buffer(start, 2)
        let code: UInt32 = bytes.integer(start + 4)
        if code != IndexFormat.none {
            var cursor = EntryCursor(section(.texts), at: Int(code))
            let text = cursor.text()
            if text.count > 0 { entry.admin1 = CandidateEntry.symbol(text) }
        }
        guard country.count == 2, country[0] != 0 else { return }
        entry.country = UInt32(country[0]) << 24 | UInt32(country[1]) << 16
        if entry.admin1 != 0 {
            entry.division = CandidateEntry.division(CandidateEntry.symbol(country), entry.admin1)
        }
    }

    private func identity(number: Int) -> UInt64 {
        let packed: UInt32 = bytes.integer(offset(.places) + number * IndexFormat.placeSize)
        if packed & IndexFormat.elsewhere == 0 { return UInt64(packed) }
        var cursor = EntryCursor(section(.texts), at: Int(packed & ~IndexFormat.elsewhere))
        return CandidateEntry.symbol(cursor.text()) | 1 << 63
    }

    private static func ends(_ text: UnsafeRawBufferPointer, _ ending: StaticString) -> Bool {
        guard text.count >= ending.utf8CodeUnitCount else { return false }
        let ending = UnsafeRawBufferPointer(start: ending.utf8Start, count: ending.utf8CodeUnitCount)
        return UnsafeRawBufferPointer(rebasing: text[(text.count - ending.count)...]).hasSameBytes(as: ending)
    }
}
