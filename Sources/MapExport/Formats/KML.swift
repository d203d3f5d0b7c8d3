/// KML 2.2 (OGC 07-147r2), for Google Earth, QGIS and Marble: a Folder for each value of ``FieldRoles/category``, a
/// TimeSpan and a balloon for each feature, the fields as typed ExtendedData.
///
/// Fields that KML has a place of its own for (title, start, end, style) are not repeated: their names collide with
/// built-in columns of GDAL's LIBKML driver.
public struct KML: MapFormat {
    public let name = "kml"
    public let fileExtension = "kml"
    public let summary = "KML 2.2 for Google Earth, with time and balloons"

    public init() {}

    public func write(_ layer: Layer, style: MapStyle, to sink: any ByteSink) throws {
        var document = KMLDocument(layer: layer, style: style)
        try document.write(to: sink)
    }
}

/// One KML document on its way to a sink.
struct KMLDocument {
    let layer: Layer
    let style: MapStyle
    let roles: LayerRoles
    /// Whether a Schema gives the fields types; else they are plain Data.
    let isTyped: Bool
    var bytes: [UInt8] = []

    init(layer: Layer, style: MapStyle, isTyped: Bool = true) {
        self.layer = layer
        self.style = style
        self.isTyped = isTyped
        roles = LayerRoles(layer)
        bytes.reserveCapacity(chunkSize + 8192)
    }

    mutating func write(to sink: any ByteSink) throws {
        bytes.appendMarkup("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n")
        bytes.appendMarkup("<kml xmlns=\"http://www.opengis.net/kml/2.2\">\n<Document>\n")
        element("name", layer.title)
        bytes.appendMarkup("<open>1</open>\n")
        let (styles, folders) = survey()
        append(styles: styles)
        appendSchema()
        for folder in folders {
            if let name = folder.name {
                bytes.appendMarkup("<Folder>\n")
                element("name", name)
            }
            for index in folder.features {
                appendPlacemark(layer.features[index])
                try drain(to: sink, atLeast: chunkSize)
            }
            if folder.name != nil { bytes.appendMarkup("</Folder>\n") }
        }
        bytes.appendMarkup("</Document>\n</kml>\n")
        try drain(to: sink, atLeast: 0)
    }

    private mutating func drain(to sink: any ByteSink, atLeast threshold: Int) throws {
        guard bytes.count >= threshold else { return }
        defer { bytes.removeAll(keepingCapacity: true) }
        try sink.write(bytes)
    }

    /// The styles that the features use, and the features by folder, in the order of the style's table; without a
    /// category, all of them in none.
    private func survey() -> (styles: Set<StyleKey>, folders: [(name: String?, features: [Int])]) {
        var styles: Set<StyleKey> = []
        var byType: [String: [Int]] = [:]
        for (index, feature) in layer.features.enumerated() {
            styles.insert(styleKey(of: feature))
            byType[roles.text(roles.category, of: feature) ?? "", default: []].append(index)
        }
        guard roles.category != nil else { return (styles, [(nil, Array(layer.features.indices))]) }
        var folders: [(name: String?, features: [Int])] = []
        for entry in style.entries {
            if let features = byType.removeValue(forKey: entry.type) { folders.append((entry.label, features)) }
        }
        for (type, features) in byType.sorted(by: { $0.key < $1.key }) {
            folders.append((type.isEmpty ? style.other.label : type, features))
        }
        return (styles, folders)
    }

    /// `<name>text</name>` and a line feed.
    mutating func element(_ name: StaticString, _ text: String) {
        bytes.appendMarkup("<")
        bytes.appendMarkup(name)
        bytes.appendMarkup(">")
        bytes.appendXML(text)
        bytes.appendMarkup("</")
        bytes.appendMarkup(name)
        bytes.appendMarkup(">\n")
    }

    // MARK: Schema

    private mutating func appendSchema() {
        guard isTyped, !roles.data.isEmpty else { return }
        bytes.appendMarkup("<Schema name=\"")
        bytes.appendXML(layer.name)
        bytes.appendMarkup("\" id=\"schema\">\n")
        for index in roles.data {
            let field = layer.fields[index]
            switch field.kind {
            case .integer: bytes.appendMarkup("<SimpleField type=\"int\" name=\"")
            case .number: bytes.appendMarkup("<SimpleField type=\"double\" name=\"")
            case .string, .dateTime, .strings: bytes.appendMarkup("<SimpleField type=\"string\" name=\"")
            }
            bytes.appendXML(roles.dataName(of: field))
            bytes.appendMarkup("\"/>\n")
        }
        bytes.appendMarkup("</Schema>\n")
    }
}
