/// A table of rules or vocabulary that cannot be used.
public enum TemporalTableError: Error, Hashable, Sendable, CustomStringConvertible {
    /// A table that the tagger needs was not given.
    case missingTable(String)
    /// A row that cannot be read.
    case malformedRow(file: String, line: Int, found: String, expected: String)

    public var description: String {
        switch self {
        case .missingTable(let name):
            "\(name): no such table; a language's folder needs "
                + TemporalTagger.requiredTables.joined(separator: ", ")
        case .malformedRow(let file, let line, let found, let expected):
            "\(file):\(line): found '\(found)', expected \(expected); correct the row or begin it with '#'"
        }
    }
}
