import Gazetteers
import Tables

/// What the mentions of a document, taken together, say of where it plays.
struct DocumentEvidence {
    /// A name's probable place: each distinct name of a document counts once.
    struct Sense {
        var weight: Double
        var entry: Int32
        var country: Int32
        /// -1 for countries, and where there is none.
        var division: Int32
    }

    private let pool: CandidatePool
    /// The number of each mention's name, in the order of the mentions.
    let numbers: [Int32]
    private let names: Int
    /// The senses of the names, one name after another.
    private var senses: [Sense] = []
    private var ranges: [Range<Int>]
    /// By country and division the weight of all senses.
    private var countries: [Double]
    private var divisions: [Double]
    private var total = 0.0
    /// By country and division the first name that is one itself, -1 for none, and whether another is too.
    private var countryNamers: [Namers]
    private var divisionNamers: [Namers]
    private var hasDemonym: [Bool]
    /// Probable settlements, and named districts.
    private(set) var settlements = CellGrid(height: 3, width: 6, capacity: 40)
    private(set) var districts = CellGrid(height: 3, width: 6, capacity: 40)
    /// For each name the names that stand next to it somewhere, and the first names of the text.
    private var adjacent: NumberLists
    private var lead: [Int] = []
    private var topDivision = -1
    private var topCountry = -1
    private(set) var votes: CandidateVotes
    private(set) var focus: Focus

    private struct Namers {
        var first: Int32 = -1
        var hasOther = false

        mutating func insert(_ name: Int) {
            let name = Int32(truncatingIfNeeded: name)
            if first < 0 { first = name } else if first != name { hasOther = true }
        }

        func contains(otherThan name: Int) -> Bool { first >= 0 && (Int(first) != name || hasOther) }
    }

    /// Weights by country and by division.
    struct Tally {
        var countries: [Double]
        var divisions: [Double]
        var count = 0.0

        mutating func add(_ senses: ArraySlice<Sense>) {
            for sense in senses where sense.country >= 0 {
                countries[Int(sense.country)] += sense.weight
                if sense.division >= 0 { divisions[Int(sense.division)] += sense.weight }
            }
        }

        mutating func clear(_ senses: ArraySlice<Sense>) {
            for sense in senses where sense.country >= 0 {
                countries[Int(sense.country)] = 0
                if sense.division >= 0 { divisions[Int(sense.division)] = 0 }
            }
        }
    }

    /// What is known of one name, for the questions about its candidates.
    struct Focus {
        var number = -1
        var own: Tally
        var ownTotal = 0.0
        var adjacent: Tally
        var lead: Tally
    }

    init(_ mentions: [Mention], demonyms: [Mention], pool: CandidatePool, names: Int) {
        self.pool = pool
        var known = [Int32].filled(with: -1, count: names)
        var numbers: [Int32] = []
        numbers.reserveCapacity(mentions.count)
        var count: Int32 = 0
        for mention in mentions {
            let name = Int(mention.name)
            if known[name] < 0 {
                known[name] = count
                count += 1
            }
            numbers.append(known[name])
        }
        self.numbers = numbers
        self.names = Int(count)
        ranges = [Range<Int>].filled(with: 0..<0, count: self.names)
        countries = [Double].filled(with: 0, count: pool.countries.count)
        divisions = [Double].filled(with: 0, count: pool.divisions.count)
        countryNamers = [Namers].filled(with: Namers(), count: countries.count)
        divisionNamers = [Namers].filled(with: Namers(), count: divisions.count)
        hasDemonym = [Bool].filled(with: false, count: countries.count)
        adjacent = NumberLists(count: self.names, capacity: mentions.count * 4)
        let tally = Tally(countries: countries, divisions: divisions)
        focus = Focus(own: tally, adjacent: tally, lead: tally)
        votes = CandidateVotes(mentions, numbers: numbers, names: self.names, pool: pool)
        findNeighbors(mentions)
        for mention in demonyms {
            for index in pool[mention.candidates].range where pool.entries[index].placeKind == .country {
                let country = Int(pool.entries[index].countryNumber)
                if country >= 0 { hasDemonym[country] = true }
            }
        }
    }

    private mutating func findNeighbors(_ mentions: [Mention]) {
        let likely = mentions.indices.filter { mentions[$0].probability >= 0.3 && mentions[$0].hasCandidates }
        var counts = [Int].filled(with: 0, count: names)
        for (order, index) in likely.enumerated() {
            let own = Int(numbers[index])
            if lead.count < 3, !lead.contains(own) { lead.append(own) }
            for other in (order - 2)...(order + 2) where other != order && likely.indices.contains(other) {
                let number = Int(numbers[likely[other]])
                let distance = mentions[likely[other]].tokens.lowerBound - mentions[index].tokens.lowerBound
                guard number != own, abs(distance) <= 40, counts[own] < 12 else { continue }
                adjacent.append(number, to: own)
                counts[own] += 1
            }
        }
    }

