import Articles
import TemporalTagging
import Testing

/// What news says and taggers get wrong.
@Suite struct NewsPhraseTests {
    typealias Row = (String, String?, String, String, String?)

    @Test(
        "What follows a past day's happening, days in a row, and infinitives behind an apposition",
        arguments: [
            ("Ten men were held in Lima following Sunday's riot.", "Sunday", "2022-09-11"),
            ("Troops left Goma following Friday's shelling.", "Friday", "2022-09-09"),
            ("Gunmen raided two farms on Friday and Saturday.", "Friday", "2022-09-09/2022-09-10"),
            ("Troops shelled Bunia on 3 and 4 September.", "4 September", "2022-09-03/2022-09-04"),
            ("Gunmen raided farms on Friday and Sunday.", "Friday", "2022-09-09"),
            (
                "It summoned Karl Berg, the envoy of Norway in Accra, to protest the burning of a flag on Thursday.",
                "Thursday", "2022-09-08"
            ),
        ])
    func daysOfWhatHappened(_ text: String, _ phrase: String, _ edtf: String) throws {
        let found = try EnglishTables.tag(text, "2022-09-13")
        let hit = try #require(found.first { $0.text == phrase }, "found \(found.map(\.text)) in: \(text)")
        #expect(hit.expression.edtf == edtf)
    }

    /// The thirteen: dates read twice, as of today, as of the wrong year or not at all.
    static let thirteen: [Row] = [
        ("Trench life, Sunday 11 December 2022.", "2022-12-11", "Sunday 11 December 2022", "2022-12-11", "2022-12-11"),
        (
            "The vote, held this month two years ago, was a sham.", "2022-08-19", "this month two years ago", "2020-08",
            "2020-08"
        ),
        ("He fled the vote of two years ago this month.", "2022-08", "two years ago this month", "2020-08", "2020-08"),
        ("The invasion began on 24 February.", "2022-09-13", "24 February", "2022-02-24", "2022-02-24"),
        ("Convoys left over the weekend.", "2022-09-13", "the weekend", "2022-W36-WE", "[2022-09-10..2022-09-11]"),
        ("Is a vote to be held in autumn?", "2022-07-06", "autumn", "2022-FA", "2022-23"),
        ("They planned it as early as April 27.", "2022-07-06", "April 27", "2022-04-27", "2022-04-27"),
        ("Take March, when the town was shelled.", "2022-09-13", "March", "2022-03", "2022-03"),
        ("The army struck in the past week.", "2022-09-13", "the past week", "2022-W36", "[2022-09-06..2022-09-13]"),
        (
            "The siege ended just a few months ago.", "2022-12-11", "a few months ago", "PAST_REF",
            "[2022-03..2022-10]"
        ),
        ("Shelling comes nearly every day.", "2022-07-06", "Nearly every day", "P1D", nil),
        ("It was taken as of the end of June.", "2022-07-06", "the end of June", "2022-06", "2022-06"),
    ]

