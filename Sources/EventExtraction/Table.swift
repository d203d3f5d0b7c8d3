import Tables

/// A table of tab-separated columns. Lines that begin with `#` and empty lines are not rows.
struct Table {
    struct Row {
        var file: String
        var line: Int
        var columns: [Substring]

        /// Column `index`, or `""` where the row is shorter.
        subscript(index: Int) -> Substring { index < columns.count ? columns[index] : "" }

        func bad(_ found: some StringProtocol, expected: String) -> EventExtractionError {
            .badRow(file: file, line: line, found: String(found), expected: expected)
        }
    }

    var rows: [Row] = []

    init(_ file: String, in tables: [String: String], columns: Int) throws(EventExtractionError) {
        guard let text = tables[file] else { throw .missingTable(file: file) }
        for line in TabSeparated.rows(text) {
            let row = Row(file: file, line: line.line, columns: line.columns)
            guard row.columns.count >= columns else {
                throw row.bad(
                    line.columns.joined(separator: "\t"), expected: "at least \(columns) columns separated by tabs")
            }
            rows.append(row)
        }
    }
}
