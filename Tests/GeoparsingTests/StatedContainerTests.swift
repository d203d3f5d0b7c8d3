import Articles
import Gazetteers
import Geoparsing
import Testing

@Suite("What a text says that a village lies in")
struct StatedContainerTests {
    private func read(_ text: String) throws -> [(name: String, id: String?, holder: String?)] {
        let parser = try #require(World.parser)
        let document = Document(Article(id: "a", text: text))
        return parser.toponyms(in: document).map { toponym in
            (document.text(toponym.range), toponym.place?.id, toponym.liesIn.map { document.text($0) })
        }
    }

    @Test(
        "A village that the gazetteer has only far from there has no place, and lies in what holds it",
        arguments: [
            (
                "A drone hit a bus in Shebalino, a village in Russia's Belgorod region, on Monday.", "Shebalino",
                "Belgorod"
            ),
            (
                "Gunmen shot a farmer in Rantis, a farming settlement in Barkin Ladi area of Plateau State.", "Rantis",
                "Barkin Ladi"
            ),
            ("Troops entered the village of Shebalino in the Kharkiv region.", "Shebalino", "Kharkiv"),
        ])
    func isElsewhere(_ text: String, _ name: String, _ holder: String) throws {
        let village = try #require(try read(text).first { $0.name == name })
        #expect(village.id == nil)
        #expect(village.holder == holder)
    }

    @Test("Named again without what holds it, it has no place either")
    func isSharedByTheText() throws {
        let text =
            "Two drones hit Shebalino, a village in Russia's Belgorod region. The mayor spoke. In Shebalino a shop burned down."
        let villages = try read(text).filter { $0.name == "Shebalino" }
        #expect(villages.count == 2)
        #expect(villages.allSatisfy { $0.id == nil && $0.holder == "Belgorod" }, "\(villages)")
    }

    @Test(
        "What lies there, or may, stays",
        arguments: [
            ("Shells fell on Izium in the Kharkiv region.", "Izium", "geonames:707292"),
            ("Prices rose in Lima, Paris and Shebalino.", "Shebalino", "geonames:1492299"),
        ])
    func stays(_ text: String, _ name: String, _ id: String) throws {
        #expect(try read(text).first { $0.name == name }?.id == id)
    }

    @Test("A village that nothing else of the text lies near is another of its name")
    func isStrange() throws {
        let text =
            "Gunmen burned huts in the village of Shebalino near dawn. Soldiers in Kaduna and Jos sent trucks from Abuja."
        #expect(try read(text).first { $0.name == "Shebalino" }?.id == nil)
    }

    @Test("A text that names the province first speaks of the province, one that names the town of the town")
    func provinceThroughout() throws {
        let province = "Jets bombed Idlib province on Monday. Thousands of people fled Idlib."
        let town = "Jets bombed Idlib city on Monday, and Idlib province. Thousands of people fled Idlib."
        #expect(try read("The war went on.\n\n" + province).last?.id == "geonames:169387")
        #expect(try read("The war went on.\n\n" + town).last?.id == "geonames:169389")
    }

    @Test(
        "A name that is only spelt alike, or says a direction, needs the country in the text",
        arguments: [
            ("Soldiers in Kaduna and Jos found a camp near Kharkev. Trucks came from Abuja.", "Kharkev", nil),
            (
                "Soldiers in Lviv and Odesa found a camp near Kharkev. Trucks came from Kyiv.", "Kharkev",
                "geonames:706483"
            ),
            ("Ministers in Kyiv, Lviv and Odesa thanked Western allies.", "Western", nil),
            ("The U.N. has sent doctors to Kyiv and Lviv.", "U.N.", nil),
            ("The army in Burkina has closed roads.", "Burkina", "geonames:2361809"),
            ("Shells fell in Gaza before dawn.", "Gaza", "geonames:281132"),
            ("Shells fell in Gaza City before dawn.", "Gaza City", "geonames:281133"),
        ] as [(String, String, String?)])
    func needsSupport(_ text: String, _ name: String, _ id: String?) throws {
        #expect(try read(text).first { $0.name == name }?.id == id)
    }

    @Test("Of two places of a name the one in a country that the text speaks of")
    func isWhereTheTextPlays() throws {
        let text =
            "Militia left Bunia, Butembo and Goma in eastern Congo. Rebels shot at farmers in the territory of Beni."
        let beni = try #require(try read(text).first { $0.name == "Beni" })
        #expect(beni.id != "geonames:3923172")
    }
}
