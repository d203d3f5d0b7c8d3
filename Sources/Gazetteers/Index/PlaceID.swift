/// Ids as the index packs them.
enum PlaceID {
    static let prefix = "geonames:"

    /// The number of a GeoNames id; `nil` for every other.
    static func packed(_ id: String) -> UInt32? {
        guard id.hasPrefix(prefix) else { return nil }
        let digits = id.dropFirst(prefix.count)
        // Only the canonical form packs, so that ids survive unchanged.
        guard let number = UInt32(digits), number < IndexFormat.elsewhere, String(number) == digits else { return nil }
        return number
    }

    /// The id with a GeoNames number.
    static func text(_ number: UInt32) -> String {
        String(unsafeUninitializedCapacity: prefix.utf8.count + 10) { id in
            var end = 0
            for byte in prefix.utf8 {
                id[end] = byte
                end += 1
            }
            let start = end
            var rest = number
            repeat {
                id[end] = UInt8(ascii: "0") + UInt8(truncatingIfNeeded: rest % 10)
                rest /= 10
                end += 1
            } while rest > 0
            id[start..<end].reverse()
            return end
        }
    }

    /// Whether `a` stands before `b`: numbers before texts.
    static func precedes(_ a: String, _ b: String) -> Bool {
        switch (packed(a), packed(b)) {
        case (let a?, let b?): a < b
        case (_?, nil): true
        case (nil, _?): false
        case (nil, nil): a.utf8.lexicographicallyPrecedes(b.utf8)
        }
    }
}

/// The words of a name, as the tokens of a text would divide it.
enum NameWords {
    /// The first word and the number of words, divided at everything that is neither a letter, a mark nor a digit;
    /// apostrophes stay inside a word.
    static func first(_ name: UnsafeBufferPointer<UInt8>) -> (word: Range<Int>, count: Int) {
        var word = 0..<0
        var count = 0
        var start: Int?
        var index = 0
        while index < name.count {
            let (scalar, length) = decoded(name, at: index)
            if isPartOfWord(scalar) {
                if start == nil { start = index }
            } else if let begin = start {
                count += 1
                if count == 1 { word = begin..<index }
                start = nil
            }
            index += length
        }
        if let begin = start {
            count += 1
            if count == 1 { word = begin..<name.count }
        }
        return (word, count)
    }

    @inline(__always)
    private static func decoded(_ name: UnsafeBufferPointer<UInt8>, at index: Int) -> (UInt32, Int) {
        let first = name[index]
        if first < 0xC0 { return (UInt32(first), 1) }
        let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
        guard index + length <= name.count else { return (0, 1) }
        var value = UInt32(first) & (0xFF >> UInt32(length + 1))
        for offset in 1..<length { value = value << 6 | UInt32(name[index + offset] & 0x3F) }
        return (value, length)
    }

    private static func isPartOfWord(_ value: UInt32) -> Bool {
        switch value {
        case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x27, 0x2018, 0x2019, 0x2BC: return true
        case 0..<0x80: return false
        case 0x400..<0x482, 0x48A..<0x530: return true
        default:
            guard let properties = Unicode.Scalar(value)?.properties else { return false }
            return properties.isAlphabetic || properties.generalCategory == .nonspacingMark
                || properties.generalCategory == .decimalNumber
        }
    }
}
