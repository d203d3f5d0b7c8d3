/// Lists of values by a small number, all in one array: what is in list `n` stands together.
public struct GroupedNumbers<Value: Sendable>: Sendable {
    @usableFromInline let starts: [Int32]
    public let values: [Value]

    /// - Parameters:
    ///   - pairs: the number of a list and a value; values of a list keep their order.
    ///   - count: one more than the largest number; pairs beyond are left out.
    @inlinable
    public init(_ pairs: [(list: Int32, value: Value)], count: Int) {
        var starts = [Int32](repeating: 0, count: count + 1)
        var kept = 0
        for pair in pairs where pair.list >= 0 && Int(pair.list) < count {
            starts[Int(pair.list) + 1] += 1
            kept += 1
        }
        for index in 0..<count { starts[index + 1] += starts[index] }
        self.starts = starts
        var next = starts
        var order = [Int32](repeating: 0, count: kept)
        for index in pairs.indices {
            let list = Int(pairs[index].list)
            guard list >= 0, list < count else { continue }
            order[Int(next[list])] = Int32(truncatingIfNeeded: index)
            next[list] += 1
        }
        values = order.map { pairs[Int($0)].value }
    }

    /// The same without pairs that are kept in between.
    ///
    /// - Parameters:
    ///   - count: one more than the largest number.
    ///   - filler: any value.
    ///   - visit: hands over numbers and values; called twice, it must hand over the same in the same order.
    @inlinable
    public init(count: Int, filler: Value, visit: ((Int32, Value) -> Void) -> Void) {
        var starts = [Int32](repeating: 0, count: count + 1)
        visit { list, _ in if list >= 0, Int(list) < count { starts[Int(list) + 1] += 1 } }
        for index in 0..<count { starts[index + 1] += starts[index] }
        var next = starts
        var values = [Value](repeating: filler, count: Int(starts[count]))
        visit { list, value in
            guard list >= 0, Int(list) < count, next[Int(list)] < starts[Int(list) + 1] else { return }
            values[Int(next[Int(list)])] = value
            next[Int(list)] += 1
        }
        self.starts = starts
        self.values = values
    }

    /// How many lists there are.
    public var count: Int { starts.count - 1 }

    /// Where list `number` stands in ``values``; nowhere for a number that has none.
    @inlinable @inline(__always)
    public func range(_ number: Int32) -> Range<Int> {
        guard number >= 0, Int(number) + 1 < starts.count else { return 0..<0 }
        return Int(starts[Int(number)])..<Int(starts[Int(number) + 1])
    }

    /// Calls `body` with the lists where they lie: nothing in that is counted, however often it is asked.
    @inlinable @inline(__always)
    public func withUnsafeLists<Result>(
        _ body: (_ starts: UnsafeBufferPointer<Int32>, _ values: UnsafeBufferPointer<Value>) -> Result
    ) -> Result {
        starts.withUnsafeBufferPointer { starts in values.withUnsafeBufferPointer { body(starts, $0) } }
    }

    /// The values of list `number`.
    @inlinable
    public subscript(number: Int32) -> ArraySlice<Value> {
        let range = range(number)
        return range.isEmpty ? [] : values[range]
    }
}
