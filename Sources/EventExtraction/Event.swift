public import Articles

/// One thing that an article says happened (or is said, planned or feared to), with its evidence.
public struct Event: Hashable, Sendable {
    /// Whether the event is known to have happened.
    public enum Modality: String, Sendable, CaseIterable {
        case asserted, alleged, planned, threatened, attempted, hypothetical, generic, denied, negated

        /// Whether it is told of something that was, or was not, rather than of what may be.
        var isSettled: Bool { self != .planned && self != .threatened && self != .hypothetical }
    }

    /// A phrase of the text.
    public struct Phrase: Hashable, Sendable {
        public var range: TextRange
        public var text: String
        public init(range: TextRange, text: String) {
            self.range = range
            self.text = text
        }
    }

    /// A PLOVER type, such as `ASSAULT`: a row of the trigger table, not a case of an enum.
    public var type: String
    /// A PLOVER mode, such as `aerial`.
    public var mode: String?
    /// PLOVER contexts, such as `military`; sorted.
    public var contexts: [String]
    public var modality: Modality
    public var trigger: TextRange
    /// The triggers of further mentions of the same event in the article, in order; without the first.
    public var mentions: [TextRange] = []
    /// The sentence that says so.
    public var passage: TextRange
    public var actor: Phrase?
    public var target: Phrase?
    public var killed: Int?
    public var wounded: Int?
    public var displaced: Int?
    /// Index into the document's toponyms of where it happened.
    public var toponym: Int?
    /// Index into the document's toponyms of where a movement began.
    public var origin: Int?
    /// Which place of a list this is, counted from 0: what happened `in X and Y` is an event for each.
    package internal(set) var placing = 0
    /// UCDP `where_prec`, 1...7; `nil` without a place.
    public var geoPrecision: Int?
    /// Index into the document's time expressions.
    public var time: Int?
    /// How sure the place is the event's own, 0...1; orders places, not calibrated.
    public var placeConfidence: Double?
    /// The probability that type, place and time are right, 0...1: that of `confidence.tsv`.
    public var confidence: Double
    /// The head of the trigger; empty where it is not known.
    package internal(set) var headword = TextRange(0, 0)
    /// A number for the lemma of the head, as ``EventExtractor`` numbers them; 0 for none.
    package var lemma: Int32 { reasons.headword }
    /// What the confidence was computed from.
    var reasons = Evidence()
    /// The same as a value for each of ``ConfidenceModel/names``.
    package var evidence: [Double] { reasons.values }

    public init(
        type: String, mode: String? = nil, contexts: [String] = [], modality: Modality = .asserted, trigger: TextRange,
        passage: TextRange, confidence: Double
    ) {
        self.type = type
        self.mode = mode
        self.contexts = contexts
        self.modality = modality
        self.trigger = trigger
        self.passage = passage
        self.confidence = confidence
    }
}
