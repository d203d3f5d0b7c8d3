import EventExtraction
import Testing

@Suite("Who acts says where")
struct ActingTests {
    @Test(
        "What a person does is where they hold their office or are from, not where the text was last",
        arguments: [
            (
                "[[Kenyan|~t:3|PCLI|KE]] President William Ruto spoke in [[Berlin|t:40|PPLC|DE]] on Monday.\n\nRuto has sacked two ministers.",
                "SANCTION @ Kenyan, -"
            ),
            (
                "[[Kenya|t:3|PCLI|KE]]'s William Ruto was welcomed in [[Berlin|t:40|PPLC|DE]].\n\nRuto has jailed dozens of opponents.",
                "SANCTION @ Kenya, -"
            ),
            (
                "Maria Klein, the mayor of [[Izium]], spoke in [[Berlin|t:40|PPLC|DE]].\n\nKlein has sacked two officials.",
                "SANCTION @ Izium, -"
            ),
            (
                "[[Izium]] mayor Maria Klein spoke in [[Berlin|t:40|PPLC|DE]].\n\nShe has sacked two officials.",
                "SANCTION @ Izium, -"
            ),
            // What a president does anywhere stays where the text is.
            (
                "[[Kenyan|~t:3|PCLI|KE]] President William Ruto spoke in [[Berlin|t:40|PPLC|DE]] on Monday.\n\nRuto met with farmers.",
                "CONSULT @ Berlin, -"
            ),
        ])
    func homes(_ text: String, _ expected: String) throws {
        let links = try Extraction.links(text)
        #expect(links.last == expected, "\(links)")
    }

    @Test(
        "A state that attacks, is asked or accused is not where that was",
        arguments: [
            (
                "Rebels shelled [[Izium]]. Hundreds were killed when [[Norway|t:32|PCLI|NO]] bombed the port.",
                "ASSAULT @ Izium, -"
            ),
            (
                "The [[Kenyan|~t:3|PCLI|KE]] government asked [[Norway|t:32|PCLI|NO]] to help its farmers.",
                "REQUEST @ Kenyan, -"
            ),
            (
                "[[Canadian|~t:2|PCLI|CA]] police arrested a man who spied for [[Norway|t:32|PCLI|NO]].",
                "COERCE @ Canadian, -"
            ),
        ])
    func states(_ text: String, _ expected: String) throws {
        let links = try Extraction.links(text)
        #expect(links.last == expected, "\(links)")
    }

    @Test("Who was killed after a state bombed was killed where it bombed")
    func attacker() throws {
        let links = try Extraction.links(
            "[[Norway|t:32|PCLI|NO]] bombed a camp in [[Kenya|t:3|PCLI|KE]]. [[Norwegian|~t:32|PCLI|NO]] officials said 80 fighters were killed."
        )
        #expect(links.last == "ASSAULT @ Kenya, -", "\(links)")
    }

