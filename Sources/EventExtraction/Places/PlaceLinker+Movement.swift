import Articles
import Gazetteers
import Geoparsing

/// Where movements began.
extension PlaceLinker {
    /// Where a movement began.
    func origin(_ mention: Mention) -> Int? {
        let movement = reading.lexicon.triggers.triggers[mention.trigger].movement
        guard movement == .departure || movement == .arrival else { return nil }
        for use in uses(near: mention)
        where use.tokens.lowerBound > mention.head
            && (movement == .departure ? isOrigin(use, mention) : use.preposition == .from)
            && reading.boundaries(between: use.start, and: mention.head) == 0
        {
            return use.index
        }
        return nil
    }

    func isOrigin(_ use: PlaceUse, _ mention: Mention) -> Bool {
        use.preposition == .from || use.preposition == .none && use.tokens.lowerBound - mention.tokens.upperBound <= 1
    }

    /// Whether people are taken out of the place `use`, and the sentence does not tell where to:
    /// `evacuated the residents and their cattle from X`.
    func clears(_ use: PlaceUse, _ mention: Mention) -> Bool {
        guard mention.type == "AID" || mention.type == "COERCE", mention.nextHead > use.start,
            Self.clearing.contains(where: { reading.begins(with: $0, at: mention.head) }),
            reading.boundaries(between: use.start, and: mention.head) <= 3,
            !reading.startsClause(after: mention.head, before: use.start)
        else { return false }
        return !uses(near: mention).contains {
            $0.preposition == .destination && $0.start > mention.head && $0.start <= use.tokens.upperBound + 1
        }
    }

    /// How words begin that tell of people who are taken away from where they are.
    private static let clearing: [StaticString] = ["evacuat", "rescu", "expel", "expuls", "evict", "displac", "deport"]

    /// Where a movement of the same sentence began, of which `mention` tells the reason: `fled X when police`.
    func startingPoint(of mention: Mention, after earlier: ArraySlice<Mention>) -> Mention.Link? {
        guard let movement = earlier.last(where: { $0.origin != nil }), let origin = movement.origin,
            mention.place.map({ $0.index == movement.place?.index || $0.isCarried }) ?? true
        else { return nil }
        for index in movement.tokens.upperBound..<max(movement.tokens.upperBound, mention.tokens.lowerBound)
        where Self.reasons.contains(where: { reading.has($0, at: index) }) {
            return Mention.Link(index: origin, score: 0.8)
        }
        return nil
    }

    /// What opens the reason of a movement, or what came before it.
    private static let reasons: [StaticString] = ["when", "after", "because", "amid"]
}

extension Reading {
    /// `fled across the border into X`: the border at `index` is only on the way.
    func isCrossed(_ index: Int) -> Bool {
        (has("border", at: index) || has("frontier", at: index)) && classes(at: index + 1).contains(.destination)
    }
}
