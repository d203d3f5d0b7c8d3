import Articles
import Gazetteers
import Tables

/// What the text says that a place lies in: "X, a village in the Y area of Z State". The gazetteer lacks most villages, and
/// has others of their names far away; what the text says goes before such a namesake.
struct StatedContainers {
    /// What is found of one mention.
    struct Verdict: Sendable {
        /// The gazetteer has only others of the name.
        var isElsewhere = false
        /// The mention of what it lies in; -1 where the text does not say.
        var holder = -1
        /// The entry that lies there; -1 for that of the ranking.
        var entry = -1
    }

    private let analysis: Geoparser.Analysis
    private let context: DocumentContext
    private let threshold: Double
    private(set) var verdicts: [Verdict]

    /// The words that stand between a name and what holds it.
    private static let longestGap = 12
    /// A town of more people is known by its name alone.
    private static let greatTown = 100_000
    private static let smallTown = 20_000
    private static let hamlet = 5_000
    /// So many other names tell where a text plays.
    private static let fewNames = 3
    /// In degrees: what is near, what is in the division of a far corner, and another part of the country.
    private static let (near, aside, far) = (1.0, 1.2, 1.5)

    init(_ analysis: Geoparser.Analysis, context: DocumentContext, threshold: Double) {
        self.analysis = analysis
        self.context = context
        self.threshold = threshold
        verdicts = [Verdict](repeating: Verdict(), count: analysis.mentions.count)
        for index in verdicts.indices where isKnown(index) { judge(index) }
        for index in verdicts.indices where verdicts[index].isElsewhere { share(index) }
        widen()
    }

    private func isKnown(_ index: Int) -> Bool {
        let mention = analysis.mentions[index]
        return !mention.hasOverride && (mention.isGiven || mention.probability >= threshold)
    }

    private func best(_ index: Int) -> CandidateEntry? { analysis.best(index).map { analysis.pool.entries[$0.entry] } }

    private mutating func judge(_ index: Int) {
        let chain = chain(index)
        guard let own = best(index) else {
            if chain.isSmall { verdicts[index].holder = least(chain.holders) ?? -1 }
            return
        }
        let ownClass = analysis.mentions[index].placeClass
        guard ownClass == nil || ownClass == .settlement || chain.isSmall else { return }
        guard own.placeKind == .settlement, chain.isSmall || own.population < Self.greatTown else { return }
        guard !chain.holders.isEmpty else {
            if own.population < (chain.isSmall ? Self.smallTown : Self.hamlet),
                chain.isSmall || otherNames(index) >= Self.fewNames, isStrange(own, index)
            {
                verdicts[index].isElsewhere = true
            }
            return
        }
        let outer = chain.holders.first { holder in
            best(holder).map { place in
                isOutside(own, place)
                    && (chain.isStated
                        || chain.isJoined && own.country != place.country && own.population < Self.smallTown
                            && !hasPlaces(in: own.country, besides: index))
            } ?? false
        }
        guard let outer, let place = best(outer) else { return }
        let list = analysis.pool[analysis.mentions[index].candidates].range
        if let inside = list.first(where: { Containment.contains(place, analysis.pool.entries[$0]) }) {
            verdicts[index].entry = inside
            return
        }
        guard !analysis.pool.isInside(analysis.mentions[index].candidates, analysis.mentions[outer].candidates)
        else { return }
        verdicts[index].isElsewhere = true
        verdicts[index].holder =
            least(chain.holders.filter { $0 == outer || best($0).map { !isOutside($0, place) } ?? false }) ?? -1
    }

    /// The first of the finest kind.
    private func least(_ holders: [Int]) -> Int? {
        func rank(_ holder: Int) -> Int {
            switch best(holder)?.placeKind {
            case .settlement, .other: 0
            case .division: 1
            case .country, .continent: 3
            case .region, .water, .mountain: 2
            case nil: 4
            }
        }
        return holders.filter { best($0) != nil }.min { rank($0) < rank($1) }
    }

