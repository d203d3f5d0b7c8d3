import Articles
import TemporalTagging
import Testing

/// More forms of news, by kind: what is said of a day, of its parts, of vague spans, and what only looks so.
@Suite struct NewsFormTests {
    static let forms: [PhraseTests.Row] = [
        ("On 5th September, shelling began.", "2022-09-13", "5th September", "2022-09-05", "2022-09-05"),
        ("Shelling began on Monday, Sept. 5, 2022.", "2022-09-13", "Monday, Sept. 5, 2022", "2022-09-05", "2022-09-05"),
        ("It was signed on 05-09-2021.", "2022-09-13", "05-09-2021", "2021-09-05", "2021-09-05"),
        ("It was signed on 2021/09/05.", "2022-09-13", "2021/09/05", "2021-09-05", "2021-09-05"),
        ("It was signed on 2021.09.05.", "2022-09-13", "2021.09.05", "2021-09-05", "2021-09-05"),
        ("It was signed on 05-Sep-2021.", "2022-09-13", "05-Sep-2021", "2021-09-05", "2021-09-05"),
        ("It was signed on 9.9.22.", "2022-09-13", "9.9.22", "2022-09-09", "2022-09-09"),
        ("Shelling began on the 9th of last month.", "2022-09-13", "the 9th of last month", "2022-08-09", "2022-08-09"),
        ("Early on Friday, a missile hit.", "2022-09-13", "Early on Friday", "2022-09-09", "2022-09-09"),
        ("Early Friday morning, a missile hit.", "2022-09-13", "Early Friday morning", "2022-09-09TMO", "2022-09-09"),
        ("He came this past Friday.", "2022-09-13", "this past Friday", "2022-09-09", "2022-09-09"),
        ("This coming Friday he speaks.", "2022-09-13", "This coming Friday", "2022-09-16", "2022-09-16"),
        ("The council begins on Friday.", "2022-09-13", "Friday", "2022-09-16", "2022-09-16"),
        ("Thursday last week they struck.", "2022-09-13", "Thursday last week", "2022-09-08", "2022-09-08"),
        (
            "In the early hours of Friday morning shells fell.", "2022-09-13", "the early hours of Friday morning",
            "2022-09-09TMO", "2022-09-09"
        ),
        (
            "The strike was Wednesday evening around 7 p.m.", "2022-09-13", "Wednesday evening around 7 p.m.",
            "2022-09-07T19:00", "2022-09-07"
        ),
        ("A missile hit around 5 in the morning.", "2022-09-13", "5 in the morning", "2022-09-13T05:00", "2022-09-13"),
        ("A missile hit at 17.30 local time.", "2022-09-13", "17.30 local time", "2022-09-13T17:30", "2022-09-13"),
        ("A missile hit at 5 o'clock.", "2022-09-13", "5 o'clock", "2022-09-13T05:00", "2022-09-13"),
        ("In the small hours they fled.", "2022-09-13", "the small hours", "2022-09-13TMO", "2022-09-13"),
        ("In the first half of August they fled.", "2022-09-13", "the first half of August", "2022-08", "2022-08"),
        ("In the first days of August they fled.", "2022-09-13", "the first days of August", "2022-08", "2022-08"),
        (
            "In the second half of the year they will strike.", "2022-09-13", "the second half of the year", "2022-H2",
            "[2022-07..2022-12]"
        ),
        (
            "In the last quarter of 2021 they struck.", "2022-09-13", "the last quarter of 2021", "2021-Q4",
            "[2021-10..2021-12]"
        ),
        ("They fled in mid-2021.", "2022-09-13", "mid-2021", "2021", "2021"),
        ("Early last week they fled.", "2022-09-13", "Early last week", "2022-W36", "[2022-09-05..2022-09-11]"),
        ("In the early nineteenth century it grew.", "2022-09-13", "the early nineteenth century", "18", "18XX"),
        ("In the mid-1980s it grew.", "2022-09-13", "the mid-1980s", "198", "198X"),
        ("In the past decade it grew.", "2022-09-13", "the past decade", "P1DE", "[2012..2022]"),
        ("A decade ago it grew.", "2022-09-13", "A decade ago", "201", "2012~"),
        ("He fled half a century ago.", "2022-09-13", "half a century ago", "1972", "1972~"),
        ("He fled two hours ago.", "2022-09-13", "two hours ago", "PAST_REF", "2022-09-13"),
        ("He fled 30 seconds ago.", "2022-09-13", "30 seconds ago", "PAST_REF", "2022-09-13"),
        ("He fled 12 hours ago.", "2022-09-13", "12 hours ago", "PAST_REF", "[2022-09-12..2022-09-13]"),
        ("He fled the other day.", "2022-09-13", "the other day", "PAST_REF", nil),
        ("He fled a fortnight ago.", "2022-09-13", "a fortnight ago", "2022-W35", "[2022-08-29..2022-09-04]"),
        ("They hid for a fortnight.", "2022-09-13", "a fortnight", "P2W", nil),
        ("They hid for a month and a half.", "2022-09-13", "a month and a half", "P1.5M", nil),
        ("A week-long siege ended.", "2022-09-13", "week-long", "P1W", nil),
        ("A yearlong siege ended.", "2022-09-13", "yearlong", "P1Y", nil),
        ("A decades-long siege ended.", "2022-09-13", "decades-long", "PXDE", nil),
        ("One day he will flee.", "2022-09-13", "One day", "FUTURE_REF", nil),
        ("In those days they hid.", "2022-09-13", "those days", "PAST_REF", nil),
        ("On weekends they rest.", "2022-09-13", "weekends", "XXXX-WXX-WE", nil),
        ("They met at Christmas last year.", "2022-09-13", "Christmas last year", "2021-12-25", "2021-12-25"),
        (
            "Ukraine's Independence Day was quiet.", "2022-09-13", "Ukraine's Independence Day", "2022-08-24",
            "2022-08-24"
        ),
        ("On Labour Day he left.", "2022-09-13", "Labour Day", "2022-05-01", "2022-05-01"),
        ("The March protests were broken up.", "2022-09-13", "March", "2022-03", "2022-03"),
        ("Officials could not be reached on Friday.", "2022-09-13", "Friday", "2022-09-09", "2022-09-09"),
        ("A spokesman would not comment Thursday.", "2022-09-13", "Thursday", "2022-09-08", "2022-09-08"),
        ("They could strike on Friday.", "2022-09-13", "Friday", "2022-09-16", "2022-09-16"),
        ("They hid through the bitter winter.", "2022-12-11", "winter", "2021-WI", "2021-24"),
        ("It will be a hard winter.", "2022-12-11", "winter", "2022-WI", "2022-24"),
        ("They fled on 3 May.", "2022", "3 May", "2022-05-03", "2022-05-03"),
        ("They fled last month.", "2022", "last month", "202X-XX", "[2021-12-01..2022-11-30]"),
        ("They fled on Friday.", "2022", "Friday", "202X-XX-XX", "[2021-12-31..2022-12-30]"),
        ("They fled last month.", "2022-09", "last month", "2022-08", "2022-08"),
        ("They fled on the weekend.", "2022-09", "the weekend", "2022-WXX-WE", "[2022-08-27..2022-09-25]"),
        ("They fled in early July.", nil, "early July", "XXXX-07", "XXXX-07"),
        ("They fled at Christmas.", nil, "Christmas", "XXXX-12-25", "XXXX-12-25"),
        ("They fled at 5 a.m.", nil, "5 a.m.", "XXXX-XX-XXT05:00", nil),
        ("They fled in the spring.", nil, "the spring", "XXXX-SP", "XXXX-21"),
        ("They fled two years ago.", nil, "two years ago", "XXXX", nil),
    ]

