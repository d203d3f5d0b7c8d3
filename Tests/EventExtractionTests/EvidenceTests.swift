import Articles
import EventExtraction
import Testing

@Suite("Evidence for events")
struct EvidenceTests {
    @Test(
        "A name that no table knows is somebody, where a person is asked for",
        arguments: [
            ("Emery was released from prison in [[Montreal|t:1|PPL|CA]].", "RETREAT/release"),
            ("Police questioned Zhemtsova in [[Minsk|t:2|PPL|BY]].", "ACCUSE/investigate"),
            ("A court in [[Lyon|t:3|PPL|FR]] convicted Delacroix {{on Monday|2022-09-12}}.", "SANCTION/convict"),
        ])
    func names(_ text: String, _ expected: String) throws {
        let types = try Extraction.types(text)
        #expect(types.contains(expected), "\(types)")
    }

    @Test("A verb after `and` or a comma has the subject of the verb before")
    func coordination() throws {
        let (events, _) = try Extraction.events(
            "Russian soldiers arrested the mayor of [[Izium]] and looted the shops of the town.")
        let looted = try #require(events.first { $0.type == "COERCE" && $0.mode == "seize" })
        #expect(looted.actor?.text == "Russian soldiers")
    }

    @Test("A participant at the end of a sentence is without the full stop")
    func fullStop() throws {
        let event = try #require(try Extraction.events("Rebels in [[Izium]] shelled a factory.").events.first)
        #expect(event.target?.text == "a factory")
    }

    @Test("Words of a date are no words of a trigger")
    func dates() throws {
        let types = try Extraction.types("The screenings will be held {{March 17|2022-03-17}} in [[Izium]].")
        #expect(!types.contains { $0.hasPrefix("PROTEST") }, "\(types)")
    }

    @Test("What a town has faced has happened, and a threat with a condition is a threat")
    func modality() throws {
        let faced = try #require(try Extraction.events("[[Kharkiv]] faced weeks of shelling.").events.first)
        #expect(faced.modality == .asserted)
        let threat = try #require(
            try Extraction.events("The ministry threatened to arrest the editor unless the paper in [[Izium]] closes.")
                .events.first { $0.type == "THREATEN" })
        #expect(threat.modality == .asserted)
    }

    @Test(
        "Sickness makes no events",
        arguments: [
            "Five people died of cholera near [[Harare|t:1|PPL|ZW]], and forty patients have a fever. The outbreak "
                + "began in a clinic."
        ])
    func others(_ text: String) throws {
        let types = try Extraction.types(text)
        #expect(types.isEmpty, "\(types)")
    }

    @Test("An unknown topic, and a damaged weight, are named in the error")
    func tables() {
        var tables = Extraction.tables
        tables["topics.tsv"] = "cookery\tpan spoon\n"
        #expect(throws: EventExtractionError.self) { try EventExtractor(tables: tables) }
        tables = Extraction.tables
        tables["confidence.tsv"] = "threshold\t0\tmuch\n"
        #expect(
            throws: EventExtractionError.badRow(file: "confidence.tsv", line: 1, found: "0", expected: "two numbers")
        ) { try EventExtractor(tables: tables) }
    }

    @Test("The word of a trigger weighs in every one of its forms, and a word of no other table nowhere")
    func headwords() throws {
        let text = "Rebels shelled [[Izium]] {{on Monday|2022-09-12}}."
        func events(_ headwords: String) throws -> [Event] {
            var tables = Extraction.tables
            tables["headwords.tsv"] = headwords
            let marked = MarkedText(text)
            return try EventExtractor(tables: tables)
                .extract(
                    Document(Article(id: "test", text: marked.text)), toponyms: marked.toponyms, times: marked.times)
        }
        let plain = try #require(try events("").first)
        #expect(try events("quixotic\t3\t9\n").first?.confidence == plain.confidence)
        let raised = try #require(try events("shelling\t1.5\t0\n").first)
        #expect(raised.confidence > plain.confidence)
        #expect(try events("shell\t0\t-20\n").isEmpty)
        #expect(
            throws: EventExtractionError.badRow(file: "headwords.tsv", line: 1, found: "x", expected: "two numbers")
        ) { try events("shell\tx\t1\n") }
    }

    @Test("An event right behind another one is told from one that stands apart")
    func adjoining() throws {
        func types(_ text: String) throws -> Set<String> {
            var tables = Extraction.tables
            let rows = (tables["confidence.tsv"] ?? "").split(separator: "\n")
            tables["confidence.tsv"] = rows.map { $0.hasPrefix("adjoining\t") ? "adjoining\t0\t-30" : $0 }
                .joined(separator: "\n")
            let marked = MarkedText(text)
            return Set(
                try EventExtractor(tables: tables)
                    .extract(
                        Document(Article(id: "test", text: marked.text)), toponyms: marked.toponyms, times: marked.times
                    ).map(\.type))
        }
        #expect(try types("Police arrested and then beat two students in [[Minsk|t:2|PPL|BY]].") == ["COERCE"])
        let apart = "Police arrested a baker in [[Minsk|t:2|PPL|BY]], and a crowd of masked men beat two students."
        #expect(try types(apart) == ["COERCE", "ASSAULT"])
    }

    @Test("Every mention of an event is kept with where it stands")
    func mentions() throws {
        let (events, text) = try Extraction.events(
            "Rebels attacked [[Izium]] {{on Monday|2022-09-12}}, killing nine people.")
        let event = try #require(events.first { $0.type == "ASSAULT" })
        #expect(events.filter { $0.type == "ASSAULT" }.count == 1)
        #expect(event.mentions.map { Extraction.words($0, in: text.text) }.contains("killing"))
        #expect(event.killed == 9)
    }
}
