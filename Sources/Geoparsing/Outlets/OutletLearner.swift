public import Articles
import Gazetteers
import GeoTypes
import Geodesy

/// Learns where outlets are at home from the places of their articles, without labels.
///
/// An outlet's home is the place that most of its articles come near to: for each place named with confidence, the
/// articles are counted that name a place near it, each once and the less the farther that is. What single articles
/// write of far places hardly counts.
public struct OutletLearner: Sendable {
    /// Places less sure than this say nothing, 0...1.
    public var minimumConfidence = 0.5
    /// Outlets with fewer articles that name a place are left out.
    public var minimumArticles: Int
    /// Outlets fewer of whose articles than this share are local are left out, 0...1.
    public var minimumShare = 0.3

    private struct Evidence {
        /// Articles by id, each with its places.
        var articles: [(id: String, places: [Int])] = []
        var places: [Place] = []
        var numbers: [String: Int] = [:]
        var read = 0
    }

    private var outlets: [String: Evidence] = [:]

    public init(minimumArticles: Int = 3) { self.minimumArticles = minimumArticles }

    /// Takes in what was found in an article. Articles without a publisher say nothing.
    public mutating func add(_ article: Article, _ toponyms: [ResolvedToponym]) {
        guard let publisher = article.publisher, case let key = OutletTable.key(publisher), !key.isEmpty else { return }
        var evidence = outlets[key] ?? Evidence()
        evidence.read += 1
        var numbers: [Int] = []
        for toponym in toponyms {
            guard let place = toponym.place, toponym.confidence >= minimumConfidence, Self.isLocal(place) else {
                continue
            }
            let number = evidence.numbers[place.id] ?? evidence.places.count
            if number == evidence.places.count {
                evidence.numbers[place.id] = number
                evidence.places.append(place)
            }
            if !numbers.contains(number) { numbers.append(number) }
        }
        if !numbers.isEmpty { evidence.articles.append((article.id, numbers)) }
        outlets[key] = evidence
    }

    /// Towns, and divisions below the first level.
    private static func isLocal(_ place: Place) -> Bool {
        place.kind == .settlement || place.kind == .division && !place.featureCode.hasPrefix("ADM1")
    }

    /// The homes of the outlets, and why others have none, in the order of their outlets.
    public func learn() -> (table: OutletTable, leftOut: [String]) {
        var homes: [OutletTable.Home] = []
        var leftOut: [String] = []
        for (outlet, evidence) in outlets.sorted(by: { $0.key < $1.key }) {
            guard evidence.articles.count >= minimumArticles else {
                leftOut.append(
                    "\(outlet): \(evidence.articles.count) of \(evidence.read) articles name a place for certain; "
                        + "at least \(minimumArticles) are needed")
                continue
            }
            guard let home = home(of: outlet, evidence, excluding: nil) else {
                leftOut.append("\(outlet): its \(evidence.articles.count) articles are about no one region")
                continue
            }
            homes.append(home)
        }
        return (OutletTable(homes), leftOut)
    }

    /// The prior of an article from all others of its outlet: never from itself.
    public func prior(excluding article: Article) -> DocumentPrior? {
        guard let publisher = article.publisher, let evidence = outlets[OutletTable.key(publisher)] else { return nil }
        return home(of: OutletTable.key(publisher), evidence, excluding: article.id)?.prior
    }

    /// Metres at which the support of an article falls to a half.
    private static let reach = 50_000.0
    /// Only so many places, those in most articles, are tried as home.
    private static let trials = 60

    private func home(of outlet: String, _ evidence: Evidence, excluding id: String?) -> OutletTable.Home? {
        let articles = evidence.articles.filter { $0.id != id }
        guard articles.count >= minimumArticles else { return nil }
        var counts = [Int](repeating: 0, count: evidence.places.count)
        for article in articles { for place in article.places { counts[place] += 1 } }
        // Sorted by id too, so that the order of the articles does not matter.
        let tried = evidence.places.indices.filter { counts[$0] > 0 }.sorted {
            (counts[$1], evidence.places[$0].id) < (counts[$0], evidence.places[$1].id)
        }
        var best: (support: Double, center: Int, distances: [Double])?
        for center in tried.prefix(Self.trials) {
            let distances = evidence.places.indices.map { place in
                counts[place] == 0
                    ? .infinity
                    : Geodesic.wgs84.inverse(evidence.places[center].coordinate, evidence.places[place].coordinate)
                        .distance
            }
            let support = articles.reduce(0.0) { sum, article in
                let nearest = article.places.map { distances[$0] }.min() ?? .infinity
                return sum + 1 / (1 + nearest / Self.reach * (nearest / Self.reach))
            }
            if best.map({ support > $0.support }) ?? true { best = (support, center, distances) }
        }
        guard let best else { return nil }
        var local = 0
        var near: [Double] = []
        for article in articles {
            let distances = article.places.map { best.distances[$0] }
            if distances.contains(where: { $0 <= 161_000 }) { local += 1 }
            near += distances.filter { $0 <= 300_000 }
        }
        guard Double(local) >= minimumShare * Double(articles.count), local >= 2 else { return nil }
        near.sort()
        let place = evidence.places[best.center]
        return OutletTable.Home(
            outlet: outlet, place: place.name, coordinate: place.coordinate, countryCode: place.countryCode,
            radius: max(10_000, near[near.count * 3 / 4]), articles: articles.count, localArticles: local)
    }
}
