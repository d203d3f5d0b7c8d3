/// Reads text of tab-separated columns row by row, as the tables of `Resources` are written.
///
/// A column is a range of ``bytes``, so that a table costs one pass and no text of its own. Empty lines and lines that
/// begin with `#` are no rows; lines may end with CR LF.
public struct TabSeparated: Sendable {
    /// The text in UTF-8.
    public let bytes: [UInt8]
    /// The number of the row's line, from 1; 0 before the first row.
    public private(set) var line = 0
    /// Where the columns of the row begin, and one behind the end of the last, as if one more followed.
    private var starts: [Int] = []
    private var position = 0

    public init(_ text: String) { bytes = Array(text.utf8) }

    /// Goes to the next row; `false` after the last.
    public mutating func next() -> Bool {
        var (starts, position, line) = (starts, position, line)
        self.starts = []
        starts.removeAll(keepingCapacity: true)
        bytes.withUnsafeBufferPointer { bytes in
            while position < bytes.count {
                line += 1
                let start = position
                let isComment = bytes[start] == UInt8(ascii: "#")
                if !isComment { starts.append(start) }
                while position < bytes.count {
                    let byte = bytes[position]
                    position += 1
                    // Both marks lie below all that cells hold.
                    guard byte <= UInt8(ascii: "\n") else { continue }
                    if byte == UInt8(ascii: "\n") {
                        position -= 1
                        break
                    }
                    if byte == UInt8(ascii: "\t"), !isComment { starts.append(position) }
                }
                var end = position
                position += 1
                if isComment { continue }
                if end > start, bytes[end - 1] == UInt8(ascii: "\r") { end -= 1 }
                if end > start {
                    starts.append(end + 1)
                    return
                }
                starts.removeAll(keepingCapacity: true)
            }
        }
        (self.starts, self.position, self.line) = (starts, position, line)
        return !starts.isEmpty
    }

    /// The number of columns of the row.
    public var count: Int { max(0, starts.count - 1) }

    /// Where column `index` stands; nowhere when the row is shorter.
    public subscript(index: Int) -> Range<Int> {
        index + 1 < starts.count ? starts[index]..<(starts[index + 1] - 1) : 0..<0
    }

    /// The row as it is written.
    public var row: Range<Int> { starts.isEmpty ? 0..<0 : starts[0]..<(starts[starts.count - 1] - 1) }

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
        var start = rest.lowerBound
        while start < rest.upperBound, self[start] == separator { start += 1 }
        guard start < rest.upperBound else {
            rest = rest.upperBound..<rest.upperBound
            return nil
        }
        var end = start + 1
        while end < rest.upperBound, self[end] != separator { end += 1 }
        rest = end..<rest.upperBound
        return start..<end
    }
}
