import GeoTypes

/// Which column of a delimited table is what. As JSON:
///
///     {"delimiter": ";", "header": true, "id_prefix": "mine:", "alternates_separator": "|",
///      "columns": {"id": "code", "name": "title", "latitude": "lat", "longitude": "lon"},
///      "defaults": {"feature_code": "PPL", "country_code": "UA"}}
///
/// Columns are named by the header, or numbered from 1. `name`, `latitude` and `longitude` must be there; `id`,
/// `feature_code`, `country_code`, `admin1_code`, `admin2_code`, `population` and `alternates` may. Without an id the
/// number of the line is one.
public struct TableManifest: Sendable {
    public static let columnNames = [
        "id", "name", "latitude", "longitude", "feature_code", "country_code", "admin1_code", "admin2_code",
        "population", "alternates",
    ]
    let delimiter: UInt8
    let hasHeader: Bool
    let isQuoted: Bool
    let prefix: String
    let separator: String
    let columns: [String: String]
    let defaults: [String: String]

    /// - Throws: ``GazetteerError/table(path:line:found:expected:)``.
    public init(json: String, path: String) throws(GazetteerError) {
        func bad(_ found: String, _ expected: String) -> GazetteerError {
            .table(path: path, line: 1, found: found, expected: expected)
        }
        guard let value = Array(json.utf8).withUnsafeBufferPointer({ JSONValue($0) }), case .object = value else {
            throw bad("text that is no JSON object", "a manifest")
        }
        let delimiter = value["delimiter"]?.text ?? "\t"
        guard delimiter.utf8.count == 1, let byte = delimiter.utf8.first else {
            throw bad(delimiter, "a delimiter of one character")
        }
        self.delimiter = byte
        hasHeader = value["header"] != .bool(false)
        isQuoted = value["quotes"].map { $0 == .bool(true) } ?? (byte != 0x09)
        prefix = value["id_prefix"]?.text ?? ""
        separator = value["alternates_separator"]?.text ?? "|"
        func members(_ key: String) -> [String: String] {
            if case .object(let members)? = value[key] { members.compactMapValues(\.text) } else { [:] }
        }
        columns = members("columns")
        defaults = members("defaults")
        for key in (Array(columns.keys) + Array(defaults.keys)).sorted() where !Self.columnNames.contains(key) {
            throw bad(key, "one of " + Self.columnNames.joined(separator: ", "))
        }
        for key in ["name", "latitude", "longitude"] where columns[key] == nil {
            throw bad("no column for '\(key)'", "name, latitude and longitude in 'columns'")
        }
    }
}

extension Importer {
    /// Reads places from a delimited table, one a line.
    ///
    /// - Throws: ``GazetteerError`` when the file cannot be read or lacks a column, or at a bad line in strict mode.
    public func readTable(_ path: String, manifest: TableManifest) throws(GazetteerError) {
        var positions: [String: Int]? = manifest.hasHeader ? nil : try self.positions(manifest, header: [], path: path)
        try readLines(path) { line, number throws(GazetteerError) in
            let fields =
                manifest.isQuoted
                ? Self.quoted(line, manifest.delimiter)
                : Fields(line, separator: manifest.delimiter).all.map { Array($0) }
            guard let known = positions else {
                let header = fields.map { String(decoding: $0, as: UTF8.self) }
                positions = try self.positions(manifest, header: header, path: path)
                return nil
            }
            if fields.count == 1, fields[0].isEmpty { return nil }
            func text(_ column: String) -> String {
                guard let position = known[column], position < fields.count, !fields[position].isEmpty else {
                    return manifest.defaults[column] ?? ""
                }
                return String(decoding: fields[position], as: UTF8.self)
            }
            guard !text("name").isEmpty else { return "it has no name" }
            guard let latitude = Double(text("latitude")), let longitude = Double(text("longitude")),
                let coordinate = Coordinate(checkedLatitude: latitude, longitude: longitude)
            else { return "'\(text("latitude")) \(text("longitude"))' is no latitude and longitude" }
            let population = text("population")
            guard population.isEmpty || (Int(population) ?? -1) >= 0 else { return "'\(population)' is no population" }
            let country = text("country_code")
            guard country.isEmpty || country.utf8.count == 2 else { return "'\(country)' is no country code" }
            guard text("feature_code").utf8.count <= 8 else { return "'\(text("feature_code"))' is no feature code" }
            let id = text("id")
            return try add(
                PlaceRow(
                    id: manifest.prefix + (id.isEmpty ? String(number) : id), name: text("name"),
                    coordinate: coordinate,
                    featureCode: text("feature_code"), countryCode: country, admin1Code: text("admin1_code"),
                    admin2Code: text("admin2_code"), population: Int(population) ?? 0,
                    alternates: text("alternates").split(separator: manifest.separator).map(String.init)))
        }
    }

    private func positions(
        _ manifest: TableManifest, header: [String], path: String
    ) throws(GazetteerError) -> [String: Int] {
        var positions: [String: Int] = [:]
        for (column, name) in manifest.columns.sorted(by: { $0.key < $1.key }) {
            guard let position = header.firstIndex(of: name) ?? Int(name).map({ $0 - 1 }), position >= 0 else {
                throw .table(path: path, line: 1, found: header.joined(separator: " "), expected: "a column '\(name)'")
            }
            positions[column] = position
        }
        return positions
    }

    /// Fields of RFC 4180, on one line. A quote that is none stands for itself.
    private static func quoted(_ line: UnsafeBufferPointer<UInt8>, _ delimiter: UInt8) -> [[UInt8]] {
        var fields: [[UInt8]] = [[]]
        var index = 0
        var isInside = false
        while index < line.count {
            let byte = line[index]
            if isInside, byte == 0x22 {
                if index + 1 < line.count, line[index + 1] == 0x22 {
                    fields[fields.count - 1].append(0x22)
                    index += 1
                } else {
                    isInside = false
                }
            } else if !isInside, byte == 0x22, fields[fields.count - 1].isEmpty {
                isInside = true
            } else if !isInside, byte == delimiter {
                fields.append([])
            } else {
                fields[fields.count - 1].append(byte)
            }
            index += 1
        }
        return fields
    }
}
