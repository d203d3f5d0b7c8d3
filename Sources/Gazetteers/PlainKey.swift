/// A name without case, marks, spaces and punctuation: what the second rung compares.
enum PlainKey {
    static func of(_ name: some Collection<UInt8>) -> [UInt8] {
        name.withContiguousStorageIfAvailable { Array(PlainBytes(UnsafeRawBufferPointer($0))) }
            ?? Array(name).withUnsafeBytes { Array(PlainBytes($0)) }
    }

    /// Whether two names have the same key; makes neither.
    static func areEqual(_ a: UnsafeRawBufferPointer, _ b: UnsafeRawBufferPointer) -> Bool {
        var a = PlainBytes(a)
        var b = PlainBytes(b)
        while let byte = a.next() {
            if byte != b.next() { return false }
        }
        return b.next() == nil
    }
}

/// The bytes of a plain key, one after another.
private struct PlainBytes: Sequence, IteratorProtocol {
    private let name: UnsafeRawBufferPointer
    private var index = 0
    /// Bytes that wait, the next in the low byte, and the letter that is being read.
    private var pending: UInt64 = 0
    private var value: UInt32 = 0
    private var missing = 0

    init(_ name: UnsafeRawBufferPointer) { self.name = name }

    @inline(__always)
    mutating func next() -> UInt8? {
        if pending != 0 { return takePending() }
        while index < name.count {
            let byte = name[index]
            index += 1
            switch byte {
            case 0x61...0x7A, 0x30...0x39: return byte
            case 0x41...0x5A: return byte | 0x20
            case 0..<0x80: continue
            default:
                read(byte)
                if pending != 0 { return takePending() }
            }
        }
        return nil
    }

    private mutating func takePending() -> UInt8 {
        defer { pending >>= 8 }
        return UInt8(truncatingIfNeeded: pending)
    }

    private mutating func read(_ byte: UInt8) {
        switch byte {
        case 0x80..<0xC0:
            value = value << 6 | UInt32(byte & 0x3F)
            missing -= 1
            if missing == 0 { append(value) }
        case 0xC0..<0xE0: (missing, value) = (1, UInt32(byte & 0x1F))
        case 0xE0..<0xF0: (missing, value) = (2, UInt32(byte & 0x0F))
        default: (missing, value) = (3, UInt32(byte & 0x07))
        }
    }

    private mutating func append(_ value: UInt32) {
        guard value >= 0xC0 else { return }
        if let base = LatinBaseLetters.base(value) {
            pending = UInt64(base)
        } else if (0x400..<0x460).contains(value) {
            // Two bytes of UTF-8; capitals stand 32 or 80 before their small letters.
            let lower = value >= 0x430 ? value : value >= 0x410 ? value + 0x20 : value + 0x50
            pending = UInt64(0xC0 | lower >> 6) | UInt64(0x80 | lower & 0x3F) << 8
        } else if let scalar = Unicode.Scalar(value), scalar.properties.isAlphabetic {
            // At most two letters, of four bytes each.
            for byte in scalar.properties.lowercaseMapping.utf8.reversed() { pending = pending << 8 | UInt64(byte) }
        }
    }
}
