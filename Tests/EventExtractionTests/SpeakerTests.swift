import EventExtraction
import Testing

@Suite("What a state says is said at home")
struct SpeakerTests {
    @Test(
        "Words of a state are not where that is of which they speak",
        arguments: [
            (
                "The [[Georgian|~t:1|PCLI|GE]] president threatened to send troops to [[Izium]].",
                "THREATEN @ Georgian, -"
            ),
            (
                "[[Kenyan|~t:3|PCLI|KE]], [[Norwegian|~t:32|PCLI|NO]] and UN officials condemned the shelling of [[Izium]].",
                "ACCUSE @ Kenyan, -"
            ),
            (
                "[[Kenya|t:3|PCLI|KE]], [[Norway|t:32|PCLI|NO]] and [[Georgia|t:1|PCLI|GE]] urged both sides to leave [[Izium]].",
                "REQUEST @ Kenya, -"
            ),
            // The subject of a verb before it, of a participle and of a clause with `after`.
            (
                "[[Kenya|t:3|PCLI|KE]] tore up a pact that opened the port of [[Izium]] and threatened to close its border.",
                "THREATEN @ Kenya, -"
            ),
            (
                "[[Kenya|t:3|PCLI|KE]] has been alone in demanding a ceasefire in [[Izium]].",
                "REQUEST @ Kenya, -"
            ),
            (
                "The truce came a day after [[Kenyan|~t:3|PCLI|KE]] President William Ruto threatened to send troops to [[Izium]].",
                "THREATEN @ Kenyan, -"
            ),
        ])
    func states(_ text: String, _ expected: String) throws {
        let links = try Extraction.links(text)
        #expect(links.contains(expected), "\(links)")
    }

    @Test(
        "The president is the one who was named last with that office",
        arguments: [
            (
                "[[Kenyan|~t:3|PCLI|KE]] President William Ruto met troops. A blast rocked [[Izium]]. The president vowed to respond.",
                "THREATEN @ Kenyan, -"
            ),
            // Named again without the office, after another who holds one.
            (
                "[[Kenyan|~t:3|PCLI|KE]] President William Ruto met troops. The [[Georgian|~t:1|PCLI|GE]] president knew, Ruto said. The president vowed to respond.",
                "THREATEN @ Kenyan, -"
            ),
            (
                "[[Kenyan|~t:3|PCLI|KE]] Prime Minister Raila Odinga spoke. [[Georgian|~t:1|PCLI|GE]] Foreign Minister Irakli Menabde came. The prime minister vowed to respond.",
                "THREATEN @ Kenyan, -"
            ),
        ])
    func offices(_ text: String, _ expected: String) throws {
        let links = try Extraction.links(text)
        #expect(links.contains(expected), "\(links)")
    }

    @Test(
        "What is asked for somewhere is asked for at home",
        arguments: [
            "called for calm in", "{{on Monday|2022-09-12}} called for calm in",
            "early {{Monday|2022-09-12}} firmly urged restraint in",
        ])
    func requests(_ words: String) throws {
        let links = try Extraction.links("The [[Kenyan|~t:3|PCLI|KE]] foreign minister \(words) [[Izium]].")
        #expect(links.first?.hasPrefix("REQUEST @ Kenyan") ?? false, "\(links)")
    }

    @Test(
        "What they say of themselves, they say at home",
        arguments: [
            (
                "The [[Kenyan|~t:3|PCLI|KE]] government said that it rejected the offer after a blast in [[Izium]].",
                "REJECT @ Kenyan, -"
            ),
            (
                "[[Norwegian|~t:32|PCLI|NO]] officials said they condemned the shelling of [[Izium]].",
                "ACCUSE @ Norwegian, -"
            ),
            (
                "In [[Izium]], [[Kenyan|~t:3|PCLI|KE]] officials said they rejected the offer.",
                "REJECT @ Izium, -"
            ),
            // Of somebody else.
            (
                "[[Kenyan|~t:3|PCLI|KE]] officials said the rebels rejected the offer in [[Izium]].",
                "REJECT @ Izium, -"
            ),
        ])
    func sayers(_ text: String, _ expected: String) throws {
        let links = try Extraction.links(text)
        #expect(links.contains(expected), "\(links)")
    }

    @Test(
        "Where the words say where they were spoken, and of others than states, it is there",
        arguments: [
            ("In [[Izium]], [[Kenyan|~t:3|PCLI|KE]] officials urged both sides to talk.", "REQUEST @ Izium, -"),
            ("[[Kenyan|~t:3|PCLI|KE]] officials in [[Izium]] urged both sides to talk.", "REQUEST @ Izium, -"),
            ("The mayor of [[Izium]] urged [[Kenya|t:3|PCLI|KE]] to help.", "REQUEST @ Izium, -"),
            ("Protesters in [[Izium]] demanded help from [[Kenya|t:3|PCLI|KE]].", "REQUEST @ Izium, -"),
        ])
    func scenes(_ text: String, _ expected: String) throws {
        let links = try Extraction.links(text)
        #expect(links.contains(expected), "\(links)")
    }

    @Test(
        "Names of those who lead a state stand for it where the text names it",
        arguments: [
            (
                "[[Kenyan|~t:3|PCLI|KE]] troops reached [[Izium]]. Ruto threatened to send more tanks to the town.",
                "THREATEN @ Kenyan, -"
            ),
            (
                "[[Syrian|~t:9|PCLI|SY]] troops left [[Izium]]. Bashar al-Assad threatened to retake the town.",
                "THREATEN @ Syrian, -"
            ),
            (
                "[[Turkish|~t:8|PCLI|TR]] jets bombed [[Izium]]. Mr Erdoğan threatened to send tanks there.",
                "THREATEN @ Turkish, -"
            ),
            (
                "The [[Russian|~t:7|PCLI|RU]] army left [[Izium]]. The Kremlin accused the town of treason.",
                "ACCUSE @ Russian, -"
            ),
            // A namesake, and a surname that many have.
            (
                "[[Kenyan|~t:3|PCLI|KE]] troops reached [[Izium]]. Amina Ruto, a nurse, threatened to leave the town.",
                "THREATEN @ Izium, -"
            ),
            (
                "[[British|~t:6|PCLI|GB]] troops reached [[Izium]]. Brown threatened to leave the town.",
                "THREATEN @ Izium, -"
            ),
        ])
    func leaders(_ text: String, _ expected: String) throws {
        let links = try Extraction.links(text)
        #expect(links.contains(expected), "\(links)")
    }

    @Test("A table of leaders with a country that has none is refused with its line")
    func refused() throws {
        var tables = Extraction.tables
        tables["leaders.tsv"] = "Ruto\tKE\nTsai\tTaiwan\n"
        #expect(
            throws: EventExtractionError.badRow(
                file: "leaders.tsv", line: 2, found: "Taiwan", expected: "the two letters of a country")
        ) {
            try EventExtractor(tables: tables)
        }
    }
}
