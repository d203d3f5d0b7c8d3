public import Articles
public import DatelineKit
import EventExtraction

extension GoldFolder: EventCorpus {
    public var articles: [Article] { items.map(\.article) }

    /// See ``EventEvaluation``.
    public func measures(_ analyses: [Pipeline.Analysis], minimumConfidence: Double) -> EventMeasures {
        var evaluation = EventEvaluation()
        for (item, analysis) in zip(items, analyses) {
            var kept = analysis
            kept.events.removeAll { $0.confidence < minimumConfidence }
            evaluation.add(item, kept)
        }
        var measures = EventMeasures()
        measures.documents = items.count
        measures.found = evaluation.all.found
        measures.shares = evaluation.all.shares
        measures.types = evaluation.byType.sorted { $0.key < $1.key }.map { ($0.key, $0.value.shares) }
        measures.mistakes = evaluation.lines
        return measures
    }
}
