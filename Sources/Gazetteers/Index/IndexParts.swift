/// The words of a name, as the tokens of a text would divide it.
enum NameWords {
    /// Splits at everything that is neither a letter, a mark nor a digit; apostrophes stay inside a word.
    static func split(_ name: String) -> [String] {
        var words: [String] = []
        var word = ""
        for scalar in name.unicodeScalars {
            if isPartOfWord(scalar) {
                word.unicodeScalars.append(scalar)
            } else if !word.isEmpty {
                words.append(word)
                word = ""
            }
        }
        if !word.isEmpty { words.append(word) }
        return words
    }

    private static func isPartOfWord(_ scalar: Unicode.Scalar) -> Bool {
        if scalar.isASCII {
            switch scalar {
            case "a"..."z", "A"..."Z", "0"..."9", "'": return true
            default: return false
            }
        }
        if scalar == "\u{2019}" || scalar == "\u{2BC}" || scalar == "\u{2018}" { return true }
        let properties = scalar.properties
        return properties.isAlphabetic || properties.generalCategory == .nonspacingMark
            || properties.generalCategory == .decimalNumber
    }
}

/// Ids as the index packs them.
enum PlaceID {
    static let prefix = "geonames:"

    /// The number of a GeoNames id; `nil` for every other.
    static func packed(_ id: String) -> UInt64? {
        guard id.hasPrefix(prefix) else { return nil }
        let digits = id.dropFirst(prefix.count)
        // Only the canonical form packs, so that ids survive unchanged.
        guard let number = UInt64(digits), number < IndexFormat.textID, String(number) == digits else { return nil }
        return number
    }
}

/// All texts of an index, each once.
struct StringPool {
    private(set) var bytes: [UInt8] = []
    /// Keyed by bytes: `String` holds composed and decomposed spellings for equal.
    private var offsets: [[UInt8]: UInt32] = [:]

    mutating func add(_ text: String) throws(GazetteerError) -> (offset: UInt32, length: UInt16) {
        let utf8 = Array(text.utf8)
        guard utf8.count <= Int(UInt16.max) else { throw .tooLarge(what: "a name of \(utf8.count) bytes") }
        let length = UInt16(utf8.count)
        if let offset = offsets[utf8] { return (offset, length) }
        guard bytes.count + utf8.count < Int(UInt32.max) else { throw .tooLarge(what: "names") }
        let offset = UInt32(bytes.count)
        offsets[utf8] = offset
        bytes.append(contentsOf: utf8)
        return (offset, length)
    }
}

/// Open addressing with linear probing, at most half full.
enum HashTable {
    /// A table of 4-byte slots; 0 is empty.
    static func slots(_ entries: [(hash: UInt64, value: UInt32)]) -> [UInt8] {
        var capacity = 2
        while capacity < entries.count * 2 { capacity *= 2 }
        var slots = [UInt32](repeating: 0, count: capacity)
        for (hash, value) in entries {
            var slot = Int(truncatingIfNeeded: hash) & (capacity - 1)
            while slots[slot] != 0 { slot = (slot + 1) & (capacity - 1) }
            slots[slot] = value
        }
        var bytes: [UInt8] = []
        bytes.reserveCapacity(capacity * 4)
        for slot in slots { bytes.appendInteger(slot) }
        return bytes
    }
}

extension [UInt8] {
    mutating func appendInteger(_ value: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
    }

    mutating func store(_ value: some FixedWidthInteger, at offset: Int) {
        Swift.withUnsafeBytes(of: value.littleEndian) { replaceSubrange(offset..<(offset + $0.count), with: $0) }
    }
}
