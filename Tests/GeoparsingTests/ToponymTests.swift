import Articles
import Foundation
import Gazetteers
import GeoTypes
import Geoparsing
import Testing

/// The embedded gazetteer and the word lists of the checkout, opened once.
enum World {
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().path

    static let gazetteer: GazetteerIndex? = {
        // script/test names the program; its index lies beside it.
        if let program = ProcessInfo.processInfo.environment["DATELINE_PROGRAM"] {
            let share = URL(fileURLWithPath: program).deletingLastPathComponent().deletingLastPathComponent().path
            return try? GazetteerIndex(path: share + "/share/dateline/gazetteer.index")
        }
        return nil
    }()

    static let tables: [String: String] = {
        let folder = root + "/Sources/Geoparsing/Resources/en"
        var tables: [String: String] = [:]
        for name in (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? [] {
            tables[name] = try? String(contentsOfFile: folder + "/" + name, encoding: .utf8)
        }
        return tables
    }()

    static let parser: Geoparser? = {
        guard let gazetteer else { return nil }
        return try? Geoparser(tables: tables, gazetteer: gazetteer)
    }()
}

/// Names in `[[NAME|PLACE]]` are toponyms with their place, all others are none.
struct MarkedArticle {
    var text = ""
    var expected: [String] = []

    init(_ marked: String) {
        var rest = marked[...]
        while let open = rest.range(of: "[["), let close = rest.range(of: "]]") {
            text += rest[..<open.lowerBound]
            let parts = rest[open.upperBound..<close.lowerBound].split(separator: "|")
            expected.append("\(parts[0]) = \(parts.count > 1 ? parts[1] : "nil") at \(text.utf8.count)")
            text += parts[0]
            rest = rest[close.upperBound...]
        }
        text += rest
    }
}

@Suite(.enabled(if: World.parser != nil, "needs the compiled gazetteer of script/test"))
struct ToponymTests {
    private func check(_ marked: String, publisher: String? = nil) throws {
        let article = MarkedArticle(marked)
        let parser = try #require(World.parser)
        let document = Document(Article(id: "a", text: article.text, publisher: publisher))
        let found = parser.toponyms(in: document).map {
            "\(document.text($0.range)) = \($0.place?.id ?? "nil") at \($0.range.start)"
        }
        #expect(found == article.expected)
    }

    @Test(arguments: [
        "Troops entered [[Izium|geonames:707292]] at dawn.", "Troops entered [[Izyum|geonames:707292]] at dawn.",
        "They fled from [[Kupiansk|geonames:703656]] to the north.",
        "They fled from [[Kupyansk|geonames:703656]] to the north.",
        "They fled from [[Kupjansk|geonames:703656]] to the north.",
        "Shells fell on [[Balakliia|geonames:712926]] that night, officials in [[Ukraine|geonames:690791]] said.",
        "Shells fell on [[Balakliya|geonames:712926]] that night, officials in [[Ukraine|geonames:690791]] said.",
        "People in [[Balakiya|geonames:712926]] waited, officials in [[Ukraine|geonames:690791]] said.",
        "The train left [[Kyiv|geonames:703448]] for [[Kharkiv|geonames:706483]].",
        "The train left [[Kiev|geonames:703448]] for [[Kharkov|geonames:706483]].",
    ])
    func spellingVariantsResolve(marked: String) throws { try check(marked) }

    @Test(arguments: [
        "Villages in the [[Kharkiv|geonames:706482]] region were shelled.",
        "He lives in [[Kharkiv|geonames:706483]] with his family.",
        "Fields in [[Kherson Oblast|geonames:706442]] burned.",
        "It spread over [[Luhansk|geonames:702657]] and [[Donetsk|geonames:709716]] regions.",
        "Roads in the [[Kyiv|geonames:703446]], [[Kharkiv|geonames:706482]] and [[Kherson|geonames:706442]] regions are closed.",
        "Smoke rose over central [[Kharkiv|geonames:706483]] and north of [[Kyiv|geonames:703448]].",
        "He walked into the city of [[Luhansk|geonames:702658]] in [[Ukraine|geonames:690791]].",
    ])
    func classWordsTellRegionsFromTowns(marked: String) throws { try check(marked) }

    @Test(arguments: [
        "The poisoning in [[Salisbury|geonames:2638664]] angered the [[UK|geonames:2635167]] government in [[London|geonames:2643743]].",
        "A fire in [[Salisbury|geonames:4489985]], [[North Carolina|geonames:4482348]], killed two.",
        "Voters in [[Atlanta|geonames:4180439]] and across [[Georgia|geonames:4197000]] waited, as in [[Florida|geonames:4155751]] and [[Texas|geonames:4736286]].",
        "Protesters in [[Tbilisi|geonames:611717]] said [[Georgia|geonames:614540]] must choose between [[Russia|geonames:2017370]] and [[Europe|geonames:6255148]].",
        "He fled [[Kyiv|geonames:703448]] for [[Rostov|geonames:501175]] in [[Russia|geonames:2017370]].",
        "The court in [[Paris|geonames:4717560]], [[Texas|geonames:4736286]], opened.",
        "Shops in [[Lima|geonames:5160783]] and [[Dayton|geonames:4509884]], [[Ohio|geonames:5165418]], closed early.",
        "Elections in [[Poland|geonames:798544]] worried [[Moscow|geonames:524901]] and [[Ukraine|geonames:690791]].",
    ])
    func theContextChoosesBetweenPlacesOfOneName(marked: String) throws { try check(marked) }

