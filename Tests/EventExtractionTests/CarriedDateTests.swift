import EventExtraction
import Testing

@Suite("Dates that one sentence takes from another")
struct CarriedDateTests {
    @Test(
        "What is told on after a dated sentence is of its day, as long as no other date comes between",
        arguments: [
            (
                "Gunmen attacked [[Izium]] {{on Monday|2022-09-05}}. Soldiers arrested two men.",
                "COERCE @ Izium, 2022-09-05"
            ),
            // Another sentence between takes nothing away.
            (
                "Gunmen attacked [[Izium]] {{on Monday|2022-09-05}}. It rained. Soldiers arrested two men.",
                "COERCE @ Izium, 2022-09-05"
            ),
            // A headline is of the day that the lead tells.
            (
                "Gunmen attack [[Izium]]\n\nThe rebels shelled [[Izium]] {{on Monday|2022-09-05}}.",
                "ASSAULT @ Izium, 2022-09-05"
            ),
        ])
    func carried(_ text: String, _ expected: String) throws {
        let links = try Extraction.links(text)
        #expect(links.contains(expected), "\(links)")
    }

    @Test(
        "News of the day of publication is of the day on which it was told; what is old is not",
        arguments: [
            (
                "The president said {{on Monday|2022-09-12}} rebels shelled [[Izium]] and vowed to punish them.",
                "2022-09-12", "THREATEN @ Izium, 2022-09-12"
            ),
            (
                "The president said {{on Monday|2022-09-12}} rebels shelled [[Izium]] and vowed to punish them.",
                "2022-09-30", "THREATEN @ Izium, -"
            ),
        ])
    func reported(_ text: String, _ published: String, _ expected: String) throws {
        let links = try Extraction.links(text, published: published)
        #expect(links.contains(expected), "\(links)")
    }

    @Test(
        "What has been done since, what lasts, and what a date only leads back to take none",
        arguments: [
            (
                "Gunmen attacked [[Izium]] {{on Monday|2022-09-05}}. Thousands have fled to [[Lviv]].",
                "RETREAT @ Lviv, 2022-09-05"
            ),
            (
                "Gunmen attacked [[Izium]] {{on Monday|2022-09-05}}. Two men are held in [[Lviv]].",
                "COERCE @ Lviv, 2022-09-05"
            ),
            (
                "Gunmen, who had attacked [[Izium]] {{in 2014|2014}}, are back.\n\nIt rained.\n\nSoldiers arrested two men in [[Lviv]].",
                "COERCE @ Lviv, 2014"
            ),
        ])
    func withheld(_ text: String, _ wrong: String) throws {
        let links = try Extraction.links(text)
        #expect(!links.isEmpty)
        #expect(!links.contains(wrong), "\(links)")
    }

    @Test(
        "A date is not that of what had happened before it was told, of what is done, or of another's vote",
        arguments: [
            (
                "The minister spoke {{on Tuesday|2022-09-13}} and said, among other things, that rebels had attacked [[Izium]].",
                "ASSAULT @ Izium, -"
            ),
            ("A man who will be tried {{next month|2022-10}} has attacked [[Izium]].", "ASSAULT @ Izium, -"),
            (
                "Troops attacked [[Izium]] after {{this month|2022-09}}'s vote {{on Monday|2022-09-12}}.",
                "ASSAULT @ Izium, 2022-09-12"
            ),
            // The text of last week has no news of a man born long ago.
            (
                "Gunmen attack [[Izium]]\n\nThe station of {{1883|1883}} is closed.",
                "ASSAULT @ Izium, -"
            ),
        ])
    func elsewhere(_ text: String, _ expected: String) throws {
        let links = try Extraction.links(text, published: "2022-09-15")
        #expect(links.contains(expected), "\(links)")
    }
}
