import GeoTypes
import MapExport
import Testing

@Suite struct KMLTests {
    private static func layers() throws -> [(String, Layer)] {
        let style = try Resources.style()
        let points = [Coordinate(latitude: 49, longitude: 36), Coordinate(latitude: 50, longitude: 37)]
        let lines = Layer(
            name: "1 routes", title: "Routes", fields: [Field("end", .string, ""), Field("name", .string, "")],
            features: [
                Feature(id: "9 lives", geometry: .lineString(points), properties: [.string("x"), .string("a")]),
                Feature(id: "m", geometry: .multiLineString([points, points]), properties: []),
                Feature(
                    id: "p", geometry: .polygon([points + [Coordinate(latitude: 49, longitude: 38), points[0]]]),
                    properties: []),
            ])
        return [
            ("small", GeoJSONTests.small), ("empty", GeoJSONTests.empty), ("demo", DemoLayer.events(200, style: style)),
            ("hostile", DemoLayer.hostileEvents(style: style)), ("lines", lines),
        ]
    }

    @Test func aSmallLayerIsWrittenSo() throws {
        let expected = """
            <?xml version="1.0" encoding="UTF-8"?>
            <kml xmlns="http://www.opengis.net/kml/2.2">
            <Document>
            <name>Events &amp; more</name>
            <open>1</open>
            <Style id="style-RETREAT-larger">
            <IconStyle><color>ffcbe866</color><scale>1.2</scale><Icon><href>http://maps.google.com/mapfiles/kml/shapes/placemark_circle.png</href></Icon></IconStyle>
            <LabelStyle><scale>0.7</scale></LabelStyle>
            <BalloonStyle><text><![CDATA[$[description]<p>Confidence: $[events/confidence]</p>]]></text></BalloonStyle>
            </Style>
            <Style id="style-other-hollow">
            <IconStyle><color>ff80726b</color><scale>0.9</scale><Icon><href>http://maps.google.com/mapfiles/kml/shapes/donut.png</href></Icon></IconStyle>
            <LabelStyle><scale>0.7</scale></LabelStyle>
            <BalloonStyle><text><![CDATA[$[description]<p>Confidence: $[events/confidence]</p>]]></text></BalloonStyle>
            </Style>
            <Schema name="events" id="schema">
            <SimpleField type="string" name="event_type"/>
            <SimpleField type="string" name="modality"/>
            <SimpleField type="string" name="passage"/>
            <SimpleField type="int" name="reports"/>
            <SimpleField type="double" name="confidence"/>
            <SimpleField type="string" name="sources"/>
            <SimpleField type="string" name="article_url"/>
            </Schema>
            <Folder>
            <name>Retreat</name>
            <Placemark id="e1">
            <name>Retreat from Izium</name>
            <Snippet maxLines="0"/>
            <description><![CDATA[<h3>Retreat from Izium</h3><blockquote>They &lt;left&gt; &amp; &quot;fled&quot; ]]&gt; &#36;[x].</blockquote><p><a href="https://example.org/?a=1&amp;b=2">https://example.org/?a=1&amp;b=2</a></p><table><tr><td>event type</td><td>RETREAT</td></tr><tr><td>modality</td><td>asserted</td></tr><tr><td>reports</td><td>2</td></tr><tr><td>confidence</td><td>0.88</td></tr></table>]]></description>
            <TimeSpan><begin>2022-09-10T00:00:00Z</begin><end>2022-09-11T00:00:00Z</end></TimeSpan>
            <styleUrl>#style-RETREAT-larger</styleUrl>
            <ExtendedData><SchemaData schemaUrl="#schema">
            <SimpleData name="event_type">RETREAT</SimpleData>
            <SimpleData name="modality">asserted</SimpleData>
            <SimpleData name="passage">They &lt;left&gt; &amp; &quot;fled&quot; ]]&gt; $[x].</SimpleData>
            <SimpleData name="reports">2</SimpleData>
            <SimpleData name="confidence">0.88</SimpleData>
            <SimpleData name="sources">a.txt; b.txt</SimpleData>
            <SimpleData name="article_url">https://example.org/?a=1&amp;b=2</SimpleData>
            </SchemaData></ExtendedData>
            <Point><coordinates>37.2485,49.2088</coordinates></Point>
            </Placemark>
            </Folder>
            <Folder>
            <name>ODD</name>
            <Placemark id="e2">
            <name>e2</name>
            <Snippet maxLines="0"/>
            <description><![CDATA[<table><tr><td>event type</td><td>ODD</td></tr><tr><td>modality</td><td>denied</td></tr></table>]]></description>
            <TimeSpan><begin>2022-02-24T00:00:00Z</begin></TimeSpan>
            <styleUrl>#style-other-hollow</styleUrl>
            <ExtendedData><SchemaData schemaUrl="#schema">
            <SimpleData name="event_type">ODD</SimpleData>
            <SimpleData name="modality">denied</SimpleData>
            </SchemaData></ExtendedData>
            </Placemark>
            </Folder>
            </Document>
            </kml>

            """
        #expect(try KML().text(of: GeoJSONTests.small, style: Resources.style()) == expected)
    }

