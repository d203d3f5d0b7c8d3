import EventExtraction
import Geoparsing
import Testing

@Suite("What acts for a place acts there")
struct InstitutionTests {
    @Test(
        "An adjective gives the country of an institution",
        arguments: [
            ("The [[Spanish|~t:1|PCLI|ES]] government imposed a ban on flights.", "COERCE @ Spanish, -"),
            ("[[Canadian|~t:2|PCLI|CA]] police arrested four men.", "COERCE @ Canadian, -"),
            ("The [[Kenyan|~t:3|PCLI|KE]] parliament rejected the bill.", "REJECT @ Kenyan, -"),
            ("[[Italian|~t:4|PCLI|IT]] border police arrested a smuggler.", "COERCE @ Italian, -"),
            ("A trader was arrested by [[Polish|~t:5|PCLI|PL]] police.", "COERCE @ Polish, -"),
            // Of two the one that acts.
            ("[[Canadian|~t:2|PCLI|CA]] police arrested a [[Polish|~t:5|PCLI|PL]] trader.", "COERCE @ Canadian, -"),
        ])
    func adjective(_ text: String, _ expected: String) throws {
        let links = try Extraction.links(text)
        #expect(links.contains(expected), "\(links)")
    }

    @Test(
        "A nationality does not say where, a name goes before an adjective, and troops may be anywhere",
        arguments: [
            ("A [[French|~t:1|PCLI|FR]] tourist was killed in [[Kenya|t:3|PCLI|KE]].", "ASSAULT @ Kenya, -"),
            ("A [[French|~t:1|PCLI|FR]] tourist was killed by gunmen.", "ASSAULT @ -, -"),
            ("[[Canadian|~t:2|PCLI|CA]] police arrested four men in [[Izium]].", "COERCE @ Izium, -"),
            ("[[Polish|~t:5|PCLI|PL]] troops attacked a convoy.", "ASSAULT @ -, -"),
            ("The [[French|~t:1|PCLI|FR]] president met with farmers.", "CONSULT @ -, -"),
        ])
    func nationality(_ text: String, _ expected: String) throws {
        let links = try Extraction.links(text)
        #expect(links.contains(expected), "\(links)")
    }

    @Test("The country of an adjective is a whole country, less sure than a name")
    func precision() throws {
        let adjective = try #require(
            try Extraction.events("[[Canadian|~t:2|PCLI|CA]] police arrested four men.").events.first)
        let named = try #require(try Extraction.events("Police arrested four men in [[Izium]].").events.first)
        #expect(adjective.geoPrecision == 6)
        #expect((adjective.placeConfidence ?? 1) < (named.placeConfidence ?? 0))
    }

    @Test(
        "A court, a mayor or police of a town act in the town, those of a country in the country",
        arguments: [
            ("[[Leeds|t:1|PPL|GB]] Crown Court sentenced a baker to four years.", "SANCTION @ Leeds, -"),
            ("[[London|t:2|PPLC|GB]]'s High Court sentenced a baker to four years.", "SANCTION @ London, -"),
            ("[[Rome|t:3|PPLC|IT]] prosecutors charged five men.", "ACCUSE @ Rome, -"),
            ("[[Norway|t:4|PCLI|NO]]'s government imposed a ban on flights.", "COERCE @ Norway, -"),
            ("[[Russia|t:5|PCLI|RU]] expelled 60 diplomats.", "SANCTION @ Russia, -"),
        ])
    func seat(_ text: String, _ expected: String) throws {
        let links = try Extraction.links(text)
        #expect(links.contains(expected), "\(links)")
    }

    @Test("The government without a name is that of the state whose government was named last")
    func latestState() throws {
        let text =
            "The [[Spanish|~t:2|PCLI|ES]] government called the plan empty. Reporters in [[Geneva|t:1|PPL|CH]] asked what comes next.\n\nLater the government rejected the offer."
        let links = try Extraction.links(text)
        #expect(links.last == "REJECT @ Spanish, -", "\(links)")
    }

    @Test("The country is the one named last, and its south a part of it")
    func nation() throws {
        let text =
            "Farmers in [[Lyon|t:1|PPL|FR]] wait for rain. [[Spain|t:2|PCLI|ES]] saw strikes by nurses. Police arrested nine people across the country."
        let links = try Extraction.links(text)
        #expect(links.last == "COERCE @ Spain, -", "\(links)")
        let part = try Extraction.events(
            "[[Spain|t:2|PCLI|ES]] is dry. Police arrested nine people in the south of the country.")
        #expect(part.events.last?.geoPrecision == 5)
    }

    @Test("The town of the text, not the country, is where police of the country arrest somebody")
    func townOfText() throws {
        let text =
            "Rebels attacked a clinic in [[Izium]]. The streets of [[Izium]] were empty. [[Ukrainian|~t:2|PCLI|UA]] police arrested two men."
        let links = try Extraction.links(text)
        #expect(links.last == "COERCE @ Izium, -", "\(links)")
    }

    @Test(
        "Where a place is kept secret an adjective does not tell it either",
        arguments: [
            "The soldiers cannot reveal the location of the camp where [[Canadian|~t:2|PCLI|CA]] police arrested four men.",
            "[[Canadian|~t:2|PCLI|CA]] police arrested four men at an undisclosed location.",
        ])
    func secret(_ text: String) throws {
        let links = try Extraction.links(text)
        #expect(!links.contains { $0.contains("Canadian") }, "\(links)")
    }

    @Test("A table of institutions has kinds that exist")
    func table() throws {
        var tables = Extraction.tables
        tables["institutions.tsv"] = "planet\tmoon\n"
        #expect(throws: EventExtractionError.self) { try EventExtractor(tables: tables) }
    }
}
