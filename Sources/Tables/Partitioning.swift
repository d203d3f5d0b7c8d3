extension RandomAccessCollection {
    /// The first index from which `belongs` holds for every element; `endIndex` where it holds for none.
    ///
    /// It must hold for no element before one for which it does not. O(log n).
    @inlinable
    public func partitioningIndex(where belongs: (Element) throws -> Bool) rethrows -> Index {
        var (low, left) = (startIndex, count)
        while left > 0 {
            let half = left / 2
            let middle = index(low, offsetBy: half)
            if try belongs(self[middle]) {
                left = half
            } else {
                low = index(after: middle)
                left -= half + 1
            }
        }
        return low
    }

    /// The elements, in order of their starts, whose starts lie in `range`.
    @inlinable
    public func part(within range: Range<Int>, start: (Element) -> Int) -> SubSequence {
        let first = partitioningIndex { start($0) >= range.lowerBound }
        return self[first..<Swift.max(first, partitioningIndex { start($0) >= range.upperBound })]
    }
}
