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

    @Test(
        "A bare name is the town before the division named like it, or the capital that lies beside it",
        arguments: [
            ("Riot police cleared a square in Kiev before dawn.", "Kiev", "geonames:703448"),
            ("Riot police cleared a square in Buenos Aires before dawn.", "Buenos Aires", "geonames:3435910"),
            ("Riot police cleared a square in Dubai before dawn.", "Dubai", "geonames:292223"),
            ("Officials in Washington said they would send no troops to Kosovo.", "Washington", "geonames:4140963"),
            (
                "A fire near Spokane and Yakima closed roads, and Washington asked for help.", "Washington",
                "geonames:5815135"
            ),
            ("Riot police cleared a square in Tirana before dawn.", "Tirana", "geonames:3183875"),
            ("Riot police cleared a square in New York before dawn.", "New York", "geonames:5128581"),
            ("A teacher in Albany, New York, was freed.", "New York", "geonames:5128638"),
            ("Riot police cleared a square in Goiás before dawn.", "Goiás", "geonames:3462372"),
            ("Riot police cleared a square in Quebec before dawn.", "Quebec", "geonames:6115047"),
            ("Riot police cleared roads in Kiev region before dawn.", "Kiev", "geonames:703446"),
        ])
    func bareName(_ text: String, _ name: String, _ id: String) throws {
        #expect(try read(text).first { $0.name == name }?.id == id)
    }

    @Test("A text that calls it a city speaks of the city, though it names the province first")
    func calledCity() throws {
        let start = "Shells fell on Kunduz province at noon. "
        #expect(try read(start + "Kunduz is the provincial capital. Kunduz burned.").last?.id == "geonames:1135689")
        #expect(try read(start + "Kunduz, a market town, was lost. Kunduz burned.").last?.id == "geonames:1135689")
        #expect(try read(start + "Kunduz burned.").last?.id == "geonames:1135690")
    }

    @Test("A town met by an odd spelling is none where the text plays in another country")
    func oddSpelling() throws {
        let text = "A lorry hit a mine near Makeen; the dead were taken to Kaduna, Jos and Abuja."
        #expect(try read(text).first { $0.name == "Makeen" }?.id == nil)
        let city = "Envoys met in Marrakech; they came from Kaduna, Jos and Abuja."
        #expect(try read(city).first { $0.name == "Marrakech" }?.id == "geonames:2542997")
    }

    @Test("A region of another country than what holds it is another of the name")
    func heldElsewhere() throws {
        let text = "Huts burned across the Beni region of North Kivu, a nurse in Goma said."
        #expect(try read(text).first { $0.name == "Beni" }?.id == nil)
    }

    @Test("A demonym is of the country before a state of the name")
    func demonymOfCountry() throws {
        let text = "Georgian gunners fired at noon."
        let document = Document(Article(id: "a", text: text))
        let demonyms = try #require(World.parser).read(document).demonyms
        #expect(demonyms.first?.place?.id == "geonames:614540")
    }

    @Test(
        "A class word that goes with the name before says nothing of the name after it",
        arguments: [
            ("Floods cut roads in the Oromia region of Niger.", "Niger", "geonames:2440476"),
            ("Floods cut roads in the Colon region of Panama.", "Panama", "geonames:3703430"),
            ("Floods cut roads in the Zona Centro region of Mexico.", "Mexico", "geonames:3996063"),
        ])
    func classOfAnother(_ text: String, _ name: String, _ id: String) throws {
        #expect(try read(text).first { $0.name == name }?.id == id)
    }

    @Test("The place that a text begins with lies where the text says of this village")
    func dateline() throws {
        let known = try read(
            "PISKY, Ukraine - Nine weeks later, this small village in the Kharkiv region is quiet. Pisky has no school."
        )
        #expect(known.first?.id == nil)
        #expect(known.first?.holder == "Kharkiv")
        #expect(known.last?.holder == "Kharkiv")
        let listed = try read("STEPNE, Ukraine - Guns are heard daily in this farming village in the Sumy region.")
        #expect(listed.first?.id != nil || listed.first?.holder == "Sumy")
    }
}
