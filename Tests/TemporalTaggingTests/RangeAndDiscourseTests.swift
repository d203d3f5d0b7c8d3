import Articles
import TemporalTagging
import Testing

@Suite struct RangeAndDiscourseTests {
    @Test(arguments: [
        ("It rained between 4 and 7 March.", ["4", "7 March"], "2022-03-04/2022-03-07"),
        ("He served from March to June.", ["March", "June"], "2022-03/2022-06"),
        ("He served from March to June 2021.", ["March", "June 2021"], "2021-03/2021-06"),
        ("The war of 2010-2014 ended.", ["2010", "2014"], "2010/2014"),
        ("He ruled from 1999 until 2008.", ["1999", "2008"], "1999/2008"),
        ("Talks ran March 4-7 in Minsk.", ["March 4", "7"], "2022-03-04/2022-03-07"),
        ("He ruled between November 2019 and January 2020.", ["November 2019", "January 2020"], "2019-11/2020-01"),
    ])
    func bothEndsOfARangeCarryTheInterval(text: String, parts: [String], edtf: String) throws {
        let found = try EnglishTables.tag(text, "2022-09-13")
        #expect(found.map(\.text) == parts)
        #expect(found.map(\.expression.edtf) == [edtf, edtf])
    }

    @Test(arguments: [
        ("He was taken on May 31. A day earlier he had called.", "a day earlier", "2022-05-30"),
        ("The raid was on 3 June 2019. Two days later he died.", "two days later", "2019-06-05"),
        ("In 2014 he fled. Seven years later he came back.", "seven years later", "2021"),
        ("He was taken on May 31. The next day he was freed.", "the next day", "2022-06-01"),
        ("It began in March 2020. That year he left.", "that year", "2020"),
    ])
    func discourseCountsFromTheDateNamedBefore(text: String, phrase: String, value: String) throws {
        let found = try EnglishTables.tag(text, "2022-09-13")
        let hit = try #require(found.first { $0.text.lowercased() == phrase })
        #expect(hit.expression.value == value)
    }

    @Test func narrativeCountsFromTheLastDate() throws {
        let text = "In June 1940 the front fell. In September raids began. In January they ended."
        let found = try EnglishTables.tag(text, "2009-12-19", narrative: true)
        #expect(found.map(\.expression.value) == ["1940-06", "1940-09", "1941-01"])
    }

    @Test func datelineGivesTheAnchor() throws {
        let text = "KHARKIV, Sept. 12 (Reuters) - Troops entered the town on Saturday."
        let found = try EnglishTables.tag(text, "2022-09")
        #expect(found.map(\.expression.value) == ["2022-09-12", "2022-09-10"])
        let dated = try EnglishTables.tag("BOGOTA, 15 FEB 90 (CADENA 1) -- [REPORT] A bomb went off on Monday.", nil)
        #expect(dated.map(\.expression.value) == ["1990-02-15", "1990-02-12"])
    }

    @Test func spansAreHalfOpenDays() throws {
        let week = try #require(EnglishTables.tag("It fell last week.", "2022-09-13").first?.expression.span)
        #expect(week.start.iso == "2022-09-05")
        #expect(week.end?.iso == "2022-09-12")
        #expect(week.precision == .week)
        let open = try #require(
            EnglishTables.tag("They fought since 24 February.", "2022-09-13").first?.expression.span)
        #expect(open.start.iso == "2022-02-24")
        #expect(open.end == nil)
        #expect(try EnglishTables.tag("It lasted six months.", "2022-09-13").first?.expression.span == nil)
    }

    @Test func expressionsAreSortedWithoutOverlap() throws {
        let text =
            "On Friday, 9 September 2022, at 5 p.m., two days after the raid of last week, he left in May for six months."
        let found = try EnglishTables.tag(text, "2022-09-13").map(\.expression.range)
        #expect(found.count > 3)
        for (a, b) in zip(found, found.dropFirst()) { #expect(a.end <= b.start) }
    }
}
