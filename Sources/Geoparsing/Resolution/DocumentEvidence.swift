import Gazetteers
import GeoTypes

/// What the mentions of a document, taken together, say of where it plays.
struct DocumentEvidence {
    /// A name's probable places: each distinct name of a document counts once.
    private struct Sense {
        var weight: Double
        var place: Place
        /// Country and division code, for all but countries.
        var division: UInt64?
    }

    private(set) var demonymCountries: Set<String> = []
    /// Each distinct name has a number; its senses by number.
    private let numbers: [String: Int]
    private var senses: [[Sense]]
    private var countries: [String: Double] = [:]
    private var divisions: [UInt64: Double] = [:]
    private var countryNamers: [String: [Int]] = [:]
    private var divisionNamers: [UInt64: [Int]] = [:]
    /// Probable settlements by cell.
    private var settlements: [Int: [(surface: Int, sense: Sense)]] = [:]
    private var total = 0.0
    /// Named districts by cell.
    private var districts: [Int: [(surface: Int, sense: Sense)]] = [:]
    /// For each name the names that stand next to it somewhere, and the first names of the text.
    private var adjacent: [[Int]]
    private var lead: [Int] = []
    private var topDivision: UInt64?
    private var topCountry: String?
    let votes: CandidateVotes

    init(_ mentions: [Mention], demonyms: [Mention]) {
        var numbers: [String: Int] = [:]
        for mention in mentions where numbers[mention.surface] == nil { numbers[mention.surface] = numbers.count }
        self.numbers = numbers
        senses = [[Sense]](repeating: [], count: numbers.count)
        adjacent = [[Int]](repeating: [], count: numbers.count)
        votes = CandidateVotes(mentions, numbers: numbers)
        let likely = mentions.indices.filter { mentions[$0].probability >= 0.3 && !mentions[$0].candidates.isEmpty }
        for (order, index) in likely.enumerated() {
            let mention = mentions[index]
            guard let own = numbers[mention.surface] else { continue }
            if lead.count < 3, !lead.contains(own) { lead.append(own) }
            for other in [order - 2, order - 1, order + 1, order + 2] where likely.indices.contains(other) {
                let neighbor = mentions[likely[other]]
                guard let number = numbers[neighbor.surface], number != own,
                    abs(neighbor.tokens.lowerBound - mention.tokens.lowerBound) <= 40, adjacent[own].count < 12
                else { continue }
                adjacent[own].append(number)
            }
        }
        for mention in demonyms {
            for candidate in mention.candidates where candidate.place.kind == .country {
                if let country = candidate.place.countryCode { demonymCountries.insert(country) }
            }
        }
    }