    static let further: [Row] = [
        (
            "It fell in the second week of June.", "2022-09-13", "the second week of June", "2022-W23",
            "[2022-06-08..2022-06-14]"
        ),
        (
            "It fell in the last week of August 2021.", "2022-09-13", "the last week of August 2021", "2021-W34",
            "[2021-08-25..2021-08-31]"
        ),
        (
            "They met on the first Monday of September.", "2022-09-13", "the first Monday of September", "2022-09-05",
            "2022-09-05"
        ),
        (
            "They voted on the last Sunday in May 2019.", "2022-09-13", "the last Sunday in May 2019", "2019-05-26",
            "2019-05-26"
        ),
        (
            "Rockets fell on the second weekend of July.", "2022-09-13", "the second weekend of July", "2022-W27-WE",
            "[2022-07-09..2022-07-10]"
        ),
        ("He died in the 9/11 attacks.", "2022-09-13", "9/11", "2001-09-11", "2001-09-11"),
        ("After the Sept. 11 attacks he enlisted.", "2022-09-13", "Sept. 11", "2001-09-11", "2001-09-11"),
        ("He spoke on Sept. 11 in Kyiv.", "2022-09-13", "Sept. 11", "2022-09-11", "2022-09-11"),
        ("At 6.30am on Friday a bomb exploded.", "2022-09-13", "6.30am on Friday", "2022-09-09T06:30", "2022-09-09"),
        ("At dawn on Saturday troops moved in.", "2022-09-13", "dawn on Saturday", "2022-09-10TMO", "2022-09-10"),
        ("During the spring months they hid.", "2022-07-06", "the spring months", "2022-SP", "2022-21"),
        (
            "Over the past two months 40 died.", "2022-09-13", "the past two months", "P2M", "[2022-07..2022-09]"
        ),
        ("Twelve died in recent days.", "2022-09-13", "recent days", "PXD", "[2022-09-06..2022-09-13]"),
        ("Twelve died in the last 24 hours.", "2022-09-13", "the last 24 hours", "PT24H", "[2022-09-12..2022-09-13]"),
        ("He was held for the past six months.", "2022-09-13", "the past six months", "P6M", nil),
        ("It ended several years ago.", "2022-09-13", "several years ago", "PAST_REF", nil),
        ("It ended a few days ago.", "2022-08", "a few days ago", "PAST_REF", "[2022-07-25..2022-08-29]"),
        ("It ended a few days ago.", nil, "a few days ago", "PAST_REF", nil),
    ]

    @Test(arguments: thirteen + further)
    func newsPhraseHasValue(row: Row) throws {
        let found = try EnglishTables.tag(row.0, row.1)
        let hit = try #require(
            found.first { $0.text.lowercased() == row.2.lowercased() }, "found \(found.map(\.text)) in: \(row.0)")
        #expect(hit.expression.value == row.3)
        #expect(hit.expression.edtf == row.4)
    }

    @Test func aDayEarlierCountsFromTheDateNamedBefore() throws {
        let found = try EnglishTables.tag("On May 31 she quit after her car was burnt a day earlier.", "2022-07-06")
        #expect(found.map(\.expression.edtf) == ["2022-05-31", "2022-05-30"])
    }

    @Test(arguments: [
        ("In March 2003 they crossed the river. In April they took the city.", ["2003-03", "2003-04"]),
        (
            "In March 2003 they crossed. In April they took the city. In June he fled.",
            ["2003-03", "2003-04", "2003-06"]
        ),
        (
            "In March 2019 he won. On Friday he quit. In April he had warned them.",
            ["2019-03", "2022-09-09", "2022-04"]
        ),
        ("In March 2003 they crossed. It was over. Peace held. In April he fled.", ["2003-03", "2022-04"]),
        ("In March 2021 they crossed the river. In April they fled.", ["2021-03", "2022-04"]),
    ])
    func monthsAfterADatedOneGoOnWithItsYear(text: String, values: [String]) throws {
        #expect(try EnglishTables.tag(text, "2022-09-13").map(\.expression.value) == values)
    }

    @Test func narrativeDoesNotCountFromAnAside() throws {
        let text = "In May 1944 they landed (the port was rebuilt in July 1951). In August they won."
        #expect(
            try EnglishTables.tag(text, nil, narrative: true).map(\.expression.value) == [
                "1944-05", "1951-07", "1944-08",
            ])
    }

    @Test(arguments: [
        ("It fell last week.", TimeSpan.Precision.week), ("It fell in the past week.", .range),
        ("It fell a few months ago.", .range), ("It fell in the second week of June.", .week),
        ("It fell in July.", .month), ("It fell in autumn.", .season), ("It fell in 2014.", .year),
        ("It fell on Friday.", .day), ("It fell between 4 and 7 March.", .range),
    ])
    func spanStatesItsPrecision(text: String, precision: TimeSpan.Precision) throws {
        let span = try #require(EnglishTables.tag(text, "2022-09-13").first?.expression.span)
        #expect(span.precision == precision)
    }

    @Test(arguments: [
        "It was the third attack in as many days.", "She spends her days in Lviv.",
        "It ended at the turn of the century.",
        "The late-night raid failed.", "The school stands at 9/12 Mill Road.",
    ])
    func whatNewsSaysWithoutATimeIsNotTagged(text: String) throws {
        #expect(try EnglishTables.tag(text, "2022-09-13").map(\.text) == [])
    }
}
