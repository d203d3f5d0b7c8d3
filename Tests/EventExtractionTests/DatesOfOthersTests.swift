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

    @Test(
        "The perfect takes no day of what it was done about, nor one of a clause about who did it",
        arguments: [
            ("Soldiers have arrested two men in [[Izium]] over an attack {{in March|2022-03}}.", "COERCE @ Izium, -"),
            (
                "Soldiers have arrested two men in [[Izium]] who fled a prison {{on Friday|2022-09-09}}.",
                "COERCE @ Izium, -"
            ),
            ("Turkey, which lost a town {{in February|2022-02}}, has sent troops to [[Izium]].", "MOBILIZE @ Izium, -"),
            ("The rebels, who left [[Lviv]] {{in March|2022-03}}, bombed [[Izium]].", "ASSAULT @ Izium, -"),
        ])
    func perfect(_ text: String, _ expected: String) throws {
        let links = try Extraction.links(text)
        #expect(links.contains(expected), "\(links)")
    }

    @Test(
        "A relative clause behind an event tells of that day, unless it is long past",
        arguments: [
            (
                "The group fired rockets that hit a school in [[Izium]] {{on Friday|2022-09-09}}.",
                "ASSAULT @ Izium, 2022-09-09"
            ),
            (
                "A court in [[Quito]] jailed two men who tortured a farmer {{on 3 February 2020|2020-02-03}}.",
                "SANCTION @ Quito, -"
            ),
        ])
    func old(_ text: String, _ expected: String) throws {
        let links = try Extraction.links(text, published: "2022-09-13")
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
        let others = try Extraction.links("Rebels attacked [[Goma]] for the third time since {{March|2022-03}}.")
        #expect(others.contains("ASSAULT @ Goma, -"), "\(others)")
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
