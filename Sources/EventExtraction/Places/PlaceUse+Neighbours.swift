import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

/// What the places of a sentence say of each other: which holds which, which only describes another.
extension PlaceUse {
    /// `A, B` and `A in B` where B is coarser and may hold A.
    static func markContainers(_ uses: inout [PlaceUse], _ reading: Reading) {
        for index in uses.indices.dropFirst() {
            let (inner, outer) = (uses[index - 1], uses[index])
            guard inner.sentence == outer.sentence, inner.tokens.upperBound <= outer.tokens.lowerBound,
                outer.tokens.lowerBound - inner.tokens.upperBound <= 5,
                let a = reading.toponyms[inner.index].place, let b = reading.toponyms[outer.index].place,
                rank(outer.kind) > rank(inner.kind) || isDistrict(outer, of: inner, reading)
            else { continue }
            let between = inner.tokens.upperBound..<outer.tokens.lowerBound
            let joined = between.allSatisfy {
                reading.classes[$0].hasAny([
                    .comma, .stop, .determiner, .adjective, .compass, .locative, .settlement, .divisionWord, .of,
                ])
            }
            let holds = a.countryCode == nil || b.countryCode == nil || a.countryCode == b.countryCode
            if joined, holds, !between.isEmpty {
                uses[index].isContainer = true
                uses[index].start = inner.start
            }
        }
        markPossessors(&uses, reading)
        markDescriptions(&uses, reading)
        for index in uses.indices.dropFirst() where uses[index].isContainer {
            let before = uses[index - 1].tokens.lowerBound - 1
            uses[index - 1].isApposed =
                uses[index - 1].preposition == .none && !uses[index - 1].isContainer
                && reading.classes(at: before).contains(.comma)
        }
        for index in uses.indices.dropFirst() where !uses[index].isContainer {
            let (inner, outer) = (uses[index - 1], uses[index])
            uses[index].isFurther =
                inner.sentence == outer.sentence && outer.preposition == .nearby && outer.listPosition == 0
                && (inner.preposition == .locative || inner.preposition == .nearby || inner.isContainer
                    || reading.toponyms[inner.index].offset != nil)
                && inner.tokens.upperBound == outer.start && rank(inner.kind) <= rank(outer.kind)
        }
    }

    /// `in Syria's northwestern Idlib`: the place is the one that is possessed.
    private static func markPossessors(_ uses: inout [PlaceUse], _ reading: Reading) {
        for index in uses.indices.dropFirst() {
            let (outer, inner) = (uses[index - 1], uses[index])
            guard outer.isPossessive, outer.sentence == inner.sentence,
                rank(outer.kind) > rank(inner.kind) || isPart(inner, of: outer, reading),
                inner.preposition == .none || inner.start > outer.tokens.upperBound,
                inner.tokens.lowerBound - outer.tokens.upperBound <= 8
            else { continue }
            let joined = (outer.tokens.upperBound..<inner.tokens.lowerBound).allSatisfy {
                reading.isPossessive(at: $0) || reading.has("s", at: $0)
                    || reading.classes[$0].hasAny([.adjective, .compass, .settlement, .divisionWord, .of, .apostrophe])
                    || reading.isJoinedHyphen($0)
                    // `Kazakhstan's largest city, Almaty,`
                    || reading.classes[$0].contains(.comma)
                        && reading.classes[$0 - 1].hasAny([.settlement, .divisionWord])
                    || isSuperlative($0, reading)
            }
            guard joined else { continue }
            uses[index].preposition = outer.preposition
            uses[index].start = outer.start
            uses[index].isOpening = outer.isOpening
            uses[index - 1].isContainer = true
        }
    }

    /// `X Province's Y District`, `X's northern suburb of Y`: of two divisions or two towns the second is the nearer one.
    private static func isPart(_ inner: PlaceUse, of outer: PlaceUse, _ reading: Reading) -> Bool {
        guard rank(outer.kind) == rank(inner.kind), let a = reading.toponyms[inner.index].place,
            let b = reading.toponyms[outer.index].place, a.id != b.id, a.countryCode == b.countryCode
        else { return false }
        if a.kind == .division { return a.admin1 != nil && a.admin1 == b.admin1 && b.featureCode == "ADM1" }
        return rank(a.kind) == 0
            && (outer.tokens.upperBound..<inner.tokens.lowerBound).contains {
                reading.classes[$0].hasAny([.settlement, .divisionWord])
            }
    }

    private static func isSuperlative(_ index: Int, _ reading: Reading) -> Bool {
        superlatives.contains { reading.has($0, at: index) }
    }

    private static let superlatives: [StaticString] = [
        "largest", "biggest", "second", "third", "main", "oldest", "twin",
    ]

    /// `A, a town 30 km south of B`: only says where A lies.
    private static func markDescriptions(_ uses: inout [PlaceUse], _ reading: Reading) {
        for index in uses.indices.dropFirst() {
            let (named, anchor) = (uses[index - 1], uses[index])
            let comma = named.tokens.upperBound
            guard named.sentence == anchor.sentence, (2...16).contains(anchor.tokens.lowerBound - comma),
                reading.classes[comma].contains(.comma), !named.isContainer || uses[index].preposition == .of
            else { continue }
            let between = (comma + 1)..<anchor.tokens.lowerBound
            guard
                !between.contains(where: {
                    reading.classes[$0].hasAny([.comma, .be, .have, .modal, .report, .quote, .relative])
                })
            else { continue }
            let isRelative =
                reading.toponyms[anchor.index].offset != nil
                && reading.classes[between.lowerBound].hasAny([.determiner, .number, .approximator, .nearby])
            let isKind =
                reading.has("a", at: between.lowerBound) || reading.has("an", at: between.lowerBound)
            if isRelative || isKind && between.prefix(5).contains(where: { reading.classes[$0].contains(.settlement) })
            {
                uses[index].isContainer = true
            }
        }
    }

    private static let districts: [StaticString] = ["district", "area", "raion", "municipality", "parish"]

    /// `in A, in B`: of two settlements in one division the second stands for the land around it.
    private static func isDistrict(_ outer: PlaceUse, of inner: PlaceUse, _ reading: Reading) -> Bool {
        guard outer.kind == .settlement, inner.kind == .settlement, outer.preposition == .locative,
            let a = reading.toponyms[inner.index].place, let b = reading.toponyms[outer.index].place
        else { return false }
        guard a.id != b.id, a.countryCode == b.countryCode else { return false }
        // `in A in the B district`
        let next = outer.tokens.upperBound
        if outer.start == inner.tokens.upperBound,
            reading.classes(at: next).contains(.divisionWord)
                || districts.contains(where: { reading.has($0, at: next) })
        {
            return true
        }
        return a.admin1 != nil && a.admin1 == b.admin1 && outer.start == inner.tokens.upperBound + 1
            && reading.classes[inner.tokens.upperBound].contains(.comma)
    }
}
