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
}
