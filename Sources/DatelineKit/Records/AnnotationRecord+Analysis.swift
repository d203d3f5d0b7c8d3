import Articles
import EventExtraction
import Geoparsing
import MapExport
import Tables
import TemporalTagging

extension AnnotationRecord {
    /// Publishes an analysis: bytes become code points, indices become what they point to.
    init(_ analysis: Pipeline.Analysis) {
        let document = analysis.document
        let article = document.article
        let phrase = Phrases(document)
        self.init(
            id: article.id, title: article.title, published: article.published?.edtf, publisher: article.publisher,
            url: article.url, sketch: TextSketch(document).text,
            toponyms: analysis.toponyms.compactMap { toponym in
                guard toponym.role == .literal || analysis.reportsDemonyms else { return nil }
                let written = phrase(toponym.range)
                let sentence = document.sentenceIndex(at: toponym.range.start).map { document.sentences[$0].range }
                return ToponymRecord(
                    start: written.start, end: written.end, text: written.text, confidence: toponym.confidence,
                    place: toponym.place.map { PlaceRecord($0) }, reason: toponym.unresolved?.rawValue,
                    passage: toponym.place == nil ? sentence.map { phrase($0) } : nil,
                    evidence: toponym.evidence == .text ? nil : toponym.evidence.rawValue)
            },
            times: analysis.times.map { time in
                let written = phrase(time.range)
                return TimeRecord(
                    start: written.start, end: written.end, text: written.text, type: time.kind.rawValue,
                    value: time.value, mod: time.mod, edtf: time.edtf)
            },
            events: analysis.events.map { event in
                EventRecord(event, of: article.id, toponyms: analysis.toponyms, times: analysis.times, phrase: phrase)
            }, overrides: analysis.overrides)
        language = analysis.language == .english ? nil : analysis.language.rawValue
    }
}

/// The phrases of a document, in code points. A class, so that who asks for them counts one reference.
private final class Phrases {
    private let document: Document
    private let offsets: CodePointMap

    init(_ document: Document) {
        self.document = document
        offsets = CodePointMap(document.bytes)
    }

    func callAsFunction(_ range: TextRange) -> PhraseRecord {
        PhraseRecord(
            start: offsets.codePoints(before: range.start), end: offsets.codePoints(before: range.end),
            text: document.text(range))
    }
}

extension EventRecord {
    fileprivate init(
        _ event: Event, of article: String, toponyms: [ResolvedToponym], times: [TemporalExpression], phrase: Phrases
    ) {
        let trigger = phrase(event.trigger)
        let passage = phrase(event.passage)
        func place(_ index: Int?) -> PlaceRecord? {
            guard let index, toponyms.indices.contains(index) else { return nil }
            return toponyms[index].place.map { PlaceRecord($0) }
        }
        var participants: [ParticipantRecord] = []
        func add(_ role: String, _ participant: Event.Phrase?) {
            guard let range = participant?.range else { return }
            let written = phrase(range)
            participants.append(
                ParticipantRecord(role: role, start: written.start, end: written.end, text: written.text))
        }
        add("actor", event.actor)
        add("target", event.target)
        let origin = place(event.origin)
        var location: Location?
        if let index = event.toponym, var place = place(index) {
            let offset = toponyms[index].offset
            if let offset { place.coordinate = offset.point }
            location = Location(
                place: place, asWritten: phrase(offset?.range ?? toponyms[index].range).text,
                geoPrecision: event.geoPrecision ?? 5, confidence: event.placeConfidence, radius: offset?.radius)
        }
        self.init(
            id: Self.id(article: article, trigger: trigger, type: event.type, placing: event.placing), type: event.type,
            mode: event.mode,
            modality: event.modality.rawValue, confidence: event.confidence, trigger: trigger, passage: passage,
            mentions: event.mentions.isEmpty
                ? [trigger] : (event.mentions + [event.trigger]).sorted().map { phrase($0) },
            contexts: event.contexts,
            actor: event.actor?.text, target: event.target?.text,
            participants: participants, killed: event.killed,
            wounded: event.wounded, displaced: event.displaced, movedFrom: origin?.name, origin: origin,
            location: location,
            time: event.time.flatMap { times.indices.contains($0) ? When(times[$0]) : nil })
    }
}

extension EventRecord {
    /// The id of an event: the same in every run for the same article, trigger and type.
    ///
    /// - Parameter placing: which place of a list it is, from 0.
    static func id(article: String, trigger: PhraseRecord, type: String, placing: Int = 0) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(article.utf8.count + type.utf8.count + 16)
        bytes.append(contentsOf: article.utf8)
        bytes.append(0)
        bytes.append(integer: trigger.start)
        bytes.append(0)
        bytes.append(integer: trigger.end)
        bytes.append(0)
        bytes.append(contentsOf: type.utf8)
        if placing > 0 {
            bytes.append(0)
            bytes.append(integer: placing)
        }
        return StableHash.name(UInt8(ascii: "e"), bytes)
    }
}

extension AnnotationRecord {
    /// Gives the record another id, and its events the ids that they have in an article of that id.
    mutating func rename(_ id: String) {
        self.id = id
        var placing = 0
        for index in events.indices {
            let event = events[index]
            // Events of one list of places stand one after the other.
            let isListed =
                index > 0 && events[index - 1].trigger == event.trigger && events[index - 1].type == event.type
            placing = isListed ? placing + 1 : 0
            events[index].id = EventRecord.id(article: id, trigger: event.trigger, type: event.type, placing: placing)
        }
    }
}

extension EventRecord.When {
    /// `nil` for an expression that names no date.
    init?(_ time: TemporalExpression) {
        guard let edtf = time.edtf else { return nil }
        self.init(
            edtf: edtf, start: time.span?.start.iso, end: time.span?.end?.iso, last: time.span?.last?.iso,
            precision: time.span?.precision.rawValue ?? TimeSpan.Precision.unknown.rawValue)
    }
}
