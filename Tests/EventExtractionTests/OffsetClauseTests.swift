import EventExtraction
import Testing

@Suite("Dates of clauses that lie before or after the rest")
struct OffsetClauseTests {
    @Test(
        "Two days after dates its clause, or the rest where the clause has a date",
        arguments: [
            (
                "Rebels attacked [[Izium]] {{on Tuesday|2022-09-13}}, {{a day|P1D=2022-09-12}} after soldiers arrested two men.",
                ["ASSAULT @ Izium, 2022-09-13", "COERCE @ Izium, 2022-09-12"]
            ),
            (
                "{{Three days|P3D=2022-09-09}} after soldiers arrested two men {{on 6 September|2022-09-06}}, rebels attacked [[Izium]].",
                ["ASSAULT @ Izium, 2022-09-09"]
            ),
            // Counted from the day of the rest, whatever year a clause within tells.
            (
                "Rebels attacked [[Izium]] {{on Saturday|2022-09-10}}, {{three days|P3D=2022-09-07}} after soldiers arrested two men that the mayor had freed {{in 2014|2014}}.",
                ["ASSAULT @ Izium, 2022-09-10", "COERCE @ Izium, 2022-09-07"]
            ),
            (
                "The attack on [[Izium]] came {{three days|P3D=2022-09-07}} after soldiers arrested two men.",
                ["ASSAULT @ Izium, -", "COERCE @ Izium, 2022-09-07"]
            ),
        ])
    func offset(_ text: String, _ expected: [String]) throws {
        let links = try Extraction.links(text)
        for event in expected { #expect(links.contains(event), "\(links)") }
    }

    @Test("What came a week before the news is not its day")
    func news() throws {
        let links = try Extraction.links(
            "Soldiers have arrested two men in [[Izium]].\n\nIt comes {{a week|P1W=2022-09-06}} after gunmen attacked [[Lviv]].",
            published: "2022-09-13")
        #expect(links == ["COERCE @ Izium, -", "ASSAULT @ Lviv, 2022-09-06"])
    }

    @Test("Days after is another day, though none is told")
    func vague() throws {
        let links = try Extraction.links(
            "Rebels attacked [[Izium]] {{on Tuesday|2022-09-13}}, {{days|PXD}} after soldiers arrested two men.")
        #expect(links.contains("COERCE @ Izium, -"), "\(links)")
        let others = try Extraction.links(
            "Rebels attacked [[Izium]] in the {{days|PXD}} after {{5 September|2022-09-05}}.")
        #expect(others.contains("ASSAULT @ Izium, 2022-09-05"), "\(others)")
    }

    @Test("What an attack is compared with does not date it")
    func records() throws {
        let links = try Extraction.links("Rebels attacked [[Izium]] in the deadliest raid since {{2017|2017}}.")
        #expect(links.contains("ASSAULT @ Izium, -"), "\(links)")
    }

    @Test("What police said on Tuesday may have been on the day told before")
    func reports() throws {
        let links = try Extraction.links(
            "Gunmen attacked [[Izium]] {{on Monday|2022-09-05}}. Soldiers arrested two men, police said {{on Tuesday|2022-09-06}}."
        )
        #expect(links.contains("COERCE @ Izium, 2022-09-05"), "\(links)")
    }
}
