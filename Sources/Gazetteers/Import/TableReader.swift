public import GeoTypes
import Tables

/// A row of a place table.
public struct PlaceRow: Sendable {
    public var id: String
    public var name: String
    public var coordinate: Coordinate
    public var featureCode: String
    public var countryCode: String
    public var admin1Code: String
    public var admin2Code: String
    public var population: Int
    public var alternates: [String]

    /// - Parameters:
    ///   - countryCode: two letters, or empty.
    ///   - population: inhabitants, 0 where unknown.
    public init(
        id: String, name: String, coordinate: Coordinate, featureCode: String = "", countryCode: String = "",
        admin1Code: String = "", admin2Code: String = "", population: Int = 0, alternates: [String] = []
    ) {
        self.id = id
        self.name = name
        self.coordinate = coordinate
        self.featureCode = featureCode
        self.countryCode = countryCode
        self.admin1Code = admin1Code
        self.admin2Code = admin2Code
        self.population = population
        self.alternates = alternates
    }
}

/// A row of a table of names.
public struct NameRow: Sendable {
    public var name: String
    public var placeID: String
    public var kind: NameKind
    /// Where the row stands, for messages.
    public var path: String
    public var line: Int
}

/// The plain tables of a gazetteer: tab-separated UTF-8 with a header line, described in `gazetteer/README.md`.
public struct GazetteerTables: Sendable {
    public private(set) var places: [PlaceRow] = []
    public private(set) var names: [NameRow] = []
    /// A hash of every table read, in order.
    public private(set) var stamp: UInt64 = IndexFormat.hash([])

    public init() {}

    private static let placeColumns = [
        "id", "name", "latitude", "longitude", "feature_code", "country_code", "admin1_code", "population",
        "alternates",
    ]
    private static let nameColumns = ["name", "place_id", "kind"]

    /// Reads a table; its header says whether it holds places or names.
    ///
    /// - Parameter path: names the table in errors.
    /// - Throws: ``GazetteerError/table(path:line:found:expected:)`` at the first bad line.
    public mutating func read(_ bytes: [UInt8], path: String) throws(GazetteerError) {
        stamp = StableHash.mixed(
            stamp ^ IndexFormat.hash(path.utf8) ^ bytes.withUnsafeBytes { IndexChecksum.of($0) })
        var line = 0
        var start = 0
        var holdsPlaces: Bool?
        while start < bytes.count {
            let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
            line += 1
            var fields = bytes[start..<end].split(separator: 0x09, omittingEmptySubsequences: false).map {
                String(decoding: $0, as: UTF8.self)
            }
            start = end + 1
            if let last = fields.last, last.hasSuffix("\r") { fields[fields.count - 1] = String(last.dropLast()) }
            if fields.count == 1, fields[0].isEmpty { continue }
            switch holdsPlaces {
            case nil: holdsPlaces = try Self.holdsPlaces(header: fields, path: path, line: line)
            case true?: places.append(try Self.placeRow(fields, path: path, line: line))
            case false?: names.append(try Self.nameRow(fields, path: path, line: line))
            }
        }
    }

    private static func holdsPlaces(header: [String], path: String, line: Int) throws(GazetteerError) -> Bool {
        if header.starts(with: placeColumns) { return true }
        if header.starts(with: nameColumns) { return false }
        throw .table(
            path: path, line: line, found: header.joined(separator: " "),
            expected: "the columns \(placeColumns.joined(separator: " ")), or \(nameColumns.joined(separator: " "))")
    }

    private static func placeRow(_ fields: [String], path: String, line: Int) throws(GazetteerError) -> PlaceRow {
        guard fields.count >= placeColumns.count else {
            throw .table(
                path: path, line: line, found: "\(fields.count) fields", expected: "\(placeColumns.count) fields")
        }
        guard !fields[0].isEmpty, !fields[1].isEmpty else {
            throw .table(path: path, line: line, found: "an empty id or name", expected: "both")
        }
        guard let latitude = Double(fields[2]), let longitude = Double(fields[3]),
            let coordinate = Coordinate(checkedLatitude: latitude, longitude: longitude)
        else {
            throw .table(
                path: path, line: line, found: "\(fields[2]) \(fields[3])",
                expected: "a latitude in -90...90 and a longitude in -180...180")
        }
        guard let population = fields[7].isEmpty ? 0 : Int(fields[7]), population >= 0 else {
            throw .table(path: path, line: line, found: fields[7], expected: "a population")
        }
        guard fields[5].isEmpty || fields[5].utf8.count == 2 else {
            throw .table(path: path, line: line, found: fields[5], expected: "a country code of two letters")
        }
        return PlaceRow(
            id: fields[0], name: fields[1], coordinate: coordinate, featureCode: fields[4], countryCode: fields[5],
            admin1Code: fields[6], population: population,
            alternates: fields[8].split(separator: "|").map(String.init))
    }

    private static func nameRow(_ fields: [String], path: String, line: Int) throws(GazetteerError) -> NameRow {
        guard fields.count >= nameColumns.count, !fields[0].isEmpty else {
            throw .table(path: path, line: line, found: "\(fields.count) fields", expected: "name, place_id, kind")
        }
        guard let kind = NameKind.allCases.first(where: { "\($0)" == fields[2] }) else {
            throw .table(
                path: path, line: line, found: fields[2],
                expected: "one of " + NameKind.allCases.map { "\($0)" }.joined(separator: ", "))
        }
        return NameRow(name: fields[0], placeID: fields[1], kind: kind, path: path, line: line)
    }
}
