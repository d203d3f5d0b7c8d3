internal import GeoTypes

/// A format whose files hold several layers.
public protocol ManyLayerFormat: MapFormat {
    /// Writes `layers`, whose names are unique, to `sink`. The same layers give the same bytes.
    ///
    /// - Throws: what the sink throws.
    func write(_ layers: [Layer], style: MapStyle, to sink: any ByteSink) throws
}

/// GeoPackage 1.3 (OGC 12-128r17), a SQLite database: a table a layer with an R-tree, times as DATETIME, and QGIS's
/// style of each layer in `layer_styles`. Lists are joined by `; `.
///
/// The database is built in a file of the temporary folder and copied from there, so that memory stays flat and the
/// sink can be a pipe.
public struct GeoPackage: ManyLayerFormat {
    public let name = "gpkg"
    public let fileExtension = "gpkg"
    public let summary = "GeoPackage, all layers in one file, styled"

    public init() {}

    public func write(_ layer: Layer, style: MapStyle, to sink: any ByteSink) throws {
        try write([layer], style: style, to: sink)
    }

    public func write(_ layers: [Layer], style: MapStyle, to sink: any ByteSink) throws {
        let file = try ScratchFile()
        let database = try SQLiteDatabase(path: file.path)
        try database.execute("BEGIN")
        try database.execute(GeoPackageSchema.core)
        for system in GeoPackageSchema.referenceSystems {
            try database.run(
                "INSERT INTO gpkg_spatial_ref_sys VALUES (?, CAST(? AS INTEGER), ?, CAST(? AS INTEGER), ?, ?)", system)
        }
        let types = try layers.map { try write($0, to: database) }
        try database.execute(GeoPackageSchema.styles)
        for (number, layer) in layers.enumerated() {
            let style = QGISLayer(layer, style: style, types: types[number])
            try database.run(
                """
                INSERT INTO layer_styles VALUES (\(number + 1), '', '', ?, 'geom', ?, ?, '', 1, ?, '', NULL,
                '\(GeoPackageSchema.epoch)')
                """,
                [layer.name, layer.name, style.document, layer.title])
        }
        try database.execute("COMMIT")
        try database.close()
        // The number of the library that wrote the file is nobody's business, and would change the bytes.
        try file.copy(to: sink) { $0.replaceSubrange(96..<100, with: [0x00, 0x2E, 0x63, 0x01]) }
    }

    /// - Returns: the types that occur, as ``QGISLayer`` wants them.
    private func write(_ layer: Layer, to database: SQLiteDatabase) throws -> Set<String> {
        let roles = LayerRoles(layer)
        var types: Set<String> = []
        let schema = GeoPackageSchema(layer: layer)
        try database.execute(schema.table)
        let columns = layer.fields.count + 3
        let row = try database.prepare(
            "INSERT INTO \(schema.name) VALUES (\(Array(repeating: "?", count: columns).joined(separator: ",")))")
        var index = GeoPackageIndex()
        var bounds: BoundingBox?
        for (number, feature) in layer.features.enumerated() {
            row.bind(1, number + 1)
            if let geometry = feature.geometry, let box = BoundingBox(around: geometry.coordinates) {
                row.bindBlob(2) { $0.appendGeoPackage(geometry, box: box) }
                index.add(box, row: number + 1)
                bounds = bounds.map { $0.union(box) } ?? box
            }
            row.bindText(3) { $0.append(withoutControls: feature.id) }
            for (position, field) in layer.fields.enumerated() where position < feature.properties.count {
                row.bind(position + 4, feature.properties[position], as: field.kind)
            }
            try row.step()
            if let type = roles.text(roles.category, of: feature) { types.insert(type) }
        }
        try index.write(name: schema.indexName, to: database)
        // The triggers come last: they call functions that plain SQLite lacks.
        try database.execute(schema.triggers)
        try database.run(schema.contents(bounds: bounds), [layer.name, layer.name, layer.title])
        try database.run(schema.geometryColumn, [layer.name])
        try database.run(GeoPackageSchema.indexExtension, [layer.name])
        return types
    }
}

extension SQLiteDatabase.Statement {
    fileprivate func bind(_ place: Int, _ value: PropertyValue, as kind: Field.Kind) {
        switch value {
        case .null: break
        case .string(let text):
            guard !text.isEmpty else { return }
            bindText(place) {
                $0.append(withoutControls: text)
                if kind == .dateTime { $0.addMilliseconds(length: text.utf8.count) }
            }
        case .integer(let value): bind(place, value)
        case .number(let value, let decimals):
            if let rounded = value.rounded(decimals: decimals) { bind(place, rounded) }
        case .strings(let values):
            guard !values.isEmpty else { return }
            bindText(place) { bytes in
                for (number, value) in values.enumerated() {
                    if number > 0 { bytes.append(contentsOf: "; ".utf8) }
                    bytes.append(withoutControls: value)
                }
            }
        }
    }
}

extension [UInt8] {
    /// Appends `text` with U+FFFD for control characters other than tab and line ends.
    fileprivate mutating func append(withoutControls text: String) {
        let start = count
        append(contentsOf: text.utf8)
        if self[start...].contains(where: isControl) {
            removeSubrange(start...)
            append(contentsOf: text.withoutControls.utf8)
        }
    }

    /// Makes `2022-09-10T00:00:00.000Z` of `2022-09-10T00:00:00Z`, as the standard wants it, of the last bytes.
    fileprivate mutating func addMilliseconds(length: Int) {
        guard length == 20, last == UInt8(ascii: "Z") else { return }
        removeLast()
        append(contentsOf: ".000Z".utf8)
    }
}

/// Whether a byte is a control character other than tab and line ends.
private func isControl(_ byte: UInt8) -> Bool {
    byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D || byte == 0x7F
}

extension String {
    /// The text with U+FFFD for U+0000, at which GDAL and all who read C strings would cut it off.
    var withoutNulls: String { utf8.contains(0) ? withoutControls : self }

    /// The text with U+FFFD for control characters other than tab and line ends.
    var withoutControls: String {
        guard utf8.contains(where: isControl) else { return self }
        var bytes: [UInt8] = []
        for byte in utf8 {
            if isControl(byte) { bytes.append(contentsOf: "\u{FFFD}".utf8) } else { bytes.append(byte) }
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}

extension BoundingBox {
    /// The smallest box around both, neither of which crosses the antimeridian.
    func union(_ other: BoundingBox) -> BoundingBox {
        BoundingBox(
            west: min(west, other.west), south: min(south, other.south), east: max(east, other.east),
            north: max(north, other.north))
    }
}
