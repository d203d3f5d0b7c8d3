import Articles
import EventExtraction
import Testing

@Suite("Who may do what a row asks for")
struct SlotTests {
    private static let war = "Soldiers in uniform stood beside tanks and rockets.\n\n"

    @Test(
        "Any word for an armed force will do where one does",
        arguments: [
            ("The Israelis set off from [[Haifa]] at dawn.", "MOBILIZE/troops"),
            ("Kurds converged on [[Manbij]].", "MOBILIZE/troops"),
            ("The resistance marched into [[Loikaw]].", "MOBILIZE/troops"),
            ("Chechens moved towards [[Grozny]].", "MOBILIZE/troops"),
            ("Azerbaijanis fell back from [[Shusha]].", "RETREAT/withdraw"),
            ("The Israelis searched houses in [[Nablus]].", "COERCE/restrict"),
            ("The Americans withdrew from [[Bagram]].", "RETREAT/withdraw"),
            ("Serbs entered [[Vukovar]].", "MOBILIZE/troops"),
            ("The rebels captured a police post near [[Loikaw]].", "ASSAULT"),
            ("The rebels captured nine policemen near [[Loikaw]].", "COERCE/arrest"),
        ])
    func forces(_ text: String, _ expected: String) throws {
        let types = try Extraction.types(text)
        #expect(types.contains(expected), "\(types)")
    }

    @Test("What `they` did is told by whom the sentence before speaks of")
    func they() throws {
        let text = "Police entered the township. They picked up dozens of men near [[Bulawayo]]."
        #expect(try Extraction.types(text).contains("COERCE/arrest"))
        let plain = "Buses entered the township. They picked up dozens of men near [[Bulawayo]]."
        #expect(try !Extraction.types(plain).contains("COERCE/arrest"))
    }

    @Test(
        "A verb without a subject of its own has one before it in its sentence",
        arguments: [
            ("The ministry was accused of arming and training militias in [[Darfur]].", "MOBILIZE/militia"),
            ("Poland was alone in calling for a boycott of the summit in [[Baku]].", "REQUEST"),
            ("When shells fall they turn and run away, soldiers near [[Kobani]] said.", "RETREAT"),
        ])
    func implied(_ text: String, _ expected: String) throws {
        let types = try Extraction.types(Self.war + text)
        #expect(types.contains { $0.hasPrefix(expected) }, "\(types)")
    }

    @Test(
        "A verb that may be a noun ends a clause, or is one of a list",
        arguments: [
            ("Families leave [[Idlib]] as government forces advance.", "ASSAULT"),
            ("The occupiers beat residents of [[Balta]], search their homes and steal.", "COERCE"),
        ])
    func bare(_ text: String, _ expected: String) throws {
        let types = try Extraction.types(Self.war + text)
        #expect(types.contains { $0.hasPrefix(expected) }, "\(types)")
    }

    @Test(
        "Two verbs share their object",
        arguments: [
            ("Rebels seized and held the bridge at [[Kherson]].", "ASSAULT"),
            ("Rebels torched and looted the shops in [[Bria]].", "COERCE/seize"),
        ])
    func shared(_ text: String, _ expected: String) throws {
        let types = try Extraction.types(text)
        #expect(types.contains(expected), "\(types)")
    }

    @Test(
        "Ground that is won and lost is told by nouns as well",
        arguments: [
            "The militia's gains around [[Kidal]] alarmed the army.",
            "The army's advance on [[Bunia]] began {{on Monday|2022-09-12}}.",
            "The town of [[Manbij]] celebrated its recapture by Kurdish fighters {{on Monday|2022-09-12}}.",
            "A push by rebel forces near [[Balta]] failed {{on Monday|2022-09-12}}.",
            "The loss of [[Palmyra]] {{on Monday|2022-09-12}} was a blow to the army.",
            "Troops suffered heavy casualties near [[Balta]] {{on Sunday|2022-09-11}}.",
            "Rifle fire crackled near the palace in [[Khartoum]] {{on Sunday|2022-09-11}}.",
            "The thud of artillery sounded over [[Donetsk]] {{on Sunday|2022-09-11}}.",
        ])
    func ground(_ text: String) throws {
        let types = try Extraction.types(Self.war + text)
        #expect(types.contains { $0.hasPrefix("ASSAULT") }, "\(types)")
    }

    @Test(
        "and those of a market or a game are none",
        arguments: [
            "The club's gains around [[Leeds]] pleased shareholders, and shares rose two percent.",
            "Passengers in [[Leeds]] get two weeks of advance notice {{on Monday|2022-09-12}}.",
        ])
    func elsewhere(_ text: String) throws { #expect(try Extraction.types(text).isEmpty) }

    @Test(
        "Types by what is done",
        arguments: [
            ("The evacuation of [[Nikopol]] began {{on Monday|2022-09-12}}.", "AID"),
            ("Supplies of food and medicine were driven to [[Mariupol]] by volunteers.", "AID"),
            ("Most of the strikers were punished by the army in [[Sukhumi]].", "COERCE"),
            ("Drivers in [[Melitopol]] refuse to cooperate with the occupiers.", "REJECT"),
            ("Chadian volunteers joined the war in [[Libya]] {{last year|2021}}.", "MOBILIZE/militia"),
            ("He came to [[Tripoli]] to fight the rebels.", "MOBILIZE/militia"),
            ("The president has kept his army out of the conflict in [[Sudan]].", "MOBILIZE/troops"),
            ("The disappearance of two activists in [[Herat]] alarmed rights groups.", "ASSAULT/abduct"),
            ("The pain inflicted by his jailers in [[Evin]] left him unable to walk.", "ASSAULT/torture"),
        ])
    func types(_ text: String, _ expected: String) throws {
        let types = try Extraction.types(Self.war + text)
        #expect(types.contains { $0.hasPrefix(expected) }, "\(types)")
    }

    @Test(
        "In articles of protest those who clash and strike are no armies",
        arguments: [
            ("The clashes in [[Cusco]] left six people hurt.", "PROTEST/riot"),
            ("Police clashed with youths in [[Athens]].", "PROTEST/riot"),
            ("The strike in [[Lagos]] entered its third day.", "PROTEST/strike"),
            ("Clashes between rebels and the army killed nine near [[Sake]].", "ASSAULT"),
        ])
    func protests(_ text: String, _ expected: String) throws {
        let setting = "Protesters carried banners, and students joined the demonstrators.\n\n"
        let types = try Extraction.types(setting + text)
        #expect(types.contains(expected), "\(types)")
    }

    @Test("Days that something took are no prisoners")
    func days() throws {
        let types = try Extraction.types("The recapture of [[Sirte]] by government troops took three days of shelling.")
        #expect(!types.contains("COERCE/arrest"), "\(types)")
    }
}
