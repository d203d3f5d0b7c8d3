import Gazetteers

/// The countries that a document names, outright or by their people.
struct NamedCountries {
    /// By code, the names.
    private var names: [String: Set<String>] = [:]

    init(_ mentions: [Mention], demonyms: [Mention]) {
        for mention in mentions where !mention.isCovered {
            for candidate in mention.candidates where candidate.place.kind == .country {
                guard let code = candidate.place.countryCode else { continue }
                names[code, default: []].insert(mention.surface)
            }
        }
        for demonym in demonyms {
            guard let code = demonym.candidates.first?.place.countryCode else { continue }
            names[code, default: []].insert(demonym.surface)
        }
    }

    /// Adds whether places of the mention's name lie in a country that is named by another name.
    func add(_ mention: Mention, to vector: inout FeatureVector) {
        guard !names.isEmpty, !mention.candidates.isEmpty else { return }
        var some = false
        var all = true
        var known: [String: Bool] = [:]
        for candidate in mention.candidates {
            guard candidate.place.kind != .country, let code = candidate.place.countryCode else {
                all = false
                continue
            }
            let isNamed = known[code] ?? names[code].map { $0.contains { $0 != mention.surface } } ?? false
            known[code] = isNamed
            some = some || isNamed
            all = all && isNamed
        }
        vector.add(RecognitionFeature.inNamedCountry, when: some)
        vector.add(RecognitionFeature.onlyInNamedCountries, when: some && all)
    }
}
