/// Words whose full stop does not end a sentence.
enum Abbreviations {
    /// What a word is with a full stop.
    struct Kind: OptionSet {
        let rawValue: UInt8
        static let always = Kind(rawValue: 1)
        static let beforeNumber = Kind(rawValue: 2)
        static let capitalized = Kind(rawValue: 4)
        static let beforeName = Kind(rawValue: 8)
    }

    /// All abbreviations: one look-up tells that most words are none.
    static let kinds: [String: Kind] = {
        var kinds: [String: Kind] = [:]
        for (words, kind) in [
            (always, Kind.always), (beforeNumber, .beforeNumber), (capitalized, .capitalized),
            (beforeName, .beforeName),
        ] {
            for word in words { kinds[word, default: []].insert(kind) }
        }
        return kinds
    }()
    /// No abbreviation has more bytes.
    static let longest = kinds.keys.reduce(0) { max($0, $1.utf8.count) }

    /// Titles and the like: something always follows.
    private static let always: Set<String> = [
        "mr", "mrs", "ms", "dr", "prof", "gen", "col", "lt", "capt", "maj", "sgt", "cpl", "pvt", "adm", "cmdr", "gov",
        "sen", "rep", "rev", "hon", "pres", "st", "mt", "ft", "vs", "messrs", "mme", "mlle", "fr", "sr", "supt", "insp",
        "det", "atty", "dist", "brig", "amb", "e.g", "i.e", "cf", "approx", "ca", "bros",
    ]
    private static let beforeNumber: Set<String> = [
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "no", "nos", "p", "pp",
        "vol", "art", "sec", "ch", "fig", "est", "op",
    ]
    /// State names of the AP Stylebook, companies, streets.
    private static let capitalized: Set<String> = [
        "ala", "ariz", "ark", "calif", "colo", "conn", "del", "fla", "ga", "ill", "ind", "kan", "ky", "la", "md",
        "mass", "mich", "minn", "miss", "mo", "mont", "neb", "nev", "okla", "ore", "pa", "tenn", "tex", "vt", "va",
        "wash", "wis", "wyo", "ont", "que", "alta", "man", "sask", "inc", "corp", "co", "ltd", "jr", "ave", "blvd",
        "rd", "dept", "univ", "assn", "bldg", "hwy", "u.s", "u.k", "u.n",
    ]
    /// Ukrainian and Russian class words before a name: `м. Харків`, `г. Белгород`. After a number `г.` is a year.
    private static let beforeName: Set<String> = [
        "м", "г", "с", "смт", "пгт", "вул", "ул", "просп", "ім", "им", "пос", "дер",
    ]
    /// Words that begin a sentence far more often than they follow an abbreviation within one.
    static let sentenceOpeners: Set<String> = [
        "the", "a", "an", "he", "she", "it", "they", "we", "i", "you", "his", "her", "their", "our", "its", "this",
        "that", "these", "those", "there", "but", "and", "or", "so", "if", "in", "on", "at", "for", "from", "with",
        "as", "by", "after", "before", "when", "while", "since", "during", "however", "although", "though", "no", "not",
        "one", "some", "many", "most", "all", "both", "what", "who", "why", "how", "where", "now", "then", "also", "to",
    ]
}
