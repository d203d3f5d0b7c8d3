import EventExtraction
import Testing

@Suite("Local news")
struct LocalNewsTests {
    @Test(
        "What police do in the street, at a door and in a car is an event",
        arguments: [
            ("A trooper pulled over a grey van near [[Ely|t:1|PPL|GB]] {{on Monday|2022-09-05}}.", "COERCE/arrest"),
            ("A traffic stop in [[Ely|t:1|PPL|GB]] ended with two arrests.", "COERCE/arrest"),
            ("A search of the flat in [[Brno|t:2|PPL|CZ]] turned up nothing.", "COERCE/arrest"),
            ("The soldiers searched all of the men in [[Gao|t:3|PPL|ML]].", "COERCE/arrest"),
            ("Officers battered down the door in [[Brno|t:2|PPL|CZ]] and kicked the gate.", "COERCE/arrest"),
            ("Detectives retrieved a handgun from a pond in [[Brno|t:2|PPL|CZ]].", "COERCE/seize"),
            ("She was taken to the Ada County Womens Regional Jail in [[Boise|t:4|PPL|US]].", "COERCE/arrest"),
            ("Deputies responded to the 200 block of Lime Lane in [[Boise|t:4|PPL|US]].", "MOBILIZE/police"),
            ("They were caught trying to cross into [[Malta|t:5|PCLI|MT]].", "COERCE/arrest"),
        ])
    func police(_ text: String, _ expected: String) throws {
        let types = try Extraction.types(text)
        #expect(types.contains(expected), "\(types)")
    }

    @Test(
        "Thefts and attacks are events whatever was taken and whoever was met",
        arguments: [
            ("Two teenagers stole cheese from a cellar in [[Bern|t:1|PPLC|CH]].", "COERCE/seize"),
            ("The tractor had been reported stolen in [[Bern|t:1|PPLC|CH]].", "COERCE/seize"),
            ("A man shot a bartender in [[Cali|t:2|PPL|CO]].", "ASSAULT/targeted"),
            ("He fired a round into the ceiling of a bar in [[Cali|t:2|PPL|CO]].", "ASSAULT/firearms"),
            ("Farmhands had their throats cut near [[Cali|t:2|PPL|CO]].", "ASSAULT/targeted"),
            ("Gang members forced grocers in [[Cali|t:2|PPL|CO]] to pay.", "COERCE/seize"),
        ])
    func crimes(_ text: String, _ expected: String) throws {
        let types = try Extraction.types(text)
        #expect(types.contains(expected), "\(types)")
    }

    @Test(
        "Hearings, guilt between appositions, crowds, searches for the lost and orders of health are events",
        arguments: [
            ("A bail hearing was held in [[Cork|t:1|PPL|IE]] {{on Friday|2022-09-09}}.", "ACCUSE/allege"),
            ("A jury found the nurse, Ann Lee, 40, of [[Cork|t:1|PPL|IE]], guilty.", "SANCTION/convict"),
            ("Closing arguments were heard in [[Cork|t:1|PPL|IE]].", "ACCUSE/allege"),
            ("Ground staff in [[Cork|t:1|PPL|IE]] will walk out on 3 May.", "PROTEST/strike"),
            ("The marchers headed for the palace in [[Lome|t:2|PPLC|TG]].", "PROTEST/demo"),
            ("Protesters were regrouping in [[Lome|t:2|PPLC|TG]].", "PROTEST/demo"),
            ("Divers scoured the lake near [[Como|t:3|PPL|IT]] for the missing boy.", "AID"),
            ("Officials killed 900 geese in [[Pecs|t:4|PPL|HU]] to stop bird flu.", "COERCE/restrict"),
            ("Nine contacts were placed under observation in [[Pecs|t:4|PPL|HU]].", "COERCE/restrict"),
            ("A dinghy with 30 people aboard reached [[Malta|t:5|PCLI|MT]].", "RETREAT"),
            ("Councillors in [[Cork|t:1|PPL|IE]] approved the plan.", "SUPPORT"),
        ])
    func further(_ text: String, _ expected: String) throws {
        let types = try Extraction.types(text)
        #expect(types.contains(expected), "\(types)")
    }

    @Test(
        "What the object alone tells needs no subject of a list, in a gerund and in the passive either",
        arguments: [
            ("Wardens caught two poachers near [[Gulu|t:1|PPL|UG]].", "COERCE/arrest"),
            ("Villagers were seen looting a warehouse in [[Gulu|t:1|PPL|UG]].", "COERCE/seize"),
            ("Protesters started blocking the main road in [[Gulu|t:1|PPL|UG]].", "PROTEST/obstruct"),
            ("The border was patrolled near [[Gulu|t:1|PPL|UG]] {{on Monday|2022-09-05}}.", "MOBILIZE/police"),
            ("The bishop forbade the procession in [[Gulu|t:1|PPL|UG]].", "COERCE/restrict"),
            ("Thieves drove off with nine ploughs in [[Gulu|t:1|PPL|UG]].", "COERCE/seize"),
            ("Nine hostages remain in the hands of rebels near [[Gulu|t:1|PPL|UG]].", "ASSAULT/abduct"),
            ("The centre of [[Gulu|t:1|PPL|UG]] is closed off.", "COERCE/restrict"),
        ])
    func objects(_ text: String, _ expected: String) throws {
        let types = try Extraction.types(text)
        #expect(types.contains(expected), "\(types)")
    }

    @Test(
        "The same words of searches for work, of stops and of shows stolen are none",
        arguments: [
            "She searched for a flat in [[Bern|t:1|PPLC|CH]].", "The dancers stole the show in [[Bern|t:1|PPLC|CH]].",
            "The train stopped in [[Bern|t:1|PPLC|CH]].",
            "The driver pulled over near [[Bern|t:1|PPLC|CH]].",
        ])
    func none(_ text: String) throws {
        let types = try Extraction.types(text)
        #expect(types.isEmpty, "\(types)")
    }
}
