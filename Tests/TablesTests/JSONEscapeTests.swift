import Tables
import Testing

@Suite("Escapes of JSON")
struct JSONEscapeTests {
    /// What `escape`, written without its backslash, stands for, and how many bytes of it were read; `nil` for none.
    private func read(_ escape: String) -> (text: String, length: Int)? {
        var text: [UInt8] = []
        var index = 0
        guard JSONEscape.append(Array(escape.utf8), at: &index, to: &text) else { return nil }
        return (String(decoding: text, as: UTF8.self), index)
    }

    @Test(
        "An escape is read, and nothing behind it",
        arguments: [
            ("n", "\n"), ("t", "\t"), ("r", "\r"), ("b", "\u{8}"), ("f", "\u{C}"), ("\"", "\""), ("\\", "\\"),
            ("/", "/"),
            ("u0041", "A"), ("u00e9", "é"), ("u00E9", "é"), ("u0456", "і"), ("u20AC", "€"), ("u0000", "\0"),
            ("uffff", "\u{FFFF}"),
            ("ud7ff", "\u{D7FF}"), ("ue000", "\u{E000}"),
        ])
    func escapes(_ escape: String, _ expected: String) throws {
        for rest in ["", "x", "0000", "\\u0041", "\\"] {
            let found = try #require(read(escape + rest))
            #expect(found.text == expected)
            #expect(found.length == escape.utf8.count)
        }
    }

    @Test(
        "A surrogate pair is one character",
        arguments: [("ud83d\\ude00", "\u{1F600}"), ("uD800\\uDC00", "\u{10000}"), ("udbff\\uDFFF", "\u{10FFFF}")])
    func pairs(_ escape: String, _ expected: String) throws {
        let found = try #require(read(escape + "0041"))
        #expect(found.text == expected)
        #expect(found.length == escape.utf8.count)
    }

    @Test(
        "Half of a pair is refused",
        arguments: [
            "ud83d", "udc00", "udfff", "ude00\\ud83d", "ud83dx", "ud83d\\", "ud83d\\u", "ud83d\\ude0", "ud83d\\n",
            "ud83d\\u0041",
            "ud83d\\ud83d", "ud83d/ude00", "ud83d\\Ude00",
        ])
    func halves(_ escape: String) { #expect(read(escape) == nil) }

    @Test(
        "What is no escape, or is cut off, is refused",
        arguments: [
            "", "x", "N", "U0041", "'", "0", "u", "u1", "u12", "u123", "u+12f", "u-12f", "u 12f", "u12f ", "u12g4",
            "u0x1f", "u１２３４",
            "u123\"",
        ])
    func refused(_ escape: String) { #expect(read(escape) == nil) }

    @Test(
        "Digits are read where they stand, also in a part",
        arguments: [(-1, nil), (0, nil), (2, 0x12F), (3, nil), (6, nil), (7, nil), (9, nil)])
    func codeUnits(_ index: Int, _ expected: UInt32?) {
        let bytes = Array("xy012F".utf8)
        #expect(JSONEscape.codeUnit(bytes, at: index) == expected)
        #expect(JSONEscape.codeUnit(bytes[2...], at: index) == expected)
        #expect(JSONEscape.codeUnit(bytes[..<5], at: 2) == nil)
    }

    @Test("Eight bytes are plain when each of them is", arguments: [0x20, 0x41, 0x7F, 0x80, 0xC3, 0xFF] as [UInt8])
    func plain(_ filler: UInt8) {
        for place in 0..<8 {
            for byte in 0...UInt8.max {
                var word: UInt64 = 0
                for index in 0..<8 { word |= UInt64(index == place ? byte : filler) << UInt64(index * 8) }
                #expect(JSONEscape.isPlain(word) == (byte >= 0x20 && byte != 0x22 && byte != 0x5C))
            }
        }
    }
}
