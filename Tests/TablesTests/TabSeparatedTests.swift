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

    @Test("A row may have any number of columns of any length", arguments: [1, 2, 15, 16, 17, 31, 32, 33, 200])
    func wideRow(count: Int) {
        let columns = (0..<count).map { String(repeating: "é\u{1}x", count: $0 % 12) + "\($0)" }
        let text =
            "first\n" + columns.joined(separator: "\t") + "\r\n# " + String(repeating: "\t", count: count)
            + "\nlast\tone"
        #expect(Self.rows(text) == ["1:first", "2:" + columns.joined(separator: "|"), "4:last|one"])
    }

    @Test("The same text, and no other, is the same and has the same hash", arguments: 0...20)
    func sameText(length: Int) {
        let word = Array("abcdefghijklmnopqrstu".utf8.prefix(length))
        let bytes = [0] + word + word + [1]
        let (one, other) = (1..<(1 + length), (1 + length)..<(1 + 2 * length))
        #expect(bytes.isSame(one, other) && StableHash.written(bytes, one) == StableHash.written(bytes, other))
        for index in other {
            var changed = bytes
            changed[index] ^= 0x20
            #expect(!changed.isSame(one, other))
            #expect(StableHash.written(changed, one) != StableHash.written(changed, other))
        }
        #expect(!bytes.isSame(one, 0..<length + 2) && !bytes.isSame(0..<length, 1..<bytes.count + length))
    }

    @Test("Lists made in two passes are those made of pairs")
    func groupedTwice() {
        let pairs: [(list: Int32, value: Int)] = (0..<100).map { (Int32($0 * 7 % 11) - 1, $0) }
        let made = GroupedNumbers(pairs, count: 9)
        let same = GroupedNumbers(count: 9, filler: 0) { body in for pair in pairs { body(pair.list, pair.value) } }
        #expect(same.values == made.values && (0..<9).allSatisfy { same.range($0) == made.range($0) })
    }

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
