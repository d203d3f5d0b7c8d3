import Articles
import TemporalTagging
import Testing

@Suite struct PhraseTests {
    /// Sentence, date of the document, phrase found first, TimeML value, EDTF.
    typealias Row = (String, String?, String, String, String?)

    static let explicit: [Row] = [
        ("He died on 11 December 2022.", nil, "11 December 2022", "2022-12-11", "2022-12-11"),
        ("It opened on Sunday 11 December 2022.", "2023-01-04", "Sunday 11 December 2022", "2022-12-11", "2022-12-11"),
        ("It began on March 4, 2022, with shelling.", nil, "March 4, 2022", "2022-03-04", "2022-03-04"),
        ("The order of the 4th of July 1999 stands.", nil, "the 4th of July 1999", "1999-07-04", "1999-07-04"),
        ("Signed 2022-09-13 in Kyiv.", nil, "2022-09-13", "2022-09-13", "2022-09-13"),
        ("Filed on 9/13/2022 in court.", nil, "9/13/2022", "2022-09-13", "2022-09-13"),
        ("Filed on 13.09.2022 in court.", nil, "13.09.2022", "2022-09-13", "2022-09-13"),
        ("It fell in July 2014.", "2022-09-13", "July 2014", "2014-07", "2014-07"),
        ("The law passed in 2015.", "2022-09-13", "2015", "2015", "2015"),
        ("Built in the 1950s for miners.", "2022-09-13", "the 1950s", "195", "195X"),
        ("A fort of the 18th century.", "2022-09-13", "the 18th century", "17", "17XX"),
        ("In early May 2021 it rained.", nil, "early May 2021", "2021-05", "2021-05"),
        ("SAN SALVADOR, 3 JAN 90 -- [REPORT] A bomb exploded.", nil, "3 JAN 90", "1990-01-03", "1990-01-03"),
    ]

    static let relative: [Row] = [
        ("They fled from Friday.", "2022-09-13", "Friday", "2022-09-09", "2022-09-09/.."),
        ("He spoke on Friday.", "2022-09-13", "Friday", "2022-09-09", "2022-09-09"),
        ("Troops retook it on Saturday.", "2022-09-13", "Saturday", "2022-09-10", "2022-09-10"),
        ("The president said Monday.", "2022-09-13", "Monday", "2022-09-12", "2022-09-12"),
        ("It happened on Tuesday.", "2022-09-13", "Tuesday", "2022-09-13", "2022-09-13"),
        ("The council will meet on Friday.", "2022-09-13", "Friday", "2022-09-16", "2022-09-16"),
        ("Shells hit the town last Friday.", "2022-09-09", "last Friday", "2022-09-02", "2022-09-02"),
        ("Videos appeared over the weekend.", "2022-09-13", "the weekend", "2022-W36-WE", "[2022-09-10..2022-09-11]"),
        ("The city fell last week.", "2022-09-13", "last week", "2022-W36", "[2022-09-05..2022-09-11]"),
        ("Visiting in July, he promised help.", "2022-09-13", "July", "2022-07", "2022-07"),
        ("It started on 24 February.", "2022-09-13", "24 February", "2022-02-24", "2022-02-24"),
        ("They have fought since 24 February.", "2022-09-13", "24 February", "2022-02-24", "2022-02-24/.."),
        ("He came as early as April 27.", "2022-09-13", "April 27", "2022-04-27", "2022-04-27"),
        ("He was killed yesterday.", "2022-09-13", "yesterday", "2022-09-12", "2022-09-12"),
        ("Shelling resumed today.", "2022-09-13", "today", "2022-09-13", "2022-09-13"),
        ("He left seven years ago.", "2022-09-13", "seven years ago", "2015", "2015"),
        ("She was born 60 years ago.", "2022-09-13", "60 years ago", "1962", "1962~"),
        ("It happened two years ago this month.", "2022-09-13", "two years ago this month", "2020-09", "2020-09"),
        ("It happened this month two years ago.", "2022-09-13", "this month two years ago", "2020-09", "2020-09"),
        ("He returned last year.", "2022-09-13", "last year", "2021", "2021"),
        ("They plan to vote next month.", "2022-09-13", "next month", "2022-10", "2022-10"),
        ("The bridge was hit last night.", "2022-09-13", "last night", "2022-09-12TNI", "2022-09-12"),
        ("He was seen this morning.", "2022-09-13", "this morning", "2022-09-13TMO", "2022-09-13"),
        ("A raid killed two on Friday night.", "2022-09-13", "Friday night", "2022-09-09TNI", "2022-09-09"),
        ("It struck at 10 p.m. Wednesday.", "2022-09-09", "10 p.m. Wednesday", "2022-09-07T22:00", "2022-09-07"),
        ("The town was freed in the autumn.", "2022-12-11", "the autumn", "2022-FA", "2022-23"),
        ("Fighting eased in mid-July.", "2022-09-13", "mid-July", "2022-07", "2022-07"),
        ("It ended at the end of June.", "2022-09-13", "the end of June", "2022-06", "2022-06"),
        ("He resigned on Christmas Eve.", "2022-09-13", "Christmas Eve", "2021-12-24", "2021-12-24"),
    ]

