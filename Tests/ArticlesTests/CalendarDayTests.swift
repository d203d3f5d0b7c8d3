import Articles
import Testing

@Suite struct CalendarDayTests {
    @Test(arguments: [
        ("1970-01-01", 0, 4), ("2000-02-29", 11016, 2), ("2022-02-24", 19047, 4), ("1969-12-31", -1, 3),
        ("1600-03-01", -135_080, 3),
    ])
    func civilDatesRoundTrip(iso: String, days: Int, weekday: Int) throws {
        let date = try #require(PartialDate(edtf: iso))
        #expect(date.firstDay.daysSinceEpoch == days)
        #expect(CalendarDay(daysSinceEpoch: days).iso == iso)
        #expect(date.firstDay.weekday == weekday)
    }

    @Test(arguments: ["2022", "2022-07", "2022-12-11"])
    func partialDatesPrintWhatTheyRead(text: String) throws {
        #expect(try #require(PartialDate(edtf: text)).edtf == text)
    }

    @Test(arguments: ["", "22", "2022-13", "2022-02-30", "2022-1-1", "July 2022", "2022-07-1x", "2022-07-11x"])
    func whatIsNoDateIsRefused(text: String) {
        #expect(PartialDate(edtf: text) == nil)
    }
}
