import EventExtraction
import Testing

@Suite("Who and whom")
struct ParticipantTests {
    @Test(
        "A participant is a noun phrase of the sentence and ends where it ends",
        arguments: [
            ("Police arrested over 30 students in [[Minsk]].", "Police", "over 30 students"),
            ("Shelling in [[Izium]] killed at least nine people.", nil, "at least nine people"),
            ("Police have arrested seven legislators in [[Minsk]] over a meeting.", "Police", "seven legislators"),
            ("The ministry accused the mayor of [[Izium]] of taking bribes.", "The ministry", "the mayor of Izium"),
            ("The flats were empty as relatives of his had fled [[Izium]].", "relatives of his", "Izium"),
            ("Rebels clashed with police in [[Izium]].", "Rebels", "police"),
            (
                "The [[United States|t:3|PCLI|US]] gave [[Ukraine|t:4|PCLI|UA]] 31 tanks.", "The United States",
                "Ukraine"
            ),
            ("Families fled to [[Belgorod|t:2|PPL|RU]].", "Families", nil),
            ("[[Moscow|t:2|PPLC|RU]] vowed to respond.", "Moscow", nil),
            (
                "Police detained {{on Friday|2022-09-09}} the leader of a party in [[Minsk]].", "Police",
                "the leader of a party"
            ),
            ("The rebels have agreed to leave [[Izium]].", "The rebels", nil),
            ("The mayor late {{on Monday|2022-09-12}} publicly accused a judge in [[Izium]].", "The mayor", "a judge"),
            ("Soldiers detained 32 volunteers who had been shelling [[Izium]].", "Soldiers", "32 volunteers"),
        ] as [(String, String?, String?)])
    func phrases(_ text: String, _ actor: String?, _ target: String?) throws {
        let event = try #require(try Extraction.events(text).events.first)
        if let actor { #expect(event.actor?.text == actor) }
        #expect(event.target?.text == target)
    }

    @Test(
        "Who acts and whom it meets is told by the construction",
        arguments: [
            ("[[Israel|t:1|PCLI|IL]]'s bombardment of [[Izium]] went on.", "Israel", "Izium"),
            ("The rebels' attack on [[Izium]] killed ten.", "The rebels", "Izium"),
            ("An attack by rebels on a bus near [[Izium]] killed ten.", "rebels", "a bus"),
            ("The attack on the convoy near [[Izium]] was carried out by rebels.", "rebels", "the convoy"),
            ("Rebels carried out an attack on a convoy near [[Izium]].", "Rebels", "a convoy"),
            ("The guard was killed by a sniper in [[Izium]].", "a sniper", "The guard"),
            ("Police used water cannon against the crowd in [[Izium]].", "Police", "the crowd"),
            ("A bomb killed three women and wounded 12 in [[Izium]].", "A bomb", "three women"),
            ("The blast in [[Izium]] killed a guard.", nil, "a guard"),
            ("Jets bombed the ferry and sank two barges near [[Izium]].", "Jets", "the ferry"),
            ("A drone strike on a granary near [[Izium]] killed a guard.", nil, "a granary"),
            ("A car bomb killed two clerks and wounded a porter in [[Izium]].", nil, "two clerks"),
            ("Suicide bombers killed six monks in [[Izium]].", "Suicide bombers", "six monks"),
        ] as [(String, String?, String?)])
    func constructions(_ text: String, _ actor: String?, _ target: String?) throws {
        let event = try #require(try Extraction.events(text).events.first { $0.type == "ASSAULT" })
        #expect(event.actor?.text == actor)
        #expect(event.target?.text == target)
    }

    @Test(
        "Who is to do what an infinitive tells is found before the verb that it hangs on",
        arguments: [
            ("Troops are expected to withdraw from [[Izium]].", "Troops", Event.Modality.planned),
            ("Farmers plan to block roads around [[Izium]].", "Farmers", .planned),
            ("Teachers are going to march through [[Izium]].", "Teachers", .planned),
            ("The rebels failed to withdraw from [[Izium]].", "The rebels", .negated),
        ])
    func infinitive(_ text: String, _ actor: String, _ modality: Event.Modality) throws {
        let event = try #require(try Extraction.events(text).events.first)
        #expect(event.actor?.text == actor)
        #expect(event.modality == modality)
    }

    @Test(
        "What hangs on a subject is not the subject",
        arguments: [
            ("A man carrying a gun shot two clerks in [[Izium]].", "A man"),
            ("Troops loyal to the general attacked the palace in [[Izium]].", "Troops loyal to the general"),
            ("Two masked men armed with rifles killed a clerk in [[Izium]].", "Two masked men"),
            ("Rebels clashed with police in [[Izium]].", "Rebels"),
        ])
    func postmodifiers(_ text: String, _ actor: String) throws {
        #expect(try Extraction.events(text).events.first?.actor?.text == actor)
    }

    @Test("The object of a clause between is not who acts in the next")
    func relativeClause() throws {
        let events = try Extraction.events("Soldiers who attacked the mine fled [[Izium]].").events
        #expect(events.filter { $0.type == "RETREAT" }.map(\.actor?.text) == ["Soldiers"])
    }

    @Test(
        "Numbers of casualties are those of people, not ages, and are added up",
        arguments: [
            ("Two of the three guards were killed in [[Izium]].", 2),
            ("A man aged 45 was killed in [[Izium]].", nil),
            ("Petrov, 45, was killed in [[Izium]].", nil),
            ("Five soldiers and three civilians were killed in [[Izium]].", 8),
            ("The blast in [[Izium]] killed no one.", nil),
            ("The death toll from the attack in [[Izium]] rose to 14.", 14),
            ("Twenty-one people were killed in [[Izium]].", 21),
            ("A dozen people were killed in an airstrike on [[Izium]].", 12),
            ("The blast killed a couple in their 60s in [[Izium]].", nil),
            ("The 5th Brigade killed a sniper in [[Izium]].", nil),
            ("Four Druze guards lost their lives when jets bombed [[Izium]].", 4),
        ] as [(String, Int?)])
    func numbers(_ text: String, _ killed: Int?) throws {
        let events = try Extraction.events(text).events.filter { $0.type == "ASSAULT" }
        #expect(!events.isEmpty)
        for event in events { #expect(event.killed == killed) }
    }

    @Test("Those who fled are counted, also in millions")
    func fled() throws {
        let events = try Extraction.events("At least 1.2 million people fled [[Izium]].").events
        #expect(events.map(\.displaced) == [1_200_000])
    }

    @Test("What drives people out of their homes deports nobody")
    func forced() throws {
        let events = try Extraction.events("Floods forced 3,400 people from their homes in [[Izium]].").events
        #expect(events.map(\.type) == ["RETREAT"])
        #expect(events.map(\.displaced) == [3400])
        let marched = try Extraction.types("Hundreds of Omani soldiers crossed into [[Izium]].")
        #expect(!marched.contains("RETREAT"))
    }

    @Test("A strike that kills is no strike of workers")
    func strike() throws {
        #expect(try Extraction.types("The strike in [[Izium]] killed three soldiers.") == ["ASSAULT"])
    }
}
