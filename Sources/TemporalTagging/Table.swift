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
        var rows: [Row] = []
        var line = 0
        for part in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            line += 1
            var bytes = part
            if bytes.last == UInt8(ascii: "\r") { bytes = bytes.dropLast() }
            guard let first = bytes.first, first != UInt8(ascii: "#") else { continue }
            let fields = bytes.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false).map {
                String(decoding: $0, as: UTF8.self)
            }
            rows.append(Row(line: line, fields: fields))
        }
        self.rows = rows
    }

    func error(_ row: Row, found: String, expected: String) -> TemporalTableError {
        .malformedRow(file: name, line: row.line, found: found, expected: expected)
    }
}

/// `text` cut at spaces.
func words(of text: String) -> [String] {
    text.utf8.split(separator: UInt8(ascii: " ")).map { String(decoding: $0, as: UTF8.self) }
}
