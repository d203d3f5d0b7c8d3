import Tables

/// Finds "X, Y" and "X (Y)", where Y contains X, and "W, X and Y, Z", where Z contains them all.
enum Containers {
    /// Links mentions that do not overlap, in order.
    static func link(_ mentions: inout [Mention], context: DocumentContext, pool: CandidatePool) {
        for index in mentions.indices.dropLast()
        where follows(mentions[index], mentions[index + 1].tokens.lowerBound, context)
            && pool.isInside(mentions[index].candidates, mentions[index + 1].candidates)
        {
            mentions[index].container = Int32(truncatingIfNeeded: index + 1)
            mentions[index + 1].containing = Int32(truncatingIfNeeded: index)
        }
        for index in mentions.indices.dropLast().reversed() where mentions[index].container < 0 {
            let gap =
                mentions[index].tokens
                .upperBound..<max(
                    mentions[index].tokens.upperBound, mentions[index + 1].tokens.lowerBound)
            guard !gap.isEmpty, gap.count <= 2,
                gap.allSatisfy({ context.isJoint($0) }),
                case let container = mentions[index + 1].container >= 0
                    ? mentions[index + 1].container : mentions[index + 1].listContainer,
                container >= 0,
                pool.isInside(mentions[index].candidates, mentions[Int(container)].candidates)
            else { continue }
            mentions[index].listContainer = container
        }
    }

    /// Marks the spans of a lattice that stand before a container.
    static func mark(_ spans: inout [Mention], context: DocumentContext, pool: CandidatePool) {
        var starting = NumberLists(count: context.tokens.count + 3, capacity: spans.count)
        for (index, span) in spans.enumerated() where span.hasCandidates && !span.isCovered {
            starting.append(index, to: span.tokens.lowerBound)
        }
        for index in spans.indices where spans[index].hasCandidates {
            for length in 1...2 {
                let start = spans[index].tokens.upperBound + length
                guard start < context.tokens.count, follows(spans[index], start, context) else { continue }
                starting.forEach(in: start) { outer in
                    if pool.isInside(spans[index].candidates, spans[outer].candidates) {
                        spans[index].isBeforeContainer = true
                    }
                    return !spans[index].isBeforeContainer
                }
            }
        }
    }

    /// Whether what lies between a mention and the token at `start` lets a container begin there.
    private static func follows(_ mention: Mention, _ start: Int, _ context: DocumentContext) -> Bool {
        let gap = mention.tokens.upperBound..<max(mention.tokens.upperBound, start)
        guard (1...2).contains(gap.count),
            context.sentence[mention.tokens.lowerBound] == context.sentence[gap.lowerBound]
        else { return false }
        let known = context.known
        let first = context.hashes[gap.lowerBound]
        if gap.count == 1 { return first == known.comma || first == known.parenthesis || first == known.in }
        return (first == known.parenthesis || first == known.comma) && context.isWord(gap.lowerBound + 1, known.in)
    }
}
