import Articles
import Evaluation
import Gazetteers
import GeoTypes
import Geoparsing
import Testing

/// The definitions in which toponyms are counted.
struct ToponymEvaluationTests {
    private let alta = Place.town(1, "Alta", 10, 10)
    private let farAlta = Place.town(2, "Alta", 20, 10)
    private let foreignAlta = Place.town(3, "Alta", -40, 100, country: "BB")
    private let nearAlta = Place.town(4, "Alta", 10.5, 10, code: "ADM2")
    private var gazetteer: SmallGazetteer {
        SmallGazetteer(
            [
                ("Alta", .primary, alta), ("Alta", .primary, farAlta), ("Alta", .primary, foreignAlta),
                ("Alta", .primary, nearAlta), ("Altan", .demonym, alta),
            ])
    }

    private func gold(_ range: TextRange, id: Int? = 1, latitude: Double? = 10) -> ToponymCorpus.Gold {
        ToponymCorpus.Gold(
            range: range, placeID: id.map { "geonames:\($0)" },
            coordinate: latitude.map { Coordinate(latitude: $0, longitude: 10) })
    }

    /// Evaluates one document: "Rain fell on Alta, said an Altan farmer. Baro was dry."
    private func evaluation(
        _ gold: [ToponymCorpus.Gold], _ found: [ResolvedToponym], words: [String: String] = [:],
        includesDemonyms: Bool = false
    ) -> ToponymEvaluation {
        let article = Article(id: "a", text: "Rain fell on Alta, said an Altan farmer. Baro was dry.")
        var evaluation = ToponymEvaluation(
            gazetteer: gazetteer, words: words, includesDemonyms: includesDemonyms)
        evaluation.add(
            ToponymCorpus.Item(article: article, toponyms: gold), document: Document(article), toponyms: found)
        return evaluation
    }

    private let altaRange = TextRange(13, 17)
    private let altanRange = TextRange(27, 32)
    private let baroRange = TextRange(41, 45)

    private func found(_ range: TextRange, _ place: Place?, confidence: Double = 0.9) -> ResolvedToponym {
        ResolvedToponym(
            range: range, place: place, unresolved: place == nil ? .notInGazetteer : nil, confidence: confidence)
    }

    @Test func theRightPlaceIsRightByIdAndByDistance() {
        let result = evaluation([gold(altaRange)], [found(altaRange, alta)])
        #expect(result.detection.f1 == 1)
        #expect(result.endToEndExact == 1)
        #expect(result.endToEnd == 1)
        #expect(result.mistakes.isEmpty)
        #expect(result.distances.median == 0)
        #expect(abs(result.calibration.error - 0.1) < 1e-9)
    }

    @Test func demonymsAreLeftOutOnBothSides() {
        let both = evaluation(
            [gold(altaRange), gold(altanRange)], [found(altaRange, alta), found(altanRange, farAlta)])
        #expect(both.detection.expected == 1)
        #expect(both.detection.found == 1)
        #expect(both.all.linked == 1)
        let counted = evaluation(
            [gold(altaRange), gold(altanRange)], [found(altaRange, alta), found(altanRange, farAlta)],
            includesDemonyms: true)
        #expect(counted.all.linked == 2)
        #expect(counted.endToEnd == 0.5)
    }

    @Test func aMistakeHasTheKindOfWhatWentWrong() {
        func kinds(_ found: [ResolvedToponym]) -> [ToponymMistake.Kind] {
            evaluation([gold(altaRange)], found).mistakes.map(\.kind)
        }
        #expect(kinds([]) == [.notFound])
        #expect(kinds([found(TextRange(10, 17), alta)]) == [.otherBoundaries])
        #expect(kinds([found(altaRange, nil)]) == [.noCandidate])
        #expect(kinds([found(altaRange, farAlta)]) == [.sameCountry])
        #expect(kinds([found(altaRange, foreignAlta)]) == [.otherCountry])
        #expect(kinds([found(altaRange, nearAlta)]) == [.otherID])
        #expect(kinds([found(altaRange, alta), found(baroRange, nil)]) == [.spurious])
    }

    /// A gold id that the gazetteer lacks is wrong by id, and right or wrong by distance as any other.
    @Test func aGoldPlaceThatTheGazetteerLacksCounts() {
        let near = evaluation([gold(altaRange, id: 99, latitude: 10.2)], [found(altaRange, alta)])
        #expect(near.all.linked == 1)
        #expect(near.endToEndExact == 0)
        #expect(near.endToEnd == 1)
        #expect(near.coverage.hasID == 0)
        #expect(near.coverage.within25km == 1)
        #expect(near.classes[.unknown]?.linked == 1)
        let far = evaluation([gold(altaRange, id: 99, latitude: 60)], [found(altaRange, alta)])
        #expect(far.endToEnd == 0)
        #expect(far.coverage.within161km == 0)
        #expect(far.mistakes.map(\.kind) == [.notInGazetteer])
    }

    @Test func anUnlinkedToponymCountsForDetectionOnly() {
        let result = evaluation([gold(altaRange, id: nil, latitude: nil)], [found(altaRange, farAlta)])
        #expect(result.detection.f1 == 1)
        #expect(result.all.linked == 0)
        #expect(result.mistakes.isEmpty)
        // Nobody knows whether it is right, so it says nothing of calibration.
        #expect(result.calibration.bins.allSatisfy { $0.count == 0 })
    }

    @Test func theAreaUnderTheLogErrorsIsThatOfTheLiterature() throws {
        // Two exact and one missing: in the curve of all, ln(1) ln(1) ln(20039), trapezoids 0 + 0.5, over two steps.
        let article = Article(id: "a", text: "Alta Alta Alta")
        var result = ToponymEvaluation(gazetteer: gazetteer)
        let ranges = [TextRange(0, 4), TextRange(5, 9), TextRange(10, 14)]
        result.add(
            ToponymCorpus.Item(article: article, toponyms: ranges.map { gold($0) }), document: Document(article),
            toponyms: ranges.prefix(2).map { found($0, alta) })
        #expect(result.distances.area == 0)
        #expect(abs(try #require(result.distances.areaOverall) - 0.25) < 1e-9)
    }

    @Test(arguments: [
        ("Mr. Baro left.", "Baro", ToponymMistake.Kind.person), ("Ana Baro left.", "Baro", .person),
        ("The Baro Bank closed.", "Baro", .organization), ("He lives on Baro Street now.", "Baro", .street),
        ("Reading is fun; he is reading.", "Reading", .word), ("And so Baro left.", "Baro", .spurious),
    ])
    func spuriousSpansAreSortedByTheWordsAround(text: String, name: String, kind: ToponymMistake.Kind) throws {
        let words = [
            "given_names.tsv": "name\tplace\nAna\t0\n", "titles.tsv": "title\tuse\nMr\tbefore_person\n",
            "organization_heads.tsv": "head\tkind\nbank\tcompany\n", "street_words.tsv": "word\nstreet\n",
        ]
        let article = Article(id: "a", text: text)
        let document = Document(article)
        let start = try #require(text.utf8.firstRange(of: name.utf8)).lowerBound.utf16Offset(in: text)
        var result = ToponymEvaluation(gazetteer: gazetteer, words: words)
        result.add(
            ToponymCorpus.Item(article: article, toponyms: []), document: document,
            toponyms: [found(TextRange(start, start + name.utf8.count), nil)])
        #expect(result.mistakes.map(\.kind) == [kind])
    }
}
