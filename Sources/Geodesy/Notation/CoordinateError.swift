/// Why a text is no coordinate: where, what was found there, and what was expected.
public struct CoordinateError: Error, Hashable, Sendable, CustomStringConvertible {
    /// The whole text.
    public var text: String
    /// The first character at fault, from 1; one more than the text has where something is missing at its end.
    public var column: Int
    public var found: String
    public var expected: String

    public init(text: String, column: Int, found: String, expected: String) {
        self.text = text
        self.column = column
        self.found = found
        self.expected = expected
    }

    /// Without the text, for messages that name file, line and column themselves.
    public var reason: String { "found \(found), expected \(expected)" }

    public var description: String { "'\(text)' is no coordinate: at column \(column) \(reason)" }
}
