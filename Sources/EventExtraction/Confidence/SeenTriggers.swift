import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

/// Where a document first tells an event of a lemma, of a type, and of a type in a place.
struct SeenTriggers {
    private let reading: Reading
    private var lemmas: [Int32: Int] = [:]
    private var numbers = TypeNumbers()
    /// By the numbers of types.
    private var types: [Int] = []
    private var spots: [Int: Int] = [:]

    init(_ reading: Reading, _ mentions: [Mention]) {
        self.reading = reading
        lemmas.reserveCapacity(mentions.count)
        spots.reserveCapacity(mentions.count)
        for index in mentions.indices {
            let head = mentions[index].head
            if let lemma = reading.lemma(at: head) {
                lemmas[lemma] = min(lemmas[lemma] ?? head, head)
            }
            let type = numbers.number(of: mentions[index].type)
            if type == types.count { types.append(head) } else { types[type] = min(types[type], head) }
            if let spot = spot(type, mentions[index].place) { spots[spot] = min(spots[spot] ?? head, head) }
        }
    }

    /// A number for a type in a place.
    private func spot(_ type: Int, _ link: Mention.Link?) -> Int? {
        guard let link, reading.places[link.index] >= 0 else { return nil }
        return type * reading.placeCount + Int(reading.places[link.index])
    }

    /// Whether an earlier event has the trigger's lemma.
    func hasLemma(_ mention: Mention) -> Bool {
        reading.lemma(at: mention.head).flatMap { lemmas[$0] }.map { $0 < mention.head } ?? false
    }

    /// Whether an earlier event has the type.
    func hasType(_ mention: Mention) -> Bool { numbers[mention.type].map { types[$0] < mention.head } ?? false }

    /// Whether an earlier event has the type and the place.
    func hasPlace(_ mention: Mention) -> Bool {
        numbers[mention.type].flatMap { spot($0, mention.place) }.flatMap { spots[$0] }.map { $0 < mention.head }
            ?? false
    }
}
