internal import GeoTypes

/// FlatGeobuf 3 (flatgeobuf.org): one layer with a spatial index, which browsers and GDAL read in part over HTTP.
///
/// Features without a geometry are left out: the format has no place for them. Lists are joined by `; `. Features wait
/// in a file of the temporary folder until their order is known, so that memory holds 56 bytes of each.
public struct FlatGeobuf: MapFormat {
    public let name = "fgb"
    public let fileExtension = "fgb"
    public let summary = "FlatGeobuf, indexed, for large layers on the web"

    /// `fgb`, version 3, `fgb`, patch 0.
    private static let magic: [UInt8] = [0x66, 0x67, 0x62, 3, 0x66, 0x67, 0x62, 0]

    public init() {}

    public func write(_ layer: Layer, style: MapStyle, to sink: any ByteSink) throws {
        let file = try ScratchFile()
        var leaves: [HilbertTree.Leaf] = []
        var extent: BoundingBox?
        var buffer = FlatBuffer()
        var end = 0
        let scratch = file.sink()
        for feature in layer.features {
            guard let geometry = feature.geometry, let box = BoundingBox(around: geometry.coordinates) else { continue }
            buffer.start()
            buffer.append(feature, geometry: geometry, fields: layer.fields)
            try scratch.write(buffer.bytes)
            leaves.append(HilbertTree.Leaf(box: box, start: end, count: buffer.bytes.count))
            end += buffer.bytes.count
            extent = extent.map { $0.union(box) } ?? box
        }
        try scratch.flush()
        buffer.start()
        buffer.appendHeader(of: layer, count: leaves.count, extent: extent)
        try sink.write(Self.magic + buffer.bytes)
        guard let extent else { return }
        HilbertTree.sort(&leaves, extent: extent)
        try sink.write(HilbertTree.nodes(leaves))
        for leaf in leaves { try file.copy(leaf.start..<leaf.start + leaf.count, to: sink) }
    }
}

extension FlatBuffer {
    /// The table Header of header.fbs.
    fileprivate mutating func appendHeader(of layer: Layer, count: Int, extent: BoundingBox?) {
        let header = table([
            .offset, extent == nil ? .none : .offset, .byte(layer.features.geometries.first { _ in true }?.kind ?? 1),
            .none, .none, .none, .none, .offset, .long(UInt64(count)),
            .short(count == 0 ? 0 : UInt16(HilbertTree.nodeSize)), .offset, .offset,
        ])
        let slots = places
        string(layer.name, at: slots[0])
        if let extent { vector([extent.west, extent.south, extent.east, extent.north], at: slots[1]) }
        let columns = offsets(count: layer.fields.count + 1, at: slots[7])
        appendColumn("id", Self.text, "Unique in the layer.", at: columns[0])
        for (field, place) in zip(layer.fields, columns.dropFirst()) {
            let type: UInt8 =
                switch field.kind {
                case .integer: Self.long
                case .number: Self.double
                case .dateTime: Self.dateTime
                case .string, .strings: Self.text
                }
            appendColumn(field.name, type, field.summary, at: place)
        }
        let system = table([.offset, .int(4326), .offset])
        let names = (places[0], places[2])
        point(slots[10], to: system)
        string("EPSG", at: names.0)
        string("WGS 84", at: names.1)
        string(layer.title, at: slots[11])
        finish(root: header)
    }

    private mutating func appendColumn(_ name: String, _ type: UInt8, _ summary: String, at slot: Int) {
        let column = table([.offset, .byte(type), .none, .offset])
        let texts = (places[0], places[3])
        point(slot, to: column)
        string(name, at: texts.0)
        string(summary, at: texts.1)
    }

    /// The table Feature of feature.fbs.
    fileprivate mutating func append(_ feature: Feature, geometry: Geometry, fields: [Field]) {
        let root = table([.offset, .offset])
        let slots = (places[0], places[1])
        append(geometry, at: slots.0)
        vector(at: slots.1) { bytes in
            bytes.appendLittleEndian(UInt16(0))
            bytes.appendColumn(text: feature.id)
            for (number, value) in feature.properties.enumerated() where number < fields.count {
                bytes.append(value, column: UInt16(clamping: number + 1))
            }
        }
        finish(root: root)
    }

    /// The table Geometry of feature.fbs. Its type stands with it, too: a part has no header.
    private mutating func append(_ geometry: Geometry, at slot: Int) {
        let rings: [[Coordinate]]
        switch geometry {
        case .point(let position):
            let whole = table([.none, .offset, .none, .none, .none, .none, .byte(geometry.kind)])
            point(slot, to: whole)
            vector([position.longitude, position.latitude], at: places[1])
            return
        case .lineString(let line): rings = [line]
        case .multiLineString(let lines): rings = lines
        case .polygon(let parts): rings = parts
        case .multiPolygon(let polygons):
            let whole = table([.none, .none, .none, .none, .none, .none, .byte(geometry.kind), .offset])
            point(slot, to: whole)
            let parts = offsets(count: polygons.count, at: places[7])
            for (polygon, part) in zip(polygons, parts) { append(.polygon(polygon), at: part) }
            return
        }
        let hasEnds = rings.count > 1
        let whole = table([
            hasEnds ? .offset : .none, .offset, .none, .none, .none, .none, .byte(geometry.kind),
        ])
        let slots = (places[0], places[1])
        point(slot, to: whole)
        if hasEnds {
            var end: UInt32 = 0
            let ends = rings.map { ring in
                end += UInt32(clamping: ring.count)
                return end
            }
            vector(ends, at: slots.0)
        }
        vector(rings.flatMap { $0.flatMap { [$0.longitude, $0.latitude] } }, at: slots.1)
    }

    // ColumnType of header.fbs.
    private static let long: UInt8 = 7
    private static let double: UInt8 = 10
    private static let text: UInt8 = 11
    private static let dateTime: UInt8 = 13
}

extension [UInt8] {
    /// Appends a column's number and value; of what is unknown, nothing.
    fileprivate mutating func append(_ value: PropertyValue, column: UInt16) {
        switch value {
        case .null: break
        case .string(let text):
            guard !text.isEmpty else { return }
            appendLittleEndian(column)
            appendColumn(text: text)
        case .integer(let value):
            appendLittleEndian(column)
            appendLittleEndian(Int64(value))
        case .number(let value, let decimals):
            guard let rounded = value.rounded(decimals: decimals) else { return }
            appendLittleEndian(column)
            appendLittleEndian(rounded.bitPattern)
        case .strings(let values):
            guard !values.isEmpty else { return }
            appendLittleEndian(column)
            appendColumn(text: values.joined(separator: "; "))
        }
    }

    fileprivate mutating func appendColumn(text: String) {
        let text = text.withoutControls
        appendLittleEndian(UInt32(clamping: text.utf8.count))
        append(contentsOf: text.utf8)
    }
}

extension Geometry {
    /// GeometryType of header.fbs.
    fileprivate var kind: UInt8 {
        switch self {
        case .point: 1
        case .lineString: 2
        case .polygon: 3
        case .multiLineString: 5
        case .multiPolygon: 6
        }
    }
}
