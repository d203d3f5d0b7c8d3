/// GeoJSON text sequences (RFC 8142): each feature between a record separator and a line feed.
public struct GeoJSONSequence: MapFormat {
    public let name = "geojsonseq"
    public let fileExtension = "geojsons"
    public let summary = "GeoJSON text sequence (RFC 8142), for streams"

    public init() {}

    public func write(_ layer: Layer, style: MapStyle, to sink: any ByteSink) throws {
        try writeLines(of: layer, prefix: [0x1E], to: sink)
    }
}

/// Newline-delimited GeoJSON: a feature a line and nothing else, for jq, DuckDB, tippecanoe and databases.
public struct NewlineDelimitedGeoJSON: MapFormat {
    public let name = "ndjson"
    public let fileExtension = "ndjson"
    public let summary = "newline-delimited GeoJSON, a feature a line"

    public init() {}

    public func write(_ layer: Layer, style: MapStyle, to sink: any ByteSink) throws {
        try writeLines(of: layer, prefix: [], to: sink)
    }
}

private func writeLines(of layer: Layer, prefix: [UInt8], to sink: any ByteSink) throws {
    var json = JSONWriter(capacity: chunkSize + 4096)
    for feature in layer.features {
        json.separator(prefix)
        json.feature(feature, fields: layer.fields)
        json.newline()
        try json.drain(to: sink, atLeast: chunkSize)
    }
    try json.drain(to: sink)
}