    /// A text that names "X province" before any bare X, and no "X city", speaks of the province throughout.
    private mutating func widen() {
        for index in verdicts.indices where isKnown(index) && !verdicts[index].isElsewhere {
            let name = analysis.mentions[index].name
            guard analysis.mentions[index].placeClass == nil, let own = best(index), own.placeKind == .settlement else {
                continue
            }
            let same = verdicts.indices.filter { analysis.mentions[$0].name == name && isKnown($0) }
            let marked = same.filter { analysis.mentions[$0].placeClass != nil }
            let division = marked.first { other in
                best(other).map {
                    $0.placeKind == .division && $0.country == own.country && $0.admin1 == own.admin1
                } ?? false
            }
            // What a headline names stands for either.
            let first = same.first { context.sentence[analysis.mentions[$0].tokens.lowerBound] > 0 } ?? 0
            guard let division, division <= first, !marked.contains(where: { best($0)?.placeKind == .settlement }),
                let entry = analysis.best(division)?.entry
            else { continue }
            verdicts[index].entry = entry
        }
    }

    /// The same name elsewhere in the text is the same place.
    private mutating func share(_ index: Int) {
        let mention = analysis.mentions[index]
        let own = best(index)?.identity
        for other in verdicts.indices
        where analysis.mentions[other].name == mention.name && !verdicts[other].isElsewhere
            && verdicts[other].entry < 0 && best(other)?.identity == own
        {
            verdicts[other].isElsewhere = true
            verdicts[other].holder = verdicts[index].holder
        }
    }

    /// How many other names of places below countries the text has.
    private func otherNames(_ index: Int) -> Int {
        var names: Set<Int32> = []
        for other in analysis.mentions.indices
        where analysis.mentions[other].name != analysis.mentions[index].name && isKnown(other) {
            guard let place = best(other), place.placeKind != .country, place.placeKind != .continent else { continue }
            names.insert(analysis.mentions[other].name)
        }
        return names.count
    }

    /// Whether a village or a place that is no town lies where nothing else of the text does.
    private func isStrange(_ own: CandidateEntry, _ index: Int) -> Bool {
        let closeness = Closeness(to: own)
        var isAnywhere = false
        for other in analysis.mentions.indices
        where analysis.mentions[other].name != analysis.mentions[index].name && isKnown(other) {
            guard let place = best(other), place.placeKind != .continent else { continue }
            isAnywhere = true
            if place.country != own.country { continue }
            if place.placeKind == .country, !hasPlaces(in: own.country, besides: index) { return false }
            if place.placeKind != .country {
                if place.admin1 == own.admin1 { return false }
                let square = closeness.square(place.latitude, place.longitude)
                if square < Self.far * Self.far { return false }
            }
        }
        return isAnywhere
    }

    private func hasPlaces(in country: UInt32, besides index: Int) -> Bool {
        analysis.mentions.indices.contains { other in
            guard analysis.mentions[other].name != analysis.mentions[index].name, isKnown(other),
                let place = best(other)
            else { return false }
            return place.country == country && place.placeKind != .country
        }
    }

    private func isOutside(_ inner: CandidateEntry, _ outer: CandidateEntry) -> Bool {
        guard outer.placeKind != .continent else { return false }
        guard inner.identity != outer.identity, inner.country != 0, outer.country != 0 else { return false }
        if inner.country != outer.country { return true }
        let square = Closeness(to: outer).square(inner.latitude, inner.longitude)
        switch outer.placeKind {
        case .settlement: return square > Self.near * Self.near
        case .division where outer.isDistrict: return square > Self.far * Self.far
        case .division: return inner.admin1 != outer.admin1 && square > Self.aside * Self.aside
        case .country, .region, .water, .mountain, .continent, .other: return false
        }
    }

    private struct Chain {
        /// The mentions of what holds it, from the least on.
        var holders: [Int] = []
        /// It is called a village.
        var isSmall = false
        /// It is called a village, or what holds it a region.
        var isStated = false
        /// By `in`, `of` or `near`.
        var isJoined = false
    }

