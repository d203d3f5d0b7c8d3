import Articles
import Gazetteers
import GeoTypes
import Geodesy

/// What of the right places a gazetteer has at all: what no recognition and no ranking can mend.
public struct ToponymCoverage: Sendable {
    /// Gold toponyms with coordinates.
    public private(set) var linked = 0
    /// Of them: the gazetteer has the id under any name.
    public private(set) var hasID = 0
    /// The name as written is one of the place with that id.
    public private(set) var hasIDUnderName = 0
    /// The name as written is one of some place within 25 km, or of the id.
    public private(set) var within25km = 0
    /// The same within 161 km: the ceiling of what can be right.
    public private(set) var within161km = 0

    private let gazetteer: any Gazetteer

    init(gazetteer: any Gazetteer) { self.gazetteer = gazetteer }

    /// The distance from the right place to the nearest place of its name, and whether it is the place itself.
    struct Reach {
        var isNamed: Bool
        /// Metres.
        var nearest: Double
    }

    /// - Returns: how near the gazetteer comes.
    @discardableResult
    mutating func add(_ gold: ToponymCorpus.Gold, name: String) -> Reach {
        let reach = reach(gold, name: name)
        linked += 1
        if let id = gold.placeID, gazetteer.place(id: id) != nil { hasID += 1 }
        if reach.isNamed { hasIDUnderName += 1 }
        if reach.nearest <= 25_000 { within25km += 1 }
        if reach.nearest <= ToponymEvaluation.radius { within161km += 1 }
        return reach
    }

    private func reach(_ gold: ToponymCorpus.Gold, name: String) -> Reach {
        var names = [name]
        for prefix in ["the ", "The "] where name.hasPrefix(prefix) {
            names.append(String(name.dropFirst(prefix.count)))
        }
        var candidates: [Candidate] = []
        for name in names where candidates.isEmpty { candidates = gazetteer.candidates(for: name, depth: .folded) }
        if let id = gold.placeID, candidates.contains(where: { $0.place.id == id }) {
            return Reach(isNamed: true, nearest: 0)
        }
        guard let coordinate = gold.coordinate else { return Reach(isNamed: false, nearest: .infinity) }
        let nearest = candidates.map { Geodesic.wgs84.inverse($0.place.coordinate, coordinate).distance }.min()
        return Reach(isNamed: false, nearest: nearest ?? .infinity)
    }
}
