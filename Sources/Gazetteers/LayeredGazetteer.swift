public import GeoTypes

/// Several gazetteers as one. Names add up; what a place is comes from the first gazetteer that has its id.
public struct LayeredGazetteer: Gazetteer {
    public let layers: [any Gazetteer]

    /// - Parameter layers: the user's own first.
    public init(_ layers: [any Gazetteer]) { self.layers = layers }

    public func candidates(for name: String, depth: LookupDepth) -> [Candidate] {
        // A spelling mistake is looked for only when no layer has the name as it is.
        for step in depth == .fuzzy ? [LookupDepth.folded, .fuzzy] : [depth] {
            let found = merged(layers.map { $0.candidates(for: name, depth: step) })
            if !found.isEmpty { return found }
        }
        return []
    }

    private func merged(_ found: [[Candidate]]) -> [Candidate] {
        var best: [String: Candidate] = [:]
        for (layer, candidates) in found.enumerated() {
            for var candidate in candidates {
                if layer > 0, let place = place(id: candidate.place.id) { candidate.place = place }
                if let known = best[candidate.place.id], Self.rank(known) <= Self.rank(candidate) { continue }
                best[candidate.place.id] = candidate
            }
        }
        return best.values.sorted { a, b in
            if Self.rank(a) != Self.rank(b) { return Self.rank(a) < Self.rank(b) }
            if a.place.population != b.place.population { return a.place.population > b.place.population }
            return PlaceID.precedes(a.place.id, b.place.id)
        }
    }

    private static func rank(_ candidate: Candidate) -> Int {
        Int(candidate.rung.rawValue) << 8 | Int(candidate.kind.rawValue)
    }

    public func longestName(beginningWith key: [UInt8]) -> Int {
        layers.reduce(0) { max($0, $1.longestName(beginningWith: key)) }
    }

    public func contains(key: [UInt8]) -> Bool { layers.contains { $0.contains(key: key) } }

    public func place(id: String) -> Place? {
        for layer in layers {
            if let place = layer.place(id: id) { return place }
        }
        return nil
    }

    public func places(around center: Coordinate, degrees: Double) -> [Place] {
        unique(layers.map { $0.places(around: center, degrees: degrees) }) { place in
            let span = abs(place.coordinate.longitude - center.longitude)
            return abs(place.coordinate.latitude - center.latitude) <= degrees && min(span, 360 - span) <= degrees
        }
        .sorted { PlaceID.precedes($0.id, $1.id) }
    }

    public func settlements(minimumPopulation: Int) -> [Place] {
        unique(layers.map { $0.settlements(minimumPopulation: minimumPopulation) }) {
            $0.kind == .settlement && $0.population >= minimumPopulation
        }
        .sorted { ($1.population, $0.id) < ($0.population, $1.id) }
    }

    public func ancestors(of id: String) -> [Place] {
        for layer in layers where layer.place(id: id) != nil {
            let found = layer.ancestors(of: id)
            if !found.isEmpty { return found.map { place(id: $0.id) ?? $0 } }
        }
        return []
    }

    public func candidates(beginningWith prefix: String, limit: Int) -> [Candidate] {
        let found = layers.map { $0.candidates(beginningWith: prefix, limit: limit) }
        return Array(merged(found).prefix(limit))
    }

    /// Each id once, as its first layer has it, and only while it still `fits` then.
    private func unique(_ found: [[Place]], _ fits: (Place) -> Bool) -> [Place] {
        var seen: Set<String> = []
        var places: [Place] = []
        for (layer, list) in found.enumerated() {
            for place in list where seen.insert(place.id).inserted {
                let first = layer > 0 ? self.place(id: place.id) ?? place : place
                if fits(first) { places.append(first) }
            }
        }
        return places
    }
}
