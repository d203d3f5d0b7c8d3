import Articles
import Gazetteers
import Geoparsing

/// Buildings and works that the text tells of, and where they are: `the airport` is that of Bamako, whose the text named before.
extension Discourse {
    /// A word for a building, by one token of it, and the place where the text last said that it is.
    struct Facility: Sendable {
        var word: Int
        var focus: Focus
    }

    private static let words: [StaticString] = [
        "airport", "airfield", "airbase", "base", "barracks", "garrison", "prison", "jail", "penitentiary",
        "hospital", "clinic", "school", "university", "college", "campus", "mosque", "church", "cathedral",
        "synagogue", "temple", "shrine", "monastery", "hotel", "restaurant", "market", "bazaar", "mall", "stadium",
        "station", "terminal", "dam", "plant", "refinery", "depot", "pipeline", "mine", "factory", "shipyard",
        "harbour", "harbor", "bridge", "tunnel", "crossing", "checkpoint", "embassy", "consulate", "camp", "island",
        "theatre", "theater", "palace", "courthouse", "stronghold", "facility",
    ]

    /// How far from its building the name of a place stands, in tokens, and the most buildings that are kept.
    private static let reach = 6
    private static let kept = 16

    /// Takes note of the buildings of a sentence that a name of a place goes with: `Bamako's airport`, `a hotel in Goma`.
    mutating func noteFacilities(_ uses: ArraySlice<PlaceUse>, in tokens: Range<Int>, sentence: Int, paragraph: Int) {
        for use in uses where use.kind != .country && use.kind != .continent && !use.isContainer && !use.isSource {
            guard let index = facility(of: use, in: tokens) else { continue }
            let focus = Focus(index: use.index, sentence: sentence, paragraph: paragraph, ofEvent: false)
            facilities.removeAll { reading.isSame($0.word, index) }
            if facilities.count == Self.kept { facilities.removeFirst() }
            facilities.append(Facility(word: index, focus: focus))
        }
    }

    /// The building that `use` says where it is.
    private func facility(of use: PlaceUse, in tokens: Range<Int>) -> Int? {
        let after = use.tokens.upperBound..<min(tokens.upperBound, use.tokens.upperBound + Self.reach)
        for index in after {
            if isFacility(index) { return index }
            let c = reading.classes[index]
            if c.hasAny([.comma, .stop, .preposition, .of, .be, .have, .modal, .conjunction]),
                !reading.isJoinedHyphen(index)
            {
                break
            }
        }
        guard [.locative, .nearby, .of].contains(use.preposition) else { return nil }
        for index in (max(tokens.lowerBound, use.start - Self.reach)..<max(tokens.lowerBound, use.start)).reversed() {
            if isFacility(index) { return index }
            if reading.classes[index].hasAny([.stop, .be, .have, .modal, .subordinator, .relative]) { break }
        }
        return nil
    }

    func isFacility(_ index: Int) -> Bool {
        reading.document.tokens[index].kind == .word && Self.words.contains { reading.has($0, at: index) }
    }

    /// `her home town`, `their hometown`
    func isHome(_ index: Int) -> Bool {
        reading.has("hometown", at: index)
            || (reading.has("home", at: index) || reading.has("native", at: index))
                && (reading.has("town", at: index + 1) || reading.has("city", at: index + 1)
                    || reading.has("village", at: index + 1))
    }

    /// The place named last before token `index`; a country only in a sentence without another.
    func lastNamed(before index: Int) -> Focus? {
        func start(_ focus: Focus) -> Int { reading.toponymTokens[focus.index].lowerBound }
        let named = candidates.list.filter { start($0.focus) < index && !$0.isAdjective }
        let town = named.filter { $0.kind != .country }.max { start($0.focus) < start($1.focus) }?.focus
        let country = named.filter { $0.kind == .country }.max { start($0.focus) < start($1.focus) }?.focus
        guard let town, let country else { return town }
        return country.sentence > town.sentence ? country : town
    }

    /// The latest town before token `index` that somebody left or is from.
    func origin(before index: Int) -> Focus? {
        func start(_ focus: Focus) -> Int { reading.toponymTokens[focus.index].lowerBound }
        return candidates.list.filter {
            $0.kind == .settlement && start($0.focus) < index && ($0.stance == .from || $0.isLeft)
        }.max { start($0.focus) < start($1.focus) }?.focus
    }
}

extension Reading {
    /// Whether the tokens are the same word.
    func isSame(_ a: Int, _ b: Int) -> Bool {
        words[a] != 0 ? words[a] == words[b] : document.lowercasedText(at: a) == document.lowercasedText(at: b)
    }
}
