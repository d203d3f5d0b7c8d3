import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

/// Where a document tells events, and where first one of a lemma, of a type, and of a type in a place.
struct SeenTriggers {
    private let reading: Reading
    private var lemmas: [Int32: Int] = [:]
    private var numbers = TypeNumbers()
    /// By the numbers of types.
    private var types: [Int] = []
    private var spots: [Int: Int] = [:]
    private var heads: Set<Int> = []
    /// How many words before an event another one adjoins it.
    private static let adjoining = 4

    init(_ reading: Reading, _ mentions: [Mention]) {
        self.reading = reading
        lemmas.reserveCapacity(mentions.count)
        spots.reserveCapacity(mentions.count)
        heads.reserveCapacity(mentions.count)
        for index in mentions.indices {
            let head = mentions[index].head
            heads.insert(head)
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

    /// Whether another event's head stands right before, at `first` or later.
    func adjoins(_ mention: Mention, from first: Int) -> Bool {
        (max(first, mention.head - Self.adjoining)..<mention.head).contains { heads.contains($0) }
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
