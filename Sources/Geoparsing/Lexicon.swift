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
    /// Phrases that are no places.
    private(set) var notPlaces = PhraseList()

    /// - Parameter tables: texts by file name, such as `given_names.tsv`.
    /// - Throws: ``GeoparsingError/missingTable(_:)`` or ``GeoparsingError/table(name:line:found:expected:)``.
    public init(tables: [String: String]) throws(GeoparsingError) {
        try self.init(files: tables.mapValues { Array($0.utf8) })
    }

    /// The same with texts as they stand in their files, in UTF-8.
    init(files tables: [String: [UInt8]]) throws(GeoparsingError) {
        var table = try Table("given_names.tsv", in: tables, columns: 2)
        while try table.next() {
            let role = WordRole.givenName | (table.holds("1", 1) ? WordRole.alsoPlace : 0)
            words.update(table.hash(0)) { $0.insert(role) }
        }
        table = try Table("titles.tsv", in: tables, columns: 2)
        while try table.next() {
            if table.holds("before_person", 1) { words.update(table.hash(0)) { $0.insert(WordRole.title) } }
        }
        table = try Table("organization_heads.tsv", in: tables, columns: 2)
        while try table.next() {
            guard let head = OrganizationHead(rawValue: table.text(1)) else {
                throw table.bad(1, expected: OrganizationHead.allCases.map(\.rawValue).joined(separator: ", "))
            }
            words.update(table.hash(0)) { $0.head = head }
        }
        table = try Table("street_words.tsv", in: tables, columns: 1)
        while try table.next() { words.update(table.hash(0)) { $0.insert(WordRole.street) } }
        table = try Table("alias_cues.tsv", in: tables, columns: 1)
        while try table.next() { words.update(table.hash(0)) { $0.insert(WordRole.aliasCue) } }
        table = try Table("place_verbs.tsv", in: tables, columns: 2)
        while try table.next() {
            let side = try side(table)
            words.update(table.hash(0)) {
                if side != .before { $0.insert(WordRole.doneToPlaces) }
                if side != .after { $0.insert(WordRole.takesPlaces) }
            }
        }
        table = try Table("class_words.tsv", in: tables, columns: 3)
        while try table.next() {
            guard let kind = PlaceClass(rawValue: table.text(2)) else {
                throw table.bad(2, expected: PlaceClass.allCases.map(\.rawValue).joined(separator: ", "))
            }
            if !table.holds("before", 1) { words.update(table.hash(0)) { $0.classAfter = kind } }
            if !table.holds("after", 1) { classBefore[table.phrase(0)] = kind }
        }
        table = try Table("spatial_prepositions.tsv", in: tables, columns: 2)
        while try table.next() { prepositions[table.phrase(0)] = table.integer(1) ?? 1 }
        table = try Table("not_places.tsv", in: tables, columns: 1)
        notPlaces = try PhraseList(&table)
        notPlaces.forEachFirstWord { first in words.update(first) { $0.insert(WordRole.phraseStart) } }
        table = try Table("common_words.tsv", in: tables, columns: 2)
        while try table.next() {
            let tier = table.integer(1) ?? 1
            words.update(table.hash(0)) { $0.common = tier }
        }
    }

    private enum Side { case after, before, both }

    /// On which side of a name the word of the row stands.
    private func side(_ table: Table) throws(GeoparsingError) -> Side {
        if table.holds("after", 1) { return .after }
        if table.holds("before", 1) { return .before }
        guard table.holds("both", 1) else { throw table.bad(1, expected: "after, before or both") }
        return .both
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
