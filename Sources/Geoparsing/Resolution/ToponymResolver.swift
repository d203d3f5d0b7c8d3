import Articles
import Gazetteers
import GeoTypes
import Geodesy

/// Chooses the place of each mention, from the candidates, the words around and the rest of the document.
struct ToponymResolver {
    let weights: Weights

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
    ///
    /// - Parameter prior: adds to the score of each candidate by where the document is likely to play.
    func rank(_ mentions: [Mention], demonyms: [Mention], prior: PriorTerm? = nil) -> [Ranking] {
        var evidence = DocumentEvidence(demonyms: demonyms)
        var rankings: [Ranking] = []
        for _ in 0..<3 {
            // Mentions of one name in one setting have one ranking: each is computed once.
            var known: [Setting: Ranking] = [:]
            rankings = mentions.map { mention in
                guard mention.container == nil, mention.containing == nil else {
                    return rank(mention, in: mentions, evidence: evidence, prior: prior)
                }
                let setting = Setting(
                    surface: mention.surface, placeClass: mention.placeClass, candidates: mention.candidates.count)
                if let ranking = known[setting] { return ranking }
                let ranking = rank(mention, in: mentions, evidence: evidence, prior: prior)
                known[setting] = ranking
                return ranking
            }
            shareSense(mentions, &rankings)
            evidence.update(mentions, rankings)
        }
        return rankings
    }

    private struct Setting: Hashable {
        var surface: String
        var placeClass: Lexicon.PlaceClass?
        var candidates: Int
    }

    private func rank(
        _ mention: Mention, in mentions: [Mention], evidence: DocumentEvidence, prior: PriorTerm?
    ) -> Ranking {
        let greatest = mention.candidates.map(\.place.population).max() ?? 0
        let vectors = mention.candidates.map { candidate in
            features(of: candidate, mention: mention, mentions: mentions, evidence: evidence, greatest: greatest)
        }
        let scores = zip(vectors, mention.candidates).map { vector, candidate in
            weights.score(vector) + (prior?.score(candidate.place) ?? 0)
        }
        return Ranking(probabilities: softmax(scores), features: vectors)
    }

    private func features(
        of candidate: Candidate, mention: Mention, mentions: [Mention], evidence: DocumentEvidence, greatest: Int
    ) -> FeatureVector {
        var vector = FeatureVector()
        let place = candidate.place
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
        if let inner = mention.containing {
            let isAround = mentions[inner].candidates.contains { Containment.contains(place, $0.place) }
            vector.add(isAround ? ResolutionFeature.containsNeighbor : .notContainsNeighbor)
        }
        if let placeClass = mention.placeClass {
            vector.add(placeClass.fits(place) ? ResolutionFeature.classAgrees : .classDisagrees)
        }
        vector.add(ResolutionFeature.greatestPopulation, when: place.population == greatest && greatest > 0)
        vector.add(ResolutionFeature.onlyCandidate, when: mention.candidates.count == 1)
        if let country = place.countryCode {
            vector.add(ResolutionFeature.countryShare, evidence.countryShare(country, excluding: mention.surface))
            vector.add(
                ResolutionFeature.countryMentioned,
                when: evidence.namesCountry(country, excluding: mention.surface))
            vector.add(ResolutionFeature.demonymMentioned, when: evidence.demonymCountries.contains(country))
            if let division = DocumentEvidence.division(of: place) {
                vector.add(
                    ResolutionFeature.divisionShare, evidence.divisionShare(division, excluding: mention.surface))
                vector.add(
                    ResolutionFeature.divisionMentioned,
                    when: evidence.namesDivision(division, excluding: mention.surface))
            }
        }
        vector.add(ResolutionFeature.nearness, evidence.nearness(place, excluding: mention.surface))
        return vector
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

/// Which place lies in which, as far as the gazetteer's codes tell.
enum Containment {
    static func contains(_ outer: Place, _ inner: Place) -> Bool {
        guard outer.id != inner.id else { return false }
        switch outer.kind {
        case .country: return outer.countryCode == inner.countryCode && inner.kind != .country
        case .division:
            return outer.countryCode == inner.countryCode && outer.admin1Code == inner.admin1Code
                && inner.kind != .country && inner.kind != .division
        case .settlement:
            // "Montmartre, Paris": a part of a town, or a suburb.
            return inner.kind == .settlement && outer.countryCode == inner.countryCode
                && outer.admin1Code == inner.admin1Code && outer.population > inner.population
                && abs(outer.coordinate.latitude - inner.coordinate.latitude) < 0.25
                && abs(outer.coordinate.longitude - inner.coordinate.longitude) < 0.4
        case .region, .water, .mountain, .continent, .other: return false
        }
    }
}
