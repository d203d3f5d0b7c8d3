extension RandomAccessCollection {
    /// Calls `body` with each longest run of elements that follow one another and of which each is as the run's first.
    ///
    /// - Complexity: O(*n*).
    @inlinable
    public func forEachRun(
        where isSame: (Element, Element) throws -> Bool, _ body: (SubSequence) throws -> Void
    ) rethrows {
        var start = startIndex
        while start < endIndex {
            var end = index(after: start)
            while end < endIndex, try isSame(self[start], self[end]) { formIndex(after: &end) }
            try body(self[start..<end])
            start = end
        }
    }
}
