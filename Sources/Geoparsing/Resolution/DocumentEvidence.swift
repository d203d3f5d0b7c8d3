import Gazetteers
import GeoTypes
import Geodesy

/// What the mentions of a document, taken together, say of where it plays.
struct DocumentEvidence {
    /// A name's probable places: each distinct name of a document counts once.
    private struct Sense {
        var weight: Double
        var place: Place
    }

    private(set) var demonymCountries: Set<String> = []
    private var senses: [String: [Sense]] = [:]
    private var order: [String] = []
    private var countries: [String: Double] = [:]
    private var divisions: [String: Double] = [:]
    private var total = 0.0

    init(demonyms: [Mention]) {
        for mention in demonyms {
            for candidate in mention.candidates where candidate.place.kind == .country {
                if let country = candidate.place.countryCode { demonymCountries.insert(country) }
            }
        }
    }

    mutating func update(_ mentions: [Mention], _ rankings: [ToponymResolver.Ranking]) {
        senses = [:]
        order = []
        for (mention, ranking) in zip(mentions, rankings) where senses[mention.surface] == nil {
            let likely = zip(mention.candidates, ranking.probabilities)
                .filter { $1 >= 0.05 }
                .map { Sense(weight: $1 * max(mention.probability, 0.05), place: $0.place) }
            guard !likely.isEmpty else { continue }
            senses[mention.surface] = likely
            order.append(mention.surface)
        }
        countries = [:]
        divisions = [:]
        total = 0
        for surface in order {
            for sense in senses[surface] ?? [] { count(sense, sign: 1) }
        }
    }

    private mutating func count(_ sense: Sense, sign: Double) {
        guard let country = sense.place.countryCode else { return }
        total += sense.weight * sign
        countries[country, default: 0] += sense.weight * sign
        if let code = sense.place.admin1Code, sense.place.kind != .country {
            divisions[country + "." + code, default: 0] += sense.weight * sign
        }
    }

    /// The part of the other names' weight that lies in `country`, with a little doubt for short documents.
    func countryShare(_ country: String, excluding surface: String) -> Double {
        share(countries[country] ?? 0, excluding: surface) { $0.countryCode == country }
    }

    func divisionShare(_ division: String, excluding surface: String) -> Double {
        share(divisions[division] ?? 0, excluding: surface) { place in
            place.kind != .country && place.countryCode.map { $0 + "." + (place.admin1Code ?? "") } == division
        }
    }

    private func share(_ weight: Double, excluding surface: String, _ belongs: (Place) -> Bool) -> Double {
        var own = 0.0
        var ownTotal = 0.0
        for sense in senses[surface] ?? [] where sense.place.countryCode != nil {
            ownTotal += sense.weight
            if belongs(sense.place) { own += sense.weight }
        }
        return max(0, weight - own) / (max(0, total - ownTotal) + 1)
    }

    /// Whether another name of the document probably is the country itself.
    func namesCountry(_ country: String, excluding surface: String) -> Bool {
        names(excluding: surface) { $0.kind == .country && $0.countryCode == country }
    }

    func namesDivision(_ division: String, excluding surface: String) -> Bool {
        names(excluding: surface) { place in
            place.kind == .division && place.countryCode.map { $0 + "." + (place.admin1Code ?? "") } == division
        }
    }

    private func names(excluding surface: String, _ test: (Place) -> Bool) -> Bool {
        order.contains { other in
            other != surface && (senses[other] ?? []).contains { $0.weight >= 0.3 && test($0.place) }
        }
    }

    /// 1 where another probable settlement stands at the same place, falling to 0.5 at 100 km; 0 without any.
    func nearness(_ place: Place, excluding surface: String) -> Double {
        var best = 0.0
        for other in order where other != surface {
            for sense in senses[other] ?? [] where sense.place.kind == .settlement && sense.weight >= 0.1 {
                guard sense.place.id != place.id else { continue }
                // A quick bound before the geodesic: five degrees of latitude are 555 km.
                guard abs(sense.place.coordinate.latitude - place.coordinate.latitude) < 5 else { continue }
                let distance = Geodesic.wgs84.inverse(sense.place.coordinate, place.coordinate).distance
                best = max(best, min(1, sense.weight * 1.5) / (1 + distance / 100_000))
            }
        }
        return best
    }
}
