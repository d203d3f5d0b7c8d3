package import Articles
package import Gazetteers

/// A span that may be a toponym, before that is decided.
package struct Mention: Sendable {
    /// What the words around say of the class of the place.
    package var placeClass: Lexicon.PlaceClass?
    package var range: TextRange
    /// The tokens of the name.
    package var tokens: Range<Int>
    /// The name as looked up: without a class word that the gazetteer's name lacks.
    package var surface: String
    package var candidates: [Candidate]
    package var features: FeatureVector
    /// The probability that the span is a toponym.
    package var probability: Double = 0
    /// Number of the mention that contains this one: `England` for `Salisbury` in "Salisbury, England".
    package var container: Int?
    /// Number of the mention that contains the list this one stands in: `Ohio` for `Lima` in "Lima and Dayton, Ohio".
    package var listContainer: Int?
    /// Number of the mention that this one contains.
    package var containing: Int?
    /// Whether a place that contains this one follows.
    package var isBeforeContainer = false
    package var isDemonym = false
    /// Lies within a phrase that is no place, such as the name of a newspaper.
    package var isInPhrase = false
    /// Lies within a longer name of the gazetteer.
    package var isCovered = false
    /// Begins or goes on before or after the span: capitalised words beside it.
    package var isFragment = false
    package var isGiven = false
    /// The number of the analyst's override that says what place it is.
    package var override: Int?
}
