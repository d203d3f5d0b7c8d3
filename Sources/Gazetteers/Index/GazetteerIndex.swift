/// A compiled gazetteer: one file, memory-mapped. Opening it reads only the header; a look-up touches a handful of
/// pages.
public final class GazetteerIndex: Sendable {
    let bytes: IndexBytes
    let path: String
    private let offsets: [Int]
    private let lengths: [Int]
    // What every look-up reads. Sendable: `bytes`, which they are a part of, are never written.
    nonisolated(unsafe) let entries: UnsafeRawBufferPointer
    nonisolated(unsafe) let buckets: UnsafeRawBufferPointer
    /// What the feature codes mean, by their rows; and what a row outside the table means.
    let features: [FeatureMeaning]
    let unknownFeature = FeatureMeaning(UnsafeRawBufferPointer(start: nil, count: 0))
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
        let sum = IndexChecksum.of(UnsafeRawBufferPointer(rebasing: header[..<IndexFormat.headerChecksumOffset]))
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
        let (entries, buckets) = (IndexFormat.Section.entries.rawValue, IndexFormat.Section.buckets.rawValue)
        self.entries = bytes.buffer(offsets[entries], lengths[entries])
        self.buckets = bytes.buffer(offsets[buckets], lengths[buckets])
        let (start, count) = (
            offsets[IndexFormat.Section.features.rawValue],
            min(
                1 << (32 - IndexFormat.divisionBits),
                lengths[IndexFormat.Section.features.rawValue] / IndexFormat.featureSize)
        )
        features = (0..<count).map {
            FeatureMeaning(bytes.buffer(start + $0 * IndexFormat.featureSize, IndexFormat.featureSize))
        }
        placeCount = lengths[IndexFormat.Section.places.rawValue] / IndexFormat.placeSize
        nameCount = Int(truncatingIfNeeded: bytes.integer(IndexFormat.nameCountOffset, as: UInt64.self))
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
            guard IndexChecksum.of(bytes.buffer(offset, length)) == expected, padding.allSatisfy({ $0 == 0 }) else {
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

    /// The bytes of a section.
    @inline(__always)
    func section(_ section: IndexFormat.Section) -> UnsafeRawBufferPointer {
        bytes.buffer(offset(section), length(section))
    }
}
