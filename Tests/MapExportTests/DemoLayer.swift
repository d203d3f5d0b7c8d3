import GeoTypes
import MapExport

/// Invented events at real places of Ukraine, with the public schema of the `events` layer.
enum DemoLayer {
    /// Names with a sign for the kind: `*` strings, `#` integer, `%` number, `@` time.
    static let fields: [Field] = """
        name event_type event_mode contexts* modality trigger actor target killed# wounded# displaced# start@ \
        end@ date date_precision place_name place_as_written place_id feature_code country_code admin1 \
        geo_precision# radius_m# moved_from place_confidence% confidence% reports# sources* passage \
        passage_start# passage_end# article_id article_title article_url publisher published marker-color \
        marker-symbol
        """.split(separator: " ").map { word in
            let kinds: [Character: Field.Kind] = ["*": .strings, "#": .integer, "%": .number, "@": .dateTime]
            guard let sign = word.last, let kind = kinds[sign] else { return Field(String(word), .string, "") }
            return Field(String(word.dropLast()), kind, "")
        }

    private struct Place {
        var name, written, admin1: String
        var latitude, longitude: Double
        var precision: Int
    }

    private static let places: [Place] = """
        Izium|Izyum|Kharkiv|49.2088|37.2485|1
        Kupiansk|Kupyansk|Kharkiv|49.7106|37.6152|1
        Balakliia|Balakliya|Kharkiv|49.4627|36.8595|1
        Kharkiv|Kharkov|Kharkiv|49.9808|36.2527|1
        Kyiv|Kiev|Kyiv City|50.4547|30.5238|1
        Kherson|Kherson|Kherson|46.6558|32.6178|1
        Lyman|Lyman|Donetsk|48.9893|37.8021|1
        Bakhmut|Bakhmut|Donetsk|48.5944|38.0007|1
        Mykolaiv|Nikolaev|Mykolaiv|46.9659|31.9974|1
        Odesa|Odessa|Odesa|46.4775|30.7326|1
        Dnipro|Dnipro|Dnipropetrovsk|48.4593|35.0387|1
        Lviv|Lviv|Lviv|49.8383|24.0232|1
        Zaporizhzhia|Zaporizhzhya|Zaporizhzhia|47.8229|35.1903|2
        Vovchansk|Vovchansk|Kharkiv|50.2906|36.9411|2
        Kharkiv Oblast|Kharkiv region|Kharkiv|49.6|36.5|4
        Donetsk Oblast|Donetsk region|Donetsk|48.1|37.7|4
        Ukraine|Ukraine||49.0|32.0|6
        Sumy|Sumy|Sumy|50.9216|34.8003|1
        """.split(separator: "\n").map { line in
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            return Place(
                name: cells[0], written: cells[1], admin1: cells[2], latitude: Double(cells[3]) ?? 0,
                longitude: Double(cells[4]) ?? 0, precision: Int(cells[5]) ?? 0)
        }

    private struct Kind {
        var type, mode, trigger, sentence: String
    }

    private static let kinds: [Kind] = """
        ASSAULT|artillery|shelled|Batteries east of the river shelled PLACE through the night, the council said.
        ASSAULT|aerial|struck|Two missiles struck a repair yard in PLACE, and firefighters worked there until dawn.
        RETREAT|withdraw|pulled out|The garrison pulled out of PLACE overnight, leaving lorries and fuel behind.
        MOBILIZE|troops|moved|Three battalions moved towards PLACE, where pontoons had been brought up.
        AID|humanitarian|delivered|Volunteers delivered bread, water and generators to PLACE once the bridge was mended.
        ACCUSE||accused|Prosecutors accused four officers of holding people in the cellars of a school in PLACE.
        CONSULT|visit|met|The governor met mayors in PLACE to plan repairs before winter.
        COERCE|arrest|detained|Patrols detained eleven men at the bus station of PLACE, relatives said.
        THREATEN||warned|Commanders warned that any crossing near PLACE would be answered.
        PROTEST|demo|rallied|Several hundred people rallied in PLACE and carried a long flag across the square.
        COOPERATE||exchanged|Both sides exchanged forty prisoners on the road outside PLACE.
        REQUEST||called for|The council called for buses to take families out of PLACE before the weekend.
        """.split(separator: "\n").map { line in
            let cells = line.split(separator: "|", omittingEmptySubsequences: false).map(String.init)
            return Kind(type: cells[0], mode: cells[1], trigger: cells[2], sentence: cells[3])
        }

    private static let modalities = [
        "asserted", "asserted", "asserted", "asserted", "asserted", "asserted", "alleged", "planned", "denied",
        "threatened",
    ]

    /// SplitMix64: the same layer on every machine.
    private struct Draw {
        var state: UInt64
        mutating func next(_ bound: Int) -> Int {
            state &+= 0x9E37_79B9_7F4A_7C15
            var mixed = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
            mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
            return Int((mixed ^ (mixed >> 31)) >> 33) % bound
        }
    }

