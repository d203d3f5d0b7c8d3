public import GeoTypes
import Tables

extension GazetteerIndex {
    /// Places with a name that begins with `prefix` in any spelling: by how it is written, then by population.
    ///
    /// - Parameter limit: how many to give. At most 200,000 names are looked at.
    public func candidates(beginningWith prefix: String, limit: Int) -> [Candidate] {
        let key = FoldingKey.fold(prefix)
        guard !key.isEmpty, limit > 0 else { return [] }
        var prefix = prefix
        let ranked: [Match] = prefix.withUTF8 { query in
            var found = Matches(query: query)
            var position = firstEntry(from: key)
            for _ in 0..<200_000 {
                var cursor = EntryCursor(entries, at: position)
                guard !cursor.isAtEnd, cursor.text().starts(with: key) else { break }
                let spellings = cursor.position
                position = cursor.enterSpellings()
                collect(spellingsAt: spellings, into: &found) { query, spelling in
                    query.rung(ofPrefixOf: spelling)
                }
            }
            return found.ranked()
        }
        return
            ranked.sorted {
                ($0.rung.rawValue, $1.population, $0.place) < ($1.rung.rawValue, $0.population, $1.place)
            }
            .prefix(limit).compactMap { candidate($0) }
    }

    /// The offset in `entries` of the first entry whose key is not before `key`.
    private func firstEntry(from key: [UInt8]) -> Int {
        let count = length(.samples) / 4
        func start(_ sample: Int) -> Int { Int(bytes.integer(offset(.samples) + sample * 4, as: UInt32.self)) }
        func precedes(_ position: Int) -> Bool {
            var cursor = EntryCursor(entries, at: position)
            return cursor.text().lexicographicallyPrecedes(key)
        }
        let sample = (0..<count).partitioningIndex { !precedes(start($0)) }
        var position = sample > 0 ? start(sample - 1) : 0
        while position < length(.entries), precedes(position) {
            var cursor = EntryCursor(entries, at: position)
            _ = cursor.text()
            position = cursor.enterSpellings()
        }
        return position
    }

    public func places(around center: Coordinate, degrees: Double) -> [Place] {
        placeNumbers(around: center, degrees: degrees).compactMap { place(number: $0) }
    }

    /// The numbers of the places within `degrees` of latitude and longitude of `center`, in order.
    private func placeNumbers(around center: Coordinate, degrees: Double) -> [Int] {
        guard degrees >= 0 else { return [] }
        let south = max(-90, center.latitude - degrees)
        let north = min(90, center.latitude + degrees)
        let columns = min(360, Int((min(360, degrees) * 2).rounded(.up)) + 1)
        let west = Int((center.longitude - min(360, degrees) + 180).rounded(.down))
        var numbers: [Int] = []
        // The pole itself lies in the last row.
        for row in min(179, Int((south + 90).rounded(.down)))...min(179, Int((north + 90).rounded(.down))) {
            for step in 0..<columns {
                let cell = row * 360 + ((west + step) % 360 + 360) % 360
                let first = Int(bytes.integer(offset(.cells) + cell * 4, as: UInt32.self))
                let last = Int(bytes.integer(offset(.cells) + cell * 4 + 4, as: UInt32.self))
                guard first < last, last * 4 <= length(.cellPlaces) else { continue }
                for index in first..<last {
                    let number = Int(bytes.integer(offset(.cellPlaces) + index * 4, as: UInt32.self))
                    guard number < placeCount else { continue }
                    let coordinate = self.coordinate(number: number)
                    let span = abs(coordinate.longitude - center.longitude)
                    if abs(coordinate.latitude - center.latitude) <= degrees, min(span, 360 - span) <= degrees {
                        numbers.append(number)
                    }
                }
            }
        }
        numbers.sort()
        return numbers
    }
}
