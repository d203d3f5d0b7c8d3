import Articles

/// A comma-separated table (RFC 4180) that a user wrote, with a header; columns may stand in any order.
package struct UserTable {
    package struct Row {
        package let line: Int
        fileprivate let path: String
        fileprivate let values: [String: String]

        /// The value of a column without spaces around it; `nil` where it is empty or the column is missing.
        package subscript(column: String) -> String? { values[column] }

        package func error(found: String, expected: String) -> UserTableError {
            UserTableError(path: path, line: line, found: found, expected: expected)
        }
    }

    package let rows: [Row]

    /// - Parameters:
    ///   - bytes: the file.
    ///   - path: for messages.
    ///   - required: columns that must be there.
    ///   - optional: columns that may be there.
    package init(
        _ bytes: [UInt8], path: String, required: [String], optional: [String]
    ) throws(UserTableError) {
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw UserTableError(path: path, line: 1, found: "bytes that are not UTF-8", expected: "UTF-8 text")
        }
        let known = required + optional
        let records = CSV.records(text)
        let header = (records.first?.fields ?? []).map { Self.trimmed($0).lowercased() }
        guard required.allSatisfy(header.contains) else {
            throw UserTableError(
                path: path, line: records.first?.line ?? 1,
                found: header.isEmpty ? "an empty file" : "the columns '\(header.joined(separator: ","))'",
                expected: "a header line such as '\(known.joined(separator: ","))'")
        }
        if let stranger = header.first(where: { !known.contains($0) && !$0.isEmpty }) {
            throw UserTableError(
                path: path, line: records[0].line, found: "the column '\(stranger)'",
                expected: "no others than \(known.joined(separator: ", "))")
        }
        var rows: [Row] = []
        for (fields, line) in records.dropFirst() {
            if fields.allSatisfy({ Self.trimmed($0).isEmpty }) { continue }
            guard fields.count <= header.count else {
                throw UserTableError(
                    path: path, line: line, found: "\(fields.count) fields",
                    expected: "\(header.count) as in the header; put a text with commas in quotes")
            }
            var values: [String: String] = [:]
            for (column, field) in zip(header, fields) {
                let value = Self.trimmed(field)
                if !value.isEmpty { values[column] = value }
            }
            rows.append(Row(line: line, path: path, values: values))
        }
        self.rows = rows
    }

    private static func trimmed(_ text: String) -> String {
        var text = text.unicodeScalars[...]
        while let first = text.first, first.properties.isWhitespace { text.removeFirst() }
        while let last = text.last, last.properties.isWhitespace { text.removeLast() }
        return String(text)
    }
}

/// What is wrong with a table that a user wrote.
public struct UserTableError: Error, Hashable, Sendable, CustomStringConvertible {
    public var path: String
    public var line: Int
    public var found: String
    public var expected: String

    public var description: String { "\(path):\(line): found \(found), expected \(expected); mend the line" }
}
