import Tables

/// The layout of a compiled gazetteer: little-endian, no pointers, the same bytes on every machine.
///
///     header       magic, version, file size, section table, stamp of the sources, checksum of the header
///     entries      one for each distinct key, in order of key: the key, then every spelling with its places
///     places       fixed-width records in order of id
///     texts        UTF-8 with a length before each: ids that are no GeoNames number, codes, names of divisions
///     features     feature codes, 8 bytes each
///     divisions    what places say of their country and divisions, each combination once
///     numbers      populations over 2^31
///     parents      pairs of a place and one it lies in, where the source says so, in order
///     samples      offset in `entries` of every 64th entry, for search by prefix
///     buckets      hash table over the keys; a bucket is one line of the cache, and one is all that most look-ups read
///     firstWords   open-addressing filter: fingerprint of a first word and the longest name's word count
///     cells        start of each cell of 1 by 1 degree in `cellPlaces`, one more at the end
///     cellPlaces   place numbers by cell
///
/// An entry is `length key length spellings`, a spelling `length text length postings`, a posting a place number as
/// the difference from the one before, times sixteen, plus the name's kind, plus eight where the place's population
/// follows: ranking needs no place. All numbers in it are LEB128.
///
/// A bucket holds up to ten keys: for each two bytes of its hash, 0 where there is none; two bytes that are 1 when keys
/// of this bucket stand in the next; two zero bytes; for each key the offset of its entry. Sections begin at multiples
/// of 64.
enum IndexFormat {
    static let magic: [UInt8] = Array("DATELINE".utf8)
    static let version: UInt32 = 3
    static let headerSize = 512
    static let sectionCount = Section.allCases.count

    enum Section: Int, CaseIterable {
        case entries, places, texts, features, divisions, numbers, parents, samples, buckets, firstWords, cells
        case cellPlaces
    }

    // Header offsets.
    static let versionOffset = 8
    static let sectionCountOffset = 12
    static let fileSizeOffset = 16
    static let stampOffset = 24
    static let placeCountOffset = 32
    static let nameCountOffset = 40
    static let keyCountOffset = 48
    static let sectionTableOffset = 64
    static let sectionEntrySize = 24
    static let headerChecksumOffset = headerSize - 8

    // Place record: id, latitude, longitude, population, name (offset in entries), division (20 bits) and feature (12).
    static let placeSize = 24
    // Division: country 2 bytes, 2 zero bytes, then texts of the first and second code and of the first one's name,
    // then the places: first, second, country.
    static let divisionSize = 28
    static let featureSize = 8
    static let divisionBits = 20
    static let sampleStep = 64
    static let alignment = 64
    static let bucketSize = 64
    static let bucketCapacity = 10
    static let bucketOverflow = 20
    static let bucketOffsets = 24
    /// Populations in postings are cut to what LEB128 of eight bytes holds.
    static let greatestPopulation = 1 << 55
    /// Coordinates are stored in units of 1e-7 degrees.
    static let coordinateScale = 1e7
    static let none: UInt32 = .max
    /// An id or population with this bit set is an offset in `texts` or a row of `numbers`.
    static let elsewhere: UInt32 = 1 << 31

    /// FNV-1a over 64 bits, finished with the mixer of MurmurHash3.
    @inline(__always)
    static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 { StableHash.mixed(StableHash.hash(bytes)) }

    /// The slot at which a search for `hash` begins in a table of `capacity` slots.
    @inline(__always)
    static func slot(_ hash: UInt64, capacity: Int) -> Int { Int(((hash >> 32) &* UInt64(capacity)) >> 32) }

    /// Slots for `count` entries: at most three quarters full.
    static func capacity(for count: Int) -> Int { count + count / 3 + 1 }

    /// Buckets for `count` keys: seven in each on average.
    static func bucketCount(for count: Int) -> Int { count / 7 + 1 }

    /// What a bucket keeps of a hash.
    @inline(__always)
    static func tag(_ hash: UInt64) -> UInt16 { max(1, UInt16(truncatingIfNeeded: hash)) }

    /// How a first word is remembered: 24 bits of its hash and a word count of up to 255.
    @inline(__always)
    static func fingerprint(_ hash: UInt64) -> UInt32 { max(1, UInt32(truncatingIfNeeded: hash) & 0xFF_FFFF) << 8 }

    /// The cell of a position in the grid of 1 by 1 degree.
    static func cell(latitude: Double, longitude: Double) -> Int {
        let row = min(179, max(0, Int((latitude + 90).rounded(.down))))
        let column = min(359, max(0, Int((longitude + 180).rounded(.down))))
        return row * 360 + column
    }

    static let cellCount = 180 * 360
}

/// A checksum that takes eight bytes a step, whatever the pieces it is given; every flipped bit changes it.
struct IndexChecksum {
    private var sum: UInt64 = 0x9e37_79b9_7f4a_7c15
    private var count: UInt64 = 0
    private var pending: UInt64 = 0

    static func of(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var checksum = IndexChecksum()
        checksum.add(bytes)
        return checksum.value
    }

    mutating func add(_ bytes: UnsafeRawBufferPointer) {
        var offset = 0
        while offset < bytes.count, count % 8 != 0 {
            add(bytes[offset])
            offset += 1
        }
        while offset + 8 <= bytes.count {
            step(UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)))
            count += 8
            offset += 8
        }
        while offset < bytes.count {
            add(bytes[offset])
            offset += 1
        }
    }

    var value: UInt64 {
        var copy = self
        copy.step(pending)
        copy.step(count)
        return StableHash.mixed(copy.sum)
    }

    private mutating func add(_ byte: UInt8) {
        pending |= UInt64(byte) << (count % 8 * 8)
        count += 1
        guard count % 8 == 0 else { return }
        step(pending)
        pending = 0
    }

    @inline(__always)
    private mutating func step(_ word: UInt64) {
        sum = (sum ^ word) &* 0xff51_afd7_ed55_8ccd
        sum = sum << 29 | sum >> 35
    }
}
