public import GeoTypes

/// `map.html`: one page that shows a layer of events, opens from disk and asks no network.
///
/// The page is put together from the files of `Resources/web`; data goes into it as JSON in script elements that do not
/// run, with every `<` escaped, and into the document as text nodes only.
public struct WebPage: Sendable {
    /// What the map is drawn on.
    public enum Basemap: Sendable {
        /// The coast, borders and labels that come with the program.
        case embedded
        /// Online tiles: a URL with `{z}`, `{x}`, `{y}`, and the attribution that their owner asks for, as HTML.
        case tiles(url: String, attribution: String)

        /// The standard tiles of OpenStreetMap.
        public static let openStreetMap = Basemap.tiles(
            url: "https://tile.openstreetmap.org/{z}/{x}/{y}.png",
            attribution: "&copy; <a href=\"https://www.openstreetmap.org/copyright\">OpenStreetMap</a> contributors")
    }

    /// A name on the basemap.
    public struct City: Sendable {
        public var name: String
        public var coordinate: Coordinate
        /// 0 for the largest; each rank more shows one zoom level later, from 4.
        public var rank: Int

        public init(name: String, coordinate: Coordinate, rank: Int) {
            self.name = name
            self.coordinate = coordinate
            self.rank = rank
        }
    }

    /// The files of the module's `Resources` that a page is made of, in the order that its scripts run in.
    public static let resourceNames = [
        "web/page.html", "web/page.css", "web/data.js", "web/canvas.js", "web/card.js", "web/list.js",
        "web/timeline.js", "web/app.js", "basemap.json",
    ]

    /// The values of `modality` in the order of the filter.
    static let modalities = [
        "asserted", "alleged", "planned", "threatened", "attempted", "hypothetical", "generic", "denied", "negated",
    ]

    private let parts: [TemplatePart]
    private let css: String
    private let script: String
    private let basemapText: String
    private let leaflet: Leaflet
    private let style: MapStyle

    /// A page from its resources.
    ///
    /// - Parameters:
    ///   - tables: the text of each of ``resourceNames``.
    ///   - style: the colours.
    ///   - leaflet: the map library; ``Leaflet/cdn`` asks the network for it.
    /// - Throws: ``WebPageError`` when a resource is missing or the template asks for something unknown.
    public init(tables: [String: String], style: MapStyle, leaflet: Leaflet) throws {
        func table(_ name: String) throws -> String {
            guard let text = tables[name] else { throw WebPageError.missingResource(name) }
            return text
        }
        parts = try TemplatePart.parse(try table("web/page.html"), file: "web/page.html")
        css = try table("web/page.css")
        let scripts = try Self.resourceNames.filter { $0.hasSuffix(".js") }.map(table)
        script = "(() => {\n'use strict';\n" + scripts.joined(separator: "\n") + "})();"
        basemapText = try table("basemap.json")
        self.leaflet = leaflet
        self.style = style
    }

    /// Writes the page to `sink`, in pieces; the same input gives the same bytes.
    ///
    /// - Parameters:
    ///   - title: the heading, plain text.
    ///   - events: a layer with the fields of the public schema; the page finds them by name and does without those
    ///     that are missing. Features without a geometry are listed as not placed.
    ///   - cities: labels, drawn in this order where there is room.
    /// - Throws: what the sink throws.
    public func write(
        title: String, events: Layer, cities: [City] = [], basemap: Basemap = .embedded, to sink: any ByteSink
    ) throws {
        for part in parts {
            switch part {
            case .text(let text): try sink.write(text)
            case .slot(.title):
                var bytes: [UInt8] = []
                bytes.appendHTML(title)
                try sink.write(bytes)
            case .slot(.policy): try sink.write(policy(for: basemap))
            case .slot(.leafletStyle): try sink.write(leaflet.styleElement)
            case .slot(.leafletScript): try sink.write(leaflet.scriptElement)
            case .slot(.style): try sink.write(css.neutralised)
            case .slot(.script): try sink.write(script.neutralised)
            case .slot(.basemap):
                if case .embedded = basemap { try sink.write(basemapText.neutralised) } else { try sink.write("{}") }
            case .slot(.data):
                try PageData(title: title, events: events, cities: cities, basemap: basemap, style: style)
                    .write(to: sink)
            }
        }
    }

    /// What the page may load: nothing but itself, and the hosts that were asked for.
    private func policy(for basemap: Basemap) -> String {
        var images = "data:"
        if case .tiles(let url, _) = basemap, let host = Self.origin(of: url) { images += " " + host }
        let cdn = leaflet.origin.map { " " + $0 } ?? ""
        return
            "default-src 'none'; script-src 'unsafe-inline'\(cdn); style-src 'unsafe-inline'\(cdn); img-src \(images)"
    }

    /// `https://*.example.org` of a URL that may have `{s}` in its host; `nil` when it is not one of the web.
    private static func origin(of url: String) -> String? {
        guard FieldRoles.isWebAddress(url) else { return nil }
        let pieces = url.split(separator: "/", maxSplits: 2, omittingEmptySubsequences: true)
        guard pieces.count > 1 else { return nil }
        let host = pieces[1].hasPrefix("{s}.") ? "*." + pieces[1].dropFirst(4) : String(pieces[1])
        let isPlain = host.utf8.allSatisfy {
            $0 > 0x2B && $0 != UInt8(ascii: ";") && $0 != UInt8(ascii: ",") || $0 == 0x2A
        }
        return isPlain ? pieces[0] + "//" + host : nil
    }
}

/// Why a page cannot be made.
public enum WebPageError: Error, Hashable, Sendable, CustomStringConvertible {
    case missingResource(String)
    case unknownSlot(file: String, name: String)

    public var description: String {
        switch self {
        case .missingResource(let name):
            "the web page's resource '\(name)' is missing. Install the program's data again, or name its folder."
        case .unknownSlot(let file, let name):
            "\(file): there is nothing to put into '{{\(name)}}'. Take it out, or spell it as one of "
                + TemplatePart.Slot.allCases.map { "{{\($0.rawValue)}}" }.joined(separator: " ") + "."
        }
    }
}
