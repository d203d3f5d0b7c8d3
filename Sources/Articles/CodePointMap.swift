/// Converts between UTF-8 byte offsets and Unicode code points (what Python counts) in one text.
///
/// A mark every 64 bytes makes a conversion a short count; ASCII text needs none.
public struct CodePointMap: Sendable {
    private static let stride = 64
    private let bytes: [UInt8]
    private let marks: [Int]
    private let isASCII: Bool

    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
        var marks: [Int] = []
        marks.reserveCapacity(bytes.count / Self.stride + 1)
        var count = 0
        for start in Swift.stride(from: 0, through: bytes.count, by: Self.stride) {
            marks.append(count)
            for byte in bytes[start..<min(start + Self.stride, bytes.count)] { count += byte & 0xC0 != 0x80 ? 1 : 0 }
        }
        self.marks = marks
        isASCII = count == bytes.count
    }

    /// The number of code points before the byte at `offset`, which is at a code point's first byte or the end.
    public func codePoints(before offset: Int) -> Int {
        if isASCII { return offset }
        let block = offset / Self.stride
        var count = marks[block]
        for index in (block * Self.stride)..<offset where bytes[index] & 0xC0 != 0x80 { count += 1 }
        return count
    }

    /// The byte offset of code point number `count`, or `nil` past the end.
    public func byteOffset(ofCodePoint count: Int) -> Int? {
        guard count >= 0 else { return nil }
        if isASCII { return count <= bytes.count ? count : nil }
        var low = 0
        var high = marks.count - 1
        while low < high {
            let middle = (low + high + 1) / 2
            if marks[middle] <= count { low = middle } else { high = middle - 1 }
        }
        var offset = low * Self.stride
        var seen = marks[low]
        while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
        while seen < count {
            guard offset < bytes.count else { return nil }
            offset += 1
            while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
            seen += 1
        }
        return offset
    }
}
