/// A name without case, marks, spaces and punctuation: what the second rung compares.
enum PlainKey {
    static func of(_ name: some Sequence<UInt8>) -> [UInt8] {
        var key: [UInt8] = []
        key.reserveCapacity(name.underestimatedCount)
        var value: UInt32 = 0
        var missing = 0
        for byte in name {
            switch byte {
            case 0x61...0x7A, 0x30...0x39: key.append(byte)
            case 0x41...0x5A: key.append(byte | 0x20)
            case 0..<0x80: continue
            case 0x80..<0xC0:
                value = value << 6 | UInt32(byte & 0x3F)
                missing -= 1
                if missing == 0 { append(value, to: &key) }
            case 0xC0..<0xE0: (missing, value) = (1, UInt32(byte & 0x1F))
            case 0xE0..<0xF0: (missing, value) = (2, UInt32(byte & 0x0F))
            default: (missing, value) = (3, UInt32(byte & 0x07))
            }
        }
        return key
    }

    private static func append(_ value: UInt32, to key: inout [UInt8]) {
        guard value >= 0xC0, let scalar = Unicode.Scalar(value) else { return }
        if let base = LatinBaseLetters.base(value) {
            key.append(base)
        } else if (0x430..<0x460).contains(value) {
            key.append(contentsOf: scalar.utf8)
        } else if scalar.properties.isAlphabetic {
            key.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
        }
    }
}
