import Articles
import Gazetteers
import GeoTypes
import Geodesy

/// Chooses the place of each mention, from the candidates, the words around and the rest of the document.
struct ToponymResolver {
    let weights: Weights
    /// The weights of the first round, which knows nothing yet of the other names' places.
    let first: Weights?
    /// What is added in the last round.
    let trees: BoostedTrees?

    init(weights: Weights, first: Weights? = nil, trees: BoostedTrees? = nil) {
        self.weights = weights
        self.first = first
        self.trees = trees
    }

    /// A ranking of one mention's candidates.
    struct Ranking: Sendable {
        /// Probabilities, in the order of the candidates; their sum is 1.
        var probabilities: [Double]
        var features: [FeatureVector]

        var best: Int? {
            probabilities.indices.max { a, b in
                probabilities[a] == probabilities[b] ? a > b : probabilities[a] < probabilities[b]
            }
        }
    }

    /// Ranks the candidates of all mentions, in rounds: what the clear cases say of the document's countries helps the
    /// others.
    func rank(_ mentions: [Mention], demonyms: [Mention]) -> [Ranking] {
        rounds(mentions, demonyms: demonyms).last
    }

    /// Ranks the candidates of a mention that stands in no document: one round says all there is to say.
    func rank(alone mention: Mention) -> Ranking {
        let evidence = DocumentEvidence([], demonyms: [])
        return rank(
            mention, in: [mention], evidence: evidence, rivals: Rivals(mention, evidence), weights: weights,
            trees: trees, prior: nil)
    }

    /// The rankings of the first round and of the last.
    ///
    /// - Parameter prior: adds to the score of each candidate by where the document is likely to play.
    func rounds(
        _ mentions: [Mention], demonyms: [Mention], prior: PriorTerm? = nil
    ) -> (first: [Ranking], last: [Ranking]) {
        var evidence = DocumentEvidence(mentions, demonyms: demonyms)
        // What hangs on no round is computed in the first.
        var rivals = [Rivals?](repeating: nil, count: mentions.count)
        func rank(_ index: Int, weights: Weights, trees: BoostedTrees?) -> Ranking {
            let own = rivals[index] ?? Rivals(mentions[index], evidence)
            rivals[index] = own
            return self.rank(
                mentions[index], in: mentions, evidence: evidence, rivals: own, weights: weights, trees: trees,
                prior: prior)
        }
        var rankings: [Ranking] = []
        var firstRankings: [Ranking] = []
        for round in 0..<3 {
            let weights = round == 0 ? first ?? weights : weights
            let trees = round == 2 ? trees : nil
            // Mentions of one name in one setting have one ranking: each is computed once.
            var known: [Setting: Ranking] = [:]
            rankings = mentions.indices.map { index in
                let mention = mentions[index]
                guard mention.container == nil, mention.containing == nil, mention.listContainer == nil else {
                    return rank(index, weights: weights, trees: trees)
                }
                let setting = Setting(
                    surface: mention.surface, placeClass: mention.placeClass, candidates: mention.candidates.count)
                if let ranking = known[setting] { return ranking }
                let ranking = rank(index, weights: weights, trees: trees)
                known[setting] = ranking
                return ranking
            }
            if round == 0 { firstRankings = rankings }
            shareSense(mentions, &rankings)
            evidence.update(mentions, rankings)
        }
        return (firstRankings, rankings)
    }

    private struct Setting: Hashable {
        var surface: String
        var placeClass: Lexicon.PlaceClass?
        var candidates: Int
    }

    /// What the candidates of a mention are measured against.
    private struct Rivals {
        /// The number of the name in the document.
        var number = -1
        var population = 0
        var divisionVotes: [Double] = []
        var surroundingVotes: [Double] = []
        var rung = Rung.stemmed
        /// The divisions in which there is a town of the name.
        var towns: Set<UInt64> = []

