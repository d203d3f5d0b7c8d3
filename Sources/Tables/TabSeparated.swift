/// Reads text of tab-separated columns row by row, as the tables of `Resources` are written.
///
/// A column is a range of ``bytes``, so that a table costs one pass and no text of its own. Empty lines and lines that
/// begin with `#` are no rows; lines may end with CR LF.
public struct TabSeparated: Sendable {
    /// The text in UTF-8.
    public let bytes: [UInt8]
    /// The number of the row's line, from 1; 0 before the first row.
    public private(set) var line = 0
    /// The number of columns of the row.
    public private(set) var count = 0
    /// Where the columns of the row begin, and one behind the end of the last, as if one more followed. What stands behind
    /// these is of no row.
    private var starts = [Int](repeating: 0, count: 16)
    private var position = 0

    public init(_ text: String) { self.init(Array(text.utf8)) }

    /// - Parameter bytes: the text in UTF-8.
    public init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Goes to the next row; `false` after the last.
    public mutating func next() -> Bool {
        count = 0
        while position < bytes.count {
            line += 1
            let start = position
            let isComment = bytes[start] == UInt8(ascii: "#")
            while !split(isComment) {
                starts.append(contentsOf: repeatElement(0, count: starts.count))
                (position, count) = (start, 0)
            }
            if count > 0 { return true }
        }
        return false
    }

    /// Finds the columns of the line at ``position``, and goes to the next; a comment and an empty line have none.
    ///
    /// - Returns: `false` when there are more than ``starts`` has room for.
    private mutating func split(_ isComment: Bool) -> Bool {
        var position = position
        let start = position
        let room = starts.count - 1
        var count = 1
        var hasRoom = true
        bytes.withUnsafeBufferPointer { bytes in
            starts.withUnsafeMutableBufferPointer { starts in
                starts[0] = start
                while true {
                    position = Self.mark(in: bytes, from: position)
                    guard position < bytes.count, bytes[position] != UInt8(ascii: "\n") else { break }
                    if bytes[position] == UInt8(ascii: "\t"), !isComment {
                        guard count < room else {
                            hasRoom = false
                            return
                        }
                        starts[count] = position + 1
                        count += 1
                    }
                    position += 1
                }
                let isReturn = position > start && bytes[position - 1] == UInt8(ascii: "\r")
                let end = isReturn ? position - 1 : position
                starts[count] = end + 1
                if isComment || end == start { count = 0 }
            }
        }
        guard hasRoom else { return false }
        self.position = position + 1
        self.count = count
        return true
    }

    /// Where the next byte up to a line feed stands, or the end: tabs and line feeds lie below all that cells hold.
    @inline(__always)
    private static func mark(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
        var index = start
        let raw = UnsafeRawBufferPointer(bytes)
        while index + 8 <= bytes.count {
            // Eight bytes at a time: of those below 11 the first is told by its highest bit.
            let eight = UInt64(littleEndian: raw.loadUnaligned(fromByteOffset: index, as: UInt64.self))
            let low = (eight &- 0x0B0B_0B0B_0B0B_0B0B) & ~eight & 0x8080_8080_8080_8080
            if low != 0 { return index + low.trailingZeroBitCount >> 3 }
            index += 8
        }
        while index < bytes.count, bytes[index] > UInt8(ascii: "\n") { index += 1 }
        return index
    }

    /// Where column `index` stands; nowhere when the row is shorter.
    public subscript(index: Int) -> Range<Int> {
        index < count ? starts[index]..<(starts[index + 1] - 1) : 0..<0
    }

    /// The row as it is written.
    public var row: Range<Int> { count == 0 ? 0..<0 : starts[0]..<(starts[count] - 1) }

    /// The text of column `index`, `""` where the row is shorter.
    public func text(_ index: Int) -> String { bytes.text(self[index]) }

    /// Column `index` as a whole number; `nil` when it is none.
    public func integer(_ index: Int) -> Int? { bytes.integer(self[index]) }

    /// Whether column `index` is `text`.
    @inline(__always)
    public func holds(_ text: StaticString, _ index: Int) -> Bool { bytes.holds(text, self[index]) }
}

extension [UInt8] {
    /// What stands at `range`, as text.
    @inlinable
    public func text(_ range: Range<Int>) -> String { String(decoding: self[range], as: UTF8.self) }

    /// Whether `text` stands at `range`.
    @inlinable
    public func holds(_ text: StaticString, _ range: Range<Int>) -> Bool {
        guard range.count == text.utf8CodeUnitCount else { return false }
        return text.withUTF8Buffer { other in
            for index in other.indices where self[range.lowerBound + index] != other[index] { return false }
            return true
        }
    }

    /// Whether the same bytes stand at both ranges.
    @inlinable
    public func isSame(_ one: Range<Int>, _ other: Range<Int>) -> Bool {
        guard one.count == other.count, one.lowerBound >= 0, other.lowerBound >= 0,
            Swift.max(one.upperBound, other.upperBound) <= count
        else { return false }
        return withUnsafeBytes { bytes in
            var (left, right) = (one.lowerBound, other.lowerBound)
            while left + 8 <= one.upperBound {
                let eight = bytes.loadUnaligned(fromByteOffset: left, as: UInt64.self)
                if eight != bytes.loadUnaligned(fromByteOffset: right, as: UInt64.self) { return false }
                left += 8
                right += 8
            }
            while left < one.upperBound, bytes[left] == bytes[right] {
                left += 1
                right += 1
            }
            return left == one.upperBound
        }
    }

    /// The whole number at `range`, as `Int` reads it from text; `nil` when it is none.
    @inlinable
    public func integer(_ range: Range<Int>) -> Int? {
        var range = range
        guard let first = range.first else { return nil }
        let isNegative = self[first] == UInt8(ascii: "-")
        if isNegative || self[first] == UInt8(ascii: "+") { range = (first + 1)..<range.upperBound }
        guard !range.isEmpty else { return nil }
        var value = 0
        for index in range {
            let digit = self[index] &- UInt8(ascii: "0")
            guard digit <= 9 else { return nil }
            let (tenfold, isTooLarge) = value.multipliedReportingOverflow(by: 10)
            let (sum, isStillTooLarge) = tenfold.subtractingReportingOverflow(Int(digit))
            guard !isTooLarge, !isStillTooLarge else { return nil }
            value = sum
        }
        if isNegative { return value }
        return value == .min ? nil : -value
    }

    /// Takes the next part up to `separator` from the front of `rest`; parts without a byte are left out.
    @inlinable
    public func nextPart(of rest: inout Range<Int>, separator: UInt8) -> Range<Int>? {
        guard rest.lowerBound >= 0, rest.upperBound <= count else { return nil }
        let (start, end) = withUnsafeBufferPointer { bytes in
            var start = rest.lowerBound
            while start < rest.upperBound, bytes[start] == separator { start += 1 }
            var end = start
            while end < rest.upperBound, bytes[end] != separator { end += 1 }
            return (start, end)
        }
        rest = end..<rest.upperBound
        return start < end ? start..<end : nil
    }
}
