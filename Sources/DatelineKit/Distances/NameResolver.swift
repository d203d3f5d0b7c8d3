public import Gazetteers
public import GeoTypes
import Geodesy
public import Geoparsing

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Finds the places that names on a command line or in a table stand for. Names that stand together inform each other,
/// a little: of two places of nearly the same fame the nearer is meant, but "Washington London" stays two capitals.
public struct NameResolver: Sendable {
    public struct Options: Sendable {
        /// Prefer places near this point.
        public var near: Coordinate?
        /// Only places in this country: its code or its name.
        public var country: String?
        public init() {}
    }

    /// A name, or what is known already and stands beside it.
    public enum Item: Sendable {
        case name(String)
        case known(Coordinate, Place?)
    }

    /// A place with what speaks for it: a logarithm of odds, for comparison within one name.
    struct Scored {
        var place: Place
        var score: Double
        /// The direction from the middle of a sphere: comparing needs no ellipsoid.
        let direction: SIMD4<Double>

        init(place: Place, score: Double) {
            self.place = place
            self.score = score
            let (latitude, longitude) = (place.coordinate.latitude * .pi / 180, place.coordinate.longitude * .pi / 180)
            direction = SIMD4(cos(latitude) * cos(longitude), cos(latitude) * sin(longitude), sin(latitude), 0)
        }

        func with(_ score: Double) -> Scored {
            var copy = self
            copy.score = score
            return copy
        }

        /// Metres, on the sphere of the Earth's mean radius.
        func distance(to other: Scored) -> Double {
            let chord = direction - other.direction
            return 2 * 6_371_009 * asin(min(1, (chord * chord).sum().squareRoot() / 2))
        }
    }

    // How much company counts, on the scale of the ranking's log odds: ten times the inhabitants are worth 1.2 there.
    // Set by hand on pairs that have a plain answer; NameContextTests holds them.
    private static let sameCountry = 0.3
    private static let sameDivision = 0.4
    private static let adjacent = 1.2
    /// Metres at which nearness counts half.
    private static let halfway = 50_000.0
    private static let most = sameCountry + sameDivision + adjacent
    /// For `--near`, which is asked for and therefore strong.
    private static let asked = 1.5
    /// Candidates further than this apart are different answers, not a town and the region around it: metres.
    private static let elsewhere = 150_000.0
    /// What scores so much less is not worth a note: odds of one to ten.
    private static let close = 2.3
    /// Long lists are names each by itself.
    private static let mostTogether = 50

    public let gazetteer: any Gazetteer
    private let ranker: NameRanker
    private let options: Options
    private let country: String?
    /// Names met before: tables repeat them.
    private let known = NameCache()

    /// - Throws: ``PlaceError/unknownCountry(_:)``.
    public init(gazetteer: any Gazetteer, ranker: NameRanker, options: Options = Options()) throws(PlaceError) {
        self.gazetteer = gazetteer
        self.ranker = ranker
        self.options = options
        country = try options.country.map { (text) throws(PlaceError) in
            try Self.countryCode(text, gazetteer: gazetteer)
        }
    }

    private static func countryCode(_ text: String, gazetteer: any Gazetteer) throws(PlaceError) -> String {
        let countries = gazetteer.candidates(for: text, depth: .folded).map(\.place).filter { $0.kind == .country }
        if let code = countries.first?.countryCode { return code }
        let letters = Array(text.uppercased().utf8)
        guard letters.count == 2, letters.allSatisfy({ (0x41...0x5A).contains($0) }) else {
            throw .unknownCountry(text)
        }
        return text.uppercased()
    }

    // MARK: Resolving

    /// The place of one name by itself.
    public func resolve(_ name: String) throws(PlaceError) -> PlacePoint {
        let candidates = try candidates(name)
        return point(name, candidates)
    }

    /// The places of `items`, in their order; what is known already passes through.
    public func resolve(_ items: [Item]) throws(PlaceError) -> [PlacePoint] {
        var lists: [[Scored]] = []
        for item in items {
            switch item {
            case .name(let name): lists.append(try candidates(name))
            case .known(let coordinate, let place):
                let place =
                    place ?? Place(id: "", name: "", coordinate: coordinate, featureCode: "")
                lists.append([Scored(place: place, score: 0)])
            }
        }
        if items.count == 2 {
            lists = together(lists[0], lists[1])
        } else if items.count <= Self.mostTogether {
            lists = together(lists)
        }
        return zip(items, lists).map { item, list in
            switch item {
            case .name(let name): point(name, list)
            case .known(let coordinate, let place):
                PlacePoint(text: place?.id ?? "", coordinate: coordinate, place: place)
            }
        }
    }

