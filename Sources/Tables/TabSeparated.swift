/// Text of tab-separated columns, as the tables of `Resources` and `gazetteer` are written.
package enum TabSeparated {
    /// A line with its columns.
    package struct Row: Sendable {
        /// The number of the line, from 1.
        package let line: Int
        package let columns: [Substring]

        /// Column `index`, or `""` where the row is shorter.
        package subscript(index: Int) -> Substring { index < columns.count ? columns[index] : "" }
    }

    /// The rows of `text`; empty lines and lines that begin with `#` are none. Lines may end with CR LF.
    package static func rows(_ text: String) -> [Row] {
        var rows: [Row] = []
        var number = 0
        for part in text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
            number += 1
            let line = part.last == UInt8(ascii: "\r") ? part.dropLast() : part
            guard let first = line.first, first != UInt8(ascii: "#") else { continue }
            rows.append(
                Row(
                    line: number,
                    columns: line.split(separator: UInt8(ascii: "\t"), omittingEmptySubsequences: false)
                        .map { Substring($0) }))
        }
        return rows
    }
}
