/// Tells in which encoding bytes are, from the bytes alone.
enum EncodingDetector {
    /// - Returns: `nil` for what is no text in any of the encodings, or UTF-8 with a fault.
    static func detect(_ bytes: [UInt8]) -> TextEncoding? {
        if bytes.starts(with: [0xFF, 0xFE]) { return .utf16LittleEndian }
        if bytes.starts(with: [0xFE, 0xFF]) { return .utf16BigEndian }
        let sample = bytes.prefix(100_000)
        if let utf16 = utf16(sample) { return utf16 }
        if UTF8Check.firstInvalid(bytes) == nil { return .utf8 }
        // Control characters are in no text.
        guard !sample.contains(where: { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D && $0 != 0x0C }) else {
            return nil
        }
        return singleByte(sample)
    }

    /// Whether a byte order mark says it.
    static func isMarked(_ bytes: [UInt8]) -> Bool {
        TextEncoding(mark: bytes[...]) != nil || bytes.starts(with: [0xEF, 0xBB, 0xBF])
    }

    /// The encoding of a stream of JSON by its first bytes, where they leave no doubt: a few bad bytes are a fault.
    static func streamEncoding(_ head: [UInt8]) -> TextEncoding? {
        let sample = head[...]
        if let utf16 = utf16(sample) { return utf16 }
        let high = sample.count { $0 >= 0x80 }
        guard high >= 16, !sample.contains(where: { $0 < 0x20 && $0 != 0x09 && $0 != 0x0A && $0 != 0x0D }),
            // The end may be cut within a character.
            UTF8Check.firstInvalid(Array(sample.dropLast(min(3, sample.count)))) != nil
        else { return nil }
        let found = singleByte(sample)
        // Letters of Latin-1 stand alone; so do faults. Accented letters are not half of a text.
        return found == .windows1252 && high * 4 > sample.count ? nil : found
    }

    /// UTF-16 without a mark: every other byte of Latin text is zero.
    private static func utf16(_ sample: ArraySlice<UInt8>) -> TextEncoding? {
        guard sample.contains(0) else { return nil }
        var zeros = (even: 0, odd: 0)
        for (index, byte) in sample.enumerated() where byte == 0 {
            if index % 2 == 0 { zeros.even += 1 } else { zeros.odd += 1 }
        }
        let many = sample.count / 6
        if zeros.odd > many, zeros.even < zeros.odd / 10 { return .utf16LittleEndian }
        if zeros.even > many, zeros.odd < zeros.even / 10 { return .utf16BigEndian }
        return nil
    }

    private static func singleByte(_ sample: ArraySlice<UInt8>) -> TextEncoding? {
        var paired = 0
        var alone = 0
        var runs = 0
        var sequences = 0
        // In Windows-1251 small letters lie in 0xE0...0xFF, in KOI8 in 0xC0...0xDF, and text is mostly small letters.
        var upperHalf = 0
        var lowerHalf = 0
        var index = sample.startIndex
        while index < sample.endIndex {
            guard sample[index] >= 0x80 else {
                index += 1
                continue
            }
            var end = index
            while end < sample.endIndex, sample[end] >= 0x80 {
                if sample[end] >= 0xE0 { upperHalf += 1 } else if sample[end] >= 0xC0 { lowerHalf += 1 }
                end += 1
            }
            if end - index >= 2 { paired += end - index } else { alone += 1 }
            runs += 1
            if isSequence(sample[index..<end]) { sequences += 1 }
            index = end
        }
        // Mostly UTF-8 with a fault is a fault, not another encoding.
        if sequences * 2 > runs { return nil }
        if paired > 2 * alone { return upperHalf >= lowerHalf ? .windows1251 : .koi8u }
        return .windows1252
    }

    /// Whether a run of bytes above 0x7F is made of lead bytes of UTF-8, each with as many others as it asks for.
    private static func isSequence(_ run: ArraySlice<UInt8>) -> Bool {
        var index = run.startIndex
        while index < run.endIndex {
            let length = run[index] >= 0xF0 ? 4 : run[index] >= 0xE0 ? 3 : 2
            guard run[index] >= 0xC2, index + length <= run.endIndex,
                run[(index + 1)..<(index + length)].allSatisfy({ $0 & 0xC0 == 0x80 })
            else { return false }
            index += length
        }
        return true
    }
}
