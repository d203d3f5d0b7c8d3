import EventExtraction
import Testing

@Suite("Ordinary news")
struct OrdinaryNewsTests {
    @Test(
        "Laws, courts, police, strikes, visits and relief are events of their types",
        arguments: [
            ("Governor Anna Lund signed legislation {{on Monday|2022-09-05}} in [[Oslo|t:1|PPLC|NO]].", "SUPPORT"),
            ("Lawmakers voted to reject the budget in [[Lima|t:2|PPLC|PE]].", "REJECT"),
            ("The majority blocked the resolution {{on Monday|2022-09-05}} in [[Rome|t:3|PPLC|IT]].", "REJECT"),
            ("A court in [[Turin|t:4|PPL|IT]] acquitted the banker {{on Friday|2022-09-09}}.", "CONCEDE"),
            ("The court banned the party in [[Bangkok|t:5|PPLC|TH]] {{on Monday|2022-09-05}}.", "COERCE/restrict"),
            ("Officers raided a house in [[Leeds|t:6|PPL|GB]] {{on Monday|2022-09-05}}.", "COERCE/arrest"),
            ("The judge sent the men to pretrial custody in [[Tbilisi|t:7|PPLC|GE]].", "COERCE/arrest"),
            ("The nurses' strike continued across [[Kenya|t:8|PCLI|KE]] {{on Monday|2022-09-05}}.", "PROTEST/strike"),
            ("A gunman opened fire at a school in [[Malmo|t:9|PPL|SE]].", "ASSAULT"),
            (
                "The authorities in [[Dakar|t:10|PPLC|SN]] cut off the internet {{on Monday|2022-09-05}}.",
                "COERCE/restrict"
            ),
            ("Firefighters rescued twelve hikers near [[Chur|t:11|PPL|CH]].", "AID"),
            ("Countries that expelled diplomats from [[Moscow|t:12|PPLC|RU]] met again.", "SANCTION/expel"),
        ])
    func types(_ text: String, _ expected: String) throws {
        let types = try Extraction.types(text)
        #expect(types.contains(expected), "\(types)")
    }

    @Test(
        "Paragraphs that ask readers for support are no part of the article, nor is one between two of them",
        arguments: [
            "Your support helps us to report how rebels attacked [[Goma]].",
            "Your donation allows us to go on.\n\nRebels attacked [[Goma]].\n\nYour support makes the difference.",
        ])
    func pleas(_ text: String) throws { #expect(try Extraction.types(text).isEmpty) }

    @Test("What follows such a paragraph is")
    func afterPlea() throws {
        #expect(try Extraction.types("Your support helps us.\n\nRebels attacked [[Goma]].").count == 1)
    }

    @Test(
        "What tense, clause and neighbours say of a trigger",
        arguments: [
            ("Troops came to attack [[Goma]].", ["infinitive", "purpose"], ["simple-past"]),
            ("Troops attacked [[Goma]].", ["simple-past"], ["infinitive", "relative", "seen"]),
            ("Troops have attacked [[Goma]].", ["perfect"], ["simple-past"]),
            ("The men who attacked [[Goma]] were paid.", ["relative"], ["subordinate"]),
            ("He left because troops attacked [[Goma]].", ["subordinate", "simple-past"], ["relative"]),
            ("The town of [[Goma]] was attacked by rebels.", ["past-passive"], ["standing-passive"]),
            ("The town of [[Goma]] is attacked by rebels.", ["standing-passive"], ["past-passive"]),
            ("Troops are attacking [[Goma]].", ["progressive"], ["perfect"]),
            ("They need money for the attack on [[Goma]].", ["noun-after-for"], ["noun-after-of"]),
            ("He spoke of the attack on [[Goma]].", ["noun-after-of"], ["noun-after-for"]),
            ("Their attack on [[Goma]] killed five soldiers.", ["possessed"], ["bare-plural"]),
            ("Rebels attacked [[Goma]]. Later they attacked [[Beni]].", ["seen", "seen-type"], ["mapped"]),
        ])
    func features(_ text: String, _ present: [String], _ absent: [String]) throws {
        let event = try #require(try Extraction.events(text).events.last)
        let named = Dictionary(uniqueKeysWithValues: zip(ConfidenceModel.names, event.evidence))
        for name in present { #expect(named[name] == 1, "\(name)") }
        for name in absent { #expect(named[name] == 0, "\(name)") }
    }
}
