import GeoTypes
import Tables

/// A place's row in the table of `divisions`.
struct DivisionRecord {
    var country: UnsafeRawBufferPointer
    var code1: Int
    var code2: Int
    var name1: Int
    var place1: Int
    var place2: Int
    var countryPlace: Int
}

extension GazetteerIndex {
    /// The place numbered `number`; `nil` outside the table.
    func place(number: Int) -> Place? {
        guard number >= 0, number < placeCount else { return nil }
        let record = self.record(number)
        let packed: UInt32 = bytes.integer(record + 20)
        let division = self.division(Int(packed & (1 << IndexFormat.divisionBits - 1)))
        let code = text(division.code1)
        let admin1 =
            division.place1 < placeCount ? self.name(record: self.record(division.place1)) : text(division.name1)
        return Place(
            id: id(number: number), name: name(record: record),
            coordinate: coordinate(number: number),
            featureCode: featureCode(Int(packed >> IndexFormat.divisionBits)),
            countryCode: division.country.first ?? 0 == 0 ? nil : String(decoding: division.country, as: UTF8.self),
            admin1: admin1.isEmpty ? nil : admin1, admin1Code: code.isEmpty ? nil : code,
            population: population(number: number))
    }

    @inline(__always)
    private func record(_ number: Int) -> Int { offset(.places) + number * IndexFormat.placeSize }

    func id(number: Int) -> String {
        let packed: UInt32 = bytes.integer(record(number))
        if packed & IndexFormat.elsewhere == 0 { return PlaceID.text(packed) }
        return text(Int(packed & ~IndexFormat.elsewhere))
    }

    private func name(record: Int) -> String {
        let offset: UInt32 = bytes.integer(record + 16)
        var cursor = EntryCursor(entries, at: Int(offset))
        return String(decoding: cursor.text(), as: UTF8.self)
    }

    /// A text of `texts`; empty outside it.
    func text(_ offset: Int) -> String {
        guard offset != Int(IndexFormat.none) else { return "" }
        var cursor = EntryCursor(section(.texts), at: offset)
        return String(decoding: cursor.text(), as: UTF8.self)
    }

    func featureCode(_ number: Int) -> String {
        guard (number + 1) * IndexFormat.featureSize <= length(.features) else { return "" }
        let code = bytes.buffer(offset(.features) + number * IndexFormat.featureSize, IndexFormat.featureSize)
        return String(decoding: code.prefix { $0 != 0 }, as: UTF8.self)
    }

    /// Inhabitants of the place numbered `number`.
    @inline(__always)
    func population(number: Int) -> Int {
        let packed: UInt32 = bytes.integer(record(number) + 12)
        if packed & IndexFormat.elsewhere == 0 { return Int(packed) }
        let row = Int(packed & ~IndexFormat.elsewhere)
        guard (row + 1) * 8 <= length(.numbers) else { return 0 }
        return Int(truncatingIfNeeded: bytes.integer(offset(.numbers) + row * 8, as: UInt64.self) & (1 << 62 - 1))
    }

    /// Where the place numbered `number` is; on the Earth, also in a damaged index.
    func coordinate(number: Int) -> Coordinate {
        let latitude = Double(bytes.integer(record(number) + 4, as: Int32.self)) / IndexFormat.coordinateScale
        let longitude = Double(bytes.integer(record(number) + 8, as: Int32.self)) / IndexFormat.coordinateScale
        return Coordinate(latitude: max(-90, min(90, latitude)), longitude: max(-180, min(180, longitude)))
    }

    func division(_ row: Int) -> DivisionRecord {
        let start = offset(.divisions) + row * IndexFormat.divisionSize
        let isInside = (row + 1) * IndexFormat.divisionSize <= length(.divisions)
        func field(_ number: Int) -> Int {
            isInside ? Int(bytes.integer(start + 4 + number * 4, as: UInt32.self)) : Int(IndexFormat.none)
        }
        return DivisionRecord(
            country: bytes.buffer(start, isInside ? 2 : 0), code1: field(0), code2: field(1), name1: field(2),
            place1: field(3), place2: field(4), countryPlace: field(5))
    }

    /// The number of the place with `id`, by binary search: the table is in order of id.
    func number(id: String) -> Int? {
        let wanted = PlaceID.packed(id)
        let number = (0..<placeCount).partitioningIndex { number in
            let packed: UInt32 = bytes.integer(record(number))
            switch (packed & IndexFormat.elsewhere != 0, wanted) {
            case (false, nil): return false
            case (true, .some): return true
            case (false, let wanted?): return packed >= wanted
            case (true, nil): return !self.id(number: number).utf8.lexicographicallyPrecedes(id.utf8)
            }
        }
        guard number < placeCount, self.id(number: number) == id else { return nil }
        return number
    }

    public func place(id: String) -> Place? { number(id: id).flatMap { place(number: $0) } }

    /// The places that the place `id` lies in, the smallest first: what its source names as its parents, its second
    /// and first division, its country. Empty for an unknown id.
    public func ancestors(of id: String) -> [Place] {
        guard let number = number(id: id) else { return [] }
        var numbers: [Int] = []
        func add(_ ancestor: Int) {
            if ancestor < placeCount, ancestor != number, !numbers.contains(ancestor) { numbers.append(ancestor) }
        }
        for parent in parents(of: number) { add(parent) }
        let packed: UInt32 = bytes.integer(record(number) + 20)
        let division = self.division(Int(packed & (1 << IndexFormat.divisionBits - 1)))
        for ancestor in [division.place2, division.place1, division.countryPlace] { add(ancestor) }
        return numbers.compactMap { place(number: $0) }
    }

    private func parents(of number: Int) -> [Int] {
        let count = length(.parents) / 8
        func child(_ row: Int) -> Int { Int(bytes.integer(offset(.parents) + row * 8, as: UInt32.self)) }
        var row = (0..<count).partitioningIndex { child($0) >= number }
        var parents: [Int] = []
        while row < count, child(row) == number {
            parents.append(Int(bytes.integer(offset(.parents) + row * 8 + 4, as: UInt32.self)))
            row += 1
        }
        return parents
    }

    /// Towns with at least `minimumPopulation` inhabitants, largest first. Reads the whole table of places.
    public func settlements(minimumPopulation: Int) -> [Place] {
        (0..<placeCount).filter { population(number: $0) >= minimumPopulation }
            .compactMap { place(number: $0) }
            .filter { $0.kind == .settlement }
            .sorted { ($1.population, $0.id) < ($0.population, $1.id) }
    }
}
