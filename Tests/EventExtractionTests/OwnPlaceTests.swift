import EventExtraction
import Testing

@Suite("The place of the own clause")
struct OwnPlaceTests {
    @Test(
        "A place within the words of the event is where it was",
        arguments: [
            (
                "The blast in [[Izium]] happened as the premier arrived in [[Norway|t:32|PCLI|NO]] on a second foreign trip.",
                "CONSULT @ Norway, -"
            ),
            (
                "Calls from [[Paris|t:31|PPLC|FR]] for a truce in [[Izium]] were in vain.",
                "REQUEST @ Paris, -"
            ),
        ])
    func within(_ text: String, _ expected: String) throws {
        let links = try Extraction.links(text)
        #expect(links.contains(expected), "\(links)")
    }

    @Test(
        "A capital that has a word for it is not where it was",
        arguments: [
            (
                "[[Kenya|t:3|PCLI|KE]] has freed 20 prisoners in what [[Nairobi|t:2|PPLC|KE]] called a sign of good will.",
                "RETREAT @ Kenya, -"
            )
        ])
    func naming(_ text: String, _ expected: String) throws {
        let links = try Extraction.links(text)
        #expect(links.contains(expected), "\(links)")
    }

    @Test(
        "Words from a state are spoken there",
        arguments: [
            "Stern warnings from [[Nairobi|t:2|PPLC|KE]] did not stop the fighting in [[Izium]].",
            "Threats from [[Kenya|t:3|PCLI|KE]] to send more troops alarmed many in [[Izium]].",
        ])
    func voices(_ text: String) throws {
        let links = try Extraction.links(text)
        #expect(links.contains { $0 == "THREATEN @ Nairobi, -" || $0 == "THREATEN @ Kenya, -" }, "\(links)")
    }

    @Test(
        "A state that suffers attacks or wins back land does so at home",
        arguments: [
            (
                "A bomb exploded in [[Paris|t:31|PPLC|FR]].\n\n[[Kenya|t:3|PCLI|KE]] has suffered a series of bombings this year.",
                "ASSAULT @ Kenya, -"
            ),
            (
                "Rebels attacked [[Izium]]. [[Kenya|t:3|PCLI|KE]] has endured repeated air strikes.",
                "ASSAULT @ Kenya, -"
            ),
            (
                "Rebels killed two guards in [[Paris|t:31|PPLC|FR]].\n\n[[Kenya|t:3|PCLI|KE]] recaptured 300 square kilometres from them.",
                "ASSAULT @ Kenya, -"
            ),
        ])
    func atHome(_ text: String, _ expected: String) throws {
        let links = try Extraction.links(text)
        #expect(links.last == expected, "\(links)")
    }

    @Test("The state that another clause begins with is not where people protest")
    func subordinate() throws {
        let links = try Extraction.links(
            "The town of [[Izium]] fell in March.\n\nAs [[Kenya|t:3|PCLI|KE]]'s hold on [[Izium]] grew, protests were put down."
        )
        #expect(links.contains("PROTEST @ Izium, -"), "\(links)")
        let faced = try Extraction.links(
            "[[Kenya|t:3|PCLI|KE]]'s president, William Ruto, faced protests after the vote.")
        #expect(faced.contains("PROTEST @ Kenya, -"), "\(faced)")
    }

    @Test(
        "A town at the beginning and the states that talk there are no list",
        arguments: [
            "In [[Izium]], [[Kenya|t:3|PCLI|KE]] and [[Norway|t:32|PCLI|NO]] agreed on Monday to a pact.",
            "After talks held in [[Izium]], [[Kenya|t:3|PCLI|KE]] and [[Norway|t:32|PCLI|NO]] agreed on a ceasefire.",
        ])
    func table(_ text: String) throws {
        let links = try Extraction.links(text)
        #expect(!links.isEmpty && links.allSatisfy { $0.contains("@ Izium") }, "\(links)")
    }

    @Test(
        "Whom people are brought to names the town of what happens there",
        arguments: [
            (
                "The man was caught by [[Lyman]] police on Monday and brought to [[Izium]] authorities, where he was charged with theft.",
                "ACCUSE @ Izium, -"
            ),
            (
                "The three were handed over to [[Izium]] police, where they were questioned. They had been caught in [[Lyman]].",
                "ACCUSE @ Izium, -"
            ),
        ])
    func handedOver(_ text: String, _ expected: String) throws {
        let links = try Extraction.links(text)
        #expect(links.contains(expected), "\(links)")
    }

