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
}
