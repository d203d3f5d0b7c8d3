/// Lists under numbers that grow one element at a time, in one array: each in the order in which it grew.
public struct LinkedLists<Element: Sendable>: Sendable {
    @usableFromInline
    struct Entry: Sendable {
        @usableFromInline var element: Element
        @usableFromInline var next: Int32 = -1

        @inlinable
        init(_ element: Element) { self.element = element }
    }

    @usableFromInline var first: [Int32]
    @usableFromInline var last: [Int32]
    @usableFromInline var entries: [Entry] = []

    /// - Parameters:
    ///   - count: of the lists.
    ///   - capacity: how many elements are expected in all of them.
    @inlinable
    public init(count: Int = 0, capacity: Int = 0) {
        first = [Int32].filled(with: -1, count: count)
        last = first
        entries.reserveCapacity(capacity)
        if count == 0 {
            first.reserveCapacity(capacity)
            last.reserveCapacity(capacity)
        }
    }

    /// How many lists there are.
    @inlinable public var count: Int { first.count }

    /// Whether no list has an element.
    @inlinable public var isEmpty: Bool { entries.isEmpty }

    @inlinable
    public func isEmpty(_ list: Int) -> Bool { first[list] < 0 }

    /// Adds an empty list.
    @inlinable
    public mutating func addList() {
        first.append(-1)
        last.append(-1)
    }

    @inlinable @inline(__always)
    public mutating func append(_ element: Element, to list: Int) {
        let link = Int32(truncatingIfNeeded: entries.count)
        entries.append(Entry(element))
        if first[list] < 0 { first[list] = link } else { entries[Int(last[list])].next = link }
        last[list] = link
    }

    /// Empties every list.
    @inlinable
    public mutating func removeElements() {
        entries.removeAll(keepingCapacity: true)
        for list in first.indices { first[list] = -1 }
    }

    /// Calls `body` with the elements of a list until it returns `false`.
    @inlinable @inline(__always)
    public func forEach(in list: Int, _ body: (Element) -> Bool) {
        var link = first[list]
        while link >= 0 {
            if !body(entries[Int(link)].element) { return }
            link = entries[Int(link)].next
        }
    }
}
