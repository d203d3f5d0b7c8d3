import EventExtraction
import Testing

@Suite("What is news")
struct NewsworthinessTests {
    @Test(
        "Accidents, opinions, names, page furniture and talk are no events",
        arguments: [
            "Two people were killed in a crash on the highway near [[Albany|t:1|PPL|US]].",
            "A flood destroyed a bridge in [[Dhaka|t:2|PPL|BD]].",
            "In a poll, two thirds supported the treaty with [[Poland|t:3|PCLI|PL]].",
            "Only 11 percent opposed the plan in [[Riga|t:4|PPL|LV]].",
            "The homicide squad met reporters.",
            "He wrote about the March for Babies in [[Albany|t:1|PPL|US]].",
            "These monster storms can be seen from [[Tampa|t:5|PPL|US]].",
            "Tags: troops attacked [[Izium]]",
            "READ MORE",
            "Do they want to attack?",
            "He was trained to attack convoys.",
            "She asked me for sugar.",
            "The military operations were long.",
            "Organisers fired up the crowd in [[Albany|t:1|PPL|US]].",
            "A spokesman did not respond to requests for comment {{on Monday|2022-09-05}}.",
            "The newspaper could not independently verify reports from [[Goma|t:9|PPL|CD]].",
            "They moved the fair to the mall where it was held for three years in [[Albany|t:1|PPL|US]].",
            "The driver crashed his truck into a house in [[Albany|t:1|PPL|US]].",
            "The film talks about the harvest in [[Riga|t:4|PPL|LV]].",
            "He was a war correspondent in [[Riga|t:4|PPL|LV]].",
        ])
    func none(_ text: String) throws {
        let types = try Extraction.types(text)
        #expect(types.isEmpty, "\(types)")
    }

    @Test(
        "Force, and somebody who can act in public, make it one",
        arguments: [
            ("Two people were killed when a missile hit a highway near [[Kharkiv]].", "ASSAULT/heavy-weapons"),
            ("Gunmen killed two motorists near [[Kano|t:6|PPL|NG]].", "ASSAULT"),
            ("[[Benin|t:7|PCLI|BJ]] {{on Tuesday|2022-09-06}} demanded that the vote be held.", "REQUEST"),
            ("He told them nothing and was released from prison.", "RETREAT/release"),
            ("Many families had to flee to [[Lviv]].", "RETREAT"),
            ("The army marched into [[Bukavu|t:8|PPL|CD]].", "MOBILIZE/troops"),
        ])
    func some(_ text: String, _ expected: String) throws {
        let types = try Extraction.types(text)
        #expect(types.contains(expected), "\(types)")
    }

    @Test("Confidence is a probability, and force with place and day is surer than talk without")
    func confidence() throws {
        let sure = try #require(
            try Extraction.events("Rebels attacked [[Goma]] {{on Monday|2022-09-05}}, killing five soldiers.").events
                .first)
        let unsure = try #require(try Extraction.events("The ministry praised the bank.").events.first)
        #expect((0...1).contains(sure.confidence) && (0...1).contains(unsure.confidence))
        #expect(sure.confidence > unsure.confidence)
    }
}
