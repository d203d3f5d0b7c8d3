import Articles
import TemporalTagging
import Testing

@Suite struct EDTFTests {
    @Test(arguments: [
        ("2022-09-13", "2022-09-13", "2022-09-14", "day"), ("2022-02", "2022-02-01", "2022-03-01", "month"),
        ("2022-07-XX", "2022-07-01", "2022-08-01", "month"), ("2022", "2022-01-01", "2023-01-01", "year"),
        ("195X", "1950-01-01", "1960-01-01", "range"), ("19XX", "1900-01-01", "2000-01-01", "range"),
        ("2022-21", "2022-03-01", "2022-06-01", "season"), ("2022-24", "2022-12-01", "2023-03-01", "season"),
        ("1962~", "1962-01-01", "1963-01-01", "year"), ("2022-03-04/2022-03-07", "2022-03-04", "2022-03-08", "range"),
        ("[2022-09-05..2022-09-11]", "2022-09-05", "2022-09-12", "week"),
        ("[2022-09-10..2022-09-11]", "2022-09-10", "2022-09-12", "range"),
        ("{2022-09-05,2022-09-07}", "2022-09-05", "2022-09-08", "range"),
        ("[2022-05,2022-06]", "2022-05-01", "2022-07-01", "range"),
        ("[2014,2016]", "2014-01-01", "2017-01-01", "range"),
        ("2022?", "2022-01-01", "2023-01-01", "year"), ("2022-03%", "2022-03-01", "2022-04-01", "month"),
    ])
    func valueRoundTripsAndSpansItsDays(text: String, start: String, end: String, precision: String) throws {
        let value = try #require(EDTF(text))
        #expect(value.description == text)
        let span = try #require(value.span)
        #expect(span.start.iso == start)
        #expect(span.end?.iso == end)
        #expect(span.precision.rawValue == precision)
    }

    @Test func openIntervalHasNoEnd() throws {
        let value = try #require(EDTF("2022-02-24/.."))
        #expect(value.description == "2022-02-24/..")
        #expect(value.span?.start.iso == "2022-02-24")
        #expect(value.span?.end == nil)
        #expect(try #require(EDTF("../2022-02-24")).span == nil)
    }

    @Test(arguments: ["XXXX-07", "XXXX-07-24", "-0489", "XXXX-XX-24"])
    func partialValuesRoundTrip(text: String) throws {
        #expect(try #require(EDTF(text)).description == text)
    }

    @Test(arguments: [
        "", "2022-13", "2022-02-30", "22", "2022-W36", "../..", "/", "[]", "[2022", "2022-21-03", "XX22", "2022-1",
        "P6M",
    ])
    func whatIsNoEDTFIsRefused(text: String) {
        #expect(EDTF(text) == nil)
    }
}
