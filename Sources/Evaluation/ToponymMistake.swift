/// A gold toponym missed or misplaced, or a span that is none.
public struct ToponymMistake: Sendable {
    /// What went wrong, from recognition to resolution. Each mistake has one kind.
    public enum Kind: String, Sendable, CaseIterable {
        /// No span overlaps the gold toponym.
        case notFound = "not found"
        /// A span overlaps the gold toponym and begins or ends elsewhere.
        case otherBoundaries = "other boundaries"
        /// Found, and left without a place.
        case noCandidate = "no candidate"
        /// A wrong place, and the gazetteer has no place of this name within 161 km of the right one.
        case notInGazetteer = "right place not in the gazetteer"
        case sameCountry = "wrong place of the right country"
        case otherCountry = "wrong country"
        /// Within 161 km, under another id: right by distance, wrong by id.
        case otherID = "near, other id"
        case person = "spurious: person"
        case organization = "spurious: organisation"
        case street = "spurious: street"
        case word = "spurious: common word"
        /// Elsewhere in the document the corpus marks the same name as a toponym.
        case markedElsewhere = "spurious: name marked elsewhere in the document"
        case spurious = "spurious: other"

        /// Whether the span found is no toponym of the corpus.
        public var isSpurious: Bool {
            switch self {
            case .person, .organization, .street, .word, .markedElsewhere, .spurious: true
            default: false
            }
        }
    }

    public var kind: Kind
    public var article: String
    /// Where the name begins, in code points.
    public var start: Int
    public var text: String
    /// The sentence.
    public var passage: String
    /// Ids, where known.
    public var expected: String?
    public var found: String?
    /// Metres between the place found and the right one.
    public var distance: Double?
}
