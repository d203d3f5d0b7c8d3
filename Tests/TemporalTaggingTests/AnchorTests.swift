import TemporalTagging
import Testing

/// Happenings that texts count from without their dates.
@Suite struct AnchorTests {
    @Test(arguments: [
        ("Kyiv stood. The town fell three days after the invasion.", "three days after", "2022-02-27"),
        ("Kyiv stood. The town fell on the first day of the full-scale war.", "the first day of", "2022-02-24"),
        ("Kyiv stood. The port was taken on the second day of the war.", "the second day of", "2022-02-25"),
        ("Kyiv says 400 have died since the start of the full-scale invasion.", "the start of", "2022-02-24/.."),
        ("Kyiv stood. The port was lost at the start of the war.", "the start of", "[2022-02..2022-03]"),
        ("Kyiv stood. They left when the full-scale war first broke out.", "when", "[2022-02..2022-03]"),
        ("Beirut mourned. Shops were looted at the outset of the explosion.", "the outset of", "2020-08"),
        ("Beirut mourned. The silo fell two days after the explosion.", "two days after", "2020-08-06"),
    ])
    func daysCountFromAKnownHappening(row: (String, String, String)) throws {
        let found = try EnglishTables.tag(row.0, "2023-05-02")
        let hit = try #require(found.first { $0.text == row.1 }, "found \(found.map(\.text)) in: \(row.0)")
        #expect(hit.expression.edtf == row.2)
    }

    @Test(
        arguments: [
            // Published before, about something else, of another war, about two wars.
            ("Kyiv stood. The town fell three days after the invasion.", "2014-09-01"),
            ("Paris stood. The town fell three days after the invasion.", "2023-05-02"),
            ("Kyiv stood. The town fell three days after the war in Syria.", "2023-05-02"),
            ("Kyiv and Khartoum stood. The town fell three days after the war.", "2023-05-02"),
            ("Kyiv stood. The town fell three days after the invasion.", nil),
        ] as [(String, String?)])
    func elsewhereOnlyTheDaysAreCounted(row: (String, String?)) throws {
        let found = try EnglishTables.tag(row.0, row.1)
        #expect(found.map(\.text) == ["three days"])
    }

    @Test func whatEndedOrIsOnlyToldOfDatesNothing() throws {
        #expect(try EnglishTables.tag("Kyiv stood. They left when the war ended.", "2023-05-02").isEmpty)
        #expect(try EnglishTables.tag("Paris stood. They left when the war broke out.", "2023-05-02").isEmpty)
    }

    @Test(arguments: [
        ("Some 2000 arrests were made.", [String]()), ("The March attack killed two.", ["March"]),
    ])
    func wordsOfHappeningsLeaveCountsAndMonthsAlone(row: (String, [String])) throws {
        #expect(try EnglishTables.tag(row.0, "2022-09-15").map(\.text) == row.1)
    }
}
