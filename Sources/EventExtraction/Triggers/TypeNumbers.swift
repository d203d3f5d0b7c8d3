/// Small numbers for the types of events that a document tells: comparing a few short texts costs less than hashing one.
struct TypeNumbers: Sendable {
    private var types: [String] = []

    /// The number of `type`, `nil` where it has none.
    subscript(type: String) -> Int? { types.firstIndex(of: type) }

    /// The number of `type`, which is given one where it has none: the next from 0.
    mutating func number(of type: String) -> Int {
        if let number = self[type] { return number }
        if types.isEmpty { types.reserveCapacity(8) }
        types.append(type)
        return types.count - 1
    }
}
