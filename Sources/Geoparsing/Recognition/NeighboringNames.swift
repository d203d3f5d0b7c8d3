/// Where names of the gazetteer begin and end.
struct NeighboringNames {
    /// By token, bits of what begins there and what ended before it.
    private var edges: [UInt8]
    private static let start: UInt8 = 1
    private static let end: UInt8 = 2

    /// - Parameter tokens: how many there are.
    init(_ mentions: [Mention], tokens: Int) {
        edges = [UInt8](repeating: 0, count: tokens + 3)
        for mention in mentions where mention.hasCandidates && !mention.isCovered {
            edges[mention.tokens.lowerBound] |= Self.start
            edges[mention.tokens.upperBound] |= Self.end
        }
    }

    func isInList(_ mention: Mention, _ context: DocumentContext) -> Bool {
        let known = context.known
        func joins(_ index: Int) -> Bool {
            guard index >= 0, index < context.tokens.count else { return false }
            let hash = context.hashes[index]
            return hash == known.comma || hash == known.and || hash == known.or
        }
        func has(_ edge: UInt8, _ index: Int) -> Bool {
            index >= 0 && index < edges.count && edges[index] & edge != 0
        }
        let end = mention.tokens.upperBound
        let start = mention.tokens.lowerBound
        return joins(end) && (has(Self.start, end + 1) || joins(end + 1) && has(Self.start, end + 2))
            || joins(start - 1) && (has(Self.end, start - 1) || joins(start - 2) && has(Self.end, start - 2))
    }
}
