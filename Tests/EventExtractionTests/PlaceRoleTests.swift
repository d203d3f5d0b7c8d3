import EventExtraction
import Testing

@Suite("The part that a place has in its sentence")
struct PlaceRoleTests {
    @Test(
        "A border that is crossed is only on the way",
        arguments: [
            (
                "Hundreds of families from [[Izium]] fled across the border into [[Norway|t:32|PCLI|NO]].",
                "RETREAT @ Norway, -"
            ),
            (
                "Shelling began in [[Izium]]. Hundreds of families fled across the frontier to [[Norway|t:32|PCLI|NO]].",
                "RETREAT @ Norway, -"
            ),
        ])
    func border(_ text: String, _ expected: String) throws {
        let links = try Extraction.links(text)
        #expect(links.last == expected, "\(links)")
    }

    @Test(
        "What a state has one of is in the capital of the dateline",
        arguments: [
            (
                "[[Nairobi|t:2|PPLC|KE]], [[Kenya|t:3|PCLI|KE]] — Gunmen attacked [[Kenya|t:3|PCLI|KE]]'s central bank on Sunday.",
                "ASSAULT @ Nairobi, -"
            ),
            // Of which a state has many, and without a dateline.
            (
                "Gunmen attacked [[Kenya|t:3|PCLI|KE]]'s central bank on Sunday.",
                "ASSAULT @ Kenya, -"
            ),
        ])
    func dateline(_ text: String, _ expected: String) throws {
        let links = try Extraction.links(text)
        #expect(links.last == expected, "\(links)")
    }

    @Test(
        "The state in the dateline only holds its city",
        arguments: [
            "[[Izium]], [[Ukraine|t:9|PCLI|UA]] (AP) — As gunfire rang out near the market, dozens of traders tried to flee.",
            "[[Izium]], [[Ukraine|t:9|PCLI|UA]] — Two gangs traded gunfire at night, and hundreds of traders ran to boats to flee.",
        ])
    func container(_ text: String) throws {
        let links = try Extraction.links(text)
        #expect(!links.isEmpty && links.allSatisfy { $0.contains("@ Izium") }, "\(links)")
    }

    @Test(
        "Several towns are not the one that was named, but those of a named province are there",
        arguments: [
            (
                "[[Nairobi|t:2|PPLC|KE]] — Police fired tear gas at marchers in several northern cities. [[Kenya|t:3|PCLI|KE]] is in turmoil.",
                "ASSAULT @ Kenya, -"
            ),
            (
                "The rebels captured several villages near [[Izium]] on Monday.",
                "ASSAULT @ Izium, -"
            ),
        ])
    func several(_ text: String, _ expected: String) throws {
        let links = try Extraction.links(text)
        #expect(links.contains(expected), "\(links)")
    }

    @Test(
        "An adjective with land that is attacked tells of the land, with who attacks of nothing",
        arguments: [
            ("Warplanes bombarded [[Kenyan|~t:3|PCLI|KE]] towns for days.", "ASSAULT @ Kenyan, -"),
            (
                "Rebels hold [[Izium]]. The town was shelled again, with [[Norway|t:32|PCLI|NO]] bombing it by night.",
                "ASSAULT @ Izium, -"
            ),
            (
                "Families fled [[Izium]]. [[Norway|t:32|PCLI|NO]]'s jets bombed their homes.",
                "ASSAULT @ Izium, -"
            ),
        ])
    func force(_ text: String, _ expected: String) throws {
        let links = try Extraction.links(text)
        #expect(links.last == expected, "\(links)")
    }
}
