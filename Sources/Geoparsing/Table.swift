import Tables

/// Reads a table of tab-separated columns with a header row by row; lines that begin with `#` are comments.
struct Table {
    let name: String
    private let columns: Int
    private var cells: TabSeparated

    /// Reads the text in `bytes`, and its header.
    ///
    /// - Parameter columns: how many columns a row has at least.
    init(_ bytes: [UInt8], name: String, columns: Int) {
        self.name = name
        self.columns = columns
        cells = TabSeparated(bytes)
        _ = cells.next()
    }

    /// Reads the table `name` of `tables`.
    init(_ name: String, in tables: [String: [UInt8]], columns: Int) throws(GeoparsingError) {
        guard let bytes = tables[name] else { throw .missingTable(name) }
        self.init(bytes, name: name, columns: columns)
    }

    /// Goes to the next row; `false` after the last.
    mutating func next() throws(GeoparsingError) -> Bool {
        guard cells.next() else { return false }
        guard cells.count >= columns else {
            throw .table(name: name, line: cells.line, found: "\(cells.count) fields", expected: "\(columns) or more")
        }
        return true
    }

    /// The number of the row's line, from 1.
    var line: Int { cells.line }

    /// The number of columns of the row.
    var count: Int { cells.count }

    /// Column `index`, `""` where the row is shorter.
    func text(_ index: Int) -> String { cells.text(index) }

    func integer(_ index: Int) -> Int? { cells.integer(index) }

    func isEmpty(_ index: Int) -> Bool { cells[index].isEmpty }

    @inline(__always)
    func holds(_ text: StaticString, _ index: Int) -> Bool { cells.holds(text, index) }

    /// The error of the row, whose column `index` is wrong.
    func bad(_ index: Int, expected: String) -> GeoparsingError {
        .table(name: name, line: cells.line, found: text(index), expected: expected)
    }

    /// The hash of the column in lower case.
    func hash(_ index: Int) -> UInt64 { WordHash.lowercased(cells.bytes, cells[index]) }

    /// The hash of the words of the column, which are separated by spaces.
    func phrase(_ index: Int) -> UInt64 {
        var rest = cells[index]
        var hash: UInt64 = 0
        while let word = cells.bytes.nextPart(of: &rest, separator: UInt8(ascii: " ")) {
            hash = WordHash.joined(hash, WordHash.lowercased(cells.bytes, word))
        }
        return hash
    }

    /// Adds the hashes of the words of the column, which are separated by spaces and hyphens.
    func addHashes(_ index: Int, to hashes: inout [UInt64]) {
        var rest = cells[index]
        while var part = cells.bytes.nextPart(of: &rest, separator: UInt8(ascii: " ")) {
            while let word = cells.bytes.nextPart(of: &part, separator: UInt8(ascii: "-")) {
                hashes.append(WordHash.lowercased(cells.bytes, word))
            }
        }
    }

    /// The rows of a small table, each with the number of its line.
    static func rows(
        _ bytes: [UInt8], name: String, columns: Int
    ) throws(GeoparsingError) -> [(line: Int, fields: [String])] {
        var table = Table(bytes, name: name, columns: columns)
        var rows: [(line: Int, fields: [String])] = []
        while try table.next() { rows.append((table.cells.line, (0..<table.count).map { table.text($0) })) }
        return rows
    }
}
