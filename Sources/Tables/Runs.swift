/// The longest runs of elements that follow one another and are each as the run's first.
public struct Runs<Base: RandomAccessCollection>: Sequence, IteratorProtocol {
    @usableFromInline let base: Base
    @usableFromInline let isSame: (Base.Element, Base.Element) -> Bool
    @usableFromInline var start: Base.Index

    @inlinable
    init(_ base: Base, isSame: @escaping (Base.Element, Base.Element) -> Bool) {
        self.base = base
        self.isSame = isSame
        start = base.startIndex
    }

    @inlinable
    public mutating func next() -> Base.SubSequence? {
        guard start < base.endIndex else { return nil }
        let first = base[start]
        var end = base.index(after: start)
        while end < base.endIndex, isSame(first, base[end]) { base.formIndex(after: &end) }
        defer { start = end }
        return base[start..<end]
    }
}

extension RandomAccessCollection {
    /// The elements in runs of those that are the same.
    @inlinable
    public func runs(where isSame: @escaping (Element, Element) -> Bool) -> Runs<Self> { Runs(self, isSame: isSame) }
}
