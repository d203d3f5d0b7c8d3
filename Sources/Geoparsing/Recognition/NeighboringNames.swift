/// Where names of the gazetteer begin and end.
struct NeighboringNames {
    private var starts: Set<Int> = []
    private var ends: Set<Int> = []

    init(_ mentions: [Mention]) {
        for mention in mentions where !mention.candidates.isEmpty && !mention.isCovered {
            starts.insert(mention.tokens.lowerBound)
            ends.insert(mention.tokens.upperBound)
        }
    }

    func isInList(_ mention: Mention, _ context: DocumentContext) -> Bool {
        func joins(_ index: Int) -> Bool {
            context.lower.indices.contains(index)
                && (context.lower[index] == "," || context.lower[index] == "and" || context.lower[index] == "or")
        }
        let end = mention.tokens.upperBound
        let start = mention.tokens.lowerBound
        return joins(end) && (starts.contains(end + 1) || joins(end + 1) && starts.contains(end + 2))
            || joins(start - 1) && (ends.contains(start - 1) || joins(start - 2) && ends.contains(start - 2))
    }
}
