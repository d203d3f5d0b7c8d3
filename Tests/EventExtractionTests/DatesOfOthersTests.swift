import EventExtraction
import Testing

@Suite("Dates of other clauses, and of other happenings")
struct DatesOfOthersTests {
    @Test(
        "What a relative clause behind an event is dated by leaves the event without",
        arguments: [
            (
                "Protesters gathered in [[Nairobi]], where police shot dead three people {{last week|2022-09-05/2022-09-11}}.",
                "PROTEST @ Nairobi, -"
            ),
            (
                "Soldiers retook the town of [[Bama]], from where thousands fled {{in 2015|2015}}.",
                "ASSAULT @ Bama, -"
            ),
            // The comma ends the clause.
            (
                "Police arrested a man in [[Quito]] who had fled a prison, {{on Monday|2022-09-05}}.",
                "COERCE @ Quito, 2022-09-05"
            ),
        ])
    func relative(_ text: String, _ expected: String) throws {
        let links = try Extraction.links(text)
        #expect(links.contains(expected), "\(links)")
    }

    @Test("A day earlier, behind what came of it, is of its own clause")
    func daysEarlier() throws {
        let links = try Extraction.links(
            "Protesters marched through [[Tunis]] after police shot a student {{a day earlier|2022-09-12}}.")
        #expect(links.contains("PROTEST @ Tunis, -"), "\(links)")
        #expect(links.contains("ASSAULT @ Tunis, 2022-09-12"), "\(links)")
    }

    @Test("What lies behind a record does not date it, be it a month or what began in it")
    func records() throws {
        let links = try Extraction.links(
            "Rebels attacked [[Goma]] in the worst raid since the truce collapsed in {{January 2022|2022-01}}.")
        #expect(links.contains("ASSAULT @ Goma, -"), "\(links)")
    }

    @Test("An event whose sentence dates only other things takes the day told before")
    func carried() throws {
        let links = try Extraction.links(
            "Gunmen attacked [[Izium]] {{on Monday|2022-09-05}}. Soldiers arrested two men in [[Izium]], where rebels had shelled a market {{in 2015|2015}}."
        )
        #expect(links.contains("COERCE @ Izium, 2022-09-05"), "\(links)")
    }

    @Test("The United States says nothing: its Friday dates what it did")
    func states() throws {
        let links = try Extraction.links(
            "The [[United States]] {{on Friday|2022-09-09}} imposed sanctions on [[Belarus]].")
        #expect(links.contains("SANCTION @ Belarus, 2022-09-09"), "\(links)")
    }
}
