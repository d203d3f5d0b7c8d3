import Articles
import Gazetteers
import Tables

/// What the text says that a place lies in: "X, a village in the Y area of Z State". The gazetteer lacks most villages, and
/// has others of their names far away; what the text says goes before such a namesake.
struct StatedContainers {
    /// What is found of one mention.
    struct Verdict: Hashable, Sendable {
        /// The gazetteer has only others of the name.
        var isElsewhere = false
        /// The mention of what it lies in; -1 where the text does not say.
        var holder = -1
        /// The entry that lies there; -1 for that of the ranking.
        var entry = -1
    }

    let analysis: Geoparser.Analysis
    let context: DocumentContext
    private let threshold: Double
    var verdicts: [Verdict]
    /// The likeliest entry of each mention; `nil` for those that are no toponyms, too.
    let bests: [CandidateEntry?]
    /// Whether each mention is a toponym.
    let isKnown: [Bool]
    /// The mentions that name places below continents first, each name once, a few of them.
    let firsts: [Int]

    /// More names of a text tell no more of where it plays.
    static let mostNames = 200

    /// The words that stand between a name and what holds it.
    static let longestGap = 12
    /// A town of more people is known by its name alone.
    static let greatTown = 100_000
    static let smallTown = 20_000
    static let hamlet = 5_000
    /// A city of more people is meant wherever the text plays.
    static let metropolis = 1_000_000
    static let muchSmaller = 3
    /// So many other names tell where a text plays.
    static let fewNames = 3
    /// So many contradict an odd spelling.
    static let someNames = 2
    /// In degrees: what is near, what is in the division of a far corner, and another part of the country.
    static let (near, aside, far) = (1.0, 1.2, 1.5)

    init(_ analysis: Geoparser.Analysis, context: DocumentContext, threshold: Double) {
        self.analysis = analysis
        self.context = context
        self.threshold = threshold
        verdicts = [Verdict](repeating: Verdict(), count: analysis.mentions.count)
        let isKnown = analysis.mentions.map { $0.isGiven || $0.probability >= threshold }
        let bests = analysis.mentions.indices.map { index in
            isKnown[index] ? analysis.best(index).map { analysis.pool.entries[$0.entry] } : nil
        }
        (self.isKnown, self.bests) = (isKnown, bests)
        var firsts: [Int] = []
        var names: Set<Int32> = []
        for (index, mention) in analysis.mentions.enumerated() where firsts.count < Self.mostNames {
            guard let place = bests[index], place.placeKind != .continent, names.insert(mention.name).inserted else {
                continue
            }
            firsts.append(index)
        }
        self.firsts = firsts
        for index in verdicts.indices where isKnown[index] && !analysis.mentions[index].hasOverride { judge(index) }
        share()
        widen()
    }

    func best(_ index: Int) -> CandidateEntry? { bests[index] }

    private mutating func judge(_ index: Int) {
        let chain = chain(index)
        guard let own = best(index) else {
            if chain.isStated { verdicts[index].holder = least(chain.holders) ?? -1 }
            return
        }
        if !isSupported(own, index) {
            if let near = namesake(of: own, index) {
                verdicts[index].entry = near
                return
            }
            let placeClass = analysis.mentions[index].placeClass
            let isContradicted =
                chain.isJoined && (placeClass == .division || placeClass == .district)
                && chain.holders.contains { isAbroad($0, from: own) }
            if isContradicted || isDoubtful(index, own) {
                verdicts[index].isElsewhere = true
                if chain.isStated || isContradicted { verdicts[index].holder = least(chain.holders) ?? -1 }
                return
            }
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

    /// "the Beni region of North Kivu": what holds it is in another country.
    private func isAbroad(_ holder: Int, from own: CandidateEntry) -> Bool {
        guard own.population < Self.metropolis, let place = best(holder) else { return false }
        return place.country != 0 && own.country != 0 && place.country != own.country
    }

    /// The words of a name, in any capitals.
    private func key(_ index: Int) -> UInt64 {
        analysis.mentions[index].tokens.reduce(0) { WordHash.joined($0, context.hashes[$1]) }
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

    /// The same name elsewhere in the text is the same place.
    private mutating func share() {
        var known: [UInt64: Int] = [:]
        for index in verdicts.indices where verdicts[index] != Verdict() {
            if known[key(index)] == nil { known[key(index)] = index }
        }
        guard !known.isEmpty else { return }
        for other in verdicts.indices where isKnown[other] && !analysis.mentions[other].hasOverride {
            guard let index = known[key(other)], verdicts[other] == Verdict() else { continue }
            guard let own = best(other) else {
                verdicts[other].holder = verdicts[index].holder
                continue
            }
            // The place of the dateline is that of the text, in whatever capitals it is written.
            if analysis.mentions[index].tokens.lowerBound == 0, own.placeKind == .settlement,
                own.population < Self.greatTown
            {
                verdicts[other] = verdicts[index]
                continue
            }
            let isSame = best(index)?.identity == own.identity
            if verdicts[index].entry >= 0 {
                if isSame { verdicts[other].entry = verdicts[index].entry }
                continue
            }
            let holder = verdicts[index].holder < 0 ? nil : best(verdicts[index].holder)
            // "Banmauk Township in X Region", then "Banmauk".
            let isFar =
                best(index) == nil && own.placeKind == .settlement && own.population < Self.smallTown
                && holder.map { isOutside(own, $0) } ?? false
            guard isSame || isFar else { continue }
            verdicts[other].isElsewhere = true
            verdicts[other].holder = verdicts[index].holder
        }
    }

    func isOutside(_ inner: CandidateEntry, _ outer: CandidateEntry) -> Bool {
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
}
