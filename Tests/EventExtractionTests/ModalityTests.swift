import EventExtraction
import Testing

@Suite("Whether it happened")
struct ModalityTests {
    @Test(
        "Cues decide the modality of what they govern",
        arguments: [
            ("Troops attacked [[Izium]].", Event.Modality.asserted),
            ("Troops did not attack [[Izium]].", .negated),
            ("They have never bombed [[Izium]].", .negated),
            ("There was no attack on [[Izium]].", .negated),
            ("They failed to capture [[Izium]].", .negated),
            ("Troops plan to attack [[Izium]].", .planned),
            ("Workers will march through [[Izium]].", .planned),
            ("They tried to blow up a bridge in [[Izium]].", .attempted),
            ("If troops attack [[Izium]], many will leave.", .hypothetical),
            ("Troops could attack [[Izium]].", .hypothetical),
            ("Any attack on [[Izium]] would fail.", .hypothetical),
            ("Troops allegedly tortured a man in [[Izium]].", .alleged),
            ("He was accused of torturing a man in [[Izium]].", .alleged),
            ("The ministry claimed that drones had bombed [[Izium]].", .alleged),
            ("The ministry denied that drones had bombed [[Izium]].", .denied),
            ("The army often shells [[Izium]].", .generic),
            ("The attack on [[Izium]] was foiled.", .negated),
            ("An offensive planned for {{May|2022-05}} near [[Izium]] worries them.", .planned),
            ("Officials will investigate all cases of torture in [[Izium]].", .generic),
            ("He warned of crimes such as torture in [[Izium]].", .generic),
        ])
    func cues(_ text: String, _ expected: Event.Modality) throws {
        let events = try Extraction.events(text).events.filter { ["ASSAULT", "PROTEST"].contains($0.type) }
        #expect(events.first?.modality == expected, "\(events.map { ($0.type, $0.modality) })")
    }

    @Test("A threat is an event of its own, and what it threatens is not said to have happened")
    func threat() throws {
        let events = try Extraction.events("The rebels threatened to bomb [[Izium]].").events
        #expect(events.contains { $0.type == "THREATEN" && $0.modality == .asserted })
        #expect(events.allSatisfy { $0.type == "THREATEN" || $0.modality == .threatened })
    }

    @Test("A cue does not reach past its clause")
    func scope() throws {
        let events = try Extraction.events("They did not negotiate; troops attacked [[Izium]].").events
        #expect(events.contains { $0.type == "ASSAULT" && $0.modality == .asserted })
    }
}
