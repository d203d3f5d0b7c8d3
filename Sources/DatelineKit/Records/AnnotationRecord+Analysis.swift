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
        let offsets = CodePointMap(document.bytes)
        func phrase(_ range: TextRange) -> PhraseRecord {
            PhraseRecord(
                start: offsets.codePoints(before: range.start), end: offsets.codePoints(before: range.end),
                text: document.text(range))
        }
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
                    passage: toponym.place == nil ? sentence.map(phrase) : nil,
                    evidence: toponym.evidence == .text ? nil : toponym.evidence.rawValue)
            },
            times: analysis.times.map { time in
                let written = phrase(time.range)
                return TimeRecord(
                    start: written.start, end: written.end, text: written.text, type: time.kind.rawValue,
                    value: time.value, mod: time.mod, edtf: time.edtf)
            },
            events: analysis.events.map { event in
                EventRecord(event, in: analysis, phrase: phrase)
            }, overrides: analysis.overrides)
        language = analysis.language == .english ? nil : analysis.language.rawValue
    }
}

extension EventRecord {
    init(_ event: Event, in analysis: Pipeline.Analysis, phrase: (TextRange) -> PhraseRecord) {
        let trigger = phrase(event.trigger)
        let passage = phrase(event.passage)
        func place(_ index: Int?) -> (ResolvedToponym, PlaceRecord)? {
            guard let index, analysis.toponyms.indices.contains(index), let place = analysis.toponyms[index].place
            else {
                return nil
            }
            return (analysis.toponyms[index], PlaceRecord(place))
        }
        self.init(
            id: Self.id(article: analysis.document.article.id, trigger: trigger, type: event.type), type: event.type,
            mode: event.mode,
            modality: event.modality.rawValue, confidence: event.confidence, trigger: trigger, passage: passage,
            mentions: (event.mentions + [event.trigger]).sorted().map(phrase), contexts: event.contexts,
            actor: event.actor?.text, target: event.target?.text,
            participants: [("actor", event.actor), ("target", event.target)].compactMap { role, participant in
                participant.map {
                    let range = phrase($0.range)
                    return ParticipantRecord(role: role, start: range.start, end: range.end, text: range.text)
                }
            }, killed: event.killed,
            wounded: event.wounded, displaced: event.displaced, movedFrom: place(event.origin)?.1.name,
            origin: place(event.origin)?.1,
            location: place(event.toponym).map { toponym, place in
                var place = place
                if let offset = toponym.offset { place.coordinate = offset.point }
                return Location(
                    place: place, asWritten: phrase(toponym.offset?.range ?? toponym.range).text,
                    geoPrecision: event.geoPrecision ?? 5, confidence: event.placeConfidence,
                    radius: toponym.offset?.radius)
            },
            time: event.time.flatMap { index in
                guard analysis.times.indices.contains(index) else { return nil }
                return When(analysis.times[index])
            })
    }
}

extension EventRecord {
    /// The id of an event: the same in every run for the same article, trigger and type.
    static func id(article: String, trigger: PhraseRecord, type: String) -> String {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(article.utf8.count + type.utf8.count + 16)
        bytes.append(contentsOf: article.utf8)
        bytes.append(0)
        bytes.append(integer: trigger.start)
        bytes.append(0)
        bytes.append(integer: trigger.end)
        bytes.append(0)
        bytes.append(contentsOf: type.utf8)
        return StableHash.name(UInt8(ascii: "e"), bytes)
    }
}

extension AnnotationRecord {
    /// Gives the record another id, and its events the ids that they have in an article of that id.
    mutating func rename(_ id: String) {
        self.id = id
        for index in events.indices {
            events[index].id = EventRecord.id(article: id, trigger: events[index].trigger, type: events[index].type)
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
