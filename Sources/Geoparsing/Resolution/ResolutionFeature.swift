/// What speaks for or against a candidate being the place a name stands for.
package enum ResolutionFeature: Int, ModelFeature {
    /// log10 of the population, 0...10; unknown counts as 2.
    case population
    case country, division, capital, settlement, region, water, mountain, continent, seat
    case exact, unaccented, folded, edited
    case common, alternate, short, former, abbreviation
    /// "Salisbury, England": the container named beside it contains the candidate, or does not.
    case contained, notContained
    /// "Balakliia, in Kharkiv": the name beside it lies in the candidate, or does not.
    case containsNeighbor, notContainsNeighbor
    case classAgrees, classDisagrees
    /// Share of the document's places in the candidate's country and division, 0...1.
    case countryShare, divisionShare
    case countryMentioned, divisionMentioned, demonymMentioned
    /// Nearness to the nearest other place of the document, 0...1.
    case nearness
    /// No other candidate has more inhabitants.
    case greatestPopulation
    /// There is no other candidate.
    case onlyCandidate
    /// A division below the first level.
    case district
    /// "Lima and Dayton, Ohio": the container at the end of the list contains the candidate, or does not.
    case listContained, notListContained
    /// log10 of the population below that of the greatest candidate.
    case populationGap
    /// The votes of the other names for the candidate's division and surroundings, as such and against the best of the
    /// other candidates.
    case divisionVotes, divisionVoteShare, surroundingVotes, surroundingVoteShare
    /// Share of the names next to this one that are in the candidate's division or country.
    case adjacentDivision, adjacentCountry
    /// Share of the first names of the text that are in the candidate's division or country.
    case leadDivision, leadCountry
    /// Nearness to a district that the document names.
    case nearDistrict
    /// The document's most frequent division and country.
    case topDivision, topCountry
    /// Of no population known.
    case unpopulated
    /// A settlement, of which there are more than five of the name.
    case oneOfMany
    /// A country, division or region by another of its names: unlike towns, these have few.
    case areaByOtherName
    /// A rival is spelled more like the text.
    case outspelled
    /// A division by the bare name of a town in it, or of the capital beside it, which is a candidate too.
    case besideItsTown
}
