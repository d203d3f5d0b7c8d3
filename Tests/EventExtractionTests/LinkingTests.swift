import Articles
import EventExtraction
import Geoparsing
import Testing

@Suite("Where and when")
struct LinkingTests {
    @Test(
        "Long wars of another clause do not happen on its day",
        arguments: [
            "For the first time in nine years of war, the minister said {{on Monday|2022-09-12}} that trade grew in [[Lviv]].",
            "After 16 years of fighting, both sides opened a road {{on Monday|2022-09-12}} in [[Lviv]].",
        ])
    func longWars(_ text: String) throws {
        let links = try Extraction.links(text)
        #expect(!links.contains { $0.hasPrefix("ASSAULT") && $0.hasSuffix("2022-09-12") }, "\(links)")
    }

    @Test(
        "An event is linked to the place and date of its clause",
        arguments: [
            ("The fighting in [[Izium]] began {{on March 4|2022-03-04}}.", "ASSAULT @ Izium, 2022-03-04"),
            ("Officials in [[Kyiv]] said troops shelled [[Izium]].", "ASSAULT @ Izium, -"),
            ("Troops shelled a village near [[Izium]], officials said in [[Kyiv]].", "ASSAULT @ Izium, -"),
            ("[[Russia|t:6|PCLI|RU]] bombed a station in [[Izium]].", "ASSAULT @ Izium, -"),
            ("She fled from [[Kherson]] to [[Warsaw|t:3|PPL|PL]].", "RETREAT @ Warsaw, -"),
            ("A bomb went off in [[Paris|t:7|PPL|US|Texas]], [[Texas|t:8|ADM1|US]].", "ASSAULT @ Paris, -"),
            ("Ukraine has retaken [[Balakliia]].", "ASSAULT @ Balakliia, -"),
            ("In [[Kherson]], {{on June 24|2022-06-24}}, an official was killed.", "ASSAULT @ Kherson, 2022-06-24"),
            ("A man was killed in [[Izium]], police said {{on Friday|2022-09-09}}.", "ASSAULT @ Izium, -"),
            ("Rebels attacked a convoy near [[Nowhere|-]].", "ASSAULT @ -, -"),
        ])
    func clause(_ text: String, _ expected: String) throws {
        let links = try Extraction.links(text)
        #expect(links.contains(expected), "\(links)")
    }

    @Test(
        "A place is read with its neighbours",
        arguments: [
            // The possessor only says where the place lies, and so does a description.
            (
                "Troops bombed a school in [[Syria|t:1|PCLI|SY]]'s northwestern [[Idlib|t:2|ADM1|SY]] province.",
                "ASSAULT @ Idlib, -"
            ),
            (
                "Rebels attacked [[Lyman]], a small town 30 km south of [[Izium]].", "ASSAULT @ Lyman, -"
            ),
            (
                "A reporter was arrested in prison, [[Baku|t:3|PPLC|AZ]], [[Azerbaijan|t:4|PCLI|AZ]].",
                "COERCE @ Baku, -"
            ),
            // Soldiers of a country need not be there, a name that begins with one is no place.
            ("Rebels killed 100 [[US|t:6|PCLI|US]] soldiers in [[Goma]].", "ASSAULT @ Goma, -"),
            ("Rebels attacked a base of the [[Sudan|t:5|PCLI|SD]] Armed Forces.", "ASSAULT @ -, -"),
            // What is focused on is not where.
            ("Its retreat let the army focus its means on the [[Donbas|t:7|RGN|UA]].", "RETREAT @ -, -"),
            // Another event, in another clause, has the place.
            (
                "A leader was murdered by agents, and guerrillas fought for years in their hiding places in the [[Alps|t:8|MTS|CH]].",
                "ASSAULT @ Alps, -"
            ),
            // Where they left, and why.
            (
                "She fled [[Belarus|t:9|PCLI|BY]] for [[Poland|t:10|PCLI|PL]] in winter, when police arrested her friends.",
                "COERCE @ Belarus, -"
            ),
            ("Families were evicted from [[Goma]].", "COERCE @ Goma, -"),
            ("He went to [[Goma]] and formed a militia.", "MOBILIZE @ Goma, -"),
        ])
    func neighbours(_ text: String, _ expected: String) throws {
        let links = try Extraction.links(text)
        #expect(links.contains(expected), "\(links)")
    }

    @Test("A place is carried over within a paragraph, and a date too")
    func carry() throws {
        let links = try Extraction.links(
            "The fighting in [[Izium]] began {{on March 4|2022-03-04}}. Rockets destroyed a neighbour's house.")
        #expect(links == ["ASSAULT @ Izium, 2022-03-04", "ASSAULT @ Izium, 2022-03-04"])
    }

