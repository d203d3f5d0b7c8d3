/// An array in pieces, which takes no more than it holds while it grows.
struct Chunks<Element: Sendable>: Sendable {
    private var chunks: [[Element]] = []
    private(set) var count = 0

    private static var size: Int { 1 << 16 }

    mutating func append(_ element: Element) {
        if count % Self.size == 0 {
            chunks.append([])
            chunks[chunks.count - 1].reserveCapacity(Self.size)
        }
        chunks[chunks.count - 1].append(element)
        count += 1
    }

    subscript(position: Int) -> Element { chunks[position / Self.size][position % Self.size] }

    /// The elements from `position` on, which must not reach over the end of a piece.
    func slice(_ position: Int, count: Int) -> ArraySlice<Element> {
        let start = position % Self.size
        return chunks[position / Self.size][start..<start + count]
    }
}
