import Gazetteers
import GeoTypes

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// What the names of a document say together before any is resolved: each name votes for the divisions and the
/// surroundings of its candidates, the louder the fewer it has.
struct CandidateVotes {
    private struct Entry {
        var surface: Int
        var latitude: Double
        var longitude: Double
        var weight: Double
    }

    private var divisions: [UInt64: Double] = [:]
    /// What each name votes for, by its number.
    private var own: [[UInt64: Double]]
    private var cells: [Int: [Entry]] = [:]

    init(_ mentions: [Mention], numbers: [String: Int]) {
        own = [[UInt64: Double]](repeating: [:], count: numbers.count)
        var hasVoted = [Bool](repeating: false, count: numbers.count)
        for mention in mentions where !mention.candidates.isEmpty && mention.probability >= 0.3 {
            guard let number = numbers[mention.surface], !hasVoted[number] else { continue }
            hasVoted[number] = true
            let divisions = Set(mention.candidates.compactMap { DocumentEvidence.division(of: $0.place) })
            let share = divisions.isEmpty ? 0 : mention.probability / Double(divisions.count)
            own[number] = Dictionary(uniqueKeysWithValues: divisions.map { ($0, share) })
            for division in divisions.sorted() { self.divisions[division, default: 0] += share }
            let points = mention.candidates.filter { $0.place.isPoint }
            guard points.count <= 60 else { continue }
            for candidate in points {
                let coordinate = candidate.place.coordinate
                let cell = Self.row(coordinate) * 1000 + Self.column(coordinate)
                // A few neighbours say as much as many: a long list must not cost the square of its length.
                guard cells[cell]?.count ?? 0 < 60 else { continue }
                cells[cell, default: []].append(
                    Entry(
                        surface: number, latitude: coordinate.latitude, longitude: coordinate.longitude,
                        weight: mention.probability / Double(points.count)))
            }
        }
    }

    /// The votes of the other names for `division`.
    func division(_ division: UInt64, excluding number: Int) -> Double {
        let total = divisions[division] ?? 0
        guard total > 0, number >= 0 else { return total }
        return max(0, total - (own[number][division] ?? 0))
    }

    /// The votes of the other names for the surroundings of `place`: a vote fades to a half at 40 km.
    func surroundings(_ place: Place, excluding number: Int) -> Double {
        let row = Self.row(place.coordinate)
        let column = Self.column(place.coordinate)
        let closeness = Closeness(to: place.coordinate)
        var best: [(surface: Int, vote: Double)] = []
        for cellRow in (row - 1)...(row + 1) {
            for cellColumn in (column - 1)...(column + 1) {
                for entry in cells[cellRow * 1000 + cellColumn] ?? [] where entry.surface != number {
                    let square = closeness.square(entry.latitude, entry.longitude) / 0.13
                    guard square < 16 else { continue }
                    let vote = entry.weight / (1 + square)
                    if let known = best.firstIndex(where: { $0.surface == entry.surface }) {
                        best[known].vote = max(best[known].vote, vote)
                    } else {
                        best.append((entry.surface, vote))
                    }
                }
            }
        }
        return best.reduce(0) { $0 + $1.vote }
    }

    private static func row(_ coordinate: Coordinate) -> Int { Int((coordinate.latitude + 90) / 1.5) + 1 }
    private static func column(_ coordinate: Coordinate) -> Int { Int((coordinate.longitude + 180) / 2) + 1 }
}

/// How close places are, in degrees on a plane: enough to weigh evidence, and no distance that anybody is told.
struct Closeness {
    private let latitude: Double
    private let longitude: Double
    private let narrowing: Double

    init(to coordinate: Coordinate) {
        latitude = coordinate.latitude
        longitude = coordinate.longitude
        narrowing = cos(coordinate.latitude * .pi / 180)
    }

    func square(_ latitude: Double, _ longitude: Double) -> Double {
        let north = latitude - self.latitude
        let east = (longitude - self.longitude) * narrowing
        return north * north + east * east
    }

    func degrees(_ coordinate: Coordinate) -> Double {
        square(coordinate.latitude, coordinate.longitude).squareRoot()
    }
}

extension Place {
    /// A division below the first level: a county.
    var isDistrict: Bool {
        kind == .division && featureCode != "ADM1" && featureCode != "ADM1H" && featureCode != "TERR"
    }

    /// Small enough that its coordinate says where it is.
    var isPoint: Bool { kind == .settlement || isDistrict }
}
