import Gazetteers
import Tables

/// The candidates of a document's mentions as they are ranked, round by round.
struct MentionRanking {
    private let mentions: [Mention]
    private let pool: CandidatePool
    private let prior: PriorTerm?
    /// Whether there are rounds: then a bare name is weighed by its own table, and a name without rivals not at all.
    private let hasRounds: Bool
    private let needsFeatures: Bool
    private var evidence: DocumentEvidence
    private(set) var rankings = ToponymResolver.Rankings()
    /// The first mention of the same name in the same setting: its ranking is theirs too.
    private var leaders: [Int] = []
    /// What the candidates of each mention are measured against, computed when first asked for: it hangs on no round.
    private var rivals: [Rivals]
    private var votes: [(division: Double, surroundings: Double)]
    private var priors: [Double]
    /// What the trees work in.
    private var remaining: [UInt64] = []

    /// What the candidates of a mention are measured against.
    private struct Rivals {
        var isKnown = false
        var rung = Rung.stemmed
        var greatestDivision = 0.0
        var greatestSurroundings = 0.0
    }

    /// - Parameter names: how many the document has; 0 for a mention outside of documents.
    init(
        _ mentions: [Mention], demonyms: [Mention], pool: CandidatePool, names: Int, hasRounds: Bool,
        prior: PriorTerm?, needsFeatures: Bool
    ) {
        self.mentions = mentions
        self.pool = pool
        self.prior = prior
        self.hasRounds = hasRounds
        self.needsFeatures = needsFeatures
        evidence = DocumentEvidence(names == 0 ? [] : mentions, demonyms: demonyms, pool: pool, names: names)
        rankings.starts.reserveCapacity(mentions.count)
        var count = 0
        for mention in mentions {
            rankings.starts.append(count)
            count += pool[mention.candidates].count
        }
        rankings.probabilities = [Double].filled(with: 0, count: count)
        if needsFeatures { rankings.features = [FeatureVector].filled(with: FeatureVector(), count: count) }
        rivals = [Rivals].filled(with: Rivals(), count: mentions.count)
        votes = [(division: Double, surroundings: Double)].filled(with: (0, 0), count: count)
        priors = [Double].filled(with: 0, count: prior == nil ? 0 : count)
        findLeaders(names: names)
    }

    /// Mentions of one name in one setting have one ranking.
    private mutating func findLeaders(names: Int) {
        leaders.reserveCapacity(mentions.count)
        var byName = NumberLists(count: names, capacity: mentions.count)
        for (index, mention) in mentions.enumerated() {
            var leader = index
            if names > 0, mention.container < 0, mention.containing < 0, mention.listContainer < 0 {
                byName.forEach(in: Int(mention.name)) { other in
                    guard mentions[other].placeClass == mention.placeClass,
                        pool[mentions[other].candidates].count == pool[mention.candidates].count
                    else { return true }
                    leader = other
                    return false
                }
                if leader == index { byName.append(index, to: Int(mention.name)) }
            }
            leaders.append(leader)
        }
    }

    /// One round.
    mutating func rankAll(weights: Weights, trees: TreeScorer?) {
        var score = DenseFeatureScore(weights)
        for index in mentions.indices {
            let leader = leaders[index]
            if leader == index {
                rank(index, &score, weights: weights, trees: trees)
                continue
            }
            let (from, to) = (rankings.starts[leader], rankings.starts[index])
            for candidate in 0..<pool[mentions[index].candidates].count {
                rankings.probabilities[to + candidate] = rankings.probabilities[from + candidate]
                if needsFeatures { rankings.features[to + candidate] = rankings.features[from + candidate] }
            }
        }
    }

    /// Ranks the candidates of one mention.
    mutating func rank(_ index: Int, weights: Weights, trees: TreeScorer?) {
        var score = DenseFeatureScore(weights)
        rank(index, &score, weights: weights, trees: trees)
    }

    private mutating func rank(
        _ index: Int, _ score: inout DenseFeatureScore, weights: Weights, trees: TreeScorer?
    ) {
        let mention = mentions[index]
        let list = pool[mention.candidates]
        let start = rankings.starts[index]
        // Without rivals there is nothing to weigh; but a bare name wants its reasons.
        if list.count < 2, hasRounds {
            for candidate in 0..<list.count { rankings.probabilities[start + candidate] = 1 }
            return
        }
        evidence.turn(to: index < evidence.numbers.count ? Int(evidence.numbers[index]) : -1)
        if !rivals[index].isKnown { meetRivals(index, list, start) }
        for candidate in 0..<list.count {
            let entry = pool.entries[list.range.lowerBound + candidate]
            score.reset()
            add(entry, candidate, index, list, to: &score)
            if needsFeatures {
                var vector = FeatureVector()
                add(entry, candidate, index, list, to: &vector)
                rankings.features[start + candidate] = vector
            }
            var sum = score.sum + (prior == nil ? 0 : priors[start + candidate])
            if let trees { sum += trees.score(score.values, remaining: &remaining) }
            // A bare name is weighed by its own table.
            if hasRounds { sum -= strangeness(entry, mention, list) }
            rankings.probabilities[start + candidate] = sum
        }
        normalize(start..<(start + list.count))
    }

