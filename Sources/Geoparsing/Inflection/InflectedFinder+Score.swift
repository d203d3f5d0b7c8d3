import Articles
import Gazetteers

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Which reading of a name is the likeliest, and how likely it is.
extension InflectedFinder {
    private static func importance(_ candidate: Candidate) -> Double {
        switch candidate.place.kind {
        case .country: 8
        case .continent: 7
        case .division: candidate.kind == .short ? 3 : 6
        case .region, .water, .mountain, .other: 5
        case .settlement: candidate.place.population > 0 ? log10(Double(candidate.place.population)) : 2
        }
    }

    func best(_ readings: [InflectedNames.Reading], _ evidence: Evidence) -> InflectedNames.Reading? {
        var best: (reading: InflectedNames.Reading, score: Double)?
        let hasHome = readings.contains { $0.isInflected && $0.cases == .accusative && isHome($0) }
        for reading in readings {
            var score = reading.candidates.reduce(0) { max($0, Self.importance($1)) }
            // `за Суджу`: the accusative of a town near by, not one far off that has this for its nominative.
            if hasHome, !reading.isInflected, !isHome(reading) { score -= 5 }
            if !reading.isInflected { score += 0.8 }
            if reading.candidates.contains(where: { $0.rung == .exact }) { score += 0.5 }
            if clashes(reading, evidence) { score -= reading.isInflected ? 2.5 : 1 }
            if best.map({ score > $0.score }) ?? true { best = (reading, score) }
        }
        return best?.reading
    }

    /// Whether a place in a country where the language is at home has this name.
    private func isHome(_ reading: InflectedNames.Reading) -> Bool {
        reading.candidates.contains {
            $0.rung <= .folded
                && ($0.place.kind == .country || $0.place.countryCode.map(tables.homeCountries.contains) ?? false)
        }
    }

    private func clashes(_ reading: InflectedNames.Reading, _ evidence: Evidence) -> Bool {
        guard let cases = evidence.preposition?.cases, !cases.isEmpty, evidence.classBefore == nil else { return false }
        return reading.cases.isDisjoint(with: cases)
    }

    func score(
        _ mention: Finding, _ reading: InflectedNames.Reading, _ evidence: Evidence, isSingle: Bool
    ) -> Double {
        let start = mention.tokens.lowerBound
        let end = mention.tokens.upperBound
        var score = weight(.bias)
        let strength = evidence.preposition?.strength ?? 0
        score += weight(.preposition) * Double(strength) / 2
        if evidence.classBefore != nil { score += weight(.classWord) }
        let top = mention.candidates.max { Self.importance($0) < Self.importance($1) }
        if let place = top?.place {
            switch place.kind {
            case .country, .continent: score += weight(.country)
            case .division, .region, .water, .mountain, .other: score += weight(.division)
            case .settlement:
                let magnitude = place.population > 0 ? log10(Double(place.population)) - 3.5 : -1
                score += weight(.population) * min(2.5, max(-1.5, magnitude))
            }
        }
        if reading.candidates.contains(where: { $0.rung == .exact }) { score += weight(.exact) }
        if reading.isInflected { score += weight(.inflected) }
        if clashes(reading, evidence) { score += weight(.caseClash) }
        let isInitial = context.isSentenceInitial(start)
        if isInitial {
            score += weight(.sentenceStart)
            // Every word has a capital there, and some place far off a name like it: `Поліція`, Polesia. A city may.
            let isCity =
                !reading.isInflected && top?.place.kind == .settlement && (top?.place.population ?? 0) >= 200_000
            if isSingle, !isCity, evidence.preposition == nil, evidence.classBefore == nil,
                !reading.candidates.contains(where: { $0.rung == .exact })
            {
                score += weight(.foldedStart)
            }
            // What begins a sentence is its subject.
            if reading.isInflected, evidence.preposition == nil, evidence.classBefore == nil {
                score += weight(.caseClash)
            }
        }
        let isShort = isSingle && document.tokens[start].shape == .allCapitals && mention.range.count <= 8
        if isShort || document.tokens[start].shape == .singleCapital, end == start + 1 { score += weight(.commonWord) }
        if isSingle {
            if context.isLowercased(start) { score += weight(.writtenLowercase) }
            if context.roles[start].common > 0 { score += weight(.commonWord) }
        }
        // `президент Франції Емманюель Макрон`: of a country or division, not a person.
        let isState = top?.place.kind == .country || top?.place.kind == .division
        if reading.isInflected, isState, reading.cases.contains(.genitive) { return score }
        return score + persons(start, end, isSingle: isSingle, strength: strength)
    }
}
