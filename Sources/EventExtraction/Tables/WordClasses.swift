/// A set of word classes, those of `classes.tsv`. At most 64.
struct WordClasses: OptionSet, Hashable, Sendable {
    let rawValue: UInt64
    init(rawValue: UInt64) { self.rawValue = rawValue }
    private init(bit: Int) { rawValue = 1 << UInt64(bit) }

    static let determiner = WordClasses(bit: 0)
    /// `his`, `their`
    static let possessive = WordClasses(bit: 1)
    static let subjectPronoun = WordClasses(bit: 2)
    static let objectPronoun = WordClasses(bit: 3)
    static let preposition = WordClasses(bit: 4)
    static let be = WordClasses(bit: 5)
    static let have = WordClasses(bit: 6)
    static let auxDo = WordClasses(bit: 7)
    static let modal = WordClasses(bit: 8)
    static let negation = WordClasses(bit: 9)
    static let infinitiveTo = WordClasses(bit: 10)
    static let conjunction = WordClasses(bit: 11)
    /// Opens a subordinate clause.
    static let subordinator = WordClasses(bit: 12)
    static let relative = WordClasses(bit: 13)
    static let adverb = WordClasses(bit: 14)
    /// Forms of `say`, `tell` and their like.
    static let report = WordClasses(bit: 15)
    /// `three`; and written digits.
    static let number = WordClasses(bit: 16)
    /// `least`, `about`: may stand before a number.
    static let approximator = WordClasses(bit: 17)
    /// `kilometres`, `percent`, `years`: a number before one counts no people.
    static let unit = WordClasses(bit: 18)
    /// `in`, `near`: what follows is where it happened.
    static let locative = WordClasses(bit: 19)
    /// `near`, `outside`: not the settlement itself.
    static let nearby = WordClasses(bit: 20)
    static let fromPreposition = WordClasses(bit: 21)
    static let destination = WordClasses(bit: 22)
    /// `erupted`, `took place`: what nouns of events do.
    static let happening = WordClasses(bit: 23)
    /// `launched`, `staged`: verbs that have a noun of an event as their object.
    static let light = WordClasses(bit: 24)
    /// `during`, `since`, `despite`: a noun of an event after one is background.
    static let background = WordClasses(bit: 25)
    static let quote = WordClasses(bit: 26)
    static let comma = WordClasses(bit: 27)
    /// `;`, `:`, dashes, brackets.
    static let stop = WordClasses(bit: 28)
    static let person = WordClasses(bit: 29)
    /// `town`, `village`, `territory`.
    static let settlement = WordClasses(bit: 30)
    /// `region`, `oblast`, `province`: part of the name of a division.
    static let divisionWord = WordClasses(bit: 31)
    static let sport = WordClasses(bit: 32)
    static let metaphor = WordClasses(bit: 33)
    static let abstract = WordClasses(bit: 34)
    /// `every`, `often`: habitual.
    static let habitual = WordClasses(bit: 35)
    static let casualtyNoun = WordClasses(bit: 36)
    static let apostrophe = WordClasses(bit: 37)
    static let quantifier = WordClasses(bit: 38)
    static let adjective = WordClasses(bit: 39)
    static let demonstrative = WordClasses(bit: 40)
    static let official = WordClasses(bit: 41)
    static let deadAdjective = WordClasses(bit: 42)
    static let woundedAdjective = WordClasses(bit: 43)
    static let displacedNoun = WordClasses(bit: 44)
    static let history = WordClasses(bit: 45)
    static let of = WordClasses(bit: 46)
    static let by = WordClasses(bit: 47)
    static let pastAuxiliary = WordClasses(bit: 48)
    static let compass = WordClasses(bit: 49)
    /// `such as X`, `including X`
    static let example = WordClasses(bit: 50)
    /// `percent`, `poll`: who holds an opinion is counted.
    static let opinion = WordClasses(bit: 51)
    /// `squad`, `charges`: a noun of an event before one only says of what kind it is.
    static let compoundHead = WordClasses(bit: 52)
    /// `war`, `conflict`: goes on for years and is spoken of more often than told.
    static let war = WordClasses(bit: 53)
    /// `another`, `second`, `again`: not the one told before.
    static let another = WordClasses(bit: 54)
    /// `crash`, `flood`, `motorist`: nobody meant it.
    static let accident = WordClasses(bit: 56)
    /// `explosion`, `gunman`: with one near, `killed` is no accident.
    static let violent = WordClasses(bit: 55)

    /// Classes that the program itself asks for. Others are only named by triggers.
    static let known: [String: WordClasses] = [
        "determiner": .determiner, "possessive": .possessive, "subject-pronoun": .subjectPronoun,
        "object-pronoun": .objectPronoun, "preposition": .preposition, "be": .be, "have": .have, "do": .auxDo,
        "modal": .modal, "negation": .negation, "to": .infinitiveTo, "conjunction": .conjunction,
        "subordinator": .subordinator, "relative": .relative, "adverb": .adverb, "report": .report, "number": .number,
        "approximator": .approximator, "unit": .unit, "locative": .locative, "nearby": .nearby,
        "from": .fromPreposition, "destination": .destination, "happening": .happening, "light": .light,
        "background": .background, "quote": .quote, "comma": .comma, "stop": .stop, "person": .person,
        "settlement": .settlement, "division": .divisionWord, "sport": .sport, "metaphor": .metaphor,
        "abstract": .abstract, "habitual": .habitual, "casualty": .casualtyNoun, "apostrophe": .apostrophe,
        "quantifier": .quantifier, "adjective": .adjective, "demonstrative": .demonstrative, "official": .official,
        "dead": .deadAdjective, "wounded": .woundedAdjective, "displaced": .displacedNoun, "history": .history,
        "of": .of, "by": .by, "past": .pastAuxiliary, "compass": .compass, "example": .example,
        "opinion": .opinion, "compound-head": .compoundHead, "war": .war, "another": .another, "violent": .violent,
        "accident": .accident,
    ]

    /// The class `index` places after the known ones, or `nil` when there are no more bits.
    static func further(_ index: Int) -> WordClasses? { index < 7 ? WordClasses(bit: 57 + index) : nil }

    func hasAny(_ other: WordClasses) -> Bool { rawValue & other.rawValue != 0 }
}
