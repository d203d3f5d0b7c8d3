import GeoTypes

/// A compiled gazetteer: one file, memory-mapped. Opening it reads only the header; a look-up touches a handful of
/// pages.
public final class GazetteerIndex: Sendable {
    let bytes: IndexBytes
    let path: String
    private let offsets: [Int]
    private let lengths: [Int]
    public let placeCount: Int
    public let nameCount: Int
    /// A hash of the tables the index was compiled from.
    public let stamp: UInt64

    /// Opens the index at `path`; checks its header and size.
    public convenience init(path: String) throws(GazetteerError) {
        try self.init(IndexBytes(path: path), path: path)
    }

    /// An index in memory.
    public convenience init(_ bytes: [UInt8], name: String = "gazetteer in memory") throws(GazetteerError) {
        try self.init(IndexBytes(bytes), path: name)
    }

    private init(_ bytes: IndexBytes, path: String) throws(GazetteerError) {
        self.bytes = bytes
        self.path = path
        let header = bytes.buffer(0, IndexFormat.headerSize)
        guard header.count == IndexFormat.headerSize, header.prefix(8).elementsEqual(IndexFormat.magic) else {
            throw .notAnIndex(path: path)
        }
        let version: UInt32 = bytes.integer(IndexFormat.versionOffset)
        guard version == IndexFormat.version else {
            throw .version(path: path, found: Int(version), expected: Int(IndexFormat.version))
        }
        let sum = IndexFormat.checksum(UnsafeRawBufferPointer(rebasing: header[..<IndexFormat.headerChecksumOffset]))
        guard sum == bytes.integer(IndexFormat.headerChecksumOffset, as: UInt64.self) else {
            throw .checksum(path: path, section: "header")
        }
        let size = Int(truncatingIfNeeded: bytes.integer(IndexFormat.fileSizeOffset, as: UInt64.self))
        guard size == bytes.count else { throw .truncated(path: path, found: bytes.count, expected: size) }
        var offsets: [Int] = []
        var lengths: [Int] = []
        for number in 0..<IndexFormat.sectionCount {
            let entry = IndexFormat.sectionTableOffset + number * IndexFormat.sectionEntrySize
            let offset = Int(truncatingIfNeeded: bytes.integer(entry, as: UInt64.self))
            let length = Int(truncatingIfNeeded: bytes.integer(entry + 8, as: UInt64.self))
            guard offset >= 0, length >= 0, offset <= size, length <= size - offset else {
                throw .truncated(path: path, found: size, expected: offset &+ length)
            }
            offsets.append(offset)
            lengths.append(length)
        }
        self.offsets = offsets
        self.lengths = lengths
        placeCount = lengths[IndexFormat.Section.places.rawValue] / IndexFormat.placeSize
        nameCount = lengths[IndexFormat.Section.postings.rawValue] / IndexFormat.postingSize
        stamp = bytes.integer(IndexFormat.stampOffset)
    }

    /// Bytes of the whole index.
    public var size: Int { bytes.count }

    /// Checks every byte against the checksums and the padding.
    ///
    /// - Throws: ``GazetteerError/checksum(path:section:)`` naming the first damaged section.
    public func verify() throws(GazetteerError) {
        var end = IndexFormat.headerSize
        for section in IndexFormat.Section.allCases {
            let offset = offsets[section.rawValue]
            let length = lengths[section.rawValue]
            let entry = IndexFormat.sectionTableOffset + section.rawValue * IndexFormat.sectionEntrySize
            let expected: UInt64 = bytes.integer(entry + 16)
            let padding = bytes.buffer(end, max(0, offset - end))
            guard IndexFormat.checksum(bytes.buffer(offset, length)) == expected, padding.allSatisfy({ $0 == 0 }) else {
                throw .checksum(path: path, section: "\(section)")
            }
            end = offset + length
        }
        guard bytes.buffer(end, bytes.count - end).allSatisfy({ $0 == 0 }) else {
            throw .checksum(path: path, section: "padding")
        }
    }

    @inline(__always)
    func offset(_ section: IndexFormat.Section) -> Int { offsets[section.rawValue] }

    @inline(__always)
    func length(_ section: IndexFormat.Section) -> Int { lengths[section.rawValue] }

    func string(_ offset: UInt32, _ length: Int) -> String {
        guard Int(offset) + length <= self.length(.strings) else { return "" }
        return String(decoding: bytes.buffer(self.offset(.strings) + Int(offset), length), as: UTF8.self)
    }
}

// MARK: - Places

extension GazetteerIndex {
    /// The place numbered `number`; `nil` outside the table.
    func place(number: Int) -> Place? {
        guard number >= 0, number < placeCount else { return nil }
        let record = offset(.places) + number * IndexFormat.placeSize
        let country = bytes.buffer(record + 38, 2)
        let division = Int(bytes.integer(record + 28, as: UInt32.self))
        let code = string(bytes.integer(record + 32), Int(bytes.integer(record + 42, as: UInt16.self)))
        return Place(
            id: id(record: record), name: name(record: record),
            coordinate: Coordinate(
                latitude: Double(bytes.integer(record + 16, as: Int32.self)) / IndexFormat.coordinateScale,
                longitude: Double(bytes.integer(record + 20, as: Int32.self)) / IndexFormat.coordinateScale),
            featureCode: featureCode(Int(bytes.integer(record + 40, as: UInt16.self))),
            countryCode: country.first == 0 ? nil : String(decoding: country, as: UTF8.self),
            admin1: division < placeCount
                ? name(record: offset(.places) + division * IndexFormat.placeSize) : nil,
            admin1Code: code.isEmpty ? nil : code,
            population: Int(truncatingIfNeeded: bytes.integer(record + 8, as: UInt64.self) & (1 << 62 - 1)))
    }

    private func id(record: Int) -> String {
        let packed: UInt64 = bytes.integer(record)
        guard packed & IndexFormat.textID != 0 else { return PlaceID.prefix + String(packed) }
        return string(UInt32(truncatingIfNeeded: packed), Int(packed >> 32 & 0xFFFF))
    }

    private func name(record: Int) -> String {
        string(bytes.integer(record + 24), Int(bytes.integer(record + 36, as: UInt16.self)))
    }

    private func featureCode(_ number: Int) -> String {
        guard (number + 1) * 8 <= length(.features) else { return "" }
        return String(decoding: bytes.buffer(offset(.features) + number * 8, 8).prefix { $0 != 0 }, as: UTF8.self)
    }

    func population(number: Int) -> Int {
        Int(truncatingIfNeeded: bytes.integer(offset(.places) + number * IndexFormat.placeSize + 8, as: UInt64.self))
    }

    /// The number of the place with `id`, by binary search: the table is in order of id.
    func number(id: String) -> Int? {
        let wanted = PlaceID.packed(id)
        var low = 0
        var high = placeCount
        while low < high {
            let middle = (low + high) / 2
            let record = offset(.places) + middle * IndexFormat.placeSize
            let packed: UInt64 = bytes.integer(record)
            let isBefore: Bool
            switch (packed & IndexFormat.textID != 0, wanted) {
            case (false, nil): isBefore = true
            case (true, .some): isBefore = false
            case (false, let wanted?): isBefore = packed < wanted
            case (true, nil): isBefore = self.id(record: record) < id
            }
            if isBefore { low = middle + 1 } else { high = middle }
        }
        guard low < placeCount, self.id(record: offset(.places) + low * IndexFormat.placeSize) == id else { return nil }
        return low
    }
}