    static let partialAnchor: [Row] = [
        ("It happened two years ago this month.", "2022-08", "two years ago this month", "2020-08", "2020-08"),
        ("Partisans struck in April.", "2022-08", "April", "2022-04", "2022-04"),
        ("It began on 24 February.", "2022-08", "24 February", "2022-02-24", "2022-02-24"),
        ("It was founded in 2018.", "2022-08", "2018", "2018", "2018"),
        ("They fled last week.", "2022-08", "last week", "2022-WXX", "[2022-07-25..2022-08-28]"),
        ("They fled yesterday.", "2022-08", "yesterday", "2022-XX-XX", "[2022-07-31..2022-08-30]"),
        ("They fled today.", "2022-08", "today", "2022-08-XX", "2022-08"),
        ("They won last year.", "2022", "last year", "2021", "2021"),
        ("They won in May.", "2022", "May", "2022-05", "2022-05"),
        ("They won in July.", nil, "July", "XXXX-07", "XXXX-07"),
        ("They won on July 24.", nil, "July 24", "XXXX-07-24", "XXXX-07-24"),
        ("They won on Friday.", nil, "Friday", "XXXX-WXX-5", nil),
        ("They won last week.", nil, "last week", "XXXX-WXX", nil),
    ]

    static let forms: [Row] = [
        (
            "At 03:45 local time on Sept. 10 a bridge fell.", "2022-09-13", "03:45 local time on Sept. 10",
            "2022-09-10T03:45", "2022-09-10"
        ),
        ("A bomb went off at 1100 today.", "2022-09-13", "1100 today", "2022-09-13T11:00", "2022-09-13"),
        ("Overnight on Thursday drones came.", "2022-09-13", "Overnight on Thursday", "2022-09-08TNI", "2022-09-08"),
        ("In fiscal year 2021 it grew.", "2022-09-13", "fiscal year 2021", "2021", "2021"),
        (
            "It shrank in the first half of 2021.", "2022-09-13", "the first half of 2021", "2021-H1",
            "[2021-01..2021-06]"
        ),
        (
            "It shrank in the second quarter of 2022.", "2022-09-13", "the second quarter of 2022", "2022-Q2",
            "[2022-04..2022-06]"
        ),
        ("He fled in the late '80s.", "2022-09-13", "the late '80s", "198", "198X"),
        ("They froze in the winter of 1941-42.", "2022-09-13", "the winter of 1941-42", "1941-WI", "1941-24"),
        ("On 3 August last year he called.", "2022-09-13", "3 August last year", "2021-08-03", "2021-08-03"),
        ("He was freed on Wednesday of last week.", "2022-09-16", "Wednesday of last week", "2022-09-07", "2022-09-07"),
        ("He left a year and a half ago.", "2022-09-13", "a year and a half ago", "2021-03", "2021-03"),
        ("Will they vote? It will be decided in June.", "2022-03-01", "June", "2022-06", "2022-06"),
        ("Rites are now planned for autumn.", "2022-07-02", "now", "PRESENT_REF", nil),
        ("Elections planned for autumn may slip.", "2022-07-02", "autumn", "2022-FA", "2022-23"),
        ("In March, April and May they fled.", "2022-09-13", "March", "2022-03", "2022-03"),
        ("REPORTED ON 31 OCTOBER, IT KILLED TWO.", "1989-11-01", "31 OCTOBER", "1989-10-31", "1989-10-31"),
        ("The following day he died.", "2022-09-13", "The following day", "XXXX-XX-XX", nil),
        ("It was built around 1960.", "2022-09-13", "around 1960", "1960", "1960~"),
        ("He was taken to hospital on Monday.", "2022-09-15", "Monday", "2022-09-12", "2022-09-12"),
        ("A man was stabbed to death on Monday.", "2022-09-15", "Monday", "2022-09-12", "2022-09-12"),
        ("They hope to meet on Monday.", "2022-09-15", "Monday", "2022-09-19", "2022-09-19"),
        ("They fled on the 5th.", "2022-09-13", "the 5th", "2022-09-05", "2022-09-05"),
        ("They pray every Friday.", "2022-09-13", "every Friday", "XXXX-WXX-5", nil),
        ("They pray twice a week.", "2022-09-13", "twice a week", "P1W", nil),
        ("He fought for a year and won.", "2022-09-13", "a year", "P1Y", nil),
        ("It lasted one and a half years.", "2022-09-13", "one and a half years", "P1.5Y", nil),
    ]

