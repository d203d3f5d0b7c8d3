internal import GeoTypes

/// A layer's look in QGIS 3.22 and later: categories by type, size by reports, opacity by confidence, hollow unless
/// asserted, labels, map tips with the passage, time. Roles are those of ``FieldRoles``; a layer that lacks one does
/// without it.
struct QGISLayer {
    enum Shape { case points, lines, areas }

    let layer: Layer
    let style: MapStyle
    let shape: Shape
    /// The types of event that occur.
    private let types: Set<String>

    /// - Parameter types: those that occur, where they are known already.
    init(_ layer: Layer, style: MapStyle, types: Set<String>? = nil) {
        let roles = LayerRoles(layer)
        self.types = types ?? Set(layer.features.lazy.compactMap { roles.text(roles.category, of: $0) })
        self.layer = layer
        self.style = style
        shape =
            switch layer.features.geometries.first(where: { _ in true }) {
            case .point, nil: .points
            case .lineString, .multiLineString: .lines
            case .polygon, .multiPolygon: .areas
            }
    }

    /// The text of a `.qml` file.
    var document: String {
        """
        <!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>
        <qgis version="3.22.16" styleCategories="Symbology|Labeling|MapTips|Temporal" labelsEnabled="1">
        \(elements)\
        </qgis>

        """
    }

    /// What a `.qml` file and a project's `maplayer` have in common.
    var elements: String { temporal + undatedElements }

    /// The same without time.
    var undatedElements: String {
        renderer
            + QGISLabels(field: labelField, isLine: shape == .lines).element
            + "<blendMode>0</blendMode>\n<featureBlendMode>0</featureBlendMode>\n<layerOpacity>1</layerOpacity>\n"
            + "<previewExpression>\"\(FieldRoles.title)\"</previewExpression>\n"
            + "<mapTip>\(mapTip.xmlEscaped)</mapTip>\n"
    }

    func has(_ field: String) -> Bool { layer.fieldIndex(field) != nil }

    private var labelField: String { has("place_name") ? "place_name" : FieldRoles.title }

    /// Both ends come from fields: a feature shows while its time span touches the frame.
    private var temporal: String {
        guard has(FieldRoles.start), has(FieldRoles.end) else { return "" }
        return """
            <temporal enabled="1" mode="2" startField="\(FieldRoles.start)" endField="\(FieldRoles.end)" limitMode="0" \
            accumulate="0" durationField="" durationUnit="min" fixedDuration="0" startExpression="" endExpression="">
            <fixedRange><start></start><end></end></fixedRange>
            </temporal>

            """
    }

    // MARK: Symbols

    /// The rows of the style that the layer uses, in the order of its table.
    private var entries: [MapStyle.Entry] {
        style.entries.filter { types.contains($0.type) }
    }

    private var renderer: String {
        guard has(FieldRoles.category) else {
            return """
                <renderer-v2 type="singleSymbol" symbollevels="0" enableorderby="0" forceraster="0">
                <symbols>
                \(QGISSymbol(self, entry: nil).element(number: 0))\
                </symbols>
                </renderer-v2>

                """
        }
        // The last category, without a value, takes every other type.
        let categories = entries + [style.other]
        let rows = categories.enumerated().map { number, entry in
            let value = entry.type == "*" ? "" : entry.type
            return """
                <category value="\(value.xmlEscaped)" symbol="\(number)" label="\(entry.label.xmlEscaped)" \
                render="true"/>

                """
        }
        let symbols = categories.enumerated().map { QGISSymbol(self, entry: $1).element(number: $0) }
        return """
            <renderer-v2 type="categorizedSymbol" attr="\(FieldRoles.category)" symbollevels="0" enableorderby="0" \
            forceraster="0">
            <categories>
            \(rows.joined())\
            </categories>
            <symbols>
            \(symbols.joined())\
            </symbols>
            </renderer-v2>

            """
    }

    // MARK: Map tips

    /// HTML with expressions; every value is escaped by the expression itself.
    private var mapTip: String {
        func value(_ field: String) -> String {
            """
            [% replace(replace(replace(coalesce(to_string("\(field)"), ''), '&', '&amp;'), '<', '&lt;'), '>', '&gt;') %]
            """
        }
        var html = "<div style=\"width:340px\"><b>\(value(FieldRoles.title))</b>"
        if has(FieldRoles.modality) {
            html += "[% if(\"modality\" = '\(FieldRoles.plainModality)', '', ' (' || \"modality\" || ')') %]"
        }
        if has(FieldRoles.passage) { html += "<p>\(value(FieldRoles.passage))</p>" }
        let source = [FieldRoles.articleTitle, FieldRoles.publisher, FieldRoles.published].filter(has)
        if !source.isEmpty { html += "<p><i>" + source.map(value).joined(separator: " · ") + "</i></p>" }
        if has("mentions") { html += "<p>named \(value("mentions")) times in \(value("articles")) articles</p>" }
        return html + "</div>"
    }
}

extension String {
    /// The text escaped for the content or a quoted attribute of XML.
    var xmlEscaped: String {
        var bytes: [UInt8] = []
        bytes.appendXML(self)
        return String(decoding: bytes, as: UTF8.self)
    }
}
