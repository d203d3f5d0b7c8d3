import EventExtraction
import Testing

@Suite("One happening, one event")
struct CoreferenceTests {
    @Test(
        "What the article tells again is the same event, with the better date and place",
        arguments: [
            (
                "Russia invaded [[Ukraine|t:1|PCLI|UA]]. People hid. Since the invasion began {{on 24 February|2022-02-24}}, many left.",
                ["ASSAULT @ Ukraine, 2022-02-24"], 1
            ),
            (
                "Army retakes [[Lyman]]. The town was quiet. Ukrainian troops retook [[Lyman]] {{on Saturday|2022-10-01}}.",
                ["ASSAULT @ Lyman, 2022-10-01"], 1
            ),
            (
                "Lyman: inside a town [[Lyman]] recaptured by the army. Ukrainian troops liberated [[Lyman]] {{on Saturday|2022-10-01}}.",
                ["ASSAULT @ Lyman, 2022-10-01"], 1
            ),
            (
                "Mayor's aide arrested in [[Goma]]. An aide of the mayor was arrested in [[Goma]]. Jean Kabeya was arrested in [[Goma]] {{on Friday|2022-09-09}}.",
                ["COERCE @ Goma, 2022-09-09"], 2
            ),
            (
                "Strike on [[Dnipro]] leaves a house in ruins. The minister was silent. A missile strike on a house in [[Dnipro]] killed nine {{on Saturday|2022-09-10}}.",
                ["ASSAULT @ Dnipro, 2022-09-10"], 2
            ),
            (
                "Police arrested a teacher in [[Goma]] {{on Monday|2022-09-05}}. The teacher was detained in [[Goma]] {{on Monday|2022-09-05}}.",
                ["COERCE @ Goma, 2022-09-05"], 1
            ),
        ])
    func again(_ text: String, _ expected: [String], _ mentions: Int) throws {
        let links = try Extraction.links(text)
        #expect(links == expected, "\(links)")
        #expect(try Extraction.events(text).events.first?.mentions.count == mentions)
    }

    @Test(
        "Other days, towns, victims and numbers are other events",
        arguments: [
            "Troops shelled [[Izium]] {{on Monday|2022-09-05}}. Troops shelled [[Izium]] {{on Tuesday|2022-09-06}}.",
            "Troops shelled [[Izium]]. Troops shelled [[Lyman]].",
            "Gunmen killed a priest in [[Goma]]. Gunmen killed a farmer in [[Goma]].",
            "Police arrested a priest in [[Goma]]. Police detained a farmer in [[Goma]].",
            "Troops captured [[Izium]] {{in March|2022-03}}. Troops liberated [[Izium]] {{in September|2022-09}}.",
            "Troops captured [[Izium]]. Later the army liberated [[Izium]].",
            "A blast killed three people in [[Goma]]. A blast killed nine people in [[Goma]].",
            "Rebels attacked [[Goma]] {{on Monday|2022-09-05}}. Rebels attacked [[Goma]] again.",
        ])
    func others(_ text: String) throws {
        let links = try Extraction.links(text)
        #expect(links.count == 2, "\(links)")
    }

    @Test(
        "What the attack did is told of the attack",
        arguments: [
            "Rebels attacked [[Izium]] {{on 3 May|2022-05-03}}. The attack killed nine people.",
            "A bomb exploded in [[Izium]] {{on 3 May|2022-05-03}}. The blast killed nine people.",
            "Troops stormed [[Izium]] {{on 3 May|2022-05-03}}. The assault left nine people dead.",
        ])
    func results(_ text: String) throws {
        let events = try Extraction.events(text).events
        #expect(events.count == 1, "\(events.map(\.trigger))")
        #expect(events.first?.killed == 9)
        #expect(events.first?.time == 0)
    }

    @Test("An attack on something else is another attack")
    func otherTargets() throws {
        let links = try Extraction.links("Rebels attacked [[Izium]]. The attack on the clinic killed nine people.")
        #expect(links.count == 2, "\(links)")
    }

    @Test("Mentions lie in the text, in order, and are not the trigger")
    func mentionsAreInOrder() throws {
        let events = try Extraction.events(
            "Russia invaded [[Ukraine|t:1|PCLI|UA]]. The invasion of [[Ukraine|t:1|PCLI|UA]] went on. Since the invasion many left."
        ).events
        for event in events {
            #expect(event.mentions == event.mentions.sorted())
            #expect(!event.mentions.contains(event.trigger))
        }
    }
}