    static let unbound: [Row] = [
        ("They have waited for six months.", "2022-09-13", "six months", "P6M", nil),
        ("Prices rose in recent months.", "2022-09-13", "recent months", "PXM", "[2021-09..2022-09]"),
        ("It has rained for the past week.", "2022-09-13", "the past week", "P1W", nil),
        ("Shelling comes nearly every day.", "2022-09-13", "nearly every day", "P1D", nil),
        ("He now lives in Lviv.", "2022-09-13", "now", "PRESENT_REF", nil),
        ("It may end in the future.", "2022-09-13", "the future", "FUTURE_REF", nil),
    ]

    @Test(arguments: explicit + relative + partialAnchor + forms + unbound)
    func phraseHasValue(row: Row) throws {
        let found = try #require(EnglishTables.tag(row.0, row.1).first, "nothing found in: \(row.0)")
        #expect(found.text == row.2)
        #expect(found.expression.value == row.3)
        #expect(found.expression.edtf == row.4)
    }

    @Test(arguments: [
        "May said she would resign.", "Theresa May left the hall.", "They may not return.", "Protesters march on.",
        "He came second in the race.", "The Sun reported it.", "The fall of Kabul stunned them.",
        "The 95th Air Assault Brigade dug in.", "The 90th prison is full.", "Some 2 out of 60 survived.",
        "About 1,300 refugees arrived.", "It lies 40 km north.", "They counted 2000 refugees.", "It cost $1999.",
        "It cost €1999.", "About 2000 refugees came.",
        "He marched to the sea.", "March to the beat of drums.", "Flight 1990 landed.",
        "A 26-year-old soldier, 31, died.", "A man in his 50s fell.", "He is in his forties.", "Two years old, it ran.",
        "He fled the day after the raid.", "Half of a quarter of them came.", "The March of Dimes walk drew many.",
        "Wait a second.",
    ])
    func whatIsNoTimeIsNotTagged(text: String) throws {
        #expect(try EnglishTables.tag(text, "2022-09-13").map(\.text) == [])
    }
}
