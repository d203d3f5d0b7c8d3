/// The grammatical cases that an ending or a preposition may have.
struct GrammaticalCases: OptionSet, Hashable, Sendable {
    let rawValue: UInt8

    static let nominative = GrammaticalCases(rawValue: 1)
    static let genitive = GrammaticalCases(rawValue: 2)
    static let dative = GrammaticalCases(rawValue: 4)
    static let accusative = GrammaticalCases(rawValue: 8)
    static let instrumental = GrammaticalCases(rawValue: 16)
    static let locative = GrammaticalCases(rawValue: 32)

    /// From letters: `n g d a i l`.
    init?(letters: some StringProtocol) {
        self = []
        for letter in letters {
            switch letter {
            case "n": insert(.nominative)
            case "g": insert(.genitive)
            case "d": insert(.dative)
            case "a": insert(.accusative)
            case "i": insert(.instrumental)
            case "l": insert(.locative)
            default: return nil
            }
        }
    }

    init(rawValue: UInt8) { self.rawValue = rawValue }
}

/// How a language bends names: the tables of a folder that has `case_endings.tsv`.
///
/// - `case_endings.tsv`: ending, what stands in its place in the nominative, cases (`n g d a i l`), `noun`, `f` or `m` for an
///   adjective before a class word of that gender; for an adjective what its noun may end in.
/// - `case_prepositions.tsv`: preposition, strength 0...3 by which it announces a place, cases it governs.
/// - `class_forms.tsv`: form, nominative, position (`before`, `after`), gender (`f`, `m`, `p` for a plural), kind of place.
/// - `place_aliases.tsv`: forms separated by `|`, the name to look up.
/// - `surname_endings.tsv`: endings that are a person's rather than a place's.
/// - `home_countries.tsv`: codes of the countries whose small places the language writes of.
/// - `list_joiners.tsv`: words between the members of a list.
/// - `demonyms.tsv`: forms separated by `|`, the name of the country; `*` at the end of a form stands for all endings of the row `*`.
/// - `inflected_recognition.tsv`: feature, weight; set by hand.
struct CaseTables: Sendable {
    struct Ending: Sendable {
        let ending: [UInt8]
        let base: [UInt8]
        let cases: GrammaticalCases
        /// What nouns end in that an adjective of this form goes with; empty for any.
        let nounEndings: [[UInt8]]
    }

    struct ClassForm: Sendable {
        let lemma: String
        let isFeminine: Bool
        let isPlural: Bool
        let kind: Lexicon.PlaceClass
    }

    struct Preposition: Sendable {
        let strength: Int
        let cases: GrammaticalCases
    }

    private(set) var nouns: [Ending] = []
    private(set) var feminines: [Ending] = []
    private(set) var masculines: [Ending] = []
    private(set) var prepositions: [String: Preposition] = [:]
    private(set) var classAfter: [String: ClassForm] = [:]
    private(set) var classBefore: [String: ClassForm] = [:]
    private(set) var aliases: [String: String] = [:]
    /// The most words of an alias.
    private(set) var longestAlias = 1
    private(set) var surnameEndings: [[UInt8]] = []
    private(set) var homeCountries: Set<String> = []
    private(set) var joiners: Set<String> = []
    /// Forms of demonyms, in lower case, and the names of their countries.
    private(set) var demonyms: [String: String] = [:]
    let weights: Weights

    /// The tables among `tables`; `nil` for a language that does not bend names.
    init?(_ tables: [String: [UInt8]]) throws(GeoparsingError) {
        guard let endings = tables["case_endings.tsv"] else { return nil }
        func rows(_ name: String, _ columns: Int) throws(GeoparsingError) -> [(line: Int, fields: [String])] {
            guard let bytes = tables[name] else { throw .missingTable(name) }
            return try Table.rows(bytes, name: name, columns: columns)
        }
        weights = try Weights(
            tables["inflected_recognition.tsv"] ?? [], name: "inflected_recognition.tsv",
            features: InflectedFeature.self)
        for (line, row) in try Table.rows(endings, name: "case_endings.tsv", columns: 4) {
            guard let cases = GrammaticalCases(letters: row[2]) else {
                throw .table(
                    name: "case_endings.tsv", line: line, found: row[2], expected: "letters of n g d a i l")
            }
            let ending = Ending(
                ending: Array(row[0].utf8), base: Array(row[1].utf8), cases: cases,
                nounEndings: row.count > 4 ? row[4].split(separator: " ").map { Array($0.utf8) } : [])
            switch row[3] {
            case "noun": nouns.append(ending)
            case "f": feminines.append(ending)
            case "m": masculines.append(ending)
            default:
                throw .table(name: "case_endings.tsv", line: line, found: row[3], expected: "noun, f or m")
            }
        }
        for (_, row) in try rows("case_prepositions.tsv", 3) {
            prepositions[row[0]] = Preposition(
                strength: Int(row[1]) ?? 0, cases: GrammaticalCases(letters: row[2]) ?? [])
        }
        for (line, row) in try rows("class_forms.tsv", 5) {
            guard let kind = Lexicon.PlaceClass(rawValue: row[4]) else {
                throw .table(name: "class_forms.tsv", line: line, found: row[4], expected: "a kind of place")
            }
            let form = ClassForm(lemma: row[1], isFeminine: row[3] == "f", isPlural: row[3] == "p", kind: kind)
            if row[2] == "before" { classBefore[row[0]] = form } else { classAfter[row[0]] = form }
        }
        for (_, row) in try rows("place_aliases.tsv", 2) {
            for form in row[0].split(separator: "|") {
                aliases[String(form)] = row[1]
                longestAlias = max(longestAlias, form.split(separator: " ").count)
            }
        }
        surnameEndings = try rows("surname_endings.tsv", 1).map { Array($0.fields[0].utf8) }
        homeCountries = Set(try rows("home_countries.tsv", 1).map { $0.fields[0] })
        joiners = Set(try rows("list_joiners.tsv", 1).map { $0.fields[0] })
        if tables["demonyms.tsv"] != nil { readDemonyms(try rows("demonyms.tsv", 2).map(\.fields)) }
    }

    private mutating func readDemonyms(_ rows: [[String]]) {
        var endings: [Substring] = []
        for row in rows {
            if row[0] == "*" {
                endings = row[1].split(separator: "|")
                continue
            }
            for form in row[0].split(separator: "|") {
                if form.hasSuffix("*") {
                    for ending in endings { demonyms[String(form.dropLast()) + String(ending)] = row[1] }
                } else {
                    demonyms[String(form)] = row[1]
                }
            }
        }
    }
}

/// What speaks for and against a span of an inflected language.
enum InflectedFeature: Int, ModelFeature {
    case bias, preposition, classWord, alias, country, division, population, exact, inflected, caseClash
    case sentenceStart, foldedStart, writtenLowercase, commonWord, givenName, surname, title, initial, capitalBeside,
        repeated
}
