import EventExtraction
import Testing

/// The same happening told in every usual form of a sentence.
@Suite("Forms of a verb")
struct FormTests {
    struct Verb: Sendable {
        let base: String
        let past: String
        let participle: String
        let type: String
        let object: String
        let isPlural: Bool

        init(
            _ base: String, _ past: String, _ participle: String, _ type: String, _ object: String, plural: Bool = false
        ) {
            self.base = base
            self.past = past
            self.participle = participle
            self.type = type
            self.object = object
            isPlural = plural
        }

        /// In sentences of the police, the army or anybody who may do it.
        var sentences: [String] {
            let was = isPlural ? "were" : "was"
            let subject = type == "COERCE" ? "Police" : "Troops"
            return [
                "\(subject) \(past) \(object) in [[Izium]] {{on Monday|2022-09-12}}.",
                "\(subject) \(base) \(object) in [[Izium]]",
                "\(object.prefix(1).uppercased() + object.dropFirst()) \(was) \(participle) in [[Izium]].",
                "\(object.prefix(1).uppercased() + object.dropFirst()), \(isPlural ? "who" : "which") \(was) \(participle) in [[Izium]], had been warned.",
                "The report says that \(object) had been \(participle) in [[Izium]] {{on Monday|2022-09-12}}.",
                "They had seen \(object) before. They \(past) \(isPlural ? "them" : "it") in [[Izium]] {{on Monday|2022-09-12}}.",
            ]
        }
    }

    static let verbs = [
        Verb("shell", "shelled", "shelled", "ASSAULT", "the school"),
        Verb("burn", "burned", "burned", "ASSAULT", "the house"),
        Verb("destroy", "destroyed", "destroyed", "ASSAULT", "the bridge"),
        Verb("capture", "captured", "captured", "ASSAULT", "the village"),
        Verb("retake", "retook", "retaken", "ASSAULT", "the village"),
        Verb("shoot", "shot", "shot", "ASSAULT", "two civilians", plural: true),
        Verb("torture", "tortured", "tortured", "ASSAULT", "three prisoners", plural: true),
        Verb("detain", "detained", "detained", "COERCE", "twenty protesters", plural: true),
        Verb("arrest", "arrested", "arrested", "COERCE", "two students", plural: true),
    ]

    @Test("Every form of the sentence tells the event", arguments: verbs)
    func forms(_ verb: Verb) throws {
        for sentence in verb.sentences {
            let types = try Extraction.events(sentence).events.map(\.type)
            #expect(types.contains(verb.type), "\(sentence): \(types)")
        }
    }

    @Test(
        "Forms that a light tagger may take for others",
        arguments: [
            ("The injured were flown to [[Lviv]] {{on Monday|2022-09-12}}.", "AID"),
            ("Rebels re-took the village near [[Lyman]].", "ASSAULT"),
            ("He was re-elected in [[Minsk]] {{on Sunday|2022-09-11}}.", "SUPPORT"),
            ("Missile hits were reported in [[Odesa]].", "ASSAULT/heavy-weapons"),
            ("The liberation of [[Izium]] took place {{in September|2022-09}}.", "ASSAULT"),
            ("The capture of [[Kherson]] came {{in March|2022-03}}.", "ASSAULT"),
            ("Two men were hanged in [[Tehran|t:6|PPLC|IR]] {{on Monday|2022-09-12}}.", "ASSAULT/targeted"),
            ("[[Izium|t:7|PPL|UA]] came under Russian control {{in March|2022-03}}.", "ASSAULT"),
            ("Hundreds gathered on the main square of [[Yerevan]] {{on Monday|2022-09-12}}.", "PROTEST/demo"),
        ])
    func ambiguous(_ text: String, _ expected: String) throws {
        let types = try Extraction.types(text)
        #expect(types.contains(expected), "\(types)")
    }

    @Test(
        "A pronoun has the object that was named before it, and no other",
        arguments: [
            ("The school stands in [[Izium]]. Drones targeted it {{on Monday|2022-09-12}}.", true),
            ("The film was long. Drones targeted it {{on Monday|2022-09-12}}.", false),
        ])
    func pronouns(_ text: String, _ isFound: Bool) throws {
        #expect(try Extraction.types(text).contains("ASSAULT") == isFound)
    }

    @Test(
        "What is brought to an end does not happen then",
        arguments: [
            "The envoys agreed to end hostilities in [[Izium]] {{on Monday|2022-09-12}}.",
            "The rebels halted the offensive near [[Izium]] {{on Monday|2022-09-12}}.",
            "The mayor asked them to suspend the fighting in [[Izium]] {{on Monday|2022-09-12}}.",
        ])
    func cessation(_ text: String) throws {
        let types = try Extraction.types(text)
        #expect(!types.contains { $0.hasPrefix("ASSAULT") }, "\(types)")
    }
}
