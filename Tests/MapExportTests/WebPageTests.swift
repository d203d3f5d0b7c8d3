import Foundation
import GeoTypes
import MapExport
import Testing

@Suite struct WebPageTests {
    private func page(
        _ layer: Layer, title: String = "Map", leaflet: Leaflet? = nil, basemap: WebPage.Basemap = .embedded
    ) throws -> String {
        let plain = Leaflet(script: "window.L = {};", css: ".leaflet {}")
        let page = try WebPage(tables: Resources.webTables(), style: Resources.style(), leaflet: leaflet ?? plain)
        let sink = MemorySink()
        try page.write(title: title, events: layer, cities: SampleFiles.cities, basemap: basemap, to: sink)
        return sink.text
    }

    /// The JSON of the script element with the id given.
    private func json(_ id: String, of page: String) throws -> [String: Any] {
        let start = try #require(page.range(of: "<script type=\"application/json\" id=\"\(id)\">"))
        let end = try #require(page.range(of: "</script>", range: start.upperBound..<page.endIndex))
        let text = page[start.upperBound..<end.lowerBound]
        return try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
    }

    @Test(arguments: [0, 1, 60])
    func everyEventIsInThePage(count: Int) throws {
        let data = try json("data", of: page(DemoLayer.events(count, style: Resources.style())))
        #expect((data["features"] as? [Any])?.count == count)
        #expect((data["style"] as? [Any])?.count == 16)
        #expect((data["cities"] as? [Any])?.count == SampleFiles.cities.count)
    }

    @Test func hostileTextEndsNoElement() throws {
        let style = try Resources.style()
        let hostile = try page(DemoLayer.hostileEvents(style: style), title: DemoLayer.hostile.joined())
        let tame = try page(DemoLayer.events(DemoLayer.hostile.count, style: style))
        for mark in ["<script", "</script", "<img", "<b>", "<!--", "\u{0}"] {
            let counts = [hostile, tame].map { $0.components(separatedBy: mark).count }
            #expect(counts[0] == counts[1], "\(mark)")
        }
        #expect(hostile.components(separatedBy: "\u{2028}").count == 2, "once, in the title, where it is a space")
        let features = try json("data", of: hostile)["features"] as? [[Any]]
        let values = try #require(features?.first?.last as? [Any])
        #expect(values.first as? String == DemoLayer.hostile[0])
    }

    @Test func itAsksTheNetworkForNothing() throws {
        let text = try page(DemoLayer.events(5, style: Resources.style()))
        #expect(!text.contains(" src=\"") && !text.contains("<link"))
        #expect(
            text.contains("default-src 'none'; script-src 'unsafe-inline'; style-src 'unsafe-inline'; img-src data:\""))
    }

    @Test func whatIsFetchedIsHeldToItsHash() throws {
        let text = try page(DemoLayer.events(1, style: Resources.style()), leaflet: .cdn, basemap: .openStreetMap)
        #expect(text.contains("integrity=\"sha256-20nQCchB9co0qIjJZRGuk2/Z9VM+kNiyxNV1lvTlZBo=\" crossorigin"))
        #expect(text.contains("script-src 'unsafe-inline' https://unpkg.com;"))
        #expect(text.contains("img-src data: https://tile.openstreetmap.org\""))
        #expect(try json("basemap", of: text).isEmpty)
        #expect(
            (try json("data", of: text)["tiles"] as? [String: Any])?["url"] as? String
                == "https://tile.openstreetmap.org/{z}/{x}/{y}.png")
    }

    @Test func theBasemapIsSmallAndHasCrimeaInUkraine() throws {
        let text = try Resources.text("basemap.json")
        #expect(text.utf8.count < 600_000)
        let map = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
        let scale = try #require(map["scale"] as? Int)
        // Every border that Natural Earth drew across the isthmus of Perekop lies in this box.
        for kind in ["borders", "disputed"] {
            for line in try #require(map[kind] as? [[Int]]) {
                var (x, y) = (0, 0)
                for step in stride(from: 0, to: line.count - 1, by: 2) {
                    (x, y) = (x + line[step], y + line[step + 1])
                    let (longitude, latitude) = (Double(x) / Double(scale), Double(y) / Double(scale))
                    #expect(!((33.0...35.5).contains(longitude) && (45.5...46.4).contains(latitude)), "\(kind)")
                }
            }
        }
        for kind in ["land", "divisions", "labels"] { #expect((map[kind] as? [Any])?.count ?? 0 > 200, "\(kind)") }
    }

    @Test func aMissingOrUnknownPieceIsNamed() throws {
        var tables = try Resources.webTables()
        tables["web/page.css"] = nil
        #expect(throws: WebPageError.missingResource("web/page.css")) {
            try WebPage(tables: tables, style: Resources.style(), leaflet: .cdn)
        }
        tables = try Resources.webTables()
        tables["web/page.html"] = "<p>{{nothing}}</p>"
        let error = #expect(throws: WebPageError.self) {
            try WebPage(tables: tables, style: Resources.style(), leaflet: .cdn)
        }
        #expect(error?.description.contains("{{nothing}}") == true)
    }

    @Test func aLibraryCannotEndItsElement() throws {
        let leaflet = Leaflet(
            script: "x = '</script>';\n//# sourceMappingURL=leaflet.js.map", css: "a{content:'</style>'}")
        let text = try page(DemoLayer.events(0, style: Resources.style()), leaflet: leaflet)
        #expect(text.contains("x = '<\\/script>';") && !text.contains("sourceMappingURL"))
        #expect(text.contains("a{content:'<\\/style>'}"))
    }

    @Test(
        .enabled(
            if: Programs.chromium != nil && Resources.installedLeaflet() != nil, "needs Chromium and libjs-leaflet"),
        .timeLimit(.minutes(2)))
    func aBrowserOpensIt() throws {
        let chromium = try #require(Programs.chromium)
        let style = try Resources.style()
        for (layer, summary) in [
            (DemoLayer.events(60, style: style), "60 events · "),
            (DemoLayer.hostileEvents(style: style), "12 events · "),
        ] {
            let text = try page(layer, leaflet: Resources.installedLeaflet())
            let (_, dom) = try Programs.withFile(".html", text) { path in
                try Programs.run(
                    chromium,
                    [
                        "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
                        "--enable-logging=stderr",
                        "--virtual-time-budget=4000", "--dump-dom", "file://" + path,
                    ])
            }
            #expect(dom.contains("role=\"status\">" + summary))
            #expect(!dom.contains("CONSOLE") && !dom.contains("window.broken = 1</script><script>"))
        }
    }
}