        init(_ mention: Mention, _ evidence: DocumentEvidence) {
            number = evidence.number(of: mention.surface)
            for candidate in mention.candidates {
                let place = candidate.place
                population = max(population, place.population)
                rung = min(rung, candidate.rung)
                let division = DocumentEvidence.division(of: place)
                if let division, place.kind == .settlement, candidate.kind == .primary || candidate.kind == .common {
                    towns.insert(division)
                }
                divisionVotes.append(
                    division.map { evidence.votes.division($0, excluding: number) } ?? 0)
                surroundingVotes.append(
                    place.isPoint ? evidence.votes.surroundings(place, excluding: number) : 0)
            }
        }
    }

    private func rank(
        _ mention: Mention, in mentions: [Mention], evidence: DocumentEvidence, rivals: Rivals, weights: Weights,
        trees: BoostedTrees?, prior: PriorTerm?
    ) -> Ranking {
        // Without rivals there is nothing to weigh; but a bare name wants its reasons.
        if mention.candidates.count < 2, first != nil {
            return Ranking(
                probabilities: mention.candidates.map { _ in 1 },
                features: mention.candidates.map { _ in FeatureVector() })
        }
        let vectors = mention.candidates.indices.map { index in
            features(of: index, mention: mention, mentions: mentions, evidence: evidence, rivals: rivals)
        }
        var scores = zip(vectors, mention.candidates).map { vector, candidate in
            weights.score(vector) + (prior?.score(candidate.place) ?? 0)
        }
        if let trees {
            for index in vectors.indices { scores[index] += trees.score(vectors[index].dense(ResolutionFeature.self)) }
        }
        return Ranking(probabilities: softmax(scores), features: vectors)
    }

    private func features(
        of index: Int, mention: Mention, mentions: [Mention], evidence: DocumentEvidence, rivals: Rivals
    ) -> FeatureVector {
        var vector = FeatureVector(capacity: 40)
        let candidate = mention.candidates[index]
        let place = candidate.place
        let greatest = rivals.population
        vector.add(ResolutionFeature.population, place.population > 0 ? logPopulation(place.population) : 2)
        vector.add(kindFeature(place.kind))
        vector.add(ResolutionFeature.capital, when: place.featureCode == "PPLC")
        vector.add(ResolutionFeature.seat, when: place.featureCode == "PPLA")
        switch candidate.rung {
        case .exact: vector.add(ResolutionFeature.exact)
        case .unaccented: vector.add(ResolutionFeature.unaccented)
        case .folded: vector.add(ResolutionFeature.folded)
        case .edited, .stemmed: vector.add(ResolutionFeature.edited)
        }
        switch candidate.kind {
        case .primary, .demonym: break
        case .common: vector.add(ResolutionFeature.common)
        case .alternate: vector.add(ResolutionFeature.alternate)
        case .short: vector.add(ResolutionFeature.short)
        case .former: vector.add(ResolutionFeature.former)
        case .abbreviation: vector.add(ResolutionFeature.abbreviation)
        }
        if let container = mention.container {
            let isInside = mentions[container].candidates.contains { Containment.contains($0.place, place) }
            vector.add(isInside ? ResolutionFeature.contained : .notContained)
        }
        if let container = mention.listContainer {
            let isInside = mentions[container].candidates.contains { Containment.contains($0.place, place) }
            vector.add(isInside ? ResolutionFeature.listContained : .notListContained)
        }
        if let inner = mention.containing {
            let isAround = mentions[inner].candidates.contains { Containment.contains(place, $0.place) }
            vector.add(isAround ? ResolutionFeature.containsNeighbor : .notContainsNeighbor)
        }
        if let placeClass = mention.placeClass {
            vector.add(placeClass.fits(place) ? ResolutionFeature.classAgrees : .classDisagrees)
        }
        vector.add(ResolutionFeature.greatestPopulation, when: place.population == greatest && greatest > 0)
        vector.add(ResolutionFeature.district, when: place.isDistrict)
        vector.add(ResolutionFeature.unpopulated, when: place.population == 0)
        vector.add(ResolutionFeature.oneOfMany, when: place.kind == .settlement && mention.candidates.count > 5)
        vector.add(
            ResolutionFeature.populationGap,
            place.population > 0 ? logPopulation(greatest) - logPopulation(place.population) : 0)
        vector.add(
            ResolutionFeature.areaByOtherName,
            when: !place.isPoint && (candidate.kind == .alternate || candidate.kind == .common))
        vector.add(
            ResolutionFeature.besideItsTown,
            when: candidate.kind == .short && mention.placeClass == nil
                && DocumentEvidence.division(of: place).map { rivals.towns.contains($0) } ?? false)
        vector.add(ResolutionFeature.outspelled, when: rivals.rung < candidate.rung)
        addVotes(index, rivals, to: &vector)
        vector.add(ResolutionFeature.onlyCandidate, when: mention.candidates.count == 1)
        if let country = place.countryCode {
            vector.add(ResolutionFeature.countryShare, evidence.countryShare(country, excluding: rivals.number))
            vector.add(
                ResolutionFeature.countryMentioned,
                when: evidence.namesCountry(country, excluding: rivals.number))
            vector.add(ResolutionFeature.demonymMentioned, when: evidence.demonymCountries.contains(country))
            let division = DocumentEvidence.division(of: place)
            let adjacent = evidence.adjacentShares(country, division, of: rivals.number)
            vector.add(ResolutionFeature.adjacentDivision, adjacent.division)
            vector.add(ResolutionFeature.adjacentCountry, adjacent.country)
            let lead = evidence.leadShares(country, division, of: rivals.number)
            vector.add(ResolutionFeature.leadDivision, lead.division)
            vector.add(ResolutionFeature.leadCountry, lead.country)
            vector.add(ResolutionFeature.topCountry, when: evidence.isTop(country: country))
            if let division {
                vector.add(ResolutionFeature.topDivision, when: evidence.isTop(division: division))
                vector.add(
                    ResolutionFeature.divisionShare, evidence.divisionShare(division, excluding: rivals.number))
                vector.add(
                    ResolutionFeature.divisionMentioned,
                    when: evidence.namesDivision(division, excluding: rivals.number))
            }
        }
        vector.add(ResolutionFeature.nearness, evidence.nearness(place, excluding: rivals.number))
        vector.add(ResolutionFeature.nearDistrict, evidence.districtNearness(place, excluding: rivals.number))
        return vector
    }

