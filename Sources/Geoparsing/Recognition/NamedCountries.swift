import Gazetteers
import Tables

/// The countries that a document names, outright or by their people.
struct NamedCountries {
    /// By the number of the country the first name that names it, -1 for none, and whether another does.
    private var names: [Int32]
    private var hasOther: [Bool]
    private var isEmpty = true

    init(_ mentions: [Mention], demonyms: [Mention], pool: CandidatePool) {
        names = [Int32].filled(with: -1, count: pool.countries.count)
        hasOther = [Bool].filled(with: false, count: pool.countries.count)
        for mention in mentions where !mention.isCovered && pool[mention.candidates].has(.country) {
            for index in pool[mention.candidates].range where pool.entries[index].placeKind == .country {
                add(mention.name, pool.entries[index].countryNumber)
            }
        }
        for demonym in demonyms {
            guard let first = pool[demonym.candidates].range.first else { continue }
            add(demonym.name, pool.entries[first].countryNumber)
        }
    }

    private mutating func add(_ name: Int32, _ country: Int32) {
        guard country >= 0 else { return }
        isEmpty = false
        let country = Int(country)
        if names[country] < 0 { names[country] = name } else if names[country] != name { hasOther[country] = true }
    }

    /// Adds whether places of the mention's name lie in a country that is named by another name.
    func add(_ mention: Mention, pool: CandidatePool, to vector: inout some FeatureSink) {
        guard !isEmpty, mention.hasCandidates else { return }
        var some = false
        var all = true
        for index in pool[mention.candidates].range {
            let country = Int(pool.entries[index].countryNumber)
            guard pool.entries[index].placeKind != .country, country >= 0 else {
                all = false
                continue
            }
            let isNamed = names[country] >= 0 && (names[country] != mention.name || hasOther[country])
            some = some || isNamed
            all = all && isNamed
        }
        vector.add(RecognitionFeature.inNamedCountry, when: some)
        vector.add(RecognitionFeature.onlyInNamedCountries, when: some && all)
    }
}
