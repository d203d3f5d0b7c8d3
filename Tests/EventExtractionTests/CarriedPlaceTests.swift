import EventExtraction
import Testing

@Suite("The place that a text is about")
struct CarriedPlaceTests {
    @Test(
        "A river, a village or a capital named once does not take what follows from the town of the text",
        arguments: [
            // A river that something lies on.
            (
                "Troops shelled [[Izium]] at noon. In [[Izium]] two shops burned down. A bomb destroyed the bridge over the [[Oskil|t:30|STM|UA]].\n\nSoldiers arrested a baker.",
                "COERCE @ Izium, -"
            ),
            // A village that people were taken to.
            (
                "Rebels stormed [[Izium]] and hold the market of [[Izium]]. A bus with nurses was stopped near [[Kamianka]].\n\nGunmen killed a guard.",
                "ASSAULT @ Izium, -"
            ),
            // A capital where somebody speaks of it.
            (
                "Rebels attacked [[Izium]] by night. The school of [[Izium]] is in ruins. In [[Paris|t:31|PPLC|FR]], the minister spoke of a crime.\n\nGunmen killed a guard in the city.",
                "ASSAULT @ Izium, -"
            ),
        ])
    func staysInTown(_ text: String, _ expected: String) throws {
        let links = try Extraction.links(text, title: "A winter in Izium")
        #expect(links.last == expected, "\(links)")
    }

    @Test("Where an event was, the next one of the paragraph is, also in a text about another town")
    func staysAtEvent() throws {
        let links = try Extraction.links(
            "Rebels attacked [[Izium]] by night. The school of [[Izium]] is in ruins.\n\nOn the road west a convoy was shelled in [[Lyman]]. Soldiers shot the driver. In [[Lyman]] nobody sleeps."
        )
        #expect(links.last == "ASSAULT @ Lyman, -", "\(links)")
    }

    @Test("The Caucasus state is the country that the text speaks of")
    func describedCountry() throws {
        let links = try Extraction.links(
            "Rebels attacked [[Yerevan|t:40|PPLC|AM]] by night.\n\nSoldiers killed a guard in the [[Caucasus|t:41|RGN|]] state."
        )
        #expect(links.last?.contains("Caucasus") == false, "\(links)")
    }

    @Test("The title tells which of two towns the city is")
    func titled() throws {
        let text =
            "Families in [[Izium]] and [[Lyman]] talk of the spring.\n\nSoldiers killed a priest in the city."
        #expect(try Extraction.links(text, title: "The lost spring of Izium").last == "ASSAULT @ Izium, -")
        #expect(try Extraction.links(text, title: "The lost spring of Lyman").last == "ASSAULT @ Lyman, -")
    }

    @Test("A river is not where a bridge over it was destroyed if the text is in a town")
    func river() throws {
        let links = try Extraction.links(
            "Troops shelled [[Izium]] at noon. Then they destroyed the bridge over the [[Oskil|t:30|STM|UA]].")
        #expect(links.last == "ASSAULT @ Izium, -", "\(links)")
    }

    @Test("An attack that is condemned elsewhere stays where it was told")
    func condemned() throws {
        let links = try Extraction.links(
            "Rebels attacked a clinic in [[Izium]]. In [[Paris|t:31|PPLC|FR]], Anna Petit, the minister, condemned the attack."
        )
        #expect(links.contains("ASSAULT @ Izium, -"), "\(links)")
        #expect(!links.contains("ASSAULT @ Paris, -"), "\(links)")
    }

    @Test("The government in a capital does not bring the text there")
    func governmentInCapital() throws {
        let links = try Extraction.links(
            "Gunmen came to [[Izium]] at night. Its people support the government in [[Kyiv|t:9|PPLC|UA]]. Six soldiers opened fire."
        )
        #expect(links.last == "ASSAULT @ Izium, -", "\(links)")
    }

    @Test("A state that only acts in the text is not where things happen")
    func actor() throws {
        let links = try Extraction.links(
            "[[Norway|t:32|PCLI|NO]] has sent blankets to [[Izium]]. Soldiers shot a baker.", title: "Blankets")
        #expect(!links.contains("ASSAULT @ Norway, -"), "\(links)")
    }

    @Test("However many places are named between, the town of the title is not forgotten")
    func manyPlaces() throws {
        let text =
            "Rebels attacked [[Izium]]. The market of [[Izium]] burned.\n\n"
            + (0..<40).map { "We saw [[Town \($0)]]. " }.joined() + "\n\nGunmen killed a guard in the city."
        let links = try Extraction.links(text, title: "The road to Izium")
        #expect(links.last == "ASSAULT @ Izium, -", "\(links)")
    }

    @Test("A village without a place of its own has that of what it lies in, and the village takes it up")
    func standsIn() throws {
        let links = try Extraction.links(
            "Rebels stormed [[Rivne Pole|-Sumy]], a village in [[Sumy|t:40|ADM1]]. A woman died in [[Romny]].\n\nOn Monday gunmen burned a shop in [[Rivne Pole|-Sumy]]. Soldiers shot a man in the village."
        )
        #expect(links.first == "ASSAULT @ Sumy, -", "\(links)")
        #expect(links.suffix(2) == ["ASSAULT @ Sumy, -", "ASSAULT @ Sumy, -"], "\(links)")
    }

    @Test("The words that two sentences share tell which of two towns one goes on with")
    func sharedWords() throws {
        let links = try Extraction.links(
            "In [[Izium]] gunmen attacked a mosque by night. In [[Lyman]] gunmen attacked a brewery by day.\n\nSoldiers shot a guard of the mosque."
        )
        #expect(links.last == "ASSAULT @ Izium, -", "\(links)")
    }

    @Test("Where somebody lives, the text does not move")
    func livesElsewhere() throws {
        let links = try Extraction.links(
            "Rebels attacked [[Izium]] by night. The owner lives in [[Lyman]] with his wife.\n\nGunmen killed a guard.")
        #expect(links.last == "ASSAULT @ Izium, -", "\(links)")
    }

    @Test("Who flees the village flees from it, wherever to")
    func fledTheVillage() throws {
        let links = try Extraction.links(
            "Rebels stormed [[Kamianka]] at dawn. Thousands of residents fled the village towards [[Izium]].")
        #expect(links.last?.hasSuffix("@ Kamianka, -") == true, "\(links)")
    }
}
