import Articles
import Gazetteers

/// Finds "X, Y" and "X (Y)", where Y contains X, and "W, X and Y, Z", where Z contains them all.
enum Containers {
    /// Links mentions that do not overlap, in order.
    static func link(_ mentions: inout [Mention], context: DocumentContext) {
        for index in mentions.indices.dropLast()
        where follows(mentions[index], mentions[index + 1].tokens.lowerBound, context)
            && isInside(mentions[index], mentions[index + 1])
        {
            mentions[index].container = index + 1
            mentions[index + 1].containing = index
        }
        for index in mentions.indices.dropLast().reversed() where mentions[index].container == nil {
            let gap =
                mentions[index].tokens
                .upperBound..<max(
                    mentions[index].tokens.upperBound, mentions[index + 1].tokens.lowerBound)
            guard !gap.isEmpty, gap.count <= 2,
                gap.allSatisfy({ context.isJoint($0) }),
                let container = mentions[index + 1].container ?? mentions[index + 1].listContainer,
                isInside(mentions[index], mentions[container])
            else { continue }
            mentions[index].listContainer = container
        }
    }

    /// Marks the spans of a lattice that stand before a container.
    static func mark(_ spans: inout [Mention], context: DocumentContext) {
        var starting: [Int: [Int]] = [:]
        for (index, span) in spans.enumerated() where !span.candidates.isEmpty && !span.isCovered {
            starting[span.tokens.lowerBound, default: []].append(index)
        }
        for index in spans.indices where !spans[index].candidates.isEmpty {
            for length in 1...2 {
                let start = spans[index].tokens.upperBound + length
                guard let outer = starting[start], follows(spans[index], start, context) else { continue }
                if outer.contains(where: { isInside(spans[index], spans[$0]) }) {
                    spans[index].isBeforeContainer = true
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
        let first = context.lower[gap.lowerBound]
        if gap.count == 1 { return first == "," || first == "(" || first == "in" }
        return (first == "(" || first == ",") && context.lower[gap.lowerBound + 1] == "in"
    }

    private static func isInside(_ inner: Mention, _ outer: Mention) -> Bool {
        inner.candidates.contains { place in
            outer.candidates.contains { Containment.contains($0.place, place.place) }
        }
    }
}