    private func addVotes(_ index: Int, _ rivals: Rivals, to vector: inout FeatureVector) {
        let division = rivals.divisionVotes[index]
        let surrounding = rivals.surroundingVotes[index]
        vector.add(ResolutionFeature.divisionVotes, min(3, division))
        vector.add(ResolutionFeature.surroundingVotes, min(3, surrounding))
        let greatestDivision = rivals.divisionVotes.max() ?? 0
        let greatestSurrounding = rivals.surroundingVotes.max() ?? 0
        if greatestDivision > 0.05 { vector.add(ResolutionFeature.divisionVoteShare, division / greatestDivision) }
        if greatestSurrounding > 0.02 {
            vector.add(ResolutionFeature.surroundingVoteShare, surrounding / greatestSurrounding)
        }
    }

    private func kindFeature(_ kind: Place.Kind) -> ResolutionFeature {
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
    private func shareSense(_ mentions: [Mention], _ rankings: inout [Ranking]) {
        var groups: [String: [Int]] = [:]
        var order: [String] = []
        for (index, mention) in mentions.enumerated() where mention.placeClass == nil && !mention.candidates.isEmpty {
            if groups[mention.surface] == nil { order.append(mention.surface) }
            groups[mention.surface, default: []].append(index)
        }
        for surface in order {
            guard let members = groups[surface], members.count > 1, let first = members.first else { continue }
            let informed = members.filter { mentions[$0].container != nil }
            let sources = informed.isEmpty ? members : informed
            var mean = [Double](repeating: 0, count: mentions[first].candidates.count)
            for member in sources where rankings[member].probabilities.count == mean.count {
                for (candidate, value) in rankings[member].probabilities.enumerated() {
                    mean[candidate] += value / Double(sources.count)
                }
            }
            for member in members where rankings[member].probabilities.count == mean.count {
                rankings[member].probabilities = mean
            }
        }
    }

    private func softmax(_ scores: [Double]) -> [Double] {
        guard let greatest = scores.max() else { return [] }
        let exponentials = scores.map { exponential($0 - greatest) }
        let sum = exponentials.reduce(0, +)
        return exponentials.map { $0 / sum }
    }
}
