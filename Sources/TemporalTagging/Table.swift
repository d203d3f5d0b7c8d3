import Tables

/// Reads a table of tab-separated rows row by row; `#` at the beginning of a line begins a comment.
struct Table {
    let name: String
    private var cells: TabSeparated

    /// Reads the table `name` of `tables`.
    init(_ name: String, in tables: [String: [UInt8]]) throws(TemporalTableError) {
        guard let bytes = tables[name] else { throw .missingTable(name) }
        self.name = name
        cells = TabSeparated(bytes)
    }

    /// Goes to the next row; `false` after the last.
    mutating func next() -> Bool { cells.next() }

    var bytes: [UInt8] { cells.bytes }

    /// The number of columns of the row.
    var count: Int { cells.count }

    /// Where column `index` stands; nowhere where the row is shorter.
    subscript(index: Int) -> Range<Int> { cells[index] }

    /// Column `index`, or `""` where the row is shorter.
    func text(_ index: Int) -> String { cells.text(index) }

    func holds(_ text: StaticString, _ index: Int) -> Bool { cells.holds(text, index) }

    /// Takes the next word from the front of `rest`.
    func nextWord(of rest: inout Range<Int>) -> Range<Int>? {
        cells.bytes.nextPart(of: &rest, separator: UInt8(ascii: " "))
    }

    /// The error of the row, of which `found` is the part that is wrong.
    func error(found: Range<Int>, expected: String) -> TemporalTableError {
        .malformedRow(file: name, line: cells.line, found: cells.bytes.text(found), expected: expected)
    }

    /// The error of the whole row.
    func error(expected: String) -> TemporalTableError { error(found: cells.row, expected: expected) }
}
