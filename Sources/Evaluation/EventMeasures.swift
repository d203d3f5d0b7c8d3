public import Articles
public import DatelineKit

/// What a comparison of events with a corpus came to: shares, tables by type, and the mistakes.
public struct EventMeasures: Sendable {
    /// A share, such as the gold events that were found with the right place.
    public struct Share: Sendable {
        public var name: String
        public var right: Int
        public var of: Int

        /// 0...1; 0 when there was nothing to get right.
        public var value: Double { of == 0 ? 0 : Double(right) / Double(of) }
    }

    public var documents = 0
    /// Events that the program found, of those that count.
    public var found = 0
    public var shares: [Share] = []
    /// The shares of each type of the gold, by type.
    public var types: [(type: String, shares: [Share])] = []
    /// Columns by tabs: kind, article, trigger, what was expected and found, passage.
    public var mistakes: [String] = []

    init() {}
}

/// A corpus of events that the program can be measured on.
public protocol EventCorpus: Sendable {
    var articles: [Article] { get }
    /// Compares what was found in the articles, in their order.
    ///
    /// - Parameter minimumConfidence: events below are taken for not found, 0...1.
    func measures(_ analyses: [Pipeline.Analysis], minimumConfidence: Double) -> EventMeasures
}
