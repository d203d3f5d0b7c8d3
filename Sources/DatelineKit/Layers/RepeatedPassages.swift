/// Finds among passages those that repeat an earlier one, in one pass: a passage is compared with the first that have a hash in
/// common with it.
struct RepeatedPassages {
    private var prints: [PassagePrint] = []
    private var index: [UInt32: [Int32]] = [:]

    /// A hash that so many passages share is a phrase of the trade.
    private static let mostCompared = 48

    /// Adds a passage.
    ///
    /// - Parameters:
    ///   - isCandidate: whether an earlier one, by its number, may be what it repeats.
    ///   - isRelated: whether the articles of both have other text in common.
    /// - Returns: the number of the first passage that it repeats, or `nil`.
    mutating func add(
        _ passage: String, isCandidate: (Int) -> Bool = { _ in true }, isRelated: (Int) -> Bool
    ) -> Int? {
        let print = PassagePrint(passage)
        var seen: Set<Int32> = []
        var match: Int32?
        for hash in print.keys {
            for other in index[hash] ?? [] where other < match ?? .max && seen.insert(other).inserted {
                let number = Int(other)
                if isCandidate(number), print.repeats(prints[number], isRelated: { isRelated(number) }) {
                    match = other
                }
            }
        }
        for hash in print.keys where index[hash, default: []].count < Self.mostCompared {
            index[hash, default: []].append(Int32(truncatingIfNeeded: prints.count))
        }
        prints.append(print)
        return match.map { Int($0) }
    }
}
