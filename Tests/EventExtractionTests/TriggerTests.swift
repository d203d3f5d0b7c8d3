import EventExtraction
import Testing

@Suite("What counts as an event")
struct TriggerTests {
    @Test(
        "A sentence gives the event that it tells, with type and mode",
        arguments: [
            ("Gunmen attacked a police post near [[Orikhiv]].", "ASSAULT"),
            ("Two soldiers were killed in a car blast in [[Kherson]].", "ASSAULT/explosives"),
            ("The army retook [[Izium]] {{on Saturday|2022-09-10}}.", "ASSAULT"),
            ("Artillery shelled [[Kharkiv]] overnight.", "ASSAULT/heavy-weapons"),
            ("Rebels fired missiles at [[Lviv]].", "ASSAULT/heavy-weapons"),
            ("The editor was kidnapped in [[Donetsk]].", "ASSAULT/abduct"),
            ("Thousands marched through [[Minsk]] against the decree.", "PROTEST/demo"),
            ("Miners went on strike in [[Soligorsk]].", "PROTEST/strike"),
            ("Police detained forty students in [[Minsk]].", "COERCE/arrest"),
            ("Russia annexed [[Crimea|geonames:703883|ADM1|UA]] {{in 2014|2014}}.", "COERCE/seize"),
            ("The troops withdrew from [[Kupiansk]].", "RETREAT/withdraw"),
            ("Families fled to [[Belgorod|geonames:578072|PPL|RU]].", "RETREAT"),
            ("The hostages were released in [[Sanaa|t:1|PPL|YE]].", "RETREAT/release"),
            ("Troops were deployed to [[Brest|t:2|PPL|BY]].", "MOBILIZE/troops"),
            ("The minister visited [[Warsaw|t:3|PPL|PL]].", "CONSULT/visit"),
            ("Norway sent humanitarian aid to [[Mykolaiv]].", "AID"),
            ("Brussels imposed sanctions on the bank.", "SANCTION"),
            ("The court convicted the general of treason.", "SANCTION/convict"),
            ("The mayor accused the governor of theft.", "ACCUSE/allege"),
            ("The ministry condemned the decision.", "ACCUSE/disapprove"),
            ("The union rejected the offer.", "REJECT"),
            ("The general threatened the neighbouring state.", "THREATEN"),
            ("The colonel vowed to raze the village.", "THREATEN/violence"),
            ("The envoy urged both sides to talk.", "REQUEST"),
            ("The president apologised to the families.", "CONCEDE"),
            ("The two navies held joint exercises in the [[Black Sea|t:4|SEA|-]].", "COOPERATE"),
            ("The cabinet praised the rescuers.", "SUPPORT"),
        ])
    func positive(_ text: String, _ expected: String) throws {
        let types = try Extraction.types(text)
        #expect(types.contains(expected), "\(types)")
    }

    @Test(
        "Metaphor, sport and background are no events",
        arguments: [
            "The firms are in a legal battle over the patent in [[Kyiv]].",
            "The price war between the shops went on.",
            "The team attacked from the left wing and the striker scored in [[Kyiv]].",
            "He suffered a heart attack in [[Odesa]].",
            "The occupied territories have little water.",
            "The war has changed everything.",
            "They spoke about the invasion.",
            "The plan needs support and help.",
            "It was a war of words.",
            "The attack dog slept.",
            "A heat wave hit [[Kyiv]] {{on Monday|2022-09-12}}.",
            "The minister was bombarded with questions in [[Kyiv]].",
            "Hospitals in [[Kyiv]] are fighting the flu.",
            "The new musical bombed in [[Kyiv]].",
            "The band stormed the charts in [[Kyiv]].",
            "Shoppers invaded the stalls in [[Kyiv]].",
            "The painting captured the light of [[Kyiv]].",
            "The show seized the imagination of [[Kyiv]].",
            "Children raided the fridge in [[Kyiv]].",
            "A blast of cold air reached [[Kyiv]] {{on Tuesday|2022-09-13}}.",
            "The advert targets women in [[Kyiv]].",
            "She shot to fame in [[Kyiv]].",
            "The [[Kyiv]] Lions beat the Tigers {{on Friday|2022-09-09}}.",
        ])
    func negative(_ text: String) throws {
        let types = try Extraction.types(text)
        #expect(types.isEmpty, "\(types)")
    }

    @Test(
        "Several triggers of one happening are one event",
        arguments: [
            "Rebels launched an assault on [[Izium]].",
            "An attack in [[Izium]] {{on March 4|2022-03-04}} killed five people and wounded two.",
            "Five people were killed and two wounded in an explosion in [[Kherson]].",
        ])
    func merging(_ text: String) throws {
        #expect(try Extraction.types(text).count == 1)
    }

    @Test("A definite mention takes up an event and adds what it knows")
    func anaphora() throws {
        let links = try Extraction.links(
            "A bomb exploded in [[Kherson]]. Police said little. The blast took place {{on June 24|2022-06-24}} and killed one man."
        )
        #expect(links == ["ASSAULT @ Kherson, 2022-06-24"])
    }

    @Test("Text in capitals is read like any other")
    func capitals() throws {
        let links = try Extraction.links(
            "GUERRILLAS KIDNAPPED THREE PEASANTS IN [[APOPA|t:5|PPL|SV]] {{ON 30 DECEMBER|1989-12-30}}.")
        #expect(links == ["ASSAULT @ APOPA, 1989-12-30"])
    }

    @Test(
        "Stated numbers of killed, wounded and displaced are counted, vague ones are not",
        arguments: [
            ("Shelling in [[Izium]] killed eight people.", 8, nil, nil),
            ("At least 1,300 civilians were killed in [[Izium]].", 1300, nil, nil),
            ("A mine blast near [[Izium]] killed two and injured twenty-five others.", 2, 25, nil),
            ("Hundreds of people were killed in [[Izium]].", nil, nil, nil),
            ("The army evicted 1,200 villagers near [[Izium]].", nil, nil, 1200),
            ("A rocket killed a woman 40 kilometres from [[Izium]].", nil, nil, nil),
        ] as [(String, Int?, Int?, Int?)])
    func casualties(_ text: String, _ killed: Int?, _ wounded: Int?, _ displaced: Int?) throws {
        let event = try #require(try Extraction.events(text).events.first)
        #expect(event.killed == killed)
        #expect(event.wounded == wounded)
        #expect(event.displaced == displaced)
    }

    @Test("Actor and target are phrases of the text")
    func participants() throws {
        let (events, text) = try Extraction.events("Local partisans blew up two bridges near [[Melitopol]].")
        let event = try #require(events.first)
        #expect(event.actor?.text == "Local partisans")
        #expect(event.target?.text == "two bridges")
        #expect(event.actor.map { Extraction.words($0.range, in: text.text) } == "Local partisans")
        let passive = try #require(
            try Extraction.events("The mayor was abducted by masked men in [[Melitopol]].").events.first)
        #expect(passive.actor?.text == "masked men")
        #expect(passive.target?.text == "The mayor")
    }
}