    /// Turns scores into probabilities.
    private mutating func normalize(_ range: Range<Int>) {
        guard let first = range.first else { return }
        var greatest = rankings.probabilities[first]
        for index in range { greatest = max(greatest, rankings.probabilities[index]) }
        var sum = 0.0
        for index in range {
            let value = exponential(rankings.probabilities[index] - greatest)
            rankings.probabilities[index] = value
            sum += value
        }
        for index in range { rankings.probabilities[index] /= sum }
    }

    private mutating func meetRivals(_ index: Int, _ list: CandidateList, _ start: Int) {
        evidence.excludeVotes()
        var own = Rivals()
        own.isKnown = true
        for candidate in 0..<list.count {
            let entry = pool.entries[list.range.lowerBound + candidate]
            own.rung = min(own.rung, entry.rung)
            let vote = evidence.votes(for: entry)
            votes[start + candidate] = vote
            own.greatestDivision = max(own.greatestDivision, vote.division)
            own.greatestSurroundings = max(own.greatestSurroundings, vote.surroundings)
            if let prior { priors[start + candidate] = prior.score(entry) }
        }
        rivals[index] = own
    }

    /// What a place has against it that the document gives no reason to think of, where a greater one has the name: the
    /// corpora are full of local news about small namesakes, and a text that says no more than "London" is not.
    private func strangeness(_ place: CandidateEntry, _ mention: Mention, _ list: CandidateList) -> Double {
        let country = Int(place.countryNumber)
        guard place.placeKind == .settlement, place.population < list.population, mention.container < 0,
            mention.listContainer < 0, country >= 0, evidence.countryShare(country) == 0,
            !evidence.namesCountry(country), !evidence.namesPeople(country)
        else { return 0 }
        return Self.strange + Self.stranger * (list.logPopulation - logPopulation(place.population))
    }

    /// In log-odds, as such and for each tenth of the greatest place's population.
    private static let strange = 1.0
    private static let stranger = 3.0

    private func add(
        _ place: CandidateEntry, _ candidate: Int, _ index: Int, _ list: CandidateList,
        to vector: inout some FeatureSink
    ) {
        let mention = mentions[index]
        let magnitude = place.population > 0 ? logPopulation(place.population) : 0
        vector.add(ResolutionFeature.population, place.population > 0 ? magnitude : 2)
        vector.add(Self.kindFeature(place.placeKind))
        vector.add(ResolutionFeature.capital, when: place.traits.contains(.capital))
        vector.add(ResolutionFeature.seat, when: place.traits.contains(.seat))
        switch place.rung {
        case .exact: vector.add(ResolutionFeature.exact)
        case .unaccented: vector.add(ResolutionFeature.unaccented)
        case .folded: vector.add(ResolutionFeature.folded)
        case .edited, .stemmed: vector.add(ResolutionFeature.edited)
        }
        switch place.kind {
        case .primary, .demonym: break
        case .common: vector.add(ResolutionFeature.common)
        case .alternate: vector.add(ResolutionFeature.alternate)
        case .short: vector.add(ResolutionFeature.short)
        case .former: vector.add(ResolutionFeature.former)
        case .abbreviation: vector.add(ResolutionFeature.abbreviation)
        }
        if mention.container >= 0 {
            let isInside = lies(place, in: mention.container)
            vector.add(isInside ? ResolutionFeature.contained : .notContained)
        }
        if mention.listContainer >= 0 {
            let isInside = lies(place, in: mention.listContainer)
            vector.add(isInside ? ResolutionFeature.listContained : .notListContained)
        }
        if mention.containing >= 0 {
            let isAround = pool.contains(mentions[Int(mention.containing)].candidates) {
                Containment.contains(place, $0)
            }
            vector.add(isAround ? ResolutionFeature.containsNeighbor : .notContainsNeighbor)
        }
        if let placeClass = mention.placeClass {
            vector.add(placeClass.fits(place) ? ResolutionFeature.classAgrees : .classDisagrees)
        }
        vector.add(
            ResolutionFeature.greatestPopulation, when: place.population == list.population && list.population > 0)
        vector.add(ResolutionFeature.district, when: place.isDistrict)
        vector.add(ResolutionFeature.unpopulated, when: place.population == 0)
        vector.add(ResolutionFeature.oneOfMany, when: place.placeKind == .settlement && list.count > 5)
        vector.add(ResolutionFeature.populationGap, place.population > 0 ? list.logPopulation - magnitude : 0)
        vector.add(
            ResolutionFeature.areaByOtherName,
            when: !place.isPoint && (place.kind == .alternate || place.kind == .common))
        vector.add(
            ResolutionFeature.besideItsTown,
            when: place.kind == .short && mention.placeClass == nil && hasTown(Int(place.divisionNumber), list))
        vector.add(ResolutionFeature.outspelled, when: rivals[index].rung < place.rung)
        addVotes(votes[rankings.starts[index] + candidate], rivals[index], to: &vector)
        vector.add(ResolutionFeature.onlyCandidate, when: list.count == 1)
        if place.countryNumber >= 0 {
            addShares(Int(place.countryNumber), Int(place.divisionNumber), to: &vector)
        }
        let closeness = Closeness(to: place)
        vector.add(ResolutionFeature.nearness, evidence.nearness(place, closeness))
        vector.add(ResolutionFeature.nearDistrict, evidence.districtNearness(place, closeness))
    }

