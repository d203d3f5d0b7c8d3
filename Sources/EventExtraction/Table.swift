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
        var number = 0
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            number += 1
            let content = line.last == "\r" ? line.dropLast() : line
            guard !content.isEmpty, content.first != "#" else { continue }
            let row = Row(
                file: file, line: number, columns: content.split(separator: "\t", omittingEmptySubsequences: false))
            guard row.columns.count >= columns else {
                throw row.bad(content, expected: "at least \(columns) columns separated by tabs")
            }
            rows.append(row)
        }
    }
}
