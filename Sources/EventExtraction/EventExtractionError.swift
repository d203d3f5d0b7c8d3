/// What can be wrong with the tables of ``EventExtractor``.
public enum EventExtractionError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The table `file` was not given.
    case missingTable(file: String)
    /// A row of a table cannot be read: `line` counts from 1.
    case badRow(file: String, line: Int, found: String, expected: String)

    public var description: String {
        switch self {
        case .missingTable(let file):
            "the table \(file) is missing; reinstall, or point --data at the folder that holds EventExtraction/\(file)"
        case .badRow(let file, let line, let found, let expected):
            "\(file):\(line): found \"\(found)\", expected \(expected); correct the row or restore the file"
        }
    }
}