    @Test(arguments: [
        ("Men hid around 50 km south of Balakliia in Ukraine.", 50_000.0, 180.0, 49.006, 36.844),
        ("A base 20 kilometres south-east of Izium was hit.", 20_000, 135, 49.080, 37.470),
        ("A site about 150 miles north of Kyiv was filmed.", 241_401.6, 0, 52.622, 30.524),
    ])
    func aRelativePlaceIsAPoint(
        text: String, distance: Double, bearing: Double, latitude: Double, longitude: Double
    ) throws {
        let parser = try #require(World.parser)
        let document = Document(Article(id: "a", text: text))
        let offset = try #require(parser.toponyms(in: document).compactMap(\.offset).first)
        #expect(abs(offset.distance - distance) < 0.1)
        #expect(offset.bearing == bearing)
        #expect(abs(offset.point.latitude - latitude) < 0.005)
        #expect(abs(offset.point.longitude - longitude) < 0.005)
        #expect(offset.radius > 0.3 * distance && offset.radius < distance)
    }

    @Test(arguments: [
        "They live forty kilometers north of the border with Ukraine.", "Some 2,000 men of Izium left.",
        "He was in Izium for 20 km of road.",
    ])
    func whatHasNoAnchorStaysWhereItIs(text: String) throws {
        let parser = try #require(World.parser)
        #expect(parser.toponyms(in: Document(Article(id: "a", text: text))).allSatisfy { $0.offset == nil })
    }

    @Test func aCodenameIsNoTown() throws {
        try check(
            "A soldier with the codename Kandalaksha spoke near [[Izium|geonames:707292]]. Kandalaksha left home in 2014. "
                + "[[Kandalaksha|geonames:553190]] is a small town in the north of [[Russia|geonames:2017370]].")
    }

    @Test(arguments: [
        "Maria Lopez and Paris Hilton met Charlotte Miller.", "On Monday in March, Mr. Washington said nothing.",
        "The Washington Post and the Kyiv Independent wrote about it.", "Man of the match was Florence Reading.",
        "Nice weather, said Orange and Mobile customers.", "Of course it was a second chance.",
    ])
    func personsPapersAndPlainWordsAreNoPlaces(text: String) throws { try check(text) }

    @Test func aCountyIsNotTheTownOfItsName() throws {
        let text = "A barn burned in Licking County on Tuesday, deputies in Newark, Ohio, said."
        let parser = try #require(World.parser)
        let document = Document(Article(id: "a", text: text))
        let county = try #require(parser.toponyms(in: document).first)
        #expect(document.text(county.range) == "Licking County")
        #expect(county.place?.featureCode == "ADM2")
        #expect(county.place?.admin1Code == "OH")
    }

    @Test(arguments: [
        "They met at Kestrel Hollow, a village near Salisbury.", "The shop on Brackenridge Avenue in Lima closed.",
    ])
    func aNameThatTheGazetteerLacksSaysSo(text: String) throws {
        let parser = try #require(World.parser)
        let unknown = parser.toponyms(in: Document(Article(id: "a", text: text))).filter { $0.place == nil }
        #expect(unknown.allSatisfy { $0.unresolved == .notInGazetteer })
    }

    @Test(arguments: [
        ("FIGHTING IN IZIUM AND BALAKLIIA WENT ON. The men who had fled said so.", ["IZIUM", "BALAKLIIA"]),
        ("STORMS HIT OHIO AND MICHIGAN ON MONDAY, LEAVING THOUSANDS OF HOMES WITHOUT POWER.", ["OHIO", "MICHIGAN"]),
        ("Jordan Miller spoke in Ukraine.", ["Ukraine"]),
    ])
    func capitalsAndGivenNamesAreReadForWhatTheyAre(text: String, names: [String]) throws {
        let parser = try #require(World.parser)
        let document = Document(Article(id: "a", text: text))
        #expect(parser.toponyms(in: document).map { document.text($0.range) } == names)
    }

    @Test func aPublisherIsNoState() throws {
        try check("NV: What happened in [[Kherson|geonames:706448]]?", publisher: "NV")
    }

    @Test func possessivesAndArticlesAreTrimmed() throws {
        try check(
            "[[Kherson|geonames:706448]]’s mayor left the [[Donbas|dateline:donbas]] for [[Ukraine|geonames:690791]]'s capital."
        )
    }

    @Test func givenSpansAreOnlyResolved() throws {
        let parser = try #require(World.parser)
        let text = "men from izium and Kharkiv"
        let document = Document(Article(id: "a", text: text, givenToponyms: [TextRange(9, 14)]))
        let found = parser.toponyms(in: document)
        #expect(found.map(\.range) == [TextRange(9, 14)])
        #expect(found.first?.place?.id == "geonames:707292")
    }

    @Test func demonymsAreReturnedOnlyWhenAskedFor() throws {
        let document = Document(Article(id: "a", text: "Ukrainian soldiers waited in Izium."))
        let parser = try #require(World.parser)
        #expect(parser.toponyms(in: document).allSatisfy { $0.role == .literal })
        let demonyms = parser.read(document).demonyms
        #expect(demonyms.map(\.place?.id) == ["geonames:690791"])
        #expect(demonyms.map(\.role) == [.demonym])
    }

    @Test(
        "A country goes before towns and parishes of the adjective's name", arguments: ["German", "Spanish", "French"])
    func demonymsAreOfCountries(_ word: String) throws {
        let parser = try #require(World.parser)
        let reading = parser.read(Document(Article(id: "a", text: "The \(word) government said no.")))
        #expect(reading.toponyms.isEmpty)
        #expect(reading.demonyms.map(\.place?.kind) == [.country])
    }

    @Test func confidenceIsAProbability() throws {
        let parser = try #require(World.parser)
        let document = Document(Article(id: "a", text: "From Springfield to Izium, and from Xyzzyville to Paris."))
        for toponym in parser.toponyms(in: document) { #expect((0...1).contains(toponym.confidence)) }
    }
}
