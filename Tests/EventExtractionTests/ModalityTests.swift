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

    @Test(
        "What a report says is taken back, what a future hangs on is in doubt, and a habit is no event of one day",
        arguments: [
            ("Claims that the army shelled [[Izium]] were denied by the ministry.", Event.Modality.denied),
            ("Reports that rebels had bombed [[Izium]] proved false.", .denied),
            ("Reports of an attack on [[Izium]] were untrue, an officer said.", .denied),
            ("Reports of an attack on [[Izium]] reached the camp.", .asserted),
            ("The office dismissed as false a report that troops had attacked [[Izium]].", .denied),
            ("The two men pleaded not guilty to bombing a pub in [[Izium]].", .denied),
            ("The minister denied the allegation that soldiers had tortured a man in [[Izium]].", .denied),
            ("The tanker was attacked off [[Izium]], its owner claimed.", .alleged),
            ("According to unconfirmed reports, rebels attacked [[Izium]].", .alleged),
            ("Rebels destroyed a bridge near [[Izium]], according to rumours on the radio.", .alleged),
            ("There was no evidence that the suspect had bombed the station in [[Izium]].", .negated),
            ("The suspect stabbed a guard in [[Izium]].", .asserted),
            ("Families fear that [[Izium]] will be bombed again.", .threatened),
            ("There is speculation that the army will attack [[Izium]].", .hypothetical),
            ("It would be a mistake to attack [[Izium]].", .hypothetical),
            ("An attack on [[Izium]] is possible.", .hypothetical),
            ("An assault on [[Izium]] cannot be ruled out.", .hypothetical),
            ("The army has yet to attack [[Izium]].", .negated),
            ("Not a single rocket hit [[Izium]].", .negated),
            ("Hardly any protesters were killed in [[Izium]].", .negated),
            ("Plans to attack [[Izium]] have been dropped.", .negated),
            ("The march through [[Izium]] was abandoned.", .negated),
            ("No one knows why the rebels bombed [[Izium]].", .asserted),
            ("The union called for a demonstration in [[Izium]].", .planned),
            ("The opposition's march through [[Izium]], planned for {{Friday|2022-09-16}}, worries them.", .planned),
            ("The demonstration, set for noon in [[Izium]], worries them.", .planned),
            ("The navy is readying an attack on [[Izium]].", .planned),
            ("An effort to bomb [[Izium]] cost many lives.", .attempted),
            ("Insurgents regularly attack convoys near [[Izium]].", .generic),
            ("Year after year, herders attack farms in [[Izium]].", .generic),
            ("The gang is known for attacking shops in [[Izium]].", .generic),
            ("Attacks on churches are common in [[Izium]].", .generic),
            ("The army was able to attack [[Izium]] at dawn.", .asserted),
            ("Herders often clash with farmers near [[Izium]].", .generic),
            ("Rebels keep attacking [[Izium]].", .asserted),
            ("It is feared that rebels have executed a priest in [[Izium]].", .alleged),
        ])
    func reports(_ text: String, _ expected: Event.Modality) throws {
        let events = try Extraction.events(text).events.filter { ["ASSAULT", "PROTEST"].contains($0.type) }
        #expect(events.first?.modality == expected, "\(events.map { ($0.type, $0.modality) })")
    }

    @Test(
        "Words of force for what uses none, or on what none is used, make no event; the same words of people do",
        arguments: [
            ("Critics slaughtered the play when it opened in [[Izium]].", false),
            ("The flu has laid siege to schools in [[Izium]].", false),
            ("Supermarkets in [[Izium]] are fighting a price war.", false),
            ("The company is waging war on plastic in [[Izium]].", false),
            ("Mosquitoes have invaded the suburbs of [[Izium]].", false),
            ("The museum in [[Izium]] launched a charm offensive.", false),
            ("The midfielder and his team attacked from the start of the match in [[Izium]].", false),
            ("Shares came under attack in [[Izium]].", false),
            ("The government is bombarding farmers in [[Izium]] with paperwork.", false),
            ("Rebels attacked a market in [[Izium]].", true),
            ("Troops came under attack in [[Izium]].", true),
            ("Insurgents laid siege to schools in [[Izium]].", true),
            ("Soldiers invaded the suburbs of [[Izium]].", true),
            ("Troops opened fire on a crowd in [[Izium]].", true),
        ])
    func figures(_ text: String, _ isForce: Bool) throws {
        let events = try Extraction.events(text).events.filter { $0.type == "ASSAULT" }
        #expect(events.isEmpty != isForce, "\(events.map { ($0.type, $0.mode) })")
    }

    @Test(
        "Numbers count whom their own verb counts",
        arguments: [
            ("The airstrike killed a woman and her three children in [[Izium]].", 4, nil),
            ("Gunmen killed a guard and wounded two nurses in [[Izium]].", nil, 2),
            ("The bombing, which killed 19 and injured 50, shook [[Izium]].", 19, 50),
            ("Two hundred and fifty soldiers were killed near [[Izium]].", 250, nil),
            ("Mortar fire killed three farmers and a child near [[Izium]].", 4, nil),
            ("Half a million people were killed near [[Izium]].", 500_000, nil),
        ] as [(String, Int?, Int?)])
    func counts(_ text: String, _ killed: Int?, _ wounded: Int?) throws {
        let event = try Extraction.events(text).events.first { $0.type == "ASSAULT" }
        #expect(event?.killed == killed)
        #expect(event?.wounded == wounded)
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

    @Test(
        "What is announced keeps its type and is planned",
        arguments: [
            ("The premier of Laos will visit [[Izium]] {{on Friday|2022-09-16}}.", "CONSULT"),
            ("The envoys said they would meet in [[Izium]] {{on Friday|2022-09-16}}.", "CONSULT"),
            ("Nurses said they would march through [[Izium]] {{on Friday|2022-09-16}}.", "PROTEST"),
            ("The army said it would withdraw its tanks from [[Izium]].", "RETREAT"),
            ("Police said they would arrest the mayor of [[Izium]].", "COERCE"),
        ])
    func announced(_ text: String, _ type: String) throws {
        let events = try Extraction.events(text).events
        #expect(events.contains { $0.type == type && $0.modality == .planned }, "\(events.map(\.type))")
    }

    @Test(
        "What somebody vows or warns of is threatened, what reports tell of is alleged",
        arguments: [
            ("The general warned that his gunners would flatten [[Izium]].", .threatened),
            ("The warlord vowed to burn down the market in [[Izium]].", .threatened),
            ("Tehran swore to punish the envoy and bomb [[Izium]].", .threatened),
            ("Unverified reports told of a blast at a mill in [[Izium]].", .alleged),
            ("Officials would neither confirm nor deny an attack on [[Izium]].", .alleged),
        ] as [(String, Event.Modality)])
    func vows(_ text: String, _ modality: Event.Modality) throws {
        let events = try Extraction.events(text).events.filter { $0.type == "ASSAULT" }
        #expect(events.map(\.modality) == [modality])
    }

    @Test("A noun that is dated after the day of publication is planned")
    func future() throws {
        let events = try Extraction.events(
            "The clerks called a strike in [[Izium]] for {{16 September|2022-09-16}}.", published: "2022-09-13"
        ).events.filter { $0.type == "PROTEST" }
        #expect(events.map(\.modality) == [.planned])
    }

    @Test(
        "What hangs on a clause with if is hypothetical",
        arguments: [
            ("If the talks fail, clerks will strike in [[Izium]].", "PROTEST"),
            ("Unless rain comes, thousands would flee [[Izium]].", "RETREAT"),
        ])
    func conditions(_ text: String, _ type: String) throws {
        let events = try Extraction.events(text).events.filter { $0.type == type }
        #expect(events.map(\.modality) == [.hypothetical])
    }
}
