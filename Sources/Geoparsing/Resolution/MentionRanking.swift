import Gazetteers
import Tables

/// The candidates of a document's mentions as they are ranked, round by round.
struct MentionRanking {
    let mentions: [Mention]
    let pool: CandidatePool
    private let prior: PriorTerm?
    /// Whether there are rounds: then a bare name is weighed by its own table, and a name without rivals not at all.
    private let hasRounds: Bool
    private let needsFeatures: Bool
    private(set) var evidence: DocumentEvidence
    var rankings = ToponymResolver.Rankings()
    /// The first mention of the same name in the same setting: its ranking is theirs too.
    private var leaders: [Int] = []
    /// What the candidates of each mention are measured against, computed when first asked for: it hangs on no round.
    private(set) var rivals: [Rivals]
    private(set) var votes: [(division: Double, surroundings: Double)]
    private var priors: [Double]
    /// What the trees work in.
    private var remaining: [UInt64] = []

    /// What the candidates of a mention are measured against.
    struct Rivals {
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

    /// Lets the next round know what this one has found.
    mutating func update() {
        evidence.update(mentions, rankings.probabilities, starts: rankings.starts)
    }
}