    @Test(arguments: forms)
    func formHasValue(row: PhraseTests.Row) throws {
        let found = try EnglishTables.tag(row.0, row.1)
        #expect(found.map(\.text) == [row.2])
        #expect(found.first?.expression.value == row.3)
        #expect(found.first?.expression.edtf == row.4)
    }

    @Test(arguments: [
        ("It ran Monday through Wednesday.", ["2022-09-05", "2022-09-07"], "2022-09-05/2022-09-07"),
        ("It will run from Monday to Wednesday.", ["2022-09-19", "2022-09-21"], "2022-09-19/2022-09-21"),
        ("It ran between Friday and Sunday.", ["2022-09-09", "2022-09-11"], "2022-09-09/2022-09-11"),
        ("They fought from the 3rd to the 5th of May.", ["2022-05-03", "2022-05-05"], "2022-05-03/2022-05-05"),
        ("They fought from late March to early April.", ["2022-03", "2022-04"], "2022-03/2022-04"),
        ("He died on the night of 3-4 May.", ["2022-05-03TNI", "2022-05-04"], "2022-05-03/2022-05-04"),
        ("In the 2021/22 school year he left.", ["2021", "2022"], "2021/2022"),
    ])
    func rangesAreInOrder(text: String, values: [String], edtf: String) throws {
        let found = try EnglishTables.tag(text, "2022-09-13")
        #expect(found.map(\.expression.value) == values)
        #expect(found.map(\.expression.edtf) == [edtf, edtf])
    }

