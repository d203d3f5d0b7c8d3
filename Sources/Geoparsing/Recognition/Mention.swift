package import Articles

/// A span that may be a toponym, before that is decided. Plain numbers only: thousands are moved about in a document.
package struct Mention: Sendable {
    package var range: TextRange
    /// The tokens of the name.
    package var tokens: Range<Int>
    /// The number of the name in the document, as looked up: without a class word that the gazetteer's name lacks.
    var name: Int32
    /// The list of the places it may stand for, in the ``CandidatePool``; 0 for none.
    var candidates: Int32 = 0
    /// The probability that the span is a toponym.
    package var probability: Double = 0
    /// Number of the mention that contains this one: `England` for `Salisbury` in "Salisbury, England"; -1 for none.
    var container: Int32 = -1
    /// Number of the mention that contains the list this one stands in: `Ohio` for `Lima` in "Lima and Dayton, Ohio".
    var listContainer: Int32 = -1
    /// Number of the mention that this one contains.
    var containing: Int32 = -1
    /// The number of the analyst's override that says what place it is; -1 for none.
    var override: Int32 = -1
    /// What the words around say of the class of the place.
    package var placeClass: Lexicon.PlaceClass?
    /// What the words before alone announce, and how strongly, 0...3, a preposition there announces a place.
    var announcedClass: Lexicon.PlaceClass?
    var prepositionStrength: UInt8 = 0
    /// Whether a place that contains this one follows.
    var isBeforeContainer = false
    var isDemonym = false
    /// Lies within a phrase that is no place, such as the name of a newspaper.
    var isInPhrase = false
    /// Lies within a longer name of the gazetteer.
    var isCovered = false
    /// Begins or goes on before or after the span: capitalised words beside it.
    var isFragment = false
    var isGiven = false
    /// The gazetteer has no such name, only others that are spelt much like it.
    var isFuzzy = false

    init(range: TextRange, tokens: Range<Int>, name: Int32, candidates: Int32 = 0) {
        self.range = range
        self.tokens = tokens
        self.name = name
        self.candidates = candidates
    }

    var hasCandidates: Bool { candidates != 0 }
    var hasOverride: Bool { override >= 0 }
}
