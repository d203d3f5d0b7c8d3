internal import GeoTypes

/// A feature as a Placemark.
extension KMLDocument {
    mutating func appendPlacemark(_ feature: Feature) {
        bytes.append(contentsOf: "<Placemark id=\"\(ncName(feature.id))\">\n".utf8)
        element("name", roles.text(roles.title, of: feature) ?? feature.id)
        bytes.appendMarkup("<Snippet maxLines=\"0\"/>\n")
        appendDescription(feature)
        appendTimeSpan(feature)
        bytes.append(contentsOf: "<styleUrl>#\(styleKey(of: feature).id)</styleUrl>\n".utf8)
        appendData(feature)
        appendGeometry(feature.geometry)
        bytes.appendMarkup("</Placemark>\n")
    }

    /// The balloon: passage, article, and the facts. All text is escaped as HTML.
    private mutating func appendDescription(_ feature: Feature) {
        bytes.appendMarkup("<description><![CDATA[")
        if let title = roles.text(roles.title, of: feature) { html("<h3>", title, "</h3>") }
        if let passage = roles.text(roles.passage, of: feature) { html("<blockquote>", passage, "</blockquote>") }
        appendSource(feature)
        bytes.appendMarkup("<table>")
        let told = [roles.passage, roles.articleTitle, roles.articleURL, roles.publisher, roles.published]
        for index in roles.data where !told.contains(index) {
            guard !FieldRoles.technical.contains(layer.fields[index].name),
                let value = roles.text(index, of: feature)
            else { continue }
            let label = layer.fields[index].name.map { $0 == "_" ? " " : $0 }
            html("<tr><td>", String(label), "</td>")
            html("<td>", value, "</td></tr>")
        }
        bytes.appendMarkup("</table>]]></description>\n")
    }

    private mutating func appendSource(_ feature: Feature) {
        let url = roles.text(roles.articleURL, of: feature).flatMap { FieldRoles.isWebAddress($0) ? $0 : nil }
        let title = roles.text(roles.articleTitle, of: feature) ?? url
        let details = [roles.publisher, roles.published].compactMap { roles.text($0, of: feature) }
        guard title != nil || !details.isEmpty else { return }
        bytes.appendMarkup("<p>")
        if let title {
            if let url { html("<a href=\"", url, "\">") }
            html("", title, "")
            if url != nil { bytes.appendMarkup("</a>") }
            if !details.isEmpty { bytes.appendMarkup("<br/>") }
        }
        html("", details.joined(separator: ", "), "</p>")
    }

    private mutating func html(_ before: StaticString, _ text: String, _ after: StaticString) {
        bytes.appendMarkup(before)
        bytes.appendHTML(text)
        bytes.appendMarkup(after)
    }

    // MARK: Time

    /// Always a span: a TimeStamp would flash by in Google Earth's slider.
    private mutating func appendTimeSpan(_ feature: Feature) {
        var begin = roles.text(roles.start, of: feature)
        var end = roles.text(roles.end, of: feature)
        if begin == nil, end == nil {
            switch feature.time {
            case .date(let day): (begin, end) = (day, day)
            case .interval(let first, let last): (begin, end) = (first, last)
            case nil: return
            }
        }
        let span = (begin: begin.flatMap(checkedTime), end: end.flatMap(checkedTime))
        guard span.begin != nil || span.end != nil else { return }
        bytes.appendMarkup("<TimeSpan>")
        if let begin = span.begin { bytes.append(contentsOf: "<begin>\(begin)</begin>".utf8) }
        if let end = span.end { bytes.append(contentsOf: "<end>\(end)</end>".utf8) }
        bytes.appendMarkup("</TimeSpan>\n")
    }

    /// `text` when it is `YYYY-MM-DD` or `YYYY-MM-DDThh:mm:ssZ`, else `nil`: the schema takes nothing else from us.
    private func checkedTime(_ text: String) -> String? {
        let pattern = Array("dddd-dd-ddTdd:dd:ddZ".utf8)
        let bytes = Array(text.utf8)
        guard bytes.count == 10 || bytes.count == 20 else { return nil }
        let fits = zip(bytes, pattern).allSatisfy { byte, sign in
            sign == UInt8(ascii: "d") ? (0x30...0x39).contains(byte) : byte == sign
        }
        return fits ? text : nil
    }

    // MARK: Data and geometry

    private mutating func appendData(_ feature: Feature) {
        let values = roles.data.compactMap { index in roles.text(index, of: feature).map { (index, $0) } }
        guard !values.isEmpty else { return }
        bytes.appendMarkup(isTyped ? "<ExtendedData><SchemaData schemaUrl=\"#schema\">\n" : "<ExtendedData>\n")
        for (index, value) in values {
            bytes.appendMarkup(isTyped ? "<SimpleData name=\"" : "<Data name=\"")
            bytes.appendXML(roles.dataName(of: layer.fields[index]))
            bytes.appendMarkup(isTyped ? "\">" : "\"><value>")
            bytes.appendXML(value)
            bytes.appendMarkup(isTyped ? "</SimpleData>\n" : "</value></Data>\n")
        }
        bytes.appendMarkup(isTyped ? "</SchemaData></ExtendedData>\n" : "</ExtendedData>\n")
    }

    private mutating func appendGeometry(_ geometry: Geometry?) {
        switch geometry {
        case nil: break
        case .point(let point):
            bytes.appendMarkup("<Point>")
            append([point])
            bytes.appendMarkup("</Point>\n")
        case .lineString(let line): append(line: line)
        case .multiLineString(let lines):
            bytes.appendMarkup("<MultiGeometry>\n")
            for line in lines { append(line: line) }
            bytes.appendMarkup("</MultiGeometry>\n")
        case .polygon(let rings): append(polygon: rings)
        case .multiPolygon(let polygons):
            bytes.appendMarkup("<MultiGeometry>\n")
            for rings in polygons { append(polygon: rings) }
            bytes.appendMarkup("</MultiGeometry>\n")
        }
    }

    private mutating func append(polygon rings: [[Coordinate]]) {
        bytes.appendMarkup("<Polygon>")
        for (number, ring) in rings.enumerated() {
            bytes.appendMarkup(number == 0 ? "<outerBoundaryIs><LinearRing>" : "<innerBoundaryIs><LinearRing>")
            append(ring)
            bytes.appendMarkup(number == 0 ? "</LinearRing></outerBoundaryIs>" : "</LinearRing></innerBoundaryIs>")
        }
        bytes.appendMarkup("</Polygon>\n")
    }

    private mutating func append(line: [Coordinate]) {
        bytes.appendMarkup("<LineString><tessellate>1</tessellate>")
        append(line)
        bytes.appendMarkup("</LineString>\n")
    }

    private mutating func append(_ points: [Coordinate]) {
        bytes.appendMarkup("<coordinates>")
        for (number, point) in points.enumerated() {
            if number > 0 { bytes.appendMarkup(" ") }
            bytes.append(point.longitude, decimals: JSONWriter.degreeDecimals)
            bytes.appendMarkup(",")
            bytes.append(point.latitude, decimals: JSONWriter.degreeDecimals)
        }
        bytes.appendMarkup("</coordinates>")
    }
}