    @Test func timeIsAlwaysASpan() throws {
        let text = try KML().text(of: DemoLayer.events(50, style: Resources.style()), style: Resources.style())
        #expect(text.contains("<TimeSpan>") && !text.contains("TimeStamp"))
        for (time, span) in [
            (FeatureTime.date("2022-09-10"), "<TimeSpan><begin>2022-09-10</begin><end>2022-09-10</end></TimeSpan>"),
            (.interval(start: nil, end: "2022-09-10"), "<TimeSpan><end>2022-09-10</end></TimeSpan>"),
            (.date("<script>"), ""), (.interval(start: nil, end: nil), ""),
        ] {
            let layer = Layer(
                name: "l", title: "", fields: [],
                features: [Feature(id: "a", geometry: nil, time: time, properties: [])])
            let text = try KML().text(of: layer, style: Resources.style())
            #expect(span.isEmpty ? !text.contains("TimeSpan") : text.contains(span))
        }
    }

    @Test func onlyAddressesOfTheWebAreLinks() throws {
        let text = try KML().text(of: DemoLayer.hostileEvents(style: Resources.style()), style: Resources.style())
        #expect(!text.contains("<a href=") && !text.contains("<script") && !text.contains("<img"))
        let isLink: [(String, Bool)] = [
            ("https://example.org", true), ("HTTP://example.org/a?b", true), ("javascript:alert(1)", false),
            ("https://", false), ("https:/x.org", false), ("https://a b", false), ("ftp://a", false), ("", false),
            ("https://a\n", false), ("data:text/html,x", false),
        ]
        for (address, expected) in isLink { #expect(FieldRoles.isWebAddress(address) == expected, "\(address)") }
    }

    @Test(.enabled(if: Programs.kmlSchemas != nil, "needs xmllint and pykml's schemas"))
    func theSchemaOfOGCTakesIt() throws {
        let folder = try #require(Programs.kmlSchemas)
        let xmllint = try #require(Programs.find("xmllint"))
        for (name, layer) in try Self.layers() {
            let text = try KML().text(of: layer, style: Resources.style())
            let (status, output) = try Programs.withFile(".kml", text) { path in
                try Programs.run(xmllint, ["--nonet", "--noout", "--schema", folder + "/ogckml22.xsd", path])
            }
            #expect(status == 0, "\(name): \(output)")
        }
    }

    @Test(.enabled(if: Programs.find("xmllint") != nil, "needs xmllint"))
    func everyLayerIsWellFormed() throws {
        let xmllint = try #require(Programs.find("xmllint"))
        for (name, layer) in try Self.layers() {
            let text = try KML().text(of: layer, style: Resources.style())
            let (status, output) = try Programs.withFile(".kml", text) { path in
                try Programs.run(xmllint, ["--nonet", "--noout", path])
            }
            #expect(status == 0, "\(name): \(output)")
        }
    }
}
