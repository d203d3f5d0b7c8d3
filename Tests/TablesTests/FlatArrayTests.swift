import Tables
import Testing

@Suite struct FlatArrayTests {
    @Test func hashesGiveTheSameNumbersAgain() throws {
        var numbers = WordNumbers()
        let words = (0..<5000).map { "word\($0)" }
        for word in words { _ = numbers.insert(Array(word.utf8), 0..<word.utf8.count) }
        let again = try #require(WordNumbers(hashes: numbers.hashesByNumber))
        #expect(again.count == numbers.count)
        for word in words + ["another", ""] { #expect(again.find(word) == numbers.find(word), "\(word)") }
        #expect(WordNumbers(hashes: []) == nil)
        #expect(WordNumbers(hashes: [0])?.find("word") == 0)
    }

    @Test func listsComeAgainFromTheirArrays() throws {
        let lists = GroupedNumbers([(2, "b"), (0, "a"), (2, "c")], count: 4)
        let again = try #require(GroupedNumbers(starts: lists.starts, values: lists.values))
        for list in Int32(-1)..<6 { #expect(Array(again[list]) == Array(lists[list])) }
    }

    @Test(
        "Starts that do not rise from 0 to the number of values are no lists",
        arguments: [[], [1, 3], [0, 2], [0, 4], [0, 2, 1, 3], [0, -1, 3], [0, 5, 3], [-1, 3]] as [[Int32]])
    func badStarts(starts: [Int32]) {
        #expect(GroupedNumbers(starts: starts, values: ["a", "b", "c"]) == nil)
    }

    @Test func everyByteOfALongTextIsInItsHash() {
        for count in [0, 1, 7, 31, 32, 33, 64, 100] {
            let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 37) }
            let hash = bytes.withUnsafeBytes { StableHash.whole($0) }
            var others: Set<UInt64> = [hash, (bytes + [0]).withUnsafeBytes { StableHash.whole($0) }]
            for index in 0..<count {
                var other = bytes
                other[index] ^= 1
                others.insert(other.withUnsafeBytes { StableHash.whole($0) })
            }
            #expect(others.count == count + 2)
        }
    }
}