    private func lies(_ place: CandidateEntry, in container: Int32) -> Bool {
        pool.contains(mentions[Int(container)].candidates) { Containment.contains($0, place) }
    }

    /// Whether a town of the name lies in the division.
    private func hasTown(_ division: Int, _ list: CandidateList) -> Bool {
        guard division >= 0 else { return false }
        for index in list.range {
            let entry = pool.entries[index]
            if Int(entry.divisionNumber) == division, entry.placeKind == .settlement,
                entry.kind == .primary || entry.kind == .common
            {
                return true
            }
        }
        return false
    }

    private func addShares(_ country: Int, _ division: Int, to vector: inout some FeatureSink) {
        vector.add(ResolutionFeature.countryShare, evidence.countryShare(country))
        vector.add(ResolutionFeature.countryMentioned, when: evidence.namesCountry(country))
        vector.add(ResolutionFeature.demonymMentioned, when: evidence.namesPeople(country))
        let adjacent = evidence.adjacentShares(country, division)
        vector.add(ResolutionFeature.adjacentDivision, adjacent.division)
        vector.add(ResolutionFeature.adjacentCountry, adjacent.country)
        let lead = evidence.leadShares(country, division)
        vector.add(ResolutionFeature.leadDivision, lead.division)
        vector.add(ResolutionFeature.leadCountry, lead.country)
        vector.add(ResolutionFeature.topCountry, when: evidence.isTop(country: country))
        guard division >= 0 else { return }
        vector.add(ResolutionFeature.topDivision, when: evidence.isTop(division: division))
        vector.add(ResolutionFeature.divisionShare, evidence.divisionShare(division))
        vector.add(ResolutionFeature.divisionMentioned, when: evidence.namesDivision(division))
    }

    private func addVotes(
        _ vote: (division: Double, surroundings: Double), _ rivals: Rivals, to vector: inout some FeatureSink
    ) {
        vector.add(ResolutionFeature.divisionVotes, min(3, vote.division))
        vector.add(ResolutionFeature.surroundingVotes, min(3, vote.surroundings))
        if rivals.greatestDivision > 0.05 {
            vector.add(ResolutionFeature.divisionVoteShare, vote.division / rivals.greatestDivision)
        }
        if rivals.greatestSurroundings > 0.02 {
            vector.add(ResolutionFeature.surroundingVoteShare, vote.surroundings / rivals.greatestSurroundings)
        }
    }

    private static func kindFeature(_ kind: Place.Kind) -> ResolutionFeature {
        switch kind {
        case .continent: .continent
        case .country: .country
        case .division: .division
        case .settlement: .settlement
        case .region, .other: .region
        case .water: .water
        case .mountain: .mountain
        }
    }

    /// One sense per document: mentions of the same name share their probabilities, unless a class word or a container
    /// sets one apart.
    mutating func shareSense() {
        var groups = NumberLists(
            count: evidence.numbers.reduce(0) { max($0, Int($1) + 1) }, capacity: mentions.count)
        var order: [Int32] = []
        order.reserveCapacity(mentions.count)
        for (index, mention) in mentions.enumerated() where mention.placeClass == nil && mention.hasCandidates {
            let number = Int(evidence.numbers[index])
            if groups.isEmpty(number) { order.append(evidence.numbers[index]) }
            groups.append(index, to: number)
        }
        var members: [Int] = []
        var mean: [Double] = []
        members.reserveCapacity(16)
        mean.reserveCapacity(32)
        for number in order {
            members.removeAll(keepingCapacity: true)
            groups.forEach(in: Int(number)) { member in
                members.append(member)
                return true
            }
            guard members.count > 1 else { continue }
            let count = rankings.range(members[0]).count
            mean.removeAll(keepingCapacity: true)
            for _ in 0..<count { mean.append(0) }
            var informed = 0
            for member in members where mentions[member].container >= 0 { informed += 1 }
            let sources = Double(informed > 0 ? informed : members.count)
            for member in members where informed == 0 || mentions[member].container >= 0 {
                let range = rankings.range(member)
                guard range.count == count else { continue }
                for candidate in 0..<count {
                    mean[candidate] += rankings.probabilities[range.lowerBound + candidate] / sources
                }
            }
            for member in members {
                let range = rankings.range(member)
                guard range.count == count else { continue }
                for candidate in 0..<count { rankings.probabilities[range.lowerBound + candidate] = mean[candidate] }
            }
        }
    }

    /// Lets the next round know what this one has found.
    mutating func update() {
        evidence.update(mentions, rankings.probabilities, starts: rankings.starts)
    }
}
