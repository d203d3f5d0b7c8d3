public import GeoTypes

extension GazetteerIndex: Gazetteer {
    public func place(id: String) -> Place? { number(id: id).flatMap { place(number: $0) } }

    public func contains(key: [UInt8]) -> Bool { keyNumber(key) != nil }

    public func longestName(beginningWith key: [UInt8]) -> Int {
        let hash = IndexFormat.hash(key)
        let capacity = length(.firstWords) / 4
        guard capacity > 0, capacity & (capacity - 1) == 0 else { return 0 }
        let wanted = IndexFormat.fingerprint(hash)
        var slot = Int(truncatingIfNeeded: hash) & (capacity - 1)
        var longest = 0
        for _ in 0..<capacity {
            let entry: UInt32 = bytes.integer(offset(.firstWords) + slot * 4)
            if entry == 0 { break }
            if entry & 0xFFFF_FF00 == wanted { longest = max(longest, Int(entry & 0xFF)) }
            slot = (slot + 1) & (capacity - 1)
        }
        return longest
    }

    public func candidates(for name: String, depth: LookupDepth) -> [Candidate] {
        let key = FoldingKey.fold(name.utf8)
        guard !key.isEmpty else { return [] }
        var found = Matches(query: name)
        for key in FoldingKey.indexKeys(name) {
            if let number = keyNumber(key) { collect(number, rung: .folded, into: &found) }
        }
        if depth == .exact { found.keep(upTo: .exact) }
        if depth == .fuzzy, found.isEmpty {
            for neighbor in EditNeighbors.of(key) {
                if let number = keyNumber(neighbor) { collect(number, rung: .edited, into: &found) }
            }
            if found.isEmpty { collectStems(key, into: &found) }
        }
        return found.sorted { place(number: $0) }
    }

    public func places(around center: Coordinate, degrees: Double) -> [Place] {
        let south = max(-90, center.latitude - degrees)
        let north = min(90, center.latitude + degrees)
        var numbers: [Int] = []
        let columns = min(360, Int((degrees * 2).rounded(.up)) + 1)
        for row in Int((south + 90).rounded(.down))...Int((north + 90).rounded(.down)) where row < 180 {
            let west = Int((center.longitude - degrees + 180).rounded(.down))
            for step in 0..<columns {
                let cell = row * 360 + ((west + step) % 360 + 360) % 360
                let first = Int(bytes.integer(offset(.cells) + cell * 4, as: UInt32.self))
                let last = Int(bytes.integer(offset(.cells) + cell * 4 + 4, as: UInt32.self))
                guard first < last, last * 4 <= length(.cellPlaces) else { continue }
                for index in first..<last {
                    numbers.append(Int(bytes.integer(offset(.cellPlaces) + index * 4, as: UInt32.self)))
                }
            }
        }
        return Set(numbers).sorted().compactMap { number in
            guard let place = place(number: number), abs(place.coordinate.latitude - center.latitude) <= degrees else {
                return nil
            }
            let span = abs(place.coordinate.longitude - center.longitude)
            return min(span, 360 - span) <= degrees ? place : nil
        }
    }

    /// Towns with at least `minimumPopulation` inhabitants, largest first. Reads the whole table of places.
    public func settlements(minimumPopulation: Int) -> [Place] {
        (0..<placeCount).filter { population(number: $0) >= minimumPopulation }
            .compactMap { place(number: $0) }
            .filter { $0.kind == .settlement }
            .sorted { ($1.population, $0.id) < ($0.population, $1.id) }
    }

    /// The number of `key`, by hash.
    func keyNumber(_ key: [UInt8]) -> Int? {
        let capacity = length(.slots) / 4
        guard capacity > 0, capacity & (capacity - 1) == 0 else { return nil }
        var slot = Int(truncatingIfNeeded: IndexFormat.hash(key)) & (capacity - 1)
        for _ in 0..<capacity {
            let entry = Int(bytes.integer(offset(.slots) + slot * 4, as: UInt32.self))
            if entry == 0 { return nil }
            if keyBytes(entry - 1).elementsEqual(key) { return entry - 1 }
            slot = (slot + 1) & (capacity - 1)
        }
        return nil
    }

    func keyBytes(_ number: Int) -> UnsafeRawBufferPointer {
        let record = offset(.keys) + number * IndexFormat.keySize
        guard number >= 0, (number + 2) * IndexFormat.keySize <= length(.keys) else { return bytes.buffer(0, 0) }
        let start = Int(bytes.integer(record, as: UInt32.self))
        let end = Int(bytes.integer(record + IndexFormat.keySize, as: UInt32.self))
        guard start <= end, end <= length(.keyBytes) else { return bytes.buffer(0, 0) }
        return bytes.buffer(offset(.keyBytes) + start, end - start)
    }

