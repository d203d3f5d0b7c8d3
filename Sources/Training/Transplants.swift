import Articles
import Evaluation
import Gazetteers
import Tables

/// Documents with other places in their place names' stead: corpora of news name great places, and those of few countries, so
/// that a small name of elsewhere, in one of the many ways to spell it, would look like no place.
struct Transplants {
    private let places: [(country: String, places: [Place])]
    private let gazetteer: any Gazetteer
    private let spellings: [String: [String]]

    /// Spellings that transliterations mix up: what is written, and what stands as well for it.
    private static let confusions = [
        ("kh", "h"), ("iy", "y"), ("yi", "i"), ("aa", "a"), ("ii", "i"), ("ou", "u"), ("ee", "i"), ("dj", "j"),
        ("zh", "j"),
        ("q", "k"), ("ay", "ai"), ("ey", "ei"), ("w", "v"), ("'", ""), ("-", " "), ("y", "i"),
    ]

    init(gazetteer: any Gazetteer) {
        self.gazetteer = gazetteer
        spellings = (gazetteer as? GazetteerIndex)?.spellingsOfSettlements() ?? [:]
        let towns = gazetteer.settlements(minimumPopulation: 0).filter { $0.name.utf8.count >= 4 }
        places = Dictionary(grouping: towns) { $0.countryCode ?? "" }.sorted { $0.key < $1.key }
            .map { ($0.key, $0.value.sorted { $0.id < $1.id }) }
    }

    /// Every document again, with other names for one in three of its names.
    func of(_ items: [ToponymCorpus.Item]) -> [ToponymCorpus.Item] { items.map(transplanted) }

    private func transplanted(_ item: ToponymCorpus.Item) -> ToponymCorpus.Item {
        let bytes = Array(item.article.text.utf8)
        var text: [UInt8] = []
        var toponyms: [ToponymCorpus.Gold] = []
        var cursor = 0
        for gold in item.toponyms.sorted(by: { $0.range < $1.range }) where gold.range.start >= cursor {
            text += bytes[cursor..<gold.range.start]
            let surface = bytes[gold.range.start..<gold.range.end]
            let written = gold.isDemonym ? Array(surface) : name(for: surface, in: item.article.id) ?? Array(surface)
            var moved = gold
            moved.range = TextRange(text.count, text.count + written.count)
            toponyms.append(moved)
            text += written
            cursor = gold.range.end
        }
        text += bytes[cursor...]
        var article = item.article
        article.text = String(decoding: text, as: UTF8.self)
        return ToponymCorpus.Item(article: article, toponyms: toponyms)
    }

    /// The same for all mentions of a name in a document; `nil` for two names in three, and for names of one letter's case.
    private func name(for surface: ArraySlice<UInt8>, in document: String) -> [UInt8]? {
        guard surface.contains(where: { $0 >= 0x61 && $0 <= 0x7A }), !places.isEmpty else { return nil }
        var draw = StableHash.mixed(StableHash.hash(Array(document.utf8) + surface))
        func next(_ count: Int) -> Int {
            let value = Int(draw % UInt64(count))
            draw = StableHash.mixed(draw &+ 1)
            return value
        }
        guard next(3) == 0 else { return nil }
        let towns = places[next(places.count)].places
        let place = towns[next(towns.count)]
        var written = place.name
        if next(2) == 0, let others = spellings[place.id] { written = others[next(others.count)] }
        if next(3) > 0 { written = LatinBaseLetters.withoutMarks(written) }
        if next(2) == 0 {
            let known = Self.confusions.filter { written.dropFirst().contains($0.0) }
            if !known.isEmpty {
                let (from, to) = known[next(known.count)]
                let varied = written.prefix(1) + written.dropFirst().replacing(from, with: to)
                if gazetteer.candidates(for: String(varied), depth: .folded).contains(where: { $0.place.id == place.id }
                ) {
                    written = String(varied)
                }
            }
        }
        return Array(written.utf8)
    }
}