    /// What the text leaves open stays open: one of the two, not both.
    @Test(arguments: [
        ("He came in May or June.", "[2022-05,2022-06]"), ("He came on May 3 or 4.", "[2022-05-03,2022-05-04]"),
        ("He came in 2014 or 2015.", "[2014,2015]"), ("He came on Monday or Tuesday.", "[2022-09-12,2022-09-13]"),
    ])
    func alternativesAreOneOfBoth(text: String, edtf: String) throws {
        #expect(try EnglishTables.tag(text, "2022-09-13").map(\.expression.edtf) == [edtf, edtf])
    }

    @Test(arguments: [
        ("They fled on Friday. Since then 40 have come back.", ["2022-09-09", "2022-09-09/.."]),
        ("He was freed in May. By then the town was empty.", ["2022-05", "2022-05"]),
        ("On May 31 she fled. The night before he had called.", ["2022-05-31"]),
        ("On May 31 she fled. The night before, he had called.", ["2022-05-31", "2022-05-30"]),
        ("On May 31 she fled. Later in the day he left.", ["2022-05-31", "2022-05-31"]),
        ("On May 31 she fled. Hours later he left.", ["2022-05-31", "2022-05-31"]),
        ("On May 31 she fled. The following Monday he left.", ["2022-05-31", "2022-06-06"]),
        ("In the quarter ended June 30, sales rose.", ["[2022-04..2022-06]", "2022-06-30"]),
        ("The shell landed at 9:20 p.m. (1820 GMT) Sunday.", ["2022-09-11", "2022-09-11", "2022-09-11"]),
        ("On 9 September at 8 p.m. (2 a.m. Saturday) a shell landed.", ["2022-09-09", "2022-09-10"]),
        ("On Sunday at 9:20 p.m. (1820 GMT) a shell landed.", ["2022-09-11", "2022-09-11"]),
        ("Between 9 and 11 a.m. on Monday shells fell.", ["2022-09-12", "2022-09-12"]),
        ("Then she left.", []),
    ])
    func discourseGivesTheDay(text: String, edtf: [String]) throws {
        #expect(try EnglishTables.tag(text, "2022-09-13").map(\.expression.edtf) == edtf)
    }

    @Test(arguments: [
        "12 September 2022\n\nTroops moved on Sunday.", "Monday 12 September 2022 16:31 GMT\nTroops moved on Sunday.",
        "By Ann Lee, September 12, 2022\n\nTroops moved on Sunday.",
        "KYIV, 12 September 2022\n\nTroops moved on Sunday.",
        "KABUL (AFP), 12 September 2022 - Troops moved on Sunday.",
    ])
    func aDateLineGivesTheAnchor(text: String) throws {
        #expect(try EnglishTables.tag(text, nil).map(\.expression.edtf) == ["2022-09-12", "2022-09-11"])
    }

    @Test(arguments: [
        "The dead were May Jones, 31, and June Smith, 44.", "The dead were Ann, 21, May, 31, and April, 44.",
        "April Jones said so.", "June Carter (40) sang.", "August Wilson wrote it.", "Mrs May left.",
        "The Winter Olympics ended.", "The Good Friday Agreement holds.", "The Arab Spring failed.",
        "Bloody Sunday is remembered.", "Resolution 2022 passed.", "A total of 1945 were killed.",
        "There were 1800 of them.", "He died aged 2 days.", "Day and night drones came.",
        "Algeria's Independence Day was quiet.", "24/7 shelling went on.", "He won 6-4, 6-3.", "Dial 555-01-22.",
        "The Easter Rising failed.", "A bomb was laid in the Christmas market.", "They sold Easter eggs.",
        "The party daily Granma wrote of it.", "A weekly said so.", "A pre-dawn raid failed.",
        "Two people aged 20 and 30 died.", "They live on 5th Street.", "A Su-25 crashed.",
    ])
    func whatOnlyLooksLikeTimeIsNotTagged(text: String) throws {
        #expect(try EnglishTables.tag(text, "2022-09-13").map(\.text) == [])
    }

    @Test(arguments: ["In April NATO met.", "In March and April Russia struck.", "June Floods Kill Twenty In Town"])
    func aMonthBeforeANameStaysAMonth(text: String) throws {
        let last = try #require(EnglishTables.tag(text, "2022-09-13").last)
        #expect(["2022-04", "2022-06"].contains(last.expression.value))
    }
}
