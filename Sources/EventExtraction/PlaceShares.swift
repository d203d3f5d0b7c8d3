import Articles
import Gazetteers
import Geoparsing

/// How much of an article is about each of its places below countries.
struct PlaceShares: Sendable {
    /// The place named most, where it is named often.
    let main: MainPlace?
    /// The id of the place that the article is most likely about, however little it says of it.
    let most: String?
    /// The country that most of the places are in.
    let country: String?
    /// The ids of the places that are named once only.
    let single: Set<String>
    /// For the id of each place its share of what is said of places, 0...1.
    let shares: [String: Double]
    /// The ids of the places that the title names.
    let titled: Set<String>

    /// The place of the whole article: the one it is most about, or else one that it only names in passing, or the country.
    /// `index` is that of the toponym that names it first.
    let whole: (index: Int, id: String)?

    /// Sentences at the head of an article, with its headline, count more.
    static let head = 2
    private static let titleWeight = 2.0
    /// A name of a place tells more of the country than an adjective.
    private static let nameWeight = 5
    /// More of a title, and of the places looked for in it, tells nothing.
    private static let longestTitle = 400
    private static let mostPlaces = 100

    /// - Parameter demonyms: adjectives, which tell of countries only.
    init(_ reading: Reading, uses: [PlaceUse], demonyms: [PlaceUse]) {
        var numbers: [String: Int] = [:]
        var weights: [(place: Place, weight: Double)] = []
        var titled: Set<String> = []
        var single: Set<String> = []
        var seen: Set<String> = []
        var countries: [(code: String, count: Int)] = []
        var sum = 0.0
        let title = Array((reading.document.article.title ?? "").utf8.prefix(Self.longestTitle))
        func count(_ place: Place, _ weight: Int) {
            guard let code = place.countryCode else { return }
            if let number = countries.firstIndex(where: { $0.code == code }) {
                countries[number].count += weight
            } else if countries.count < Self.mostPlaces {
                countries.append((code, weight))
            }
        }
        for use in uses {
            guard let place = reading.toponyms[use.index].place else { continue }
            if seen.insert(place.id).inserted { single.insert(place.id) } else { single.remove(place.id) }
            count(place, Self.nameWeight)
        }
        for use in demonyms { if let place = reading.toponyms[use.index].place { count(place, 1) } }
        for use in uses where !use.isSource && !use.isCompound && !use.isContainer && !use.isOwner {
            guard let place = reading.toponyms[use.index].place, use.kind != .country, use.kind != .continent else {
                continue
            }
            var weight = use.preposition == .locative || use.preposition == .nearby ? 1.0 : 0.5
            if use.sentence < Self.head { weight += 1 }
            sum += weight
            if let number = numbers[place.id] {
                weights[number].weight += weight
            } else {
                if !title.isEmpty, weights.count < Self.mostPlaces,
                    Self.contains(title, reading.document.bytes, reading.toponyms[use.index].range)
                {
                    titled.insert(place.id)
                }
                numbers[place.id] = weights.count
                weights.append((place, weight))
            }
        }
        let first = weights.max { $0.weight < $1.weight }
        main = first.flatMap { MainPlace($0.place, weight: $0.weight, of: sum) }
        func rank(_ entry: (place: Place, weight: Double)) -> Double {
            entry.place.kind == .water ? 0 : entry.weight + (titled.contains(entry.place.id) ? Self.titleWeight : 0)
        }
        let most = weights.max { rank($0) < rank($1) }?.place
        self.most = most?.id
        let country = countries.max { $0.count < $1.count }?.code
        self.country = country
        whole = Self.whole(most, country: country, reading, uses + demonyms.filter { $0.institution != nil })
        self.single = single
        self.titled = titled
        shares = numbers.mapValues { weights[$0].weight / sum }
    }

    private static func whole(
        _ most: Place?, country: String?, _ reading: Reading, _ uses: [PlaceUse]
    ) -> (index: Int, id: String)? {
        func first(where isIt: (PlaceUse, Place) -> Bool) -> (index: Int, id: String)? {
            for use in uses {
                if let place = reading.toponyms[use.index].place, isIt(use, place) { return (use.index, place.id) }
            }
            return nil
        }
        if let most { return first { $1.id == most.id } }
        return first {
            !$0.isDemonym && $0.kind == .settlement && !$0.isSource && !$0.isPersonal && $1.countryCode == country
        }
            ?? first { $0.kind == .country && $1.countryCode == country }
    }

    private static func contains(_ title: [UInt8], _ bytes: [UInt8], _ name: TextRange) -> Bool {
        guard name.count >= 3, title.count >= name.count else { return false }
        let word = bytes[name.start..<name.end]
        return (0...(title.count - name.count)).contains { title[$0..<($0 + name.count)].elementsEqual(word) }
    }
}
