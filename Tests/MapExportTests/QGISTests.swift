import Foundation
import GeoTypes
import MapExport
import TestSupport
import Testing

@Suite struct QGISTests {
    /// Those with a place, as files hold them.
    static func placed(_ layer: Layer) -> Layer {
        var layer = layer
        layer.features = FeatureList(layer.features.filter { $0.geometry != nil })
        return layer
    }

    @Test func aStyleHoldsTheTableOnce() throws {
        let style = try Resources.style()
        let sink = MemorySink()
        try QGISStyle.write(Self.placed(DemoLayer.events(60, style: style)), style: style, to: sink)
        #expect(sink.text.contains("<renderer-v2 type=\"categorizedSymbol\" attr=\"event_type\""))
        #expect(sink.text.contains("<category value=\"ASSAULT\" symbol="))
        #expect(sink.text.contains("label=\"Other\""))
        #expect(!sink.text.contains("SANCTION"))
    }

    @Test(.enabled(if: Programs.find("xmllint") != nil, "needs xmllint"), arguments: [0, 60, -1])
    func aStyleIsWellFormed(count: Int) throws {
        let style = try Resources.style()
        let layer = count < 0 ? DemoLayer.hostileEvents(style: style) : DemoLayer.events(count, style: style)
        let sink = MemorySink()
        try QGISStyle.write(layer, style: style, to: sink)
        let (status, output) = try Programs.withFile(".qml", sink.text) {
            try Programs.run(try #require(Programs.find("xmllint")), ["--noout", "--nonet", $0])
        }
        #expect(status == 0, "\(output)")
    }

    /// Sums of features by week, from the dates themselves: a span counts in each week that it touches, and QGIS leaves
    /// out what has no date but in a GeoPackage.
    ///
    /// - Parameter closed: whether a span still counts in the week that begins as it ends: in a GeoPackage QGIS 3.22
    ///   compares times as text, theirs with a `Z` and its own without.
    private func weeks(_ layer: Layer, from first: String, count: Int, closed: Bool) throws -> [Int] {
        let format = ISO8601DateFormatter()
        let origin = try #require(format.date(from: first))
        let (start, end) = (try #require(layer.fieldIndex("start")), try #require(layer.fieldIndex("end")))
        return (0..<count).map { week in
            let from = origin.addingTimeInterval(Double(week) * 604_800)
            let until = from.addingTimeInterval(604_800)
            return layer.features.count { feature in
                guard case .string(let begin) = feature.properties[start],
                    case .string(let finish) = feature.properties[end],
                    let begin = format.date(from: begin), let finish = format.date(from: finish)
                else { return closed }
                return begin < until && (closed ? finish >= from : finish > from)
            }
        }
    }

    @Test(
        .enabled(if: QGISCheck.isInstalled, "needs python3-qgis and python3-gdal"), .timeLimit(.minutes(3)),
        arguments: [
            ("events.geojson", false), ("events.gpkg", false), ("events.geojsons", false), ("events.fgb", false),
            ("events.kml", true),
            ("events.kmz", true),
        ])
    func qgisOpensItStyledAndDated(file: String, isKML: Bool) throws {
        let style = try Resources.style()
        let layer = Self.placed(DemoLayer.events(300, style: style))
        let folder = try ScratchFolder()
        let format = try #require(MapFormats.forFile(file))
        try AtomicFile.write(to: folder.path + "/" + file) { try format.write(layer, style: style, to: $0) }
        if !file.hasSuffix("gpkg") {
            try AtomicFile.write(to: folder.path + "/events.qml") { try QGISStyle.write(layer, style: style, to: $0) }
        }
        let found = try QGISCheck.run(
            """
            parts = [d for d in QgsProviderRegistry.instance().querySublayers(args[0]) if d.name() != "layer_styles"]
            layers = [QgsVectorLayer(d.uri(), d.name(), "ogr") for d in parts]
            out["count"] = sum(l.featureCount() for l in layers)
            out["renderers"] = sorted({l.renderer().type() for l in layers})
            begin, end = ("begin", "end") if args[1] == "kml" else ("start", "end")
            out["dates"] = sorted({l.fields().field(n).typeName() for l in layers for n in (begin, end)})
            out["labels"] = all(l.labelsEnabled() for l in layers)
            out["tips"] = all("passage" in l.mapTipTemplate() for l in layers)
            weeks = [0] * 20
            first = QDateTime.fromString("2022-05-02T00:00:00Z", Qt.ISODate)
            for l in layers:
                time = l.temporalProperties()
                time.setIsActive(True); time.setStartField(begin); time.setEndField(end)
                time.setMode(QgsVectorLayerTemporalProperties.ModeFeatureDateTimeStartAndEndFromFields)
                context = QgsVectorLayerTemporalContext(); context.setLayer(l)
                for week in range(20):
                    frame = QgsDateTimeRange(first.addDays(7 * week), first.addDays(7 * week + 7), True, False)
                    request = QgsFeatureRequest().setFilterExpression(time.createFilterString(context, frame))
                    weeks[week] += sum(1 for _ in l.getFeatures(request))
            out["weeks"] = weeks
            extent = QgsRectangle(20, 44, 42, 54)
            out["colours"] = sorted(draw(layers, extent, args[0] + ".png"))
            """, [folder.path + "/" + file, isKML ? "kml" : "fields"])
        #expect(found["count"] as? Int == layer.features.count)
        #expect(found["renderers"] as? [String] == ["categorizedSymbol"])
        #expect(found["dates"] as? [String] == ["DateTime"])
        #expect(found["labels"] as? Bool == true)
        #expect(found["tips"] as? Bool == true)
        #expect(
            found["weeks"] as? [Int]
                == (try weeks(layer, from: "2022-05-02T00:00:00Z", count: 20, closed: file.hasSuffix("gpkg"))))
        #expect((found["colours"] as? [String] ?? []).count > 40)
    }

    @Test(.enabled(if: QGISCheck.isInstalled, "needs python3-qgis"), .timeLimit(.minutes(3)), arguments: [60, -1])
    func aProjectOpensStyledWithTime(count: Int) throws {
        let style = try Resources.style()
        let events = Self.placed(
            count < 0 ? DemoLayer.hostileEvents(style: style) : DemoLayer.events(count, style: style))
        let folder = try ScratchFolder()
        try AtomicFile.write(to: folder.path + "/events.geojson") { try GeoJSON().write(events, style: style, to: $0) }
        let title = "A <b> & \"quoted\" title"
        let project = QGISProject(
            title: title, sources: [QGISProject.Source(layer: events, path: "events.geojson")], style: style)
        // Moved as a colleague would get it: paths are relative.
        let moved = folder.path + "/moved"
        try AtomicFile.write(to: folder.path + "/events.qgz") { try project.write(name: "events", to: $0) }
        try FileManager.default.createDirectory(atPath: moved, withIntermediateDirectories: true)
        for file in ["events.geojson", "events.qgz"] {
            try FileManager.default.moveItem(atPath: folder.path + "/" + file, toPath: moved + "/" + file)
        }
        let found = try QGISCheck.run(
            """
            project = QgsProject.instance()
            out["read"] = project.read(args[0])
            out["title"] = project.title()
            undated = project.mapLayersByName("Events without a date")
            out["undated"] = sum(l.featureCount() for l in undated)
            layers = project.mapLayersByName("Events")
            out["valid"] = all(l.isValid() for l in layers)
            out["count"] = sum(l.featureCount() for l in layers)
            out["temporal"] = all(l.temporalProperties().isActive() for l in layers)
            out["mode"] = project.readNumEntry("TemporalControllerWidget", "/NavigationMode", 0)[0]
            span = project.timeSettings().temporalRange()
            out["range"] = [span.begin().isValid(), span.begin() < span.end()]
            view = project.viewSettings().defaultViewExtent()
            out["inside"] = all(view.contains(l.extent()) for l in layers)
            out["colours"] = sorted(draw(layers, view, args[0] + ".png"))
            context = QgsExpressionContext()
            layer = layers[0]
            context.appendScopes(QgsExpressionContextUtils.globalProjectLayerScopes(layer))
            tips = []
            for feature in layer.getFeatures():
                context.setFeature(feature)
                tips.append(QgsExpression.replaceExpressionText(layer.mapTipTemplate(), context))
            out["tips"] = tips
            """, [moved + "/events.qgz"])
        for key in ["read", "valid", "temporal", "inside"] { #expect(found[key] as? Bool == true, "\(key)") }
        #expect(found["title"] as? String == title)
        #expect(found["count"] as? Int == events.features.count)
        let start = try #require(events.fieldIndex("start"))
        #expect(found["undated"] as? Int == events.features.count { $0.properties[start] == .null })
        #expect(found["mode"] as? Int == 1)
        #expect(found["range"] as? [Bool] == [true, true])
        #expect((found["colours"] as? [String] ?? []).count > 10)
        let tips = found["tips"] as? [String] ?? []
        #expect(tips.count == events.features.count)
        for tip in tips {
            for tag in ["<script", "<img", "<b>bold", "<!--"] { #expect(!tip.contains(tag)) }
        }
        if count > 0 { #expect(tips.allSatisfy { $0.contains("Weekly review of the front") }) }
    }

    @Test(.enabled(if: QGISCheck.isInstalled, "needs python3-qgis"), .timeLimit(.minutes(2)))
    func hostileTextComesThroughEveryFormat() throws {
        let style = try Resources.style()
        let layer = Self.placed(DemoLayer.hostileEvents(style: style))
        let folder = try ScratchFolder()
        for format in MapFormats.all {
            let path = folder.path + "/" + format.name + "." + format.fileExtension
            try AtomicFile.write(to: path) { try format.write(layer, style: style, to: $0) }
        }
        let found = try QGISCheck.run(
            """
            from osgeo import ogr
            for file in sorted(os.listdir(args[0])):
                source = ogr.Open(args[0] + "/" + file)
                layers = [l for l in (source or []) if l.GetName() != "layer_styles"]
                out[file] = sorted((f.GetField("passage") or "") for l in layers for f in l)
            """, [folder.path])
        let position = try #require(layer.fieldIndex("passage"))
        let texts = layer.features.compactMap { feature -> String? in
            guard case .string(let text) = feature.properties[position] else { return nil }
            return text
        }
        func plain(_ text: String) -> String {
            // Each format mends control characters in its own way; a reader may turn CR LF into LF.
            String(
                String.UnicodeScalarView(
                    text.unicodeScalars.filter { $0.value >= 0x20 && $0 != "\u{7F}" && $0.value < 0xFFF0 }))
        }
        let expected = texts.map(plain).sorted()
        #expect(found.count == MapFormats.all.count)
        for (file, value) in found {
            let read = (value as? [String] ?? []).map { text -> String in
                // The apostrophe that keeps a cell from being a formula.
                let isGuarded = file.hasSuffix(".csv") && text.hasPrefix("'")
                return plain(isGuarded ? String(text.dropFirst()) : text)
            }.sorted()
            #expect(read == expected, "\(file)")
        }
    }
}
