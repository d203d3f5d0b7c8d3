import Articles
import TemporalTagging
import TestSupport
import Testing

@Suite struct TableTests {
    @Test func missingTableIsNamed() {
        #expect(throws: TemporalTableError.missingTable("words.tsv")) { try TemporalTagger(tables: [:]) }
    }

    @Test func malformedRowNamesFileAndLine() throws {
        var tables = try EnglishTables.load()
        tables["rules.tsv"] = "# comment\ndate\t$nosuchclass\n"
        #expect {
            try TemporalTagger(tables: tables)
        } throws: { error in
            guard case .malformedRow("rules.tsv", 2, _, _)? = error as? TemporalTableError else { return false }
            return true
        }
    }

    @Test(
        "What is wrong in a rule or a word is named with its line",
        arguments: [
            ("rules.tsv", "date\t( a | b"), ("rules.tsv", "date\ta )"), ("rules.tsv", "date\t( a ( b ) )? )"),
            ("rules.tsv", "date\t$nosuchclass"), ("rules.tsv", "date\t@nosuchmacro"),
            ("rules.tsv", "date\t#nosuchreader"),
            ("rules.tsv", "when\ta"), ("rules.tsv", "date"), ("rules.tsv", "date\ta\tmonth"),
            ("rules.tsv", "date\ta\tnosuchslot=1"), ("rules.tsv", "date\ta\t\tafter:b"),
            ("rules.tsv", "@loop\ta @loop\ndate\t@loop"),
            ("rules.tsv", "date\t" + String(repeating: "a? ", count: 15)),
            ("words.tsv", "may\tmonth"), ("words.tsv", "may\tmonth\t5\tcapital"), ("words.tsv", "\tmonth\t5"),
        ])
    func damagedRow(file: String, row: String) throws {
        var tables = try EnglishTables.load()
        let lines = (tables[file] ?? "").split(separator: "\n", omittingEmptySubsequences: false).count
        tables[file, default: ""] += row + "\n"
        #expect {
            try TemporalTagger(tables: tables)
        } throws: { error in
            guard case .malformedRow(file, let line, _, _)? = error as? TemporalTableError else { return false }
            return line == lines + row.split(separator: "\n").count - 1
        }
    }

    /// Another language is a folder of tables: German days and months in order, without a line of code.
    @Test func anotherLanguageIsTables() throws {
        let words = """
            september\tmonth\t9\tcap
            freitag\tweekday\t5\tcap
            gestern\tyesterday\t1
            tage\tunit\tD
            zwei\tunits\t2
            """
        let rules = """
            date\t#day $month #year?
            date\t$weekday
            unit\tgestern\tunit=D rel=-1
            shift\tvor #n $unit\tdir=-1
            """
        let tagger = try TemporalTagger(tables: ["words.tsv": words, "rules.tsv": rules])
        let text = "Gestern und am Freitag, wie schon vor zwei Tage und am 9 September 2021."
        let document = Document(Article(id: "a", text: text, published: PartialDate(edtf: "2022-09-13")))
        #expect(tagger.tag(document).map(\.value) == ["2022-09-12", "2022-09-09", "2022-09-11", "2021-09-09"])
    }

    /// Whatever the bytes, nothing traps and ranges lie in the text.
    @Test func anyTextIsSafe() throws {
        let tagger = try EnglishTables.tagger.get()
        let pieces = [
            "May", "31", "February", "2022", "-", "/", "the", "of", "'", "s", "99999999999", "1,2", ".", "last",
            "hundred", "hundred hundred hundred hundred hundred hundred", "million", "dozen dozen",
            "thousand", "ago", "0", "years", "24:00", "BC", "a", "day", "earlier", "é", "’", "Friday", "12", "th",
            "from",
            "to", "to", "9999", "million", "century", "Easter", "quarter", "first", "\n\n", "XXXX", "30", "decades",
            "31/12/0000", "9999-12-31", "0001-01-01", "(", "next year", "the day before",
            "Q", "~", "1970-01", "00:60", "1e9", "BC 9999", "the 0s", "31 June", "Sept.", "twenty", "-first",
        ]
        var generator = SeededGenerator(seed: 42)
        for round in 0..<1200 {
            var text = ""
            for _ in 0..<40 {
                let isClose = Int.random(in: 0..<16, using: &generator) < 3
                text += (pieces.randomElement(using: &generator) ?? "") + (isClose ? "" : " ")
            }
            let document = Document(
                Article(
                    id: "a", text: text,
                    published: PartialDate(
                        edtf: ["2022-09-13", "2022-08", "2022", "", "0000", "9999-12-31"][round % 6]))
            )
            var last = 0
            for expression in tagger.tag(document, narrative: round % 5 == 0) {
                #expect(expression.range.start >= last)
                #expect(expression.range.end <= document.bytes.count)
                if let edtf = expression.edtf { #expect(EDTF(edtf)?.description == edtf) }
                last = expression.range.end
            }
        }
    }
}
