/// The layout of a compiled gazetteer: little-endian, no pointers, the same bytes on every machine.
///
///     header       magic, version, file size, section table, stamp of the sources, checksum of the header
///     strings      UTF-8 of all names, referred to by offset and length
///     places       fixed-width records in order of id
///     features     feature codes, 8 bytes each
///     postings     a record for each (key, place, spelling), in order of key
///     keys         for each distinct key its offset in `keyBytes` and its first posting, one more at the end
///     keyBytes     the keys (``FoldingKey``), sorted, without gaps
///     slots        open-addressing hash table: key number + 1, or 0
///     stems        the same over key-E forms: key number of the key behind the stem
///     firstWords   open-addressing filter: fingerprint of a first word and the longest name's word count
///     cells        start of each cell of 1 by 1 degree in `cellPlaces`, one more at the end
///     cellPlaces   place numbers by cell
enum IndexFormat {
    static let magic: [UInt8] = Array("DATELINE".utf8)
    static let version: UInt32 = 1
    static let headerSize = 512
    static let sectionCount = Section.allCases.count

    enum Section: Int, CaseIterable {
        case strings, places, features, postings, keys, keyBytes, slots, stems, firstWords, cells, cellPlaces
    }

    // Header offsets.
    static let versionOffset = 8
    static let sectionCountOffset = 12
    static let fileSizeOffset = 16
    static let stampOffset = 24
    static let placeCountOffset = 32
    static let nameCountOffset = 40
    static let sectionTableOffset = 64
    static let sectionEntrySize = 24
    static let headerChecksumOffset = headerSize - 8

    // Place record: id u64, population u64, latitude i32, longitude i32, name u32, admin1 place u32, admin1 code u32,
    // name length u16, country 2 bytes, feature u16, admin1 code length u16.
    static let placeSize = 44
    // Posting: name u32, place u32, name length u16, kind u8, zero u8.
    static let postingSize = 12
    static let keySize = 8
    /// Coordinates are stored in units of 1e-7 degrees.
    static let coordinateScale = 1e7
    static let none: UInt32 = .max
    /// An id whose top bit is set is the offset (32 bits) and length of a text id in `strings`.
    static let textID: UInt64 = 1 << 63

    /// FNV-1a over 64 bits, finished with the mixer of MurmurHash3.
    static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return mixed(hash)
    }

    static func mixed(_ value: UInt64) -> UInt64 {
        var hash = value
        hash = (hash ^ (hash >> 33)) &* 0xff51_afd7_ed55_8ccd
        hash = (hash ^ (hash >> 33)) &* 0xc4ce_b9fe_1a85_ec53
        return hash ^ (hash >> 33)
    }

    /// A checksum that takes eight bytes a step; every flipped bit changes it.
    static func checksum(_ bytes: UnsafeRawBufferPointer) -> UInt64 {
        var sum: UInt64 = 0x9e37_79b9_7f4a_7c15 ^ UInt64(bytes.count)
        var offset = 0
        while offset + 8 <= bytes.count {
            let word = UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
            sum = (sum ^ word) &* 0xff51_afd7_ed55_8ccd
            sum = sum << 29 | sum >> 35
            offset += 8
        }
        while offset < bytes.count {
            sum = (sum ^ UInt64(bytes[offset])) &* 0xff51_afd7_ed55_8ccd
            sum = sum << 29 | sum >> 35
            offset += 1
        }
        return mixed(sum)
    }

    /// The cell of a position in the grid of 1 by 1 degree.
    static func cell(latitude: Double, longitude: Double) -> Int {
        let row = min(179, max(0, Int((latitude + 90).rounded(.down))))
        let column = min(359, max(0, Int((longitude + 180).rounded(.down))))
        return row * 360 + column
    }

    static let cellCount = 180 * 360

    /// How a first word is remembered: 24 bits of its hash and a word count of up to 255.
    static func fingerprint(_ hash: UInt64) -> UInt32 { max(1, UInt32(truncatingIfNeeded: hash >> 40)) << 8 }
}