    @Test(
        "Dates find their events",
        arguments: [
            // The main verb takes the date that opens the sentence, across what is told of its subject.
            (
                "{{In July|2022-07}} a man, who leads a party, visited [[Izium]].",
                "CONSULT @ Izium, 2022-07"
            ),
            // One subject, one date.
            (
                "He went to [[Ukraine|t:11|PCLI|UA]] {{in 2014|2014}} and fought rebels in [[Izium]].",
                "ASSAULT @ Izium, 2014"
            ),
            // Across a clause, when it is the only date.
            (
                "The kidnapping was carried out by men in uniforms, who left quickly, in [[Lima|t:1|PPL|PE]] {{on 4 October|1989-10-04}}.",
                "ASSAULT @ Lima, 1989-10-04"
            ),
            // Of another place's event.
            (
                "He named the poisoning in [[Salisbury]] {{in 2018|2018}} and the annexation of [[Crimea]].",
                "COERCE @ Crimea, -"
            ),
            // Of the office before a relative clause.
            ("They spoke of a president {{from 2010|2010}}, who fled to [[Rostov]].", "RETREAT @ Rostov, -"),
            // Of a sentence without events, for the next one.
            ("The video came {{on Friday|2022-09-09}}. Rebels attacked [[Goma]].", "ASSAULT @ Goma, 2022-09-09"),
        ])
    func dates(_ text: String, _ expected: String) throws {
        let links = try Extraction.links(text)
        #expect(links.contains(expected), "\(links)")
    }

    @Test("The region is one that was named before")
    func anaphor() throws {
        let links = try Extraction.links(
            "The [[Kharkiv region|t:10|ADM1|UA]] is free. The retreat from the region let them turn to the [[Lviv region|t:12|ADM1|UA]]."
        )
        #expect(links == ["RETREAT @ Kharkiv region, -"])
    }

    @Test("What the text withholds stays without a place")
    func withheld() throws {
        let links = try Extraction.links(
            "They lived outside [[Izium]]. From the camp they attacked patrols. The paper cannot reveal the location of the camp."
        )
        #expect(links == ["ASSAULT @ -, -"])
    }

    @Test(
        "From one place to another, in any order and by any verb of movement",
        arguments: [
            "Thousands fled to [[Lviv|t:2|PPL|UA]] from [[Izium]].", "Families fled [[Izium]] for [[Lviv|t:2|PPL|UA]].",
            "People left [[Izium]] for [[Lviv|t:2|PPL|UA]].",
            "Civilians were evacuated from [[Izium]] to [[Lviv|t:2|PPL|UA]].",
            "Soldiers deported 90 children from [[Izium]] to [[Lviv|t:2|PPL|UA]].",
            "The army moved tanks from [[Izium]] to [[Lviv|t:2|PPL|UA]].",
        ])
    func movements(_ text: String) throws {
        let (events, marked) = try Extraction.events(text)
        let event = try #require(events.first { $0.origin != nil })
        func name(_ toponym: Int?) -> String? {
            toponym.map { Extraction.words(marked.toponyms[$0].range, in: marked.text) }
        }
        #expect(name(event.toponym) == "Lviv")
        #expect(name(event.origin) == "Izium")
    }

    @Test("The origin of a movement is kept apart from its place")
    func origin() throws {
        let (events, text) = try Extraction.events("Hundreds fled from [[Kherson]] to [[Warsaw|t:3|PPL|PL]].")
        let event = try #require(events.first)
        #expect(event.origin.map { Extraction.words(text.toponyms[$0].range, in: text.text) } == "Kherson")
        #expect(event.toponym.map { Extraction.words(text.toponyms[$0].range, in: text.text) } == "Warsaw")
    }

    @Test(
        "The precision follows where_prec of UCDP",
        arguments: [
            ("Troops attacked a post in [[Izium]].", 1),
            ("Troops attacked a post near [[Izium]].", 2),
            ("Troops attacked a post in [[Izium district|t:9|ADM2|UA]].", 3),
            ("Troops attacked a post in [[Kharkiv region|t:10|ADM1|UA]].", 4),
            ("Troops attacked a post in the [[Donbas|dateline:donbas|RGN|UA]].", 5),
            ("Troops attacked a post in northern [[Ukraine|t:11|PCLI|UA]].", 5),
            ("Troops attacked a post in [[Ukraine|t:11|PCLI|UA]].", 6),
            ("Pirates attacked a ship in the [[Black Sea|t:4|SEA|-]].", 7),
        ])
    func precision(_ text: String, _ expected: Int) throws {
        #expect(try Extraction.events(text).events.first?.geoPrecision == expected)
    }

    @Test("Sets and durations are no dates")
    func durations() throws {
        let links = try Extraction.links("The army shelled [[Izium]] for {{six months|P6M}}.")
        #expect(links == ["ASSAULT @ Izium, -"])
    }

    @Test("Confidences are probabilities, and events are sorted by trigger")
    func confidence() throws {
        let events = try Extraction.events(
            "Rebels attacked [[Izium]] and police arrested two men in [[Kharkiv]]. Doctors protested in [[Lviv]] {{on Monday|2022-09-12}}."
        ).events
        #expect(events.count == 3)
        #expect(events.map(\.trigger) == events.map(\.trigger).sorted())
        for event in events {
            #expect((0...1).contains(event.confidence))
            #expect((0...1).contains(try #require(event.placeConfidence)))
        }
    }
}
