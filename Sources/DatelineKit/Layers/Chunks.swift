/// An array in pieces, which takes no more than it holds while it grows.
struct Chunks<Element: Sendable>: Sendable {
    private var chunks: [[Element]] = []
    private(set) var count = 0

    private static var size: Int { 1 << 14 }

    mutating func append(_ element: Element) {
        if count % Self.size == 0 {
            chunks.append([])
            chunks[chunks.count - 1].reserveCapacity(Self.size)
        }
        chunks[chunks.count - 1].append(element)
        count += 1
    }

    subscript(position: Int) -> Element { chunks[position / Self.size][position % Self.size] }
}
