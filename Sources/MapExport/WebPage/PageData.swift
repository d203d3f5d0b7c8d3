internal import GeoTypes

/// The JSON that the page reads: rows instead of objects, so that 20,000 events stay small.
struct PageData {
    let title: String
    let events: Layer
    let cities: [WebPage.City]
    let basemap: WebPage.Basemap
    let style: MapStyle

    func write(to sink: any ByteSink) throws {
        var json = JSONWriter(escaping: .html, capacity: chunkSize + 8192)
        json.beginObject()
        json.key("title")
        json.string(title)
        json.key("modalities")
        json.strings(WebPage.modalities)
        json.key("style")
        json.beginArray()
        for entry in style.entries { json.entry(entry) }
        json.endArray()
        json.key("other")
        json.entry(style.other)
        json.key("tiles")
        if case .tiles(let url, let attribution) = basemap {
            json.beginObject()
            json.key("url")
            json.string(url)
            json.key("attribution")
            json.string(attribution)
            json.endObject()
        } else {
            json.null()
        }
        json.key("cities")
        json.beginArray()
        for city in cities {
            json.newline()
            json.beginArray()
            json.string(city.name)
            json.number(city.coordinate.longitude, decimals: 4)
            json.number(city.coordinate.latitude, decimals: 4)
            json.integer(city.rank)
            json.endArray()
        }
        json.endArray()
        let shown = events.fields.indices.filter { !FieldRoles.styling.contains(events.fields[$0].name) }
        json.key("fields")
        json.strings(shown.map { events.fields[$0].name })
        json.key("features")
        json.beginArray()
        for feature in events.features {
            json.newline()
            json.row(feature, fields: shown)
            try json.drain(to: sink, atLeast: chunkSize)
        }
        json.endArray()
        json.endObject()
        try json.drain(to: sink)
    }
}

extension JSONWriter {
    fileprivate mutating func entry(_ entry: MapStyle.Entry) {
        beginObject()
        for (name, value) in [
            ("type", entry.type), ("quad", entry.quad), ("colour", entry.colour), ("shape", entry.shape.rawValue),
            ("label", entry.label),
        ] {
            key(name)
            string(value)
        }
        endObject()
    }

    /// `[id, longitude, latitude, [values]]`. A feature that is no point stands at the middle of its positions' box.
    fileprivate mutating func row(_ feature: Feature, fields: [Int]) {
        beginArray()
        string(feature.id)
        if case .point(let point)? = feature.geometry {
            degrees(point.longitude)
            degrees(point.latitude)
        } else if let box = feature.geometry.flatMap({ BoundingBox(around: $0.coordinates) }) {
            degrees((box.west + box.east) / 2)
            degrees((box.south + box.north) / 2)
        } else {
            null()
            null()
        }
        beginArray()
        for index in fields { property(index < feature.properties.count ? feature.properties[index] : .null) }
        endArray()
        endArray()
    }
}
