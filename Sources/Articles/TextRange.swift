/// A half-open range of UTF-8 bytes in the text of an article.
///
/// Everything inside the program points into the text by bytes; ``CodePointMap`` turns them into the Unicode
/// code points of every published offset.
public struct TextRange: Hashable, Sendable {
    public var start: Int
    public var end: Int

    public init(_ start: Int, _ end: Int) {
        self.start = start
        self.end = end
    }

    public var count: Int { end - start }

    public func overlaps(_ other: TextRange) -> Bool { start < other.end && other.start < end }

    public func contains(_ other: TextRange) -> Bool { start <= other.start && other.end <= end }
}

extension TextRange: Comparable {
    /// Orders by start, then by end.
    public static func < (a: TextRange, b: TextRange) -> Bool { (a.start, a.end) < (b.start, b.end) }
}
