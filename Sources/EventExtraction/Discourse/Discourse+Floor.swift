import Articles
import Gazetteers
import Geoparsing
import TemporalTagging

/// The place of what has none of its own and none to carry over: that of the whole article.
extension Discourse {
    /// Sentences of a text that may begin before it says where it is.
    private static let opening = 3

    /// The place that the text is about, for `mention`: a lead often tells what happened before a later sentence says where.
    ///
    /// - Parameter uses: the places of its own sentence.
    func place(ofWhole mention: Mention, uses: ArraySlice<PlaceUse>) -> Mention.Link? {
        guard mention.modality.isSettled, !mention.isBackground, let whole = shares.whole,
            let place = reading.toponyms[whole.index].place,
            // `to focus on the coast`: the sentence has it, and says that it was not there.
            !uses.contains(where: { $0.isTopic && reading.places[$0.index] == whole.place })
        else { return nil }
        // `seized several towns`: somewhere in the state that the text is about.
        if place.kind == .settlement, reading.isAtSeveralPlaces(mention) {
            return place.countryCode.flatMap(reading.country).map {
                Mention.Link(index: $0, score: weights[.floorOpening], isCarried: true)
            }
        }
        let sentence = reading.document.sentences[mention.sentence].tokens
        var x = weights[.floorBias]
        let entry = shares.entries[Int(whole.place)]
        x += weights[.floorShare] * entry.share
        if entry.isTitled { x += weights[.floorTitle] }
        if mention.sentence < Self.opening { x += weights[.floorOpening] }
        if reading.toponymTokens[whole.index].lowerBound > mention.head { x += weights[.floorAhead] }
        if place.kind == .country { x += weights[.floorCountry] }
        if place.kind == .water { x += weights[.carryWater] }
        if isSpeech(mention) { x += weights[.carrySpeech] }
        if reading.isWar(mention), place.kind != .country { x += weights[.carryWar] }
        if reading.hasUnnamedPlace(after: mention, in: sentence) { x += weights[.carryUnnamed] }
        if namesElsewhere(uses.filter { !acts($0) }[...]) { x += weights[.carryElsewhere] }
        return x > 0 ? Mention.Link(index: whole.index, score: x, isCarried: true) : nil
    }

    /// A state that does something says nothing of where: `Russia withdraws troops`.
    private func acts(_ use: PlaceUse) -> Bool { use.kind == .country && use.preposition == .none }
}
