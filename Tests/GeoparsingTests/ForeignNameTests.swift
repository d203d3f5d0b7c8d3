import Articles
import Gazetteers
import Geoparsing
import Testing

/// Small places of countries that English news rarely names, in the spellings of their transliterations.
@Suite(.enabled(if: World.parser != nil, "needs the compiled gazetteer of script/test"))
struct ForeignNameTests {
    private static let reports = [
        "Shells fell on %@ again on Monday, people there said.",
        "The rebels left %@ on Tuesday after a week of fighting.",
        "Two people were killed in %@, police said.", "The army retook %@ last week.",
    ]

    /// Every fiftieth town of a country, under its primary name, in one of four reports without any other name.
    @Test(
        "four in five small places are found from their name and one sentence alone",
        arguments: [["UA", "SY", "SD"], ["MM", "ET", "YE"], ["IQ", "LY", "AM"]])
    func recall(countries: [String]) throws {
        let parser = try #require(World.parser)
        let gazetteer = try #require(World.gazetteer)
        var asked = 0
        var found = 0
        for country in countries {
            let towns = gazetteer.settlements(minimumPopulation: 500).filter {
                $0.countryCode == country && $0.name.utf8.count >= 5 && $0.population < 20_000
            }
            for (number, town) in towns.enumerated() where number % 50 == 0 {
                let parts = Self.reports[asked % Self.reports.count].split(separator: "%@", maxSplits: 1)
                let text = String(parts[0]) + town.name + (parts.count > 1 ? String(parts[1]) : "")
                let start = parts[0].utf8.count
                let toponyms = parser.toponyms(in: Document(Article(id: "a", text: text)))
                asked += 1
                found +=
                    toponyms.contains { $0.range.start == start && $0.range.end == start + town.name.utf8.count }
                    ? 1 : 0
            }
        }
        #expect(asked >= 10)
        #expect(found * 5 >= asked * 4, "\(found) of \(asked)")
    }

    @Test(
        "a name that only transliterates alike is found",
        arguments: [
            (
                "An air raid hit a market in Maarat al-Numan on Sunday. People fled to Idlib.", "Maarat al-Numan",
                "geonames:167611"
            ),
            ("Fighters left Saraqib and the road to Khan Shaykhun.", "Khan Shaykhun", "geonames:168325"),
            ("Shells fell on Bohorodychne and on Dolyna.", "Bohorodychne", "geonames:711885"),
        ])
    func spelling(text: String, name: String, id: String) throws {
        let parser = try #require(World.parser)
        let document = Document(Article(id: "a", text: text))
        let found = parser.toponyms(in: document).first { document.text($0.range) == name }
        #expect(found?.place?.id == id)
    }

    @Test(
        "a demonym is none of the towns that only fold as it does, nor a parish or town of its own name",
        arguments: [
            "Syrian", "Sudanese", "Iraqi", "Ukrainian", "Belarusian", "Chechen", "Kenyan", "German", "Somali", "Kazakh",
            "Thai",
        ])
    func demonym(word: String) throws {
        let parser = try #require(World.parser)
        let document = Document(Article(id: "a", text: "The \(word) army entered the town on Monday."))
        #expect(parser.toponyms(in: document).map { document.text($0.range) }.isEmpty)
    }
}