    private func chain(_ index: Int) -> Chain {
        var chain = Chain()
        let mentions = analysis.mentions
        let tokens = mentions[index].tokens
        let sentence = context.sentence[tokens.lowerBound]
        chain.isSmall = isCalledSmall(before: tokens.lowerBound)
        var position = tokens.upperBound
        var next = index + 1
        while next < mentions.count, !isKnown(next) { next += 1 }
        let first = next < mentions.count ? mentions[next].tokens.lowerBound : context.tokens.count
        let end = min(first, position + Self.longestGap)
        // "X village", "X, a village"
        for token in position..<max(position, end) where context.sentence[token] == sentence {
            if isSmall(token) {
                chain.isSmall = true
                break
            }
            guard token == position ? isComma(token) : isFiller(token) else { break }
        }
        while next < mentions.count, context.sentence[mentions[next].tokens.lowerBound] == sentence,
            mentions[next].tokens.lowerBound > position,
            let isJoined = joins(position..<mentions[next].tokens.lowerBound)
        {
            let isDivision =
                [.division, .district].contains(mentions[next].placeClass) && best(next)?.placeKind == .division
            if !isJoined, !chain.isSmall, !isDivision, chain.holders.isEmpty { break }
            if chain.isSmall || isDivision { chain.isStated = true }
            if isJoined { chain.isJoined = true }
            chain.holders.append(next)
            position = mentions[next].tokens.upperBound
            next += 1
            while next < mentions.count, !isKnown(next) { next += 1 }
        }
        return chain
    }

    /// "the village of".
    private func isCalledSmall(before start: Int) -> Bool {
        guard var token = context.previous(start) else { return false }
        if context.isWord(token, context.known.of), let before = context.previous(token) { token = before }
        return isSmall(token) && context.tokens[token].shape == .lowercase
    }

    /// Whether the words between a name and the next one say that it lies there; by a comma only: `false`; `nil` where they
    /// say something else.
    private func joins(_ gap: Range<Int>) -> Bool? {
        guard gap.count <= Self.longestGap, !gap.isEmpty else { return nil }
        let known = context.known
        var isJoined = false
        var isComma = false
        var words = 0
        for token in gap {
            if context.isWord(token, known.comma) {
                isComma = true
                words = 0
            } else if context.isWord(token, known.in) || context.isWord(token, known.of)
                || Self.nearby.contains(context.hashes[token])
            {
                isJoined = true
                words = 0
            } else if Self.possessives.contains(context.hashes[token]) {
                isJoined = true
            } else if context.roles[token].classAfter != nil || Self.kinds.contains(context.hashes[token]) {
                words = 0
            } else if isFiller(token) {
                words += 1
                if words > 4 { return nil }
            } else {
                return nil
            }
        }
        return isJoined || isComma ? isJoined : nil
    }

    /// An article, an adjective or part of a name.
    private func isFiller(_ token: Int) -> Bool {
        guard context.tokens[token].kind == .word else { return false }
        if context.isWord(token, context.known.and) || context.isWord(token, context.known.or) { return false }
        if Self.small.contains(context.hashes[token]) || Self.articles.contains(context.hashes[token]) { return true }
        if context.tokens[token].isCapitalized { return true }
        return Self.fillers.contains(context.hashes[token])
    }

    private func isComma(_ token: Int) -> Bool { context.isWord(token, context.known.comma) || isFiller(token) }

    private func isSmall(_ token: Int) -> Bool { Self.small.contains(context.hashes[token]) }

    private static func hashes(_ words: String) -> Set<UInt64> {
        Set(words.split(separator: " ").map { WordHash.of($0.utf8) })
    }

    private static let small = hashes("village hamlet community settlement locality villages farmstead")
    private static let kinds = hashes(
        "area local government sector locality community commune township suburb part parts ward zone")
    private static let nearby = hashes("near outside")
    private static let possessives = hashes("' 's s")
    private static let articles = hashes("a an the")
    private static let fillers = hashes(
        """
        northern southern eastern western central north south east west northeastern northwestern southeastern \
        southwestern small tiny remote rural farming fishing mining coastal border mountain predominantly mainly mostly \
        restive nearby located situated
        """)
}
