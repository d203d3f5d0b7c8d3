import Articles
import Gazetteers
import GeoTypes
import Geoparsing
import Testing

struct OutletTests {
    private func town(_ id: Int, _ latitude: Double, _ longitude: Double, code: String = "PPL") -> Place {
        Place(
            id: "geonames:\(id)", name: "Town \(id)", coordinate: Coordinate(latitude: latitude, longitude: longitude),
            featureCode: code, countryCode: "US")
    }

    private func learner(_ articles: [(outlet: String?, places: [Place])], confidence: Double = 0.9) -> OutletLearner {
        var learner = OutletLearner()
        for (number, (outlet, places)) in articles.enumerated() {
            learner.add(
                Article(id: "\(number)", text: "", publisher: outlet),
                places.map { ResolvedToponym(range: TextRange(0, 1), place: $0, confidence: confidence) })
        }
        return learner
    }

    private var local: [(outlet: String?, places: [Place])] {
        let (a, b, far) = (town(1, 40, -90), town(2, 40.2, -90.1), town(3, 48.8, 2.3))
        return [
            ("www.Gazette.com", [a, far]), ("gazette.com", [b]), ("gazette.com", [a, b]), ("gazette.com", [far]),
            ("few.com", [a]), (nil, [a]), ("wide.com", [a]), ("wide.com", [far]), ("wide.com", [town(4, -30, 150)]),
        ]
    }

    @Test func anOutletIsAtHomeWhereMostOfItsArticlesAre() throws {
        let (table, leftOut) = learner(local).learn()
        #expect(table.homes.map(\.outlet) == ["gazette.com"])
        let home = try #require(table.homes.first)
        #expect(home.place == "Town 1" || home.place == "Town 2")
        #expect(home.articles == 4 && home.localArticles == 3)
        #expect(home.radius >= 10_000 && home.radius < 40_000)
        #expect(leftOut.count == 2)
        #expect(leftOut.contains { $0.hasPrefix("few.com: 1 of 1 articles") })
        #expect(leftOut.contains { $0.hasPrefix("wide.com:") && $0.contains("no one region") })
    }

    @Test func theOrderOfArticlesDoesNotMatter() {
        #expect(learner(local).learn().table.csv == learner(local.reversed()).learn().table.csv)
    }

    @Test func uncertainPlacesAndCountriesSayNothing() {
        #expect(learner(local, confidence: 0.3).learn().table.homes.isEmpty)
        let countries = local.map { ($0.outlet, [town(9, 40, -90, code: "PCLI")]) }
        #expect(learner(countries.map { (outlet: $0.0, places: $0.1) }).learn().table.homes.isEmpty)
    }

    @Test func anArticleIsNeverItsOwnWitness() throws {
        let learner = learner(local)
        let all = try #require(learner.learn().table.homes.first)
        let prior = try #require(learner.prior(excluding: Article(id: "0", text: "", publisher: "gazette.com")))
        #expect(prior.strength < all.prior.strength)
        #expect(learner.prior(excluding: Article(id: "4", text: "", publisher: "few.com")) == nil)
    }

    @Test func theTableReadsWhatItWrote() throws {
        let table = learner(local).learn().table
        let again = try OutletTable(Array(table.csv.utf8), path: "h.csv")
        #expect(again.csv == table.csv)
        #expect(table.csv.hasPrefix(OutletTable.columns.joined(separator: ",") + "\ngazette.com,Town "))
        #expect(again.prior(for: Article(id: "x", text: "", publisher: " WWW.Gazette.com")) != nil)
        #expect(again.prior(for: Article(id: "x", text: "", publisher: "other.com")) == nil)
        #expect(again.prior(for: Article(id: "x", text: "")) == nil)
    }

    @Test(arguments: [
        ("outlet,latitude,longitude\na.com,north,1", "h.csv:2: found the position 'north, 1'"),
        ("outlet,latitude,longitude\n,1,1", "no outlet"), ("outlet,latitude\na.com,1", "h.csv:1: found the columns"),
        ("outlet,latitude,longitude,radius_km\na.com,1,1,-3", "'-3' in 'radius_km'"),
        ("outlet,latitude,longitude,articles\na.com,1,1,1e300", "'1e300'"),
    ])
    func aBadLineIsNamed(text: String, part: String) throws {
        let error = #expect(throws: UserTableError.self) { try OutletTable(Array(text.utf8), path: "h.csv") }
        #expect("\(try #require(error))".contains(part))
    }
}

@Suite(.enabled(if: World.parser != nil, "needs the compiled gazetteer of script/test"))
struct DocumentPriorTests {
    @Test func theHomeChoosesBetweenPlacesOfOneName() throws {
        let parser = try #require(World.parser)
        let document = Document(Article(id: "a", text: "A man from Athens was fined on Friday."))
        func place(_ prior: DocumentPrior?) -> String? { parser.toponyms(in: document, prior: prior).first?.place?.id }
        #expect(place(nil) == "geonames:264371")
        let georgia = DocumentPrior(
            home: Coordinate(latitude: 33.96, longitude: -83.38), countryCode: "US", radius: 30_000, strength: 0.9)
        #expect(place(georgia) == "geonames:4180386")
    }
}
