public import GeoTypes

extension Geometry {
    /// Well-known text (OGC 06-103r4), longitude first, at most 6 decimals: `POINT (37.2689 49.2097)`.
    public var wellKnownText: String {
        var bytes: [UInt8] = []
        func list<Item>(_ items: [Item], _ append: (Item) -> Void) {
            bytes.append(UInt8(ascii: "("))
            for (number, item) in items.enumerated() {
                if number > 0 { bytes.append(contentsOf: ", ".utf8) }
                append(item)
            }
            bytes.append(UInt8(ascii: ")"))
        }
        func position(_ point: Coordinate) {
            bytes.append(point.longitude, decimals: JSONWriter.degreeDecimals)
            bytes.append(UInt8(ascii: " "))
            bytes.append(point.latitude, decimals: JSONWriter.degreeDecimals)
        }
        switch self {
        case .point(let point):
            bytes.append(contentsOf: "POINT ".utf8)
            list([point], position)
        case .lineString(let line):
            bytes.append(contentsOf: "LINESTRING ".utf8)
            list(line, position)
        case .multiLineString(let lines):
            bytes.append(contentsOf: "MULTILINESTRING ".utf8)
            list(lines) { list($0, position) }
        case .polygon(let rings):
            bytes.append(contentsOf: "POLYGON ".utf8)
            list(rings) { list($0, position) }
        case .multiPolygon(let polygons):
            bytes.append(contentsOf: "MULTIPOLYGON ".utf8)
            list(polygons) { list($0) { list($0, position) } }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
