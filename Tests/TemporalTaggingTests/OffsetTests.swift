import Articles
import TemporalTagging
import Testing

/// What counts from another date of its sentence, what has lasted until now, and nights.
@Suite struct OffsetTests {
    /// Text, published, expression and its EDTF.
    typealias Row = (String, String, String, String?)

    @Test(
        "Two days after and a week before count from the other date of their sentence",
        arguments: [
            ("They marched on Tuesday, a day after police shot a boy.", "2022-09-15", "a day", "2022-09-12"),
            ("Two weeks after the blast, police on Thursday held a man.", "2023-03-10", "Two weeks", "2023-02-23"),
            ("Three days after the quake on 6 February, shops were looted.", "2023-03-10", "Three days", "2023-02-09"),
            ("On 8 August, four days before the vote, a bomb went off.", "2022-09-15", "four days", "2022-08-12"),
            // No other day is told, or it would lead past the day of writing.
            ("Two days after the blast police held a man.", "2022-09-15", "Two days", nil),
        ] as [Row])
    func offset(_ row: Row) throws { try check(row) }

    @Test(
        "What has gone on for months began so many months ago, and what was done for months did not",
        arguments: [
            ("Troops have shelled the town for six months.", "2022-09-15", "six months", "2022-03/2022-09"),
            ("Troops have been blocking the road for nine days.", "2022-09-15", "nine days", "2022-09-06/2022-09-15"),
            ("For two years they have held the town.", "2022-09-15", "two years", "2020-09/2022-09"),
            ("The court has jailed him for six months.", "2022-09-15", "six months", nil),
            ("He will be held for six months.", "2022-09-15", "six months", nil),
        ] as [Row])
    func lasting(_ row: Row) throws { try check(row) }

    @Test(
        "A night began the day before, and the last weekday is not yesterday",
        arguments: [
            ("Drones struck the port overnight.", "2022-09-15", "overnight", "2022-09-14/2022-09-15"),
            (
                "Drones struck overnight into Wednesday.", "2022-09-15", "overnight into Wednesday",
                "2022-09-13/2022-09-14"
            ),
            ("Police held two men last Thursday.", "2016-12-16", "last Thursday", "2016-12-08"),
            ("Police held two men last Monday.", "2022-09-15", "last Monday", "2022-09-12"),
            ("Gunmen came last week on Tuesday.", "2022-09-15", "last week on Tuesday", "2022-09-06"),
            (
                "They have fled over the past two years.", "2020-02-03", "the past two years", "[2018-02..2020-02]"
            ),
        ] as [Row])
    func nights(_ row: Row) throws { try check(row) }

    @Test(
        "A strike in its fourth day began three days ago; a march for a fourth day is today's",
        arguments: [
            ("Dockers were in the fourth day of a strike.", "2022-09-15", "the fourth day", "2022-09-12/2022-09-15"),
            ("They marched for a third straight day.", "2022-09-15", "a third straight day", "2022-09-15"),
            (
                "Shells fell in the first days of the war in Ukraine.", "2022-09-15", "the first days of",
                "[2022-02-24..2022-03-02]"
            ),
            ("They took the town in March 2021 and lost it in May.", "2022-09-15", "May", "2021-05"),
            ("They took the town in March 2021. They lost another in May.", "2022-09-15", "May", "2022-05"),
        ] as [Row])
    func running(_ row: Row) throws { try check(row) }

    @Test(
        "It comes days after: counted from the day told last, or that of writing",
        arguments: [
            (
                "Guns fired on Tuesday. It comes two days after rebels shelled Uvira.", "2022-09-15", "two days",
                "2022-09-11"
            ),
            ("It comes three days after gunmen struck a church.", "2022-09-15", "three days", "2022-09-12"),
            (
                "It comes three days after gunmen struck a church built in 1990.", "2022-09-15", "three days",
                "2022-09-12"
            ),
            (
                "Mobs marched on Monday. The raid came a week after a truce failed.", "2022-09-15", "a week",
                "2022-09-05"
            ),
            // What came may have come on any day.
            ("The raid came two days after a truce failed.", "2022-09-15", "two days", nil),
            (
                "On Monday, two days after mobs stormed a court built in 2014, police held a man.", "2022-09-15",
                "two days", "2022-09-10"
            ),
        ] as [Row])
    func comes(_ row: Row) throws { try check(row) }

    @Test(
        "An hour without a day is of the day told just before, if that is recent",
        arguments: [
            ("Rebels shelled Uvira on Monday. A school was hit at 9 a.m.", "2022-09-15", "9 a.m.", "2022-09-12"),
            (
                "Mobs marched on Tuesday. It rained. At noon, they set a court on fire.", "2022-09-15", "noon",
                "2022-09-13"
            ),
            ("Mobs marched in March. At noon, they set a court on fire.", "2022-09-15", "noon", "2022-09-15"),
            ("Mobs marched on 3 March 2021. Police closed the road at noon.", "2022-09-15", "noon", "2022-09-15"),
            ("Mobs marched on Monday. The road will be closed at noon.", "2022-09-15", "noon", "2022-09-15"),
        ] as [Row])
    func hours(_ row: Row) throws { try check(row) }

    @Test(
        "Half a year earlier and that winter count from what was told",
        arguments: [
            (
                "They won in September 2021. Half a year earlier they had fled.", "2023-03-10", "Half a year earlier",
                "2021-03"
            ),
            ("They won in September 2021. They starved that winter.", "2023-08-10", "that winter", "2021-24"),
        ] as [Row])
    func discourse(_ row: Row) throws { try check(row) }

    private func check(_ row: Row) throws {
        let (text, published, expression, edtf) = row
        let all = try EnglishTables.tag(text, published)
        let found = try #require(all.first { $0.text == expression }, "\(all.map(\.text))")
        #expect(found.expression.edtf == edtf)
    }
}
