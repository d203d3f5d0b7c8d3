/// The forms of a table of pairs.
public enum TableFormat: String, Sendable, CaseIterable {
    case csv, tsv, jsonl

    var delimiter: UInt8 { self == .tsv ? 0x09 : UInt8(ascii: ",") }

    /// The form of a file by its name; `nil` where that does not tell.
    public static func ofFile(_ path: String) -> TableFormat? {
        let lower = path.lowercased()
        if lower.hasSuffix(".csv") { return .csv }
        if lower.hasSuffix(".tsv") || lower.hasSuffix(".tab") { return .tsv }
        return lower.hasSuffix(".jsonl") || lower.hasSuffix(".ndjson") ? .jsonl : nil
    }

    /// The form of a table by its first line.
    static func ofLine(_ line: ArraySlice<UInt8>) -> TableFormat {
        if line.first(where: { $0 != 0x20 && $0 != 0x09 }) == UInt8(ascii: "{") { return .jsonl }
        return line.contains(0x09) ? .tsv : .csv
    }
}

/// Which columns of a table hold the two ends.
struct PairColumns: Hashable, Sendable {
    enum Ends: Hashable, Sendable {
        /// Names, or coordinates in any notation.
        case places(from: Int, to: Int)
        /// Degrees: latitude and longitude of the first end, then of the second.
        case degrees([Int])
    }

    static let degreeNames = ["lat1", "lon1", "lat2", "lon2"]
    static let placeNames = ["from", "to"]
    static let results = ["distance", "azimuth", "back_azimuth"]

    var ends: Ends
    /// Cells of a row.
    var count: Int

    /// Finds the columns by name, in any case.
    ///
    /// - Returns: the columns, or what is wrong.
    static func find(_ names: [String]) -> Result<PairColumns, PairProblem> {
        let lower = names.map { $0.lowercased() }
        if let taken = results.first(where: lower.contains) {
            return .failure(
                PairProblem(line: 1, column: 1, message: "there is a column '\(taken)' already; rename or remove it"))
        }
        func positions(_ wanted: [String]) -> [Int]? {
            let found = wanted.compactMap { lower.firstIndex(of: $0) }
            return found.count == wanted.count ? found : nil
        }
        if let degrees = positions(degreeNames) {
            return .success(PairColumns(ends: .degrees(degrees), count: names.count))
        }
        if let places = positions(placeNames) {
            return .success(PairColumns(ends: .places(from: places[0], to: places[1]), count: names.count))
        }
        let found = names.isEmpty ? "nothing" : "the columns \(names.joined(separator: ", "))"
        return .failure(
            PairProblem(
                line: 1, column: 1,
                message: "found \(found), expected a first line with the columns from,to or lat1,lon1,lat2,lon2"))
    }
}

/// What is wrong with a line of a table.
public struct PairProblem: Error, Hashable, Sendable {
    /// From 1.
    public var line: Int
    /// Characters from 1.
    public var column: Int
    public var message: String
}
