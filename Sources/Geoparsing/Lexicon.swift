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

    /// What the lists say of single words.
    private(set) var words = WordTable()
    /// Before the name: `city of`, `Mount`; by the hashes of their words.
    private(set) var classBefore: [UInt64: PlaceClass] = [:]
    /// Strength 1...3 by which the words before a name announce a place: "in", "on the outskirts of".
    private(set) var prepositions: [UInt64: Int] = [:]
    /// Phrases that are no places, by the first word and longest first: the hashes of their words.
    private(set) var notPlaces: [UInt64: [[UInt64]]] = [:]

    /// - Parameter tables: texts by file name, such as `given_names.tsv`.
    /// - Throws: ``GeoparsingError/missingTable(_:)`` or ``GeoparsingError/table(name:line:found:expected:)``.
    public init(tables: [String: String]) throws(GeoparsingError) {
        func rows(_ name: String, columns: Int, _ body: (Int, [Substring]) throws(GeoparsingError) -> Void)
            throws(GeoparsingError)
        {
            guard let text = tables[name] else { throw .missingTable(name) }
            try Table.forEachRow(text, name: name, columns: columns, body)
        }
        try rows("given_names.tsv", columns: 2) { _, row in
            words.update(WordHash.lowercased(row[0])) { role in
                role.insert(WordRole.givenName)
                if row[1] == "1" { role.insert(WordRole.alsoPlace) }
            }
        }
        try rows("titles.tsv", columns: 2) { _, row in
            if row[1] == "before_person" { words.update(WordHash.lowercased(row[0])) { $0.insert(WordRole.title) } }
        }
        try rows("organization_heads.tsv", columns: 2) { line, row throws(GeoparsingError) in
            guard let head = OrganizationHead(rawValue: String(row[1])) else {
                throw .table(
                    name: "organization_heads.tsv", line: line, found: String(row[1]),
                    expected: OrganizationHead.allCases.map(\.rawValue).joined(separator: ", "))
            }
            words.update(WordHash.lowercased(row[0])) { $0.head = head }
        }
        try rows("street_words.tsv", columns: 1) { _, row in
            words.update(WordHash.lowercased(row[0])) { $0.insert(WordRole.street) }
        }
        try rows("alias_cues.tsv", columns: 1) { _, row in
            words.update(WordHash.lowercased(row[0])) { $0.insert(WordRole.aliasCue) }
        }
        try rows("place_verbs.tsv", columns: 2) { line, row throws(GeoparsingError) in
            guard ["after", "before", "both"].contains(row[1]) else {
                throw .table(
                    name: "place_verbs.tsv", line: line, found: String(row[1]), expected: "after, before or both")
            }
            words.update(WordHash.lowercased(row[0])) {
                if row[1] != "before" { $0.insert(WordRole.doneToPlaces) }
                if row[1] != "after" { $0.insert(WordRole.takesPlaces) }
            }
        }
        try rows("class_words.tsv", columns: 3) { line, row throws(GeoparsingError) in
            guard let kind = PlaceClass(rawValue: String(row[2])) else {
                throw .table(
                    name: "class_words.tsv", line: line, found: String(row[2]),
                    expected: PlaceClass.allCases.map(\.rawValue).joined(separator: ", "))
            }
            if row[1] != "before" { words.update(WordHash.lowercased(row[0])) { $0.classAfter = kind } }
            if row[1] != "after" { classBefore[Self.phrase(row[0])] = kind }
        }
        try rows("spatial_prepositions.tsv", columns: 2) { _, row in
            prepositions[Self.phrase(row[0])] = Int(row[1]) ?? 1
        }
        try rows("not_places.tsv", columns: 1) { _, row in
            let hashes = row[0].split { $0 == " " || $0 == "-" }.map { WordHash.lowercased($0) }
            guard let first = hashes.first else { return }
            notPlaces[first, default: []].append(hashes)
            words.update(first) { $0.insert(WordRole.phraseStart) }
        }
        for first in Array(notPlaces.keys) { notPlaces[first]?.sort { $0.count > $1.count } }
        try rows("common_words.tsv", columns: 2) { _, row in
            words.update(WordHash.lowercased(row[0])) { $0.common = Int(row[1]) ?? 1 }
        }
    }

    /// The hash of a phrase whose words are separated by spaces.
    private static func phrase(_ text: Substring) -> UInt64 {
        text.split(separator: " ").reduce(0) { WordHash.joined($0, WordHash.lowercased($1)) }
    }
}

/// Tab-separated tables with a header line; lines that begin with `#` are comments.
enum Table {
    /// The rows after the header, each with at least `columns` fields.
    static func rows(_ text: String, name: String, columns: Int) throws(GeoparsingError) -> [[String]] {
        var rows: [[String]] = []
        try forEachRow(text, name: name, columns: columns) { _, row in rows.append(row.map { String($0) }) }
        return rows
    }

    /// Calls `body` with the line and the fields of each row after the header.
    static func forEachRow(
        _ text: String, name: String, columns: Int, _ body: (Int, [Substring]) throws(GeoparsingError) -> Void
    ) throws(GeoparsingError) {
        for row in TabSeparated.rows(text).dropFirst() {
            guard row.columns.count >= columns else {
                throw .table(
                    name: name, line: row.line, found: "\(row.columns.count) fields", expected: "\(columns) or more")
            }
            try body(row.line, row.columns)
        }
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
