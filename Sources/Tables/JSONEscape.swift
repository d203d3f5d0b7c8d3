/// What stands behind a backslash in a string of JSON (RFC 8259, section 7).
public enum JSONEscape {
    /// Reads the escape whose letter is at `index`, behind its backslash, and appends what it stands for in UTF-8.
    ///
    /// - Parameter index: moved behind the escape; where there is none it may be anywhere up to the end.
    /// - Returns: `false` for what is no escape, for one that is cut off, and for half of a surrogate pair without the other.
    @inlinable
    public static func append<Bytes: RandomAccessCollection>(
        _ bytes: Bytes, at index: inout Int, to text: inout [UInt8]
    ) -> Bool where Bytes.Element == UInt8, Bytes.Index == Int {
        guard index < bytes.endIndex else { return false }
        let letter = bytes[index]
        index += 1
        switch letter {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(letter)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"):
            guard let scalar = scalar(bytes, at: &index), let units = UTF8.encode(scalar) else { return false }
            text.append(contentsOf: units)
        default: return false
        }
        return true
    }

    /// Whether none of eight bytes is a quotation mark, a backslash or a control character: all stand for themselves in a string.
    @inlinable @inline(__always)
    public static func isPlain(_ eight: UInt64) -> Bool {
        let ones: UInt64 = 0x0101_0101_0101_0101
        // A byte below a bound borrows from its top bit; those with the bit set before are no ASCII.
        let quotes = eight ^ (ones &* UInt64(UInt8(ascii: "\"")))
        let slashes = eight ^ (ones &* UInt64(UInt8(ascii: "\\")))
        let controls = (eight &- ones &* 0x20) & ~eight
        return (controls | (quotes &- ones) & ~quotes | (slashes &- ones) & ~slashes) & (ones << 7) == 0
    }

    /// The character whose digits begin at `index`, of one escape or of two that make a surrogate pair.
    @inlinable
    public static func scalar<Bytes: RandomAccessCollection>(
        _ bytes: Bytes, at index: inout Int
    ) -> Unicode.Scalar? where Bytes.Element == UInt8, Bytes.Index == Int {
        guard var value = codeUnit(bytes, at: index) else { return nil }
        index += 4
        if value & 0xFC00 == 0xD800 {
            guard index + 1 < bytes.endIndex, bytes[index] == UInt8(ascii: "\\"), bytes[index + 1] == UInt8(ascii: "u"),
                let low = codeUnit(bytes, at: index + 2), low & 0xFC00 == 0xDC00
            else { return nil }
            index += 6
            value = 0x10000 + (value & 0x3FF) << 10 + low & 0x3FF
        }
        return Unicode.Scalar(value)
    }

    /// The number that four hexadecimal digits at `index` make, 0...0xFFFF; `nil` where there are none.
    @inlinable
    public static func codeUnit<Bytes: RandomAccessCollection>(
        _ bytes: Bytes, at index: Int
    ) -> UInt32? where Bytes.Element == UInt8, Bytes.Index == Int {
        guard index >= bytes.startIndex, index <= bytes.endIndex, bytes.endIndex - index >= 4 else { return nil }
        var value: UInt32 = 0
        for place in index..<index + 4 {
            let byte = bytes[place]
            switch byte {
            case 0x30...0x39: value = value << 4 | UInt32(byte - 0x30)
            case 0x41...0x46, 0x61...0x66: value = value << 4 | UInt32((byte | 0x20) - 0x57)
            default: return nil
            }
        }
        return value
    }
}
