extension Array {
    /// An array of `count` times `value`, for a short one: `init(repeating:count:)` looks the type of its memory up at run time,
    /// which costs as much as some hundred elements.
    @inlinable @inline(__always)
    public static func filled(with value: Element, count: Int) -> [Element] {
        var array: [Element] = []
        array.reserveCapacity(count)
        array.append(contentsOf: repeatElement(value, count: count))
        return array
    }
}
