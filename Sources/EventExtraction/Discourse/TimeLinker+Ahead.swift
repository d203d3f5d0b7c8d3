import Articles
import TemporalTagging

/// What has a date and cannot have happened by it.
extension TimeLinker {
    /// `called a strike for 16 September`: a noun with a date after the day of publication, which cannot have happened yet.
    func isAhead(_ mention: Mention) -> Bool {
        guard mention.modality == .asserted, mention.usage == .noun, let published, let time = mention.time,
            Self.scheduled.contains(mention.type), let span = reading.times[time.index].span
        else { return false }
        return span.start > published
    }

    /// Types of what is called for a day.
    private static let scheduled = ["PROTEST", "CONSULT", "COOPERATE", "COERCE", "SANCTION"]
}
