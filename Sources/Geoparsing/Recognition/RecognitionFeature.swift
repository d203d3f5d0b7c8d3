/// What speaks for or against a span being a toponym.
package enum RecognitionFeature: Int, ModelFeature {
    case bias
    case twoWords, moreWords
    case exact, unaccented, folded, edited, noCandidate
    case primary, common, alternate, short, former, abbreviation
    /// log10 of the greatest population among the candidates, 0...10.
    case population
    case country, division, capital, onlySmall, region
    case manyCandidates
    case commonWord1, commonWord2, commonWord3, lowercaseInDocument
    case sentenceInitial, sentenceInitialCommon, sentenceInitialGivenName
    case preposition1, preposition2, preposition3
    case afterThe, afterTitle, afterRole, afterGivenName, afterCapitalized, afterInitial
    case givenName, givenNameAlsoPlace, personInDocument
    case beforeCapitalized, beforeComma, beforePossessive, beforeSpeech, beforeHyphen, beforeLowercaseNoun
    case beforeClassWord, afterClassWord, hasClassWord
    case beforeContainer
    case inCompany, inEducation, inFacility, inGovernment, inHealth, inMedia, inMilitary, inOrganization, inParty
    case inReligion, inSports
    case beforeStreetWord, afterNumber
    case inList
    case dateline
    case allCapitals, shortName
    case repeated, otherInPlaceContext, otherInPersonContext
    case quoted
    case singleLetterShape
    /// A name given to a person by the words around: "codenamed X"; and not here used of a place.
    case alias
    /// The name of the article's own publisher.
    case publisher
    /// A speaker in an interview: "X:" at the start of a paragraph.
    case speaker
    case capitalizedBothSides
    /// "Jordan Miller": a given name that is also a place, before another name.
    case givenNameThenName
    /// "the Donbas", "the Carpathians".
    case regionAfterThe
    /// In a phrase that is no place; in a longer name of the gazetteer; beside a capitalised word; in a headline.
    case inPhrase, covered, fragment, capitalSentence
    /// "X was shelled", "shelled X": what is done to places.
    case beforePlaceVerb, afterPlaceVerb
    /// In a country that the document names otherwise; and all its places are.
    case inNamedCountry, onlyInNamedCountries
}
