import Tables
import Testing

@Suite("Tables of tab-separated columns")
struct TabSeparatedTests {
    private static func rows(_ text: String) -> [String] {
        var table = TabSeparated(text)
        var rows: [String] = []
        while table.next() {
            let columns = (0..<table.count).map { table.text($0) }
            rows.append("\(table.line):" + columns.joined(separator: "|"))
        }
        return rows
    }

    @Test(
        "Comments, empty lines and line ends are no columns",
        arguments: [
            ("a\tb\nc\td\n", ["1:a|b", "2:c|d"]), ("a\tb\r\n\r\nc\r\n", ["1:a|b", "3:c"]),
            ("# a\tb\n\n#\nx\t\ty", ["4:x||y"]), ("a\t\n\tb\n", ["1:a|", "2:|b"]), ("", []), ("\n", []), ("#", []),
            ("\t", ["1:|"]), ("é\t€\r", ["1:é|€"]), ("a # b\t#c\n", ["1:a # b|#c"]), ("a\rb\tc\n", ["1:a\rb|c"]),
        ])
    func rows(text: String, expected: [String]) { #expect(Self.rows(text) == expected) }

    @Test("A column that the row does not have is empty")
    func shortRow() {
        var table = TabSeparated("a\tb\n")
        #expect(table.count == 0 && table.text(0).isEmpty && table.row.isEmpty)
        let isThere = table.next()
        #expect(isThere)
        #expect(table.text(2).isEmpty && table.text(99).isEmpty && table.bytes.text(table.row) == "a\tb")
        let isMore = table.next()
        #expect(!isMore && table.count == 0 && table.text(0).isEmpty)
    }

    @Test(
        "Whole numbers are read as the standard library reads them",
        arguments: [
            "", "0", "7", "-7", "+7", "007", "-", "+", "--1", "1 ", " 1", "1a", "٣", "9223372036854775807",
            "-9223372036854775808", "9223372036854775808", "-9223372036854775809", "99999999999999999999",
        ])
    func integers(text: String) {
        let bytes = Array(text.utf8)
        #expect(bytes.integer(bytes.indices) == Int(text))
    }

    @Test("Parts without a byte are left out")
    func parts() {
        let bytes = Array("  a bc  d ".utf8)
        var rest = bytes.indices
        var parts: [String] = []
        while let part = bytes.nextPart(of: &rest, separator: UInt8(ascii: " ")) { parts.append(bytes.text(part)) }
        #expect(parts == ["a", "bc", "d"] && rest.isEmpty)
    }

    @Test("Every word has its number, whatever its case, and no other word has one")
    func wordNumbers() {
        var numbers = WordNumbers(capacity: 4)
        let words = (0..<5_000).map { "word\($0 * 7)" }
        for (index, word) in words.enumerated() {
            let bytes = Array(word.utf8)
            let number = numbers.insert(bytes, bytes.indices)
            #expect(number == Int32(index + 1))
        }
        for (index, word) in words.enumerated() {
            let bytes = Array(word.uppercased().utf8)
            let number = numbers.insert(bytes, bytes.indices)
            #expect(number == Int32(index + 1) && numbers.find(word) == number)
        }
        #expect(numbers.count == words.count + 1)
        for stranger in ["", "word", "word1", "word35000", "wort7", "éword7"] { #expect(numbers.find(stranger) == 0) }
    }

    @Test("What is in one list stands together, in its order; other numbers have nothing")
    func groupedNumbers() {
        let lists = GroupedNumbers([(2, "a"), (0, "b"), (2, "c"), (-1, "x"), (3, "y"), (0, "d")], count: 3)
        #expect(Array(lists[0]) == ["b", "d"] && lists[1].isEmpty && Array(lists[2]) == ["a", "c"])
        #expect(lists[3].isEmpty && lists[-1].isEmpty && lists.values.count == 4)
    }
}
