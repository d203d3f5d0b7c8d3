import Articles
import GeoTypes
import Geodesy

/// A list of points in a file: a table with the columns `lat,lon` or `place` and perhaps `name` or `id`, or GeoJSON.
public enum PointTable {
    /// The points of the file at `path`, in order, labelled by `name`, else `id`, else as written.
    ///
    /// - Throws: ``PlaceError/badFile(path:detail:)`` with the line, or what `reader` throws for a place.
    public static func read(_ path: String, reader: PointReader) throws -> [PlacePoint] {
        let lower = path.lowercased()
        if lower.hasSuffix(".geojson") || lower.hasSuffix(".json") || lower.hasSuffix(".geojsons") {
            return try features(path)
        }
        let bytes: [UInt8]
        do {
            bytes = try FileBytes.read(path)
        } catch {
            if case .missing = error { throw PlaceError.missingFile(path: path) }
            throw PlaceError.badFile(path: path, detail: "cannot be read")
        }
        let name = path == "-" ? "standard input" : path
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        let lines = text.split(separator: 0x0A, omittingEmptySubsequences: false).map {
            $0.last == 0x0D ? $0.dropLast() : $0
        }
        guard let first = lines.first, !first.isEmpty else {
            throw PlaceError.badFile(path: name, detail: "is empty; expected columns lat,lon or place")
        }
        let format = TableFormat.ofFile(path) ?? TableFormat.ofLine(first)
        var rows: [(line: Int, cells: [String: String])] = []
        var header: [String] = []
        for (number, line) in lines.enumerated() where !line.isEmpty {
            let cells = try line.withUnsafeBufferPointer { try Self.cells($0, format, path: name, line: number + 1) }
            if format == .jsonl {
                rows.append((number + 1, Dictionary(cells) { first, _ in first }))
            } else if number == 0 {
                header = cells.map { $0.1.lowercased() }
            } else {
                guard cells.count == header.count else {
                    throw PlaceError.badFile(
                        path: "\(name):\(number + 1)",
                        detail: "found \(cells.count) cells, expected \(header.count) as in the header")
                }
                rows.append((number + 1, Dictionary(zip(header, cells.map(\.1))) { first, _ in first }))
            }
        }
        return try points(rows, path: name, reader: reader)
    }

    private static func points(
        _ rows: [(line: Int, cells: [String: String])], path: String, reader: PointReader
    ) throws -> [PlacePoint] {
        try rows.map { line, cells in
            let label = cells["name"] ?? cells["id"]
            if let latitude = cells["lat"] ?? cells["latitude"], let longitude = cells["lon"] ?? cells["longitude"] {
                do {
                    let coordinate = Coordinate(
                        latitude: try CoordinateNotation.angle(latitude, isLatitude: true),
                        longitude: try CoordinateNotation.angle(longitude, isLatitude: false))
                    return PlacePoint(text: label ?? "\(latitude),\(longitude)", coordinate: coordinate, feature: label)
                } catch {
                    throw PlaceError.badFile(path: "\(path):\(line)", detail: "\(error)")
                }
            }
            guard let place = cells["place"] ?? label else {
                throw PlaceError.badFile(path: "\(path):\(line)", detail: "expected columns lat,lon or place")
            }
            do {
                return try reader.point(place)
            } catch let error as CoordinateError {
                throw PlaceError.badFile(path: "\(path):\(line)", detail: "\(error)")
            } catch let error as PlaceError {
                throw PlaceError.badFile(path: "\(path):\(line)", detail: "\(error)")
            }
        }
    }

    private static func features(_ path: String) throws -> [PlacePoint] {
        let points = try FeatureFile(path: path).features.compactMap { feature -> PlacePoint? in
            guard case .point(let coordinate)? = feature.geometry else { return nil }
            let label = feature.name ?? feature.id
            return PlacePoint(text: label ?? "", coordinate: coordinate, feature: label)
        }
        guard !points.isEmpty else { throw PlaceError.badFile(path: path, detail: "has no points") }
        return points
    }

    private static func cells(
        _ line: UnsafeBufferPointer<UInt8>, _ format: TableFormat, path: String, line number: Int
    ) throws(PlaceError) -> [(String, String)] {
        guard format == .jsonl else {
            var row = TableRow()
            row.divide(line, delimiter: format.delimiter)
            if let fault = row.fault {
                throw .badFile(path: "\(path):\(number):\(fault.offset + 1)", detail: "found \(fault.message)")
            }
            return row.cells.map { ("", TableRow.text(UnsafeBufferPointer(rebasing: line[$0]))) }
        }
        do throws(JSONLine.Fault) {
            return try JSONLine(line).members.map { member in
                (member.key.lowercased(), member.text ?? String(decoding: line[member.value], as: UTF8.self))
            }
        } catch {
            throw .badFile(path: "\(path):\(number):\(error.offset + 1)", detail: "expected \(error.expected)")
        }
    }
}
