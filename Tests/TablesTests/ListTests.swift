import Tables
import Testing

@Suite struct ListTests {
    @Test(arguments: [
        ([], 3, 0), ([1], 1, 0), ([1], 2, 1), ([1, 3, 3, 3, 7], 3, 1), ([1, 3, 3, 3, 7], 4, 4),
        ([1, 3, 3, 3, 7], 8, 5),
    ])
    func thePartitionBeginsAtTheFirstThatBelongs(numbers: [Int], least: Int, place: Int) {
        #expect(numbers.partitioningIndex { $0 >= least } == place)
        // Of a slice, whose indices do not begin at 0.
        let slice = ([-9, -8] + numbers)[2...]
        #expect(slice.partitioningIndex { $0 >= least } == place + 2)
    }

    @Test(arguments: [
        ([], []), ([1], [[1]]), ([1, 1, 2, 3, 3, 3], [[1, 1], [2], [3, 3, 3]]), ([1, 2, 1], [[1], [2], [1]]),
    ])
    func runsAreAsLongAsCanBe(numbers: [Int], runs: [[Int]]) {
        #expect(numbers.runs(where: ==).map { Array($0) } == runs)
    }

    @Test func listsKeepTheirOrderAndStop() {
        var lists = LinkedLists<Int>(count: 2)
        lists.addList()
        for number in 0..<20 where number % 3 != 1 { lists.append(number, to: number % 3) }
        func elements(_ list: Int, most: Int = .max) -> [Int] {
            var found: [Int] = []
            lists.forEach(in: list) {
                found.append($0)
                return found.count < most
            }
            return found
        }
        #expect(lists.count == 3)
        #expect(elements(0) == [0, 3, 6, 9, 12, 15, 18])
        #expect(elements(2, most: 2) == [2, 5])
        #expect(lists.isEmpty(1) && !lists.isEmpty(2))
        lists.removeElements()
        #expect(lists.isEmpty && lists.isEmpty(0) && elements(2) == [])
        lists.append(7, to: 2)
        #expect(elements(2) == [7])
    }
}
