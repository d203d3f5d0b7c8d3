import Articles
import EventExtraction
import Geoparsing
import Testing

@Suite("Clauses, people and what a text speaks of")
struct ClauseTests {
    @Test(
        "A clause opened by where or in which belongs to the place and date before it",
        arguments: [
            (
                "The report named [[Leeds|t:20|PPL|GB]] {{in 2009|2009}}, where gunmen shot a banker, and the blockade of [[Odesa]].",
                "ASSAULT @ Leeds, 2009"
            ),
            ("She spoke of [[Lviv]], in which police killed a student.", "ASSAULT @ Lviv, -"),
            (
                "They remember [[Lviv]] {{in May 2014|2014-05}}, when soldiers shot two students.",
                "ASSAULT @ Lviv, 2014-05"
            ),
        ])
    func relative(_ text: String, _ expected: String) throws {
        let links = try Extraction.links(text)
        #expect(links.contains(expected), "\(links)")
    }

    @Test(
        "The owner of troops is an actor, not the place, and what they are driven from is",
        arguments: [
            (
                "Volunteers helped to drive [[Minsk|t:21|PPLC|BY]]'s troops from the [[Sumy region|t:22|ADM1|UA]].",
                "Sumy region"
            ),
            ("Rebels attacked [[Minsk|t:21|PPLC|BY]]'s soldiers near [[Izium]].", "Izium"),
        ])
    func owner(_ text: String, _ expected: String) throws {
        let (events, marked) = try Extraction.events(text)
        let place = events.first?.toponym.map { Extraction.words(marked.toponyms[$0].range, in: marked.text) }
        #expect(place == expected)
    }

    @Test(
        "A date that opens the next clause is not that of the event before",
        arguments: [
            "Rebels attacked a convoy near [[Izium]], and {{today|2022-12-11}} the road is open.",
            "Rebels attacked a convoy near [[Izium]]; {{in 2021|2021}} it was open.",
        ])
    func nextClause(_ text: String) throws {
        #expect(try Extraction.links(text).first == "ASSAULT @ Izium, -")
    }

    @Test(
        "Where somebody comes from is not where it happened",
        arguments: [
            "Troops shelled the house of a man from [[Lviv]].",
            "Troops shelled the house of a man who came from [[Lviv]].",
        ])
    func origin(_ text: String) throws {
        #expect(try Extraction.links("The siege of [[Izium]] began. " + text).last == "ASSAULT @ Izium, -")
    }

    @Test("A capital that only stands for its government is not carried over")
    func government() throws {
        let links = try Extraction.links(
            "Soldiers came to [[Izium]]. [[Minsk|t:21|PPLC|BY]] had promised peace. Rockets destroyed a house.")
        #expect(links.last == "ASSAULT @ Izium, -", "\(links)")
    }

    @Test("Of a town in a district of a city's name, the town is meant by `the town`")
    func town() throws {
        let links = try Extraction.links(
            "He worked in [[Balakliia|t:23|PPL|UA|07]], in [[Kharkiv|t:24|PPLA|UA|07]]. Soldiers shelled the town.")
        #expect(links == ["ASSAULT @ Balakliia, -"])
    }

    @Test(
        "The date of what is told in passing is not carried over",
        arguments: [
            "Rebels had attacked [[Izium]] {{in May|2022-05}}. Rockets destroyed a house.",
            "He met a man who attacked [[Izium]] {{in May|2022-05}}. Rockets destroyed a house.",
        ])
    func background(_ text: String) throws {
        let last = try #require(try Extraction.links(text).last)
        #expect(last.hasSuffix(", -"), "\(last)")
    }

    @Test("A duration whose days are known dates an event, a date goes before it")
    func duration() throws {
        let first = try Extraction.links("The army shelled [[Izium]] {{over the past week|P1W=2022-09}}.")
        #expect(first == ["ASSAULT @ Izium, 2022-09"])
        let second = try Extraction.links(
            "{{Over the past week|P1W=2022-09}} the army shelled [[Izium]] {{on September 9|2022-09-09}}.")
        #expect(second == ["ASSAULT @ Izium, 2022-09-09"])
    }

    @Test(
        "The time is linear in the length of the text, and of one sentence",
        arguments: ["Shelling in [[Izium]]. ", "shelling in [[Izium]] and "])
    func linear(_ unit: String) throws {
        let one = MarkedText(unit)
        let count = 20_000
        let length = one.text.utf8.count
        let toponyms = (0..<count).flatMap { index in
            one.toponyms.map { toponym in
                var toponym = toponym
                toponym.range = TextRange(
                    toponym.range.start + index * length, toponym.range.end + index * length)
                return toponym
            }
        }
        let document = Document(Article(id: "long", text: String(repeating: one.text, count: count)))
        let extractor = try Extraction.extractor.get()
        var events: [Event] = []
        let spent = ContinuousClock().measure {
            events = extractor.extract(document, toponyms: toponyms, times: [])
        }
        #expect(!events.isEmpty)
        #expect(spent < .seconds(10))
        #expect(events.allSatisfy { $0.passage.count < 4_000 })
    }
}
