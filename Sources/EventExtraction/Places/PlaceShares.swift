import Articles
import Gazetteers
import Geoparsing
import Tables

/// How much of an article is about each of its places below countries.
struct PlaceShares: Sendable {
    /// The place named most, where it is named often.
    let main: MainPlace?
    /// What it says of a place, by the number that the ``Reading`` gave it.
    struct Entry: Sendable {
        /// Its share of what is said of places, 0...1.
        var share = 0.0
        /// It is named once only.
        var isSingle = false
        /// The title names it.
        var isTitled = false
    }
    let entries: [Entry]
    /// The place that the article is most likely about, however little it says of it; -1 for none.
    let most: Int32
    /// The country that most of the places are in.
    let country: String?

    /// The place of the whole article: the one it is most about, or else one that it only names in passing, or the country.
    /// `index` is that of the toponym that names it first.
    let whole: (index: Int, place: Int32)?

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
        // For each place how often it is named, and 1 + its number among the weights, or 0.
        var named = [Int32].filled(with: 0, count: reading.placeCount)
        var numbers = [Int].filled(with: 0, count: reading.placeCount)
        var weights: [(use: Int, kind: Place.Kind, weight: Double)] = []
        var entries = [Entry].filled(with: Entry(), count: reading.placeCount)
        var countries: [(code: String, count: Int)] = []
        var sum = 0.0
        let title = Array((reading.document.article.title ?? "").utf8.prefix(Self.longestTitle))
        func count(_ index: Int, _ weight: Int) {
            guard let code = reading.toponyms[index].place?.countryCode else { return }
            if let number = countries.firstIndex(where: { $0.code == code }) {
                countries[number].count += weight
            } else if countries.count < Self.mostPlaces {
                countries.append((code, weight))
            }
        }
        for use in uses {
            let place = reading.places[use.index]
            guard place >= 0 else { continue }
            named[Int(place)] += 1
            count(use.index, Self.nameWeight)
        }
        for use in demonyms { count(use.index, 1) }
        for use in uses where !use.isSource && !use.isCompound && !use.isContainer && !use.isOwner {
            let place = Int(reading.places[use.index])
            guard place >= 0, use.kind != .country, use.kind != .continent else { continue }
            var weight = use.preposition == .locative || use.preposition == .nearby ? 1.0 : 0.5
            if use.sentence < Self.head { weight += 1 }
            sum += weight
            if numbers[place] > 0 {
                weights[numbers[place] - 1].weight += weight
            } else {
                if !title.isEmpty, weights.count < Self.mostPlaces,
                    Self.contains(title, reading.document.bytes, reading.toponyms[use.index].range)
                {
                    entries[place].isTitled = true
                }
                weights.append((use.index, reading.toponyms[use.index].place?.kind ?? .other, weight))
                numbers[place] = weights.count
            }
        }
        let first = weights.max { $0.weight < $1.weight }
        main = first.flatMap { entry in
            reading.toponyms[entry.use].place.flatMap { MainPlace($0, weight: entry.weight, of: sum) }
        }
        func rank(_ entry: (use: Int, kind: Place.Kind, weight: Double)) -> Double {
            let isTitled = entries[Int(reading.places[entry.use])].isTitled
            return entry.kind == .water ? 0 : entry.weight + (isTitled ? Self.titleWeight : 0)
        }
        most = weights.max { rank($0) < rank($1) }.map { reading.places[$0.use] } ?? -1
        let country = countries.max { $0.count < $1.count }?.code
        self.country = country
        whole = Self.whole(most, country: country, reading, uses + demonyms.filter { $0.institution != nil })
        for place in entries.indices {
            entries[place].isSingle = named[place] == 1
            if numbers[place] > 0 { entries[place].share = weights[numbers[place] - 1].weight / sum }
        }
        self.entries = entries
    }

    private static func whole(
        _ most: Int32, country: String?, _ reading: Reading, _ uses: [PlaceUse]
    ) -> (index: Int, place: Int32)? {
        func first(where isIt: (PlaceUse, Place) -> Bool) -> (index: Int, place: Int32)? {
            for use in uses {
                if let place = reading.toponyms[use.index].place, isIt(use, place) {
                    return (use.index, reading.places[use.index])
                }
            }
            return nil
        }
        if most >= 0 {
            return uses.first { reading.places[$0.index] == most }.map { ($0.index, most) }
        }
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
