import Articles
import EventExtraction
import Testing

@Suite("The tables")
struct TableTests {
    @Test("There are at least 1,500 triggers, of all 16 PLOVER types and no other")
    func rows() throws {
        #expect(try Extraction.extractor.get().triggerCount >= 1500)
        let types = Set(
            (Extraction.tables["triggers.tsv"] ?? "").split(separator: "\n").filter { !$0.hasPrefix("#") }
                .compactMap {
                    $0.split(separator: "\t", omittingEmptySubsequences: false).dropFirst(2).first.map(String.init)
                })
        #expect(
            types.sorted() == [
                "ACCUSE", "AGREE", "AID", "ASSAULT", "COERCE", "CONCEDE", "CONSULT", "COOPERATE", "MOBILIZE", "PROTEST",
                "REJECT",
                "REQUEST", "RETREAT", "SANCTION", "SUPPORT", "THREATEN",
            ])
    }

    @Test("No two trigger rows are equal")
    func unique() {
        let rows = (Extraction.tables["triggers.tsv"] ?? "").split(separator: "\n").filter { !$0.hasPrefix("#") }
        #expect(rows.count == Set(rows).count)
    }

    @Test("A missing table and a bad row are named in the error")
    func errors() throws {
        #expect(throws: EventExtractionError.missingTable(file: "irregular.tsv")) { try EventExtractor(tables: [:]) }
        var tables = Extraction.tables
        tables["triggers.tsv"] = "# one row\nattack\tverb\tASSAULT\t\t\t3\t\n"
        #expect(
            throws: EventExtractionError.badRow(
                file: "triggers.tsv", line: 2, found: "verb", expected: "v, va, vp, n or x")
        ) { try EventExtractor(tables: tables) }
    }

    @Test(
        "What is wrong in a row is named with its file and line",
        arguments: [
            ("triggers.tsv", "attack\tv\tASSAULT\t\t\t3", "attack\tv\tASSAULT\t\t\t3"),
            ("triggers.tsv", "attack\tv\tASSAULT\t\t\t4\t", "4"),
            ("triggers.tsv", "attack\tv\tASSAULT\t\t\t3\tobject=a", "object=a"),
            ("triggers.tsv", "attack\tv\tASSAULT\t\t\t3\t!obj=@nosuchclass", "@nosuchclass"),
            ("triggers.tsv", "attack\tv\tASSAULT\t\t\t3\tabout=gardens", "gardens"),
            ("triggers.tsv", "~ attack\tv\tASSAULT\t\t\t3\t", "~ attack"),
            // Words that no text can meet.
            ("triggers.tsv", "stage ~ sit-in|rally\tv\tPROTEST\tdemo\t\t3\t", "sit-in"),
            ("triggers.tsv", "re-take\tv\tASSAULT\t\t\t3\t", "re-take"),
            ("triggers.tsv", "attack|raid\tv\tASSAULT\t\t\t3\t", "attack|raid"),
            ("triggers.tsv", "attack on ~ life|home\tn\tASSAULT\t\t\t3\t", "life|home"),
            ("triggers.tsv", "raid\tn\tCOERCE\t\t\t3\tprev=anti-drug/police", "anti-drug"),
            ("triggers.tsv", "raid\tn\tCOERCE\t\t\t3\t!prev=price war", "price war"),
            ("modality.tsv", "would-be\tx\tmodifier\thypothetical", "would-be"),
            ("modality.tsv", "may\tx\tverbs\tplanned", "verbs"), ("modality.tsv", "may\tx\tverb\tmaybe", "maybe"),
            ("irregular.tsv", "went\tgo\tpassed", "passed"), ("numbers.tsv", "dozen\tnumber\t12", "number"),
            ("linker.tsv", "place.bias\thigh", "high"), ("withheld.tsv", "secret place\tz", "z"),
        ])
    func damagedRow(file: String, row: String, found: String) {
        var tables = Extraction.tables
        let lines = (tables[file] ?? "").split(separator: "\n", omittingEmptySubsequences: false).count
        tables[file, default: ""] += "# a comment\n\(row)\n"
        #expect {
            try EventExtractor(tables: tables)
        } throws: { error in
            guard case .badRow(file, lines + 1, found, _)? = error as? EventExtractionError else { return false }
            return true
        }
    }

    @Test("A row can be added without code")
    func newRow() throws {
        let events = try events(
            of: "Rebels defenestrated two officials.",
            with: "defenestrate\tv\tASSAULT\ttargeted\t\t3\t", in: "triggers.tsv")
        #expect(events.map(\.mode) == ["targeted"])
    }

    @Test("A pronoun of one letter may end the text")
    func shortPronoun() throws {
        let events = try events(of: "Rebels attacked the town w", with: "subject-pronoun\tw", in: "classes.tsv")
        #expect(events.map(\.type) == ["ASSAULT"])
    }

    /// The events of `text` with one more row in a table.
    private func events(of text: String, with row: String, in table: String) throws -> [Event] {
        var tables = Extraction.tables
        tables[table, default: ""] += row + "\n"
        let document = Document(Article(id: "a", text: text))
        return try EventExtractor(tables: tables).extract(document, toponyms: [], times: [])
    }

    @Test(
        "No text traps",
        arguments: [
            "", " ", "\n\n", ".", "attacked", "Attack", "to", "attack attack attack", "'s killed",
            "killed 99999999999999999999 million",
            "(((((((", "killed million million million million million million people", "— attacked —", "was",
            "\u{2019}s attacked \u{2019}",
        ])
    func anyText(_ text: String) throws {
        let document = Document(Article(id: "a", text: text))
        #expect(try Extraction.extractor.get().extract(document, toponyms: [], times: []).count <= 3)
    }
}