    static func text(_ day: Int) -> String {
        // Days since 2022-02-01, over two years of which none is asked for.
        let lengths = [28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31, 31]
        var left = day
        var month = 2
        var year = 2022
        for length in lengths where left >= length {
            left -= length
            month += 1
        }
        if month > 12 { (month, year) = (month - 12, year + 1) }
        func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
        return "\(year)-\(two(month))-\(two(left + 1))"
    }

    /// `count` events; every tenth has no place, every eleventh no date.
    static func events(_ count: Int, style: MapStyle, seed: UInt64 = 7) -> Layer {
        var draw = Draw(state: seed)
        let features = (0..<count).map { number in feature(number, of: count, &draw, style) }
        return Layer(name: "events", title: "Events", fields: fields, features: FeatureList(features))
    }

    private static func feature(_ number: Int, of count: Int, _ draw: inout Draw, _ style: MapStyle) -> Feature {
        let kind = kinds[min(draw.next(kinds.count), draw.next(kinds.count))]
        let place = places[draw.next(places.count)]
        let isPlaced = number % 10 != 9
        let isDated = number % 11 != 10
        let day = 100 + (draw.next(120) + draw.next(120)) / 2
        let length = draw.next(6) == 0 ? 7 : 1
        let modality = modalities[draw.next(modalities.count)]
        let reports = max(1, draw.next(9) - 4)
        let (north, east) = count > 400 ? (draw.next(200) - 100, draw.next(200) - 100) : (0, 0)
        let (start, end) = (text(day), text(day + length))
        let marker = style.marker(for: kind.type)
        let passage = kind.sentence.replacing("PLACE", with: place.written)
        func number2(_ value: Int) -> PropertyValue { .number(Double(value) / 100, decimals: 2) }
        let values: [String: PropertyValue] = [
            "name": .string(style[kind.type].label + " in " + place.name), "event_type": .string(kind.type),
            "event_mode": .string(kind.mode), "contexts": .strings(["military"]), "modality": .string(modality),
            "trigger": .string(kind.trigger),
            "killed": kind.type == "ASSAULT" && draw.next(3) == 0 ? .integer(draw.next(9)) : .null,
            "start": isDated ? .string(start + "T00:00:00Z") : .null,
            "end": isDated ? .string(end + "T00:00:00Z") : .null,
            "date": isDated ? .string(length == 1 ? start : "\(start)/\(text(day + length - 1))") : .null,
            "date_precision": .string(!isDated ? "unknown" : length == 1 ? "day" : "week"),
            "place_name": isPlaced ? .string(place.name) : .null, "place_as_written": .string(place.written),
            "place_id": isPlaced ? .string("geonames:\(700_000 + draw.next(9999))") : .null,
            "country_code": .string("UA"),
            "admin1": .string(place.admin1), "geo_precision": isPlaced ? .integer(place.precision) : .null,
            "radius_m": place.precision == 2 ? .integer(12000) : .null, "place_confidence": number2(60 + draw.next(39)),
            "confidence": number2(35 + draw.next(62)), "reports": .integer(reports),
            "sources": .strings((0..<reports).map { "article-\($0).txt" }), "passage": .string(passage),
            "passage_start": .integer(draw.next(4000)), "passage_end": .integer(4000 + draw.next(300)),
            "article_id": .string("article-0.txt"),
            "article_title": .string("Weekly review of the front, part \(number % 20)"),
            "article_url": .string("https://example.org/review/\(number % 20)"), "publisher": .string("Example Post"),
            "published": .string("2022-09-12"), "marker-color": .string(marker.color),
            "marker-symbol": .string(marker.symbol),
        ]
        let point = Coordinate(
            latitude: place.latitude + Double(north) / 120, longitude: place.longitude + Double(east) / 80)
        return Feature(
            id: "e\(String(number + 4096, radix: 16))", geometry: isPlaced ? .point(point) : nil,
            time: isDated ? (length == 1 ? .date(start) : .interval(start: start, end: text(day + length - 1))) : nil,
            properties: fields.map { values[$0.name] ?? .null })
    }

    /// Text that breaks out of what it is put into, where it can.
    static let hostile = [
        "</script><script>window.broken = 1</script>", "<img src=x onerror=\"window.broken=2\">", "]]> & <b>bold</b>",
        "\"quoted\" 'single' \\ back", "bell\u{7} null\u{0} escape\u{1B}", "line\u{2028}and\u{2029}paragraph",
        "=HYPERLINK(\"http://x\")", "\u{FFFE}\u{FFFF}", "<!--<script>", "$[events/passage] ${x}", "{{data}}",
        "\r\n\ttab",
    ]

    /// An event for each hostile text, which stands in every field of text.
    static func hostileEvents(style: MapStyle) -> Layer {
        var layer = events(hostile.count, style: style)
        var features = Array(layer.features)
        for (index, text) in hostile.enumerated() {
            for (position, field) in fields.enumerated() where field.kind == .string {
                if field.name.hasPrefix("date") || field.name == "modality" || field.name == "event_type" { continue }
                features[index].properties[position] = .string(
                    field.name == "article_url" ? "javascript:window.broken=3" : text)
            }
        }
        layer.features = FeatureList(features)
        return layer
    }
}
