import EventExtraction
import Testing

@Suite("Articles that tell of no events")
struct ArticleKindTests {
    private static let match = """
        Rovers beat Athletic 3-1 in the league on a wet evening. Their first attack brought a goal when the striker shot low \
        past the goalkeeper. In the second half the visitors raided down the wing, and the midfielder fired over the bar. The \
        coach dismissed talk of the title after the match. The club has sacked two managers this season.
        """

    @Test("What is of the game is no event")
    func games() throws {
        let types = try Extraction.types(Self.match)
        #expect(types.isEmpty, "\(types)")
    }

    @Test("What the police do at a match is one")
    func policeAtGames() throws {
        let types = try Extraction.types(
            Self.match + " Police arrested six fans outside the stadium in [[Leeds|t:1|PPL|GB]].")
        #expect(types == ["COERCE/arrest"])
    }

    @Test(
        "The plot of a novel or a film is none",
        arguments: [
            """
            The author's second thriller opens in [[Oslo|t:2|PPL|NO]]. A gunman kidnapped the protagonist's daughter, and the novel \
            tells how she hunts him. The plot has a twist that readers will not expect. He murdered a banker. The book is her best.
            """,
            """
            The film stars two brothers as soldiers. In the best scene rebels attack their village near [[Kaduna|t:3|PPL|NG]] and \
            kill everybody. The director lets the characters speak little. The movie is long but its plot is strong.
            """,
        ])
    func fiction(_ text: String) throws {
        let types = try Extraction.types(text)
        #expect(types.isEmpty, "\(types)")
    }

    @Test(
        "What explains or advises is none",
        arguments: [
            """
            Slugs attack young plants in most gardens. They eat at night. You can kill them with salt. Traps work as well. \
            Banned pellets are dangerous to pets.
            """,
            """
            A state of emergency is a rule of the army. Soldiers arrest citizens and close newspapers. Courts lose their power. \
            Protests are banned. It ends when parliament meets.
            """,
        ])
    func essays(_ text: String) throws {
        let types = try Extraction.types(text)
        #expect(types.isEmpty, "\(types)")
    }

    @Test("Four sentences of the past report something")
    func reports() throws {
        let types = try Extraction.types(
            """
            Rebels attacked [[Goma|t:4|PPL|CD]]. They killed four soldiers. The army fled. Shops were shut.
            """)
        #expect(types.contains("ASSAULT"))
    }

    @Test(
        "What may be, what the weather does and headlines of other articles are none",
        arguments: [
            "Convictions may carry a fine in [[Ohio|t:5|ADM1|US]].",
            "Gangs frequently carry out kidnappings in [[Ohio|t:5|ADM1|US]].",
            "The hurricane threatened the coast of [[Cuba|t:6|PCLI|CU]].",
            "Related stories\nRebels attack [[Goma|t:4|PPL|CD]]\nPolice arrest six in [[Leeds|t:1|PPL|GB]]",
            "Don't miss\nTroops shell [[Kharkiv]]\nGunmen kill five near [[Kano|t:7|PPL|NG]]",
            "Related news: Suicide attack on bus kills three in [[Kano|t:7|PPL|NG]]",
        ])
    func none(_ text: String) throws {
        let types = try Extraction.types(text)
        #expect(types.isEmpty, "\(types)")
    }

    @Test("What police did is one, though the rest of the text advises")
    func advice() throws {
        let types = try Extraction.types(
            """
            Drug charges are serious in most states. Police can search a car when they may find drugs in it. Last week police arrested \
            84 people in [[Leeds|t:1|PPL|GB]]. You should ask for a lawyer. A lawyer can help you.
            """)
        #expect(types == ["COERCE/arrest"], "\(types)")
    }

    @Test("A list of other articles ends where sentences begin again")
    func afterList() throws {
        let types = try Extraction.types(
            """
            Related stories
            Rebels attack [[Goma|t:4|PPL|CD]]
            Police in [[Leeds|t:1|PPL|GB]] arrested six men on the market square, a spokesman said.
            """)
        #expect(types.contains("COERCE/arrest") && !types.contains("ASSAULT"), "\(types)")
    }

    @Test("What a headline tells of people the text tells again, with how many there were")
    func announced() throws {
        let events = try Extraction.events(
            "Protesters arrested in capital\nPolice arrested 12 individuals at the gate of the palace {{on Monday|2022-09-05}}."
        )
        .events.filter { $0.type == "COERCE" }
        #expect(events.count == 1)
    }

    @Test(
        "What an attack did, and what demonstrators do, is no other event",
        arguments: [
            ("Gunmen attacked a bus near [[Kano|t:7|PPL|NG]] {{on Monday|2022-09-05}}. Five people were killed.", 1),
            ("Gunmen attacked a bus near [[Kano|t:7|PPL|NG]]. Five people were killed in [[Leeds|t:1|PPL|GB]].", 2),
            (
                "Rebels launched an attack on [[Goma|t:4|PPL|CD]] {{on Monday|2022-09-05}}. The army fled. The attack on [[Goma|t:4|PPL|CD]] {{on Monday|2022-09-05}} lasted until dusk.",
                2
            ),
            ("Students protested in [[Leeds|t:1|PPL|GB]] {{on Monday|2022-09-05}}. They chanted slogans.", 1),
        ])
    func aftermath(_ text: String, _ count: Int) throws {
        let types = try Extraction.types(text)
        #expect(types.count == count, "\(types)")
    }
}
