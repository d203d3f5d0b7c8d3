import EventExtraction
import Testing

@Suite("What stands around a place's name")
struct PlacePhraseTests {
    @Test(
        "Words that no table has may stand between a preposition and the name",
        arguments: [
            ("Rebels killed two men in the ancient town of [[Goma]].", "ASSAULT @ Goma, -"),
            ("Police fought rebels in the recently retaken [[Goma]].", "ASSAULT @ Goma, -"),
            ("Rebels killed two men in rebel-held [[Goma]].", "ASSAULT @ Goma, -"),
            (
                "[[Mali|t:1|PCLI|ML]] reported fighting in its northern [[Kidal|t:2|ADM1|ML]] province.",
                "ASSAULT @ Kidal, -"
            ),
            (
                "A missile strike on a school in the south-eastern city of [[Goma]] killed two people.",
                "ASSAULT @ Goma, -"
            ),
        ])
    func described(_ text: String, _ expected: String) throws {
        let links = try Extraction.links(text)
        #expect(links.contains(expected), "\(links)")
    }

    @Test(
        "What a place has is the nearer one, and people are taken from where they are",
        arguments: [
            ("Rebels killed two men in [[Goma]]'s northern suburb of [[Beni]].", "ASSAULT @ Beni, -"),
            ("Rebels killed two men in [[Goma]]'s twin city of [[Beni]].", "ASSAULT @ Beni, -"),
            ("Soldiers evacuated most of the villagers and their cattle from [[Goma]].", "AID @ Goma, -"),
            ("The evacuation of civilians from [[Goma]] began.", "AID @ Goma, -"),
            ("Soldiers evacuated the villagers from [[Goma]] to [[Beni]].", "AID @ Beni, -"),
        ])
    func nearer(_ text: String, _ expected: String) throws {
        let links = try Extraction.links(text)
        #expect(links.contains(expected), "\(links)")
    }

    @Test(
        "A name that stands for those who act is not where, before the town that the text is at",
        arguments: [
            // Its subject, whatever the target goes up to.
            ("It is one of four regions that [[Russia|t:1|PCLI|RU]] annexed.", "Russia"),
            ("After [[Russia|t:1|PCLI|RU]] began waging a full-scale war, they fled.", "Russia"),
            // Who governs, not the town.
            ("In land that [[Moscow|t:2|PPLC|RU]] has taken, families were massacred.", "Moscow"),
            // Troops that bear the name.
            ("He said that the [[Goma]] regiment had blown up the bridge.", "Goma"),
            ("A commander was arrested by the [[Mali|t:3|PCLI|ML]] Defence Forces.", "Mali"),
            // Where somebody lives who died elsewhere.
            ("Carl Dunbarr of [[Goma]] was wounded in the blast.", "Goma"),
            ("A [[US|t:4|PCLI|US]] base employee was jailed.", "US"),
            // One side, and both ends of a road.
            ("Gunmen shot a pro-[[Moscow|t:2|PPLC|RU]] lawmaker.", "Moscow"),
            ("Gunmen killed two men along the [[Goma]]-[[Beni]] road.", "Beni"),
        ])
    func acting(_ text: String, _ place: String) throws {
        let links = try Extraction.links("Rebels fought troops in [[Izium]]. They shelled houses in [[Izium]]. " + text)
        #expect(!links.isEmpty)
        #expect(!links.contains { $0.contains("@ \(place),") }, "\(links)")
    }

    @Test(
        "What somebody fights against is where",
        arguments: [
            ("[[Russia|t:1|PCLI|RU]] has waged war against [[Ukraine|t:2|PCLI|UA]].", "ASSAULT @ Ukraine, -")
        ])
    func against(_ text: String, _ expected: String) throws {
        let links = try Extraction.links(text)
        #expect(links.contains(expected), "\(links)")
    }

    @Test(
        "What is carried knows the village from the city, the district from the village and one country from another",
        arguments: [
            (
                "Rebels seized the village of [[Bor|t:1|PPL|UA]] in the [[Lyman]] district. Later the village was liberated.",
                "ASSAULT @ Bor, -"
            ),
            (
                "Rebels fought in [[Lviv|t:4|PPLA|UA]]. They shelled [[Lviv|t:4|PPLA|UA]]. Others attacked [[Bor|t:1|PPL|UA]]. Later the village was liberated.",
                "ASSAULT @ Bor, -"
            ),
            (
                "Families went to [[Poland|t:2|PCLI|PL]]. The [[Russian|~t:1|PCLI|RU]] president announced a call-up, which led to protests across the country.",
                "PROTEST @ Russian, -"
            ),
        ])
    func carried(_ text: String, _ expected: String) throws {
        let links = try Extraction.links(text)
        #expect(links.contains(expected), "\(links)")
    }

    @Test(
        "The capital of a state is the one that the text names, also behind a comma",
        arguments: [
            "[[Kenya|t:1|PCLI|KE]]'s capital saw riots. Marchers were shot at in [[Nairobi|t:2|PPLC|KE]].",
            "Riots broke out in the [[Kenyan|~t:1|PCLI|KE]] capital. Marchers were shot at in [[Nairobi|t:2|PPLC|KE]].",
            "[[Kenya|t:1|PCLI|KE]] was quiet. There were riots in the capital, [[Nairobi|t:2|PPLC|KE]], where thousands marched.",
        ])
    func capitals(_ text: String) throws {
        let links = try Extraction.links(text)
        #expect(!links.isEmpty && links.allSatisfy { $0.contains("@ Nairobi") }, "\(links)")
    }
}
