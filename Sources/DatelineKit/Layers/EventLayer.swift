import GeoTypes
public import MapExport

/// The `events` layer: its public schema, and how an event fills it.
public enum EventLayer {
    public static let fields: [Field] = [
        Field("name", .string, "What happened and where, in a few words."),
        Field("event_type", .string, "PLOVER event type."),
        Field("event_mode", .string, "PLOVER mode, a subtype."),
        Field("contexts", .strings, "PLOVER contexts."),
        Field("modality", .string, "asserted, or why it is not known to have happened."),
        Field("trigger", .string, "The words that name the event."),
        Field("actor", .string, "Who did it, as written."),
        Field("target", .string, "To whom or what, as written."),
        Field("killed", .integer, "Dead, where stated as a number."),
        Field("wounded", .integer, "Wounded, where stated as a number."),
        Field("displaced", .integer, "Displaced, where stated as a number."),
        Field("start", .dateTime, "First instant of the time span, UTC."),
        Field("end", .dateTime, "End of the time span, UTC, exclusive."),
        Field("date", .string, "The date in EDTF (ISO 8601-2)."),
        Field("date_precision", .string, "day, range, week, month, season, year or unknown."),
        Field("place_name", .string, "The place in the gazetteer's spelling."),
        Field("place_as_written", .string, "The place as the article writes it."),
        Field("place_id", .string, "Gazetteer id."),
        Field("feature_code", .string, "GeoNames feature code."),
        Field("country_code", .string, "ISO 3166-1 alpha-2."),
        Field("admin1", .string, "First-level division."),
        Field("geo_precision", .integer, "UCDP where_prec: 1 exact to 7 at sea."),
        Field("radius_m", .number, "Radius of uncertainty in metres, where known."),
        Field("moved_from", .string, "Where a movement began."),
        Field("place_confidence", .number, "How sure the place is, 0 to 1; orders events."),
        Field("confidence", .number, "How likely the event is right as stated, 0 to 1; fitted on annotated articles."),
        Field("reports", .integer, "How many articles report it."),
        Field("sources", .strings, "Ids of those articles."),
        Field("passage", .string, "The sentence that says so, cut at 300 characters."),
        Field("passage_start", .integer, "Offset of the passage in code points."),
        Field("passage_end", .integer, "End of the passage in code points, before any cut."),
        Field("article_id", .string, "Id of the first article to report it."),
        Field("article_title", .string, "Its title."),
        Field("article_url", .string, "Its address."),
        Field("publisher", .string, "Its publisher."),
        Field("published", .string, "Its date of publication, EDTF."),
        Field("marker-color", .string, "simplestyle colour."),
        Field("marker-symbol", .string, "simplestyle symbol."),
    ]

    /// The layer of `clusters`. Those without a place have no geometry, and are left out where `isPlaced`.
    public static func layer(_ clusters: EventClusters, style: MapStyle, isPlaced: Bool = false) -> Layer {
        let shown = isPlaced ? clusters.numbers { $0.contains(.placed) } : nil
        @Sendable func number(_ position: Int) -> Int { shown.map { Int($0[position]) } ?? position }
        let features = FeatureList(count: shown?.count ?? clusters.count) { position in
            clusters.coordinate(at: number(position)).map { .point($0) }
        } feature: { position in
            let number = number(position)
            var feature = feature(clusters[number], style: style)
            if let suffix = clusters.suffixes[number] { feature.id += suffix }
            return feature
        }
        return Layer(name: "events", title: "Events", fields: fields, features: features)
    }

    private static func geometry(_ event: EventRecord) -> Geometry? {
        event.location.map { .point($0.place.coordinate) }
    }

    static func feature(_ cluster: EventCluster, style: MapStyle) -> Feature {
        let event = cluster.event
        let location = event.location
        let place = location?.place
        let marker = style.marker(for: event.type)
        let start = event.time?.start.map { $0 + "T00:00:00Z" }
        let end = event.time?.end.map { $0 + "T00:00:00Z" }
        return Feature(
            id: event.id, geometry: geometry(event), time: time(event.time),
            properties: [
                .string(name(event)), .string(event.type), text(event.mode), .strings(event.contexts),
                .string(event.modality), .string(event.trigger.text), text(event.actor), text(event.target),
                number(event.killed), number(event.wounded), number(event.displaced), text(start), text(end),
                text(event.time?.edtf), text(event.time.map { $0.precision ?? "unknown" }), text(place?.name),
                text(location?.asWritten), text(place?.id), text(place?.featureCode), text(place?.countryCode),
                text(place?.admin1), number(location?.geoPrecision),
                location?.radius.map { .number($0, decimals: 0) } ?? .null, text(event.movedFrom),
                decimal(location?.confidence), decimal(event.confidence),
                .integer(cluster.reports ?? cluster.sources.count),
                .strings(cluster.sources), .string(cut(event.passage.text)), .integer(event.passage.start),
                .integer(event.passage.end), .string(cluster.source.id), text(cluster.source.title),
                text(cluster.source.url), text(cluster.source.publisher), text(cluster.source.published),
                .string(marker.color), .string(marker.symbol),
            ])
    }

    /// "Assault (aerial), Izium, 2022-03-04".
    static func name(_ event: EventRecord) -> String {
        var name = event.type.prefix(1) + event.type.dropFirst().lowercased()
        if let mode = event.mode { name += " (\(mode))" }
        if let place = event.location?.place.name { name += ", " + place }
        if let date = event.time?.edtf { name += ", " + date }
        return String(name)
    }

    private static func time(_ time: EventRecord.When?) -> FeatureTime? {
        guard let time, let start = time.start else { return nil }
        if time.precision == "day", time.last == start { return .date(start) }
        return .interval(start: start + "T00:00:00Z", end: time.end.map { $0 + "T00:00:00Z" })
    }

    /// At most 300 characters, cut after a word and marked.
    static func cut(_ passage: String) -> String {
        guard passage.utf8.count > 300, passage.unicodeScalars.count > 300 else { return passage }
        let head = passage.unicodeScalars.prefix(299)
        let end = head.lastIndex { $0 == " " } ?? head.endIndex
        return String(String.UnicodeScalarView(head[..<end])) + "…"
    }

    private static func text(_ value: String?) -> PropertyValue {
        guard let value, !value.isEmpty else { return .null }
        return .string(value)
    }

    private static func number(_ value: Int?) -> PropertyValue { value.map { .integer($0) } ?? .null }

    private static func decimal(_ value: Double?) -> PropertyValue { value.map { .number($0, decimals: 3) } ?? .null }
}
