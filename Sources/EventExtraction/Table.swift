import Tables

/// Reads a table of tab-separated columns row by row. Lines that begin with `#` and empty lines are not rows.
struct Table {
    let file: String
    private let columns: Int
    private var cells: TabSeparated

    /// The number of the row's line, from 1.
    var line: Int { cells.line }

    /// - Parameter columns: how many columns a row has at least.
    init(_ file: String, in tables: [String: String], columns: Int) throws(EventExtractionError) {
        guard let text = tables[file] else { throw .missingTable(file: file) }
        self.file = file
        self.columns = columns
        cells = TabSeparated(text)
    }

    /// Goes to the next row; `false` after the last.
    mutating func next() throws(EventExtractionError) -> Bool {
        guard cells.next() else { return false }
        guard cells.count >= columns else {
            throw bad(cells.row, expected: "at least \(columns) columns separated by tabs")
        }
        return true
    }

    var bytes: [UInt8] { cells.bytes }

    /// Where column `index` stands; nowhere where the row is shorter.
    subscript(index: Int) -> Range<Int> { cells[index] }

    func text(_ index: Int) -> String { cells.text(index) }

    /// The error of the row, of which `found` is the part that is wrong.
    func bad(_ found: Range<Int>, expected: String) -> EventExtractionError {
        .badRow(file: file, line: cells.line, found: cells.bytes.text(found), expected: expected)
    }
}

extension Table {
    /// A row of a small table, as texts.
    struct Row {
        let file: String
        let line: Int
        let columns: [Substring]

        /// Column `index`, or `""` where the row is shorter.
        subscript(index: Int) -> Substring { index < columns.count ? columns[index] : "" }

        func bad(_ found: some StringProtocol, expected: String) -> EventExtractionError {
            .badRow(file: file, line: line, found: String(found), expected: expected)
        }
    }

    /// All rows that are left, as texts: for tables of so few that it costs nothing.
    var rows: [Row] {
        get throws(EventExtractionError) {
            var table = self
            var rows: [Row] = []
            while try table.next() {
                let columns = (0..<table.cells.count).map { Substring(table.text($0)) }
                rows.append(Row(file: file, line: table.line, columns: columns))
            }
            return rows
        }
    }
}

/// What is made of texts that come again and again in a table: each is made once.
struct RepeatedTexts<Value> {
    private var numbers = WordNumbers()
    private var known: [(range: Range<Int>, value: Value)] = []

    /// What `make` makes of the text at `range` of `bytes`, which are the same in all calls.
    mutating func value(_ bytes: [UInt8], _ range: Range<Int>, make: (Range<Int>) -> Value) -> Value {
        let number = Int(numbers.insert(bytes, range))
        if number > known.count { known.append((range, make(range))) }
        let (first, value) = known[number - 1]
        // Numbers are blind to the case of letters.
        return bytes[first].elementsEqual(bytes[range]) ? value : make(range)
    }
}
