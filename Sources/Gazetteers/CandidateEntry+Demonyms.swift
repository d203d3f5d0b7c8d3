extension CandidateEntry {
    /// Whether a spelling that stands for these is a demonym: "Ukrainian"; also "English", though there is a town of that name,
    /// "German", though there is a parish, and "Syrian", which folds as Sirjan does: a demonym as it is written goes before
    /// divisions and towns with fewer people.
    package static func areDemonym(_ candidates: ArraySlice<CandidateEntry>) -> Bool {
        var peoples = -1
        for candidate in candidates where candidate.kind == .demonym {
            peoples = max(peoples, candidate.rung < .folded ? max(candidate.population, 100_000) : 0)
        }
        guard peoples >= 0 else { return false }
        return !candidates.contains { candidate in
            guard candidate.kind != .demonym, peoples == 0 || candidate.rung < .folded else { return false }
            return switch candidate.placeKind {
            case .settlement: candidate.population >= max(peoples, 100_000)
            case .division: candidate.population >= peoples
            default: true
            }
        }
    }
}