    mutating func update(_ mentions: [Mention], _ rankings: [ToponymResolver.Ranking]) {
        for number in senses.indices { senses[number] = [] }
        for (mention, ranking) in zip(mentions, rankings) {
            guard let number = numbers[mention.surface], senses[number].isEmpty else { continue }
            let likely = zip(mention.candidates, ranking.probabilities)
                .filter { $1 >= 0.05 }
                .map { candidate, probability in
                    Sense(
                        weight: probability * max(mention.probability, 0.05), place: candidate.place,
                        division: candidate.place.kind == .country ? nil : Self.division(of: candidate.place))
                }
            senses[number] = likely
        }
        countries = [:]
        divisions = [:]
        countryNamers = [:]
        divisionNamers = [:]
        settlements = [:]
        districts = [:]
        total = 0
        for number in senses.indices {
            for sense in senses[number] { count(sense, surface: number) }
        }
        topDivision = divisions.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
        topCountry = countries.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    private mutating func count(_ sense: Sense, surface: Int) {
        if sense.place.kind == .settlement, sense.weight >= 0.1 {
            let cell = Self.row(sense.place) * 1000 + Self.column(sense.place)
            // A few neighbours say as much as many: a long list of towns must not cost the square of its length.
            if settlements[cell]?.count ?? 0 < 40 { settlements[cell, default: []].append((surface, sense)) }
        }
        if sense.place.isDistrict, sense.weight >= 0.1 {
            let cell = Self.row(sense.place) * 1000 + Self.column(sense.place)
            if districts[cell]?.count ?? 0 < 40 { districts[cell, default: []].append((surface, sense)) }
        }
        guard let country = sense.place.countryCode else { return }
        total += sense.weight
        countries[country, default: 0] += sense.weight
        if let division = sense.division { divisions[division, default: 0] += sense.weight }
        guard sense.weight >= 0.3 else { return }
        if sense.place.kind == .country { countryNamers[country, default: []].append(surface) }
        if sense.place.kind == .division, !sense.place.isDistrict, let division = sense.division {
            divisionNamers[division, default: []].append(surface)
        }
    }

    /// A number for the division; `nil` where a place has no country or division.
    static func division(of place: Place) -> UInt64? {
        guard let country = place.countryCode, let code = place.admin1Code else { return nil }
        return WordHash.joined(WordHash.of(country.utf8), WordHash.of(code.utf8))
    }

    /// The number of a name of the document, by which all else asks for it.
    func number(of surface: String) -> Int { numbers[surface] ?? -1 }

    /// The part of the other names' weight that lies in `country`, with a little doubt for short documents.
    func countryShare(_ country: String, excluding surface: Int) -> Double {
        share(countries[country] ?? 0, excluding: surface) { $0.place.countryCode == country }
    }

    func divisionShare(_ division: UInt64, excluding surface: Int) -> Double {
        share(divisions[division] ?? 0, excluding: surface) { $0.division == division }
    }

    private func share(_ weight: Double, excluding surface: Int, _ belongs: (Sense) -> Bool) -> Double {
        guard weight > 0 else { return 0 }
        var own = 0.0
        var ownTotal = 0.0
        for sense in surface >= 0 ? senses[surface] : [] where sense.place.countryCode != nil {
            ownTotal += sense.weight
            if belongs(sense) { own += sense.weight }
        }
        return max(0, weight - own) / (max(0, total - ownTotal) + 1)
    }

    /// Whether another name of the document probably is the country itself.
    func namesCountry(_ country: String, excluding surface: Int) -> Bool {
        countryNamers[country]?.contains { $0 != surface } ?? false
    }

    func namesDivision(_ division: UInt64, excluding surface: Int) -> Bool {
        divisionNamers[division]?.contains { $0 != surface } ?? false
    }

    /// 1 where another probable settlement stands at the same place, falling to 0.5 at 0.9 degrees; 0 without any near.
    func nearness(_ place: Place, excluding surface: Int) -> Double {
        nearness(place, excluding: surface, in: settlements)
    }

    /// The same for the districts that the document names.
    func districtNearness(_ place: Place, excluding surface: Int) -> Double {
        districts.isEmpty ? 0 : nearness(place, excluding: surface, in: districts)
    }

    /// Whether most of the document's places are in the place's division or country.
    func isTop(division: UInt64) -> Bool { division == topDivision }
    func isTop(country: String) -> Bool { country == topCountry }

    /// The share of the names next to `surface`, 0...1, that probably are in the division, and in the country.
    func adjacentShares(
        _ country: String, _ division: UInt64?, of surface: Int
    ) -> (division: Double, country: Double) {
        shares(surface >= 0 ? adjacent[surface] : [], country, division, excluding: surface)
    }

    /// The same for the first names of the text.
    func leadShares(_ country: String, _ division: UInt64?, of surface: Int) -> (division: Double, country: Double) {
        shares(lead, country, division, excluding: surface)
    }

    private func shares(
        _ surfaces: [Int], _ country: String, _ division: UInt64?, excluding surface: Int
    ) -> (division: Double, country: Double) {
        var inDivision = 0.0
        var inCountry = 0.0
        var count = 0.0
        for other in surfaces where other != surface {
            count += 1
            for sense in senses[other] where sense.place.countryCode == country {
                inCountry += sense.weight
                if let division, sense.division == division { inDivision += sense.weight }
            }
        }
        return count == 0 ? (0, 0) : (inDivision / count, inCountry / count)
    }

    private func nearness(
        _ place: Place, excluding surface: Int, in settlements: [Int: [(surface: Int, sense: Sense)]]
    ) -> Double {
        var best = 0.0
        let row = Self.row(place)
        let column = Self.column(place)
        let closeness = Closeness(to: place.coordinate)
        for cellRow in (row - 1)...(row + 1) {
            for cellColumn in (column - 1)...(column + 1) {
                for neighbor in settlements[cellRow * 1000 + cellColumn] ?? [] where neighbor.surface != surface {
                    let limit = min(1, neighbor.sense.weight * 1.5)
                    guard limit > best, neighbor.sense.place.id != place.id else { continue }
                    best = max(best, limit / (1 + closeness.degrees(neighbor.sense.place.coordinate) / 0.9))
                }
            }
        }
        return best
    }

    // Cells of 3 by 6 degrees: the nine around a place hold all within 333 km of it, south of 60 degrees.
    private static func row(_ place: Place) -> Int { Int((place.coordinate.latitude + 90) / 3) + 1 }
    private static func column(_ place: Place) -> Int { Int((place.coordinate.longitude + 180) / 6) + 1 }
}
