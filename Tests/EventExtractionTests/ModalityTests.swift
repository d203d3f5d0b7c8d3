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

    @Test(
        "A cue governs its own object, all of a list, and nothing behind another preposition",
        arguments: [
            ("Police in [[Izium]] accused him of theft, fraud and torture.", "torture", Event.Modality.alleged),
            ("The council demanded an inquiry into the killings in [[Izium]].", "killings", .asserted),
            ("There were no reports of deaths after the strike on [[Izium]].", "strike", .asserted),
            ("The sabotage in [[Izium]] aimed to thwart the invasion of the south.", "invasion", .asserted),
            ("The sides will begin peace talks in [[Izium]].", "peace talks", .planned),
            ("The generals weighed an attack on [[Izium]].", "attack", .hypothetical),
            ("He stressed the need for the evacuation of [[Izium]].", "evacuation", .hypothetical),
            ("Unions may hold a protest in [[Izium]].", "hold a protest", .hypothetical),
            ("Farmers blocked roads in [[Izium]] to protest against the tax.", "blocked", .asserted),
            ("Protests are expected in [[Izium]] {{on Saturday|2022-09-17}}.", "Protests", .planned),
            ("The coup attempt in [[Izium]] was foiled.", "coup attempt", .negated),
            ("A coup attempt in [[Izium]] shook the country.", "coup attempt", .attempted),
            ("Nothing suggests that the army attacked [[Izium]].", "attacked", .negated),
        ])
    func objects(_ text: String, _ word: String, _ expected: Event.Modality) throws {
        let (events, marked) = try Extraction.events(text)
        let event = events.first { event in
            ([event.trigger] + event.mentions).contains { Extraction.words($0, in: marked.text).contains(word) }
        }
        #expect(event?.modality == expected, "\(events.map { ($0.type, $0.modality) })")
    }

    @Test(
        "A cue that is itself undone says that it happened, or that it did not",
        arguments: [
            ("Guards failed to prevent the attack on [[Izium]].", Event.Modality.asserted),
            ("The army could not prevent the shelling of [[Izium]].", .asserted),
            ("Guards were unable to stop the bombing of [[Izium]].", .asserted),
            ("The raid on [[Izium]] was not averted.", .asserted),
            ("The general did not deny that troops had shelled [[Izium]].", .asserted),
            ("No one denied that rebels bombed [[Izium]].", .asserted),
            ("The unions will not cancel the march through [[Izium]].", .planned),
            ("The unions cancelled a march planned for {{Saturday|2022-09-17}} in [[Izium]].", .negated),
            ("They do not plan to attack [[Izium]].", .negated),
            ("They made no attempt to attack [[Izium]].", .negated),
            ("The army did not only shell [[Izium]].", .asserted),
            ("Nor did the army shell [[Izium]].", .negated),
            ("No soldiers shelled [[Izium]].", .negated),
            ("No fewer than nine rockets hit [[Izium]].", .asserted),
            ("It is not true that the army shelled [[Izium]].", .denied),
            ("The general rejected claims that the army had shelled [[Izium]].", .denied),
            ("Rumours spread that the army had shelled [[Izium]].", .alleged),
            ("Officials blamed rebels for shelling [[Izium]].", .alleged),
            ("Officials blamed rebels for the attack on [[Izium]].", .asserted),
            ("The general denied involvement in the attack on [[Izium]].", .asserted),
            ("Gunmen who allegedly belong to a gang bombed [[Izium]].", .asserted),
            ("Gunmen who allegedly bombed [[Izium]] were seen.", .alleged),
            ("Had the army shelled [[Izium]], many would have left.", .hypothetical),
            ("Before the troops attack [[Izium]], they must rest.", .planned),
            ("Before the troops attacked [[Izium]], they rested.", .asserted),
            ("A march, to be held in [[Izium]], worries them.", .planned),
            ("The march in [[Izium]] did not take place.", .negated),
            ("In the film, soldiers bomb [[Izium]].", .generic),
            ("Protests against the vote to be held in [[Izium]] went on.", .asserted),
            ("Rebels often attack villages near [[Izium]].", .generic),
            ("The talks failed before troops attacked [[Izium]].", .asserted),
            ("Ten people were killed in a series of attacks in [[Izium]].", .asserted),
            ("Reports that rebels shelled [[Izium]] spread.", .alleged),
            ("The failed attack on [[Izium]] was costly.", .attempted),
            ("A man suspected of robbing a shop was shot in [[Izium]].", .asserted),
            ("He was acquitted of bombing a pub in [[Izium]].", .denied),
            ("Guards prevented a large group of angry men from storming a mosque in [[Izium]].", .negated),
            ("Police stopped cars from leaving [[Izium]] after the protest.", .asserted),
            ("Troops cleared the village of mines in an attack near [[Izium]].", .asserted),
            ("The mob tried for hours to storm a mosque in [[Izium]].", .attempted),
            ("The pilot was forbidden to bomb [[Izium]].", .negated),
            ("The army rehearsed an attack on [[Izium]].", .hypothetical),
            ("He is on trial for killing a priest in [[Izium]].", .alleged),
            ("The general spoke of drones used to bomb [[Izium]].", .asserted),
        ])
    func undone(_ text: String, _ expected: Event.Modality) throws {
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