    /// Takes what a round has found: `probabilities` has those of mention `index` from `starts[index]` on.
    mutating func update(_ mentions: [Mention], _ probabilities: [Double], starts: [Int]) {
        clearFocus()
        senses.removeAll(keepingCapacity: true)
        for name in ranges.indices { ranges[name] = 0..<0 }
        for (index, mention) in mentions.enumerated() {
            let number = Int(numbers[index])
            guard ranges[number].isEmpty else { continue }
            let first = senses.count
            for (candidate, entry) in pool[mention.candidates].range.enumerated() {
                let probability = probabilities[starts[index] + candidate]
                guard probability >= 0.05 else { continue }
                let place = pool.entries[entry]
                senses.append(
                    Sense(
                        weight: probability * max(mention.probability, 0.05), entry: Int32(truncatingIfNeeded: entry),
                        country: place.countryNumber,
                        division: place.placeKind == .country ? -1 : place.divisionNumber))
            }
            ranges[number] = first..<senses.count
        }
        for country in countries.indices {
            countries[country] = 0
            countryNamers[country] = Namers()
        }
        for division in divisions.indices {
            divisions[division] = 0
            divisionNamers[division] = Namers()
        }
        settlements.removeAll()
        districts.removeAll()
        total = 0
        for number in 0..<names {
            for sense in ranges[number] { count(senses[sense], number) }
        }
        topDivision = Self.top(divisions, pool.divisions.hashes)
        topCountry = Self.top(countries, pool.countries.hashes)
    }

    /// The greatest, of equals that of the least key; -1 when all are 0.
    private static func top(_ weights: [Double], _ keys: [UInt64]) -> Int {
        var best = -1
        for index in weights.indices where weights[index] > 0 {
            if best < 0 || weights[index] > weights[best]
                || weights[index] == weights[best] && keys[index] < keys[best]
            {
                best = index
            }
        }
        return best
    }

    private mutating func count(_ sense: Sense, _ name: Int) {
        let place = pool.entries[Int(sense.entry)]
        if sense.weight >= 0.1, place.isPoint {
            let item = CellGrid.Item(
                name: Int32(truncatingIfNeeded: name), latitude: place.latitude, longitude: place.longitude,
                weight: sense.weight, identity: place.identity)
            if place.placeKind == .settlement { settlements.append(item) } else { districts.append(item) }
        }
        guard sense.country >= 0 else { return }
        total += sense.weight
        countries[Int(sense.country)] += sense.weight
        if sense.division >= 0 { divisions[Int(sense.division)] += sense.weight }
        guard sense.weight >= 0.3 else { return }
        if place.placeKind == .country { countryNamers[Int(sense.country)].insert(name) }
        if place.placeKind == .division, !place.isDistrict, sense.division >= 0 {
            divisionNamers[Int(sense.division)].insert(name)
        }
    }

    private mutating func clearFocus() {
        for other in lead { focus.lead.clear(senses[ranges[other]]) }
        guard focus.number >= 0 else { return }
        focus.own.clear(senses[ranges[focus.number]])
        adjacent.forEach(in: focus.number) { other in
            focus.adjacent.clear(senses[ranges[other]])
            return true
        }
        focus.number = -1
    }

    /// Makes ready for questions about the name numbered `number`: all that follow leave it out itself.
    mutating func turn(to number: Int) {
        clearFocus()
        focus.number = number
        focus.ownTotal = 0
        focus.adjacent.count = 0
        focus.lead.count = 0
        guard number >= 0 else { return }
        focus.own.add(senses[ranges[number]])
        for index in ranges[number] where senses[index].country >= 0 { focus.ownTotal += senses[index].weight }
        adjacent.forEach(in: number) { other in
            focus.adjacent.count += 1
            focus.adjacent.add(senses[ranges[other]])
            return true
        }
        for other in lead where other != number {
            focus.lead.count += 1
            focus.lead.add(senses[ranges[other]])
        }
    }

    /// The part of the other names' weight that lies in a country, with a little doubt for short documents.
    func countryShare(_ country: Int) -> Double { share(countries[country], focus.own.countries[country]) }
    func divisionShare(_ division: Int) -> Double { share(divisions[division], focus.own.divisions[division]) }

    private func share(_ weight: Double, _ own: Double) -> Double {
        weight > 0 ? max(0, weight - own) / (max(0, total - focus.ownTotal) + 1) : 0
    }

    /// Whether another name of the document probably is the country itself.
    func namesCountry(_ country: Int) -> Bool { countryNamers[country].contains(otherThan: focus.number) }
    func namesDivision(_ division: Int) -> Bool { divisionNamers[division].contains(otherThan: focus.number) }
    /// Whether the document names the people of a country.
    func namesPeople(_ country: Int) -> Bool { hasDemonym[country] }

    /// Whether most of the document's places are in the place's division or country.
    func isTop(division: Int) -> Bool { division == topDivision }
    func isTop(country: Int) -> Bool { country == topCountry }

    /// The share of the names next to the name, 0...1, that probably are in the division, and in the country.
    func adjacentShares(_ country: Int, _ division: Int) -> (division: Double, country: Double) {
        Self.shares(focus.adjacent, country, division)
    }

    /// The same for the first names of the text.
    func leadShares(_ country: Int, _ division: Int) -> (division: Double, country: Double) {
        Self.shares(focus.lead, country, division)
    }

    private static func shares(
        _ tally: Tally, _ country: Int, _ division: Int
    ) -> (division: Double, country: Double) {
        guard tally.count > 0 else { return (0, 0) }
        return (division < 0 ? 0 : tally.divisions[division] / tally.count, tally.countries[country] / tally.count)
    }

    /// Leaves the name out of what ``CandidateVotes`` counts.
    mutating func votes(for place: CandidateEntry) -> (division: Double, surroundings: Double) {
        let division = Int(place.divisionNumber)
        return (
            division < 0 ? 0 : votes.division(division, excluding: focus.number),
            place.isPoint ? votes.surroundings(place, excluding: focus.number) : 0
        )
    }

    mutating func excludeVotes() { votes.exclude(focus.number) }
}
