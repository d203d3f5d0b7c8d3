internal import GeoTypes

extension [UInt8] {
    /// Appends a geometry in GeoPackage's binary form (OGC 12-128r17, 2.1.3): its header, for anything but a point the
    /// envelope `box`, then well-known binary, little-endian, in WGS 84.
    mutating func appendGeoPackage(_ geometry: Geometry, box: BoundingBox) {
        var hasEnvelope = true
        if case .point = geometry { hasEnvelope = false }
        append(contentsOf: [UInt8(ascii: "G"), UInt8(ascii: "P"), 0, hasEnvelope ? 0b11 : 0b01])
        appendLittleEndian(UInt32(4326))
        if hasEnvelope {
            for edge in [box.west, box.east, box.south, box.north] { appendLittleEndian(edge.bitPattern) }
        }
        appendWellKnownBinary(geometry)
    }

    private mutating func appendWellKnownBinary(_ geometry: Geometry) {
        append(1)
        switch geometry {
        case .point(let point):
            appendLittleEndian(UInt32(1))
            append(point)
        case .lineString(let line):
            appendLittleEndian(UInt32(2))
            append(line)
        case .multiLineString(let lines):
            appendLittleEndian(UInt32(5))
            appendLittleEndian(UInt32(clamping: lines.count))
            for line in lines { appendWellKnownBinary(.lineString(line)) }
        case .polygon(let rings):
            appendLittleEndian(UInt32(3))
            appendLittleEndian(UInt32(clamping: rings.count))
            for ring in rings { append(ring) }
        case .multiPolygon(let polygons):
            appendLittleEndian(UInt32(6))
            appendLittleEndian(UInt32(clamping: polygons.count))
            for rings in polygons { appendWellKnownBinary(.polygon(rings)) }
        }
    }

    private mutating func append(_ line: [Coordinate]) {
        appendLittleEndian(UInt32(clamping: line.count))
        for point in line { append(point) }
    }

    private mutating func append(_ point: Coordinate) {
        appendLittleEndian(point.longitude.bitPattern)
        appendLittleEndian(point.latitude.bitPattern)
    }
}

extension [UInt8] {
    mutating func appendLittleEndian(_ value: some FixedWidthInteger) {
        Swift.withUnsafeBytes(of: value.littleEndian) { append(contentsOf: $0) }
    }
}