    /// The best of `candidates`, and the next that lies elsewhere when the choice is a close one.
    private func point(_ name: String, _ candidates: [Scored]) -> PlacePoint {
        // Equals stay in the gazetteer's order.
        let best = candidates.dropFirst().reduce(candidates[0]) { $1.score > $0.score ? $1 : $0 }
        var point = PlacePoint(text: name, coordinate: best.place.coordinate, place: best.place)
        var other: Scored?
        for candidate in candidates where candidate.score > max(other?.score ?? -.infinity, best.score - Self.close) {
            let distance = candidate.distance(to: best)
            if distance > Self.elsewhere { other = candidate }
        }
        point.alternative = other?.place
        return point
    }

    // MARK: Candidates

    private func candidates(_ name: String) throws(PlaceError) -> [Scored] {
        if let found = known[name] { return found }
        let found = try worthwhileCandidates(name)
        known[name] = found
        return found
    }

    /// Without those that no company can help.
    private func worthwhileCandidates(_ name: String) throws(PlaceError) -> [Scored] {
        let ranked = ranker.scored(name, depth: .folded)
        guard !ranked.isEmpty else { throw unknown(name) }
        var found: [Scored] = []
        for item in ranked where country == nil || item.candidate.place.countryCode == country {
            var score = log(max(item.score, 1e-12))
            if let near = options.near {
                let distance = Geodesic.wgs84.distance(near, item.candidate.place.coordinate)
                score -= Self.asked * log(1 + distance / Self.halfway)
            }
            found.append(Scored(place: item.candidate.place, score: score))
        }
        guard !found.isEmpty else { throw unknown(name) }
        let least = worthwhile(found)
        return found.filter { $0.score >= least }
    }

    /// An edit away is a suggestion, never an answer.
    private func unknown(_ name: String) -> PlaceError {
        let near = (ranker.rank([name], depth: .fuzzy).first ?? []).prefix(3)
            .map { "'\($0.candidate.name)' (\($0.candidate.place.described))" }
        return .unknownName(name, country: country, suggestions: Array(near))
    }

    // MARK: Company

    /// Both lists with the score of the best company in the other added.
    private func together(_ first: [Scored], _ second: [Scored]) -> [[Scored]] {
        guard first.count > 1 || second.count > 1 else { return [first, second] }
        let (leastFirst, leastSecond) = (worthwhile(first), worthwhile(second))
        var joint = (
            first: [Double](repeating: -.infinity, count: first.count),
            second: [Double](
                repeating: -.infinity, count: second.count)
        )
        for (i, a) in first.enumerated() where a.score >= leastFirst {
            for (j, b) in second.enumerated() where b.score >= leastSecond {
                let sum = a.score + b.score + Self.company(a, b)
                joint.first[i] = max(joint.first[i], sum)
                joint.second[j] = max(joint.second[j], sum)
            }
        }
        return [
            zip(first, joint.first).map { $0.with($1) },
            zip(second, joint.second).map { $0.with($1) },
        ]
    }

    /// What scores less cannot win, whatever company it has.
    private func worthwhile(_ list: [Scored]) -> Double { (list.map(\.score).max() ?? 0) - Self.most - 2 }

    /// Each list with the company that the others' best give: the last choice of each, in two rounds.
    private func together(_ lists: [[Scored]]) -> [[Scored]] {
        var chosen = lists.map { list in list.dropFirst().reduce(list[0]) { $1.score > $0.score ? $1 : $0 } }
        var result = lists
        for _ in 0..<2 {
            for (index, list) in lists.enumerated() where list.count > 1 {
                let least = worthwhile(list)
                result[index] = list.map { candidate in
                    guard candidate.score >= least else { return candidate }
                    var best = 0.0
                    for (other, place) in chosen.enumerated() where other != index {
                        best = max(best, Self.company(candidate, place))
                    }
                    return candidate.with(candidate.score + best)
                }
                chosen[index] =
                    result[index].dropFirst().reduce(result[index][0]) { $1.score > $0.score ? $1 : $0 }
            }
        }
        return result
    }

    private static func company(_ one: Scored, _ other: Scored) -> Double {
        let (a, b) = (one.place, other.place)
        if a.id == b.id, !a.id.isEmpty { return 0 }
        var sum = adjacent / (1 + one.distance(to: other) / halfway)
        if let country = a.countryCode, country == b.countryCode {
            sum += sameCountry
            if let division = a.admin1Code, division == b.admin1Code { sum += sameDivision }
        }
        return sum
    }
}