    @Test("A state in short letters before a noun is an adjective")
    func abbreviated() throws {
        let text =
            "Thousands marched in [[Izium]] against [[US|t:50|PCLI|US]] beef imports.\n\nPolice arrested 40 protesters."
        let links = try Extraction.links(text)
        #expect(links.contains("COERCE @ Izium, -"), "\(links)")
        #expect(
            try Extraction.links("A [[US|t:50|PCLI|US]] airstrike killed four men near [[Izium]].").last
                == "ASSAULT @ Izium, -")
    }

    @Test("A name with state in it speaks of a place, and nobody stated anything")
    func stateName() throws {
        let links = try Extraction.links(
            "Gunmen killed five people in [[Kano|t:60|ADM1|NG]] state, where farmers had fled.")
        #expect(links.first == "ASSAULT @ Kano, -", "\(links)")
    }

    @Test("Where a firm is based says nothing of where its workers went on strike")
    func based() throws {
        let links = try Extraction.links(
            "Workers walked out near [[Izium]]. The company, based in [[Lyman]], dismissed ten of them.")
        #expect(links.contains { $0.hasSuffix("@ Izium, -") }, "\(links)")
        #expect(!links.contains { $0.hasSuffix("@ Lyman, -") }, "\(links)")
    }

    @Test("Protests for which a state replaced its minister were in the town that is named with them")
    func nearestOfTwo() throws {
        let links = try Extraction.links(
            "[[Kenya|t:3|PCLI|KE]]'s president sacked his minister on Thursday after protests in [[Mombasa|t:70|PPLA|KE]]."
        )
        #expect(links.contains("PROTEST @ Mombasa, -"), "\(links)")
    }

    @Test("A town in the country of the police that act says more than the country")
    func sameCountry() throws {
        let links = try Extraction.links(
            "[[Canadian|~t:2|PCLI|CA]] police arrested a man wanted for fraud in [[Halifax|t:71|PPLA|CA]].")
        #expect(links.contains("COERCE @ Halifax, -"), "\(links)")
    }

    @Test("What a state insists on it says itself")
    func insists() throws {
        let links = try Extraction.links(
            "Nurses were held in [[Izium]].\n\nHowever, [[Norway|t:32|PCLI|NO]] demanded further payments.")
        #expect(links.last == "REQUEST @ Norway, -", "\(links)")
    }
}

@Suite("What holds a place without a name")
struct HoldingTests {
    @Test(
        "The capital is that of the country that the text is in",
        arguments: [
            "Protests go on in [[Kyiv|t:9|PPLC|UA]] as [[Ukraine|t:8|PCLI|UA]] waits for a cabinet. The capital has been barricaded by soldiers.",
            "[[Ukraine|t:8|PCLI|UA]] waits for a cabinet. The capital has been barricaded by soldiers. No car moves in [[Kyiv|t:9|PPLC|UA]].",
        ])
    func capital(_ text: String) throws {
        let links = try Extraction.links(text)
        #expect(links.contains("COERCE @ Kyiv, -"), "\(links)")
    }

    @Test("Nationwide is the country, not the town of the sentence before")
    func nationwide() throws {
        let links = try Extraction.links(
            "[[Ukraine|t:8|PCLI|UA]] is short of fuel. Drivers blocked a road in [[Izium]].\n\nUnions held nationwide protests."
        )
        #expect(links.last == "PROTEST @ Ukraine, -", "\(links)")
    }

    @Test("Nationwide says nothing where the text names no country")
    func nationwideAlone() throws {
        let links = try Extraction.links("Drivers blocked a road in [[Izium]].\n\nUnions held nationwide protests.")
        #expect(links.last == "PROTEST @ Izium, -", "\(links)")
    }

    @Test("Soldiers who take the city again take the one that was told of")
    func retaken() throws {
        let links = try Extraction.links(
            "Rebels hold [[Izium]]. The school of [[Izium]] is in ruins.\n\nIn May, the Armed Forces of [[Ukraine|t:8|PCLI|UA]] recaptured the city."
        )
        #expect(links.last == "ASSAULT @ Izium, -", "\(links)")
    }

    @Test("The village that has no place of its own is in the district that was named with it")
    func village() throws {
        let links = try Extraction.links(
            "[[Lyman]] was calm. Gunmen raided Dolenka village in [[Kano|t:60|ADM2|UA]].\n\nThey killed 12 people in the village."
        )
        #expect(links.last == "ASSAULT @ Kano, -", "\(links)")
    }

    @Test("A town in a region is nearer than the region")
    func nearer() throws {
        let links = try Extraction.links(
            "He was placed under house arrest in his hometown of [[Izium]] in [[Kharkiv|t:61|ADM1|UA]].")
        #expect(links == ["COERCE @ Izium, -"], "\(links)")
    }

    @Test("The largest city of a country is where it was")
    func largest() throws {
        let links = try Extraction.links(
            "More than 100 people were arrested in [[Kenya|t:3|PCLI|KE]]'s largest city, [[Mombasa|t:70|PPLA|KE]].")
        #expect(links == ["COERCE @ Mombasa, -"], "\(links)")
    }
}
