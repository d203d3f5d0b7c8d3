import Articles
import Gazetteers
import Geoparsing

/// A place that the text has named, and what it said of it so far.
struct CarryCandidate: Sendable {
    /// The number that the ``Reading`` gave the place.
    let place: Int32
    let kind: Place.Kind
    let countryCode: String?
    /// The latest use, and the latest one of an earlier sentence.
    private(set) var focus: Discourse.Focus
    private(set) var stance: PlaceUse.Preposition
    private(set) var before: (focus: Discourse.Focus, stance: PlaceUse.Preposition)?
    /// How often it was named otherwise than in passing.
    private(set) var named = 0
    /// How many events were placed there by their own clauses.
    var placings = 0
    var isInHead = false
    /// A division named as what a village lies in that has no place of its own: `the village` is there.
    var isStandIn = false
    /// A state that attacked elsewhere.
    var isAttacker = false
    /// The dateline has it.
    var isDateline = false
    /// The latest sentences that spoke of it, a few of them.
    private(set) var sentences: [Int] = []
    /// Somebody fled from there.
    var isLeft = false
    /// Told of by adjectives only.
    private(set) var isAdjective = true
    /// What ``PlaceShares`` says of it.
    let isMost: Bool
    let isSingle: Bool
    let isTitled: Bool
    let share: Double

    /// - Parameter number: that of `place`.
    init(_ place: Place, _ number: Int32, _ focus: Discourse.Focus, _ use: PlaceUse, _ shares: PlaceShares) {
        self.place = number
        isMost = number == shares.most
        let entry = shares.entries[Int(number)]
        isSingle = entry.isSingle
        isTitled = entry.isTitled
        share = entry.share
        kind = place.kind
        countryCode = place.countryCode
        self.focus = focus
        stance = use.preposition
    }

    mutating func name(_ new: Discourse.Focus, _ use: PlaceUse, isPassing: Bool) {
        if !use.isDemonym { isAdjective = false }
        // What is only said in passing does not move the place.
        if isPassing, named > 0 { return }
        if new.sentence != focus.sentence { before = (focus, stance) }
        focus = new
        stance = use.preposition
        if !isPassing {
            named += 1
            note(sentence: new.sentence)
        }
        if new.sentence < PlaceShares.head { isInHead = true }
    }

    private static let keptSentences = 4

    mutating func note(sentence: Int) {
        guard sentences.last != sentence else { return }
        if sentences.count == Self.keptSentences { sentences.removeFirst() }
        sentences.append(sentence)
    }
}

/// The latest of these places, few enough to look at each for each event.
struct CarryCandidates: Sendable {
    private(set) var list: [CarryCandidate] = []
    /// The place of the latest event that had one of its own.
    private(set) var latestPlaced: Int32?
    /// Where the latest event was, and whether it was one of words.
    private(set) var told: (place: Int32, sentence: Int, paragraph: Int, isSpeech: Bool)?
    /// The same for each type of event.
    private(set) var placedByType: [String: Int32] = [:]

    /// How many are kept.
    private static let kept = 20

    /// - Parameters:
    ///   - number: that of `place`.
    ///   - shares: the place that the article is most about stays however long ago it was named.
    mutating func name(
        _ place: Place, _ number: Int32, _ focus: Discourse.Focus, _ use: PlaceUse, isPassing: Bool,
        _ shares: PlaceShares
    ) {
        if let old = list.firstIndex(where: { $0.place == number }) {
            list[old].name(focus, use, isPassing: isPassing)
            return
        }
        if list.count == Self.kept {
            let oldest = list.indices.filter { !list[$0].isMost }.min {
                list[$0].focus.sentence < list[$1].focus.sentence
            }
            if let oldest { list.remove(at: oldest) }
        }
        var new = CarryCandidate(place, number, focus, use, shares)
        new.name(focus, use, isPassing: isPassing)
        list.append(new)
    }

    /// An event of `sentence` was at `place`, whether its sentence says so or not.
    mutating func tell(of place: Int32, sentence: Int, paragraph: Int, isSpeech: Bool) {
        told = (place, sentence, paragraph, isSpeech)
        if let index = list.firstIndex(where: { $0.place == place }) { list[index].note(sentence: sentence) }
    }

    /// `place` stands for a village in it that has no place of its own.
    mutating func standIn(_ place: Int32) {
        if let index = list.firstIndex(where: { $0.place == place }) { list[index].isStandIn = true }
    }

    /// Somebody fled from `place`.
    mutating func leave(_ place: Int32) {
        if let index = list.firstIndex(where: { $0.place == place }) { list[index].isLeft = true }
    }

    /// The dateline of the text has `place`.
    mutating func open(_ place: Int32) {
        if let index = list.firstIndex(where: { $0.place == place }) { list[index].isDateline = true }
    }

    /// `place` is a state that attacked elsewhere.
    mutating func attack(_ place: Int32) {
        if let index = list.firstIndex(where: { $0.place == place }) { list[index].isAttacker = true }
    }

    /// An event of `type` was placed at `place` by its own clause.
    mutating func place(_ type: String, at place: Int32) {
        latestPlaced = place
        placedByType[type] = place
        if let index = list.firstIndex(where: { $0.place == place }) { list[index].placings += 1 }
    }
}
