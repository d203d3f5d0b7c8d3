import Articles
import Gazetteers
import Geoparsing

/// What happened at several places is as many events: `blasts in X, Y and Z`, `recaptured X and Y`.
extension PlaceLinker {
    /// More places of one list are not told apart.
    private static let longestList = 12

    /// Where else than at its place `mention` happened, by a list that its place begins; in order.
    ///
    /// What counts killed, wounded or displaced counts them for all places together, and stays one event.
    func furtherPlaces(of mention: Mention) -> [Mention.Link] {
        guard let link = mention.place, !link.isCarried, !link.isPart, !mention.isBackground,
            mention.killed == nil, mention.wounded == nil, mention.displaced == nil, useOf[link.index] > 0
        else { return [] }
        let number = useOf[link.index] - 1
        let first = uses[number]
        guard first.sentence == mention.sentence, spreads(first, mention) else { return [] }
        var members = [first]
        for use in uses[(number + 1)...].prefix(Self.longestList) {
            guard use.sentence == first.sentence, use.listPosition == first.listPosition + members.count,
                !use.isContainer, !use.isSource, !use.isModifier || first.isModifier
            else { break }
            members.append(use)
        }
        guard members.count > 1, isCoordination(members) else { return [] }
        var links: [Mention.Link] = []
        for use in members.dropFirst() {
            let place = reading.places[use.index]
            let isTold = ([link] + links).contains {
                isNested($0.index, use.index) || reading.places[$0.index] == place
            }
            if place >= 0, !isTold { links.append(Mention.Link(index: use.index, score: link.score)) }
        }
        return links
    }

    /// Whether a list of places that begins with `use` tells where `mention` was, rather than who took part.
    private func spreads(_ use: PlaceUse, _ mention: Mention) -> Bool {
        if reading.has("between", at: use.start) { return false }
        switch use.preposition {
        case .locative, .nearby: return true
        case .of: return use.start == mention.tokens.upperBound || use.start == mention.tokens.upperBound - 1
        case .none, .from:
            let movement = reading.lexicon.triggers.triggers[mention.trigger].movement
            if use.preposition == .from { return movement == .territory }
            let isObject = mention.target?.contains(use.tokens.lowerBound) ?? false
            guard isObject || use.start == mention.tokens.upperBound else { return false }
            return use.kind != .country || movement == .territory || movement == .arrival
        default: return false
        }
    }

    /// Whether `and` joins the last of them, or goes on after it: `X, Y and Z`, `X, Y and other towns`; `X, Y` may be a
    /// town and what it lies in, and `X or Y` is one of the two.
    private func isCoordination(_ members: [PlaceUse]) -> Bool {
        let last = members[members.count - 1]
        let between = members[members.count - 2].tokens.upperBound..<last.tokens.lowerBound
        if between.contains(where: isAnd) { return true }
        let next = last.tokens.upperBound..<min(last.tokens.upperBound + 2, reading.document.tokens.count)
        return between.contains { reading.classes[$0].contains(.comma) }
            && next.contains {
                isAnd($0) && reading.classes(at: $0 + 1).contains(.adjective) || reading.has("among", at: $0)
            }
    }

    private func isAnd(_ index: Int) -> Bool {
        reading.classes[index].contains(.conjunction)
            && !Self.alternatives.contains(reading.document.lowercasedText(at: index))
    }

    private static let alternatives: Set<String> = ["or", "nor", "but", "або", "чи", "или", "либо", "но"]

    /// Whether one of two places lies in the other.
    private func isNested(_ a: Int, _ b: Int) -> Bool {
        guard let a = reading.toponyms[a].place, let b = reading.toponyms[b].place else { return false }
        return a.holds(b) || b.holds(a)
    }
}
