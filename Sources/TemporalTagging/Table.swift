import Tables

/// A table of tab-separated rows; `#` at the beginning of a line begins a comment.
struct Table: Sendable {
    struct Row: Sendable {
        let line: Int
        let fields: [String]

        /// The field at `index`, or `""` where the row is shorter.
        subscript(index: Int) -> String { index < fields.count ? fields[index] : "" }
    }

    let name: String
    let rows: [Row]

    init(name: String, text: String) {
        self.name = name
        rows = TabSeparated.rows(text).map { Row(line: $0.line, fields: $0.columns.map { String($0) }) }
    }

    func error(_ row: Row, found: String, expected: String) -> TemporalTableError {
        .malformedRow(file: name, line: row.line, found: found, expected: expected)
    }
}

/// `text` cut at spaces.
func words(of text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
}
