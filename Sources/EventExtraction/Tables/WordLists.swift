import Tables

/// Named lists of words that many rows of `triggers.tsv` share: rows of `lists.tsv`, name and words. A row asks for one as
/// for a class, `subj=@leaders`.
///
/// A class says what a word is wherever it stands; a list is only another way to write its words.
struct WordLists {
    private(set) var names: [String: UInt64] = [:]
    private var words: [(word: Int32, bit: UInt64)] = []

    /// How many there may be.
    static let most = 64

    /// Adds the list that a row of the table holds.
    mutating func add(_ table: Table, _ forms: (Range<Int>, (Int32) -> Void) -> Void) throws(EventExtractionError) {
        guard names.count < Self.most else {
            throw table.bad(table[0], expected: "at most \(Self.most) lists")
        }
        let name = table.text(0)
        guard names[name] == nil else { throw table.bad(table[0], expected: "a name that no other list has") }
        let bit = UInt64(1) << UInt64(names.count)
        names[name] = bit
        var rest = table[1]
        while let word = table.bytes.nextPart(of: &rest, separator: UInt8(ascii: " ")) {
            forms(word) { words.append(($0, bit)) }
        }
    }

    /// For each of the `count` words of the vocabulary the bits of its lists.
    func bits(count: Int) -> [UInt64] {
        var bits = [UInt64](repeating: 0, count: count)
        for (word, bit) in words { bits[Int(word)] |= bit }
        return bits
    }
}
