import Articles
import Gazetteers
import GeoTypes
import Geoparsing
import Testing

@Suite(.enabled(if: World.gazetteer != nil, "needs the compiled gazetteer of script/test"))
struct OverrideTests {
    private func table(_ lines: String...) throws -> OverrideTable {
        let text = (["name,article,place,latitude,longitude,note"] + lines).joined(separator: "\n")
        return try OverrideTable(Array(text.utf8), path: "o.csv", gazetteer: try #require(World.gazetteer))
    }

    private func read(_ text: String, _ table: OverrideTable, id: String = "a") throws -> [String] {
        var options = Geoparser.Options()
        options.overrides = table
        let parser = try Geoparser(
            tables: World.tables, gazetteer: try #require(World.gazetteer), options: options)
        let document = Document(Article(id: id, text: text))
        return parser.read(document).toponyms.map {
            "\(document.text($0.range)) = \($0.place?.id ?? "nil")" + ($0.evidence == .override ? "!" : "")
        }
    }

    @Test func aNameIsThePlaceThatTheTableSays() throws {
        let table = try table("Paris,,geonames:4717560,,,the one in Texas")
        #expect(try read("They met in Paris on Friday.", table) == ["Paris = geonames:4717560!"])
        // Whatever the case of the name.
        #expect(try read("THEY MET IN PARIS ON FRIDAY.", table).contains("PARIS = geonames:4717560!"))
    }

    @Test func aNameCanBeNoPlace() throws {
        let text = "Shells fell on Izium and Balakliia."
        #expect(try read(text, try table("Izyum,,none,,,")) == ["Balakliia = geonames:712926"])
    }

    @Test func aNameThatNobodyKnowsBecomesAMention() throws {
        let table = try table("Camp Lindqvist,,,49.5,37.25,from the caption")
        #expect(try read("Trucks reached Camp Lindqvist by night.", table) == ["Camp Lindqvist = override:49.5,37.25!"])
        #expect(try read("Trucks reached camp Lindqvist by night.", table).isEmpty)
    }

    @Test func aLineForOneArticleGoesBeforeOneForAll() throws {
        let table = try table("Paris,,geonames:2988507,,,", "Paris,b,geonames:4717560,,,", "Paris,c,none,,,")
        #expect(try read("They met in Paris.", table, id: "a") == ["Paris = geonames:2988507!"])
        #expect(try read("They met in Paris.", table, id: "b") == ["Paris = geonames:4717560!"])
        #expect(try read("They met in Paris.", table, id: "c").isEmpty)
    }

    @Test func whatNeverMatchedIsSaid() throws {
        let table = try table("Paris,,none,,,", "Atlantis,x,none,,,")
        let unused = table.unused([0])
        #expect(unused.count == 1)
        #expect(unused[0].contains("o.csv:3") && unused[0].contains("'Atlantis'") && unused[0].contains("'x'"))
        #expect(table.unused([0, 1]).isEmpty)
    }

    @Test(arguments: [
        (",,none,,,", "no name"), ("Paris,,,,,", "no place for 'Paris'"), ("Paris,,geonames:1x,,,", "has not"),
        ("Paris,,,95,10,", "'95, 10'"), ("Paris,,,48,,", "no place for 'Paris'"), ("Paris,,none,48,2,", "both"),
        ("Paris,,none,,,a,b", "7 fields"), ("A,,none,,,\nÁ,,none,,,", "again"),
    ])
    func aBadLineIsNamedWithWhatToDo(line: String, part: String) throws {
        let error = #expect(throws: UserTableError.self) { try table(line) }
        let message = "\(try #require(error))"
        #expect(message.hasPrefix("o.csv:\(line.contains("\n") ? 3 : 2): found "), "\(message)")
        #expect(message.contains(part), "\(message)")
        #expect(message.contains("expected"))
    }

    @Test func aTableWithoutItsHeaderIsNamed() throws {
        let gazetteer = try #require(World.gazetteer)
        for text in ["", "Paris,none\n", "name,plaice\nParis,none\n"] {
            #expect(throws: UserTableError.self) {
                try OverrideTable(Array(text.utf8), path: "o.csv", gazetteer: gazetteer)
            }
        }
    }

    @Test func aNameInsideALongerOneIsLeftAlone() throws {
        var options = Geoparser.Options()
        options.overrides = try table("York,,none,,,")
        let parser = try Geoparser(tables: World.tables, gazetteer: try #require(World.gazetteer), options: options)
        let article = Article(id: "a", text: "New York and York", givenToponyms: [TextRange(0, 8), TextRange(13, 17)])
        let reading = parser.read(Document(article))
        #expect(reading.toponyms.map(\.range) == [TextRange(0, 8)])
        #expect(reading.overrides == [0])
    }

    @Test func givenSpansObeyToo() throws {
        var options = Geoparser.Options()
        options.overrides = try table("Izium,,none,,,")
        let parser = try Geoparser(tables: World.tables, gazetteer: try #require(World.gazetteer), options: options)
        let article = Article(id: "a", text: "Izium and Kharkiv", givenToponyms: [TextRange(0, 5), TextRange(10, 17)])
        #expect(parser.toponyms(in: Document(article)).map(\.range) == [TextRange(10, 17)])
    }
}
