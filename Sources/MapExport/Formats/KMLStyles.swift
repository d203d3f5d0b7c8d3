internal import GeoTypes

/// The styles of a KML document: only those that its features use.
extension KMLDocument {
    /// What tells the shared styles apart.
    struct StyleKey: Hashable {
        var entry: MapStyle.Entry
        var isHollow: Bool
        /// 0 for one report, 1 for two to four, 2 for more.
        var size: Int

        /// An NCName.
        var id: String {
            "style-" + (entry.type == "*" ? "other" : ncName(entry.type)) + (isHollow ? "-hollow" : "")
                + ["", "-larger", "-largest"][size]
        }
    }

    func styleKey(of feature: Feature) -> StyleKey {
        let reports = roles.integer(roles.weight, of: feature) ?? 1
        return StyleKey(
            entry: style[roles.text(roles.category, of: feature)], isHollow: roles.isHollow(feature),
            size: reports < 2 ? 0 : reports < 5 ? 1 : 2)
    }

    /// Appends those of `used`.
    mutating func append(styles used: Set<StyleKey>) {
        let hasLines = layer.features.geometries.contains { geometry in
            switch geometry {
            case .point: false
            case .lineString, .multiLineString, .polygon, .multiPolygon: true
            }
        }
        for entry in style.entries + [style.other] {
            for isHollow in [false, true] {
                for size in 0...2 {
                    let key = StyleKey(entry: entry, isHollow: isHollow, size: size)
                    if used.contains(key) { append(key, hasLines: hasLines) }
                }
            }
        }
    }

    private mutating func append(_ key: StyleKey, hasLines: Bool) {
        let colour = kmlColour(key.entry.colour)
        let icon = key.isHollow ? "donut" : "placemark_circle"
        bytes.append(contentsOf: "<Style id=\"\(key.id)\">\n".utf8)
        bytes.append(
            contentsOf: "<IconStyle><color>ff\(colour)</color><scale>\(["0.9", "1.2", "1.5"][key.size])</scale>".utf8)
        bytes.append(
            contentsOf: "<Icon><href>http://maps.google.com/mapfiles/kml/shapes/\(icon).png</href></Icon>".utf8)
        bytes.appendMarkup("</IconStyle>\n<LabelStyle><scale>0.7</scale></LabelStyle>\n")
        if hasLines {
            bytes.append(contentsOf: "<LineStyle><color>ff\(colour)</color><width>2</width></LineStyle>\n".utf8)
            bytes.append(contentsOf: "<PolyStyle><color>40\(colour)</color></PolyStyle>\n".utf8)
        }
        bytes.appendMarkup("<BalloonStyle><text><![CDATA[$[description]")
        // Values of the fields are pasted into the balloon as markup: only numbers and words of the program are.
        for index in roles.data where layer.fields[index].name == "confidence" {
            bytes.appendMarkup("<p>Confidence: $[")
            bytes.append(contentsOf: (isTyped ? "\(ncName(layer.name))/confidence" : "confidence").utf8)
            bytes.appendMarkup("]</p>")
        }
        bytes.appendMarkup("]]></text></BalloonStyle>\n</Style>\n")
    }

    /// `bbggrr` of `#rrggbb`.
    private func kmlColour(_ colour: String) -> String {
        let digits = Array(colour.utf8.dropFirst())
        guard digits.count == 6 else { return "80726b" }
        return String(decoding: digits[4...] + digits[2..<4] + digits[..<2], as: UTF8.self)
    }
}

/// `text` with every byte that an NCName (of ASCII letters, digits, `_`, `-` and `.`) cannot hold replaced by `_`.
func ncName(_ text: String) -> String {
    func isLetter(_ byte: UInt8) -> Bool { (0x41...0x5A).contains(byte & 0xDF) || byte == UInt8(ascii: "_") }
    func isLater(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) || "-.".utf8.contains(byte) }
    var bytes = text.utf8.map { isLetter($0) || isLater($0) ? $0 : UInt8(ascii: "_") }
    if bytes.first.map({ !isLetter($0) }) ?? true { bytes.insert(UInt8(ascii: "_"), at: 0) }
    return String(decoding: bytes, as: UTF8.self)
}
