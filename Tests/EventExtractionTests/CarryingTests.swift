import EventExtraction
import Testing

@Suite("What is carried over between sentences")
struct CarryingTests {
    @Test(
        "A sentence that only says when and where sets the scene",
        arguments: [
            // For the sentence before it, and for those after it.
            (
                "He was held in a prison. It was {{2015|2015}} in [[Luhansk]].",
                "COERCE @ Luhansk, 2015"
            ),
            (
                "It was {{2015|2015}} in [[Luhansk]].\n\nGunmen had attacked the prison.",
                "ASSAULT @ Luhansk, 2015"
            ),
            // A bare answer dates what was asked.
            (
                "AB: Will they hold the referendum in [[Kherson]]?\n\nCD: Yes, {{on September 11|2022-09-11}}.",
                "COERCE @ Kherson, 2022-09-11"
            ),
        ])
    func scenes(_ text: String, _ expected: String) throws {
        let links = try Extraction.links(text)
        #expect(links.contains(expected), "\(links)")
    }

    @Test(
        "The region is one just named, or that of the town where the text is",
        arguments: [
            (
                "The [[Kharkiv region|t:10|ADM1|UA|Kharkiv]] is free. Rebels attacked [[Izium|t:1|PPL|UA|Kharkiv]]. They met in the [[Lviv region|t:12|ADM1|UA|Lviv]]. It rained. It snowed. It hailed. Russian troops began a retreat from the region.",
                "RETREAT @ Kharkiv region, -"
            ),
            (
                "The [[Kharkiv region|t:10|ADM1|UA|Kharkiv]] is free. Troops shelled the [[Lviv region|t:12|ADM1|UA|Lviv]]. The retreat from the region went on.",
                "RETREAT @ Lviv region, -"
            ),
            // A bare direction means a part of the country.
            (
                "In [[Ukraine|t:11|PCLI|UA]] it is winter. Troops shelled [[Izium]]. The offensive in the south has begun.",
                "ASSAULT @ Ukraine, -"
            ),
        ])
    func regions(_ text: String, _ expected: String) throws {
        let links = try Extraction.links(text)
        #expect(links.contains(expected), "\(links)")
    }

    @Test("A part of a country is less precise than the country's towns and finer than the country")
    func part() throws {
        let events = try Extraction.events(
            "In [[Ukraine|t:11|PCLI|UA]] it is winter. Troops shelled [[Izium]]. The offensive in the south has begun."
        ).events
        #expect(events.last?.geoPrecision == 5)
    }

    @Test(
        "What has a place or a time of its own, though unnamed, takes none from others",
        arguments: [
            ("Troops shelled [[Izium]]. A convoy of families fled towards the border.", "RETREAT @ -, -"),
            (
                "It was {{2015|2015}} in [[Luhansk]]. The president had {{recently|PAST_REF}} annexed [[Crimea]].",
                "COERCE @ Crimea, -"
            ),
            (
                "Troops shelled [[Izium]] {{on Monday|2022-09-05}}. Since the war began rebels have attacked [[Lyman]].",
                "ASSAULT @ Lyman, -"
            ),
            (
                "Troops shelled [[Izium]] {{on Monday|2022-09-05}}. Activists are imprisoned in [[Lviv]].",
                "COERCE @ Lviv, -"
            ),
        ])
    func unnamed(_ text: String, _ expected: String) throws {
        let links = try Extraction.links(text)
        #expect(links.contains(expected), "\(links)")
    }

    @Test(
        "The country is the place where the text names no town",
        arguments: [
            (
                "There is news from [[Azerbaijan|t:2|PCLI|AZ]]. Police arrested a reporter.",
                "COERCE @ Azerbaijan, -"
            ),
            ("[[Ukraine|t:11|PCLI|UA]] has threatened to jail the men.", "THREATEN @ Ukraine, -"),
        ])
    func nations(_ text: String, _ expected: String) throws {
        let links = try Extraction.links(text)
        #expect(links.contains(expected), "\(links)")
    }

    @Test("Where a quoted man fought is told, though where his camp stands is withheld")
    func quotedBesideWithheld() throws {
        let links = try Extraction.links(
            "Rebels hid outside [[Izium]]. “We attacked convoys,” one said in the camp, where he will defend the hill. The paper cannot reveal the location of the camp."
        )
        #expect(links.first == "ASSAULT @ Izium, -", "\(links)")
    }
}
