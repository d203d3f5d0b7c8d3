/// How the types of a layer look: one table for every format.
public struct MapStyle: Sendable {
    public enum Shape: String, Sendable, CaseIterable { case circle, square, triangle, diamond }

    /// A row of the table.
    public struct Entry: Hashable, Sendable {
        /// A value of the field ``FieldRoles/category``, or `*` for every other.
        public var type: String
        /// The group of the legend that it stands in.
        public var quad: String
        /// `#rrggbb`, lower case.
        public var colour: String
        public var shape: Shape
        /// The name of a Maki icon, for simplestyle's `marker-symbol`.
        public var symbol: String
        /// For people.
        public var label: String
    }

    /// In the order of legends, without the row of `*`.
    public let entries: [Entry]
    /// For every type that has no row.
    public let other: Entry
    private let rows: [String: Int]

    static let columns = ["type", "quad", "colour", "shape", "symbol", "label"]

    /// Reads a table of tab-separated values: comments begin with `#`, the first row names the columns.
    ///
    /// - Parameters:
    ///   - table: the text of `style.tsv`.
    ///   - file: what error messages call it.
    /// - Throws: ``StyleError`` naming file, line, what was found and what was expected.
    public init(table: String, file: String = "style.tsv") throws {
        var entries: [Entry] = []
        var other: Entry?
        var rows: [String: Int] = [:]
        var hasHeader = false
        for (number, line) in table.utf8.split(separator: 0x0A, omittingEmptySubsequences: false).enumerated() {
            let line = line.last == 0x0D ? line.dropLast() : line
            guard let first = line.first, first != UInt8(ascii: "#") else { continue }
            let cells = line.split(separator: 0x09, omittingEmptySubsequences: false).map { String(Substring($0)) }
            func fault(_ found: String, _ expected: String) -> StyleError {
                .malformed(file: file, line: number + 1, found: found, expected: expected)
            }
            guard hasHeader else {
                guard cells == Self.columns else {
                    throw fault(
                        "'\(cells.joined(separator: " "))'", "the columns \(Self.columns.joined(separator: " "))")
                }
                hasHeader = true
                continue
            }
            guard cells.count == Self.columns.count else {
                throw fault("\(cells.count) cells", "\(Self.columns.count), separated by tabs")
            }
            guard !cells[0].isEmpty, rows[cells[0]] == nil, cells[0] != "*" || other == nil else {
                throw fault("the type '\(cells[0])'", "a type that no other row has")
            }
            guard Self.isColour(cells[2]) else { throw fault("the colour '\(cells[2])'", "#rrggbb in lower case") }
            guard let shape = Shape(rawValue: cells[3]) else {
                let names = Shape.allCases.map(\.rawValue).joined(separator: ", ")
                throw fault("the shape '\(cells[3])'", "one of \(names)")
            }
            let entry = Entry(
                type: cells[0], quad: cells[1], colour: cells[2], shape: shape, symbol: cells[4], label: cells[5])
            if entry.type == "*" {
                other = entry
            } else {
                rows[entry.type] = entries.count
                entries.append(entry)
            }
        }
        guard let other else { throw StyleError.missingRow(file: file, type: "*") }
        self.entries = entries
        self.other = other
        self.rows = rows
    }

    /// The row of `type`, or that of every other.
    public subscript(type: String?) -> Entry {
        guard let type, let row = rows[type] else { return other }
        return entries[row]
    }

    /// The values of simplestyle's `marker-color` and `marker-symbol` (mapbox/simplestyle-spec 1.1.0).
    public func marker(for type: String) -> (color: String, symbol: String) {
        let entry = self[type]
        return (entry.colour, entry.symbol)
    }

    private static func isColour(_ text: String) -> Bool {
        let bytes = Array(text.utf8)
        return bytes.count == 7 && bytes[0] == UInt8(ascii: "#")
            && bytes.dropFirst().allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    }
}

/// What is wrong with a style table.
public enum StyleError: Error, Hashable, Sendable, CustomStringConvertible {
    case malformed(file: String, line: Int, found: String, expected: String)
    case missingRow(file: String, type: String)

    public var description: String {
        switch self {
        case .malformed(let file, let line, let found, let expected):
            "\(file):\(line): found \(found), expected \(expected). Mend that line."
        case .missingRow(let file, let type):
            "\(file): there is no row for the type '\(type)'. Add one."
        }
    }
}
