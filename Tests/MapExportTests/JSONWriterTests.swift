import MapExport
import Testing

@Suite struct JSONWriterTests {
    @Test(arguments: [
        ("plain", "\"plain\""), ("", "\"\""), ("a\"b\\c", #""a\"b\\c""#), ("\u{8}\t\n\u{C}\r", #""\b\t\n\f\r""#),
        ("\u{0}\u{1F}\u{7F}", "\"\\u0000\\u001f\u{7F}\""), ("Ізюм 🗺", "\"Ізюм 🗺\""), ("</script>", "\"</script>\""),
        ("\u{2028}", "\"\u{2028}\""),
    ])
    func escapesWhatJSONDemands(text: String, expected: String) {
        var json = JSONWriter()
        json.string(text)
        #expect(json.text == expected)
    }

    @Test(arguments: [
        ("</script>&", #""\u003c/script\u003e\u0026""#), ("a\u{2028}b\u{2029}", #""a\u2028b\u2029""#),
        ("\u{2027}\u{202A}é", "\"\u{2027}\u{202A}é\""), ("end \u{E2}", "\"end â\""),
    ])
    func escapesWhatHTMLWouldRead(text: String, expected: String) {
        var json = JSONWriter(escaping: .html)
        json.string(text)
        #expect(json.text == expected)
    }

    @Test(arguments: [
        (0.0, 6, "0"), (-0.0, 6, "0"), (-0.0000004, 6, "0"), (37.2689, 6, "37.2689"), (-73.985_656, 6, "-73.985656"),
        (0.1 + 0.2, 6, "0.3"), (1.005, 0, "1"), (2.5, 0, "3"), (-2.5, 0, "-3"), (0.000_001, 6, "0.000001"),
        (179.999_999_9, 6, "180"), (12.30, 2, "12.3"), (0.05, 2, "0.05"), (1e15, 0, "1000000000000000"),
        (1e300, 6, "1e+300"), (.infinity, 6, "null"), (.nan, 6, "null"), (5, -1, "5"),
    ])
    func writesShortNumbers(value: Double, decimals: Int, expected: String) {
        var json = JSONWriter()
        json.number(value, decimals: decimals)
        #expect(json.text == expected)
    }

    @Test(arguments: [0, 1, -1, 42, Int.max, Int.min])
    func writesIntegers(value: Int) {
        var json = JSONWriter()
        json.integer(value)
        #expect(json.text == String(value))
    }

    @Test(arguments: ["", "a", String(repeating: "Ізюм ", count: 300), "a\"\n"])
    func aMemberIsWrittenAsAKeyIs(value: String) {
        var (member, key) = (JSONWriter(), JSONWriter(capacity: 3))
        for _ in 0..<40 {
            member.beginObject()
            key.beginObject()
            member.member("one")
            key.key("one")
            member.string(value)
            key.string(value)
            member.newline()
            key.newline()
            member.member("two_2")
            key.key("two_2")
            member.number(-0.25, decimals: 3)
            key.number(-0.25, decimals: 3)
            member.endObject()
            key.endObject()
        }
        #expect(member.bytes == key.bytes)
        #expect(member.text.hasPrefix("{\"one\":"))
        #expect(member.text.contains(",\n\"two_2\":-0.25},{"))
    }

    @Test func putsCommasAndLines() {
        var json = JSONWriter()
        json.beginObject()
        json.key("a")
        json.beginArray()
        json.newline()
        json.integer(1)
        json.newline()
        json.beginObject()
        json.endObject()
        json.newline()
        json.endArray()
        json.key("b")
        json.bool(true)
        json.key("c")
        json.string(nil)
        json.key("d")
        json.raw(Array("[0]".utf8))
        json.endObject()
        json.newline()
        json.strings(["x", "y"])
        #expect(json.text == "{\"a\":[\n1,\n{}\n],\"b\":true,\"c\":null,\"d\":[0]}\n[\"x\",\"y\"]")
    }

    @Test func drainsInPieces() throws {
        let sink = MemorySink()
        var json = JSONWriter()
        json.beginArray()
        for value in 0..<100 {
            json.integer(value)
            try json.drain(to: sink, atLeast: 16)
        }
        json.endArray()
        try json.drain(to: sink)
        #expect(sink.text == "[" + (0..<100).map(String.init).joined(separator: ",") + "]")
        #expect(json.bytes.isEmpty)
    }
}
