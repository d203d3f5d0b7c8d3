import Articles
import Geoparsing

/// From what was found to the public event.
extension ExtractionPass {
    /// The event of `mention`, and one for each further place of a list.
    func events(_ mention: Mention, evidence: Evidence) -> [Event] {
        var events = [event(mention, evidence: evidence)]
        for link in places.furtherPlaces(of: mention) {
            var other = events[0]
            other.placing = events.count
            other.toponym = reading.placed(link.index)
            other.geoPrecision = places.precision(link)
            events.append(other)
        }
        return events
    }

    private func event(_ mention: Mention, evidence: Evidence) -> Event {
        let code = reading.lexicon.triggers.triggers[mention.trigger].code
        // Of a sentence without end, what stands around the trigger.
        let sentence = reading.document.sentences[mention.sentence]
        let window = reading.window(around: mention.head, in: sentence.tokens)
        let isLong = sentence.tokens.count > 4 * Reading.reach
        var event = Event(
            type: mention.type, mode: mention.mode, contexts: code.contexts, modality: mention.modality,
            trigger: reading.textRange(mention.tokens), passage: isLong ? reading.textRange(window) : sentence.range,
            confidence: reading.lexicon.confidence.probability(evidence))
        event.reasons = evidence
        event.headword = reading.document.tokens[mention.head].range
        event.actor = mention.actor.flatMap(phrase)
        if !isDestination(mention.target, of: mention) { event.target = mention.target.flatMap(phrase) }
        event.mentions = mention.repeats.map { reading.textRange($0) }.sorted()
        event.killed = mention.killed
        event.wounded = mention.wounded
        event.displaced = mention.displaced
        event.origin = mention.origin.map(reading.placed)
        event.time = mention.time?.index
        if let place = mention.place {
            event.toponym = reading.placed(place.index)
            event.geoPrecision = places.precision(place)
            event.placeConfidence = LinkerWeights.logistic(place.score)
        }
        return event
    }

    /// `fled to Lviv`: what stands behind the preposition of a movement is where it led, and nothing that was moved.
    private func isDestination(_ target: Range<Int>?, of mention: Mention) -> Bool {
        guard let target, target.lowerBound > mention.head else { return false }
        // `the blast in the town`, `gathered in the town`: where it was.
        if reading.isWhere(target) { return true }
        guard reading.lexicon.triggers.triggers[mention.trigger].movement != nil, mention.usage.isVerb else {
            return false
        }
        return reading.classes[target.lowerBound - 1].hasAny([.destination, .infinitiveTo, .locative, .fromPreposition])
            && reading.isPlace(target.lowerBound)
    }

    private func phrase(_ range: Range<Int>) -> Event.Phrase? {
        guard let range = reading.participant(range), !reading.isPronoun(range) else { return nil }
        return Event.Phrase(range: reading.textRange(range), text: reading.text(range))
    }
}
