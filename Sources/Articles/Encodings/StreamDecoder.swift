/// Makes UTF-8 of another encoding piece by piece; what is no character there becomes U+FFFD.
struct StreamDecoder {
    private let encoding: TextEncoding
    private let table: [[UInt8]]?
    /// What the next piece has to complete: half a unit of UTF-16, and half a pair.
    private var odd: UInt8?
    private var lead: UInt16?
    private var isBegun = false

    init(_ encoding: TextEncoding) {
        self.encoding = encoding
        table = encoding.highBytes
    }

    /// One piece that is all there is; what is cut at its end is left out.
    func decoded(_ bytes: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var copy = self
        return copy.decode(bytes, isLast: false)[...]
    }

    /// - Parameter isLast: whether nothing follows.
    mutating func decode(_ bytes: ArraySlice<UInt8>, isLast: Bool) -> [UInt8] {
        var result: [UInt8] = []
        result.reserveCapacity(bytes.count * 2)
        if let table {
            for byte in bytes {
                if byte < 0x80 { result.append(byte) } else { result.append(contentsOf: table[Int(byte - 0x80)]) }
            }
            return result
        }
        guard encoding != .utf8 else { return Array(bytes) }
        for byte in bytes {
            guard let first = odd else {
                odd = byte
                continue
            }
            odd = nil
            let (high, low) = encoding == .utf16BigEndian ? (first, byte) : (byte, first)
            add(UInt16(high) << 8 | UInt16(low), to: &result)
        }
        if isLast, odd != nil || lead != nil {
            (odd, lead) = (nil, nil)
            Self.append(0xFFFD, to: &result)
        }
        return result
    }

    private mutating func add(_ unit: UInt16, to result: inout [UInt8]) {
        defer { isBegun = true }
        if !isBegun, unit == 0xFEFF { return }
        if let first = lead {
            lead = nil
            if (0xDC00...0xDFFF).contains(unit) {
                Self.append(0x10000 + (UInt32(first & 0x3FF) << 10 | UInt32(unit & 0x3FF)), to: &result)
                return
            }
            Self.append(0xFFFD, to: &result)
        }
        switch unit {
        case 0xD800...0xDBFF: lead = unit
        case 0xDC00...0xDFFF: Self.append(0xFFFD, to: &result)
        default: Self.append(UInt32(unit), to: &result)
        }
    }

    private static func append(_ scalar: UInt32, to result: inout [UInt8]) {
        switch scalar {
        case 0..<0x80: result.append(UInt8(scalar))
        case 0..<0x800: result += [UInt8(0xC0 | scalar >> 6), UInt8(0x80 | scalar & 0x3F)]
        case 0..<0x10000:
            result += [UInt8(0xE0 | scalar >> 12), UInt8(0x80 | scalar >> 6 & 0x3F), UInt8(0x80 | scalar & 0x3F)]
        default:
            result += [
                UInt8(0xF0 | scalar >> 18), UInt8(0x80 | scalar >> 12 & 0x3F), UInt8(0x80 | scalar >> 6 & 0x3F),
                UInt8(0x80 | scalar & 0x3F),
            ]
        }
    }
}
