import Tables
import Testing

@Suite("Searches in sorted collections")
struct PartitioningTests {
    @Test("The first element that belongs, or the end", arguments: 0...9)
    func first(_ limit: Int) {
        let values = [1, 3, 3, 5, 8]
        let expected = values.firstIndex { $0 >= limit } ?? values.endIndex
        #expect(values.partitioningIndex { $0 >= limit } == expected)
        #expect(values[1...3].partitioningIndex { $0 >= limit } == values[1...3].firstIndex { $0 >= limit } ?? 4)
        #expect([Int]().partitioningIndex { $0 >= limit } == 0)
    }

    @Test("The part whose starts lie in a range", arguments: [(0, 4), (3, 5), (4, 4), (9, 20), (0, 0)])
    func part(_ low: Int, _ high: Int) {
        let values = [1, 3, 3, 5, 8]
        #expect(Array(values.part(within: low..<high) { $0 }) == values.filter { (low..<high).contains($0) })
    }
}
