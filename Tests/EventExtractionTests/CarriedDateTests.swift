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
            // What was done to somebody, and what is quoted, is told of that day, too.
            (
                "Gunmen attacked [[Izium]] {{on 1 July|2022-07-01}}.\n\nA bank in [[Lviv]] was burned.",
                "ASSAULT @ Lviv, 2022-07-01"
            ),
            (
                "Gunmen attacked [[Izium]] {{on 1 July|2022-07-01}}.\n\n\"The looting of [[Lviv]] went on,\" he said.",
                "COERCE @ Lviv, 2022-07-01"
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
        "What is told in the simple past is of the day of its sentence, across clauses, but not what a clause adds of somebody",
        arguments: [
            (
                "Troops abandoned [[Izium]] {{on Saturday|2022-09-10}} as rebels stormed the town, who looted a bank.",
                "COERCE @ Izium, 2022-09-10"
            ),
            (
                "The mayor met guards in [[Izium]] {{on Saturday|2022-09-10}}, as doctors did, and teachers, and nurses, who looted a bank.",
                "COERCE @ Izium, -"
            ),
        ])
    func clauses(_ text: String, _ expected: String) throws {
        let links = try Extraction.links(text)
        #expect(links.contains(expected), "\(links)")
    }

    @Test("No week or month told in between takes a story away from its day")
    func coarse() throws {
        let links = try Extraction.links(
            "Gunmen attacked [[Izium]] {{on Friday|2022-09-09}}, police said {{on Saturday|2022-09-10}}.\n\nThe road was dry {{last week|[2022-09-05..2022-09-11]}}.\n\nIt was wet {{in July|2022-07}}.\n\nSoldiers arrested two men.",
            published: "2022-09-13")
        #expect(links.contains("COERCE @ Izium, 2022-09-09"), "\(links)")
    }

    @Test(
        "What has been done in a lead is of the recent day that is told below, of no other",
        arguments: [
            (
                "[[Ukraine]] has expelled two diplomats.\n\nThe ministry told reporters {{on Tuesday|2022-09-13}} that they were spies.",
                "SANCTION @ Ukraine, 2022-09-13"
            ),
            (
                "Soldiers have arrested two men in [[Izium]].\n\nGunmen attacked [[Izium]] {{on 3 July|2022-07-03}}, and police arrested another man.",
                "COERCE @ Izium, -"
            ),
        ])
    func leads(_ text: String, _ expected: String) throws {
        let links = try Extraction.links(text, published: "2022-09-13")
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