    private func collect(_ key: Int, rung: Rung, into found: inout Matches) {
        let record = offset(.keys) + key * IndexFormat.keySize
        guard (key + 2) * IndexFormat.keySize <= length(.keys) else { return }
        let first = Int(bytes.integer(record + 4, as: UInt32.self))
        let last = Int(bytes.integer(record + IndexFormat.keySize + 4, as: UInt32.self))
        guard first < last, last <= nameCount else { return }
        for posting in first..<last {
            let entry = offset(.postings) + posting * IndexFormat.postingSize
            let place = Int(bytes.integer(entry + 4, as: UInt32.self))
            guard place < placeCount, let kind = NameKind(rawValue: bytes.integer(entry + 10, as: UInt8.self)) else {
                continue
            }
            let name = string(bytes.integer(entry), Int(bytes.integer(entry + 8, as: UInt16.self)))
            found.add(place: place, name: name, kind: kind, rung: rung)
        }
    }

    private func collectStems(_ key: [UInt8], into found: inout Matches) {
        // The query's own stem may be a key as it is, or the stem of one.
        let stem = FoldingKey.stem(key) ?? key
        if stem != key, let number = keyNumber(stem) { collect(number, rung: .stemmed, into: &found) }
        let capacity = length(.stems) / 4
        guard capacity > 0, capacity & (capacity - 1) == 0 else { return }
        var slot = Int(truncatingIfNeeded: IndexFormat.hash(stem)) & (capacity - 1)
        for _ in 0..<capacity {
            let entry = Int(bytes.integer(offset(.stems) + slot * 4, as: UInt32.self))
            if entry == 0 { break }
            if FoldingKey.stem(Array(keyBytes(entry - 1))) == stem { collect(entry - 1, rung: .stemmed, into: &found) }
            slot = (slot + 1) & (capacity - 1)
        }
    }
}

/// What a look-up has met so far: the best spelling of each place.
private struct Matches {
    let query: String
    private let plain: [UInt8]
    private var best: [Int: (name: String, kind: NameKind, rung: Rung)] = [:]

    init(query: String) {
        self.query = query
        plain = PlainKey.of(query)
    }

    var isEmpty: Bool { best.isEmpty }

    mutating func add(place: Int, name: String, kind: NameKind, rung: Rung) {
        var rung = rung
        if rung == .folded {
            if name.utf8.elementsEqual(query.utf8) {
                rung = .exact
            } else if PlainKey.of(name) == plain {
                rung = .unaccented
            }
        }
        // `us` is no `US`: an abbreviation or a demonym counts as written only.
        if kind == .abbreviation || kind == .demonym, rung != .exact { return }
        if let known = best[place], (known.rung, known.kind.rawValue) <= (rung, kind.rawValue) { return }
        best[place] = (name, kind, rung)
    }

    mutating func keep(upTo rung: Rung) { best = best.filter { $0.value.rung <= rung } }

    func sorted(_ place: (Int) -> Place?) -> [Candidate] {
        best.compactMap { number, match -> (Int, Candidate)? in
            guard let place = place(number) else { return nil }
            return (number, Candidate(place: place, name: match.name, kind: match.kind, rung: match.rung))
        }
        .sorted {
            ($0.1.rung.rawValue, $0.1.kind.rawValue, -$0.1.place.population, $0.0)
                < ($1.1.rung.rawValue, $1.1.kind.rawValue, -$1.1.place.population, $1.0)
        }
        .map(\.1)
    }
}

/// A name without case, marks, spaces and punctuation: what the second rung compares.
enum PlainKey {
    static func of(_ name: String) -> [UInt8] {
        var key: [UInt8] = []
        key.reserveCapacity(name.utf8.count)
        for scalar in name.unicodeScalars {
            let value = scalar.value
            switch value {
            case 0x61...0x7A, 0x30...0x39: key.append(UInt8(value))
            case 0x41...0x5A: key.append(UInt8(value) + 0x20)
            case 0..<0xC0: continue
            default:
                if let base = LatinBaseLetters.base(value) {
                    key.append(base)
                } else if scalar.properties.isAlphabetic {
                    key.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
                }
            }
        }
        return key
    }
}

/// Keys one Damerau edit away: F. J. Damerau, Comm. ACM 7 (1964), doi:10.1145/363958.363994.
enum EditNeighbors {
    private static let alphabet = Array("abcdefghijklmnopqrstuvwxyz".utf8)

    /// All of them, each once, deletions first. None for keys shorter than four bytes, of which too much is near.
    static func of(_ key: [UInt8]) -> [[UInt8]] {
        guard key.count >= 4, key.count <= 48 else { return [] }
        var seen: Set<[UInt8]> = [key]
        var neighbors: [[UInt8]] = []
        func add(_ neighbor: [UInt8]) {
            if seen.insert(neighbor).inserted { neighbors.append(neighbor) }
        }
        for index in key.indices {
            var shorter = key
            shorter.remove(at: index)
            add(shorter)
        }
        for index in key.indices.dropLast() {
            var swapped = key
            swapped.swapAt(index, index + 1)
            add(swapped)
        }
        for index in key.indices {
            var changed = key
            for letter in alphabet {
                changed[index] = letter
                add(changed)
            }
        }
        for index in 0...key.count {
            var longer = key
            longer.insert(alphabet[0], at: index)
            for letter in alphabet {
                longer[index] = letter
                add(longer)
            }
        }
        return neighbors
    }
}
