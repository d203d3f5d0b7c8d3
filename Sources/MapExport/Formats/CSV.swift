internal import GeoTypes

/// Comma-separated values (RFC 4180): `id`, `longitude`, `latitude`, `WKT`, then the fields of the layer.
///
/// Lists are joined by `; `. A text cell that begins with `=`, `+`, `-`, `@`, a tab, a line feed or a carriage return
/// gets an apostrophe before it, because spreadsheets would run it as a formula (OWASP, "CSV Injection"); numbers are
/// never touched. Control characters become U+FFFD. What is unknown is an empty cell. Lines end in CR LF, there is no
/// byte order mark.
public struct CSV: MapFormat {
    public let name = "csv"
    public let fileExtension = "csv"
    public let summary = "comma-separated values with coordinates and WKT"

    public init() {}

    public func write(_ layer: Layer, style: MapStyle, to sink: any ByteSink) throws {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(chunkSize + 4096)
        func drain(atLeast threshold: Int) throws {
            guard bytes.count >= threshold else { return }
            defer { bytes.removeAll(keepingCapacity: true) }
            try sink.write(bytes)
        }
        bytes.append(contentsOf: "id,longitude,latitude,WKT".utf8)
        for field in layer.fields {
            bytes.append(UInt8(ascii: ","))
            bytes.appendCell(field.name)
        }
        bytes.append(contentsOf: [0x0D, 0x0A])
        for feature in layer.features {
            bytes.appendCell(feature.id)
            bytes.append(UInt8(ascii: ","))
            if case .point(let point)? = feature.geometry {
                bytes.append(point.longitude, decimals: JSONWriter.degreeDecimals)
                bytes.append(UInt8(ascii: ","))
                bytes.append(point.latitude, decimals: JSONWriter.degreeDecimals)
            } else {
                bytes.append(UInt8(ascii: ","))
            }
            bytes.append(UInt8(ascii: ","))
            if let geometry = feature.geometry { bytes.appendCell(geometry.wellKnownText) }
            for position in layer.fields.indices {
                bytes.append(UInt8(ascii: ","))
                bytes.appendCell(position < feature.properties.count ? feature.properties[position] : .null)
            }
            bytes.append(contentsOf: [0x0D, 0x0A])
            try drain(atLeast: chunkSize)
        }
        try drain(atLeast: 0)
    }
}

extension [UInt8] {
    fileprivate mutating func appendCell(_ value: PropertyValue) {
        switch value {
        case .null: break
        case .string(let text): appendCell(text)
        case .integer(let value): append(integer: value)
        case .number(let value, let decimals): append(value, decimals: decimals)
        case .strings(let values): appendCell(values.joined(separator: "; "))
        }
    }

    fileprivate mutating func appendCell(_ text: String) {
        guard let first = text.utf8.first else { return }
        let isFormula = [0x09, 0x0A, 0x0D].contains(first) || "=+-@".utf8.contains(first)
        let needsQuotes =
            isFormula || first == 0x20 || text.utf8.last == 0x20
            || text.utf8.contains { $0 < 0x20 || $0 == 0x7F || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: "\"") }
        guard needsQuotes else { return append(contentsOf: text.utf8) }
        append(UInt8(ascii: "\""))
        if isFormula { append(UInt8(ascii: "'")) }
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "\""): append(contentsOf: [byte, byte])
            case 0x09, 0x0A, 0x0D: append(byte)
            case 0..<0x20, 0x7F: append(contentsOf: "\u{FFFD}".utf8)
            default: append(byte)
            }
        }
        append(UInt8(ascii: "\""))
    }
}
