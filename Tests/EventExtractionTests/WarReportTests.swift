import Articles
import EventExtraction
import Testing

@Suite("Reports of war")
struct WarReportTests {
    /// What makes an article one about war.
    private static let setting = "Soldiers spoke of the war and of the weapons of the enemy.\n\n"

    @Test(
        "Plain words of an article about war tell what they tell nowhere else",
        arguments: [
            ("Our units are advancing north of [[Kupiansk]].", "ASSAULT"),
            ("The infantry moved forward near [[Lyman]].", "ASSAULT"),
            ("Fighters punched through the lines at [[Tokmak]].", "ASSAULT"),
            ("We took [[Balta]] in the morning.", "ASSAULT"),
            ("The town of [[Balta]] has been under occupation for months.", "ASSAULT"),
            ("[[Balta]] is in rebel hands.", "ASSAULT"),
            ("[[Balta]] is under the control of the army.", "ASSAULT"),
            ("Shells landed on a market in [[Balta]].", "ASSAULT/heavy-weapons"),
            ("Servicemen fired rockets towards [[Balta]].", "ASSAULT"),
            ("His battalion lost forty men near [[Balta]].", "ASSAULT"),
            ("The column reached [[Balta]] at noon.", "MOBILIZE/troops"),
            ("The soldiers searched all of the men in [[Balta]].", "COERCE/arrest"),
            ("Hundreds of defenders are held in [[Balta]].", "COERCE/arrest"),
            ("The rouble was introduced in [[Balta]].", "COERCE/restrict"),
            ("The families are coming back to [[Balta]].", "RETREAT"),
            ("People hid in cellars in [[Balta]].", "RETREAT"),
            ("The army got new howitzers in [[Balta]].", "AID"),
        ])
    func plain(_ text: String, _ expected: String) throws {
        let types = try Extraction.types(Self.setting + text)
        #expect(types.contains(expected), "\(types)")
    }

    @Test(
        "and nothing in an article about something else",
        arguments: [
            "The shops in [[Balta]] are in good hands, and their products reach the edge of the town.",
            "Our units sold are advancing north of [[Balta]], the manager of the shops told investors.",
            "Hundreds of concerts are held in [[Balta]], and visitors get new shops.",
        ])
    func elsewhere(_ text: String) throws {
        let types = try Extraction.types(text)
        #expect(types.allSatisfy { !$0.hasPrefix("ASSAULT") && !$0.hasPrefix("COERCE") }, "\(types)")
    }

    @Test(
        "The verb of a relative clause has what stands before it as its object",
        arguments: [
            "[[Balta]], which the rebels captured in May, is in ruins.",
            "[[Balta]], which the rebels have captured, is quiet now.",
        ])
    func relative(_ text: String) throws {
        let event = try #require(try Extraction.events(text).events.first)
        #expect(event.type == "ASSAULT")
        #expect(event.target?.text == "Balta")
        #expect(event.actor?.text == "the rebels")
    }

    @Test(
        "A form that is also a noun is a verb between who moves and where to",
        arguments: [
            ("Armour pushes into [[Balta]].", true),
            ("Tanks push deeper into [[Balta]].", true),
            ("The push into [[Balta]] is over.", false),
            ("Their pushes into [[Balta]] failed.", false),
        ])
    func leading(_ text: String, _ isVerb: Bool) throws {
        let events = try Extraction.events(Self.setting + text).events
        #expect(events.contains { $0.trigger.start >= Self.setting.utf8.count } == isVerb)
    }

    @Test(
        "The military acts as an army does",
        arguments: [
            ("The military bombed [[Balta]].", "The military"),
            ("The Syrian military captured [[Balta]].", "The Syrian military"),
        ])
    func military(_ text: String, _ actor: String) throws {
        let event = try #require(try Extraction.events(text).events.first)
        #expect(event.type == "ASSAULT")
        #expect(event.actor?.text == actor)
    }

    @Test("Troops that arrive visit nobody")
    func arrival() throws {
        #expect(try Extraction.types("The troops arrived in [[Balta]] on foot.").contains("MOBILIZE/troops"))
    }
}
