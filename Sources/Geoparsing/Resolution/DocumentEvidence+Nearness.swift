import Gazetteers

/// How near other places of the document are.
extension DocumentEvidence {
    /// 1 where another probable settlement stands at the same place, falling to 0.5 at 0.9 degrees; 0 without any near.
    func nearness(_ place: CandidateEntry, _ closeness: Closeness) -> Double {
        nearness(place, closeness, in: settlements)
    }

    /// The same for the districts that the document names.
    func districtNearness(_ place: CandidateEntry, _ closeness: Closeness) -> Double {
        nearness(place, closeness, in: districts)
    }

    // Cells of 3 by 6 degrees: the nine around a place hold all within 333 km of it, south of 60 degrees.
    private func nearness(_ place: CandidateEntry, _ closeness: Closeness, in grid: CellGrid) -> Double {
        guard !grid.isEmpty else { return 0 }
        var best = 0.0
        grid.forEach(around: place.latitude, place.longitude) { neighbor in
            guard Int(neighbor.name) != focus.number else { return }
            let limit = min(1, neighbor.weight * 1.5)
            guard limit > best, neighbor.identity != place.identity else { return }
            let degrees = closeness.square(neighbor.latitude, neighbor.longitude).squareRoot()
            best = max(best, limit / (1 + degrees / 0.9))
        }
        return best
    }
}
