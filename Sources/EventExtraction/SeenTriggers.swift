import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

/// Where a document first tells an event of a lemma, of a type, and of a type in a place.
struct SeenTriggers {
    private struct Spot: Hashable {
        var type: String
        var place: String
    }

    private let reading: Reading
    private var lemmas: [Int32: Int] = [:]
    private var types: [String: Int] = [:]
    private var spots: [Spot: Int] = [:]

    init(_ reading: Reading, _ mentions: [Mention]) {
        self.reading = reading
        for mention in mentions {
            func note<Key>(_ key: Key?, _ table: inout [Key: Int]) {
                guard let key else { return }
                table[key] = min(table[key] ?? mention.head, mention.head)
            }
            note(Self.lemma(of: mention, reading), &lemmas)
            note(mention.type, &types)
            note(Self.spot(of: mention, reading), &spots)
        }
    }

    private static func lemma(of mention: Mention, _ reading: Reading) -> Int32? {
        let word = reading.words[mention.head]
        return reading.lexicon.vocabulary.forms.lemma(of: word) ?? (word == 0 ? nil : word)
    }

    private static func spot(of mention: Mention, _ reading: Reading) -> Spot? {
        mention.place.flatMap { reading.toponyms[$0.index].place }.map { Spot(type: mention.type, place: $0.id) }
    }

    /// Whether an earlier event has the trigger's lemma.
    func hasLemma(_ mention: Mention) -> Bool {
        Self.lemma(of: mention, reading).flatMap { lemmas[$0] }.map { $0 < mention.head } ?? false
    }

    /// Whether an earlier event has the type.
    func hasType(_ mention: Mention) -> Bool { types[mention.type].map { $0 < mention.head } ?? false }

    /// Whether an earlier event has the type and the place.
    func hasPlace(_ mention: Mention) -> Bool {
        Self.spot(of: mention, reading).flatMap { spots[$0] }.map { $0 < mention.head } ?? false
    }
}