    @Test(
        "What something is blamed on is not where it was, nor where somebody blames it",
        arguments: [
            "The premier of [[Kenya|t:3|PCLI|KE]] blamed the killings on [[Norway|t:32|PCLI|NO]].",
            "The attack in [[Izium]] was blamed on [[Norway|t:32|PCLI|NO]].",
            "Officials in [[Izium]] blame the shelling of a school on [[Norway|t:32|PCLI|NO]].",
        ])
    func blamed(_ text: String) throws {
        let links = try Extraction.links(text)
        #expect(!links.isEmpty && !links.contains { $0.contains("Norway") }, "\(links)")
    }

    @Test("Who defends itself does so at home, who attacks does not")
    func defence() throws {
        let defended = try Extraction.links(
            "Hundreds of students joined [[Kenya|t:3|PCLI|KE]]'s resistance against [[Norway|t:32|PCLI|NO]].")
        #expect(!defended.isEmpty && !defended.contains { $0.contains("Norway") }, "\(defended)")
        let attacked = try Extraction.links(
            "[[Kenya|t:3|PCLI|KE]]'s offensive against [[Norway|t:32|PCLI|NO]] killed 40 people.")
        #expect(attacked.contains("ASSAULT @ Norway, -"), "\(attacked)")
    }

    @Test(
        "Where a mayor, a governor or the police speak of what was done, there it was",
        arguments: [
            "Two people died when a house was shelled, the mayor of [[Izium]] said.",
            "A roadside bomb killed four policemen, a police official in [[Izium]] said.",
            "The governor of [[Izium|t:33|ADM1|UA]] said three soldiers were killed.",
        ])
    func localVoice(_ text: String) throws {
        let links = try Extraction.links(text)
        #expect(!links.isEmpty && links.allSatisfy { $0.contains("@ Izium") }, "\(links)")
    }

    @Test("Where a governor speaks of the town of the text, it was in the town")
    func governor() throws {
        let links = try Extraction.links(
            "Rebels attacked [[Izium|t:7|PPL|UA|07]] by night. In [[Izium|t:7|PPL|UA|07]] two shops burned down.\n\nA soldier was shot dead, the governor of [[Kharkiv region|t:33|ADM1|UA|07]] said."
        )
        #expect(links.last == "ASSAULT @ Izium, -", "\(links)")
    }

    @Test("Of a suburb and a town named for something else it is the suburb")
    func suburban() throws {
        let links = try Extraction.links(
            "He was the owner of [[Lyman]]'s only cinema before he was shot dead at his home in suburban [[Izium]].")
        #expect(links.contains("ASSAULT @ Izium, -"), "\(links)")
    }

    @Test(
        "Who flees over a border flees to what lies behind it, not to what they flee",
        arguments: [
            "Many have fled across the border into western [[Kenya|t:3|PCLI|KE]] since June to escape attacks on farms near [[Izium]].",
            "People streamed over the border into northern [[Kenya|t:3|PCLI|KE]] to escape clashes in [[Izium]].",
        ])
    func crossed(_ text: String) throws {
        let links = try Extraction.links(text)
        #expect(links.first == "RETREAT @ Kenya, -", "\(links)")
    }
}

@Suite("The town of the dateline")
struct DatelineTownTests {
    @Test(
        "This town, or a town in a part of the state, is the one that the report comes from",
        arguments: [
            "[[Izium]], [[Ukraine|t:9|PCLI|UA]] (AP) — A bomb killed ten people in a town in eastern [[Ukraine|t:9|PCLI|UA]], officials said.",
            "[[Izium]], [[Ukraine|t:9|PCLI|UA]] — Gunmen shelled this town in the east, killing 20 people.",
            "[[Izium]], [[Ukraine|t:9|PCLI|UA]] — Hundreds marched in this city for the release of a cleric from [[Lyman]].",
            "IZIUM, [[Ukraine|t:9|PCLI|UA]] — Gunmen stormed a school in a city in eastern [[Ukraine|t:9|PCLI|UA]].",
        ])
    func town(_ text: String) throws {
        let links = try Extraction.links(text.replacing("IZIUM", with: "[[IZIUM|test:Izium]]"))
        #expect(links.first?.lowercased().contains("@ izium") == true, "\(links)")
    }

    @Test("A town in another state is not")
    func elsewhere() throws {
        let links = try Extraction.links(
            "[[Izium]], [[Ukraine|t:9|PCLI|UA]] — A bomb killed ten people in a town in eastern [[Kenya|t:3|PCLI|KE]].")
        #expect(links.first == "ASSAULT @ Kenya, -", "\(links)")
    }
}
