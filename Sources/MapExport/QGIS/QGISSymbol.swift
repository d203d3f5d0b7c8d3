/// A symbol of a QGIS renderer: a marker, a line with an arrow, or a pale area.
struct QGISSymbol {
    private let layer: QGISLayer
    /// The row of the style, or `nil` in a layer without categories.
    private let entry: MapStyle.Entry?

    init(_ layer: QGISLayer, entry: MapStyle.Entry?) {
        self.layer = layer
        self.entry = entry
    }

    /// - Parameter number: the symbol's place in the renderer.
    func element(number: Int) -> String {
        let (type, layers) =
            switch layer.shape {
            case .points: ("marker", marker)
            case .lines: ("line", line)
            case .areas: ("fill", area)
            }
        return """
            <symbol type="\(type)" name="\(number)" alpha="1" clip_to_extent="1" force_rhr="0">
            \(Self.dataDefined(opacity))\(layers)\
            </symbol>

            """
    }

    private var colour: String { Self.rgb(entry?.colour ?? "#4b5563") }

    /// From 35 % to full by confidence.
    private var opacity: [(String, String)] {
        layer.has("confidence") ? [("alpha", "35 + 65 * coalesce(\"confidence\", 0.5)")] : []
    }

    /// An expression: `solid` for what is asserted, else `hollow`.
    private func unlessHollow(_ solid: String, _ hollow: String) -> String {
        guard layer.has(FieldRoles.modality) else { return "'\(solid)'" }
        let plain = FieldRoles.plainModality
        return "if(coalesce(\"\(FieldRoles.modality)\", '\(plain)') = '\(plain)', '\(solid)', '\(hollow)')"
    }

    private var marker: String {
        let weight = layer.has(FieldRoles.weight) ? FieldRoles.weight : "mentions"
        var defined: [(String, String)] = []
        if layer.has(weight) { defined.append(("size", "2.6 + min(sqrt(coalesce(\"\(weight)\", 1)) - 1, 4)")) }
        if entry == nil {
            return Self.layer(
                "SimpleMarker",
                [
                    ("color", "255,255,255,150"), ("name", "circle"), ("outline_color", colour + ",255"),
                    ("outline_width", "0.3"), ("size", "2.6"),
                ], defined)
        }
        defined.append(("fillColor", unlessHollow(colour + ",255", "255,255,255,220")))
        defined.append(("outlineColor", unlessHollow("255,255,255,255", colour + ",255")))
        defined.append(("outlineWidth", unlessHollow("0.2", "0.6")))
        return Self.layer(
            "SimpleMarker",
            [
                ("color", colour + ",255"), ("name", entry?.shape.rawValue ?? "circle"),
                ("outline_color", "255,255,255,255"), ("outline_width", "0.2"), ("size", "2.6"),
            ], defined)
    }

    private var line: String {
        Self.layer(
            "SimpleLine",
            [
                ("line_color", colour + ",255"), ("line_style", "solid"), ("line_width", "0.6"),
                ("capstyle", "round"), ("joinstyle", "round"),
            ], [("outlineStyle", unlessHollow("solid", "dash"))])
            + Self.layer(
                "MarkerLine", [("placement", "lastvertex"), ("rotate", "1"), ("offset", "0")], [],
                sub: """
                    <symbol type="marker" name="@arrow@1" alpha="1" clip_to_extent="1" force_rhr="0">
                    \(Self.layer(
                        "SimpleMarker",
                        [
                            ("color", colour + ",255"), ("name", "filled_arrowhead"), ("outline_style", "no"),
                            ("size", "3.4"),
                        ], []))\
                    </symbol>

                    """)
    }

    private var area: String {
        Self.layer(
            "SimpleFill",
            [
                ("color", colour + ",40"), ("outline_color", colour + ",200"), ("outline_width", "0.3"),
                ("outline_style", "solid"), ("style", "solid"),
            ], [("outlineStyle", unlessHollow("solid", "dash"))])
    }

    // MARK: Pieces

    /// A symbol layer. Releases before 3.22 read `prop`, later ones `Option`.
    private static func layer(
        _ kind: String, _ options: [(String, String)], _ defined: [(String, String)], sub: String = ""
    ) -> String {
        let rows = options.map { "<Option name=\"\($0)\" value=\"\($1)\" type=\"QString\"/>" }
        let props = options.map { "<prop k=\"\($0)\" v=\"\($1)\"/>" }
        return """
            <layer class="\(kind)" enabled="1" locked="0" pass="0">
            <Option type="Map">\(rows.joined())</Option>
            \(props.joined())
            \(dataDefined(defined))\(sub)\
            </layer>

            """
    }

    /// Properties that expressions decide.
    private static func dataDefined(_ properties: [(String, String)]) -> String {
        guard !properties.isEmpty else { return "" }
        let maps = properties.map { name, expression in
            """
            <Option name="\(name)" type="Map"><Option name="active" value="true" type="bool"/>\
            <Option name="expression" value="\(expression.xmlEscaped)" type="QString"/>\
            <Option name="type" value="3" type="int"/></Option>

            """
        }
        return """
            <data_defined_properties><Option type="Map"><Option name="name" value="" type="QString"/>
            <Option name="properties" type="Map">
            \(maps.joined())\
            </Option><Option name="type" value="collection" type="QString"/></Option></data_defined_properties>

            """
    }

    /// `200,68,53` of `#c84435`.
    private static func rgb(_ colour: String) -> String {
        let value = Int(colour.dropFirst(), radix: 16) ?? 0
        return "\(value >> 16 & 255),\(value >> 8 & 255),\(value & 255)"
    }
}
