import EventExtraction
import Testing

@Suite("Politics and diplomacy")
struct DiplomacyTests {
    @Test(
        "Meetings, promises, backing and help are told in many frames",
        arguments: [
            ("They met behind closed doors in [[Nicosia|t:1|PPLC|CY]].", "CONSULT"),
            ("The two delegations are back at the negotiating table in [[Luanda|t:2|PPLC|AO]].", "CONSULT"),
            ("Inspectors from the agency reached the plant {{on Thursday|2022-09-01}}.", "CONSULT/visit"),
            ("The minister went to [[Bucha]] {{on Friday|2022-09-09}} and saw the graves.", "CONSULT/visit"),
            ("Diplomats came together in [[Lugano|t:3|PPL|CH]] to plan the rebuilding.", "CONSULT"),
            ("[[Germany|t:4|PCLI|DE]] plans to double its aid to [[Ukraine|t:5|PCLI|UA]].", "AGREE"),
            ("The president of [[Niger|t:6|PCLI|NE]] settled the dispute over the base.", "AGREE"),
            ("The agreement, signed in [[Istanbul|t:7|PPL|TR]] in July, opened three ports.", "SUPPORT"),
            ("Residents of the village met the soldiers with flowers.", "SUPPORT"),
            ("[[Canada|t:8|PCLI|CA]] recognised the interim president.", "SUPPORT"),
            ("She was sworn in as president in [[Lima|t:9|PPLC|PE]].", "SUPPORT"),
            ("Farmers near [[Przemysl|t:10|PPL|PL]] have opened their homes to the refugees.", "AID"),
            ("A bailout for [[Ghana|t:11|PCLI|GH]] was approved {{on Wednesday|2022-09-07}}.", "AID"),
            ("[[Armenia|t:12|PCLI|AM]] and [[Azerbaijan|t:13|PCLI|AZ]] exchanged maps of the minefields.", "COOPERATE"),
        ])
    func workingTogether(_ text: String, _ expected: String) throws {
        let types = try Extraction.types(text)
        #expect(types.contains(expected), "\(types)")
    }

    @Test(
        "Demands, blame, refusals, threats and penalties are told in many frames",
        arguments: [
            ("Local officials want residents to stay indoors in [[Kherson]].", "REQUEST"),
            ("At the request of [[Mali|t:1|PCLI|ML]], the mission will leave.", "REQUEST"),
            ("Calls are growing for the minister of [[Peru|t:2|PCLI|PE]] to go.", "REQUEST"),
            ("A woman in [[Bunia|t:3|PPL|CD]] told investigators that soldiers had raped her.", "ACCUSE/allege"),
            ("A court in [[Kyiv]] is trying a soldier for the murder of a cyclist.", "ACCUSE/allege"),
            ("The plant's director in [[Enerhodar]] would not cooperate with the Russians.", "REJECT"),
            ("The rebels said in [[Goma|t:4|PPL|CD]] that they would not take part in the talks.", "REJECT"),
            ("[[Hungary|t:5|PCLI|HU]] has held up the aid for months.", "REJECT"),
            ("The junta of [[Niger|t:6|PCLI|NE]] warned against any intervention.", "THREATEN"),
            ("[[Poland|t:7|PCLI|PL]] said it could close its border altogether.", "THREATEN"),
            ("[[Russia|t:8|PCLI|RU]] was thrown out of the council.", "SANCTION/expel"),
            ("The commander of the air force was fired {{on Friday|2022-09-09}}.", "SANCTION/expel"),
            ("Restrictions on travel were lifted in [[Wuhan|t:9|PPL|CN]].", "CONCEDE"),
            ("The president of [[Peru|t:2|PCLI|PE]] offered early elections.", "CONCEDE"),
            ("The rouble was introduced in [[Kherson]] {{in May|2022-05}}.", "COERCE/restrict"),
            ("Soldiers seized power in [[Libreville|t:10|PPLC|GA]].", "COERCE/seize"),
            ("[[Moscow|t:11|PPLC|RU]] installed a former policeman as governor of the region.", "COERCE/seize"),
        ])
    func workingAgainst(_ text: String, _ expected: String) throws {
        let types = try Extraction.types(text)
        #expect(types.contains(expected), "\(types)")
    }

    @Test(
        "What occupiers, neighbours and captors do is told in plain words",
        arguments: [
            ("They let us go after three days in [[Kherson]].", "RETREAT/release"),
            ("Neighbours hid him in a cellar in [[Bucha]] for a month.", "AID"),
            ("A farmer near [[Izium]] let the soldiers sleep in his barn.", "AID"),
            ("The deputy gave the Russians a list of activists in [[Kherson]].", "COOPERATE"),
            ("The men ordered everybody out of the basement in [[Izium]].", "REQUEST"),
            ("The guards in [[Izium]] said I was a spy.", "ACCUSE/allege"),
            ("They changed the signs in [[Kupiansk]] and hung up Russian flags.", "COERCE/seize"),
            ("The army admitted that soldiers had shot the boy in [[Izium]].", "CONCEDE"),
        ])
    func plainWords(_ text: String, _ expected: String) throws {
        let types = try Extraction.types(text)
        #expect(types.contains(expected), "\(types)")
    }

    @Test(
        "Routine business, goods, causes and families are no diplomacy",
        arguments: [
            "The town council met for its regular meeting {{on Monday|2022-09-05}} in [[Oslo|t:1|PPLC|NO]].",
            "A public consultation was held in [[Leeds|t:2|PPL|GB]] {{on Monday|2022-09-05}}.",
            "The mayor held a press conference in [[Turin|t:3|PPL|IT]] {{on Monday|2022-09-05}}.",
            "The council of ministers of [[Peru|t:4|PCLI|PE]] is large.",
            "The wireless charging pad comes with a cable in [[Lima|t:5|PPLC|PE]].",
            "Users are charged for the heat in [[Boise|t:6|PPL|US]].",
            "The fire in [[Basra|t:7|PPL|IQ]] was blamed on an electrical fault.",
            "She visited her father in [[Salisbury|t:8|PPL|GB]] {{last week|2022-09-05}}.",
            "He was driving in [[Lima|t:5|PPLC|PE]] while his licence was suspended.",
            "Vets vaccinated 300 birds in [[Lima|t:5|PPLC|PE]] {{on Monday|2022-09-05}}.",
            "Officials are prepared to handle 40,000 deaths in [[Wales|t:9|ADM1|GB]].",
        ])
    func nothing(_ text: String) throws {
        let types = try Extraction.types(text)
        #expect(types.isEmpty, "\(types)")
    }
}
