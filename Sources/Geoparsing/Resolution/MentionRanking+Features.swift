import Gazetteers

/// What speaks for and against the candidates.
extension MentionRanking {
    /// Adds what speaks for and against `place`, which is `candidate` of the `list` of mention `index`.
    func add(
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
            when: mention.placeClass == nil && mention.containing < 0 && pool.isNamesake(place, of: list.range))
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
}
