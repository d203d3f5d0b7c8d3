import Tables

/// The word lists of one language, from the tables of `Resources/LANGUAGE`.
public struct Lexicon: Sendable {
    /// The kinds of place that a class word announces ("region", "city of").
    public enum PlaceClass: String, Sendable, CaseIterable {
        /// `division` is of the first level, `district` below it.
        case settlement, division, district, country, region, water, mountain, island, peninsula
    }

    /// What kind of organisation, facility or publication a head noun makes of the name before it. In "Kharkiv Police
    /// Department" the place is named as such, in "Kharkiv National University" the name belongs to the university.
    enum OrganizationHead: String, Sendable, CaseIterable {
        case company, education, facility, government, health, media, military, organization, party, religion, sports
    }

    let givenNames: Set<String>
    let givenNamesAlsoPlaces: Set<String>
    let titles: Set<String>
    let organizationHeads: [String: OrganizationHead]
    let streetWords: Set<String>
    /// Words after which a person gets another name: "codename".
    let aliasCues: Set<String>
    /// After the name: `region`.
    let classAfter: [String: PlaceClass]
    /// Before the name: `city of`, `Mount`.
    let classBefore: [[String]: PlaceClass]
    /// Strength 1...3 by which the words before a name announce a place: "in", "on the outskirts of".
    let prepositions: [String: Int]
    /// Phrases, in lower-case words, that are no places; by first word.
    let notPlaces: [String: [[String]]]
    /// Words that English writes in lower case, and how common they are there: 1...3.
    let commonWords: [String: Int]

    /// - Parameter tables: texts by file name, such as `given_names.tsv`.
    /// - Throws: ``GeoparsingError/missingTable(_:)`` or ``GeoparsingError/table(name:line:found:expected:)``.
    public init(tables: [String: String]) throws(GeoparsingError) {
        func rows(_ name: String, columns: Int) throws(GeoparsingError) -> [[String]] {
            guard let text = tables[name] else { throw .missingTable(name) }
            return try Table.rows(text, name: name, columns: columns)
        }
        var names: Set<String> = []
        var alsoPlaces: Set<String> = []
        for row in try rows("given_names.tsv", columns: 2) {
            names.insert(row[0].lowercased())
            if row[1] == "1" { alsoPlaces.insert(row[0].lowercased()) }
        }
        givenNames = names
        givenNamesAlsoPlaces = alsoPlaces
        titles = Set(try rows("titles.tsv", columns: 2).filter { $0[1] == "before_person" }.map { $0[0].lowercased() })
        var heads: [String: OrganizationHead] = [:]
        for (index, row) in try rows("organization_heads.tsv", columns: 2).enumerated() {
            guard let head = OrganizationHead(rawValue: row[1]) else {
                throw .table(
                    name: "organization_heads.tsv", line: index + 2, found: row[1],
                    expected: OrganizationHead.allCases.map(\.rawValue).joined(separator: ", "))
            }
            heads[row[0].lowercased()] = head
        }
        organizationHeads = heads
        streetWords = Set(try rows("street_words.tsv", columns: 1).map { $0[0].lowercased() })
        aliasCues = Set(try rows("alias_cues.tsv", columns: 1).map { $0[0] })
        var after: [String: PlaceClass] = [:]
        var before: [[String]: PlaceClass] = [:]
        for (index, row) in try rows("class_words.tsv", columns: 3).enumerated() {
            guard let kind = PlaceClass(rawValue: row[2]) else {
                throw .table(
                    name: "class_words.tsv", line: index + 2, found: row[2],
                    expected: PlaceClass.allCases.map(\.rawValue).joined(separator: ", "))
            }
            let word = row[0].lowercased()
            if row[1] != "before" { after[word] = kind }
            if row[1] != "after" { before[word.split(separator: " ").map(String.init)] = kind }
        }
        classAfter = after
        classBefore = before
        var strengths: [String: Int] = [:]
        for row in try rows("spatial_prepositions.tsv", columns: 2) {
            strengths[row[0].lowercased()] = Int(row[1]) ?? 1
        }
        prepositions = strengths
        var phrases: [String: [[String]]] = [:]
        for row in try rows("not_places.tsv", columns: 1) {
            let words = row[0].lowercased().split { $0 == " " || $0 == "-" }.map(String.init)
            if let first = words.first { phrases[first, default: []].append(words) }
        }
        notPlaces = phrases.mapValues { $0.sorted { $0.count > $1.count } }
        var common: [String: Int] = [:]
        for row in try rows("common_words.tsv", columns: 2) { common[row[0]] = Int(row[1]) ?? 1 }
        commonWords = common
    }
}

/// Tab-separated tables with a header line; lines that begin with `#` are comments.
enum Table {
    /// The rows after the header, each with at least `columns` fields.
    static func rows(_ text: String, name: String, columns: Int) throws(GeoparsingError) -> [[String]] {
        var rows: [[String]] = []
        for row in TabSeparated.rows(text).dropFirst() {
            guard row.columns.count >= columns else {
                throw .table(
                    name: name, line: row.line, found: "\(row.columns.count) fields", expected: "\(columns) or more")
            }
            rows.append(row.columns.map { String($0) })
        }
        return rows
    }
}

/// What can be wrong with the data of geoparsing.
public enum GeoparsingError: Error, Hashable, Sendable, CustomStringConvertible {
    case missingTable(String)
    case table(name: String, line: Int, found: String, expected: String)

    public var description: String {
        switch self {
        case .missingTable(let name): "\(name): this table of geoparsing is missing; install the program's data again"
        case .table(let name, let line, let found, let expected):
            "\(name):\(line): found '\(found)', expected \(expected); mend the line"
        }
    }
}
